"""What a person set once and finds again: theme, language, reduced motion, the window's place and its panels."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from rnnviz.figure.notation import notation
from rnnviz.figure.palette import THEMES, Theme
from rnnviz.gui.dialogs.notation_sample import NotationSample
from rnnviz.gui.toolkit.theme import system_theme
from rnnviz.gui.toolkit.translation import SYSTEM, languages
from rnnviz.session.state import NOTATIONS
from rnnviz.words import translate

THEME_CHOICES = ("system", *THEMES)


@dataclass(frozen=True)
class Preferences:
    """theme: system, light or dark. language: system, or a code like “en”. reduced_motion: everything jumps. notation:
    the letters of the weights, one of `NOTATIONS`. sideways: X at the left and S at the right of each clock's
    column. offer_session: work that was not saved is offered at the next start."""

    theme: str = "system"
    language: str = SYSTEM
    reduced_motion: bool = False
    notation: str = NOTATIONS[0]
    sideways: bool = False
    offer_session: bool = True

    def chosen_theme(self) -> Theme:
        return system_theme() if self.theme == "system" else THEMES[self.theme]


def read() -> Preferences:
    """The preferences as they were kept; what is missing or makes no sense is the default."""
    settings = QSettings()
    theme = str(settings.value("theme", "system"))
    language = str(settings.value("language", SYSTEM))
    letters = str(settings.value("notation", NOTATIONS[0]))
    return Preferences(
        theme=theme if theme in THEME_CHOICES else "system",
        language=language if language in languages() else SYSTEM,
        reduced_motion=settings.value("reduced_motion", False, bool),
        notation=letters if letters in NOTATIONS else NOTATIONS[0],
        sideways=settings.value("sideways", False, bool),
        offer_session=settings.value("offer_session", True, bool),
    )


def write(preferences: Preferences) -> None:
    settings = QSettings()
    settings.setValue("theme", preferences.theme)
    settings.setValue("language", preferences.language)
    settings.setValue("reduced_motion", preferences.reduced_motion)
    settings.setValue("notation", preferences.notation)
    settings.setValue("sideways", preferences.sideways)
    settings.setValue("offer_session", preferences.offer_session)


def kept(name: str) -> QByteArray | None:
    """A place or a division of the window, kept under this name."""
    value: Any = QSettings().value(f"window/{name}")
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None


def keep(name: str, value: QByteArray) -> None:
    QSettings().setValue(f"window/{name}", value)


class PreferencesDialog(QDialog):
    """Every choice works at once; there is nothing to confirm."""

    changed = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        names = {"system": self.tr("Like the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme = QComboBox(accessibleName=self.tr("Theme"))
        for choice in THEME_CHOICES:
            self.theme.addItem(names.get(choice, choice), choice)
        self.theme.setCurrentIndex(self.theme.findData(preferences.theme))
        self.theme.setToolTip(self.tr("Colours of the window and of new films"))
        self.language = QComboBox(accessibleName=self.tr("Language"))
        for code, name in {SYSTEM: names["system"], **languages()}.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        self.language.setToolTip(self.tr("Every language whose translation is installed"))
        self.motion = QCheckBox(self.tr("Reduce motion"), checked=preferences.reduced_motion)
        self.motion.setAccessibleName(self.tr("Reduce motion"))
        self.motion.setToolTip(self.tr("Playing jumps from phase to phase; nothing glides"))
        self.notation = QComboBox(accessibleName=self.tr("Letters of the weights"))
        for name in NOTATIONS:
            self.notation.addItem(translate("figure", notation(name).title), name)
        self.notation.setCurrentIndex(self.notation.findData(preferences.notation))
        self.notation.setToolTip(self.tr("Textbooks disagree; files and programs keep PyTorch's names"))
        self.sample = NotationSample(preferences.chosen_theme())
        self.sample.show_notation(preferences.notation)
        self.direction = QComboBox(accessibleName=self.tr("Direction of the drawing"))
        self.direction.addItem(self.tr("X below, S above"), False)
        self.direction.addItem(self.tr("X left, S right"), True)
        self.direction.setCurrentIndex(self.direction.findData(preferences.sideways))
        self.direction.setToolTip(self.tr("How a clock's network stands in its column; time runs to the right in both"))
        self.offer = QCheckBox(self.tr("Offer the last session"), checked=preferences.offer_session)
        self.offer.setAccessibleName(self.tr("Offer the last session"))
        self.offer.setToolTip(self.tr("What was not saved, by closing or by a crash, can be opened again"))
        note = QLabel(self.tr("The language changes when rnnviz opens the next time."), objectName="hint")
        note.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow(self.tr("Language"), self.language)
        form.addRow("", note)
        form.addRow(self.tr("Motion"), self.motion)
        form.addRow(self.tr("Drawing"), self.direction)
        form.addRow(self.tr("Letters"), self.notation)
        form.addRow("", self.sample)
        form.addRow(self.tr("Start"), self.offer)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 20, 22, 16)
        whole.setSpacing(18)
        whole.addLayout(form)
        whole.addStretch()
        whole.addWidget(buttons)
        self.setMinimumWidth(380)
        self.theme.activated.connect(self._take)
        self.language.activated.connect(self._take)
        self.motion.toggled.connect(self._take)
        self.notation.activated.connect(self._take)
        self.direction.activated.connect(self._take)
        self.offer.toggled.connect(self._take)

    def _take(self, *_: object) -> None:
        self._preferences = replace(
            self._preferences,
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            reduced_motion=self.motion.isChecked(),
            notation=self.notation.currentData(),
            sideways=self.direction.currentData(),
            offer_session=self.offer.isChecked(),
        )
        self.sample.set_theme(self._preferences.chosen_theme())
        self.sample.show_notation(self._preferences.notation)
        self.changed.emit(self._preferences)
