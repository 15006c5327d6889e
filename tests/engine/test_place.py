"""Work that fails on a device is done here, with the reason in a few words."""

from types import SimpleNamespace

import pytest

from rnnviz.engine import place as place_module
from rnnviz.engine.place import Place
from rnnviz.errors import InputError
from rnnviz.network.network import Network, finish

MACHINE = SimpleNamespace(title="Machine")


def work_that_fails_with(error):
    def work(device):
        yield
        if device is MACHINE:
            raise error
        return "done"

    return work


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "MemoryError"),
        (MemoryError("\nbelow an empty line"), "MemoryError"),
        (RuntimeError("out of memory\nand a long trace of calls"), "out of memory"),
    ],
)
def test_a_fault_has_one_line_or_the_name_of_its_kind(error, reason):
    place = Place("cupy")
    assert finish(place.attempt(work_that_fails_with(error), MACHINE, 12)) == "done"
    assert (place.fault.title, place.fault.updates, place.fault.reason) == ("Machine", 12, reason)
    assert str(place.fault) == f"Machine failed after 12 updates ({reason}); NumPy goes on from the same weights."


def test_the_work_of_a_clock_is_a_multiplication_for_each_parameter_and_sequence(monkeypatch):
    asked, network = [], Network(seed=1)
    monkeypatch.setattr(place_module, "choose", lambda backend, work: asked.append((backend, work)))
    assert Place("auto").device(network, 7) is None
    assert asked == [("auto", 7 * network.vector.size)]


def test_what_is_wrong_with_the_work_goes_through_and_is_no_fault():
    place, problem = Place("cupy"), InputError("no such sequence")
    with pytest.raises(InputError) as raised:
        finish(place.attempt(work_that_fails_with(problem), MACHINE, 12))
    assert raised.value is problem
    assert place.fault is None
