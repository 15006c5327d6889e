"""Whatever goes wrong is one sentence, and leaves the folder as it was."""

import errno
import os
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from rnnviz.errors import InputError
from rnnviz.export import codec, place
from rnnviz.export.base import Cancelled, format_for, formats
from rnnviz.export.frames import Frames
from rnnviz.export.options import FilmOptions
from rnnviz.export.trace import Run, write_trace
from rnnviz.export.writing import plan, write_film

FILMS = ("gif", "mp4", "webm", "webp", "png", "png-sequence")
OPTIONS = FilmOptions(width=160, height=96)


def make(name, path, draw, count=12, **more):
    exporter = formats[name]
    return write_film(exporter, path, draw, count, plan(OPTIONS, exporter), **more)


def target(folder, name):
    return folder / f"film{formats[name].suffix}"


def said(caught):
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert sentence.endswith((".", "?"))
    return sentence


@pytest.mark.parametrize("name", FILMS)
def test_cancel_leaves_nothing_and_the_old_file(name, tmp_path, draw):
    path = target(tmp_path, name)
    if not formats[name].several:
        path.write_bytes(b"old")
    before = sorted(tmp_path.iterdir())
    asked = iter([False] * (0 if name == "png" else 7) + [True] * 3)
    with pytest.raises(Cancelled):
        make(name, path, draw, cancelled=lambda: next(asked))
    assert sorted(tmp_path.iterdir()) == before
    assert not path.is_file() or path.read_bytes() == b"old"


def test_cancel_may_be_an_event(tmp_path, draw):
    event = threading.Event()

    def progress(done, total, seconds_left):
        if done == 5:
            event.set()

    with pytest.raises(Cancelled):
        make("mp4", tmp_path / "film.mp4", draw, progress=progress, cancelled=event.is_set)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", FILMS)
def test_progress_counts_to_its_end(name, tmp_path, draw):
    heard = []
    make(name, target(tmp_path, name), draw, progress=lambda *words: heard.append(words))
    done, totals, left = zip(*heard, strict=True)
    assert done == tuple(range(1, totals[0] + 1))
    assert set(totals) == {1 if name == "png" else 24 if name == "gif" else 12}
    assert min(left) >= 0
    assert left[-1] == 0


@pytest.mark.parametrize("name", FILMS)
@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt()])
def test_a_painter_that_fails_leaves_nothing(name, error, tmp_path, draw):
    def broken(k):
        if name == "png" or k == 8:
            raise error
        return draw(k)

    with pytest.raises(type(error)):
        make(name, target(tmp_path, name), broken)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", FILMS)
def test_a_full_disk_is_said(name, tmp_path, draw, monkeypatch):
    """The file system has no room from the first byte on, for Python's writes and for FFmpeg's."""
    path = target(tmp_path, name)
    if formats[name].encoder:
        real = codec.library().open

        def full(name, mode="r", **more):
            if mode == "w":
                raise codec.library().error.FFmpegError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(name, mode, **more)

        monkeypatch.setattr(codec.library(), "open", full)
    else:

        def full(frame, path):
            path.write_bytes(b"half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr("rnnviz.export.png.write_png", full)
        monkeypatch.setattr("rnnviz.export.png_sequence.write_png", full)
    with pytest.raises(InputError) as caught:
        make(name, path, draw)
    assert "disk is full" in said(caught)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a Linux device")
@pytest.mark.parametrize("name", ["gif", "webm", "webp", "png"])
def test_writers_notice_a_device_without_room(name, draw, monkeypatch):
    """The writers themselves, on a real device that is always full: none believes that it has written."""
    real = codec.library().open
    monkeypatch.setattr(codec.library(), "open", lambda path, mode="r", **more: real(path, mode, format=name, **more))
    with pytest.raises((OSError, InputError)):
        formats[name].write(Frames(12, 160, 96, 10, draw), Path("/dev/full"))


@pytest.mark.parametrize("name", ["gif", "mp4", "webm", "webp"])
def test_a_film_cut_short_is_noticed(name, tmp_path, draw, monkeypatch):
    """What the encoder wrote is read again: a file that lost its end never takes the old one's place."""
    path = target(tmp_path, name)
    path.write_bytes(b"old")
    module = sys.modules[type(formats[name]).__module__]
    real = module.encode

    def short(frames, path, *rest):
        real(frames, path, *rest)
        size = path.stat().st_size
        with path.open("rb+") as file:
            file.truncate(size // 2)

    monkeypatch.setattr(module, "encode", short)
    with pytest.raises(InputError) as caught:
        make(name, path, draw)
    assert "12 frames" in said(caught)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FILMS)
def test_a_place_that_cannot_be_is_said_before_a_frame_is_drawn(name, tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "something").write_text("x")
    drawn = []
    for path in (
        tmp_path / "missing" / "film",
        tmp_path / "file" / "film",
        tmp_path / "folder",
        tmp_path / ("x" * 300),
        tmp_path / "nul\0nul",
    ):
        with pytest.raises(InputError) as caught:
            make(name, path, drawn.append)
        said(caught)
    assert not drawn
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a POSIX pipe")
def test_what_is_no_file_is_not_replaced(tmp_path, draw):
    path = tmp_path / "pipe.gif"
    os.mkfifo(path)
    with pytest.raises(InputError, match="not an ordinary file") as caught:
        make("gif", path, draw)
    said(caught)
    assert path.is_fifo()


def test_a_folder_that_is_read_only_is_said(tmp_path, draw, monkeypatch):
    monkeypatch.setattr(place.os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(InputError, match="cannot be written to") as caught:
        make("gif", tmp_path / "film.gif", draw)
    said(caught)


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="a folder of Linux that takes no file, not even from root")
def test_a_folder_that_takes_no_file_is_not_called_missing(draw):
    with pytest.raises(InputError, match=r"^/proc cannot be written to"):
        make("gif", Path("/proc/film.gif"), draw)


def test_the_format_comes_from_the_suffix_or_the_name(tmp_path):
    assert format_for(tmp_path / "a.GIF").name == "gif"
    assert format_for(tmp_path / "a.png", "png-sequence").name == "png-sequence"
    assert format_for(tmp_path / "folder").name == "png-sequence"
    for path, name in ((tmp_path / "a.avi", None), (tmp_path / "a.gif", "avi"), (tmp_path / "a.csv", None)):
        with pytest.raises(InputError, match="gif") as caught:
            format_for(path, name)
        said(caught)


def test_without_pyav_the_rest_still_works(tmp_path, draw, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    for name in ("gif", "mp4", "webm", "webp"):
        with pytest.raises(InputError, match="pip install av") as caught:
            format_for(tmp_path / "film", name)
        assert "png, png-sequence" in said(caught)
    make("png", tmp_path / "still.png", draw)
    make("png-sequence", tmp_path / "frames", draw)
    write_trace(Run(("a",), {"h": np.ones((1, 2))}), tmp_path / "run.csv")
    assert len(list(tmp_path.iterdir())) == 3


def test_a_missing_encoder_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(type(formats["mp4"]), "encoder", "libnothing264")
    with pytest.raises(InputError, match="libnothing264") as caught:
        format_for(tmp_path / "film.mp4")
    said(caught)


@pytest.mark.parametrize(("name", "format_"), [("a.png", "gif"), ("a.mp4", "gif"), ("a.gif", "mp4")])
def test_a_format_and_an_ending_that_disagree_are_refused(name, format_):
    with pytest.raises(InputError, match=f"does not end with .{format_}"):
        format_for(Path(name), format_)
