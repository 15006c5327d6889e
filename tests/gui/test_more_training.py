"""The options below “More”: which are shown, that each arrives, and what the panel says of them."""

import pytest
from PySide6.QtCore import Qt
from test_panels import choose, type_into

from rnnviz.network.optimisers.base import optimiser_names, optimisers
from rnnviz.network.schedules.base import schedules
from rnnviz.network.spec import TrainingSpec
from rnnviz.options import options_of
from rnnviz.session.start import fresh_state


@pytest.fixture
def panel(window):
    return window.panels.training


@pytest.fixture
def more(panel):
    panel.more.button.setChecked(True)
    return panel.more


def test_the_basics_come_first_and_the_rest_is_folded_away(panel):
    assert list(panel.form.fields) == ["optimiser", "rate", "clip", "batch"]
    assert not panel.more.inner.isVisible()
    panel.more.button.click()
    assert panel.more.inner.isVisible()


def test_every_option_of_training_has_a_field(panel):
    assert {*panel.form.fields, *panel.more.fields} == set(options_of(TrainingSpec))


@pytest.mark.parametrize("name", optimiser_names())
def test_an_optimiser_shows_its_own_options_only(window, panel, more, name):
    choose(panel.form.fields["optimiser"], name)
    assert window.controller.state.training.optimiser == name
    assert list(more.optimiser.form.fields) == list(options_of(optimisers[name]))
    assert panel.form.fields["clip"].isEnabled() == (name != "newton")
    assert window.controller.state.training.rate == optimisers[name].usual_rate


@pytest.mark.parametrize("name", list(schedules))
def test_a_schedule_shows_its_own_options_only(window, more, name):
    choose(more.fields["schedule"], name)
    fields = list(more.schedule.form.fields) if more.schedule.form is not None else []
    assert fields == list(options_of(schedules[name]))
    assert more.schedule.isVisible() == bool(fields)


def test_a_rate_that_was_chosen_stays_with_another_optimiser(window, qtbot, panel):
    type_into(qtbot, panel.form.fields["rate"], "0.5")
    choose(panel.form.fields["optimiser"], "adadelta")
    assert window.controller.state.training.rate == 0.5


def test_an_optimisers_option_arrives_and_can_be_undone(window, qtbot, panel, more):
    choose(panel.form.fields["optimiser"], "momentum")
    type_into(qtbot, more.optimiser.form.fields["momentum"], "0.5")
    controller = window.controller
    assert controller.state.training == TrainingSpec.of(optimiser="momentum", momentum=0.5)
    type_into(qtbot, more.optimiser.form.fields["momentum"], "1")
    assert more.optimiser.form.fields["momentum"].property("wrong")
    controller.undo()
    assert controller.state.training == TrainingSpec.of(optimiser="momentum")
    assert more.optimiser.form.fields["momentum"].text() == "0.9"
    controller.undo()
    assert list(more.optimiser.form.fields) == list(options_of(optimisers["adam"]))


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("clip_value", "0.5", 0.5),
        ("noise", "0.01", 0.01),
        ("training_set", "40", 40),
        ("patience", "300", 300),
        ("l1", "0.001", 0.001),
        ("l2", "0.002", 0.002),
        ("dropout_inputs", "0.1", 0.1),
        ("dropout_recurrent", "0.3", 0.3),
    ],
)
def test_an_option_arrives(window, qtbot, more, name, typed, value):
    type_into(qtbot, more.fields[name], typed)
    assert getattr(window.controller.state.training, name) == value


def test_dropout_between_layers_needs_layers(window, more):
    assert not more.fields["dropout_layers"].isEnabled()
    assert "one layer" in more.fields["dropout_layers"].toolTip()
    window.controller.set_network(layers=2)
    assert more.fields["dropout_layers"].isEnabled()


@pytest.mark.parametrize("typed", ["", "full", "off"])
def test_an_empty_batch_is_the_full_one(window, qtbot, panel, typed):
    type_into(qtbot, panel.form.fields["batch"], typed)
    assert window.controller.state.training.batch is None
    assert panel.form.fields["batch"].placeholderText() == "full"


def test_the_panel_says_what_a_full_batch_is_where_a_task_has_no_end(window, panel):
    window.controller.set_training(batch=None)
    assert "drawn once" not in panel.engine.text()  # parity has 254 sequences, and these are all of them
    window.controller.set_task("sine")
    assert "256 sequences, drawn once" in panel.engine.text()


def test_the_panel_says_which_rate_is_used_now_and_what_weights_cost(window, panel, until):
    controller = window.controller
    controller.open_state(fresh_state())
    controller.set_training(rate=0.1, schedule="warm-up", l2=0.01)
    assert "rate now 0.0005" in panel.engine.text()
    controller.one_update()
    until(lambda: controller.state.network.updates == 1)
    until(lambda: "rate now 0.001" in panel.engine.text())
    assert "penalty" in panel.engine.text()
    assert "not in the loss" in panel.engine.text()


def test_newton_refuses_a_large_network_in_one_sentence_and_nothing_is_lost(window, until):
    controller = window.controller
    controller.set_network(hidden=20)
    controller.set_training(optimiser="newton")
    controller.toggle_training()
    until(lambda: "at most 300 parameters" in window.messages.text)
    assert not controller.state.learning
    controller.set_training(optimiser="adam")
    controller.toggle_training()
    until(lambda: controller.state.network.updates > 3)
    controller.toggle_training()


def test_what_is_done_to_the_gradients_that_are_drawn_is_said(window):
    controller, said = window.controller, window.inspector.facts_shown
    for changes, words in (
        ({"clip": 2.0}, "before clipping at 2"),
        ({"clip_value": 0.5}, "before clipping at 0.5, 2"),
        ({"clip": None, "clip_value": None}, "not clipped"),
        ({"clip": 1.0, "optimiser": "newton"}, "not clipped"),
        ({"dropout_recurrent": 0.1}, "without dropout"),
    ):
        controller.set_training(**changes)
        assert words in "\n".join(said())


def test_a_gradient_that_cannot_be_had_is_switched_off_and_says_why(window):
    controller, form = window.controller, window.panels.training.more.forms[1]
    box = form.fields["gradient"]

    def offered():
        return {box.itemData(k): box.model().item(k).isEnabled() for k in range(box.count())}

    for changes in ({"cell": "jordan"}, {"cell": "lstm", "layers": 3}):
        controller.set_network(**changes)
        assert offered() == {"bptt": True, "tbptt": True, "rtrl": True}
        assert not form.complaints["gradient"].text()
    controller.set_network(direction="bidirectional")
    assert offered() == {"bptt": True, "tbptt": False, "rtrl": False}
    why = "The gradient “rtrl” needs a network that runs forward in time; this one is bidirectional."
    assert box.itemData(box.findData("rtrl"), Qt.ItemDataRole.ToolTipRole) == why
    controller.set_training(gradient="rtrl")
    assert form.complaints["gradient"].text() == why
    controller.set_network(direction="forward")
    assert not form.complaints["gradient"].text()
    assert offered()["rtrl"]
