"""The windows of the two experiments: options on the left, a plot that grows on the right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rnnviz.energy.capacity import LOADS, CapacitySpec, capacity_points
from rnnviz.energy.compare import compare_learning
from rnnviz.energy.learning import LearningSpec
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.palette import Theme
from rnnviz.figure.plots.capacity_plot import capacity_plot
from rnnviz.figure.plots.comparison_plot import comparison_plot
from rnnviz.gui.dialogs.experiment_job import ExperimentJob
from rnnviz.gui.toolkit.forms import Form
from rnnviz.gui.toolkit.painter import paint
from rnnviz.options import option, validate
from rnnviz.session.patterns import PatternState, data_of, untrained
from rnnviz.words import QT_TRANSLATE_NOOP

LOOK_MS = 80


@dataclass(frozen=True)
class ComparisonSpec:
    """How long both ways learn, and with what."""

    updates: int = option(400, QT_TRANSLATE_NOOP("options", "Updates"), minimum=10, maximum=5000)
    k: int = option(1, QT_TRANSLATE_NOOP("options", "k"), minimum=1, maximum=100)
    rate: float = option(0.1, QT_TRANSLATE_NOOP("options", "Learning rate"), above=0.0, maximum=10.0)

    def __post_init__(self) -> None:
        validate(self)


class PlotView(QWidget):
    """Paints the Drawing that the dialog makes for its size."""

    def __init__(self, dialog: "ExperimentDialog") -> None:
        super().__init__()
        self._dialog = dialog
        self.setMinimumSize(560, 420)
        self.setAccessibleName(dialog.windowTitle())

    @property
    def drawing(self) -> Drawing:
        return self._dialog.plot(float(self.width()), float(self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._dialog.theme.stage))
            paint(self.drawing, painter)


class ExperimentDialog(QDialog):
    """Abstract: `points` measures and `plot` draws. Not modal; closing it ends the measurement."""

    def __init__(
        self, title: str, story: str, spec: Any, names: tuple[str, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.theme, self.spec = theme, spec
        self.job: ExperimentJob | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.form = Form(type(spec), names)
        self.form.set_values(spec)
        self.form.edited.connect(self._edited)
        self.run = QPushButton(self.tr("Measure"), autoDefault=False)
        self.run.setProperty("primary", True)
        self.run.setToolTip(self.tr("Begin, or begin again with these options"))
        self.run.clicked.connect(self.begin)
        self.result = QLabel(objectName="hint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        about = QLabel(story, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.view = PlotView(self)
        left = QWidget()
        left.setFixedWidth(250)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (about, self.form, self.run, self.result):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 18, 18)
        row.setSpacing(20)
        row.addWidget(left)
        row.addWidget(self.view, 1)
        self.resize(980, 560)

    def points(self) -> Iterator[Any]:
        """One measurement after the other; called in the window's thread, consumed in another."""
        raise NotImplementedError

    def plot(self, width: float, height: float) -> Drawing:
        """What was measured so far."""
        raise NotImplementedError

    @property
    def measured(self) -> tuple[Any, ...]:
        return () if self.job is None else self.job.points

    def begin(self) -> None:
        """Measure anew."""
        self.form.take()
        self.stop()
        self.job = ExperimentJob(self.points())
        self.job.start()
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Show what there is by now."""
        job = self.job
        if job is None:
            return
        if not job.running:
            self._timer.stop()
        self.result.setText(job.failure or (self.tr("Measuring…") if job.running else self.tr("Done.")))
        self.view.update()

    def _edited(self, name: str, value: object) -> None:
        self.spec = replace(self.spec, **{name: value})
        self.begin()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.view.update()

    def stop(self, timeout: float = 2.0) -> bool:
        """End the measurement; True when its thread has ended."""
        self._timer.stop()
        if self.job is None:
            return True
        self.job.cancel()
        return self.job.join(timeout)

    def done(self, result: int) -> None:
        self.stop()
        super().done(result)


class CapacityDialog(ExperimentDialog):
    """Recall of random patterns against their number."""

    def __init__(self, rule: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Capacity experiment"),
            self.tr(
                "Random patterns are stored, more and more of them, and recall begins from each. With Hebb's rule it "
                "breaks down near 0.138 patterns a unit."
            ),
            CapacitySpec(200, rule, 3),
            ("units", "rule", "trials", "corruption", "seed"),
            theme,
            parent,
        )

    def points(self) -> Iterator[Any]:
        return capacity_points(self.spec, LOADS)

    def plot(self, width: float, height: float) -> Drawing:
        return capacity_plot(self.measured, self.spec, self.theme, width, height)


class ComparisonDialog(ExperimentDialog):
    """The machine of a state learns its patterns twice, from the same first weights."""

    def __init__(self, state: PatternState, theme: Theme, parent: QWidget | None = None) -> None:
        self._data = data_of(state.spec, state.patterns)
        self._seed, self._machine = state.spec.seed, untrained(state.spec, state.patterns)
        super().__init__(
            self.tr("CD-k beside exact learning"),
            self.tr(
                "The same first weights learn the stored patterns twice: by CD-k, from samples, and with the exact "
                "gradient, a sum over all states. The dashed line is the best that any machine can reach."
            ),
            ComparisonSpec(k=state.training.k, rate=state.training.rate),
            ("updates", "k", "rate"),
            theme,
            parent,
        )

    def points(self) -> Iterator[Any]:
        spec = LearningSpec("cd", self.spec.k, self.spec.rate)
        every = max(1, self.spec.updates // 80)
        return compare_learning(self._machine, self._data, spec, self._seed, self.spec.updates, every)

    def plot(self, width: float, height: float) -> Drawing:
        best = float(-np.log(len(self._data)))
        return comparison_plot(self.measured, self.spec.updates, best, self.spec.k, self.theme, width, height)
