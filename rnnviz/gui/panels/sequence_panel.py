"""The field in which a sequence is typed, pasted or opened, and what it was read as."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QTextOption
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.control.reading import Reading
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.forms import mark_wrong, undo_goes_to_the_window
from rnnviz.gui.toolkit.view import View
from rnnviz.inputs import Sequence, spelled
from rnnviz.inputs.sequence import KIND_TITLES
from rnnviz.session.state import State
from rnnviz.tasks.base import tasks
from rnnviz.words import translate

MOST_LINES = 4
AROUND, AIR = 12, 4  # pixels: the document's margin, padding and border; what spares a short text its scroll bar
# A longer sequence is not put into the field, where it could not be read anyway.
MOST_TYPED = 4000
MOST_NAMED = 100  # characters of the name of a file
EXAMPLES = ("1 0 0 1 0 1 1 0", "1000010101", "100011", "1,1; 1,1; 2,2", "0 0.5 0.87 1 0.87 0.5 0", "hello hello")


class SequenceEdit(QPlainTextEdit):
    """Plain text of one line that grows to four; Enter confirms, Shift+Enter begins a new line."""

    confirmed = Signal()
    file_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPixelSize(15)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 1.0)
        self.setFont(font)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """As high as its lines, up to four."""
        lines = max(1, int(self.document().size().height()))
        air = AIR if lines <= MOST_LINES else 0  # with air, half of the line below the last would be seen
        self.setFixedHeight(min(lines, MOST_LINES) * self.fontMetrics().lineSpacing() + AROUND + air)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        return undo_goes_to_the_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        local = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if local:
            self.file_dropped.emit(local[0])
        else:
            self.insertPlainText(source.text())


class SequencePanel(View, QWidget):
    """SEQUENCE: the field, what it was read as, what is wrong with it, and what could be done about that."""

    file_dropped = Signal(str)
    settled = Signal()  # the field holds what is on the stage, and the keys may be the stage's again

    def __init__(self, controller: Controller, open_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._reading: Reading | None = None
        self._typing = False
        self._file = ""  # where the sequence comes from, if it was not typed
        self.edit = SequenceEdit()
        self.edit.setAccessibleName(self.tr("Sequence"))
        self.edit.setToolTip(
            self.tr("Bits 1 0 0 1, numbers 0.5 -1 2, vectors 1,1; 2,2 or text (Ctrl+L). Enter: back to the stage")
        )
        self.edit.textChanged.connect(self._read)
        self.edit.confirmed.connect(self.accept)
        self.edit.file_dropped.connect(self.file_dropped)
        self.hint = QLabel(objectName="hint", wordWrap=True)
        self.complaint = QLabel(objectName="complaint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.complaint.hide()
        self.offer = QPushButton(focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.offer.setAccessibleName(self.tr("Use another task"))
        self.offer.clicked.connect(self.accept)
        self.offer.hide()
        self.examples = self._button(self.tr("Examples"), self.tr("Sequences to begin with"))
        self.examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.examples)
        for example in EXAMPLES:
            menu.addAction(example).setData(example)
        menu.triggered.connect(self._example)
        self.examples.setMenu(menu)
        self.open_button = self._button(self.tr("Open…"), open_action.toolTip())
        self.heading_buttons = (self.examples, self.open_button)
        self.open_button.clicked.connect(open_action.trigger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.edit, self.hint, self.complaint, self.offer):
            column.addWidget(widget)

    def _button(self, text: str, help: str) -> QToolButton:
        button = QToolButton(self, text=text, toolTip=help, focusPolicy=Qt.FocusPolicy.TabFocus)
        button.setProperty("flat", True)
        button.setProperty("small", True)
        button.setAccessibleName(text)
        # The style would give it room for an icon and an arrow, which the narrow heading does not have.
        button.setFixedWidth(QFontMetrics(font(12)).horizontalAdvance(text) + 16)
        return button

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        if "sequence" in changed:
            self._write(state.sequence)
        if "sequence" in changed or "task" in changed:
            self.hint.setText(self._said(state.sequence))

    def _said(self, sequence: Sequence) -> str:
        steps = self.tr("%n step(s)", "", len(sequence))
        kind = translate("inputs", KIND_TITLES[sequence.kind])
        if self._file:
            return self.tr("{file} · {steps} · {kind}").format(file=self._file, steps=steps, kind=kind)
        return self.tr("{steps} · {kind} · type, paste or drop").format(steps=steps, kind=kind)

    def _write(self, sequence: Sequence) -> None:
        """Show a sequence that did not come from the field, as somebody would type it."""
        self._file = ""
        if self._typing:
            return
        text = spelled(sequence) if max(len(sequence), len(sequence.text)) <= MOST_TYPED else ""
        text = text if len(text) <= MOST_TYPED else ""
        if text != sequence.text and len(sequence.text) <= MOST_NAMED:
            self._file = sequence.text
        self.edit.setPlaceholderText("" if text else self.tr("too long to show here"))
        if self.edit.toPlainText() != text or self._reading is not None:
            self.edit.blockSignals(True)
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)
            self.edit.fit()
        self._explain(None)

    def _read(self) -> None:
        self._typing = True
        try:
            self._explain(self._controller.read_sequence(self.edit.toPlainText()))
        finally:
            self._typing = False

    def explain(self, reading: Reading) -> None:
        """Say what is wrong with a sequence from a file, and offer what could be done."""
        if not reading.fits:
            self._explain(reading)

    def _explain(self, reading: Reading | None) -> None:
        wrong = reading is not None and not reading.fits
        self._reading = reading if wrong else None
        mark_wrong(self.edit, wrong)
        self.complaint.setText(reading.complaint if wrong else "")
        self.complaint.setVisible(wrong)
        self.hint.setVisible(not wrong)
        offered = wrong and bool(reading.offer)
        self.offer.setVisible(offered)
        if offered:
            title = translate("tasks", tasks[reading.offer].title)
            self.offer.setText(self.tr("Use “{task}”\n(new untrained network)").format(task=title))
            self.offer.setAccessibleName(self.offer.text().replace("\n", " "))
            self.offer.setToolTip(
                self.tr("{task} can read this: begin with a new untrained network (Enter)").format(task=title)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc while the field holds what cannot be read: the sequence that is on the stage."""
        if event.key() == Qt.Key.Key_Escape and self._reading is not None:
            sequence = self._controller.state.sequence
            self._write(sequence)
            self.hint.setText(self._said(sequence))
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Be done with the field; take the offer, if there is one: another task and a new untrained network."""
        reading = self._reading
        if reading is None:
            self._controller.end_typing()
            self.settled.emit()
        elif reading.offer and reading.sequence is not None:
            self._explain(None)
            self._controller.accept(reading.sequence, reading.task)
            self.settled.emit()

    def _example(self, action: QAction) -> None:
        self.edit.setFocus()
        self.edit.setPlainText(action.data())
        if self._reading is None:
            self.accept()
        else:
            self.edit.selectAll()
