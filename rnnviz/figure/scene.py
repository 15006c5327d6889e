"""All that the drawings need to know, gathered from the session's state and the engine's newest snapshot."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Gate
from rnnviz.engine.messages import Array, Model, Snapshot
from rnnviz.errors import InputError
from rnnviz.figure.limits import limit_of
from rnnviz.figure.notation import OWN, Notation, notation
from rnnviz.figure.palette import Theme
from rnnviz.inputs.sequence import Sequence
from rnnviz.network.held import Held, first_values, nothing_held
from rnnviz.network.parameters import array_name, cell_of, part_suffix, parts
from rnnviz.network.scenario import has_s, has_x, reads_back
from rnnviz.network.spec import NetworkSpec
from rnnviz.session.playback import Phase, clock_phases
from rnnviz.session.state import Key, State
from rnnviz.tasks.base import Task

Floats = NDArray[np.float64]
T = TypeVar("T")
_MOST_REMEMBERED = 64

LAYERS = ("X", "M", "H", "S")
_ARRAY = {"X": "x", "H": "h", "S": "s"}


@dataclass(frozen=True, eq=False)
class Scene:
    """One sequence, one model, and what the model does with the sequence as far as that is known.

    trace holds (known, units) arrays; clocks after `known` have no values yet (another sequence was typed and the
    engine has not answered): they are drawn empty, never with the values of a sequence that is gone.

    layer (from 0) and reverse: whose H, M and gates are meant; X is what goes into that layer, S the network's output.
    `at` gives the same scene for another layer or direction. What runs right to left has M_t = H_(t+1). held: the
    numbers that a person holds, among them the first M where it is not 0.
    """

    task: Task
    sequence: Sequence
    model: Model
    cell: Cell
    trace: Mapping[str, Array]
    known: int
    theme: Theme
    reduced_motion: bool = False
    layer: int = 0
    reverse: bool = False
    notation: Notation = OWN
    held: Held = field(default_factory=nothing_held)
    sideways: bool = False  # X at the left and S at the right of each column, instead of below and above
    _parts: dict[tuple[int, bool], "Scene"] = field(default_factory=dict, init=False, repr=False)
    _memo: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, state: State, snapshot: Snapshot | None, theme: Theme, reduced_motion: bool = False) -> "Scene":
        """The scene of this moment. snapshot: the newest one, which may be None or of an older sequence."""
        spec = state.network.spec
        cell = cell_of(spec)
        known, model = 0, state.network
        if snapshot is not None and snapshot.network.spec == spec and "x" in snapshot.trace:
            known = _in_common(snapshot, state.task, state.sequence)
            model = snapshot.network
            if spec.direction == "bidirectional" and not known == len(state.sequence) == len(snapshot.trace["x"]):
                known = 0  # every value depends on the whole sequence
        trace, held = (snapshot.trace, snapshot.held) if snapshot is not None and known else ({}, state.held)
        letters = notation(state.notation)
        return cls(
            state.task, state.sequence, model, cell, trace, known, theme, reduced_motion, *state.part, letters, held,
            state.sideways,
        )  # fmt: skip

    def at(self, layer: int, reverse: bool = False) -> "Scene":
        """The same for another layer, from 0, and direction."""
        if (layer, reverse) == (self.layer, self.reverse):
            return self
        self._parts[self.layer, self.reverse] = self
        if (layer, reverse) not in self._parts:
            made = replace(self, layer=layer, reverse=reverse)
            object.__setattr__(made, "_parts", self._parts)
            self._parts[layer, reverse] = made
        return self._parts[layer, reverse]

    def about(self, key: Key) -> "Scene":
        """The same for the layer and direction of what a key stands for; of X, what goes into the lowest layer."""
        layer = 0 if key.name == "X" else self.top if key.name == "S" else min(key.layer, self.top)
        return self.at(layer, key.reverse and self.bidirectional)

    @property
    def part(self) -> tuple[int, bool]:
        """Layer, from 0, and direction."""
        return self.layer, self.reverse

    @property
    def parts(self) -> tuple[tuple[int, bool], ...]:
        """Every layer and direction of the network, the lowest first."""
        return parts(self.model.spec)

    @cached_property
    def limit(self) -> float:
        """The colours of activations end at -limit and limit: 1, unless the units' function has no bounds; then what
        all clocks of the sequence need."""
        bounded = len(self.gates) > 1 or self.gates[0].kind != "state"
        return 1.0 if bounded else limit_of(self.trace)

    @property
    def bidirectional(self) -> bool:
        return self.model.spec.direction == "bidirectional"

    @property
    def top(self) -> int:
        """The highest layer, from 0."""
        return self.model.spec.layers - 1

    @cached_property
    def parameters(self) -> dict[str, Array]:
        """The parameters of this layer and direction under the cell's own names."""
        suffix = part_suffix(*self.part)
        named = self.model.parameters
        return {name.removesuffix(suffix): array for name, array in named.items() if name.endswith(suffix)}

    @property
    def steps(self) -> int:
        """T, the number of clocks."""
        return len(self.sequence)

    @cached_property
    def has_x(self) -> NDArray[np.bool_]:
        """(T,): at which clocks the network's scenario has an input from outside."""
        return self._of_scenario(has_x, True)

    @cached_property
    def has_s(self) -> NDArray[np.bool_]:
        """(T,): at which clocks it has an answer."""
        return self._of_scenario(has_s, True)

    @cached_property
    def reads_back(self) -> NDArray[np.bool_]:
        """(T,): at which clocks its input is the answer of the clock before."""
        return self._of_scenario(reads_back, False)

    def _of_scenario(
        self, clocks: Callable[[NetworkSpec, int], NDArray[np.bool_]], otherwise: bool
    ) -> NDArray[np.bool_]:  # fmt: skip
        try:
            return clocks(self.model.spec, self.steps)
        except InputError:  # too short for this scenario; nothing is known of such a sequence
            return np.full(self.steps, otherwise)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The symbol of each clock; where none is read, “S” for the last answer that is read in its place, or “–”."""
        if self.model.spec.scenario == "many-to-many":
            return self.sequence.labels
        return tuple(
            label if here else "S" if back else "–"
            for label, here, back in zip(self.sequence.labels, self.has_x, self.reads_back, strict=True)
        )

    @property
    def gates(self) -> tuple[Gate, ...]:
        """In the order in which they are computed; the last one is h."""
        return self.cell.gates

    @cached_property
    def lights(self) -> tuple[Gate, ...]:
        """The gates that open and close: drawn as lights above H."""
        return tuple(gate for gate in self.gates if gate.kind == "sigmoid" and gate.name != "h")

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of one clock, as playback goes through them."""
        return clock_phases(self.model.spec, False, self.part)

    def exists(self, name: str, clocks: range) -> NDArray[np.bool_]:
        """(len(clocks),): whether the scenario has an X (a symbol, or the last answer read back) or an S there; every
        other row is there at every clock."""
        part = slice(clocks.start - 1, clocks.stop - 1)
        if name == "X":
            read: NDArray[np.bool_] = self.has_x[part] | self.reads_back[part]
            return read
        return self.has_s[part] if name == "S" else np.ones(len(clocks), dtype=bool)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Units by layer: X D (or what goes into this layer), H H, S O; M as many as the layer that it copies, and no M
        where nothing is copied."""
        spec = self.model.spec
        into = spec.hidden * (1 + self.bidirectional) if self.layer else spec.inputs
        sizes = {"X": into, "H": spec.hidden, "S": spec.outputs}
        return sizes | ({"M": sizes[self.cell.memory]} if self.cell.memory else {})

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """X, M, H, S from the bottom up, those that this network has."""
        return tuple(name for name in LAYERS if name in self.sizes)

    @cached_property
    def edges(self) -> tuple[str, ...]:
        """The pairs of layers with weights between them: “XH”, “MH”, “HS”."""
        return tuple(edge for edge in ("XH", "MH", "HS") if edge[0] in self.sizes)

    def gate(self, name: str) -> Gate:
        """The gate with this letter. KeyError where the cell has none."""
        for gate in self.gates:
            if gate.name == name:
                return gate
        raise KeyError(name)

    def units(self, name: str) -> int:
        """How many units a layer or a gate has."""
        return self.sizes.get(name, self.model.spec.hidden)

    def colour(self, name: str) -> str:
        """The role's colour of a layer or gate, as “#rrggbb”."""
        return self.theme.role(name if name in self.sizes else self.gate(name).role)

    def ink(self, name: str) -> str:
        """The same for text."""
        return self.theme.ink(name if name in self.sizes else self.gate(name).role)

    def values(self, name: str, clocks: range) -> Floats:
        """(len(clocks), units) of X, H, M, S or a gate; NaN where nothing is known. M_t is H_(t-1), or what else the
        cell copies; the first M is 0, unless a person set it."""
        if name == "X" and self.layer:
            return self._outputs(self.layer - 1, clocks)
        whole = np.full((len(clocks), self.units(name)), np.nan)
        if not len(clocks):
            return whole
        shift = 0 if name != "M" else -1 if self.reverse else 1
        array = self.array(self.cell.memory if name == "M" else name)
        first, stop = clocks.start - 1 - shift, min(clocks.stop - 1 - shift, self.known)
        if array is not None and stop > max(first, 0):
            whole[max(first, 0) - first : stop - first] = array[max(first, 0) : stop]
        edge = self.steps if self.reverse else 1
        if name == "M" and edge in clocks and (self.known or not self.reverse):
            whole[edge - clocks.start] = self.first(self.cell.memory.lower())
        return whole

    def _outputs(self, layer: int, clocks: range) -> Floats:
        """(len(clocks), units): what a layer gives to the one above it, both directions side by side."""
        ways = [self.at(layer, reverse).values("H", clocks) for reverse in (False, True)[: 1 + self.bidirectional]]
        return ways[0] if len(ways) == 1 else np.concatenate(ways, axis=1)

    def read_out(self, clocks: range) -> Floats:
        """(len(clocks), units): what the readout reads, the top layer's H in every direction."""
        return self._outputs(self.top, clocks)

    def array(self, name: str) -> Array | None:
        """(known, units) of X, H, S or a gate, of this layer and direction; None where there is none."""
        if name in ("X", "S", "s"):
            return self.trace.get(_ARRAY.get(name, name))
        return self.trace.get(self.filed(_ARRAY.get(name, name)))

    def before(self, name: str, t: int) -> Floats:
        """(units,) of a state before clock t, which for the direction right to left is the one after it."""
        array, clock = self.array(name), self.clock_before(t)
        if array is None or not clock:
            return self.first(name)
        return np.array(array[clock - 1], dtype=np.float64)

    def first(self, name: str) -> Floats:
        """(units,) of a state before the first clock of this direction: 0, unless a person set it."""
        return first_values(self.held, name, self.units("S" if name == "s" else "H"), *self.part)

    def filed(self, name: str) -> str:
        """What an array of this layer and direction is called in a snapshot; name as in “h” or “f”."""
        return array_name(self.model.spec, name, *self.part)

    def clock_before(self, t: int) -> int:
        """The clock whose state comes to clock t, in the direction of this layer; 0 for none."""
        clock = t + 1 if self.reverse else t - 1
        return clock if clock <= self.steps else 0

    def key(self, name: str, t: int, unit: int = -1) -> Key:
        """What stands for a unit of this layer and direction."""
        return Key(name, t, unit) if name in ("X", "S") else Key(name, t, unit, *self.part)

    def called(self, name: str) -> str:
        """The name of a picture of this layer and direction: plain for the first one, else as in PyTorch."""
        first = name in ("X", "S") or self.part == (0, False)
        return name if first else name + part_suffix(*self.part)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` made for this key; made once for a scene, as long as not too much else is asked for."""
        if key not in self._memo:
            while len(self._memo) >= _MOST_REMEMBERED:
                self._memo.pop(next(iter(self._memo)), None)
            self._memo[key] = make()
        return self._memo[key]  # type: ignore[return-value]

    def latest(self, key: Hashable, version: Hashable, make: Callable[[], T]) -> T:
        """What `make` made for this key, as long as it is asked for in the same version."""
        found = self._memo.get(key)
        if found is None or found[0] != version:  # type: ignore[index]
            found = version, make()
            self._memo.pop(key, None)
            self.remember(key, lambda: found)
        return found[1]  # type: ignore[index, no-any-return]

    def known_of(self, name: str, clocks: range) -> int:
        """How many of the first of these clocks have values."""
        ahead = 1 if name == "M" and not self.reverse else 0
        return max(0, min(len(clocks), self.known + ahead + 1 - clocks.start))

    def value(self, name: str, t: int, unit: int) -> float:
        """One number; NaN where it is not known."""
        return float(self.values(name, range(t, t + 1))[0, unit])

    def words(self, clocks: range) -> tuple[str, ...]:
        """What the task says of the output at these clocks; empty where it is not known, or not asked for."""
        output = self.values("S", clocks)
        count = int(np.count_nonzero(~np.isnan(output[:, 0])))
        said = (*self.task.say(output[:count]), *[""] * (len(clocks) - count))
        asked = self.has_s[clocks.start - 1 : clocks.stop - 1]
        return tuple(word if here else "" for word, here in zip(said, asked, strict=True))

    def weights(self, edge: str) -> Floats:
        """The weights behind the edges “XH” (H, D), “MH” (H, H) or “HS” (O, H).

        An LSTM has four weights for each edge into H and a GRU three, one a gate: what is drawn then is their root
        mean square, which has no sign.
        """
        return self.remember(("weights", edge), lambda: self._weights(edge))

    def _weights(self, edge: str) -> Floats:
        if edge == "HS":
            named = self.model.parameters["readout.weight"]
        else:
            named = self.parameters[{"XH": "weight_ih", "MH": "weight_hh"}[edge]]
        weight: Floats = np.asarray(named, dtype=np.float64)
        blocks = 1 if edge == "HS" else len(self.cell.blocks)
        if blocks == 1:
            return weight
        mean: Floats = np.sqrt(np.mean(weight.reshape(blocks, -1, weight.shape[1]) ** 2, axis=0))
        return mean

    @property
    def signed(self) -> bool:
        """Whether one edge into H is one weight, so that it has a sign."""
        return len(self.cell.blocks) == 1


@lru_cache(maxsize=4)
def _encoded(task: Task, sequence: Sequence) -> Floats | None:
    try:
        return task.encode(sequence)
    except InputError:  # the network cannot read this sequence, so no trace is of it
        return None


def _in_common(snapshot: Snapshot, task: Task, sequence: Sequence) -> int:
    """How many of the first clocks of a trace have the inputs of this sequence, as far as the network reads them."""
    wanted, x, read = _encoded(task, sequence), snapshot.trace["x"], snapshot.has_x
    if wanted is None or wanted.shape[1] != x.shape[1]:
        return 0
    if snapshot.network.spec.scenario == "delayed" and len(x) != len(wanted):
        return 0  # how long the encoder reads may depend on it
    count = min(len(x), len(wanted))
    same = np.all(x[:count] == wanted[:count].astype(x.dtype), axis=1)
    if read is not None:
        same |= np.logical_not(read[:count])
    return count if same.all() else int(np.argmin(same))
