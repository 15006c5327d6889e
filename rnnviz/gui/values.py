"""What connects stage, tracks, inspector and menu with the editor of numbers, and shows the old values everywhere until
one is let go."""

from PySide6.QtCore import QObject

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.control.cell_opener import CellOpener
from rnnviz.gui.control.editor import Editor
from rnnviz.gui.held_chip import HeldChip
from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.views.inspector_view import InspectorView
from rnnviz.gui.views.timeline import Timeline
from rnnviz.session.state import Key, State


class Values(QObject):
    """The window's wiring for numbers that are changed by hand."""

    def __init__(
        self,
        editor: Editor,
        timeline: Timeline,
        inspector: InspectorView,
        chip: HeldChip,
        cells: CellOpener,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor, self._timeline, self._inspector, self._actions = editor, timeline, inspector, actions
        field = inspector.value
        for view in (timeline.stage, timeline.tracks):
            view.dragged.connect(editor.drag)
            view.value_stepped.connect(editor.step)
            view.let_go.connect(editor.finish)
            view.taken_back.connect(editor.cancel)
            view.released.connect(editor.release)
            view.typed.connect(self.begin)
        field.number_set.connect(self._set_number)
        field.symbol_set.connect(self._set_symbol)
        field.stepped.connect(editor.step)
        field.kept.connect(editor.finish)
        field.taken_back.connect(editor.cancel)
        field.released.connect(editor.release)
        field.left.connect(timeline.stage.setFocus)
        chip.all_released.connect(editor.release_all)
        chip.chosen.connect(cells.select)
        editor.ghosted.connect(self._ghost)
        actions.on({actions.change: self.begin, actions.release_all: editor.release_all})

    def begin(self, text: str = "") -> None:
        """Type the value of what is selected, in the inspector, which comes forth."""
        self._actions.inspector.setChecked(True)
        self._inspector.setVisible(True)
        self._inspector.value.begin(text if isinstance(text, str) else "")

    def _set_number(self, key: Key, value: float) -> None:
        self._inspector.value.complain(self._editor.set_number(key, value))

    def _set_symbol(self, t: int, symbol: str) -> None:
        self._inspector.value.complain(self._editor.set_symbol(t, symbol))

    def _ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        self._timeline.set_ghost(state, snapshot)
        self._inspector.set_ghost(state, snapshot)
