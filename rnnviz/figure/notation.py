"""The letters of the weights: textbooks disagree, so that a person chooses. The one table of them.

W is what is multiplied with x, U with what M holds, V with h in the readout; b and c are the biases. Files, tables of
parameters and NumPy programs keep PyTorch's names whatever is chosen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rnnviz.session.state import NOTATIONS
from rnnviz.words import QT_TRANSLATE_NOOP

_WEIGHT = re.compile(r"(?<![A-Za-z\\{_])([WUVb])(?:_(?:\{(h?)([a-z])\}|([a-z])))?(?![A-Za-z{_])")
_MARKED = re.compile(r"\{([WUVbc](?:_\w+)?)\}")
_BELOW = str.maketrans("ihxsout", "ᵢₕₓₛₒᵤₜ")


@dataclass(frozen=True)
class Notation:
    """title: for the chooser. letters: TeX by what it stands for in rnnviz's own notation; a gate's letter takes the
    place of the asterisk. U(s) is what the last answer is multiplied with in Jordan's cell, b(x) and b(h) are the two
    biases where they stand apart."""

    name: str
    title: str
    letters: Mapping[str, str]

    def tex(self, equation: str, memory: str = "H", apart: bool = False) -> str:
        """An equation, or a part of one, that is written in rnnviz's own notation. memory: the layer that M copies.
        apart: whether the two biases stand apart in it, so that b is that of x only; the equation may tell."""
        apart = apart or "b_{h" in equation

        def other(found: re.Match[str]) -> str:
            letter, inner, gate = found[1], found[2], found[3] or found[4] or ""
            if letter == "b" and apart:
                letter = "b(h)" if inner else "b(x)"
            elif letter == "U" and memory == "S":
                letter = "U(s)"
            return self.letter(letter, gate)

        return _WEIGHT.sub(other, equation)

    def letter(self, name: str, gate: str = "") -> str:
        """TeX of one parameter, of a gate's rows if there is one."""
        whole = self.letters[f"{name}*" if gate else name]
        return whole.replace("*", gate)

    def written(self, name: str, gate: str = "", memory: str = "H") -> str:
        """The same as a line of text: “W”, “Wᵢₕ”, “Wf”."""
        if name == "U" and memory == "S":
            name = "U(s)"
        tex = self.letter(name, gate)
        if gate:
            return re.sub(r"[_{}]", "", tex)
        return re.sub(r"_\{?(\w+)\}?", lambda found: found[1].translate(_BELOW), tex)

    def filled(self, text: str, memory: str = "H") -> str:
        """A text in which parameters stand in braces: “{W_f} x + {b_f}”, “{b_hn}” for a bias that stands apart."""

        def other(found: re.Match[str]) -> str:
            letter, _, gate = found[1].partition("_")
            if letter == "b" and "{b_h" in text:
                letter, gate = ("b(h)", gate[1:]) if gate.startswith("h") else ("b(x)", gate)
            return self.written(letter, gate, memory)

        return _MARKED.sub(other, text)


def _plain(W: str, U: str) -> dict[str, str]:
    """One letter for each matrix, and the gate below it."""
    own = {"W": W, "U": U, "U(s)": U, "b": "b"}
    gates = {f"{name}*": f"{letter}_*" for name, letter in own.items()}
    return {**own, **gates, "V": "V", "c": "c", "b(x)*": "b_*", "b(h)*": "b_{h*}"}


_LETTERS: dict[str, tuple[str, dict[str, str]]] = {
    "rnnviz": (QT_TRANSLATE_NOOP("figure", "W for x, U for h"), _plain("W", "U")),
    # Goodfellow, Bengio, Courville: Deep Learning, 2016, chapter 10.
    "swapped": (QT_TRANSLATE_NOOP("figure", "U for x, W for h"), _plain("U", "W")),
    "pytorch": (
        QT_TRANSLATE_NOOP("figure", "as in PyTorch"),
        {
            "W": "W_{ih}",
            "U": "W_{hh}",
            "U(s)": "W_{hh}",
            "b": "b_{ih} + b_{hh}",
            "V": "W_{out}",
            "c": "b_{out}",
            "W*": "W_{i*}",
            "U*": "W_{h*}",
            "b*": "b_{i*} + b_{h*}",
            "b(x)*": "b_{i*}",
            "b(h)*": "b_{h*}",
        },
    ),
    # Graves: Supervised Sequence Labelling with Recurrent Neural Networks, 2012; from which layer to which.
    "layers": (
        QT_TRANSLATE_NOOP("figure", "from layer to layer"),
        {
            "W": "W_{xh}",
            "U": "W_{hh}",
            "U(s)": "W_{sh}",
            "b": "b_h",
            "V": "W_{hs}",
            "c": "b_s",
            "W*": "W_{x*}",
            "U*": "W_{h*}",
            "b*": "b_*",
            "b(x)*": "b_{x*}",
            "b(h)*": "b_{h*}",
        },
    ),
}
_TABLE = {name: Notation(name, *_LETTERS[name]) for name in NOTATIONS}


OWN = _TABLE["rnnviz"]


def notation(name: str) -> Notation:
    """The notation with this name, one of `NOTATIONS`."""
    return _TABLE[name]
