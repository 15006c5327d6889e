"""The stage becomes a film or a picture: frame k is a function of k, drawn when the format asks for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rnnviz.engine.evaluate import evaluate
from rnnviz.engine.messages import Snapshot
from rnnviz.export.base import Exporter, format_for
from rnnviz.export.footage import Draw, Footage
from rnnviz.export.frames import Frame, Progress, unasked, unheard
from rnnviz.export.options import STAGE, FilmOptions, frame_count, frame_position, frame_rolled, still_rolled
from rnnviz.export.writing import Film, plan, write_film
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.palette import THEMES
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.choice import fitting
from rnnviz.figure.states.page import state_page
from rnnviz.session.playback import Phase, Position, clock_phases, end_of
from rnnviz.session.state import State

Render = Callable[[Drawing], Frame]


@dataclass(frozen=True, eq=False)
class NetworkFootage(Footage):
    """A recurrent network on its sequence. snapshot: what is known of it; None or part of it while it is worked out.
    Where a cell is open, the film shows it open at every clock."""

    state: State
    snapshot: Snapshot | None = None

    @property
    def name(self) -> str:
        return self.state.task.name

    @property
    def folds(self) -> bool:
        return True

    @property
    def backwards(self) -> bool:
        return self.state.part[1]

    @property
    def steps(self) -> int:
        return len(self.state.sequence)

    @property
    def phases(self) -> tuple[Phase, ...]:
        return clock_phases(self.state.network.spec, self.state.opened is not None, self.state.part)

    def draw(self, options: FilmOptions, width: int, height: int) -> Draw:
        scene = Scene.of(self.state, self.snapshot, THEMES[options.theme])
        if options.shows != STAGE:
            known, seen = fitting(scene, self.snapshot), self.state.seen

            def page(position: Position, rolled: float = 0.0, /) -> Drawing:
                return state_page(options.shows, scene, seen, position, width, height, known)

            return page
        axis = film_axis(scene, width, height)

        def picture(position: Position, rolled: float = 0.0, /) -> Drawing:
            shown = None if options.fold == "no" else rolled
            return frame(scene, axis, position, width, height, options.tracks, self.state.opened, shown)

        return picture

    def whole(self) -> "NetworkFootage":
        if self.snapshot is not None:
            return self
        return replace(self, snapshot=evaluate_state(self.state))


def evaluate_state(state: State) -> Snapshot:
    """All that the network does on its sequence, by the backend and with the gradients of its training."""
    x, (target, mask) = state.task.encode(state.sequence), state.task.target(state.sequence)
    return evaluate(state.network, x, target, mask, training=state.training, held=state.held)


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
    """Write what the stage shows of a state, clock by clock, to `path`: `film_of` for a recurrent network.

    snapshot: of the state's network on its sequence.
    """
    footage = NetworkFootage(state, snapshot)
    return film_of(footage, options, render, path, exporter=exporter, progress=progress, cancelled=cancelled)


def film_of(
    footage: Footage,
    options: FilmOptions,
    render: Render,
    path: Path,
    *,
    exporter: Exporter[Any] | None = None,
    progress: Progress = unheard,
    cancelled: Callable[[], bool] = unasked,
) -> Film:
    """Write the footage, clock by clock, to `path`.

    render: the painter, Drawing -> (height, width, 4) uint8 RGBA.
    exporter: the format; when None, the one whose suffix `path` has. A still picture shows the end of the last clock.
    progress(done, total, seconds left) is called after each frame, `cancelled` is asked before each.

    Errors: InputError in one sentence (no such format, an encoder that is missing, clocks that the sequence does not
    have, a full disk, a folder that is missing or read-only); Cancelled. Either leaves nothing behind, and an older
    file under that name as it was.
    """
    exporter = exporter or format_for(path)
    planned = plan(options, exporter)
    phases, steps = footage.phases, footage.steps
    count = frame_count(options, phases, steps, planned.fps)
    picture = footage.draw(options, planned.width, planned.height)
    last = end_of(options.clocks(steps)[1], phases)
    shown: list[tuple[tuple[Position, float], Frame]] = []  # the newest: while the end is held, nothing is drawn again

    def draw(k: int) -> Frame:
        moves = exporter.kind == "film"
        at = last, still_rolled(options)
        if moves:
            timing = k, options, phases, steps, planned.fps
            position = frame_position(*timing)
            if footage.backwards:
                position = replace(position, t=sum(options.clocks(steps)) - position.t)
            at = position, frame_rolled(*timing)
        if not shown or shown[0][0] != at:
            shown[:] = [(at, render(picture(*at)))]
        return shown[0][1]

    return write_film(exporter, path, draw, count, planned, loop=options.loop, progress=progress, cancelled=cancelled)
