"""Drawings put elsewhere: moved and scaled."""

from dataclasses import replace

from rnnviz.figure.drawing import Batch, Boxes, Circles, Curves, Drawing, Lines, Picture, Texts


def moved(batches: tuple[Batch, ...], dx: float, dy: float) -> tuple[Batch, ...]:
    """The same marks, dx further right and dy further down."""
    return tuple(_placed(batch, 1.0, dx, dy) for batch in batches)


def scaled(drawing: Drawing, factor: float, width: float, height: float) -> Drawing:
    """The drawing `factor` times as large, for a page of width and height."""
    if factor == 1.0:
        return replace(drawing, width=width, height=height)
    live = tuple(_placed(batch, factor, 0.0, 0.0) for batch in drawing.live)
    static = tuple(_placed(batch, factor, 0.0, 0.0) for batch in drawing.static)
    return Drawing(width, height, drawing.background, static, live, drawing.static_id)


def _placed(batch: Batch, k: float, dx: float, dy: float) -> Batch:
    if isinstance(batch, Circles):
        return replace(
            batch, x=k * batch.x + dx, y=k * batch.y + dy, r=k * batch.r, line_width=k * batch.line_width
        )  # fmt: skip
    if isinstance(batch, Boxes):
        return replace(
            batch, x=k * batch.x + dx, y=k * batch.y + dy, w=k * batch.w, h=k * batch.h,
            line_width=k * batch.line_width, radius=k * batch.radius,
        )  # fmt: skip
    if isinstance(batch, Lines):
        return replace(
            batch, x1=k * batch.x1 + dx, y1=k * batch.y1 + dy, x2=k * batch.x2 + dx, y2=k * batch.y2 + dy,
            width=k * batch.width, dash=tuple(k * length for length in batch.dash),
        )  # fmt: skip
    if isinstance(batch, Curves):
        return replace(
            batch, points=k * batch.points + (dx, dy), width=k * batch.width,
            dash=tuple(k * length for length in batch.dash),
        )  # fmt: skip
    if isinstance(batch, Texts):
        return replace(batch, x=k * batch.x + dx, y=k * batch.y + dy, size=k * batch.size)
    return Picture(
        k * batch.x + dx, k * batch.y + dy, k * batch.w, k * batch.h,
        batch.rgba, batch.name, batch.first_t, batch.across, batch.gap, batch.units,
    )  # fmt: skip
