"""The other kind of work: its paths, its undo and its files."""

from dataclasses import replace

import numpy as np
import pytest
from safetensors.numpy import save as to_safetensors

from rnnviz.energy.learning import LearningSpec
from rnnviz.errors import InputError
from rnnviz.session import files
from rnnviz.session.make_patterns import PRESETS, figures
from rnnviz.session.pattern_files import holds_patterns, load, pattern_preset, pattern_presets, save
from rnnviz.session.patterns import (
    KINDS,
    Pattern,
    PatternSession,
    PatternSpec,
    begin,
    cue_of,
    data_of,
    run_of,
    within,
)
from rnnviz.session.playback import Position
from rnnviz.session.start import initial


def small(kind="hopfield", **options):
    patterns = (Pattern("left", np.array([[1, 0], [1, 0], [1, 0]])), Pattern("top", np.array([[1, 1], [0, 0], [0, 0]])))
    return begin(PatternSpec(kind, rows=3, columns=2, hidden=3, clocks=30, **options), patterns)


def test_the_path_starts_at_the_corrupted_pattern():
    state = small(corruption=0.5, seed=3)
    run = run_of(state)
    assert (run.states[0] == cue_of(state)).all()
    assert (run.states[0] != state.drawn.values(state.spec)).sum() == 3
    assert run_of(replace(state, position=Position(2))) is run


@pytest.mark.parametrize("kind", KINDS)
def test_a_machine_s_path_has_the_clocks_that_were_asked_for(kind):
    state = small(kind)
    run = run_of(state)
    assert run.states.shape[1] == (6 if kind == "hopfield" else 9)
    assert kind == "hopfield" or len(run) == 30
    assert set(np.unique(run.states)) <= ({-1.0, 1.0} if kind == "hopfield" else {0.0, 1.0})


def test_binary_units_hold_zeros_and_ones():
    assert set(np.unique(data_of(PatternSpec(values="binary"), figures().patterns))) == {0.0, 1.0}


def test_undo_brings_back_the_work_and_keeps_the_view():
    session = PatternSession(small())
    first = session.state
    session.update(position=Position(5), speed=2.0)
    assert not session.can_undo
    session.update(spec=replace(first.spec, seed=9))
    session.undo()
    assert session.state.spec is first.spec
    assert (session.state.position.t, session.state.speed) == (5, 2.0)
    session.redo()
    assert session.state.spec.seed == 9


def test_the_playhead_stays_within_a_shorter_path():
    state = small(update="synchronous")
    assert within(Position(500), state) == Position(len(run_of(state)))


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_presets_are_what_the_program_makes_and_survive_saving(name, tmp_path):
    assert set(pattern_presets()) == set(PRESETS)
    state = pattern_preset(name)
    path = tmp_path / "again.rnnviz"
    save(replace(state, position=Position(2)), path)
    assert holds_patterns(path)
    again = load(path)
    assert again.position == Position(2)
    assert (again.spec, again.annealing, again.training) == (state.spec, state.annealing, state.training)
    assert [p.name for p in again.patterns] == [p.name for p in state.patterns]
    assert (run_of(again).states == run_of(state).states).all()
    if not state.updates:
        made = PRESETS[name]()
        assert (run_of(made).states == run_of(state).states).all()


def test_trained_presets_have_learnt():
    """No distribution gives P patterns more than 1/P each; before learning they had far less."""
    for name in ("boltzmann-xor", "restricted-bars"):
        state = pattern_preset(name)
        data = data_of(state.spec, state.patterns)
        best = -np.log(len(data))
        fresh = begin(state.spec, state.patterns)
        assert best > state.machine.log_likelihood(data) > best - 0.6
        assert fresh.machine.log_likelihood(data) < best - 0.65


def test_one_kind_of_session_is_not_taken_for_the_other(tmp_path):
    network, patterns, nothing = (tmp_path / f"{name}.rnnviz" for name in ("network", "patterns", "nothing"))
    files.save(initial(), network)
    save(small(), patterns)
    assert not holds_patterns(network)
    assert not holds_patterns(nothing)
    with pytest.raises(InputError, match="not a whole session of rnnviz"):
        files.load(patterns)
    with pytest.raises(InputError, match="not a whole session of patterns"):
        load(network)


def broken(tmp_path, old, new, kind="boltzmann"):
    """A saved session in whose JSON some words were replaced."""
    path = tmp_path / "broken.rnnviz"
    save(small(kind), path)
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = data[8 : 8 + size].decode().rstrip()
    assert old in header
    header = header.replace(old, new)
    header += " " * (-len(header.encode()) % 8)
    path.write_bytes(len(header.encode()).to_bytes(8, "little") + header.encode() + data[8 + size :])
    return path


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('\\"format_version\\":1', '\\"format_version\\":2', "format version 2"),
        ('\\"kind\\":\\"boltzmann\\"', '\\"kind\\":\\"quantum\\"', "“quantum” is not known"),
        ('\\"rows\\":3', '\\"rows\\":4', "is not 4 rows"),
        ('\\"#.\\"', '\\"#?\\"', "3 rows of 2 # and ."),
        ('\\"hidden\\":3', '\\"hidden\\":4', "weights is missing or not float64"),
        ('\\"t\\":1', '\\"t\\":31', "t 31"),
        ('\\"start\\":1.0', '\\"start\\":0.0', "Temperature"),
        ('\\"layout\\":\\"grid\\"', '\\"layout\\":\\"cube\\"', "layout cube"),
        ('\\"seed\\":0', '\\"sed\\":0', "sed"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path, old, new, says):
    with pytest.raises(InputError, match=says.replace("?", r"\?")):
        load(broken(tmp_path, old, new))


def test_a_file_of_nothing_is_one_sentence(tmp_path):
    path = tmp_path / "empty.rnnviz"
    path.write_bytes(to_safetensors({}))
    with pytest.raises(InputError, match=r"open a \.rnnviz file"):
        load(path)


def test_bad_options_are_one_sentence():
    with pytest.raises(InputError, match="needs hidden units"):
        PatternSpec("restricted", hidden=0)
    with pytest.raises(InputError, match="2000 sweeps over 68 units take too long; give at most 1470"):
        PatternSpec("boltzmann", clocks=2000, clock="sweep")
    with pytest.raises(InputError, match="“big” has 1 × 1 pixels; 3 × 2 are needed"):
        begin(PatternSpec(rows=3, columns=2), (Pattern("big", np.ones((1, 1))),))
    with pytest.raises(InputError, match="33 patterns: there is room for 32"):
        begin(PatternSpec(), figures().patterns[:1] * 33)
    with pytest.raises(InputError, match="there is hopfield-figures"):
        pattern_preset("nothing")
    assert begin(PatternSpec(), (), training=LearningSpec(k=3)).machine.weights.any() == 0
