"""What the network learns and how; the button that lets it learn; how far it is."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rnnviz.engine.batches import DRAWN
from rnnviz.engine.messages import History, Snapshot
from rnnviz.engine.place import NUMPY
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.panels.more_training import MoreTraining
from rnnviz.gui.panels.task_row import TaskRow
from rnnviz.gui.toolkit.action_button import ActionButton
from rnnviz.gui.toolkit.forms import Form
from rnnviz.gui.toolkit.view import SNAPSHOT, View
from rnnviz.network.optimisers.base import optimisers
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.session.state import State

LAG = 0.5  # seconds that the loss of the held-out sequences may be behind


def grouped(number: int) -> str:
    """12 345 with a narrow space between the thousands."""
    return f"{number:,}".replace(",", "\u202f")


def facts(parts: list[str]) -> str:
    """Short facts for a label of some lines, each of which ends between two facts and never within one."""
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def batches_ahead(state: State, snapshot: Snapshot | None) -> History | None:
    """The course of learning, when it is well ahead of the weights that were traced and examined last, as it is while a
    long sequence is being traced. Else None."""
    if not state.learning or snapshot is None or snapshot.history is None or not len(snapshot.history.updates):
        return None
    ahead = snapshot.history.updates[-1] - state.network.updates
    return snapshot.history if ahead > max(1.0, LAG * snapshot.updates_per_second) else None


class TrainingPanel(View, QWidget):
    """TRAINING: task and optimiser, Train, and the state of learning in words."""

    def __init__(self, controller: Controller, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._spec: NetworkSpec | None = None  # what was shown last
        self._drawn = False  # the full batch is a part, drawn once, of what there is
        self.task_row = TaskRow(controller)
        names = ("optimiser", "rate", "clip", "batch")
        self.form = Form(TrainingSpec, names, empty={"batch": self.tr("full")})
        self.form.edited.connect(self._edited)
        self.more = MoreTraining()
        self.more.edited.connect(self._edited)
        self.more.own_edited.connect(self._own_edited)
        self.train = ActionButton(actions.train, words=True, size=16)
        self.train.setProperty("primary", True)
        self.train.setProperty("tall", True)
        self.once = ActionButton(actions.one_update, words=True, icon=False)
        self.once.setProperty("tall", True)
        self.reset = ActionButton(actions.reset, words=True, size=16)
        self.other_seed = ActionButton(actions.other_seed, words=True, size=16)
        self.status = QLabel(objectName="status", wordWrap=True)
        self.status.setMinimumHeight(2 * self.status.fontMetrics().lineSpacing())
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.engine = QLabel(objectName="hint", wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.task_row)
        column.addWidget(self.form)
        column.addWidget(self.more)
        self.controls = QWidget()  # with what is below not among the fields: in sight when they are scrolled
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for pair in ((self.train, self.once), (self.reset, self.other_seed)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in pair:
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                row.addWidget(button, 1)
            column.addLayout(row)
        self.progress = QWidget()
        column = QVBoxLayout(self.progress)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.status)
        column.addWidget(self.engine)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        self.task_row.show(state, snapshot, changed)
        if "training" in changed:
            self.form.set_values(state.training)
            newton = state.training.optimiser == "newton"
            self.form.set_enabled("clip", not newton, self.tr("Newton's step is bounded by its damping"))
        if "training" in changed or state.network.spec is not self._spec:
            self._spec = state.network.spec
            self.more.show_state(state)
        if changed & {"training", "task"}:
            fresh = state.training.batch is None and state.training.training_set is None
            self._drawn = fresh and state.task.whole() is None
        if changed & {"training", "task", "network", "learning", SNAPSHOT}:
            self.status.setText(self._said(state, snapshot))
            self.engine.setText(self._engine(state, snapshot))
            fault = None if snapshot is None or snapshot.history is None else snapshot.history.fault
            self.engine.setToolTip("" if fault is None else str(fault))

    def _said(self, state: State, snapshot: Snapshot | None) -> str:
        model, ahead = state.network, batches_ahead(state, snapshot)
        updates, loss, accuracy = model.updates, model.loss, model.accuracy
        if ahead is not None:
            updates, loss, accuracy = int(ahead.updates[-1]), ahead.loss[-1], ahead.accuracy[-1]
        if updates == 0:
            return self.tr("untrained")
        parts = [self.tr("%n update(s)", "", updates).replace(str(updates), grouped(updates))]
        if math.isfinite(loss):
            words = self.tr("loss {loss}") if ahead is None else self.tr("loss of the batch {loss}")
            parts.append(words.format(loss=f"{loss:.3g}"))
        if math.isfinite(accuracy):
            # A text that is too short to keep a part of it apart is only known by heart.
            known = ahead is None and not state.task.held_out
            words = self.tr("known by heart {accuracy} %") if known else self.tr("accuracy {accuracy} %")
            parts.append(words.format(accuracy=f"{100 * accuracy:.4g}"))
        return facts(parts)

    def _engine(self, state: State, snapshot: Snapshot | None) -> str:
        history = None if snapshot is None else snapshot.history
        computed = (history and history.backend) or (NUMPY if snapshot is None else snapshot.backend)
        parts = [computed, state.network.spec.dtype]
        if history is not None and history.fault is not None:
            parts.append(self.tr("{title} failed").format(title=history.fault.title))
        rate = snapshot.updates_per_second if snapshot is not None and state.learning else 0.0
        if rate:
            rounded = round(rate, -1) if rate >= 100 else round(rate)
            parts.append(self.tr("{rate} updates/s").format(rate=grouped(int(rounded))))
        training, done = state.training, state.network.updates
        if training.schedule != "constant":
            parts.append(self.tr("rate now {rate}").format(rate=f"{training.rate_after(done):.3g}"))
        if self._drawn:
            parts.append(self.tr("full batch: {count} sequences, drawn once").format(count=DRAWN))
        if (training.l1 or training.l2) and history is not None:
            cost = history.penalty[-1:]
            parts += [self.tr("penalty {cost}, not in the loss").format(cost=f"{value:.3g}") for value in cost]
        return " · ".join(parts)

    def _own_edited(self, part: str, name: str, value: object) -> None:
        self._controller.set_training_part(part, **{name: value})

    def _edited(self, name: str, value: object) -> None:
        changes, training = {name: value}, self._controller.state.training
        if name == "k1":  # k2 is never below k1: the other one makes way
            changes["k2"] = max(value, training.k2)
        elif name == "k2":
            changes["k1"] = min(value, training.k1)
        elif name == "optimiser" and training.rate == optimisers[training.optimiser].usual_rate:
            changes["rate"] = optimisers[value].usual_rate  # a rate that was never chosen goes with its optimiser
        self._controller.set_training(**changes)
