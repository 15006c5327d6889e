"""Colours by role, in a light and a dark theme; one colour per role in diagram, equation, track, curve and text.

The roles' hues follow Okabe and Ito (2008). They differ in lightness too, so that all of a network's roles stay apart
without red or green cones (tested with the simulation of Machado et al. 2009).
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray


def rgba(colour: str, alpha: float = 1.0) -> tuple[int, int, int, int]:
    """(r, g, b, a) 0..255 from “#rrggbb”."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16), round(255 * alpha)


@dataclass(frozen=True)
class Theme:
    """Surfaces, text and role colours as “#rrggbb”."""

    name: str
    window: str  # panels
    stage: str  # behind the drawing
    field: str  # inputs, empty neurons
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str  # on the accent
    highlight: str  # the playhead's column
    error: str
    good: str
    roles: Mapping[str, str] = dataclasses.field(hash=False)

    def role(self, name: str) -> str:
        """The colour of a role in areas and lines."""
        return self.roles[name]

    def ink(self, name: str) -> str:
        """The same hue for text: as much darker (in the dark theme lighter) as it takes to be readable everywhere."""
        return _readable(self.roles[name], (self.window, self.stage, self.field, self.highlight), self.text)


def luminance(colour: NDArray[np.integer]) -> NDArray[np.float64]:
    """Relative luminance (...) of sRGB colours (..., 3 or 4), 0 black to 1 white (WCAG 2.1)."""
    part = colour[..., :3] / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    brightness: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return brightness


def contrast(one: str, other: str) -> float:
    """From 1 to 21, for “#rrggbb” (WCAG 2.1); 4.5 is enough for text."""
    low, high = sorted(float(luminance(np.array(rgba(colour)))) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=64)
def _readable(colour: str, surfaces: tuple[str, ...], towards: str) -> str:
    start, end = np.array(rgba(colour)[:3]), np.array(rgba(towards)[:3])
    for part in np.linspace(0, 1, 41):
        mixed = "#" + "".join(f"{round(channel):02X}" for channel in start + (end - start) * part)
        if all(contrast(mixed, surface) >= 4.55 for surface in surfaces):
            return mixed
    return towards


LIGHT = Theme(
    name="light",
    window="#FFFFFF",
    stage="#F4F6F9",
    field="#FFFFFF",
    border="#DDE2EA",
    text="#16181D",
    muted="#5F6B7E",
    accent="#0072B2",
    accent_text="#FFFFFF",
    highlight="#E7F2FB",
    error="#C0362C",
    good="#00774F",
    roles={
        "X": "#475569",
        "H": "#0072B2",
        "M": "#6D3393",
        "S": "#B06A00",
        "forget": "#EE741D",
        "input": "#009E73",
        "update": "#009E73",
        "candidate": "#3A9BD9",
        "output": "#B4568B",
        "reset": "#B4568B",
        "cell": "#785B06",
        "energy": "#EE741D",
        "free": "#2F7FB8",
        "temperature": "#B4568B",
    },
)

DARK = Theme(
    name="dark",
    window="#1B1E24",
    stage="#13151A",
    field="#262A32",
    border="#363C47",
    text="#EDEFF3",
    muted="#A0A9B8",
    accent="#3FA2E0",
    accent_text="#0B1015",
    highlight="#1B2A38",
    error="#FF7B6E",
    good="#3CCB9B",
    roles={
        "X": "#B2BFD3",
        "H": "#30B3F6",
        "M": "#A879C6",
        "S": "#FCAB2B",
        "forget": "#F07B2A",
        "input": "#2AC79B",
        "update": "#2AC79B",
        "candidate": "#88CFFC",
        "output": "#D382B1",
        "reset": "#D382B1",
        "cell": "#D4B268",
        "energy": "#F07B2A",
        "free": "#88CFFC",
        "temperature": "#D382B1",
    },
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

# Signed activations, fixed at [-1, 1]: blue, white, red (ColorBrewer's RdBu, Brewer 2003).
_ACTIVATION = ("#2166AC", "#67A9CF", "#D1E5F0", "#FFFFFF", "#FDDBC7", "#EF8A62", "#B2182B")
# Weights, a different scale: brown, white, green (ColorBrewer's BrBG), so that a weight never looks like an activation.
# Its ends are darker: for those who see no red or no green, brown and red have much the same hue.
_WEIGHT = ("#543005", "#8C510A", "#BF812D", "#F6E8C3", "#F5F5F5", "#C7EAE5", "#35978F", "#01665E", "#003C30")

# What comes in an order without a sign, as clocks and symbols do: viridis (Smith and van der Walt 2015), without the
# end that would not be seen on the stage.
_ORDER = {
    "light": ("#440154", "#414487", "#2A788E", "#22A884", "#7AD151"),
    "dark": ("#5548A8", "#3B8BC2", "#22A884", "#7AD151", "#FFF3A0"),
}

# The same on lines, where the middle must still be seen on the stage.
_LINE = {
    "light": ("#7A4408", "#B98A4A", "#A9B1BD", "#5FA79F", "#01584F"),
    "dark": ("#E3B878", "#A68A55", "#59616E", "#4E9A90", "#63D2C3"),
}


def _ramp(stops: tuple[str, ...]) -> NDArray[np.uint8]:
    anchors = np.array([rgba(stop) for stop in stops], dtype=float)
    places = np.linspace(0, len(stops) - 1, 511)
    low = np.minimum(places.astype(int), len(stops) - 2)
    part = (places - low)[:, None]
    colours: NDArray[np.uint8] = np.round(anchors[low] * (1 - part) + anchors[low + 1] * part).astype(np.uint8)
    return colours


_RAMPS = {
    "activation": _ramp(_ACTIVATION),
    "weight": _ramp(_WEIGHT),
    **{f"line-{name}": _ramp(stops) for name, stops in _LINE.items()},
    **{f"order-{name}": _ramp(stops) for name, stops in _ORDER.items()},
}


def _scaled(values: NDArray[np.floating], factor: float) -> NDArray[np.float32]:
    wide = np.float32 if factor > 1e-30 else np.float64  # a limit so high that float32 would take the factor for 0
    with np.errstate(over="ignore"):  # a network that diverged: beyond float32 is beyond the ramp
        scaled: NDArray[np.float32] = np.multiply(values, factor, dtype=wide).astype(np.float32, copy=False)
    return scaled


def diverging(values: NDArray[np.floating], ramp: str = "activation", limit: float = 1.0) -> NDArray[np.uint8]:
    """(..., 4) RGBA for signed values; -limit and below is one end of the ramp, limit and above the other.

    ramp: activation, weight, or line-light and line-dark for weights drawn as lines on the stage.
    """
    return _ramped(_RAMPS[ramp], _scaled(values, 255 / limit), 255.0)


def ordered(parts: NDArray[np.floating], theme: Theme) -> NDArray[np.uint8]:
    """(..., 4) RGBA for places in an order, 0 the first and 1 the last."""
    return _ramped(_RAMPS[f"order-{theme.name}"], _scaled(parts, 510), 0.0)


def filling(values: NDArray[np.floating], colour: str, empty: str) -> NDArray[np.uint8]:
    """(..., 4) RGBA between `empty` at 0 and `colour` at 1, for gates in heat maps."""
    return _ramped(_fill_ramp(colour, empty), _scaled(values, 510), 0.0)


@lru_cache(maxsize=64)
def _fill_ramp(colour: str, empty: str) -> NDArray[np.uint8]:
    return _ramp((empty, colour))


def _ramped(ramp: NDArray[np.uint8], steps: NDArray[np.float32], middle: float) -> NDArray[np.uint8]:
    """The ramp's colours (..., 4) for steps from its `middle`; its ends for what lies beyond, the middle for NaN."""
    np.copyto(steps, 0.0, where=np.isnan(steps))
    steps += middle + 0.5  # truncation then rounds
    np.minimum(np.maximum(steps, 0.0, out=steps), 510.0, out=steps)
    words = ramp.view(np.uint32)[:, 0].take(steps.astype(np.intp))
    colours: NDArray[np.uint8] = words[..., None].view(np.uint8)
    return colours


def ink_on(background: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(N, 4) black or white text, whichever has more contrast with each colour."""
    # Black and white are equally readable where (L + 0.05)^2 = 1.05 * 0.05.
    ink = np.where(luminance(background)[..., None] > 0.179, 0, 255).astype(np.uint8)
    return np.concatenate([ink, ink, ink, np.full_like(ink, 255)], axis=-1)
