"""The training options that a first lesson can do without."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rnnviz.gradients.base import refusals
from rnnviz.gui.toolkit.fold import Fold
from rnnviz.gui.toolkit.forms import Form
from rnnviz.network.spec import TrainingSpec
from rnnviz.options import options_of
from rnnviz.session.state import State


class OwnOptions(QWidget):
    """A form for a dataclass whose kind may change; empty where it has no options."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: Form | None = None
        self._kind: type | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def set_values(self, holder: object) -> None:
        if type(holder) is not self._kind:
            self._kind = type(holder)
            if self.form is not None:
                self.form.hide()
                self.form.deleteLater()
            names = tuple(options_of(holder))
            self.form = Form(self._kind, names) if names else None
            self.setVisible(bool(names))
            if self.form is not None:
                self.form.edited.connect(self.edited)
                self._column.addWidget(self.form)
        if self.form is not None:
            self.form.set_values(holder)


class MoreTraining(Fold):
    """`edited` carries the name of an option and its value, `own_edited` also which part of the settings has it,
    “optimiser_options” or “schedule_options”."""

    edited = Signal(str, object)
    own_edited = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("More options of the training"),
            self.tr("Schedule, gradient, training set, regularisation, early stopping, backend"),
            parent,
        )
        self.forms: list[Form] = []
        self.column.addWidget(QLabel(self.tr("Optimiser"), objectName="hint"))
        self.optimiser = self._own(self._optimiser_edited)
        self._add(self.tr("Learning rate"), "schedule")
        self.schedule = self._own(self._schedule_edited)
        self._add(self.tr("Gradient"), "gradient", "k1", "k2", "clip_value", "noise")
        self._add(self.tr("Training set"), "training_set", "patience")
        self._add(self.tr("Against overfitting"), "l1", "l2", "dropout_inputs", "dropout_layers", "dropout_recurrent")
        self._add(self.tr("What computes"), "backend", "record")
        self.fields = {name: field for form in self.forms for name, field in form.fields.items()}

    def _add(self, heading: str, *names: str) -> None:
        self.column.addSpacing(4)
        self.column.addWidget(QLabel(heading, objectName="hint"))
        form = Form(TrainingSpec, names, empty={"training_set": self.tr("fresh ones")})
        form.edited.connect(self.edited)
        self.forms.append(form)
        self.column.addWidget(form)

    def _own(self, slot: object) -> OwnOptions:
        options = OwnOptions()
        options.edited.connect(slot)
        self.column.addWidget(options)
        return options

    def show_state(self, state: State) -> None:
        training, newton = state.training, state.training.optimiser == "newton"
        self.optimiser.set_values(training.optimiser_options)
        self.schedule.set_values(training.schedule_options)
        for form in self.forms:
            form.set_values(training)
        gradient, regularisation = self.forms[1], self.forms[3]
        for name in ("k1", "k2"):
            gradient.set_shown(name, training.gradient == "tbptt")
        gradient.refuse("gradient", refusals(state.network.spec))
        why = self.tr("Newton's step is bounded by its damping; nothing is clipped")
        gradient.set_enabled("clip_value", not newton, why)
        deep = state.network.spec.layers > 1
        regularisation.set_enabled("dropout_layers", deep, self.tr("This network has one layer"))

    def _optimiser_edited(self, name: str, value: object) -> None:
        self.own_edited.emit("optimiser_options", name, value)

    def _schedule_edited(self, name: str, value: object) -> None:
        self.own_edited.emit("schedule_options", name, value)
