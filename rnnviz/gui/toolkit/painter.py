"""A Drawing painted with Qt: in the window, into a film's frame, into a picture."""

import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTransform,
)

from rnnviz.figure.drawing import Batch, Boxes, Circles, Curves, Drawing, Lines, Picture, Texts
from rnnviz.figure.heat import narrowed
from rnnviz.figure.layers import Layer
from rnnviz.gui.toolkit.fonts import font

_MOST_TEXTS = 4096
_MOST_NARROWED = 32
_NO_PEN, _NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush(Qt.BrushStyle.NoBrush)
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class _Texts(threading.local):
    """Texts laid out, for each thread its own: a film is painted while the window is."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, float, bool, bool], tuple[QStaticText, float, float]] = {}
        self.fonts: dict[tuple[float, bool, bool], QFont] = {}


_TEXTS = _Texts()


class _Narrowed(threading.local):
    """Pictures of narrow clocks as they were painted last, for as long as the pictures they were made from live."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], tuple[weakref.ref[NDArray[np.uint8]], NDArray[np.uint8]]] = {}

    def get(self, whole: NDArray[np.uint8], pixels: int) -> NDArray[np.uint8]:
        known = self._made.get((id(whole), pixels))
        if known is None or known[0]() is not whole:
            while len(self._made) >= _MOST_NARROWED:
                self._made.pop(next(iter(self._made)))
            known = self._made[id(whole), pixels] = (weakref.ref(whole), narrowed(whole, pixels))
        return known[1]


_NARROWED = _Narrowed()


class _Films(threading.local):
    """What each thread that paints a film keeps from frame to frame."""

    def __init__(self) -> None:
        self.cache = StaticCache()
        self._canvas = QImage()

    def canvas(self, width: int, height: int) -> QImage:
        """A page to paint on, in the format that Qt paints on fastest."""
        if (self._canvas.width(), self._canvas.height()) != (width, height):
            self._canvas = QImage(width, height, QImage.Format.Format_RGB32)
        return self._canvas


class StaticCache:
    """Keeps the static layer of one view as a picture.

    patience: so many seconds an outdated picture is kept when only the model in its `StaticId` is another one, as it
    is with every frame while a network learns. 0 (films, stills): never.
    """

    def __init__(self, patience: float = 0.0) -> None:
        self.patience = patience
        self._id: object = None
        self._look: tuple[object, ...] = ()
        self._layer = Layer(())
        self._picture: QImage | None = None
        self.painted = 0.0  # when the picture was painted last

    def picture(self, drawing: Drawing, ratio: float) -> QImage:
        """The static layer with its background, at `ratio` device pixels a pixel."""
        look = (drawing.width, drawing.height, ratio, drawing.background.tobytes())
        if self._picture is None or look != self._look or not self._good(drawing.static_id):
            self._layer, different = self._layer.followed(drawing.static)
            if self._picture is None or look != self._look or different is not None:
                self._picture = _static_layer(drawing, ratio, self._picture)
                self.painted = time.monotonic()
            self._id, self._look = drawing.static_id, look
        return self._picture

    def _good(self, wanted: object) -> bool:
        if wanted is None or self._id is None:
            return False
        if wanted == self._id:
            return True
        same_place = getattr(wanted, "place", wanted) == getattr(self._id, "place", self._id)
        return same_place and time.monotonic() - self.painted < self.patience


_FILMS = _Films()


def paint(drawing: Drawing, painter: QPainter, cache: StaticCache | None = None) -> None:
    """Paint a Drawing at the painter's origin. With a cache the static layer is painted once and then copied."""
    painter.setRenderHints(_HINTS)
    if cache is None:
        painter.fillRect(QRectF(0, 0, drawing.width, drawing.height), _colour(drawing.background))
        _paint(drawing.static, painter)
    else:
        ratio = painter.device().devicePixelRatioF() * painter.transform().m11()
        picture = cache.picture(drawing, ratio)
        painter.drawImage(QRectF(0, 0, drawing.width, drawing.height), picture, QRectF(picture.rect()))
    _paint(drawing.live, painter)


def render(drawing: Drawing, scale: float = 1.0, cache: StaticCache | None = None) -> NDArray[np.uint8]:
    """(height, width, 4) uint8 RGBA, opaque; `scale` pixels for each of the drawing's, sizes rounded.

    Without a cache the thread's own is used, which serves one film after another.
    """
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    canvas = _FILMS.canvas(width, height)
    with QPainter(canvas) as painter:
        painter.scale(width / drawing.width, height / drawing.height)
        paint(drawing, painter, cache or _FILMS.cache)
    frame = np.empty((height, width, 4), np.uint8)
    image = _image(frame)
    with QPainter(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, 0, canvas)
    return frame


def _static_layer(drawing: Drawing, ratio: float, old: QImage | None) -> QImage:
    """On the old picture where it has the right size, without asking for memory anew."""
    size = QSize(max(1, round(drawing.width * ratio)), max(1, round(drawing.height * ratio)))
    picture = old if old is not None and old.size() == size else QImage(size, QImage.Format.Format_RGB32)
    picture.fill(_colour(drawing.background))
    with QPainter(picture) as painter:
        painter.setRenderHints(_HINTS)
        painter.scale(picture.width() / drawing.width, picture.height() / drawing.height)
        _paint(drawing.static, painter)
    return picture


def _paint(batches: tuple[Batch, ...], painter: QPainter) -> None:
    for batch in batches:
        _HOW[type(batch)](batch, painter)


def _colour(rgba: NDArray[np.uint8]) -> QColor:
    r, g, b, a = rgba.tolist()
    return QColor(r, g, b, a)


def _alike(batch: Lines | Curves) -> dict[tuple[int, float], list[int]]:
    """The indices of the marks that look the same, by colour and width, in the order of their first ones."""
    found: dict[tuple[int, float], list[int]] = {}
    for k, look in enumerate(zip(_codes(batch.colour), batch.width.tolist(), strict=True)):
        found.setdefault(look, []).append(k)
    return found


def _codes(colours: NDArray[np.uint8]) -> list[int]:
    """(N, 4) RGBA as one number each, for comparing and for finding pens and brushes that were made before."""
    return np.ascontiguousarray(colours).view(np.uint32).ravel().tolist()  # type: ignore[no-any-return]


def _rgba(code: int) -> QColor:
    return QColor(*code.to_bytes(4, sys.byteorder))


@lru_cache(4096)
def _pen(code: int, width: float, dash: tuple[float, ...] = ()) -> QPen:
    colour = _rgba(code)
    if not colour.alpha() or width <= 0:
        return _NO_PEN
    pen = QPen(colour, width)
    if dash:
        pen.setDashPattern([length / width for length in dash])  # Qt counts dashes in pen widths
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


@lru_cache(4096)
def _brush(code: int) -> QBrush:
    colour = _rgba(code)
    return QBrush(colour) if colour.alpha() else _NO_BRUSH


def _circles(batch: Circles, painter: QPainter) -> None:
    x, y, r = batch.x.tolist(), batch.y.tolist(), batch.r.tolist()
    for k in _dressed(batch, painter):
        painter.drawEllipse(QPointF(x[k], y[k]), r[k], r[k])


def _boxes(batch: Boxes, painter: QPainter) -> None:
    x, y, w, h = batch.x.tolist(), batch.y.tolist(), batch.w.tolist(), batch.h.tolist()
    if not batch.radius:
        for k in _dressed(batch, painter):
            painter.drawRect(QRectF(x[k], y[k], w[k], h[k]))
        return
    for k in _dressed(batch, painter):
        radius = min(batch.radius, w[k] / 2, h[k] / 2)
        painter.drawRoundedRect(QRectF(x[k], y[k], w[k], h[k]), radius, radius)


def _dressed(batch: Circles | Boxes, painter: QPainter) -> Iterator[int]:
    """The marks that can be seen, one after the other, for they may overlap, each with the painter's pen and brush set
    for it."""
    last_line = last_fill = None
    pen, brush = _NO_PEN, _NO_BRUSH
    looks = zip(_codes(batch.fill), zip(_codes(batch.line), batch.line_width.tolist(), strict=True), strict=True)
    for k, (fill, line) in enumerate(looks):
        if line != last_line:
            pen, last_line = _pen(*line), line
            painter.setPen(pen)
        if fill != last_fill:
            brush, last_fill = _brush(fill), fill
            painter.setBrush(brush)
        if pen is not _NO_PEN or brush is not _NO_BRUSH:
            yield k


def _lines(batch: Lines, painter: QPainter) -> None:
    x1, y1, x2, y2 = batch.x1.tolist(), batch.y1.tolist(), batch.x2.tolist(), batch.y2.tolist()
    for look, members in _alike(batch).items():
        painter.setPen(_pen(*look, batch.dash))
        painter.drawLines([QLineF(x1[k], y1[k], x2[k], y2[k]) for k in members])


def _curves(batch: Curves, painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = batch.points.reshape(-1, 8).tolist()
    for look, members in _alike(batch).items():
        painter.setPen(_pen(*look, batch.dash))
        for k in members:  # a path for each: of one with many curves Qt looks for all crossings
            a, b, c, d, e, f, g, h = points[k]
            path = QPainterPath(QPointF(a, b))
            path.cubicTo(c, d, e, f, g, h)
            painter.drawPath(path)


def _texts(batch: Texts, painter: QPainter) -> None:
    painter.setFont(_font(batch.size, batch.bold, batch.italic))
    x, y = batch.x.tolist(), batch.y.tolist()
    part = {"l": 0.0, "c": 0.5, "r": 1.0}[batch.anchor]
    last = None
    codes = _codes(batch.colour)
    for k, string in enumerate(batch.strings):
        if not string:
            continue
        if codes[k] != last:
            painter.setPen(_pen(codes[k], 1.0))
            last = codes[k]
        text, width, middle = _static_text(string, batch.size, batch.bold, batch.italic)
        painter.drawStaticText(QPointF(x[k] - part * width, y[k] - middle), text)


def _font(size: float, bold: bool, italic: bool) -> QFont:
    found = _TEXTS.fonts.get((size, bold, italic))
    if found is None:
        found = _TEXTS.fonts[(size, bold, italic)] = font(size, bold, italic)
    return found


def _static_text(string: str, size: float, bold: bool, italic: bool) -> tuple[QStaticText, float, float]:
    """The text laid out, its width, and how far below its top the middle of its digits lies."""
    key = (string, size, bold, italic)
    found = _TEXTS.known.get(key)
    if found is None:
        used = _font(size, bold, italic)
        text = QStaticText(string)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(QTransform(), used)
        metrics = QFontMetricsF(used)
        if len(_TEXTS.known) >= _MOST_TEXTS:
            _TEXTS.known.clear()
        found = _TEXTS.known[key] = (
            text,
            metrics.horizontalAdvance(string),
            metrics.ascent() - metrics.capHeight() / 2,
        )
    return found


def _picture(batch: Picture, painter: QPainter) -> None:
    rows, columns = batch.rgba.shape[:2]
    if not rows or not columns:
        return
    target = QRectF(batch.x, batch.y, batch.w, batch.h)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    whole, x, y = _source(batch.rgba)
    if batch.w < columns and batch.name and batch.across == 1:
        # Clocks narrower than a pixel: all of them are made once, and those up to the playhead are a part of that.
        pixels = max(1, round(batch.w / columns * whole.shape[1]))
        part = pixels / whole.shape[1]
        painter.drawImage(target, _image(_NARROWED.get(whole, pixels)), QRectF(part * x, y, part * columns, rows))
    else:
        painter.drawImage(target, _image(whole), QRectF(x, y, columns, rows))


def _source(rgba: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], int, int]:
    """An image that holds these cells, and in which column and row they begin. A part of a larger picture, as of the
    clocks up to the playhead, is painted from there, without copying it out."""
    whole = rgba.base
    part = (
        isinstance(whole, np.ndarray)
        and whole.dtype == np.uint8
        and whole.ndim == 3
        and whole.flags.c_contiguous
        and whole.strides == rgba.strides
    )
    if not part or rgba.flags.c_contiguous:
        return np.ascontiguousarray(rgba), 0, 0
    start = rgba.__array_interface__["data"][0] - whole.__array_interface__["data"][0]
    y, x = divmod(start // 4, whole.shape[1])
    return whole, x, y


def _image(rgba: NDArray[np.uint8]) -> QImage:
    rows, columns = rgba.shape[:2]
    return QImage(rgba.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)


_HOW: dict[type, Callable[..., None]] = {
    Circles: _circles,
    Boxes: _boxes,
    Lines: _lines,
    Curves: _curves,
    Texts: _texts,
    Picture: _picture,
}
