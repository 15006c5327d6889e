"""The film of the stage, painted by the window's painter: every format shows what was painted."""

import av
import numpy as np
import pytest
from PIL import Image

from rnnviz.app.painter import painter
from rnnviz.app.work import snapshot_of
from rnnviz.export.base import formats
from rnnviz.export.film import film
from rnnviz.export.options import FilmOptions
from rnnviz.session.start import preset

OPTIONS = FilmOptions(width=480, height=270, fps=10, speed=4.0, last=2, hold=0.5)


def frames_of(path):
    if path.suffix in (".mp4", ".webm"):
        with av.open(str(path)) as film:
            return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    frames = []
    with Image.open(path) as film:
        for k in range(film.n_frames):
            film.seek(k)
            frames.append(np.array(film.convert("RGB")))
    return frames


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["gif", "mp4", "webm", "webp"])
def test_first_and_last_frame_are_what_was_painted(name, theme, tmp_path):
    state = preset("parity")
    painted = []
    with painter() as render:

        def watched(drawing):
            painted.append(render(drawing))
            return painted[-1]

        options = FilmOptions(**{**vars(OPTIONS), "theme": theme})
        path = tmp_path / f"film.{name}"
        made = film(state, snapshot_of(state), options, watched, path, exporter=formats[name])
    frames = frames_of(path)
    assert made.frames >= len(frames) >= 5
    first, last = painted[-made.frames :][0] if name != "gif" else painted[0], painted[-1]
    for shown, true in ((frames[0], first), (frames[-1], last)):
        off = np.abs(shown.astype(int) - true[..., :3])
        # MP4 and WebM halve the colours of edges; GIF has 256 colours for thousands.
        assert off.mean() <= {"webp": 0, "gif": 2, "mp4": 4, "webm": 4}[name]
        assert np.median(off) <= {"webp": 0, "gif": 1, "mp4": 3, "webm": 3}[name]
    assert np.abs(frames[0].astype(int) - frames[-1]).mean() > 1  # something happened


def test_the_end_is_drawn_once_while_it_is_held(tmp_path):
    state = preset("parity")
    count = 0
    with painter() as render:

        def counting(drawing):
            nonlocal count
            count += 1
            return render(drawing)

        options = FilmOptions(**{**vars(OPTIONS), "hold": 20.0})
        made = film(state, snapshot_of(state), options, counting, tmp_path / "film.mp4")
    assert made.frames > 200
    assert count < made.frames - 195


def test_a_still_is_the_end_of_the_last_clock(tmp_path):
    state = preset("parity")
    with painter() as render:
        for last in (1, 2):
            options = FilmOptions(width=480, height=270, last=last)
            film(state, snapshot_of(state), options, render, tmp_path / f"{last}.png")
        film(state, snapshot_of(state), OPTIONS, render, tmp_path / "film.webp")
    one, two = (np.array(Image.open(tmp_path / f"{last}.png")) for last in (1, 2))
    assert (one != two).any()
    np.testing.assert_array_equal(frames_of(tmp_path / "film.webp")[-1], two)
