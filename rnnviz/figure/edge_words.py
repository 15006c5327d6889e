"""What a tooltip says of an edge of the folded network: it is not one copy's, but every clock's."""

from rnnviz.figure.gutter import layer_word
from rnnviz.figure.scene import Scene
from rnnviz.network.parameters import part_suffix
from rnnviz.session.state import Key
from rnnviz.words import QT_TRANSLATE_NOOP, translate

EDGES = ("XH", "MH", "HS")  # names of keys that stand for all edges between two layers

_SENTENCE = QT_TRANSLATE_NOOP(
    "figure",
    "{letter}, {name} ({rows} × {columns}), from {source} to {target}: one set of weights for all {steps} clocks",
)


def describe_edge(scene: Scene, key: Key) -> str:
    """Letter, name and shape of the weights, and that all clocks share them. key: its name is one of `EDGES`."""
    edge, parameters = key.name, scene.model.parameters
    if edge == "HS":
        name, own, source = "readout.weight", "V", "H"
    else:
        own, weight = {"XH": ("W", "weight_ih"), "MH": ("U", "weight_hh")}[edge]
        name, source = weight + part_suffix(key.layer, key.reverse), edge[0]
        if edge == "XH" and key.layer:
            source = "H"
    rows, columns = parameters[name].shape
    return translate("figure", _SENTENCE).format(
        letter=scene.notation.written(own, memory=scene.cell.memory),
        name=name,
        rows=rows,
        columns=columns,
        source=layer_word(source),
        target=layer_word(edge[1]),
        steps=scene.steps,
    )
