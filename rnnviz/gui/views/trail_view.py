"""The way back: the numbers that were followed from one to the next, each a link."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from rnnviz.figure.describe import indexed
from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.fonts import font
from rnnviz.session.state import Key

_MOST = 4  # of the links, the last ones


class Trail(QLabel):
    """Hidden while nothing was followed."""

    went_back = Signal(int)  # so many steps

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._keys: tuple[Key, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setAccessibleName(self.tr("The numbers that were followed"))
        self.setToolTip(self.tr("Back to a number that was followed; Backspace goes back by one"))
        self.linkActivated.connect(self._activated)
        self.set_theme(theme)
        self.setVisible(False)

    def show_trail(self, keys: tuple[Key, ...]) -> None:
        """The numbers before the one shown, the first one first."""
        self.setVisible(bool(keys))
        if keys != self._keys:
            self._keys = keys
            self._say()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(font(12))
        # A rule without a selector would colour the tooltip too.
        self.setStyleSheet(f"Trail {{ color: {theme.muted}; background: transparent; }}")
        self._say()

    def _say(self) -> None:
        shown, count = self._keys[-_MOST:], len(self._keys)
        links = [
            f'<a href="{min(len(shown), count) - index}" style="color:{self.theme.accent}">{name_of(key)}</a>'
            for index, key in enumerate(shown)
        ]
        self.setText("‹ " + ("… › " if count > _MOST else "") + " › ".join(links))

    def _activated(self, link: str) -> None:
        self.went_back.emit(int(link))


def name_of(key: Key) -> str:
    """“f₄[2]”: which number, at which clock, of which unit."""
    return indexed(key.name, key.t) + (f"[{key.unit + 1}]" if key.unit >= 0 else "")
