"""Equations set by ziamath and drawn by Qt, made once in the background and kept."""

import re
import threading
import warnings
from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from rnnviz.gui.toolkit.fonts import font

POLL_MS = 30


class Wanted(NamedTuple):
    """One picture: TeX, size of the letters in pixels, colour “#rrggbb”."""

    tex: str
    size: float
    colour: str


class EquationImages(QObject):
    """Setting one equation takes 10 to 20 ms, and the first one 200 ms more for the import, so that it is done by a
    thread that lives while there is something to set. Until then `get` answers None, and `ready` tells when to ask
    again."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[Wanted, QSvgRenderer | None] = {}
        self._queue: deque[Wanted] = deque()
        self._done: deque[tuple[Wanted, str]] = deque()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._collect)

    def get(self, tex: str, size: float, colour: str) -> QSvgRenderer | None:
        """The picture, or None while it is being made (or cannot be: then the TeX is to be shown as it is)."""
        wanted = Wanted(tex, size, colour)
        if wanted not in self._made:
            self._made[wanted] = None
            self._queue.append(wanted)
            self._start()
        return self._made[wanted]

    def paint(self, painter: QPainter, tex: str, size: float, colour: str, box: QRectF) -> None:
        """The picture at the left of a box, smaller where it has no room; its letters until it is made."""
        image = self.get(tex, size, colour)
        if image is None:
            painter.setPen(QColor(colour))
            painter.setFont(font(13))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, plain(tex))
            return
        view = image.viewBoxF().size()
        scale = min(1.0, box.width() / view.width(), box.height() / view.height())
        width, height = view.width() * scale, view.height() * scale
        image.render(painter, QRectF(box.left(), box.center().y() - height / 2, width, height))

    def stop(self) -> None:
        """Leave what is not set yet, and wait for the equation in hand."""
        self._queue.clear()
        if self._thread is not None:
            self._thread.join()

    @property
    def pending(self) -> bool:
        """Whether something is still being set."""
        return self._timer.isActive()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(
                target=_typeset, args=(self._queue, self._done), name="rnnviz-equations", daemon=True
            )
            self._thread.start()
        self._timer.start()

    def _collect(self) -> None:
        some = bool(self._done)
        while self._done:
            wanted, svg = self._done.popleft()
            renderer = QSvgRenderer(QByteArray(svg.encode()), self)
            if svg and renderer.isValid():
                self._made[wanted] = renderer
        if self._thread is not None and not self._thread.is_alive() and not self._done:
            self._thread = None
            self._timer.stop()
            if self._queue:  # asked for between the thread's last look and its end
                self._start()
        if some:
            self.ready.emit()


def _typeset(queue: deque[Wanted], done: deque[tuple[Wanted, str]]) -> None:
    """Work through the queue. An equation that cannot be set comes back empty."""
    while True:
        try:
            wanted = queue.popleft()
        except IndexError:
            return
        try:
            svg = _svg(wanted)
        except Exception:  # whatever is raised in there, the equation can still be read as text
            svg = ""
        done.append((wanted, svg))


def _svg(wanted: Wanted) -> str:
    with warnings.catch_warnings():
        # It reads its fonts with a function of importlib that is on its way out.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath
    ziamath.config.svg2 = False  # Qt's renderer does not know the newer elements
    # Arrows over a letter: the extensible ones are typeset with a gap on both sides of it.
    tex = re.sub(r"\\over(left|right|leftright)arrow", r"\\overset{\\\1arrow}", wanted.tex)
    return ziamath.Latex(tex, size=wanted.size, color=wanted.colour).svg()


# What TeX writes with a command, for the moment before an equation is set and for those who listen to it.
_PLAIN = (
    ("\\overleftrightarrow", "↔"),
    ("\\overrightarrow", "→"),
    ("\\overleftarrow", "←"),
    ("\\odot", "⊙"),
    ("\\sigma", "σ"),
    ("\\phi", "φ"),
    ("\\psi", "ψ"),
    ("\\tanh", "tanh"),
    ("\\cdot", "·"),
    ("\\mathrm", ""),
    ("\\text", ""),
    ("\\", ""),
    ("{", ""),
    ("}", ""),
)


def plain(tex: str) -> str:
    """The equation as a line of text."""
    for command, sign in _PLAIN:
        tex = tex.replace(command, sign)
    return tex
