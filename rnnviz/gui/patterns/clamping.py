"""Clamping units of a Boltzmann machine: by mouse, by key, all pixels at once, and letting them go again."""

from PySide6.QtCore import QObject

from rnnviz.errors import InputError
from rnnviz.gui.patterns.controller import PatternController
from rnnviz.session.patterns import check_clamps
from rnnviz.words import QT_TRANSLATE_NOOP


class Clamping(QObject):
    """What the actions of clamping ask of the controller; each change is a step for undo."""

    def __init__(self, controller: PatternController) -> None:
        super().__init__(controller)
        self._controller = controller

    def at_one(self) -> None:
        self._selected(1)

    def at_zero(self) -> None:
        self._selected(0)

    def free(self) -> None:
        self._selected(None)

    def _selected(self, value: int | None) -> None:
        selection = self._controller.state.selection
        if selection is None:
            error = InputError(
                QT_TRANSLATE_NOOP("errors", "No unit is selected; click one, or choose one with the keys ↑ and ↓.")
            )
            self._controller.said.emit("error", str(error))
            return
        clamped = dict(self._controller.state.clamped)
        clamped.pop(selection.unit, None)
        if value is not None:
            clamped[selection.unit] = value
        self._set(clamped)

    def pixels(self) -> None:
        """Every pixel at what is drawn, without corruption: only the hidden units are sampled."""
        state = self._controller.state
        hidden = {unit: value for unit, value in state.clamped if unit >= state.spec.pixels}
        self._set(dict(enumerate(state.drawn.pixels.ravel().astype(int).tolist())) | hidden)

    def free_all(self) -> None:
        self._set({})

    def _set(self, clamped: dict[int, int]) -> None:
        state, clamps = self._controller.state, tuple(sorted(clamped.items()))
        if clamps == state.clamped:
            return
        try:
            check_clamps(state.spec, clamps)
        except InputError as error:
            self._controller.said.emit("error", str(error))
            return
        self._controller.clamp(clamps)
