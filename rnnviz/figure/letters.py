"""What the letters of an equation look like in a network of several layers or directions, as textbooks write them."""

import re

from rnnviz.figure.scene import Scene

_OF_A_CLOCK = re.compile(r"(?<![A-Za-z\\])([a-z])(_t(?![a-zA-Z])|_\{t-1\})")


def in_part(scene: Scene, tex: str) -> str:
    """TeX of a cell's equation with the layer above each h, (l), and an arrow over it where there are two directions;
    what goes into a higher layer is the h of the one below. The letters of the cell itself, gates and c, stay plain:
    there is one of each, and equations of four marked letters are too wide to be read. The weights get the letters of
    the notation that was chosen."""

    def marked(found: re.Match[str]) -> str:
        letter, when = found.groups()
        if letter == "x":
            return letter_tex(scene, "h", scene.layer - 1, None) + when if scene.layer else found[0]
        if scene.reverse and when == "_{t-1}":
            when = "_{t+1}"
        return (letter_tex(scene, letter, scene.layer, scene.reverse) if letter == "h" else letter) + when

    return _OF_A_CLOCK.sub(marked, scene.notation.tex(tex, scene.cell.memory))


def letter_tex(scene: Scene, letter: str, layer: int, reverse: bool | None) -> str:
    """A letter of a layer and direction; reverse None: of both directions."""
    if scene.bidirectional:
        arrow = {None: r"\overleftrightarrow", False: r"\overrightarrow", True: r"\overleftarrow"}[reverse]
        letter = f"{arrow}{{{letter}}}"
    return f"{letter}^{{({layer + 1})}}" if scene.top else letter
