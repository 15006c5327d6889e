"""Forms made from the options of a dataclass: one labelled field each, checked while it is typed."""

import dataclasses
import math
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from rnnviz.errors import InputError
from rnnviz.options import Option, accepted, options_of
from rnnviz.words import QT_TRANSLATE_NOOP, translate

# A number is taken when its typist pauses this long, so that 16 is not first read as 1.
PAUSE_MS = 500
_FIRST = 0.001  # where the arrow key goes from 0
LABELS, GAP = 90, 6  # the width of the column of labels, and what stands between it and the fields

CHOICE_NAMES = {
    "feedforward": QT_TRANSLATE_NOOP("choices", "feed-forward"),
    "elman": QT_TRANSLATE_NOOP("choices", "Elman"),
    "jordan": QT_TRANSLATE_NOOP("choices", "Jordan"),
    "one-to-one": QT_TRANSLATE_NOOP("choices", "one to one"),
    "one-to-many": QT_TRANSLATE_NOOP("choices", "one to many"),
    "many-to-one": QT_TRANSLATE_NOOP("choices", "many to one"),
    "many-to-many": QT_TRANSLATE_NOOP("choices", "many to many"),
    "delayed": QT_TRANSLATE_NOOP("choices", "delayed"),
    "after": QT_TRANSLATE_NOOP("choices", "after the product"),
    "before": QT_TRANSLATE_NOOP("choices", "before the product"),
    "lstm": QT_TRANSLATE_NOOP("choices", "LSTM"),
    "gru": QT_TRANSLATE_NOOP("choices", "GRU"),
    "forward": QT_TRANSLATE_NOOP("choices", "forward"),
    "bidirectional": QT_TRANSLATE_NOOP("choices", "bidirectional"),
    "tanh": QT_TRANSLATE_NOOP("choices", "tanh"),
    "sigmoid": QT_TRANSLATE_NOOP("choices", "sigmoid"),
    "relu": QT_TRANSLATE_NOOP("choices", "ReLU"),
    "linear": QT_TRANSLATE_NOOP("choices", "linear"),
    "softmax": QT_TRANSLATE_NOOP("choices", "softmax"),
    "sgd": QT_TRANSLATE_NOOP("choices", "SGD"),
    "momentum": QT_TRANSLATE_NOOP("choices", "SGD momentum"),
    "stage": QT_TRANSLATE_NOOP("choices", "the network"),
    "trajectory": QT_TRANSLATE_NOOP("choices", "trajectory of h"),
    "symbols": QT_TRANSLATE_NOOP("choices", "symbols by unit"),
    "alike": QT_TRANSLATE_NOOP("choices", "where else h is alike"),
    "saturation": QT_TRANSLATE_NOOP("choices", "saturated units"),
    "light": QT_TRANSLATE_NOOP("choices", "light"),
    "dark": QT_TRANSLATE_NOOP("choices", "dark"),
    "no": QT_TRANSLATE_NOOP("choices", "never"),
    "unfold": QT_TRANSLATE_NOOP("choices", "unfold at first"),
    "fold": QT_TRANSLATE_NOOP("choices", "fold at the end"),
    "both": QT_TRANSLATE_NOOP("choices", "unfold, then fold"),
    "folded": QT_TRANSLATE_NOOP("choices", "always folded"),
    "nesterov": QT_TRANSLATE_NOOP("choices", "Nesterov"),
    "adagrad": QT_TRANSLATE_NOOP("choices", "AdaGrad"),
    "rmsprop": QT_TRANSLATE_NOOP("choices", "RMSProp"),
    "adadelta": QT_TRANSLATE_NOOP("choices", "AdaDelta"),
    "adam": QT_TRANSLATE_NOOP("choices", "Adam"),
    "adamw": QT_TRANSLATE_NOOP("choices", "AdamW"),
    "newton": QT_TRANSLATE_NOOP("choices", "Newton"),
    "constant": QT_TRANSLATE_NOOP("choices", "constant"),
    "step": QT_TRANSLATE_NOOP("choices", "step"),
    "cosine": QT_TRANSLATE_NOOP("choices", "cosine"),
    "warm-up": QT_TRANSLATE_NOOP("choices", "warm-up"),
    "uniform": QT_TRANSLATE_NOOP("choices", "uniform ±1/√H"),
    "normal": QT_TRANSLATE_NOOP("choices", "normal N(0, 1)"),
    "lecun": QT_TRANSLATE_NOOP("choices", "LeCun N(0, 1/n)"),
    "xavier": QT_TRANSLATE_NOOP("choices", "Xavier (Glorot)"),
    "he": QT_TRANSLATE_NOOP("choices", "He"),
    "orthogonal": QT_TRANSLATE_NOOP("choices", "orthogonal"),
    "identity": QT_TRANSLATE_NOOP("choices", "identity (IRNN)"),
    "zeros": QT_TRANSLATE_NOOP("choices", "zeros"),
    "bptt": QT_TRANSLATE_NOOP("choices", "full BPTT"),
    "tbptt": QT_TRANSLATE_NOOP("choices", "truncated BPTT"),
    "rtrl": QT_TRANSLATE_NOOP("choices", "RTRL (forward)"),
    "auto": QT_TRANSLATE_NOOP("choices", "automatic"),
    "numpy": QT_TRANSLATE_NOOP("choices", "NumPy"),
    "cupy": QT_TRANSLATE_NOOP("choices", "CuPy (GPU)"),
    "all": QT_TRANSLATE_NOOP("choices", "every gradient"),
    "loss": QT_TRANSLATE_NOOP("choices", "what the loss needs"),
    "hebb": QT_TRANSLATE_NOOP("choices", "Hebb"),
    "storkey": QT_TRANSLATE_NOOP("choices", "Storkey"),
    "pseudo-inverse": QT_TRANSLATE_NOOP("choices", "pseudo-inverse"),
    "bipolar": QT_TRANSLATE_NOOP("choices", "bipolar −1, 1"),
    "binary": QT_TRANSLATE_NOOP("choices", "binary 0, 1"),
    "asynchronous": QT_TRANSLATE_NOOP("choices", "asynchronous"),
    "synchronous": QT_TRANSLATE_NOOP("choices", "synchronous"),
    "geometric": QT_TRANSLATE_NOOP("choices", "geometric"),
    "unit": QT_TRANSLATE_NOOP("choices", "a unit"),
    "sweep": QT_TRANSLATE_NOOP("choices", "a sweep"),
    "cd": QT_TRANSLATE_NOOP("choices", "CD-k"),
    "exact": QT_TRANSLATE_NOOP("choices", "exact"),
    "digits": QT_TRANSLATE_NOOP("choices", "digits"),
    "month names": QT_TRANSLATE_NOOP("choices", "month names"),
    "either": QT_TRANSLATE_NOOP("choices", "either"),
    "figures": QT_TRANSLATE_NOOP("choices", "figures"),
    "letters": QT_TRANSLATE_NOOP("choices", "letters"),
    "own text": QT_TRANSLATE_NOOP("choices", "a text of your own"),
    "standard score": QT_TRANSLATE_NOOP("choices", "standard score"),
    "0 to 1": QT_TRANSLATE_NOOP("choices", "0 to 1"),
    "none": QT_TRANSLATE_NOOP("choices", "none"),
    "english": QT_TRANSLATE_NOOP("choices", "English"),
    "portuguese": QT_TRANSLATE_NOOP("choices", "Portuguese"),
}


def choice_name(value: str) -> str:
    """What a choice is called on screen; a choice without a name of its own is shown as it is typed."""
    return translate("choices", CHOICE_NAMES.get(value, value))


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Turn a field red, or back; the style sheet looks at the property."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def undo_goes_to_the_window(event: QEvent) -> bool:
    """Undo and redo belong to the session, also while a field has the focus: refuse them for the field."""
    if event.type() == QEvent.Type.ShortcutOverride and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    ):
        event.ignore()
        return True
    return False


class NumberEdit(QLineEdit):
    """A number; the arrow keys go to the next one of a sensible kind: 4, 5, 6 or 0.01, 0.02, 0.05."""

    def __init__(self, option: Option, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a file that is dropped here is for the window
        self._option, self._whole = option, whole

    def event(self, event: QEvent) -> bool:
        return undo_goes_to_the_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.nudge(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def nudge(self, by: int) -> None:
        try:
            value = read_number(self.text(), self._option, self._whole)
        except InputError:
            return
        if value is None:
            return
        if self._whole:
            value += by
        elif value <= 0:
            value = _FIRST if by > 0 else value
        else:
            decade = math.floor(math.log10(value) + 1e-9)
            steps = [m * 10.0**e for e in range(decade - 1, decade + 2) for m in (1, 2, 5)]
            beyond = [s for s in steps if (s > value * 1.0001 if by > 0 else s < value * 0.9999)]
            value = min(beyond) if by > 0 else max(beyond)
        try:
            read_number(f"{value:g}", self._option, self._whole)
        except InputError:
            return
        self.setText(str(value) if self._whole else f"{value:g}")
        self.textEdited.emit(self.text())


def read_number(text: str, option: Option, whole: bool) -> Any:
    """The number typed, inside the option's bounds; None for nothing typed (or “off”) where the option allows it."""
    text = text.strip()
    if option.optional and text.lower() in ("", "off", QCoreApplication.translate("forms", "off")):
        return None
    wanted = accepted(option)
    wrong = InputError(
        QT_TRANSLATE_NOOP("errors", "“{text}” is not a whole number; give {range}.")
        if whole
        else QT_TRANSLATE_NOOP("errors", "“{text}” is not a number; give {range}."),
        text=text,
        range=wanted,
    )
    try:
        value = int(text) if whole else float(text.replace(",", "."))
    except ValueError:
        raise wrong from None
    if not math.isfinite(value):
        raise wrong
    low = (option.minimum is not None and value < option.minimum) or (
        option.above is not None and value <= option.above
    )
    if low or (option.maximum is not None and value > option.maximum):
        raise InputError(QT_TRANSLATE_NOOP("errors", "{text} is out of range; give {range}."), text=text, range=wanted)
    return value


class Form(QWidget):
    """Labelled fields for some options of a dataclass. `edited` carries the name and the new value of one option.

    A value is emitted only when it is valid; an invalid one turns its field red and is explained below it.
    """

    edited = Signal(str, object)

    def __init__(
        self,
        holder: type,
        names: tuple[str, ...],
        parent: QWidget | None = None,
        *,
        labels: int = LABELS,
        empty: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, labels)
        self._grid.setColumnStretch(1, 1)
        self._options = {name: options_of(holder)[name] for name in names}
        self._values: dict[str, Any] = {}
        self._empty = empty or {}
        self._pending: str | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.take)
        self.fields: dict[str, QWidget] = {}
        self.labels: dict[str, QLabel] = {}
        self.complaints: dict[str, QLabel] = {}
        for name, (field, option) in self._options.items():
            self._add(name, field, option)

    def _add(self, name: str, field: dataclasses.Field[Any], option: Option) -> None:
        title = translate("options", option.title)
        label = QLabel(title)
        if option.choices:
            editor: QWidget = QComboBox()
            for choice in option.choices:
                editor.addItem(choice_name(choice), choice)
            editor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            editor.setMinimumContentsLength(4)
            editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            editor.activated.connect(self._choose)
        elif field.type in (bool, "bool"):
            editor = QCheckBox()
            editor.setMinimumHeight(23)
            editor.toggled.connect(self._toggle)
        else:
            editor = NumberEdit(option, self.whole(name))
            editor.textEdited.connect(self._type)
            editor.editingFinished.connect(self.take)
            if option.optional:
                editor.setPlaceholderText(self._empty.get(name, self.tr("off")))
        editor.setObjectName(name)
        editor.setAccessibleName(title)
        editor.setToolTip(self._tip(name, option))
        label.setToolTip(editor.toolTip())
        label.setBuddy(editor)
        complaint = QLabel()
        complaint.setObjectName("complaint")
        complaint.setWordWrap(True)
        complaint.hide()
        row = 2 * len(self.fields)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(editor, row, 1)
        self._grid.addWidget(complaint, row + 1, 0, 1, 2)
        self.fields[name], self.labels[name], self.complaints[name] = editor, label, complaint

    def _tip(self, name: str, option: Option) -> str:
        parts = [translate("options", option.help)] if option.help else []
        if option.minimum is not None or option.maximum is not None or option.above is not None:
            parts.append(accepted(option))
        if option.optional:
            parts.append(self.tr("empty: {meaning}").format(meaning=self._empty.get(name, self.tr("off"))))
        return " · ".join(parts) or translate("options", option.title)

    def whole(self, name: str) -> bool:
        return self._options[name][0].type in (int, int | None)

    def set_values(self, holder: Any) -> None:
        """Show the values of a dataclass instance; a field being typed in is left alone while its value stays."""
        for name in self.fields:
            value = getattr(holder, name)
            if name in self._values and self._values[name] == value and name != self._pending:
                continue
            if name == self._pending:
                if self._values.get(name) == value:
                    continue
                self._timer.stop()
                self._pending = None
            self._values[name] = value
            self._write(name, value)

    def _write(self, name: str, value: Any) -> None:
        editor = self.fields[name]
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QCheckBox):
            editor.blockSignals(True)
            editor.setChecked(value)
            editor.blockSignals(False)
        elif value is None:
            editor.setText("")
        else:
            editor.setText(str(value) if self.whole(name) else f"{value:g}")
        self._complain(name, "")

    def set_enabled(self, name: str, enabled: bool, reason: str = "") -> None:
        """Switch one field on or off; a field that is off says why in its tooltip."""
        editor = self.fields[name]
        editor.setEnabled(enabled)
        tip = self._tip(name, self._options[name][1]) if enabled else reason
        editor.setToolTip(tip)
        self.labels[name].setToolTip(tip)
        self.labels[name].setEnabled(enabled)

    def refuse(self, name: str, reasons: Mapping[str, str]) -> None:
        """Switch off those choices of a field that have a reason: their tooltip says it, and so does the line below the
        field where one of them is chosen all the same."""
        editor = self.fields[name]
        for index in range(editor.count()):
            reason = reasons.get(editor.itemData(index), "")
            editor.model().item(index).setEnabled(not reason)
            editor.setItemData(index, reason or None, Qt.ItemDataRole.ToolTipRole)
        self._complain(name, reasons.get(editor.currentData(), ""))

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide one field, its label and what is wrong with it."""
        self.fields[name].setVisible(shown)
        self.labels[name].setVisible(shown)
        self.complaints[name].setVisible(shown and bool(self.complaints[name].text()))

    def _choose(self, index: int) -> None:
        editor = self.sender()
        name, value = editor.objectName(), editor.itemData(index)
        if self._values.get(name) != value:
            self._values[name] = value
            self.edited.emit(name, value)

    def _toggle(self, on: bool) -> None:
        name = self.sender().objectName()
        self._values[name] = on
        self.edited.emit(name, on)

    def _type(self, text: str) -> None:
        name = self.sender().objectName()
        if self._pending not in (None, name):
            self.take()
        self._pending = name
        self._timer.start()
        if self.complaints[name].isVisibleTo(self) and self._readable(name):
            self._complain(name, "")

    def _readable(self, name: str) -> bool:
        try:
            self._read(name)
        except InputError:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a field whose value was not taken: the last one that was."""
        name = next((name for name, editor in self.fields.items() if editor.hasFocus()), None)
        refused = name is not None and (name == self._pending or bool(self.complaints[name].text()))
        if event.key() == Qt.Key.Key_Escape and refused:
            self._timer.stop()
            self._pending = None
            self._write(name, self._values[name])
        else:
            super().keyPressEvent(event)

    def _read(self, name: str) -> Any:
        text, option = self.fields[name].text(), self._options[name][1]
        if option.optional and text.strip() == self._empty.get(name):
            return None
        return read_number(text, option, self.whole(name))

    def take(self) -> None:
        """Read the field that is being typed in: emit its value, or say what is wrong with it."""
        name, self._pending = self._pending, None
        self._timer.stop()
        if name is None:
            return
        try:
            value = self._read(name)
        except InputError as error:
            self._complain(name, str(error))
            return
        self._complain(name, "")
        if self._values.get(name) != value:
            self._values[name] = value
            self.edited.emit(name, value)

    def _complain(self, name: str, sentence: str) -> None:
        mark_wrong(self.fields[name], bool(sentence))
        self.complaints[name].setText(sentence)
        self.complaints[name].setVisible(bool(sentence))
