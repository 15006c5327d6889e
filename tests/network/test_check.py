"""What comes in is brought into the precision of the network, and what cannot be used is named with its numbers."""

import numpy as np
import pytest
from translated import messages

from rnnviz.errors import InputError
from rnnviz.network import check
from rnnviz.network.spec import NetworkSpec, TrainingSpec

SPEC = NetworkSpec(cell="lstm", inputs=2, hidden=3, outputs=3, dtype="float32")


def test_whatever_is_checked_has_the_precision_of_the_network():
    size = (4, 2)
    classes = check.target(np.ones(size, int), SPEC, "cross_entropy", size)
    assert classes.tolist() == np.broadcast_to([0.0, 1.0, 0.0], (*size, 3)).tolist()
    given = [classes, check.sequence(np.ones((*size, 2), int), SPEC), check.mask(np.ones(size, bool), SPEC, size)]
    given += [check.target(np.ones((*size, 3)), SPEC, "mse", size)]
    given += check.state({"h": np.ones((1, 2, 3))}, SPEC, ("h", "c"), 2).values()
    assert {str(array.dtype) for array in given} == {"float32"}


def test_a_window_smaller_than_its_stride_is_refused():
    assert TrainingSpec(k1=5, k2=5).k2 == 5
    with pytest.raises(InputError) as refused:
        TrainingSpec(k1=6, k2=5)
    assert refused.value.values == {"k1": 6, "k2": 5}
    assert "k1 = 6" in str(refused.value)


@pytest.mark.parametrize(
    ("what", "letters", "shape", "asked"),
    [
        ("The target", "(T, B, O)", (4, 2, 3), lambda given: check.target(given, SPEC, "mse", (4, 2))),
        ("The target", "(T, B)", (4, 2), lambda given: check.target(given, SPEC, "cross_entropy", (4, 2))),
        ("The mask", "(T, B)", (4, 2), lambda given: check.mask(given, SPEC, (4, 2))),
        ("The state h", "(L, B, H)", (1, 2, 3), lambda given: check.state({"h": given}, SPEC, ("h",), 2)),
        ("The state s", "(L, B, O)", (1, 2, 3), lambda given: check.state({"s": given}, SPEC, ("s",), 2)),
    ],
)
def test_a_refusal_says_what_and_where(what, letters, shape, asked):
    kind = int if shape == (4, 2) else float
    asked(np.ones(shape, kind))
    with pytest.raises(InputError) as refused:
        asked(np.ones((*shape[:-1], 5), kind))
    assert refused.value.values == {"what": what, "given": (*shape[:-1], 5), "wanted": shape, "letters": letters}
    with pytest.raises(InputError) as refused:
        asked([["a"]])
    assert refused.value.values["what"] == what
    if (what, letters) != ("The target", "(T, B)"):  # whole numbers
        broken = np.ones(shape)
        broken[3 % shape[0], 1] = np.nan
        with pytest.raises(InputError) as refused:
            asked(broken)
        place = (3 % shape[0], 1, 0)[: len(shape)]
        assert (refused.value.values["what"], refused.value.values["place"]) == (what, place)


@pytest.mark.parametrize("given", [np.ones((4, 2)), np.ones((4, 2, 1)), np.ones((0, 2, 2)), np.ones((4, 0, 2))])
def test_an_input_of_another_shape_is_refused_with_both(given):
    with pytest.raises(InputError) as refused:
        check.sequence(given, SPEC)
    assert refused.value.values == {"given": given.shape, "inputs": 2}
    broken = np.ones((4, 2, 2))
    broken[1, 0, 1] = np.inf
    with pytest.raises(InputError) as refused:
        check.sequence(broken, SPEC)
    assert refused.value.values == {"what": "The input", "value": np.inf, "place": (1, 0, 1)}
    with pytest.raises(InputError) as refused:
        check.sequence([["a"]], SPEC)
    assert refused.value.values["what"] == "The input"


@pytest.mark.parametrize(("classes", "value"), [([[0, 3]], 3), ([[-1, 0]], -1), ([[-2, 5]], -2)])
def test_a_class_that_there_is_not_is_named(classes, value):
    with pytest.raises(InputError) as refused:
        check.target(classes, SPEC, "cross_entropy", (1, 2))
    assert refused.value.values == {"value": value, "last": 2}
    assert check.target([[0, 2]], SPEC, "cross_entropy", (1, 2)).argmax(axis=-1).tolist() == [[0, 2]]


def test_what_is_refused_is_named_in_the_language_of_the_interface(each_language):
    named = []
    for wrong in (
        lambda: check.sequence([["a"]], SPEC),
        lambda: check.sequence(np.full((4, 2, 2), np.nan), SPEC),
        lambda: check.target([["a"]], SPEC, "mse", (4, 2)),
        lambda: check.mask([["a"]], SPEC, (4, 2)),
        lambda: check.state({"h": [["a"]]}, SPEC, ("h",), 2),
    ):
        with pytest.raises(InputError) as refused:
            wrong()
        named.append(refused.value.values["what"])
    words = ["The input", "The input", "The target", "The mask", "The state {name}"]
    if each_language != "en":
        words = [messages(each_language)["errors", word][0][0] for word in words]
    assert named == [word.format(name="h") for word in words]
