"""What people read of a network, its cells and its options is known to the translations, word for word."""

import pytest
from translated import LANGUAGES, messages

from rnnviz import Network
from rnnviz.cells.base import cells, make_cell
from rnnviz.errors import InputError
from rnnviz.network.optimisers.base import optimisers
from rnnviz.network.schedules.base import schedules
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.options import options_of

OPTIONS = [NetworkSpec, TrainingSpec, *(optimisers[name] for name in optimisers), *(schedules[n] for n in schedules)]


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("holder", OPTIONS, ids=lambda holder: holder.__name__)
def test_every_option_has_a_title_and_a_help_in_every_language(holder, language):
    for name, (field, option) in options_of(holder).items():
        assert ("options", option.title) in messages(language), name
        assert not option.help or ("options", option.help) in messages(language), name
        if option.minimum is not None and field.default is not None:
            assert option.minimum <= field.default, name
        if option.maximum is not None and field.default is not None:
            assert field.default <= option.maximum, name
        if option.choices:
            assert field.default in option.choices, name


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", list(cells))
def test_every_cell_and_every_gate_has_a_title_in_every_language(name, language):
    assert ("cells", cells[name].title) in messages(language)
    for gate in make_cell(name).gates:
        assert ("cells", gate.title) in messages(language), gate.name


@pytest.mark.parametrize("silent", ["dropout_inputs", "dropout_layers", "dropout_recurrent"])
def test_a_share_that_is_silent_is_less_than_all(silent):
    assert getattr(TrainingSpec(), silent) == 0
    assert getattr(TrainingSpec(**{silent: 0.95}), silent) == 0.95
    for wrong in (-0.01, 0.96):
        with pytest.raises(InputError):
            TrainingSpec(**{silent: wrong})


def test_a_network_begins_as_documented():
    wanted = NetworkSpec(
        cell="lstm", inputs=2, hidden=3, outputs=2, layers=1, direction="forward", output="linear", seed=0,
        dtype="float64", activation="tanh",
    )  # fmt: skip
    assert Network().spec == wanted


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"cell": "jordan"}, "jordan"),
        ({"scenario": "one-to-many"}, "one-to-many"),
        ({"scenario": "delayed", "cell": "jordan"}, "delayed"),
    ],
)
def test_a_refused_direction_names_what_reads_the_last_answer(given, what):
    with pytest.raises(InputError) as refused:
        NetworkSpec(direction="bidirectional", **given)
    assert refused.value.values == {"what": what}
    with pytest.raises(InputError) as refused:
        NetworkSpec(scenario="delayed", inputs=2, outputs=3)
    assert refused.value.values == {"scenario": "delayed", "inputs": 2, "outputs": 3}
