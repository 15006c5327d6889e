"""Agreement with PyTorch to 1e-10 in float64, in every number the golden file holds."""

import pytest
from golden_cases import CASES, GOLDEN, error, network, of, state

CLOSE = 1e-10


@pytest.fixture(scope="module", params=CASES)
def case(request):
    return request.param


@pytest.fixture(scope="module")
def grads(case):
    arrays = of(case)
    return network(case).gradients(arrays["x"], arrays["target"], loss="mse", state=state(case))


def test_the_file_holds_every_cell_deep_and_in_both_directions():
    kinds = ("", "-bi", "-deep", "-deep-bi")
    assert set(CASES) == {cell + kind for cell in ("rnn", "lstm", "gru") for kind in kinds} | {"rnn-relu"}


def test_outputs_loss_and_last_state(case, grads):
    arrays, trace = of(case), grads.trace
    assert error(trace["h"], arrays["h"]) < CLOSE
    assert error(trace.output, arrays["s"]) < CLOSE
    assert error(grads.loss, arrays["loss"]) < CLOSE
    for name, last in trace.state.items():
        assert error(last, arrays[f"{name}_last"]) < CLOSE


def test_run_gives_the_same_trace(case, grads):
    trace = network(case).run(of(case)["x"], state(case))
    assert (trace.output == grads.trace.output).all()
    assert (trace["h"] == grads.trace["h"]).all()


def test_gradients_of_inputs_and_parameters(case, grads):
    assert error(grads["x"], of(case)["grad_x"]) < CLOSE
    theirs = of(case, "grad/")
    assert set(grads.parameters) == set(theirs)
    for name, gradient in grads.parameters.items():
        assert error(gradient, theirs[name]) < CLOSE, name


@pytest.mark.parametrize("case", ["rnn", "rnn-relu", "lstm", "gru"])
def test_gates_and_their_gradients(case):
    arrays = of(case)
    grads = network(case).gradients(arrays["x"], arrays["target"], state=state(case))
    for name, gate in of(case, "gate/").items():
        assert error(grads.trace[name], gate) < CLOSE, name
    for name, gradient in of(case, "grad_pre_").items():
        assert error(grads.pre(name), gradient) < CLOSE, name
    assert error(grads["h"], arrays["grad_h"]) < CLOSE
    if case == "lstm":
        assert error(grads["c"], arrays["grad_c"]) < CLOSE


def test_no_single_layer_case_is_without_gates():
    assert {name for name in GOLDEN if "/grad_pre_" in name} == {
        f"{case}/grad_pre_{gate}"
        for case, gates in {"rnn": "h", "rnn-relu": "h", "lstm": "ifgo", "gru": "rzn"}.items()
        for gate in gates
    }
