"""Our own line icons, drawn in the colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rnnviz.paths import resource

SIZES = (16, 20, 24, 32, 48, 64)


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def picture(name: str, colour: str, size: int) -> QPixmap:
    """The icon `name` in one colour, `size` pixels wide and high."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return pixmap


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """The icon `name` in `colour` (“#rrggbb”), and in `disabled` where its control cannot be used."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(picture(name, colour, size))
        if disabled:
            made.addPixmap(picture(name, disabled, size), QIcon.Mode.Disabled)
    return made
