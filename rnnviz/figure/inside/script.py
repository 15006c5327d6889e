"""A short NumPy program that computes every number on screen from the weights and the sequence alone."""

from typing import Any

from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.scene import Scene
from rnnviz.words import translate

MOST_LINES = 25
_NAMES = {"weight_ih": "W_ih", "weight_hh": "W_hh", "bias_ih": "b_ih", "bias_hh": "b_hh", "weight_peephole": "p"}
_FUNCTIONS = {
    "tanh": "np.tanh",
    "sigmoid": "sigma",
    "relu": "lambda a: np.maximum(a, 0)",
    "linear": "lambda a: a",
}
_READOUTS = {"softmax": "np.exp(a - a.max()) / np.exp(a - a.max()).sum()", "sigmoid": "sigma(a)", "linear": "a"}


def script(scene: Scene, t: int, unit: int) -> str:
    """The program for clock t of this scene's layer and direction. unit: whose numbers it prints, -1 for all; the
    output is printed whole, where it needs nothing but this layer. At most `MOST_LINES` lines; the weights are long
    lines. Empty where the cell has no program yet."""
    diagram = diagram_of(scene.cell)
    if diagram is None:
        return ""
    spec = scene.model.spec
    read_out = scene.layer == scene.top and not scene.bidirectional
    which = translate("figure", "all units") if unit < 0 else translate("figure", "unit {unit}").format(unit=unit + 1)
    said = translate("figure", "{cell}, clock {t} of {steps}, {which}, after {updates} updates").format(
        cell=translate("cells", scene.cell.title), t=t, steps=scene.steps, which=which, updates=scene.model.updates
    )
    lines = [
        f"import numpy as np  # {said}",
        "sigma = lambda a: (1 + np.tanh(a / 2)) / 2",
    ]
    if any("phi(" in line for line in diagram.code):
        lines.append(f"phi = {_FUNCTIONS[spec.activation]}")
    lines += [f"{_NAMES[name]} = {_array(array)}" for name, array in scene.parameters.items() if name in _NAMES]
    lines += [f"{name} = {_array(scene.model.parameters[key])}" for name, key in _READOUT if read_out]
    inputs = scene.values("X", range(t, scene.steps + 1))[::-1] if scene.reverse else scene.values("X", range(1, t + 1))
    lines.append(f"X = {_array(inputs.astype(spec.dtype))}")
    back = scene.cell.memory == "S"  # then the next clock needs this one's output
    units = spec.outputs if back else spec.hidden
    lines.append(" = ".join(scene.cell.states) + f" = np.zeros({units}, '{spec.dtype}')")
    lines.append("for x in X:")
    lines += [f"    {line}" for line in diagram.code if scene.cell.peepholes or "split(p," not in line]
    indent = "    " if back else ""
    if read_out:
        lines += [f"{indent}a = V @ h + d", f"{indent}s = {_READOUTS[spec.output]}"]
    part = "" if unit < 0 else f"[{unit}]"
    shown = ", ".join(f'"{name}": {expression}' for name, expression in diagram.formulas.items())
    lines.append(f"for name, value in {{{shown}}}.items():")
    lines.append(f"    print(name, *np.atleast_1d(value{part}).round(3))")
    if read_out:
        lines.append('print("s", *s.round(3))')
    return "\n".join(lines) + "\n"


_READOUT = (("V", "readout.weight"), ("d", "readout.bias"))


def _array(array: Any) -> str:
    """Every digit that there is."""
    return f"np.array({array.tolist()}, '{array.dtype.name}')"
