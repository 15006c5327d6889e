"""The left side: sequence, network, training and the loss, one below the other; scrolled where room is scarce."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.gui.actions import Actions
from rnnviz.gui.controller import Controller
from rnnviz.gui.loss_view import LossView
from rnnviz.gui.network_panel import NetworkPanel
from rnnviz.gui.sequence_panel import SequencePanel
from rnnviz.gui.training_panel import TrainingPanel
from rnnviz.gui.view import View
from rnnviz.session.state import State

WIDTH = 270


class Panels(View, QScrollArea):
    """Holds the panels; as wide as they need, never scrolled sideways."""

    def __init__(self, controller: Controller, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="panels")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setMinimumWidth(WIDTH)
        self.sequence = SequencePanel(controller, actions.open)
        self.network = NetworkPanel(controller)
        self.training = TrainingPanel(controller, actions)
        self.loss = LossView(theme)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for title, panel in (
            (self.tr("SEQUENCE"), self.sequence),
            (self.tr("NETWORK"), self.network),
            (self.tr("TRAINING"), self.training),
        ):
            heading = QHBoxLayout()
            heading.setSpacing(2)
            heading.addWidget(QLabel(title, objectName="heading"), 1)
            for button in panel.heading_buttons if panel is self.sequence else ():
                heading.addWidget(button)
            column.addLayout(heading)
            column.addWidget(panel)
            column.addSpacing(8)
        column.addWidget(self.loss)
        column.addStretch(1)
        self.setWidget(inner)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        for panel in (self.sequence, self.network, self.training, self.loss):
            panel.show(state, snapshot, changed)

    def set_theme(self, theme: Theme) -> None:
        self.loss.set_theme(theme)

    def edit_sequence(self) -> None:
        """Put the caret into the field of the sequence."""
        self.sequence.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sequence.edit.selectAll()
