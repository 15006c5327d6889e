"""What the network is: cell, units, the cell's options, first weights, seed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.toolkit.fold import Fold
from rnnviz.gui.toolkit.forms import Form, choice_name
from rnnviz.gui.toolkit.view import View
from rnnviz.network.spec import NetworkSpec
from rnnviz.session.state import State

OF_ONE_CELL = {"forget_bias": "lstm", "peepholes": "lstm", "reset": "gru"}


class NetworkPanel(View, QWidget):
    """NETWORK: every change here makes a new untrained network, and can be undone."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.form = Form(NetworkSpec, ("cell", "hidden", "layers", "direction", "activation", "seed"))
        self.more = Fold(
            self.tr("More options of the network"), self.tr("First weights, options of the cell, scenario")
        )
        self.own = Form(
            NetworkSpec,
            ("initialisation", "forget_bias", "peepholes", "reset", "scenario", "encoder"),
            empty={"encoder": self.tr("half")},
        )
        self.more.column.addWidget(self.own)
        for form in (self.form, self.own):
            form.edited.connect(self._edited)
        self.note = QLabel(objectName="hint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.form)
        column.addWidget(self.more)
        column.addWidget(self.note)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        if "network" not in changed and "task" not in changed:
            return
        spec = state.network.spec
        self.form.set_values(spec)
        self.own.set_values(spec)
        self.form.set_shown("activation", spec.cell not in ("lstm", "gru"))  # which always use tanh
        for name, cell in OF_ONE_CELL.items():
            self.own.set_shown(name, spec.cell == cell)
        self.own.set_shown("encoder", spec.scenario == "delayed")
        self.note.setText(
            self.tr("{inputs} · {outputs}, {output}").format(
                inputs=self.tr("%n input(s)", "", spec.inputs),
                outputs=self.tr("%n output(s)", "", spec.outputs),
                output=choice_name(spec.output),
            )
        )

    def _edited(self, name: str, value: object) -> None:
        self._controller.set_network(**{name: value})
