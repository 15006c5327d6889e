"""The bundled fonts, so that the program looks the same everywhere and every sign it uses is there."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from rnnviz.paths import resource

FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
FAMILY = "DejaVu Sans"


@lru_cache(maxsize=1)
def load() -> str:
    """Make the bundled fonts known to Qt, once; their family's name. Needs a QGuiApplication.

    Errors: FileNotFoundError when a file is missing or is no font.
    """
    for file in FILES:
        path = resource("fonts", file)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(f"the bundled font {path} cannot be read")
    return FAMILY


def font(size: float, bold: bool = False, italic: bool = False) -> QFont:
    """A font of `size` pixels. Without hinting, so that widths are those that the figure reckoned with."""
    made = QFont(load())
    made.setPixelSize(max(1, round(size)))
    made.setBold(bold)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
