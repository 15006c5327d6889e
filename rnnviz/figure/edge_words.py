"""What a tooltip says of an edge: its weights are not one clock's, but every clock's."""

from rnnviz.figure.describe import number
from rnnviz.figure.gutter import layer_word
from rnnviz.figure.scene import Scene
from rnnviz.figure.weight_matrix import Entry
from rnnviz.network.parameters import part_suffix
from rnnviz.session.state import Key
from rnnviz.words import QT_TRANSLATE_NOOP, translate

EDGES = ("XH", "MH", "HS")  # names of keys that stand for all edges between two layers

_SENTENCE = QT_TRANSLATE_NOOP(
    "figure",
    "{letter}, {name} ({rows} × {columns}), from {source} to {target}: one set of weights for all {steps} clocks",
)
_WEIGHT = QT_TRANSLATE_NOOP(
    "figure",
    "{letter}, {name} ({rows} × {columns}), from {source} unit {start} to {target} unit {end} = {value}: "
    "the same at all {steps} clocks",
)


def describe_weight(scene: Scene, entry: Entry) -> str:
    """Letter, name, shape, the two units and the value, gate by gate, of the weight behind an edge; of a band, which
    stands for all weights between two layers, what they are. entry: one with an edge."""
    layer, reverse = entry.part
    known = _known(scene, entry.edge, layer, reverse)
    if entry.unit < 0 or entry.source < 0:
        return translate("figure", _SENTENCE).format(**known)
    weight = scene.model.parameters[str(known["name"])]
    if len(scene.cell.blocks) == 1 or entry.edge == "HS":
        value = number(float(weight[entry.unit, entry.source]), signed=True)
    else:
        column, hidden = weight[:, entry.source], scene.units("H")
        value = " · ".join(
            f"{block} {number(float(column[k * hidden + entry.unit]), signed=True)}"
            for k, block in enumerate(scene.cell.blocks)
        )
    return translate("figure", _WEIGHT).format(**known, start=entry.source + 1, end=entry.unit + 1, value=value)


def describe_edge(scene: Scene, key: Key) -> str:
    """Letter, name and shape of the weights, and that all clocks share them. key: its name is one of `EDGES`."""
    return translate("figure", _SENTENCE).format(**_known(scene, key.name, key.layer, key.reverse))


def _known(scene: Scene, edge: str, layer: int, reverse: bool) -> dict[str, str | int]:
    if edge == "HS":
        name, own, source = "readout.weight", "V", "H"
    else:
        own, weight = {"XH": ("W", "weight_ih"), "MH": ("U", "weight_hh")}[edge]
        name, source = weight + part_suffix(layer, reverse), edge[0]
        if edge == "XH" and layer:
            source = "H"
    rows, columns = scene.model.parameters[name].shape
    return {
        "letter": scene.notation.written(own, memory=scene.cell.memory),
        "name": name,
        "rows": rows,
        "columns": columns,
        "source": layer_word(source),
        "target": layer_word(edge[1]),
        "steps": scene.steps,
    }
