"""The film of a network with symmetric weights."""

from dataclasses import dataclass

from rnnviz.export.footage import Draw, Footage
from rnnviz.export.options import FilmOptions
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.palette import THEMES
from rnnviz.figure.patterns.film import pattern_frame
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.session.patterns import PatternState, clock_phases, run_of
from rnnviz.session.playback import Phase, Position


@dataclass(frozen=True, eq=False)
class PatternFootage(Footage):
    """The path of a state from its cue."""

    state: PatternState

    @property
    def name(self) -> str:
        return self.state.spec.kind

    @property
    def steps(self) -> int:
        return len(run_of(self.state))

    @property
    def phases(self) -> tuple[Phase, ...]:
        return clock_phases(self.state.spec)

    def draw(self, options: FilmOptions, width: int, height: int) -> Draw:
        scene = PatternScene.of(self.state, THEMES[options.theme])

        def picture(position: Position, rolled: float = 0.0, /) -> Drawing:
            return pattern_frame(scene, position, width, height, options.tracks)

        return picture
