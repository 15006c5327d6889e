"""How the window looks: Qt's Fusion style, a palette made from the figure's theme, and a small style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from rnnviz.figure.palette import THEMES, Theme
from rnnviz.paths import resource


def system_theme() -> Theme:
    """The theme that the system asks for; light where it does not say."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return THEMES["dark" if dark else "light"]


def mixed(first: str, second: str, part: float) -> str:
    """A colour `part` of the way from the first to the second, as “#rrggbb”."""
    a, b = QColor(first), QColor(second)
    return QColor(
        round(a.red() + (b.red() - a.red()) * part),
        round(a.green() + (b.green() - a.green()) * part),
        round(a.blue() + (b.blue() - a.blue()) * part),
    ).name()


def palette(theme: Theme) -> QPalette:
    """Fusion's palette in the theme's colours; what cannot be used is muted."""
    made = QPalette()
    role = QPalette.ColorRole
    disabled = mixed(theme.muted, theme.window, 0.45)
    for which, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.stage,
        role.Text: theme.text,
        role.Button: theme.field,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.field,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.field,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.muted,
        role.Shadow: theme.border,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border))
    return made


def style_sheet(theme: Theme) -> str:
    """What the palette cannot say: corners, borders, spacing and the few widgets that stand out."""
    sheet = resource("style", "window.qss").read_text(encoding="utf-8")
    colours = {
        "window": theme.window,
        "stage": theme.stage,
        "field": theme.field,
        "border": theme.border,
        "text": theme.text,
        "muted": theme.muted,
        "accent": theme.accent,
        "accent_text": theme.accent_text,
        "highlight": theme.highlight,
        "error": theme.error,
        "good": theme.good,
        "hover": mixed(theme.field, theme.accent, 0.10),
        "pressed": mixed(theme.field, theme.accent, 0.22),
        "accent_hover": mixed(theme.accent, theme.text, 0.14),
        "error_surface": mixed(theme.window, theme.error, 0.10),
        "note_surface": theme.highlight,
        "scroll": mixed(theme.border, theme.muted, 0.35),
        "off": mixed(theme.muted, theme.window, 0.45),
    }
    colours["check"] = resource("icons", f"check-{theme.name}.svg").as_posix()
    colours["chevron"] = resource("icons", "chevron-grey.svg").as_posix()
    for name in sorted(colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", colours[name])
    return sheet


def apply(theme: Theme) -> None:
    """Dress the whole application; doing it twice costs nothing."""
    application = QApplication.instance()
    if application.property("theme") == theme.name:
        return
    application.setProperty("theme", theme.name)
    QApplication.setStyle("Fusion")
    QApplication.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))
