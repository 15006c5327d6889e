"""A short NumPy program that computes every number on screen from the weights and the sequence alone."""

import ast
import re
from typing import Any

import numpy as np

from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key
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


def program(scene: Scene, key: Key) -> str:
    """The program for what the inspector shows of a number; empty where there are no numbers yet."""
    scene = scene.about(key)
    own = key.name in ("X", "S") or (key.name == "M" and scene.cell.memory == "S")  # units that are not those of H
    return script(scene, key.t, -1 if own else key.unit) if key.t <= scene.known else ""


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
    weights = {name: _array(array) for name, array in scene.parameters.items() if name in _NAMES}
    biases = tuple(name for name in weights if name.startswith("bias"))
    for line in (*((name,) for name in weights if name not in biases), biases):
        lines.append(f"{', '.join(_NAMES[name] for name in line)} = {', '.join(weights[name] for name in line)}")
    if read_out:
        V, c = (_array(scene.model.parameters[key]) for key in ("readout.weight", "readout.bias"))
        lines.append(f"V, c_out = {V}, {c}")
    inputs = scene.values("X", range(t, scene.steps + 1))[::-1] if scene.reverse else scene.values("X", range(1, t + 1))
    jordan, reads = scene.cell.memory == "S", not scene.layer and bool(scene.reads_back[:t].any())
    again = reads and read_out  # the network's own answers, which the program makes again
    if again:
        inputs[scene.reads_back[:t]] = np.nan
    lines.append(f"X = {_array(inputs.astype(spec.dtype))}")
    back = again or (jordan and read_out)  # then the next clock needs this one's output
    begin = {name: scene.first(name).astype(spec.dtype) for name in scene.cell.states}
    if jordan and not back:  # which the layers above have made
        lines.append(f"S = {_array(scene.values('M', range(1, t + 1)).astype(spec.dtype))}")
    elif any(array.any() for array in begin.values()):
        lines.append(f"{', '.join(begin)} = {', '.join(_array(array) for array in begin.values())}")
    else:
        lines.append(f"{' = '.join(begin)} = np.zeros({len(begin['s' if jordan else 'h'])}, '{spec.dtype}')")
    code = [line for line in diagram.code if scene.cell.peepholes or "split(p," not in line]
    held = _held(scene, t, read_out, back)
    names, arrays = ("x, s", "X, S") if jordan and not back else ("x", "X")
    answer = ["a = V @ h + c_out", f"s = {_READOUTS[spec.output]}"] if read_out else []
    if held:
        clocks = f"range({scene.steps}, 0, -1)" if scene.reverse else "range(1, len(X) + 1)"
        lines += [f"held, put = {held}, {_PUT}", f"for t, {names} in zip({clocks}, {arrays}):"]
        code, answer = ([_with_held(line, {name for name, _ in held}) for line in part] for part in (code, answer))
    else:
        lines.append(f"for {names} in {arrays}:" if names == "x" else f"for {names} in zip({arrays}):")
    traced = ["X"] * (scene.layer > 0 or (reads and not again)) + ["S"] * (jordan and not back)
    if traced:
        lines[-1] += "  # " + translate("figure", "taken from the trace: {names}").format(names=", ".join(traced))
    if again:
        lines.append("    x = s if np.isnan(x[0]) else x  # " + translate("figure", "its own last answer"))
    lines += [f"    {line}" for line in code] + [f"{'    ' if back else ''}{line}" for line in answer]
    part = "" if unit < 0 else f"[{unit}]"
    shown = ", ".join(f'"{name}": {expression}' for name, expression in diagram.formulas.items())
    lines.append(f"for name, value in {{{shown}}}.items():")
    lines.append(f"    print(name, *np.atleast_1d(value{part}).round(3))")
    if read_out:
        lines.append('print("s", *s.round(3))')
    return "\n".join(lines) + "\n"


# What is held by hand, {(what, clock): {unit: value}}, in the place of what is computed.
_PUT = "lambda name, v: np.array([held.get((name, t), {}).get(k, a) for k, a in enumerate(v)], v.dtype)"


def _held(scene: Scene, t: int, read_out: bool, back: bool) -> dict[tuple[str, int], dict[int, float]]:
    """What a person holds in this layer and direction until clock t, by letter and clock; of the answers those that are
    computed there, with `back` at every clock."""
    made: dict[tuple[str, int], dict[int, float]] = {}
    for spot, value in sorted(scene.held.items()):
        reached = spot.t >= t if scene.reverse else 0 < spot.t <= t
        here = (spot.layer, spot.reverse) == scene.part
        if spot.name == "s":
            here = read_out and (back or spot.t == t)
        if reached and here:
            made.setdefault((spot.name, spot.t), {})[spot.unit] = value
    return made


def _with_held(line: str, names: set[str]) -> str:
    """A line of NumPy in which what is held takes the place of what is computed."""
    tree = ast.parse(line)
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        target = node.targets[0]
        targets = target.elts if isinstance(target, ast.Tuple) else [target]
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        if len(targets) != len(values):
            continue
        for k, name in enumerate(targets):
            if isinstance(name, ast.Name) and name.id in names:
                put = ast.Call(ast.Name("put", ast.Load()), [ast.Constant(name.id), values[k]], [])
                if isinstance(node.value, ast.Tuple):
                    node.value.elts[k] = put
                else:
                    node.value = put
    return ast.unparse(ast.fix_missing_locations(tree))


def _array(array: Any) -> str:
    """Every digit that there is."""
    numbers = re.sub(r"\b(nan|inf)\b", r"np.\1", str(array.tolist()))
    return f"np.array({numbers}, '{array.dtype.name}')"
