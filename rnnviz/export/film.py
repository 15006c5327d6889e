"""The stage becomes a film or a picture: frame k is a function of k, drawn when the format asks for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rnnviz.engine.messages import Snapshot
from rnnviz.export.base import Exporter, format_for
from rnnviz.export.frames import Frame, Progress, unasked, unheard
from rnnviz.export.options import FilmOptions, frame_count, frame_position
from rnnviz.export.writing import Film, plan, write_film
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.palette import THEMES
from rnnviz.figure.scene import Scene
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import State

Render = Callable[[Drawing], Frame]


def film(
    state: State,
    snapshot: Snapshot,
    options: FilmOptions,
    render: Render,
    path: Path,
    *,
    exporter: Exporter[Any] | None = None,
    progress: Progress = unheard,
    cancelled: Callable[[], bool] = unasked,
) -> Film:
    """Write what the stage shows of a state, clock by clock, to `path`.

    snapshot: of the state's network on its sequence. render: the painter, Drawing -> (height, width, 4) uint8 RGBA.
    exporter: the format; when None, the one whose suffix `path` has. A still picture shows the end of the last clock.
    progress(done, total, seconds left) is called after each frame, `cancelled` is asked before each.

    Errors: InputError in one sentence (no such format, an encoder that is missing, clocks that the sequence does not
    have, a full disk, a folder that is missing or read-only); Cancelled. Either leaves nothing behind, and an older
    file under that name as it was.
    """
    exporter = exporter or format_for(path)
    scene = Scene.of(state, snapshot, THEMES[options.theme])
    planned = plan(options, exporter)
    count = frame_count(options, scene.phases, scene.steps, planned.fps)
    axis = film_axis(scene, planned.width, planned.height)
    last = end_of(options.clocks(scene.steps)[1], scene.phases)
    shown: list[tuple[Position, Frame]] = []  # the newest: while the end is held, nothing is drawn again

    def draw(k: int) -> Frame:
        moves = exporter.kind == "film"
        at = frame_position(k, options, scene.phases, scene.steps, planned.fps) if moves else last
        if not shown or shown[0][0] != at:
            drawing = frame(scene, axis, at, planned.width, planned.height, options.tracks)
            shown[:] = [(at, render(drawing))]
        return shown[0][1]

    return write_film(exporter, path, draw, count, planned, loop=options.loop, progress=progress, cancelled=cancelled)
