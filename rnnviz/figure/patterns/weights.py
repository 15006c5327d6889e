"""The weights as a picture: those into one unit, of each hidden unit, or all of them as a matrix."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Picture, Texts
from rnnviz.figure.marks import even, frame_box, ink, line
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import diverging
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.units import Frame, Places, marked, places
from rnnviz.figure.patterns.words import number, unit_name
from rnnviz.session.state import Key
from rnnviz.words import translate


def weights_titles(scene: PatternScene, unit: int | None) -> tuple[str, ...]:
    """What is shown, the longest name first."""
    short = translate("figure", "Weights")
    if _whole(scene, unit):
        return (translate("figure", "All weights, wᵢⱼ = wⱼᵢ"), translate("figure", "All weights"), short)
    if scene.state.spec.kind == "restricted":
        return (translate("figure", "Weights of each hidden unit"), short)
    return (translate("figure", "Weights into {unit}").format(unit=unit_name(scene, unit or 0)), short)


def _whole(scene: PatternScene, unit: int | None) -> bool:
    """Whether all weights are shown as a matrix."""
    return scene.state.matrix or (unit is None and scene.state.spec.kind != "restricted")


def weights_scale(scene: PatternScene, frame: Frame, y: float) -> list[Batch]:
    """The ends of the colours, at the right of the title."""
    low, high = (number(value) for value in (-scene.limit, scene.limit))
    size, bar, one = 10.0, 46.0, np.ones(1)
    muted = ink(scene.theme.muted)[None]
    right = frame.x + frame.w
    x = right - text_width(high, size) - 5 - bar
    return [
        Texts((high,), right * one, y * one, muted, size, "r"),
        Picture(x, y - 4, bar, 8.0, diverging(np.linspace(-1, 1, 46), "weight")[None]),
        Texts((low,), (x - 5) * one, y * one, muted, size, "r"),
    ]


def weights(scene: PatternScene, frame: Frame, t: int, unit: int | None) -> list[Batch]:
    """What suits the network best in this frame."""
    if _whole(scene, unit):
        return _matrix(scene, frame, unit)
    return (
        _fields(scene, frame, t)
        if unit is None or scene.state.spec.kind == "restricted"
        else _into(scene, frame, t, unit)
    )


def _into(scene: PatternScene, frame: Frame, t: int, unit: int) -> list[Batch]:
    """One weight for each unit, where that unit stands in the grid; the unit's own place is empty."""
    grid = scene.state.layout == "grid"
    at: Places = places(scene, frame)
    fill = diverging(scene.weights[unit], "weight", scene.limit)
    fill[unit] = ink(scene.theme.stage)
    keys = tuple(Key("unit", t, other) for other in range(scene.units))
    pixels = scene.pixels if grid else 0
    made: list[Batch] = []
    if pixels:
        side = np.full(pixels, 2 * at.r)
        made.append(
            Boxes(
                at.x[:pixels] - at.r, at.y[:pixels] - at.r, side, side, fill[:pixels],
                even(scene.theme.border, pixels), np.full(pixels, 0.8), min(3.0, 0.15 * at.r), keys[:pixels],
            )
        )  # fmt: skip
    count = scene.units - pixels
    if count:
        radius = np.where(np.arange(pixels, scene.units) >= scene.pixels, at.hidden_r, at.r)
        line = even(scene.theme.border, count)
        made.append(
            Circles(at.x[pixels:], at.y[pixels:], radius, fill[pixels:], line, np.full(count, 1.0), keys[pixels:])
        )
    made.append(marked(scene, at, unit, scene.theme.accent, 2.0, 0.0))
    return made


def _matrix(scene: PatternScene, frame: Frame, unit: int | None) -> list[Batch]:
    """A row and a column for each unit, hidden ones last; a frame around those of the unit that is looked at. Where
    there are more units than pixels on the screen, each point is the mean of some neighbours."""
    side, count = min(frame.w, frame.h), scene.units
    x, y = frame.x + (frame.w - side) / 2, frame.y
    starts = np.arange(0, count, max(1, int(np.ceil(count / side))))
    sums = np.add.reduceat(np.add.reduceat(scene.weights, starts, axis=0), starts, axis=1)
    many = np.diff(starts, append=count)
    image = diverging(sums / np.outer(many, many), "weight", scene.limit)
    pitch = side / count
    made: list[Batch] = [
        Picture(x, y, side, side, image, "weight" if len(starts) == count else ""),
        frame_box(x, y, side, side, ink(scene.theme.border), 1.0),
    ]
    if scene.hidden:
        at, colour = scene.pixels * pitch, ink(scene.theme.role("M"))
        made += [line(x, y + at, x + side, y + at, colour, 1.2), line(x + at, y, x + at, y + side, colour, 1.2)]
    if unit is not None:
        start, thick = unit * pitch, max(pitch, 3.0)
        colour = ink(scene.theme.accent)
        made += [
            frame_box(x, y + start, side, thick, colour, 1.4),
            frame_box(x + start, y, thick, side, colour, 1.4),
        ]
    return made


def _fields(scene: PatternScene, frame: Frame, t: int) -> list[Batch]:
    """A tile for each hidden unit, its weights where the pixels are; framed while the unit is on."""
    spec, count = scene.state.spec, scene.hidden
    side, across = max((_tile(scene, frame, n), n) for n in range(1, count + 1))
    down = -(-count // across)
    wide, high = side * spec.columns, side * spec.rows
    pitch_x = min((frame.w - wide) / max(across - 1, 1), wide + 22.0)
    pitch_y = min(frame.h / down, high + 30.0)
    left = frame.x + (frame.w - pitch_x * (across - 1) - wide) / 2
    top = frame.y + 18
    made: list[Batch] = []
    for index in range(count):
        row, column = divmod(index, across)
        x, y = left + column * pitch_x, top + row * pitch_y
        unit = scene.pixels + index
        values = scene.weights[unit, : scene.pixels].reshape(spec.rows, spec.columns)
        on = bool(scene.on[t - 1, unit])
        made.append(Picture(x, y, wide, high, diverging(values, "weight", scene.limit)))
        made.append(
            frame_box(
                x - 2, y - 2, wide + 4, high + 4, ink(scene.theme.role("M") if on else scene.theme.border),
                2.4 if on else 1.0, 2.0,
            )
        )  # fmt: skip
        one = np.ones(1)
        colour = ink(scene.theme.ink("M") if on else scene.theme.muted)[None]
        made.append(Texts((str(index + 1),), (x + wide / 2) * one, (y - 11) * one, colour, 11.0, "c", on))
    return made


def _tile(scene: PatternScene, frame: Frame, across: int) -> float:
    """How large a pixel is when so many tiles stand beside each other."""
    spec, down = scene.state.spec, -(-scene.hidden // across)
    wide = (frame.w - 8 * (across - 1)) / across / spec.columns
    high = (frame.h / down - 20) / spec.rows
    return max(min(wide, high, 26.0), 1.0)
