"""The export window: which film, how large, where to; and how far it is. Everything else goes on beside it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rnnviz.errors import InputError
from rnnviz.export.base import Exporter, format_for, formats
from rnnviz.export.options import STAGE, FilmOptions
from rnnviz.export.writing import Film
from rnnviz.figure.palette import Theme
from rnnviz.gui.dialogs.export_job import ExportJob
from rnnviz.gui.dialogs.preview import Filmed, Preview
from rnnviz.gui.toolkit.forms import GAP, Form, mark_wrong
from rnnviz.words import translate

SIZES = ((640, 360), (1280, 720), (1920, 1080), (3840, 2160), (1080, 1080))
FIELDS = ("width", "height", "fps", "speed", "first", "last", "hold", "theme", "shows", "tracks", "fold", "loop")
LABELS, LEFT = 126, 370
LOOK_MS = 60  # how often the thread is looked at


class ExportDialog(QDialog):
    """Not modal: learning, playing and everything else can be used meanwhile."""

    def __init__(self, controller: Filmed, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(self.tr("Export"))
        self._controller = controller
        self._job: ExportJob | None = None
        self._given_up: Path | None = None  # the file that may be replaced
        self._recurrent = controller.footage.folds
        folded = self._recurrent and controller.state.rolled
        self.options = FilmOptions(theme=theme.name, fold="folded" if folded else "no")
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.format = QComboBox(accessibleName=self.tr("Format"), toolTip=self.tr("What kind of file to make"))
        for name in formats:
            if formats[name].kind in ("film", "still"):
                self.format.addItem(translate("formats", formats[name].title), name)
        self.size = QComboBox(accessibleName=self.tr("Size"), toolTip=self.tr("Common sizes of films and slides"))
        for width, height in SIZES:
            self.size.addItem(f"{width} × {height}")
        self.size.addItem(self.tr("Custom"))
        fields = FIELDS if self._recurrent else tuple(name for name in FIELDS if name not in ("fold", "shows"))
        self.form = Form(FilmOptions, fields, labels=LABELS, empty={"last": self.tr("the end")})
        self.path = QLineEdit(accessibleName=self.tr("File"), toolTip=self.tr("Where the film goes"))
        self.choose = QPushButton(self.tr("Choose…"), accessibleName=self.tr("Choose the file"), autoDefault=False)
        self.choose.setToolTip(self.tr("Choose folder and name"))
        self.preview = Preview(controller)
        self.problem = QLabel(objectName="complaint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.question = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.replace = QPushButton(
            self.tr("Replace"), autoDefault=False, toolTip=self.tr("Make the film; the older file is gone then")
        )
        self.rename = QPushButton(
            self.tr("Choose another name"), autoDefault=False, toolTip=self.tr("The older file stays")
        )
        self.result = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.show_folder = QPushButton(self.tr("Show in folder"), autoDefault=False)
        self.show_folder.setToolTip(self.tr("Open the folder that the file lies in"))
        self.bar = QProgressBar(textVisible=False, accessibleName=self.tr("Progress"))
        self.cancel = QPushButton(
            self.tr("Cancel"), autoDefault=False, toolTip=self.tr("Stop and leave nothing behind")
        )
        self.leave = QPushButton(
            self.tr("Close"),
            autoDefault=False,
            toolTip=self.tr("Close this window (Esc); cancels what is being written"),
        )
        self.export = QPushButton(self.tr("Export"), default=True, toolTip=self.tr("Begin (Enter)"))
        self.export.setProperty("primary", True)
        self._lay_out()
        self._connect()
        self.form.set_values(self.options)
        self.size.setCurrentIndex(SIZES.index((1280, 720)))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation) or QDir.homePath()
        folder = folder if Path(folder).is_dir() else QDir.homePath()
        self.path.setText(str(Path(folder) / f"{controller.footage.name}{self.exporter.suffix}"))
        self._changed_format()
        self._settle()

    @property
    def exporter(self) -> Exporter[Any]:
        return formats[self.format.currentData()]

    @property
    def _path(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    @property
    def running(self) -> bool:
        return self._job is not None

    def _lay_out(self) -> None:
        self.format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        side = QWidget()
        side.setFixedWidth(LEFT)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addLayout(self._row(self.tr("Size"), self.size))
        left.addWidget(self.form)
        left.addStretch()
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.path, 1)
        place.addWidget(self.choose)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.preview, 1)
        right.addWidget(QLabel(self.tr("File"), buddy=self.path))
        right.addLayout(place)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(side)
        columns.addLayout(right, 1)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.result, 1)
        for button in (self.show_folder, self.cancel, self.leave, self.export):
            last.addWidget(button)
        self.asking = QWidget()
        ask = QHBoxLayout(self.asking)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(8)
        ask.addWidget(self.question, 1)
        ask.addWidget(self.replace)
        ask.addWidget(self.rename)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 20, 22, 18)
        whole.setSpacing(12)
        whole.addLayout(self._row(self.tr("Format"), self.format))
        whole.addLayout(columns, 1)
        whole.addWidget(self.problem)
        whole.addWidget(self.asking)
        whole.addWidget(self.bar)
        whole.addLayout(last)
        self.setMinimumSize(880, 500)
        self.resize(1080, 560)
        for button in (self.show_folder, self.cancel, self.leave, self.export, self.replace, self.rename):
            button.setAccessibleName(button.text())
            button.setMinimumWidth(96)

    @staticmethod
    def _row(title: str, field: QComboBox) -> QGridLayout:
        """A field below or above those of the form, in line with them."""
        row = QGridLayout()
        row.setHorizontalSpacing(GAP)
        row.setColumnMinimumWidth(0, LABELS)
        row.setColumnStretch(1, 1)
        row.addWidget(QLabel(title, buddy=field), 0, 0)
        row.addWidget(field, 0, 1)
        return row

    def _connect(self) -> None:
        self.format.activated.connect(self._changed_format)
        self.size.activated.connect(self._changed_size)
        self.form.edited.connect(self._edited)
        self.choose.clicked.connect(self._choose)
        self.path.textEdited.connect(self._typed)
        self.export.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.cancel_job)
        self.leave.clicked.connect(self.close)
        self.replace.clicked.connect(self._replace)
        self.rename.clicked.connect(self._rename)
        self.show_folder.clicked.connect(self._show_folder)

    def _changed_format(self) -> None:
        path = Path(self.path.text())
        known = {formats[name].suffix for name in formats}
        stem = path.with_suffix("") if path.suffix.lower() in known else path
        self.path.setText(str(stem.with_name(stem.name + self.exporter.suffix)))
        still = self.exporter.kind == "still"
        reason = self.tr("A picture shows the clock at which the playhead stands")
        for name in ("fps", "speed", "first", "last", "hold", "loop"):
            self.form.set_enabled(name, not still, reason)
        self._settle()

    def _typed(self) -> None:
        """The ending of a name that is typed chooses the format."""
        suffix = self._path.suffix.lower()
        named = [index for index in range(self.format.count()) if formats[self.format.itemData(index)].suffix == suffix]
        if suffix and named and self.format.currentIndex() not in named:
            caret = self.path.cursorPosition()
            self.format.setCurrentIndex(named[0])
            self._changed_format()
            self.path.setCursorPosition(caret)
        self._settle()

    def _changed_size(self) -> None:
        index = self.size.currentIndex()
        if index < len(SIZES):
            self._take(width=SIZES[index][0], height=SIZES[index][1])
        else:
            self.form.fields["width"].setFocus()

    def _edited(self, name: str, value: object) -> None:
        self._take(**{name: value})

    def _take(self, **changes: object) -> None:
        self.options = replace(self.options, **changes)
        self.form.set_values(self.options)
        size = (self.options.width, self.options.height)
        self.size.setCurrentIndex(SIZES.index(size) if size in SIZES else len(SIZES))
        self._settle()

    def _settle(self, *_: object) -> None:
        """After every change: say what would not work, and show how it will look."""
        problem = self._find_problem()
        mark_wrong(self.path, not self.path.text().strip())
        self._say(str(problem) if problem else "")
        whole = self.options.shows == STAGE
        for name in ("tracks", *(("fold",) if self._recurrent else ())):
            self.form.set_enabled(name, whole, self.tr("Only with the network"))
        self.asking.setVisible(False)
        self.export.setEnabled(problem is None and not self.running)
        self.cancel.setVisible(self.running)
        self.bar.setVisible(self.running)
        self.show_folder.setVisible(False)
        if not self.running:
            self.result.setText("")
        self.preview.show_options(self.options, still=self.exporter.kind == "still")

    def _find_problem(self) -> InputError | None:
        try:
            format_for(self._path, self.format.currentData())
            if self.exporter.kind == "film":
                self.options.clocks(self._controller.footage.steps)
        except InputError as error:
            return error
        return None

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _choose(self) -> None:
        pattern = f"*{self.exporter.suffix}" if self.exporter.suffix else "*"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), self.path.text(), f"{self.format.currentText()} ({pattern})"
        )
        if name:
            self.path.setText(name)
            self._given_up = self._path  # that dialog has asked
            self._settle()

    def begin(self) -> None:
        """Start writing, with the network and the sequence of this moment."""
        self.form.take()
        name = self.path.text().strip()
        if name and not self._path.suffix and not self._path.is_dir():
            self.path.setText(name + self.exporter.suffix)
        self._settle()
        if self.running or self._find_problem() is not None:
            return
        path = self._path
        if not name:
            self._say(self.tr("Give the file a name."))
            return
        if path.is_file() and path != self._given_up and not self.exporter.several:
            self._ask(path)
            return
        self._given_up = None
        controller = self._controller
        options = self.options
        if self.exporter.kind == "still":
            options = replace(options, first=1, last=controller.state.position.t)
        self._job = ExportJob(controller.footage, options, path, self.exporter)
        self._settle()
        self.bar.setRange(0, 0)
        self.result.setText(self.tr("Beginning…"))
        self._job.start()
        self._timer.start()

    def _ask(self, path: Path) -> None:
        """May the older file go? Asked here, where nothing else has to wait for the answer."""
        self.question.setText(self.tr("“{file}” is already there.").format(file=path.name))
        self.asking.setVisible(True)
        self.rename.setFocus()

    def _replace(self) -> None:
        self._given_up = self._path
        self.begin()

    def _rename(self) -> None:
        self._settle()
        self.path.setFocus()
        self.path.setSelection(len(self.path.text()) - len(self._path.name), len(self._path.stem))

    def look(self) -> None:
        """How far is it?"""
        job = self._job
        if job is None:
            return
        progress = job.progress
        if progress.total:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.result.setText(
                self.tr("{percent} % · {left} left").format(
                    percent=100 * progress.done // progress.total, left=self._duration(progress.left)
                )
            )
        if not job.running:
            self._ended(job)

    def _duration(self, seconds: float) -> str:
        minutes, rest = divmod(max(0, round(seconds)), 60)
        if minutes:
            return self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        return self.tr("{seconds} s").format(seconds=rest)

    def _ended(self, job: ExportJob) -> None:
        self._timer.stop()
        self._job = None
        self._settle()
        if job.problem is not None:
            self._say(str(job.problem))
        elif job.film is not None:
            self.result.setText(self._said(job.film))
            self.show_folder.setVisible(True)
            self._made = job.film.path
        else:
            self.result.setText(self.tr("Cancelled; nothing was left behind."))

    def _said(self, made: Film) -> str:
        if made.frames == 1:
            text = self.tr("{file}: {width} × {height}")
        else:
            text = self.tr("{file}: {frames} frames, {width} × {height}, {seconds} s")
        text = text.format(
            file=made.path.name,
            frames=made.frames,
            width=made.width,
            height=made.height,
            seconds=f"{made.seconds:.1f}",
        )
        return " ".join((text, *made.notes))

    def cancel_job(self) -> None:
        """Ask what is being written to end; does not wait."""
        if self._job is not None:
            self._job.cancel()
            self.result.setText(self.tr("Stopping…"))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))

    def stop(self, timeout: float = 1.5) -> bool:
        """End the thread, if there is one; True when it has ended."""
        self._timer.stop()
        job, self._job = self._job, None
        if job is None:
            return True
        job.cancel()
        return job.join(timeout)

    def done(self, result: int) -> None:
        """However the window is closed, an export that is under way is cancelled."""
        self.stop()
        self.preview.stop()
        super().done(result)
