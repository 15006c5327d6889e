"""Which columns of a table are read, and which are foretold."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rnnviz.errors import InputError
from rnnviz.gui.toolkit.forms import Form
from rnnviz.inputs.sequence import shortened
from rnnviz.inputs.table import Table, read_table
from rnnviz.tasks.own_data import OwnData, longest_window

OPTIONS = ("window", "ahead", "held_out_share", "normalisation")
_READS, _FORETELLS = 1, 2


class TableDialog(QDialog):
    """A file, its columns with two boxes each, and how windows are cut. `chosen` carries the task."""

    chosen = Signal(object)

    def __init__(self, task: OwnData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Own data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 520)
        self._data, self._file, self._table = task.data, task.file, task.table
        self._options: dict[str, Any] = {name: getattr(task, name) for name in OPTIONS}
        self._task, self._wanted = task, task.window
        self.file = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.open_button = QPushButton(self.tr("Open CSV…"))
        self.open_button.clicked.connect(self._choose_file)
        self.columns = QTableWidget(0, 3)
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.setHorizontalHeaderLabels([self.tr("Column"), self.tr("Read"), self.tr("Predict")])
        self.columns.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.columns.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.columns.verticalHeader().hide()
        self.form = Form(OwnData, OPTIONS)
        self.form.set_values(task)
        self.form.edited.connect(self._edited)
        self.complaint = QLabel(objectName="complaint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.complaint.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.columns, 1)
        column.addWidget(self.form)
        column.addWidget(self.complaint)
        column.addWidget(buttons)
        self._show_columns(set(task.input_names), set(task.output_names))

    def _choose_file(self) -> None:
        title, kinds = self.tr("Open a table"), self.tr("Tables (*.csv *.tsv *.txt)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.open_file(path)

    def open_file(self, path: str) -> None:
        """Show the columns of another file; at first the last numeric column is both read and foretold."""
        try:
            text, table = read_table(path)
            numeric = table.numeric()
        except InputError as error:
            self._complain(str(error))
            return
        self._data, self._file, self._table = text, Path(path).name, table
        self._complain("")
        self._fit()
        if not numeric:
            self._complain(self.tr("No column of {file} holds a number in every row.").format(file=self._file))
        last = set(numeric[-1:])
        self._show_columns(last, last)
        if numeric:
            self.ok.setFocus()  # else Enter would ask for a file once more

    def _edited(self, name: str, value: object) -> None:
        self._options[name] = value
        if name == "window":
            self._wanted = value

    def _fit(self) -> None:
        """The window that was wanted, or a shorter one where the table has too few rows for it."""
        room = longest_window(len(self._table), self._options["held_out_share"], self._options["ahead"])
        self._options["window"] = max(1, min(self._wanted, room))
        self.form.set_values(replace(self._task, window=self._options["window"]))

    def _show_columns(self, reads: set[str], foretells: set[str]) -> None:
        table: Table = self._table
        numeric = set(table.numeric())
        self.file.setText(self.tr("{file}: %n row(s)", "", len(table)).format(file=self._file))
        self.columns.setRowCount(len(table.names))
        for row, name in enumerate(table.names):
            first = table.rows[0][1][row]
            label = QTableWidgetItem(name)
            label.setFlags(Qt.ItemFlag.ItemIsEnabled if name in numeric else Qt.ItemFlag.NoItemFlags)
            label.setToolTip(self.tr("first value: {value}").format(value=first))
            self.columns.setItem(row, 0, label)
            for column, chosen in ((_READS, reads), (_FORETELLS, foretells)):
                box = QTableWidgetItem()
                usable = name in numeric
                box.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable if usable else Qt.ItemFlag.NoItemFlags
                )
                box.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
                box.setToolTip("" if usable else self._why_not(name))
                self.columns.setItem(row, column, box)

    def _why_not(self, name: str) -> str:
        """What stands in the way of a column that cannot be used."""
        line, value = self._table.without_number(name) or (0, "")
        if not value:
            return self.tr("line {line} is empty here; give a number in every row").format(line=line)
        return self.tr("line {line} holds “{value}”; give a number in every row").format(
            line=line, value=shortened(value)
        )

    def _checked(self, column: int) -> str:
        rows = range(self.columns.rowCount())
        return "\n".join(
            self._table.names[row]
            for row in rows
            if self.columns.item(row, column).checkState() == Qt.CheckState.Checked
        )

    def accept(self) -> None:
        """The task with these columns, or what is wrong with them."""
        self.form.take()
        try:
            task = replace(
                self._task,
                data=self._data,
                file=self._file,
                reads=self._checked(_READS),
                foretells=self._checked(_FORETELLS),
                **self._options,
            )
        except InputError as error:
            self._complain(str(error))
            return
        self.chosen.emit(task)
        super().accept()

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
