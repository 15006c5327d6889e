"""The bar on top: the name, the menus, what is being looked at, and what is reached for most often."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QWidget,
)

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.panels.preset_menu import fill_presets
from rnnviz.gui.toolkit.action_button import ActionButton
from rnnviz.gui.toolkit.forms import choice_name
from rnnviz.gui.toolkit.view import View
from rnnviz.session.state import State
from rnnviz.words import translate

HEIGHT = 46
_AROUND = 42  # frame, padding and arrow of the button that says what is on the stage


class _PresetButton(QPushButton):
    """Shows as much of its words as it has room for; all of them are its accessible name."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        room = self.width() - _AROUND
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)


class TopBar(View, QWidget):
    """Says which network is on the stage; its menu brings another one."""

    preset_chosen = Signal(str)

    def __init__(self, actions: Actions, menus: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        wordmark = QLabel("rnnviz", objectName="wordmark")
        self.preset = _PresetButton(focusPolicy=Qt.FocusPolicy.TabFocus)
        self.preset.setProperty("menu", True)
        self.preset.setToolTip(self.tr("What is on the stage; choose another trained example"))
        self.preset.setMinimumWidth(120)
        self.preset.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.presets = QMenu(self.preset)
        fill_presets(self.presets)
        self.presets.triggered.connect(self._choose)
        self.preset.setMenu(self.presets)
        self.undo = ActionButton(actions.undo)
        self.redo = ActionButton(actions.redo)
        self.export = ActionButton(actions.export, words=True)
        self.export.setProperty("primary", True)
        self.theme_button = ActionButton(actions.theme, flat=True)
        self.help = ActionButton(actions.guide, flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(wordmark)
        if not menus.isNativeMenuBar():
            menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(menus)
        row.addSpacing(6)
        row.addWidget(self.preset)
        row.addStretch(1)
        for widget in (self.undo, self.redo, self.export, self.theme_button, self.help):
            row.addWidget(widget)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        if changed & {"network", "task"}:
            text = self.said(state)
            if text != self.preset.text():
                self.preset.setText(text)
                self.preset.setAccessibleName(self.tr("On the stage: {what}").format(what=text))

    def said(self, state: State) -> str:
        """A state in a few words: “Parity of ones · LSTM, 3 units”."""
        count = state.network.spec.hidden
        return self.tr("{task} · {cell}, {units}").format(
            task=translate("tasks", state.task.title),
            cell=choice_name(state.network.spec.cell),
            units=self.tr("%n unit(s)", "", count),
        )

    def _choose(self, action: QAction) -> None:
        self.preset_chosen.emit(action.data())
