"""The stored patterns beside each other: how near the state is to each, or how probable each is."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Floats, Picture, Texts
from rnnviz.figure.marks import between, box, even, frame_box, ink, line
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.palette import diverging
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.patterns.words import number
from rnnviz.session.state import Key
from rnnviz.words import translate

_LEAST_CARD = 30.0
_MOST_CARD = 74.0
_NARROWEST = 52.0


def memory_titles(scene: PatternScene) -> tuple[str, ...]:
    """What is shown beside the patterns, the longest name first."""
    short = translate("figure", "Patterns")
    if scene.attractor is not None:
        return (
            translate("figure", "Stored patterns and overlaps m"), translate("figure", "Patterns, overlaps m"), short
        )  # fmt: skip
    if scene.likelihoods is None:
        return (
            translate("figure", "Patterns, and how often each was seen"),
            translate("figure", "How often seen"),
            short,
        )
    p = "p(v | clamped)" if scene.clamped else "p(v)"
    texts = (
        translate("figure", "{p} as a line, seen so far as a bar; full width: {top} %"),
        translate("figure", "Line {p}, bar seen; full width: {top} %"),
        translate("figure", "Patterns: {p} as a line, seen so far as a bar"),
        translate("figure", "Patterns: line {p}, bar seen so far"),
        translate("figure", "Line {p}, bar seen"),
    )
    return (*(text.format(p=p, top=f"{100 * _full(scene):.0f}") for text in texts), short)


def cards(scene: PatternScene, frame: Frame) -> list[Frame]:
    """Where the patterns lie, a card each, in as few columns as they can be read in."""
    count = len(scene.state.patterns)
    for columns in range(1, 9):
        down = max(-(-count // columns), 1)
        high = min(frame.h / down, _MOST_CARD)
        if high >= _LEAST_CARD or columns == 8 or frame.w / (columns + 1) < _NARROWEST:
            break
    wide = frame.w / columns
    made = []
    for index in range(count):
        column, row = divmod(index, down)
        made.append(Frame(frame.x + column * wide, frame.y + row * high, wide - (14.0 if wide > 80 else 6.0), high))
    return made


def memory(scene: PatternScene, frame: Frame, t: int) -> list[Batch]:
    """Every pattern as a thumbnail with its name and a bar."""
    if not scene.state.patterns:
        lines = (translate("figure", "Nothing is stored yet."), translate("figure", "Draw a pattern, store it."))
        x, y = np.full(2, frame.x), frame.y + np.array([14.0, 34.0])
        return [
            Texts(tuple(fitted(text, frame.w, 12.0) for text in lines), x, y, even(scene.theme.muted, 2), 12.0, "l")
        ]
    made: list[Batch] = []
    overlaps = scene.overlaps[t - 1]
    near = int(np.argmax(overlaps if scene.attractor is None else np.abs(overlaps)))  # a negative is near as well
    seen = scene.seen(t)
    for index, card in enumerate(cards(scene, frame)):
        made += _card(scene, card, index, t, near == index, seen)
    return made


def _card(scene: PatternScene, card: Frame, index: int, t: int, near: bool, seen: Floats) -> list[Batch]:
    spec, pattern, theme = scene.state.spec, scene.state.patterns[index], scene.theme
    side = min((card.h - 8) / max(spec.rows, 1), 0.4 * card.w / spec.columns, 14.0)
    wide, high = side * spec.columns, side * spec.rows
    x, y = card.x, card.y + (card.h - high) / 2
    overlap = float(scene.overlaps[t - 1, index])
    same = abs(overlap - 1) < 1e-9
    image = between(scene.white, scene.black, scene.data[index]).reshape(spec.rows, spec.columns, 4)
    strong = theme.good if same else theme.accent if near else theme.border
    key = Key("pattern", t, index)
    made: list[Batch] = [
        Picture(x, y, wide, high, image),
        frame_box(x - 1.5, y - 1.5, wide + 3, high + 3, ink(strong), 2.0 if same or near else 1.0, 2.0),
    ]
    left, room = x + wide + 8, card.w - wide - 8
    middle, one = card.y + card.h / 2, np.ones(1)
    if room > 10:
        if scene.attractor is not None:
            value, bar = number(overlap), _overlap_bar(scene, left, middle + 9, room, overlap)
        else:
            chance = None if scene.likelihoods is None else float(scene.likelihoods[index])
            value = "" if chance is None else f"{100 * chance:.1f} %"
            bar = _chance_bar(scene, left, middle + 9, room, float(seen[index]), chance)
        size = 12.0 if card.h >= 38 else 10.5
        name = fitted(pattern.name, room - text_width(value, size) - 6, size, near)
        name = name if name == pattern.name or len(name) > 4 else ""
        colour = ink(theme.text if near or same else theme.muted)[None]
        y_text = middle - (5 if card.h >= 28 else 0)
        made.append(Texts((name,), left * one, y_text * one, colour, size, "l", near))
        if text_width(value, size, near) <= room:
            made.append(Texts((value,), (left + room) * one, y_text * one, colour, size, "r", near))
        if card.h >= 28:
            made += bar
    made.append(
        Boxes(
            card.x * one, card.y * one, card.w * one, card.h * one, ink("#000000", 0.0)[None],
            ink("#000000", 0.0)[None], 0 * one, 0.0, (key,),
        )
    )  # fmt: skip
    return made


def _overlap_bar(scene: PatternScene, x: float, y: float, room: float, overlap: float) -> list[Batch]:
    """From -1 at the left to 1 at the right, filled from the middle."""
    half = room / 2
    start, end = sorted((x + half, x + half + half * overlap))
    colour = diverging(np.copysign(np.maximum(np.abs([overlap]), 0.6), overlap))[0]  # near zero it must still be seen
    return [
        box(x, y, room, 6.0, ink(scene.theme.border, 0.6), 3.0),
        box(start, y, max(end - start, 0.5), 6.0, colour, 2.0),
        line(x + half, y - 1, x + half, y + 7, ink(scene.theme.muted), 1.0),
    ]


def _full(scene: PatternScene) -> float:
    """The share at which a bar is full: a little above the probability of the most probable pattern, or what all would
    share alike."""
    likelihoods, top = scene.likelihoods, 1.5 / len(scene.state.patterns)
    return top if likelihoods is None else max(top, 1.15 * float(likelihoods.max()))


def _chance_bar(scene: PatternScene, x: float, y: float, room: float, seen: float, chance: float | None) -> list[Batch]:
    """The share of the clocks in which it was seen; a line where its probability is."""
    top = _full(scene)
    made: list[Batch] = [
        box(x, y, room, 6.0, ink(scene.theme.border, 0.6), 3.0),
        box(x, y, room * min(seen / top, 1.0), 6.0, even(scene.theme.accent, 1)[0], 2.0),
    ]
    if seen > top:  # the bar goes on beyond the end of the scale
        one = np.ones(1)
        made.append(Texts(("+",), (x + room - 6) * one, (y + 3) * one, ink(scene.theme.accent_text)[None], 10.0))
    if chance is not None:
        at = x + room * min(chance / top, 1.0)
        made.append(line(at, y - 3, at, y + 9, ink(scene.theme.role("energy")), 2.0))
    return made
