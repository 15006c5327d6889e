"""Every number of an open cell: from the trace, and what lies between its named quantities from the weights shown."""

from dataclasses import dataclass

import numpy as np

from rnnviz.figure.drawing import Floats
from rnnviz.figure.equations import quantities
from rnnviz.figure.inside.diagram import Diagram, Values
from rnnviz.figure.scene import Scene


@dataclass(frozen=True, eq=False)
class Numbers:
    """values: (units,) by name; empty where the clock has none yet. unit: the one shown, -1 for all."""

    values: Values
    unit: int

    @classmethod
    def of(cls, scene: Scene, diagram: Diagram, t: int, unit: int) -> "Numbers":
        """Those of clock t. The gates are the trace's own; the rest is computed from them as the textbook says."""
        unit = min(unit, scene.units("H") - 1)
        return cls(scene.remember(("inside", t), lambda: _values(scene, diagram, t)), unit)

    @property
    def known(self) -> bool:
        return bool(self.values)

    def one(self, name: str) -> float:
        """The number of the unit shown; NaN for all units, and where nothing is known."""
        if self.unit < 0 or name not in self.values:
            return float("nan")
        array = self.values[name]
        return float(array[self.unit]) if self.unit < len(array) else float("nan")

    def size(self, name: str) -> float:
        """How large the value is, for the thickness of its wire: of the unit shown, else the mean over all."""
        if name not in self.values:
            return 0.0
        one = abs(self.one(name)) if self.unit >= 0 and name != "x" else float(np.mean(np.abs(self.values[name])))
        return min(one, 1.0) if np.isfinite(one) else 1.0


def _values(scene: Scene, diagram: Diagram, t: int) -> Values:
    if t > scene.known:
        return {}
    here = range(t, t + 1)
    named: dict[str, Floats] = {name: np.asarray(array, np.float64) for name, array in quantities(scene, t).items()}
    named |= {gate.name: scene.values(_layer(gate.name), here)[0] for gate in scene.gates}
    named["x"] = scene.values("X", here)[0]
    with np.errstate(all="ignore"):
        return named | diagram.derive(scene.cell, scene.parameters, named)


def _layer(name: str) -> str:
    return "H" if name == "h" else name


def tabular(value: float, signed: bool) -> str:
    """Always as wide for the same kind of number, so that nothing moves when it changes: three decimals, fewer where
    the number is large; a sign where it can be negative; empty where it is not known."""
    if not np.isfinite(value):
        return "" if np.isnan(value) else ("∞" if value > 0 else "−∞")
    size = abs(value)
    text = (
        f"{size:.3f}" if size < 9.9995 else f"{size:.2f}" if size < 99.995 else f"{size:.1f}" if size < 999.95 else ""
    )
    text = text or f"{size:.1e}".replace("e+0", "e").replace("e+", "e")
    return ("+" if value >= 0 else "−") + text if signed else text
