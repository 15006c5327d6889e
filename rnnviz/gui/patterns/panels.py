"""The left side of the window of patterns: the pattern, the network, and for machines temperature and learning."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.capacity import CRITICAL
from rnnviz.energy.learning import LearningSpec, can_enumerate
from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.words import number
from rnnviz.gui.panels.left_side import WIDTH
from rnnviz.gui.panels.training_panel import facts, grouped
from rnnviz.gui.patterns.actions import PatternActions
from rnnviz.gui.patterns.controller import PatternController
from rnnviz.gui.patterns.editor import PatternEditor
from rnnviz.gui.toolkit.action_button import ActionButton
from rnnviz.gui.toolkit.forms import GAP, LABELS, Form, undo_goes_to_the_window
from rnnviz.session.patterns import PatternSpec, PatternState, cue_of, data_of

NETWORK = {
    "hopfield": ("rule", "values", "update", "clock", "rows", "columns"),
    "boltzmann": ("hidden", "clock", "clocks", "rows", "columns"),
    "restricted": ("hidden", "clocks", "rows", "columns"),
}


class NameEdit(QLineEdit):
    """What the next stored pattern is called; undo belongs to the window."""

    def event(self, event: object) -> bool:
        return undo_goes_to_the_window(event) or super().event(event)


class PatternPanels(QScrollArea):
    """Holds the panels; as wide as they need, never scrolled sideways."""

    def __init__(
        self, controller: PatternController, actions: PatternActions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, objectName="panels")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setMinimumWidth(WIDTH)
        self._controller, self._actions = controller, actions
        self.kind = ""
        self.editor = PatternEditor(theme)
        self.name = NameEdit(placeholderText=self.tr("name"), maxLength=24)
        self.name.setAccessibleName(self.tr("Name of the pattern"))
        self.name.setToolTip(self.tr("What the pattern is called when it is stored"))
        self.store = ActionButton(actions.store, icon=False, words=True)
        self.remove, self.clear, self.invert = (
            ActionButton(action, icon=False, words=True) for action in (actions.remove, actions.clear, actions.invert)
        )
        self.corruption = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=100, singleStep=1, pageStep=10)
        self.corruption.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.corruption.setAccessibleName(self.tr("Corruption"))
        self.corruption.setToolTip(self.tr("The share of the pixels that is turned before the first clock"))
        self.share = QLabel(objectName="hint")
        self.seed = Form(PatternSpec, ("seed",))
        self.networks = {kind: Form(PatternSpec, names) for kind, names in NETWORK.items()}
        self.facts = QLabel(objectName="hint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.capacity = QPushButton(self.tr("Capacity experiment…"), focusPolicy=Qt.FocusPolicy.TabFocus)
        self.capacity.setToolTip(self.tr("How many random patterns can be stored and recalled"))
        self.capacity.clicked.connect(actions.capacity.trigger)
        self.compare = QPushButton(self.tr("CD-k beside exact…"), focusPolicy=Qt.FocusPolicy.TabFocus)
        self.compare.setToolTip(self.tr("Learn twice from the same first weights, with both gradients"))
        self.compare.clicked.connect(actions.compare.trigger)
        self.annealing = Form(Annealing, ("start", "schedule", "end"))
        self.learning = Form(LearningSpec, ("method", "k", "rate", "chains"))
        self.train = ActionButton(actions.shared.train, words=True, size=16)
        self.train.setProperty("primary", True)
        self.train.setProperty("tall", True)
        self.once = ActionButton(actions.shared.one_update, words=True, icon=False)
        self.once.setProperty("tall", True)
        self.reset = ActionButton(actions.shared.reset, icon=False, words=True)
        self.status = QLabel(objectName="status", wordWrap=True)
        self.clamp_pixels = ActionButton(actions.clamp_pixels, words=True, icon=False)
        self.free_all = ActionButton(actions.free_all, words=True, icon=False)
        self.clamped = QLabel(objectName="hint", wordWrap=True)
        self.clamped.setToolTip(
            self.tr(
                "Choose a unit with ↑ ↓ on the stage: 1 and 0 keep it at that value, F frees it; or right-click one"
            )
        )
        self._temperature, self._training, self._clamping = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(QLabel(self.tr("PATTERN"), objectName="heading"))
        column.addWidget(self.editor)
        column.addLayout(self._row((self.name, 1), (self.store, 1)))
        column.addLayout(self._row((self.clear, 1), (self.invert, 1), (self.remove, 1)))
        label = QLabel(self.tr("Corruption"))
        label.setBuddy(self.corruption)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.corruption, 0, 1)
        grid.addWidget(self.share, 1, 1)
        column.addLayout(grid)
        column.addWidget(self.seed)
        training = self._part(self._training, self.tr("TRAINING"), self.learning)
        training.addLayout(self._row((self.train, 1), (self.once, 1)))
        training.addLayout(self._row((self.reset, 1), (self.compare, 2)))
        training.addWidget(self.status)
        self._part(self._temperature, self.tr("TEMPERATURE"), self.annealing)
        clamping = self._part(self._clamping, self.tr("CLAMPED UNITS"))
        clamping.addLayout(self._row((self.clamp_pixels, 1), (self.free_all, 1)))
        clamping.addWidget(self.clamped)
        network = QWidget()
        self._part(network, self.tr("NETWORK"), *self.networks.values(), self.facts, self.capacity)
        for part in (self._training, self._temperature, self._clamping, network):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)

    @staticmethod
    def _part(holder: QWidget, title: str, *widgets: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(QLabel(title, objectName="heading"))
        for widget in widgets:
            column.addWidget(widget)
        return column

    @staticmethod
    def _row(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget, weight in widgets:
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(widget, weight)
        return row

    def _connect(self) -> None:
        controller = self._controller
        self.editor.painted.connect(self._painted)
        self.name.returnPressed.connect(self._actions.store.trigger)
        self.corruption.sliderPressed.connect(self._mark)
        self.corruption.valueChanged.connect(self._corrupt)
        for form in (self.seed, *self.networks.values()):
            form.edited.connect(self._spec)
        self.annealing.edited.connect(self._anneal)
        self.learning.edited.connect(self._learn)
        self._actions.store.triggered.connect(self._store)
        self._actions.remove.triggered.connect(controller.remove)
        self._actions.clear.triggered.connect(controller.clear)
        self._actions.invert.triggered.connect(controller.invert)

    def show(self, state: PatternState, changed: frozenset[str]) -> None:
        """Hides QWidget's own method of that name: to make it visible, use setVisible(True)."""
        if changed & {"spec", "drawn", "patterns"}:
            self._show_pattern(state)
        if "spec" in changed:
            self._show_kind(state)
        if changed & {"spec", "machine", "patterns"}:
            self.facts.setText(self._facts(state))
        if "annealing" in changed:
            self.annealing.set_values(state.annealing)
            constant = state.annealing.schedule == "constant"
            self.annealing.set_enabled("end", not constant, self.tr("A constant temperature is not cooled"))
        if changed & {"clamped", "spec"}:
            self.clamped.setText(self._kept(state))
        if "training" in changed:
            self.learning.set_values(state.training)
            exact = state.training.method == "exact"
            for name in ("k", "chains"):
                self.learning.set_enabled(name, not exact, self.tr("The exact gradient needs no samples"))
        if state.spec.kind != "hopfield" and changed & {"machine", "updates", "patterns", "spec"}:
            self.status.setText(self._learnt(state))

    def _show_pattern(self, state: PatternState) -> None:
        spec = state.spec
        turned = cue_of(state) != state.drawn.values(spec)
        self.editor.set_pixels(state.drawn.pixels, turned.reshape(spec.rows, spec.columns))
        self.corruption.blockSignals(True)
        self.corruption.setValue(round(100 * spec.corruption))
        self.corruption.blockSignals(False)
        self.share.setText(
            self.tr("{turned} of {pixels} pixels turned").format(turned=int(turned.sum()), pixels=spec.pixels)
        )
        stored = any((pattern.pixels == state.drawn.pixels).all() for pattern in state.patterns)
        self._actions.remove.setEnabled(stored)
        self._actions.store.setEnabled(not stored)
        if not self.name.hasFocus():
            self.name.setText(state.drawn.name)
        self.seed.set_values(spec)

    def _show_kind(self, state: PatternState) -> None:
        kind = state.spec.kind
        self.networks[kind].set_values(state.spec)
        if kind == "hopfield":
            one_by_one = state.spec.update == "asynchronous"
            why = self.tr("Synchronous updates take all units at once")
            self.networks[kind].set_enabled("clock", one_by_one, why)
        if kind == self.kind:
            return
        self.kind = kind
        for name, form in self.networks.items():
            form.setVisible(name == kind)
        machine = kind != "hopfield"
        self.capacity.setVisible(not machine)
        self._temperature.setVisible(machine)
        self._training.setVisible(machine)
        self._clamping.setVisible(machine)

    def _facts(self, state: PatternState) -> str:
        count, spec = len(state.patterns), state.spec
        if spec.kind == "hopfield":
            text = self.tr("{units} units, {patterns} stored: load {load}; Hebb's rule holds up to {critical}")
            load = f"{count / spec.pixels:.3f}"
            return text.format(units=spec.pixels, patterns=count, load=load, critical=CRITICAL)
        return self.tr("{pixels} visible units, {patterns} patterns to learn").format(
            pixels=spec.pixels, patterns=count
        )

    def _kept(self, state: PatternState) -> str:
        units = state.spec.pixels + state.spec.hidden
        if not state.clamped:
            return self.tr("None: right-click a unit, or 1 and 0")
        return self.tr("{count} of {units} keep their value; F frees").format(count=len(state.clamped), units=units)

    def _learnt(self, state: PatternState) -> str:
        parts = [self.tr("untrained")]
        if state.updates:
            parts = [self.tr("%n update(s)", "", state.updates).replace(str(state.updates), grouped(state.updates))]
        if state.patterns and can_enumerate(state.machine):
            value = state.machine.log_likelihood(data_of(state.spec, state.patterns))
            best = -np.log(len(state.patterns))
            likely = self.tr("log-likelihood {value} (best {best})")
            likely = likely.replace("-", "\N{NON-BREAKING HYPHEN}")  # a line ends between facts, not within a word
            parts.append(likely.format(value=number(value), best=number(float(best))))
        return facts(parts)

    def set_theme(self, theme: Theme) -> None:
        self.editor.set_theme(theme)

    def _painted(self, pixels: np.ndarray, new: bool) -> None:
        self._controller.draw(pixels, record=new)

    def _store(self) -> None:
        self._controller.store(self.name.text())

    def _mark(self) -> None:
        """Dragging the slider is one step for undo."""
        self._controller.session.mark()

    def _corrupt(self, value: int) -> None:
        self._controller.set_spec(record=not self.corruption.isSliderDown(), corruption=value / 100)

    def _spec(self, name: str, value: object) -> None:
        self._controller.set_spec(**{name: value})

    def _anneal(self, name: str, value: object) -> None:
        self._controller.set_annealing(**{name: value})

    def _learn(self, name: str, value: object) -> None:
        self._controller.set_training(**{name: value})
