"""Pen strokes without lifting the pen, made for rnnviz: corners, or a formula, in a square from -1 to 1."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def _closed(corners: int, step: int) -> Array:
    """Round a regular polygon, at each corner over so many corners: 1 a polygon, 2 of 5 a star."""
    angle = np.pi / 2 + 2 * np.pi * step * np.arange(corners + 1) / corners
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _along(x: Callable[[Array], Array], y: Callable[[Array], Array], end: float) -> Array:
    u = np.linspace(0, end, 400)
    return np.stack([x(u), y(u)], axis=1)


def _corners(text: str) -> Array:
    return np.array([[float(value) for value in point.split(",")] for point in text.split()])


_FIGURES: dict[str, Array] = {
    "circle": _closed(60, 1),
    "square": _corners("-.8,.8 .8,.8 .8,-.8 -.8,-.8 -.8,.8"),
    "triangle": _closed(3, 1),
    "star": _closed(5, 2),
    "spiral": _along(lambda u: u / 12 * np.cos(u), lambda u: u / 12 * np.sin(u), 12.0),
    "wave": _along(lambda u: u / np.pi / 2 - 1, lambda u: 0.7 * np.sin(2 * u), 4 * np.pi),
    "heart": _along(
        lambda u: np.sin(u) ** 3, lambda u: 0.8 * np.cos(u) - 0.35 * np.cos(2 * u) - 0.15 * np.cos(3 * u), 2 * np.pi
    ),
    "infinity": _along(np.sin, lambda u: 0.6 * np.sin(2 * u), 2 * np.pi),
}
_DIGITS = {
    "0": "0,1 -.4,.8 -.6,.3 -.6,-.3 -.4,-.8 0,-1 .4,-.8 .6,-.3 .6,.3 .4,.8 0,1",
    "1": "-.4,.5 0,1 0,-1",
    "2": "-.6,.6 -.3,.95 .2,1 .55,.7 .45,.2 -.6,-1 .6,-1",
    "3": "-.6,.8 -.1,1 .5,.75 .4,.25 -.1,.05 .5,-.25 .6,-.7 .1,-1 -.6,-.8",
    "4": ".3,-1 .3,1 -.6,-.3 .7,-.3",
    "5": ".6,1 -.4,1 -.5,.1 .1,.25 .6,-.2 .4,-.85 -.1,-1 -.6,-.8",
    "6": ".4,1 -.2,.6 -.6,-.2 -.4,-.9 .1,-1 .6,-.6 .4,-.1 -.1,0 -.55,-.4",
    "7": "-.6,1 .6,1 -.2,-1",
    "8": "0,0 .5,.4 .4,.9 0,1 -.4,.9 -.5,.4 0,0 .6,-.45 .4,-.9 0,-1 -.4,-.9 -.6,-.45 0,0",
    "9": ".5,.4 .1,0 -.4,.15 -.5,.6 -.2,1 .3,.95 .5,.4 .4,-.4 .1,-1",
}
_LETTERS = {
    "c": ".6,.7 .1,1 -.4,.8 -.6,.2 -.6,-.3 -.4,-.8 .1,-1 .6,-.7",
    "l": "-.5,1 -.5,-1 .5,-1",
    "m": "-.7,-1 -.6,1 0,-.2 .6,1 .7,-1",
    "n": "-.6,-1 -.6,1 .6,-1 .6,1",
    "s": ".6,.7 .1,1 -.5,.75 -.4,.25 .4,-.2 .5,-.75 0,-1 -.6,-.7",
    "u": "-.6,1 -.6,-.4 -.3,-.9 .3,-.9 .6,-.4 .6,1",
    "v": "-.6,1 0,-1 .6,1",
    "w": "-.8,1 -.4,-1 0,.5 .4,-1 .8,1",
    "y": "-.6,1 0,0 .6,1 -.3,-1",
    "z": "-.6,1 .6,1 -.6,-1 .6,-1",
}
SETS: dict[str, dict[str, Array]] = {
    "figures": _FIGURES,
    "digits": {name: _corners(text) for name, text in _DIGITS.items()},
    "letters": {name: _corners(text) for name, text in _LETTERS.items()},
}


@lru_cache(maxsize=32)
def moves(name: str, moves_: int) -> Array:
    """(classes, moves, 2), read-only: each stroke of a set walked along in moves that cover the same way along it."""
    found = []
    for line in SETS[name].values():
        way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        at = np.linspace(0, way[-1], moves_ + 1)
        found.append(np.diff(np.stack([np.interp(at, way, line[:, k]) for k in (0, 1)], axis=1), axis=0))
    all_moves = np.array(found)
    all_moves.setflags(write=False)
    return all_moves
