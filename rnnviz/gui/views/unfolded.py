"""What was unfolded below the equations of the numbers along a trail, and how far one had scrolled, so that the way
back brings it back."""

from collections.abc import Sequence

from rnnviz.gui.views.equation_view import EquationRow
from rnnviz.session.state import Key


class Unfolded:
    """Remembers as long as a number is on the trail."""

    def __init__(self) -> None:
        self._left: dict[Key, tuple[int, dict[str, tuple[bool, bool, bool]]]] = {}

    def leave(
        self, seen: Key | None, key: Key | None, trail: tuple[Key, ...], rows: Sequence[EquationRow], scrolled: int
    ) -> None:
        """From the number that is seen in these rows on to another one, which the trail leads to."""
        self._left = {each: self._left[each] for each in (*trail, key) if each in self._left}
        if seen is not None and seen in trail:
            self._left[seen] = scrolled, {row.line.title: row.unfolded for row in rows if row.line is not None}

    def come_back(self, key: Key | None, rows: Sequence[EquationRow]) -> int | None:
        """Unfold what was unfolded when this number was left, and say how far one had scrolled; None where it was not
        left."""
        if key is None or key not in self._left:
            return None
        scrolled, left = self._left[key]
        for row in rows:
            if row.line is not None and row.line.title in left:
                row.unfold(*left[row.line.title])
        return scrolled
