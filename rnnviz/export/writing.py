"""Frames become a file of one format, planned for what the format can do, whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rnnviz.export.base import Exporter
from rnnviz.export.frames import Frame, Frames, Progress, sample_of, unasked, unheard
from rnnviz.export.options import FilmOptions
from rnnviz.export.place import check_place, placing
from rnnviz.paths import atomic_path
from rnnviz.words import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class Film:
    """What was made: where, in which format, how many frames of which size. notes: sentences about what the format
    could not do as asked."""

    path: Path
    format: str
    frames: int
    width: int
    height: int
    fps: int
    seconds: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a format makes of the size and the frame rate that were asked for."""

    width: int
    height: int
    fps: int
    notes: tuple[str, ...]


def plan(options: FilmOptions, exporter: Exporter[Any]) -> Plan:
    """The size and frame rate that the format can do, with a note for each that is not as asked."""
    width, height, fps = options.width, options.height, options.fps
    notes = []
    if exporter.even and (width % 2 or height % 2):
        width, height = width - width % 2, height - height % 2
        note = QT_TRANSLATE_NOOP("export", "{name} needs even sizes: the film is {width} × {height}.")
        notes.append(translate("export", note).format(name=exporter.name, width=width, height=height))
    if exporter.most_fps is not None and fps > exporter.most_fps:
        fps = exporter.most_fps
        note = QT_TRANSLATE_NOOP("export", "{name} shows at most {fps} frames a second: the film has {fps}.")
        notes.append(translate("export", note).format(name=exporter.name, fps=fps))
    return Plan(width, height, fps, tuple(notes))


def write_film(
    exporter: Exporter[Any],
    path: Path,
    draw: Callable[[int], Frame],
    count: int,
    plan: Plan,
    *,
    loop: bool = True,
    progress: Progress = unheard,
    cancelled: Callable[[], bool] = unasked,
) -> Film:
    """Write frames 0 .. count - 1 of `draw` to `path`, whole or not at all.

    Errors: InputError in one sentence (disk full, no such folder, read-only); Cancelled. Either leaves nothing behind
    and an older file under that name as it was.
    """
    check_place(path, may_be_folder=exporter.several)
    if exporter.kind == "still":
        count = 1
    extra = len(sample_of(count, exporter.sampled)) if exporter.sampled else 0
    frames = Frames(count, plan.width, plan.height, plan.fps, draw, loop, extra, progress, cancelled)
    with placing(path):
        if exporter.several:
            exporter.write(frames, path)
        else:
            with atomic_path(path) as temporary:
                exporter.write(frames, temporary)
    return Film(path, exporter.name, count, plan.width, plan.height, plan.fps, frames.seconds, plan.notes)
