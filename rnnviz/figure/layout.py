"""Where everything of the stage lies within one clock's column: arithmetic on sizes, no values and no colours."""

from functools import lru_cache

from rnnviz.figure.rows import (
    LEAST_MEMORY_RADIUS,
    LEAST_RADIUS,
    MEMORY_SPREAD,
    NARROW,
    NO_LIGHTS,
    NO_ROW,
    NUMBER_RADIUS,
    SPREAD,
    Layout,
    Lights,
    Row,
    Stack,
    lamps_of,
    row_of,
)
from rnnviz.figure.scene import Scene
from rnnviz.figure.sideways import least_column, turned
from rnnviz.figure.stack import stacked


def layout_of(scene: Scene, column: float, height: float, most: float = 1.0) -> Layout:
    """The geometry of this scene's stage for columns and a height in pixels. most: how large neurons become where they
    have room, in terms of what is usual for so high a stage. Columns without room for the rows side by side have X
    below and S above."""
    sizes = scene.at(0).sizes
    units = sizes["X"], sizes["H"], sizes.get("M", 0), sizes["S"]
    stack = Stack(scene.top + 1, 1 + scene.bidirectional, *scene.part)
    return _layout(*units, len(scene.lights), round(column, 3), round(height, 1), stack, most, scene.sideways)


@lru_cache(maxsize=128)
def _layout(
    inputs: int, hidden: int, memory: int, outputs: int, lights: int, column: float, height: float, stack: Stack,
    most: float,
    sideways: bool,
) -> Layout:  # fmt: skip
    scale = min(max(height / 460, 0.6), 2.0)
    floor = 11 if height >= 240 else 9
    text = min(max(round(13 * scale), floor), 22)
    small = min(max(round(10 * scale), floor - 2, 8), 16)
    pad = 7 * scale
    word = text * 1.6 if height >= 170 else 0.0
    clock = small * 1.5 if height >= 170 else 0.0
    word_y = pad + word / 2 if word else 0.0
    clock_y = height - pad - clock / 2 if clock else 0.0
    label_y = height - pad - clock - text * 0.7
    top, bottom = pad + word, height - pad - clock - text * 1.4
    if sideways and column >= least_column(stack.layers):
        plain = Layout(
            height, column, scale, text, small, False, word_y, label_y, clock_y,
            NO_ROW, NO_ROW, NO_ROW, NO_ROW, NO_LIGHTS, sideways=True,
        )  # fmt: skip
        return turned(plain, (inputs, hidden, memory, outputs), lights, stack, top, bottom, most)
    narrow = column < NARROW
    if stack.layers * stack.ways > 1:
        plain = Layout(
            height, column, scale, text, small, narrow, word_y, label_y, clock_y,
            NO_ROW, NO_ROW, NO_ROW, NO_ROW, NO_LIGHTS,
        )  # fmt: skip
        return stacked(plain, (inputs, hidden, memory, outputs), lights, stack, top, bottom, most)
    if narrow:
        return _narrow(
            column, height, scale, text, small, (word_y, label_y, clock_y), top, bottom, lights, bool(memory)
        )

    radii = {n: min(16.5 * most * scale, SPREAD * column / (2.16 * n)) for n in (inputs, hidden, outputs)}
    least = min((r for r in radii.values() if r >= LEAST_RADIUS), default=0.0)
    shape = {n: row_of(n, min(r, 1.3 * least), column, SPREAD, scale, LEAST_RADIUS) for n, r in radii.items()}
    S, H, X = shape[outputs], shape[hidden], shape[inputs]
    M = NO_ROW
    if memory:
        copied = shape[memory]
        # Smaller than what it copies, yet not so small that it loses its number.
        small_r = min(
            max(0.72 * copied.r, min(0.9 * copied.r, NUMBER_RADIUS)), MEMORY_SPREAD * column / (2.16 * memory)
        )
        M = row_of(memory, small_r, column, MEMORY_SPREAD, 0.8 * scale, LEAST_MEMORY_RADIUS)._replace(shift=-column / 2)

    letter = small * 1.2 + 3.0 if lights else 0.0
    light_high = (12.5 if lights else 0.0) * scale
    between = 5 * scale if lights else 0.0
    used = 2 * (S.high + H.high + M.high + X.high + light_high) + letter + between
    spare = max(0.0, bottom - top - used) / ((3.1 if lights else 3.0) - (0 if memory else 0.95))
    if lights:
        y = top + 2 * S.high + 1.05 * spare
        lamps = lamps_of(lights, hidden, column, y + letter + light_high, y + 0.6 * small, light_high, scale)
        hidden_y = y + letter + 2 * light_high + between + H.high
    else:
        lamps = NO_LIGHTS
        hidden_y = top + 2 * S.high + spare + H.high
    memory_y = hidden_y + H.high + 0.95 * spare + M.high
    return Layout(
        height, column, scale, text, small, False, word_y, label_y, clock_y,
        S._replace(y=top + S.high), H._replace(y=hidden_y), M._replace(y=memory_y), X._replace(y=bottom - X.high),
        lamps,
    )  # fmt: skip


def _narrow(
    column: float, height: float, scale: float, text: int, small: int,
    texts: tuple[float, float, float], top: float, bottom: float, lights: int, memory: bool,
) -> Layout:  # fmt: skip
    """Bands from top to bottom: S, one for each light, H, M where there is one, X."""
    shares = (1.0, *[0.7] * lights, 1.7, *([1.2] if memory else []), 1.0)
    gap = max(6.0, 9 * scale)
    within = 2.0 * scale  # the gates' bands lie close together
    wide = 3 if memory else 2
    gaps = wide * gap + (gap + within * (lights - 1) if lights else 0.0)
    unit = min((bottom - top - gaps) / sum(shares), 74 * scale)
    spread = (bottom - top - gaps - unit * sum(shares)) / (wide + 1 if lights else wide)
    places: list[tuple[float, float]] = []
    y = top
    for index, share in enumerate(shares):
        places.append((y + share * unit / 2, share * unit / 2))
        y += share * unit + (within if 1 <= index < lights else gap + spread)
    rows = [Row(y, 0.0, column, column / 2, high) for y, high in places]
    H, M = (rows[-3], rows[-2]) if memory else (rows[-2], NO_ROW)
    return Layout(
        height, column, scale, text, small, True, *texts, rows[0], H, M, rows[-1],
        Lights(0.0, 0.0, lights, 0.0, 0.0, 0.0), tuple(places[1 : 1 + lights]),
    )  # fmt: skip
