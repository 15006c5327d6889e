"""The panels on the left: typing, choosing, wrong input, and undo through the fields."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rnnviz.engine.evaluate import nothing_shown
from rnnviz.engine.messages import History
from rnnviz.figure.drawing import Lines
from rnnviz.figure.equations import equations
from rnnviz.figure.scene import Scene
from rnnviz.gui.toolkit.forms import Form, read_number
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.options import options_of
from rnnviz.session.playback import Position
from rnnviz.session.state import Key
from rnnviz.tasks.base import GROUPS, tasks


def type_into(qtbot, field, text, enter=True):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(combo, value):
    index = combo.findData(value)
    assert index >= 0
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


@pytest.fixture
def network(window):
    return window.panels.network.form


@pytest.fixture
def training(window):
    return window.panels.training.form


@pytest.fixture
def sequence(window):
    return window.panels.sequence


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1 1 0", ("1", "1", "0")),
        ("0110", ("0", "1", "1", "0")),
        ("1", ("1",)),
        ("1, 0; 1", None),
        ("1\n0", ("1", "0")),
    ],
)
def test_typing_is_followed_at_once(window, qtbot, sequence, text, labels):
    sequence.edit.setPlainText(text)
    if labels is None:
        assert sequence.edit.property("wrong")
        return
    assert window.controller.state.sequence.labels == labels
    assert sequence.hint.text().startswith(f"{len(labels)} step")
    assert not sequence.edit.property("wrong")


def test_each_key_is_followed(window, qtbot, sequence):
    sequence.edit.setFocus()
    sequence.edit.selectAll()
    for count, key in enumerate("10110", start=1):
        qtbot.keyClick(sequence.edit, key)
        assert len(window.controller.state.sequence) == count
    assert sequence.hint.text().startswith("5 steps · bits")


def test_what_cannot_be_read_turns_the_field_red_and_the_last_good_state_stays(window, sequence):
    before = window.controller.state
    sequence.edit.setPlainText("1 0 2")
    assert sequence.edit.property("wrong")
    assert sequence.complaint.isVisible()
    assert window.controller.state is before
    assert not window.messages.isVisible()
    sequence.edit.setPlainText("")
    assert sequence.edit.property("wrong")
    assert window.controller.state is before
    sequence.edit.setPlainText("1 0 1")
    assert not sequence.edit.property("wrong")
    assert not sequence.complaint.isVisible()
    assert len(window.controller.state.sequence) == 3


@pytest.mark.parametrize(
    ("text", "task"),
    [("hello", "next-character"), ("0.5 -1 2", "sine"), ("1,1; 1,1; 2,2", "worked-example")],
)
@pytest.mark.parametrize("by", ["enter", "button"])
def test_the_offer_is_accepted_with_enter_or_its_button_and_can_be_undone(window, qtbot, sequence, text, task, by):
    controller = window.controller
    before = controller.state
    sequence.edit.setPlainText(text)
    assert controller.state is before
    assert sequence.offer.isVisible()
    if by == "enter":
        qtbot.keyClick(sequence.edit, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(sequence.offer, Qt.MouseButton.LeftButton)
    assert controller.state.task.name == task
    assert controller.state.network.updates == 0
    assert not sequence.offer.isVisible()
    assert sequence.edit.toPlainText() == text
    assert window.panels.training.task_row.task.currentData() == task
    qtbot.keyClick(sequence.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert controller.state.task.name == "parity"
    assert sequence.edit.toPlainText() == before.sequence.text


def test_undo_in_the_field_is_the_undo_of_the_session(window, qtbot, sequence):
    sequence.edit.setPlainText("1 1 1")
    sequence.edit.setFocus()
    qtbot.keyClick(sequence.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sequence.edit.toPlainText() == "1 0 0 1 0 1 1 0"
    assert window.controller.state.sequence.text == "1 0 0 1 0 1 1 0"


def test_pasting(window, qtbot, sequence):
    QApplication.clipboard().setText("0 0 0 1")
    sequence.edit.setFocus()
    sequence.edit.selectAll()
    sequence.edit.paste()
    assert window.controller.state.sequence.labels == ("0", "0", "0", "1")


def test_a_long_sequence_is_not_written_into_the_field(window, sequence):
    window.controller.read_sequence("10" * 4000)
    assert sequence.edit.toPlainText() == ""
    assert sequence.edit.placeholderText()
    assert sequence.hint.text().startswith("8000 steps")
    window.controller.undo()
    assert sequence.edit.toPlainText() == "1 0 0 1 0 1 1 0"


def test_every_example_is_read_or_offered(window, sequence):
    for action in sequence.examples.menu().actions():
        action.trigger()
        if sequence.edit.property("wrong"):
            assert sequence.offer.isVisible(), action.text()
            sequence.accept()
        assert not sequence.edit.property("wrong"), action.text()
        assert window.controller.state.sequence.text == action.text()


@pytest.mark.parametrize("how", ["typed", "example"])
def test_after_a_sequence_the_keys_are_the_stages(window, qtbot, sequence, how):
    if how == "typed":
        type_into(qtbot, sequence.edit, "1 1 1 1 1")
    else:
        sequence.edit.setFocus()
        sequence.examples.menu().actions()[0].trigger()
    assert window.timeline.hasFocus() or window.timeline.isAncestorOf(QApplication.focusWidget())
    before = window.controller.state.position.t
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert window.controller.state.position.t == before + 1


def test_what_cannot_be_read_keeps_the_caret(window, qtbot, sequence):
    type_into(qtbot, sequence.edit, "")
    assert sequence.complaint.isVisible()
    assert sequence.edit.hasFocus()


def test_one_input_is_one(window, network):
    window.controller.set_task("sine")
    assert window.panels.network.note.text().startswith("1 input · 1 output, ")


def test_the_field_grows_with_its_lines(window, sequence, spin):
    one = sequence.edit.height()
    sequence.edit.setPlainText("1 0 " * 40)
    spin(0.05)
    assert one < sequence.edit.height() < 5 * one


@pytest.mark.parametrize("count", [1, 12, 24, 200])
def test_no_line_of_the_field_is_cut_in_two(window, sequence, spin, count):
    sequence.edit.setPlainText("1 0 " * count)
    spin(0.05)
    edit, line = sequence.edit, sequence.edit.fontMetrics().lineSpacing()
    lines = int(edit.document().size().height())
    left = edit.viewport().height() - 2 * edit.document().documentMargin() - min(lines, 4) * line
    assert 0 <= left < (3 if lines > 4 else line)
    assert edit.verticalScrollBar().isVisible() == (lines > 4)


def test_without_a_memory_there_is_no_m_anywhere(window, network):
    choose(network.fields["cell"], "feedforward")
    assert network.fields["activation"].isEnabled()
    assert [chip.letter for chip in window.transport.chips] == ["X", "H", "S"]
    assert "M" not in [row[0] for row in window.inspector.legend.rows()]
    choose(network.fields["cell"], "gru")
    assert [chip.letter for chip in window.transport.chips][-1] == "→M"
    assert "M" in [row[0] for row in window.inspector.legend.rows()]


def test_options_of_one_cell_are_shown_for_it_alone(window, network):
    own, controller = window.panels.network.own.fields, window.controller
    window.panels.network.more.button.click()
    assert own["peepholes"].isVisible()
    own["peepholes"].click()
    assert controller.state.network.spec.peepholes
    assert "weight_peephole_l0" in controller.state.network.parameters
    assert "p_f" in equations(window.inspector.scene, Key("H", 1, 0))[0].tex
    choose(network.fields["cell"], "gru")
    for name in ("peepholes", "forget_bias"):
        assert not own[name].isVisible()
    choose(own["reset"], "before")
    assert controller.state.network.spec.reset == "before"
    controller.undo()
    controller.undo()
    assert not own["reset"].isVisible()
    assert own["forget_bias"].isVisible()
    assert own["peepholes"].isChecked()


def test_a_scenario_is_chosen_and_left_where_a_task_cannot_have_it(window, network, until):
    fields, controller = window.panels.network.own.fields, window.controller
    window.panels.network.more.button.click()
    assert not fields["encoder"].isVisible()
    choose(fields["scenario"], "delayed")
    assert fields["encoder"].isVisible()
    until(lambda: controller.snapshot is not None and controller.snapshot.network.spec == controller.state.network.spec)
    assert controller.snapshot.has_x.tolist() == [True] * 4 + [False] * 4
    assert controller.snapshot.has_s.tolist() == [False] * 4 + [True] * 4
    scene = Scene.of(controller.state, controller.snapshot, window.theme)
    assert scene.known == scene.steps
    controller.set_task("drawing")  # nine inputs, two outputs: nothing to read back
    assert controller.state.network.spec.scenario == "many-to-many"


def test_the_cell_can_be_chosen_and_only_elman_has_a_choice_of_activation(window, network):
    controller = window.controller
    assert not network.fields["activation"].isVisible()
    choose(network.fields["cell"], "elman")
    assert controller.state.network.spec.cell == "elman"
    assert network.fields["activation"].isVisible()
    choose(network.fields["activation"], "relu")
    assert controller.state.network.spec.activation == "relu"
    controller.undo()
    assert network.fields["activation"].currentData() == "tanh"
    controller.undo()
    assert network.fields["cell"].currentData() == "lstm"


def test_units_and_seed_are_taken_with_enter_or_after_a_pause(window, qtbot, network, until):
    controller = window.controller
    type_into(qtbot, network.fields["hidden"], "16")
    assert controller.state.network.spec.hidden == 16
    type_into(qtbot, network.fields["seed"], "42", enter=False)
    assert controller.state.network.spec.seed != 42
    until(lambda: controller.state.network.spec.seed == 42)
    controller.undo()
    controller.undo()
    assert network.fields["hidden"].text() == "3"
    assert not controller.session.can_undo


@pytest.mark.parametrize("text", ["0", "1025", "-1", "2.5", "three", "", "1e3", "99999999999999999999"])
def test_a_wrong_number_of_units_is_explained_and_the_last_good_one_stays(window, qtbot, network, text):
    before = window.controller.state
    field = network.fields["hidden"]
    type_into(qtbot, field, text)
    assert field.property("wrong")
    assert network.complaints["hidden"].isVisible()
    assert "1 to 1024" in network.complaints["hidden"].text()
    assert window.controller.state is before
    type_into(qtbot, field, "3")
    assert not field.property("wrong")
    assert not network.complaints["hidden"].isVisible()
    assert window.controller.state is before


def test_training_options_keep_the_weights(window, qtbot, training):
    controller = window.controller
    model = controller.state.network
    type_into(qtbot, training.fields["rate"], "0.5")
    type_into(qtbot, training.fields["clip"], "")
    type_into(qtbot, training.fields["batch"], "4")
    choose(training.fields["optimiser"], "sgd")
    assert controller.state.training == TrainingSpec("sgd", 0.5, None, 4)
    assert controller.state.network is model
    for _ in range(4):
        controller.undo()
    assert controller.state.training == TrainingSpec()
    assert training.fields["rate"].text() == "0.01"
    assert training.fields["clip"].text() == "1"
    assert training.fields["optimiser"].currentData() == "adam"


def test_how_the_gradient_is_computed(window, qtbot, until):
    controller, training = window.controller, window.panels.training.more
    training.button.setChecked(True)
    assert not training.fields["k1"].isVisible()
    choose(training.fields["gradient"], "tbptt")
    assert training.fields["k1"].isVisible()
    type_into(qtbot, training.fields["k1"], "7")  # k2 is 5, which is less: it makes way
    assert (controller.state.training.k1, controller.state.training.k2) == (7, 7)
    assert training.fields["k2"].text() == "7"
    type_into(qtbot, training.fields["k2"], "2")
    assert (controller.state.training.k1, controller.state.training.k2) == (2, 2)
    until(lambda: controller.snapshot is not None and controller.snapshot.truncated == (2, 2))
    assert "truncated: every 2 clocks, back 2" in window.timeline.curves.note()
    choose(training.fields["gradient"], "rtrl")
    until(lambda: controller.snapshot.truncated is None)
    assert "truncated" not in window.timeline.curves.note()


@pytest.mark.parametrize(
    ("name", "text"), [("rate", "-1"), ("rate", "0"), ("rate", "nan"), ("clip", "0"), ("batch", "0")]
)
def test_wrong_training_options_are_explained(window, qtbot, training, name, text):
    before = window.controller.state
    type_into(qtbot, training.fields[name], text)
    assert training.fields[name].property("wrong")
    assert window.controller.state is before


def test_the_task_can_be_chosen_and_undone(window, sequence):
    combo = window.panels.training.task_row.task
    choose(combo, "sine")
    state = window.controller.state
    assert state.task.name == "sine"
    assert state.network.spec.output == "linear"
    assert "linear" in window.panels.network.note.text()
    assert sequence.edit.toPlainText() == state.sequence.text
    window.controller.undo()
    assert combo.currentData() == "parity"


def test_tasks_stand_under_headings_that_cannot_be_chosen(window):
    combo = window.panels.training.task_row.task
    names = [combo.itemData(row) for row in range(combo.count())]
    assert sorted(filter(None, names)) == sorted(tasks)
    assert names.count(None) == len(GROUPS)
    for row, name in enumerate(names):
        item = combo.model().item(row)
        assert item.isSelectable() == (name is not None)
        assert name is None or item.toolTip() == tasks[name].story


@pytest.mark.parametrize("name", list(tasks))
def test_a_chosen_task_shows_its_example_its_options_and_what_can_be_reached(window, name):
    row = window.panels.training.task_row
    window.controller.set_task("parity" if name != "parity" else "sine")
    choose(row.task, name)
    state = window.controller.state
    assert state.sequence.text == state.task.start or state.task.kinds[0] in ("bits", "numbers")
    assert set(row.form.fields) == set(options_of(tasks[name]))
    assert ("perfect" in row.reach.text()) == (state.task.perfect is not None)
    assert f"{state.task.baseline.loss:.3g}" in row.reach.text()


def test_a_harder_task_keeps_the_weights_and_can_be_undone(window, qtbot):
    row, before = window.panels.training.task_row, window.controller.state
    assert not row.form.isVisible()
    row.more.click()
    type_into(qtbot, row.form.fields["longest"], "6")
    state = window.controller.state
    assert (state.task.longest, state.network.parameters) == (6, before.network.parameters)
    window.controller.undo()
    assert window.controller.state.task == before.task
    assert row.form.fields["longest"].text() == "7"


def test_an_option_that_changes_the_widths_makes_a_new_network(window, qtbot):
    row = window.panels.training.task_row
    window.controller.set_task("copy-memory")
    row.more.click()
    type_into(qtbot, row.form.fields["symbols"], "5")
    state = window.controller.state
    assert (state.task.symbols, state.network.spec.inputs, state.network.updates) == (5, 7, 0)
    assert state.sequence.text == state.task.start


def test_another_task_has_its_own_scenario_and_other_options_keep_the_chosen_one(window):
    controller = window.controller
    controller.set_task("temporal-order")
    assert controller.state.network.spec.scenario == "many-to-one"
    controller.set_network(scenario="many-to-many")
    controller.set_task_options(length=12)
    assert controller.state.network.spec.scenario == "many-to-many"
    controller.set_task("adding")
    assert controller.state.network.spec.scenario == "many-to-one"
    controller.set_task("parity")
    assert controller.state.network.spec.scenario == "many-to-many"


def test_options_that_do_not_go_together_are_explained_and_put_back(window, qtbot):
    row, said = window.panels.training.task_row, []
    window.controller.set_task("copy-memory")
    window.controller.said.connect(lambda kind, sentence: said.append(sentence))
    row.more.click()
    type_into(qtbot, row.form.fields["symbols"], "2")
    assert window.controller.state.task.symbols == 6
    assert "Only 16 sequences would differ" in said[-1]
    assert row.form.fields["symbols"].text() == "6"


@pytest.fixture
def form(qtbot):
    made = Form(TrainingSpec, ("rate", "clip", "batch"))
    qtbot.addWidget(made)
    made.set_values(TrainingSpec())
    return made


@pytest.mark.parametrize(
    ("name", "start", "key", "end"),
    [
        ("rate", "0.01", Qt.Key.Key_Up, "0.02"),
        ("rate", "0.02", Qt.Key.Key_Up, "0.05"),
        ("rate", "0.01", Qt.Key.Key_Down, "0.005"),
        ("rate", "10", Qt.Key.Key_Up, "10"),
        ("batch", "32", Qt.Key.Key_Up, "33"),
        ("batch", "1", Qt.Key.Key_Down, "1"),
        ("clip", "", Qt.Key.Key_Up, ""),
    ],
)
def test_the_arrow_keys_go_to_the_next_number(form, qtbot, name, start, key, end):
    form.fields[name].setText(start)
    qtbot.keyClick(form.fields[name], key)
    assert form.fields[name].text() == end


def test_a_form_emits_a_value_once(form, qtbot):
    seen = []
    form.edited.connect(lambda *change: seen.append(change))
    form.fields["rate"].setText("")
    qtbot.keyClicks(form.fields["rate"], "0.5")
    qtbot.keyClick(form.fields["rate"], Qt.Key.Key_Return)
    form.take()
    assert seen == [("rate", 0.5)]


def test_going_on_to_another_field_takes_the_first(form, qtbot):
    seen = []
    form.edited.connect(lambda *change: seen.append(change))
    form.fields["rate"].setText("")
    qtbot.keyClicks(form.fields["rate"], "0.5")
    form.fields["batch"].setText("")
    qtbot.keyClicks(form.fields["batch"], "8")
    form.take()
    assert seen == [("rate", 0.5), ("batch", 8)]


def test_a_value_from_outside_replaces_what_is_half_typed(form, qtbot):
    form.fields["rate"].setText("")
    qtbot.keyClicks(form.fields["rate"], "0.")
    form.set_values(TrainingSpec(rate=0.25))
    assert form.fields["rate"].text() == "0.25"
    form.take()
    assert not form.fields["rate"].property("wrong")


def test_numbers_are_read_with_a_comma_too():
    option = options_of(TrainingSpec)["rate"][1]
    assert read_number("0,5", option, False) == 0.5
    assert read_number(" 3 ", options_of(NetworkSpec)["hidden"][1], True) == 3


def test_esc_restores_the_value_that_was_taken_last(window, qtbot, network, training):
    window.controller.select(Key("H", 1, 0))
    for form, name, wrong, enter in ((network, "hidden", "0", True), (training, "rate", "-1", False)):
        field = form.fields[name]
        accepted = field.text()
        type_into(qtbot, field, wrong, enter)
        assert bool(field.property("wrong")) == enter
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == accepted
        assert not field.property("wrong")
        assert not form.complaints[name].isVisible()
        assert window.controller.state.selection is not None
        qtbot.wait(600)  # nothing is taken later, either
        assert field.text() == accepted
    qtbot.keyClick(field, Qt.Key.Key_Escape)  # nothing is refused: Esc is the window's
    assert window.controller.state.selection is None


def test_esc_in_the_field_of_the_sequence_brings_the_one_on_the_stage_back(window, qtbot, sequence):
    shown = sequence.edit.toPlainText()
    sequence.edit.setFocus()
    qtbot.keyClicks(sequence.edit, "x")
    assert sequence.edit.property("wrong")
    qtbot.keyClick(sequence.edit, Qt.Key.Key_Escape)
    assert sequence.edit.toPlainText() == shown
    assert not sequence.edit.property("wrong")
    assert not sequence.complaint.isVisible()
    assert not window.controller.session.can_undo


def test_a_task_of_one_kind_complains_in_its_words(window, sequence):
    sequence.edit.setPlainText("1 0 x")
    assert sequence.complaint.text() == "Bit 3 is “x”; a bit is 0 or 1."


def test_the_counter_moves_while_a_slow_trace_is_under_way(window):
    panel, controller = window.panels.training, window.controller
    state = replace(controller.state, learning=True)
    numbers = np.array([2001, 2400])
    history = History(numbers, np.array([0.5, 0.25]), np.array([0.5, 0.875]))
    snapshot = replace(nothing_shown(state.network, 1), training=True, updates_per_second=100.0, history=history)
    panel.show(state, snapshot, frozenset({"snapshot"}))
    assert panel.status.text() == "2\u202f400\xa0updates · loss\xa0of\xa0the\xa0batch\xa00.25 · accuracy\xa087.5\xa0%"
    # Less than half a second behind: the held-out sequences, which are the honest measure.
    panel.show(state, replace(snapshot, updates_per_second=1000.0), frozenset({"snapshot"}))
    assert panel.status.text().startswith("2\u202f000\xa0updates · loss\xa00.000")


def test_the_paper_is_there_for_the_task_that_draws_and_follows_the_playhead(window, until):
    inspector = window.inspector
    assert not inspector.paper.isVisibleTo(inspector)
    window.files.open_preset("drawing")
    assert inspector.paper.isVisibleTo(inspector)
    until(lambda: inspector.scene.known == 20)
    for t in (1, 8):
        window.controller.go_to(Position(t, len(inspector.scene.phases) - 1))
        _, line = (batch for batch in inspector.paper.drawing.live if isinstance(batch, Lines))
        assert len(line.x1) == t
    assert inspector.paper.accessibleDescription() == "8 moves drawn"
    window.files.open_preset("parity")
    assert not inspector.paper.isVisibleTo(inspector)
