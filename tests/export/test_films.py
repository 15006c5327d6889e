"""Every film format is read again by another reader: frames, size, duration, colours."""

import gc
import weakref

import av
import numpy as np
import pytest
from PIL import Image

from rnnviz.errors import InputError
from rnnviz.export.base import formats
from rnnviz.export.options import FilmOptions
from rnnviz.export.writing import plan, write_film

WIDTH, HEIGHT = 160, 96
FILMS = ("gif", "mp4", "webm", "webp")


def make(name, path, draw, count=20, fps=20, width=WIDTH, height=HEIGHT, **more):
    options = FilmOptions(width=width, height=height, fps=fps)
    exporter = formats[name]
    return write_film(exporter, path, draw, count, plan(options, exporter), **more)


def with_pillow(path):
    """(frames as RGB, seconds each) of an animated picture."""
    frames, seconds = [], []
    with Image.open(path) as film:
        for k in range(film.n_frames):
            film.seek(k)
            film.load()
            frames.append(np.array(film.convert("RGB")))
            seconds.append(film.info["duration"] / 1000)
    return frames, seconds


def with_pyav(path):
    """(frames as RGB, seconds of the whole)."""
    with av.open(str(path)) as film:
        seconds = film.duration / av.time_base
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)], seconds


def read(path):
    if path.suffix in (".mp4", ".webm"):
        return with_pyav(path)
    frames, seconds = with_pillow(path)
    return frames, sum(seconds)


@pytest.mark.parametrize("name", FILMS)
def test_a_film_holds_every_frame_in_its_colours(name, tmp_path, draw):
    path = tmp_path / f"film.{name}"
    film = make(name, path, draw)
    frames, seconds = read(path)
    assert (film.frames, film.width, film.height, film.seconds) == (20, WIDTH, HEIGHT, 1.0)
    assert len(frames) == 20
    assert seconds == pytest.approx(1.0, abs=0.011)
    # Chroma is halved in MP4 and WebM, so edges may differ; flat parts may not, and swapped channels would.
    tolerance = {"gif": 0, "webp": 0, "mp4": 8, "webm": 8}[name]
    for k in (0, 10, 19):
        assert frames[k].shape == (HEIGHT, WIDTH, 3)
        expected = draw(k)[..., :3].astype(int)
        for y, x in ((2, 2), (20, 20), (20, 60), (68, 12 + (5 * k) % (WIDTH - 40))):
            assert np.abs(frames[k][y, x] - expected[y, x]).max() <= tolerance, (k, y, x)
        off = np.abs(frames[k].astype(int) - expected).mean()
        assert off <= (0 if tolerance == 0 else 3), off
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FILMS)
@pytest.mark.parametrize("fps", [1, 7, 24, 30, 50])
def test_the_duration_is_right_at_every_rate(name, fps, tmp_path, draw):
    path = tmp_path / f"film.{name}"
    count = 2 * fps + 1
    make(name, path, draw, count=count, fps=fps)
    assert read(path)[1] == pytest.approx(count / fps, abs=0.011)


def test_a_gif_says_no_delay_that_browsers_slow_down(tmp_path, draw):
    path = tmp_path / "film.gif"
    film = make("gif", path, draw, count=60, fps=60)
    assert film.fps == 50
    assert "50" in film.notes[0]
    assert min(with_pillow(path)[1]) >= 0.02


@pytest.mark.parametrize(("name", "key"), [("gif", b"NETSCAPE2.0\x03\x01\x00\x00"), ("webp", None)])
def test_a_film_loops_only_when_asked(name, key, tmp_path, draw):
    for loop in (True, False):
        path = tmp_path / f"{loop}.{name}"
        make(name, path, draw, loop=loop)
        with Image.open(path) as film:
            if key:
                assert (key in path.read_bytes()) == loop
            else:
                assert film.info["loop"] == (0 if loop else 1)


@pytest.mark.parametrize("name", FILMS)
def test_equal_frames_still_last_their_time(name, tmp_path, draw):
    path = tmp_path / f"film.{name}"
    make(name, path, lambda k: draw(min(k, 9)), count=40)
    frames, seconds = read(path)
    assert seconds == pytest.approx(2.0, abs=0.011)
    assert np.abs(frames[-1].astype(int) - draw(9)[..., :3]).mean() < 3


@pytest.mark.parametrize("name", FILMS)
def test_one_frame_is_a_film(name, tmp_path, draw):
    path = tmp_path / f"film.{name}"
    assert make(name, path, draw, count=1).frames == 1
    frame = with_pillow(path)[0][0] if name == "gif" else None
    if name == "webp":  # a still picture to its readers
        with Image.open(path) as picture:
            frame = np.array(picture.convert("RGB"))
    frame = with_pyav(path)[0][0] if frame is None else frame
    assert np.abs(frame.astype(int) - draw(0)[..., :3]).mean() < 3


@pytest.mark.parametrize(("name", "size"), [("mp4", (160, 96)), ("webm", (160, 96)), ("gif", (161, 97))])
def test_odd_sizes_are_rounded_down_where_the_format_needs_it_and_it_says_so(name, size, tmp_path, draw):
    path = tmp_path / f"film.{name}"
    film = make(name, path, lambda k: draw(k, *size), width=161, height=97)
    assert (film.width, film.height) == size
    assert bool(film.notes) == (size != (161, 97))
    assert read(path)[0][0].shape[:2] == size[::-1]


def test_a_png_is_the_picture(tmp_path, draw):
    path = tmp_path / "still.png"
    make("png", path, draw)
    with Image.open(path) as picture:
        assert picture.mode == "RGB"
        np.testing.assert_array_equal(np.array(picture), draw(0)[..., :3])


def test_a_png_keeps_what_is_transparent(tmp_path, draw):
    path = tmp_path / "still.png"

    def half(k):
        frame = draw(k)
        frame[: HEIGHT // 2, :, 3] = 77
        return frame

    make("png", path, half)
    with Image.open(path) as picture:
        np.testing.assert_array_equal(np.array(picture), half(0))


def test_a_png_sequence_is_a_folder_or_numbered_files(tmp_path, draw):
    make("png-sequence", tmp_path / "frames", draw, count=3)
    make("png-sequence", tmp_path / "parity.png", draw, count=3)
    for paths in (sorted((tmp_path / "frames").iterdir()), sorted(tmp_path.glob("parity-*.png"))):
        assert [path.name[-8:] for path in paths] == ["0001.png", "0002.png", "0003.png"]
        for k, path in enumerate(paths):
            with Image.open(path) as picture:
                np.testing.assert_array_equal(np.array(picture), draw(k)[..., :3])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["frames", *(f"parity-000{k}.png" for k in (1, 2, 3))]


def test_a_png_sequence_replaces_nothing(tmp_path, draw):
    (tmp_path / "parity-0002.png").write_bytes(b"mine")
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    for path in (tmp_path / "parity.png", full, tmp_path / "parity-0002.png" / "x"):
        with pytest.raises(InputError):
            make("png-sequence", path, draw, count=3)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["full", "mine.txt", "parity-0002.png"]
    assert (tmp_path / "parity-0002.png").read_bytes() == b"mine"


def test_an_empty_folder_is_filled(tmp_path, draw):
    (tmp_path / "frames").mkdir()
    make("png-sequence", tmp_path / "frames", draw, count=2)
    assert len(list((tmp_path / "frames").iterdir())) == 2


@pytest.mark.parametrize("name", [*FILMS, "png-sequence"])
def test_a_long_film_keeps_no_frames(name, tmp_path, draw):
    """At most a few frames are alive at any moment of a film of 400."""
    references, most = [], 0

    def watched(k):
        nonlocal most
        frame = draw(k, 64, 96)
        references.append(weakref.ref(frame))
        most = max(most, sum(reference() is not None for reference in references))
        return frame

    make(name, tmp_path / ("frames" if name == "png-sequence" else f"film.{name}"), watched, 400, width=64)
    gc.collect()
    assert len(references) >= 400
    assert most <= 8
    assert not any(reference() is not None for reference in references)
