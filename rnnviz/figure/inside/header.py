"""The line above an open cell: which one it is, which unit's numbers it shows, and how to close it."""

import numpy as np

from rnnviz.figure.describe import lettered
from rnnviz.figure.drawing import Batch, Boxes, Texts
from rnnviz.figure.inside.geometry import Card
from rnnviz.figure.marks import even, ink
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key
from rnnviz.words import translate

# The names of keys that stand for something to do.
EARLIER, LATER, ALL, CLOSE = "earlier unit", "later unit", "all units", "close the cell"
CONTROLS = (EARLIER, LATER, ALL, CLOSE)


def header(scene: Scene, card: Card, t: int, unit: int, controls: bool) -> list[Batch]:
    """The title on the left; on the right the chooser of the unit, where there are several, and the way back.

    controls: whether there are buttons, or only words as in a film."""
    y = card.top + card.header / 2
    size = card.text
    x = card.right - 6
    made: list[Batch] = []

    def button(name: str, text: str, on: bool = False) -> None:
        nonlocal x
        if not controls:
            return
        wide, high = max(text_width(text, size) + 0.9 * size, 1.7 * size), 1.7 * size
        x -= wide
        one = np.ones(1)
        fill = ink(scene.theme.accent if on else scene.theme.field)
        colour = ink(scene.theme.accent_text if on else scene.theme.text)
        key = Key(name, t)
        made.append(
            Boxes(
                x * one, (y - high / 2) * one, wide * one, high * one, fill[None], even(scene.theme.border, 1), one,
                4.0, (key,),
            )
        )  # fmt: skip
        made.append(Texts((text,), (x + wide / 2) * one, y * one, colour[None], size, "c", False, False, (key,)))
        x -= 4

    button(CLOSE, "×")
    units = scene.units("H")
    if units > 1:
        button(ALL, translate("figure", "all"), unit < 0)
        button(LATER, "›")
        every = translate("figure", "all {units} units").format(units=units)
        widest = translate("figure", "unit {unit} of {units}").format(unit=units, units=units)
        text = translate("figure", "unit {unit} of {units}").format(unit=unit + 1, units=units) if unit >= 0 else every
        wide = max(text_width(widest, size), text_width(every, size))
        if wide > 0.4 * (card.right - card.left):
            text = f"{unit + 1} / {units}" if unit >= 0 else str(units)
            wide = text_width(f"{units} / {units}", size)
        one = np.ones(1)
        colour = ink(scene.theme.text)
        made.append(Texts((text,), (x - wide / 2 - 2) * one, y * one, colour[None], size, "c"))
        x -= wide + 8
        button(EARLIER, "‹")
    title = translate("figure", "Inside {what} · {cell}").format(
        what=lettered(scene, "H", t, "H"), cell=translate("cells", scene.cell.title)
    )
    room = x - card.left - 12
    if text_width(title, size + 1, True) > room:
        title = fitted(f"{lettered(scene, 'H', t, 'H')} {translate('cells', scene.cell.title)}", room, size + 1, True)
    one = np.ones(1)
    made.append(Texts((title,), (card.left + 8) * one, y * one, ink(scene.theme.ink("H"))[None], size + 1, "l", True))
    return made
