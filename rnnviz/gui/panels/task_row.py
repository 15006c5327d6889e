"""Which task is learned: the list, what guessing and a perfect answer would reach, and the task's options."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.dialogs.table_dialog import TableDialog
from rnnviz.gui.toolkit.forms import GAP, LABELS, Form
from rnnviz.gui.toolkit.view import View
from rnnviz.options import options_of
from rnnviz.session.state import State
from rnnviz.tasks.base import GROUPS, Score, Task, tasks
from rnnviz.tasks.own_data import OwnData
from rnnviz.words import translate

_MOST_SHOWN = 32


class TaskList(QComboBox):
    """Its popup is as wide as its widest line, and its headings are dressed by the style sheet."""

    def __init__(self, **properties: object) -> None:
        super().__init__(**properties)
        self.setItemDelegate(QStyledItemDelegate(self))

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 16)
        super().showPopup()


class TaskRow(View, QWidget):
    """The list of tasks under their headings, two lines on what can be reached, and a form that can be unfolded."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._shown: type[Task] | None = None
        self.task = self._list()
        self.task.activated.connect(self._choose)
        label = QLabel(self.tr("Task"))
        label.setBuddy(self.task)
        self.reach = QLabel(objectName="hint")
        self.more = QToolButton(checkable=True, focusPolicy=Qt.FocusPolicy.TabFocus)
        self.more.setText(self.tr("Options"))
        self.more.setToolTip(self.tr("How difficult the task is"))
        self.more.setAccessibleName(self.tr("Options of the task"))
        self.more.setProperty("flat", True)
        self.more.setProperty("small", True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setMaximumWidth(LABELS)  # the fields stay in one column
        self.more.toggled.connect(self._unfold)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.task, 0, 1)
        grid.addWidget(self.more, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.reach, 1, 1)
        self.form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(grid)
        self.columns = QPushButton(self.tr("File and columns…"))
        self.columns.clicked.connect(self._choose_columns)
        self.columns.hide()
        self._column.addWidget(self.columns)

    def _list(self) -> QComboBox:
        box = TaskList(focusPolicy=Qt.FocusPolicy.TabFocus)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(4)
        box.setMaxVisibleItems(_MOST_SHOWN)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(self.tr("Task"))
        model = QStandardItemModel(box)
        for group, heading in GROUPS.items():
            line = QStandardItem(translate("tasks", heading).upper())
            line.setFlags(Qt.ItemFlag.NoItemFlags)
            line.setData("heading", Qt.ItemDataRole.AccessibleDescriptionRole)
            model.appendRow(line)
            for name in tasks:
                if tasks[name].group == group:
                    item = QStandardItem(translate("tasks", tasks[name].title))
                    item.setData(name, Qt.ItemDataRole.UserRole)
                    item.setToolTip(translate("tasks", tasks[name].story))
                    model.appendRow(item)
        box.setModel(model)
        return box

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        if "task" not in changed:
            return
        task = state.task
        self.task.setCurrentIndex(self.task.findData(task.name))
        self.task.setToolTip(translate("tasks", task.story))
        if type(task) is not self._shown:
            self._shown = type(task)
            self._make_form(task)
        if self.form is not None:
            self.form.set_values(task)
        self._say_reach(task.baseline, task.perfect)

    def _make_form(self, task: Task) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        names = tuple(options_of(task))
        self.form = Form(type(task), names) if names else None
        self.more.setEnabled(bool(names))
        self.columns.setVisible(isinstance(task, OwnData))
        if self.form is not None:
            self.form.edited.connect(self._edited)
            self.form.setVisible(self.more.isChecked())
            self._column.addWidget(self.form)

    def _say_reach(self, baseline: Score, perfect: Score | None) -> None:
        lines = [self.tr("guessing: {score}").format(score=_short(baseline))]
        tip = [
            self.tr("Always giving the same answer, the best one there is: loss {loss}, accuracy {accuracy} %").format(
                loss=f"{baseline.loss:.3g}", accuracy=f"{100 * baseline.accuracy:.3g}"
            )
        ]
        if perfect is not None:
            lines.append(self.tr("perfect: {score}").format(score=_short(perfect)))
            tip.append(
                self.tr("Without a mistake that could be avoided: loss {loss}, accuracy {accuracy} %").format(
                    loss=f"{perfect.loss:.3g}", accuracy=f"{100 * perfect.accuracy:.3g}"
                )
            )
        self.reach.setText("\n".join(lines))
        self.reach.setToolTip("\n".join(tip))

    def _choose_columns(self) -> None:
        task = self._controller.state.task
        if isinstance(task, OwnData):
            dialog = TableDialog(task, self.window())
            dialog.chosen.connect(self._controller.change_task)
            dialog.open()

    def _unfold(self, on: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        if self.form is not None:
            self.form.setVisible(on)

    def _choose(self, index: int) -> None:
        self._controller.set_task(self.task.itemData(index))

    def _edited(self, name: str, value: object) -> None:
        self._controller.set_task_options(**{name: value})


def _short(score: Score) -> str:
    return f"{score.loss:.3g} · {100 * score.accuracy:.3g} %"
