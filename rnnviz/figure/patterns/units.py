"""The units of a network with symmetric weights: as the pixels that they are, or in a ring with their weights."""

from typing import NamedTuple

import numpy as np

from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.figure.drawing import Batch, Boxes, Circles, Colours, Floats, Lines, Texts
from rnnviz.figure.marks import between, even, frame_box, ink, ring
from rnnviz.figure.metrics import fitted
from rnnviz.figure.palette import diverging, ink_on
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.session.state import Key
from rnnviz.words import translate

ALL_EDGES = 600  # more weights than this are too many to be told apart: only those of one unit are drawn
WIDEST = 4.0
BESIDE = 22.0  # between the pixels and their reconstruction
CAPTIONED = 20.0  # below both


class Frame(NamedTuple):
    """A rectangle on the page."""

    x: float
    y: float
    w: float
    h: float


class Places(NamedTuple):
    """x, y (N,): the middles of the units. r: half the width of a pixel or the radius of a circle. pixel: whether
    those that are seen are squares. hidden_r: the radius of hidden units."""

    x: Floats
    y: Floats
    r: float
    pixel: bool
    hidden_r: float


def places(scene: PatternScene, frame: Frame) -> Places:
    """Where the units lie in a frame."""
    if scene.state.layout == "grid":
        return _grid(scene, frame)
    return _rows(scene, frame) if scene.state.spec.kind == "restricted" else _ring(scene, frame)


def _grid(scene: PatternScene, frame: Frame) -> Places:
    spec = scene.state.spec
    strip = min(0.2 * frame.h, 44.0) if scene.hidden else 0.0
    below = CAPTIONED if spec.kind == "restricted" else 0.0
    wide = (frame.w - BESIDE) / 2 if below else frame.w  # beside the pixels there is their reconstruction
    side = min(wide / spec.columns, (frame.h - strip - below) / spec.rows, 84.0)
    left = frame.x + (wide - side * spec.columns) / 2
    top = frame.y + strip
    row, column = np.divmod(np.arange(scene.pixels), spec.columns)
    x, y = left + (column + 0.5) * side, top + (row + 0.5) * side
    hidden_r = 0.0
    if scene.hidden:
        pitch = min(frame.w / scene.hidden, strip)
        hidden_r = 0.36 * pitch
        hx = frame.x + frame.w / 2 + (np.arange(scene.hidden) - (scene.hidden - 1) / 2) * pitch
        x, y = np.concatenate([x, hx]), np.concatenate([y, np.full(scene.hidden, top - strip / 2)])
    return Places(x, y, 0.5 * side - (0.75 if side > 6 else 0.0), True, hidden_r)


def _ring(scene: PatternScene, frame: Frame) -> Places:
    """Clockwise from the top; hidden units come last, so that they stand together."""
    middle_x, middle_y = frame.x + frame.w / 2, frame.y + frame.h / 2
    around = min(frame.w, frame.h) / 2
    r = min(max(0.32 * 2 * np.pi * around / max(scene.units, 4), 2.0), 0.17 * around)
    angle = 2 * np.pi * (np.arange(scene.units) + 0.5) / scene.units - np.pi / 2
    reach = around - r - 2
    return Places(middle_x + reach * np.cos(angle), middle_y + reach * np.sin(angle), float(r), False, float(r))


def _rows(scene: PatternScene, frame: Frame) -> Places:
    """Hidden units above, pixels below."""
    count = max(scene.pixels, scene.hidden)
    r = min(0.36 * frame.w / count, 0.09 * frame.h, 20.0)
    x, y = np.empty(scene.units), np.empty(scene.units)
    for part, size, where in (
        (slice(0, scene.pixels), scene.pixels, frame.y + frame.h - r - 3),
        (slice(scene.pixels, None), scene.hidden, frame.y + r + 3),
    ):
        pitch = frame.w / size
        x[part] = frame.x + (np.arange(size) + 0.5) * pitch
        y[part] = where
    return Places(x, y, r, False, r)


def edges(scene: PatternScene, at: Places, unit: int | None) -> list[Batch]:
    """The weights as lines, brown below zero and green above, wider the larger; only those of one unit where all are
    too many, and none between pixels that are squares."""
    i, j = np.nonzero(np.triu(scene.weights, 1))
    if at.pixel or len(i) > ALL_EDGES:
        if unit is None or (at.pixel and unit < scene.pixels):
            return []
        here = (i == unit) | (j == unit)
        i, j = i[here], j[here]
    weight = scene.weights[i, j]
    order = np.argsort(np.abs(weight), kind="stable")
    i, j, weight = i[order], j[order], weight[order]
    size = np.rint(8 * np.abs(weight) / scene.limit) / 8
    strength = 0.2 + 0.8 * size
    if unit is not None and not at.pixel:
        strength = np.where((i == unit) | (j == unit), strength, 0.25 * strength)
    colour = diverging(np.rint(weight / scene.limit * 8) / 8, f"line-{scene.theme.name}")
    colour = between(ink(scene.theme.stage), colour, np.rint(20 * strength) / 20)
    return [Lines(at.x[i], at.y[i], at.x[j], at.y[j], colour, 0.6 + (WIDEST - 0.6) * size)]


def shades(scene: PatternScene, t: int, progress: float = 1.0) -> Colours:
    """(N, 4): black for units that are high, white for low ones; in between while they change."""
    level = scene.on[t - 1]
    if progress < 1 and t > 1:
        level = scene.on[t - 2] + (level - scene.on[t - 2]) * progress
    return between(scene.white, scene.black, level)


def units(scene: PatternScene, at: Places, t: int, progress: float) -> list[Batch]:
    """The units at clock t."""
    fill = shades(scene, t, progress)
    keys = tuple(Key("unit", t, unit) for unit in range(scene.units))
    pixels = scene.pixels
    made: list[Batch] = []
    if at.pixel:
        side = np.full(pixels, 2 * at.r)
        line = even(scene.theme.border, pixels)
        made.append(
            Boxes(
                at.x[:pixels] - at.r, at.y[:pixels] - at.r, side, side, fill[:pixels], line,
                np.full(pixels, 0.8), min(3.0, 0.15 * at.r), keys[:pixels],
            )
        )  # fmt: skip
    round_ones = slice(pixels if at.pixel else 0, None)
    count = len(fill[round_ones])
    if count:
        hidden = np.arange(scene.units)[round_ones] >= pixels
        outline = np.where(hidden[:, None], ink(scene.theme.role("M")), ink(scene.theme.muted))
        radius = np.where(hidden, at.hidden_r, at.r)
        made.append(
            Circles(
                at.x[round_ones], at.y[round_ones], radius, fill[round_ones], outline,
                np.where(hidden, 2.2, 1.2), keys[round_ones],
            )
        )  # fmt: skip
        made += _names(scene, at, fill)
    return made


def _names(scene: PatternScene, at: Places, fill: Colours) -> list[Batch]:
    """The number of a unit in its circle, where there is room for it."""
    made: list[Batch] = []
    for kind, first, stop, r in (("{}", 0, scene.pixels, at.r), ("h{}", scene.pixels, scene.units, at.hidden_r)):
        if r < 9 or (at.pixel and not first) or first == stop:
            continue
        strings = tuple(kind.format(number) for number in range(1, stop - first + 1))
        size = float(min(round(0.75 * r), 14))
        made.append(Texts(strings, at.x[first:stop], at.y[first:stop], ink_on(fill[first:stop]), size))
    return made


def reconstruction(scene: PatternScene, at: Places, frame: Frame, t: int) -> list[Batch]:
    """Of a restricted machine: how probable 1 is for each pixel, given the hidden units of this clock."""
    machine, spec = scene.state.machine, scene.state.spec
    if not isinstance(machine, RestrictedBoltzmann) or not at.pixel:
        return []
    pixels, one = scene.pixels, np.ones(1)
    chance = machine.visible_given(scene.on[t - 1, pixels:], float(scene.run.temperatures[t - 1]))
    shift = (frame.w + BESIDE) / 2
    side = np.full(pixels, 2 * at.r)
    fill = between(scene.white, scene.black, chance)
    made: list[Batch] = [
        Boxes(
            at.x[:pixels] - at.r + shift, at.y[:pixels] - at.r, side, side, fill,
            even(scene.theme.border, pixels), np.full(pixels, 0.8), min(3.0, 0.15 * at.r),
        )
    ]  # fmt: skip
    middle = float((at.x[0] + at.x[spec.columns - 1]) / 2)
    under = float(at.y[pixels - 1]) + at.r + 12
    room = (frame.w - BESIDE) / 2
    for x, text in (
        (middle, translate("figure", "pixels now")),
        (middle + shift, translate("figure", "p(1) given the hidden")),
    ):
        words = fitted(text, room, 10.0)
        made.append(Texts((words,), x * one, under * one, ink(scene.theme.muted)[None], 10.0))
    return made


def marked(scene: PatternScene, at: Places, unit: int, colour: str, width: float, gap: float = 1.5) -> Batch:
    """A line around one unit."""
    x, y = float(at.x[unit]), float(at.y[unit])
    if at.pixel and unit < scene.pixels:
        half = at.r + gap
        return frame_box(x - half, y - half, 2 * half, 2 * half, ink(colour), width, 3.0)
    return ring(x, y, (at.hidden_r if unit >= scene.pixels else at.r) + gap + 1, ink(colour), width)


def clamps(scene: PatternScene, at: Places) -> list[Batch]:
    """Brackets around every clamped unit: inside a pixel, outside a circle."""
    kept = np.array(list(scene.clamped), dtype=np.intp)
    if not len(kept):
        return []
    inside = at.pixel & (kept < scene.pixels)
    r = np.where(inside, 0.74 * at.r, np.where(kept >= scene.pixels, at.hidden_r, at.r) + 3.0)
    r, arm = np.maximum(r, 2.0), np.maximum(0.35 * r, 1.5)
    x, y = at.x[kept], at.y[kept]
    pieces = [
        piece
        for side in (-1, 1)
        for piece in (
            (x + side * r, y - r, x + side * r, y + r),
            (x + side * r, y - r, x + side * (r - arm), y - r),
            (x + side * r, y + r, x + side * (r - arm), y + r),
        )
    ]
    x1, y1, x2, y2 = (np.concatenate(ends) for ends in zip(*pieces, strict=True))
    colour = even(scene.theme.role("energy"), len(x1))
    return [Lines(x1, y1, x2, y2, colour, np.full(len(x1), 1.6 if at.r < 8 else 2.4))]


def wrong(scene: PatternScene, at: Places, t: int) -> list[Batch]:
    """A dot on every pixel that is not yet what it will be at the end of a recall."""
    if scene.attractor is None or not at.pixel or at.r < 3:
        return []
    apart = np.flatnonzero(scene.on[t - 1] != scene.on[-1])
    if not len(apart):
        return []
    count = len(apart)
    clear = even("#000000", count, 0.0)
    fill = even(scene.theme.role("energy"), count)
    return [Circles(at.x[apart], at.y[apart], np.full(count, max(1.6, 0.2 * at.r)), fill, clear, np.zeros(count))]
