"""What computes: the choice in the form, and what the window says of a GPU that is missing or fails."""

import pytest

from rnnviz.devices.base import Device, devices
from rnnviz.errors import InputError
from rnnviz.gui.panels.training_panel import TrainingPanel
from rnnviz.gui.toolkit.messages import MessageBar


class Breaks(Device):
    """Answers, and fails as soon as it is used; or does not answer at all."""

    name = "cupy"
    title = "CuPy"

    def __init__(self, problem=None):
        self._problem = problem

    def problem(self):
        return self._problem

    def describe(self):
        return "a GPU"

    def array(self, given):
        raise MemoryError("out of memory: 3 bytes are left")

    def launcher(self, kernel, dtype):
        raise AssertionError


@pytest.fixture
def cupy(monkeypatch):
    devices["cupy"]

    def put(device):
        monkeypatch.setitem(devices._items, "cupy", device)

    return put


def test_the_backend_is_a_field_of_the_form_and_undone(window):
    panel, controller = window.findChild(TrainingPanel), window.controller
    field = panel.more.fields["backend"]
    assert [field.itemData(k) for k in range(field.count())] == ["auto", "numpy", "cupy"]
    assert field.itemText(2) == "CuPy (GPU)"
    assert "NVIDIA" in field.toolTip()
    field.setCurrentIndex(1)
    field.activated.emit(1)
    assert controller.state.training.backend == "numpy"
    controller.undo()
    assert controller.state.training.backend == "auto"
    assert field.currentData() == "auto"


def test_a_missing_gpu_is_one_sentence_and_nothing_is_lost(window, until, cupy):
    cupy(Breaks(InputError("no GPU here")))
    controller, bar = window.controller, window.findChild(MessageBar)
    updates = controller.state.network.updates
    controller.set_training(backend="cupy")
    controller.one_update()
    until(lambda: bar.label.text() == "no GPU here")
    assert bar.kind == "error"
    assert not controller.state.learning
    assert controller.state.network.updates == updates
    assert window.findChild(TrainingPanel).engine.text().startswith("NumPy · float64")
    controller.set_training(backend="auto")
    controller.one_update()
    until(lambda: controller.state.network.updates == updates + 1)


def test_a_gpu_that_fails_is_told_once_and_stays_in_the_status(window, until, cupy):
    cupy(Breaks())
    controller, bar, panel = window.controller, window.findChild(MessageBar), window.findChild(TrainingPanel)
    updates = controller.state.network.updates
    controller.set_training(backend="cupy")
    controller.one_update()
    until(lambda: controller.state.network.updates == updates + 1)
    until(lambda: "CuPy failed" in panel.engine.text())
    assert panel.engine.text().startswith("NumPy · float64 · ")
    assert "(out of memory: 3 bytes are left)" in panel.engine.toolTip()
    assert bar.kind == "note"
    assert bar.label.text() == panel.engine.toolTip()
