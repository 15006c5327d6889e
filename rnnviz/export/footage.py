"""What a film is of: whatever has clocks and can be drawn at any moment."""

from abc import ABC, abstractmethod
from typing import Protocol

from rnnviz.export.options import FilmOptions
from rnnviz.figure.drawing import Drawing
from rnnviz.session.playback import Phase, Position


class Draw(Protocol):
    """Draws the frame of a position. rolled: how far the network is folded, for footage that `folds`."""

    def __call__(self, position: Position, rolled: float = 0.0, /) -> Drawing: ...


class Footage(ABC):
    """One kind of work, as it stands; immutable, so that it can be drawn in another thread."""

    @property
    @abstractmethod
    def name(self) -> str:
        """What a file of it is called to begin with."""

    @property
    def folds(self) -> bool:
        """Whether there is a network that can be folded."""
        return False

    @property
    def backwards(self) -> bool:
        """Whether the clocks of a film go from the last one to the first."""
        return False

    @property
    @abstractmethod
    def steps(self) -> int:
        """T, the number of clocks."""

    @property
    @abstractmethod
    def phases(self) -> tuple[Phase, ...]:
        """Of one clock."""

    @abstractmethod
    def draw(self, options: FilmOptions, width: int, height: int) -> Draw:
        """The function that draws the frame of a position, `width` by `height` pixels."""

    def whole(self) -> "Footage":
        """The same with everything that is drawn worked out; may take a moment."""
        return self
