"""What the network is: cell, units, the cell's options, first weights, seed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.controller import Controller
from rnnviz.gui.forms import Form, choice_name
from rnnviz.gui.view import View
from rnnviz.network.spec import NetworkSpec
from rnnviz.session.state import State


class NetworkPanel(View, QWidget):
    """NETWORK: every change here makes a new untrained network, and can be undone."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.form = Form(
            NetworkSpec, ("cell", "hidden", "activation", "peepholes", "forget_bias", "reset", "initialisation", "seed")
        )
        self.form.edited.connect(self._edited)
        activation = self.form.fields["activation"]
        assert isinstance(activation, QComboBox)
        self.note = QLabel(objectName="hint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.form)
        column.addWidget(self.note)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        if "network" not in changed and "task" not in changed:
            return
        spec = state.network.spec
        self.form.set_values(spec)
        plain = spec.cell not in ("lstm", "gru")
        self.form.set_enabled(
            "activation", plain, "" if plain else self.tr("LSTM and GRU always use tanh; choose Elman to change it")
        )
        lstm = spec.cell == "lstm"
        for name in ("peepholes", "forget_bias"):
            self.form.set_enabled(
                name, lstm, "" if lstm else self.tr("Only an LSTM has this; choose LSTM to change it")
            )
        gru = spec.cell == "gru"
        self.form.set_enabled("reset", gru, "" if gru else self.tr("Only a GRU has this; choose GRU to change it"))
        self.note.setText(
            self.tr("{inputs} inputs · output {outputs}, {output}").format(
                inputs=spec.inputs, outputs=spec.outputs, output=choice_name(spec.output)
            )
        )

    def _edited(self, name: str, value: object) -> None:
        self._controller.set_network(**{name: value})
