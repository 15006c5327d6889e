"""The left side: sequence, network, training and the loss, one below the other."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.panels.network_panel import NetworkPanel
from rnnviz.gui.panels.sequence_panel import SequencePanel
from rnnviz.gui.panels.training_panel import TrainingPanel
from rnnviz.gui.toolkit.view import View
from rnnviz.gui.views.loss_view import LossView
from rnnviz.session.state import State

WIDTH, MARGIN = 280, 14


class Fields(QScrollArea):
    """As high as what it holds, and lower, with a scroll bar, where there is not that much room."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Panels(View, QFrame):
    """Holds the panels. The fields are scrolled where room is scarce, never sideways; the buttons that let the network
    learn, how far it is and its loss are always in sight."""

    def __init__(self, controller: Controller, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="panels")
        self.setMinimumWidth(WIDTH)
        self.sequence = SequencePanel(controller, actions.open)
        self.network = NetworkPanel(controller)
        self.training = TrainingPanel(controller, actions)
        self.loss = LossView(theme)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 12, MARGIN, 6)
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
            column.addSpacing(0 if panel is self.sequence else 8)
            column.addLayout(heading)
            column.addWidget(panel)
        column.addStretch(1)
        self.fields = Fields(inner)
        self.rule = QFrame(objectName="rule")  # where the fields are cut off
        place = self.rule.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.rule.setSizePolicy(place)
        self.rule.hide()
        self.fields.verticalScrollBar().rangeChanged.connect(self._cut)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, 6, MARGIN, 8)
        below.setSpacing(6)
        below.addWidget(self.training.progress)
        below.addWidget(self.loss)
        # The last, at the lower edge: they do not move away from under the mouse when the plot comes or goes.
        below.addWidget(self.training.controls)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.fields)
        whole.addWidget(self.rule)
        whole.addStretch(1)
        whole.addLayout(below)

    def _cut(self, low: int, high: int) -> None:
        self.rule.setVisible(high > low)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        for panel in (self.sequence, self.network, self.training, self.loss):
            panel.show(state, snapshot, changed)

    def set_theme(self, theme: Theme) -> None:
        self.loss.set_theme(theme)

    def edit_sequence(self) -> None:
        """Put the caret into the field of the sequence."""
        self.sequence.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sequence.edit.selectAll()
