"""What of a scene a person holds, and where a number on screen can be held."""

import numpy as np

from rnnviz.cells.base import Array, Put
from rnnviz.figure.scene import Floats, Scene
from rnnviz.network.held import Spot, interventions
from rnnviz.network.readout import respond
from rnnviz.session.inputs import symbols_of
from rnnviz.session.state import Key


def spot_of(scene: Scene, key: Key) -> Spot | None:
    """Where one number is held: a gate, c or h, and s where later clocks read it; of M and of c_before, the c that
    comes in, what it is a copy of, or the state before the first clock. None for inputs, for outputs that nothing
    reads, and for all units at once."""
    scene = scene.about(key)
    memory = {"H": "h", "M": scene.cell.memory.lower(), "c_before": "c", "S": "s"}
    name, t = memory.get(key.name, key.name), key.t
    if key.name in ("M", "c_before"):
        t = scene.clock_before(key.t)
    if key.unit < 0 or not name or name in ("X", "x"):
        return None
    if name == "s" and t:  # one for all layers
        return Spot(name, t, key.unit) if scene.model.spec.feeds_back else None
    known = t == 0 or name in {gate.name for gate in scene.gates}
    return Spot(name, t, key.unit, *scene.part) if known else None


def changeable(scene: Scene, key: Key) -> Key | None:
    """The number that is meant by what lies under the mouse or is selected, if a person can change it. An input of
    symbols is one number for all its units: -1; where the last answer is read, that answer is meant."""
    name = {"x": "X", "h": "H", "h_before": "M"}.get(key.name, key.name)
    if name == "X":
        if key.name == "x" and scene.about(key).layer:
            return None
        if scene.reads_back[key.t - 1]:
            return changeable(scene, Key("S", key.t - 1, key.unit))
        if not scene.has_x[key.t - 1]:
            return None
        if symbols_of(scene.task, scene.sequence):
            return Key("X", key.t, key.unit)
        one = scene.task.inputs == 1 or key.unit >= 0
        own = scene.sequence.values.shape[1] == scene.task.inputs
        return Key("X", key.t, max(key.unit, 0)) if one and own else None
    named = key._replace(name=name)
    known = {gate.name for gate in scene.gates} | {"H", "M", "S", "c_before"}
    return named if name in known and key.t <= scene.known and spot_of(scene, named) is not None else None


def number_of(scene: Scene, key: Key) -> float:
    """The present value of what `changeable` gave; NaN where nothing is known yet."""
    spot, here = spot_of(scene, key), scene.about(key)
    if key.name == "X":
        return here.value("X", key.t, max(key.unit, 0))
    if spot is not None and spot in scene.held:
        return scene.held[spot]
    if spot is not None and spot.t == 0:
        return float(here.first(spot.name)[spot.unit])
    if key.name == "c_before":
        return float(here.before("c", key.t)[key.unit])
    return here.value(key.name, key.t, key.unit)


def held_value(scene: Scene, key: Key) -> float | None:
    """What this number is held at, None where it is not held. A copy of what is held is none of its own."""
    if key.name in ("M", "c_before") and scene.about(key).clock_before(key.t):
        return None
    spot = spot_of(scene, key)
    return None if spot is None else scene.held.get(spot)


def put_at(scene: Scene, t: int, besides: str = "") -> Put:
    """What is held at clock t of this layer and direction, for the textbook step. besides: leave this quantity out."""
    here: dict[str, list[tuple[int, float]]] = {}
    for spot, value in interventions(scene.held).items():
        if (spot.t, spot.layer, spot.reverse) == (t, *scene.part) and spot.name != besides:
            here.setdefault(spot.name, []).append((spot.unit, value))

    def put(name: str, value: Array) -> Array:
        if name not in here:
            return value
        placed = np.array(value)
        for unit, number in here[name]:
            placed[unit] = number
        return placed

    return put


def names_at(scene: Scene, t: int) -> frozenset[str]:
    """The quantities of which a unit is held at clock t of this layer and direction."""
    spots = interventions(scene.held)
    return frozenset(spot.name for spot in spots if (spot.t, spot.layer, spot.reverse) == (t, *scene.part))


def sums(scene: Scene, t: int) -> Floats:
    """(O,): what the readout adds up at clock t, before its function."""
    h = scene.read_out(range(t, t + 1))[0]
    V, c = (np.asarray(scene.model.parameters[f"readout.{name}"], np.float64) for name in ("weight", "bias"))
    with np.errstate(all="ignore"):
        a: Floats = V @ h + c
    return a


def computed(scene: Scene, key: Key) -> float:
    """What the network would have for a held number of a clock, everything else being as it is."""
    scene = scene.about(key)
    if key.name == "S":
        return float(respond(scene.model.spec.output, sums(scene, key.t)[None])[0, key.unit])
    x = scene.values("X", range(key.t, key.t + 1))[0]
    state = {name: scene.before(name, key.t) for name in scene.cell.states}
    name = "h" if key.name == "H" else key.name
    with np.errstate(all="ignore"):
        _, values = scene.cell.step(scene.parameters, x, state, put_at(scene, key.t, name))
    return float(values[name][key.unit])
