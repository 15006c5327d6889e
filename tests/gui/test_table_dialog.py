"""The window's form for a table of one's own."""

import pytest
from PySide6.QtCore import Qt

from rnnviz.gui.dialogs.table_dialog import TableDialog


@pytest.fixture
def dialog(window):
    window.controller.set_task("own-data")
    window.panels.training.task_row.columns.click()
    return window.findChild(TableDialog)


def check(dialog, row, column, on):
    dialog.columns.item(row, column).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_the_button_belongs_to_own_data_only(window):
    row = window.panels.training.task_row
    assert row.columns.isHidden()
    window.controller.set_task("own-data")
    assert not row.columns.isHidden()
    window.controller.set_task("parity")
    assert row.columns.isHidden()


def test_enter_takes_a_table_that_was_just_opened(dialog, tmp_path):
    path = tmp_path / "tank.csv"
    path.write_text("level\n" + "\n".join(str(n % 7) for n in range(60)), encoding="utf-8")
    dialog.open_file(str(path))
    assert dialog.focusWidget() is dialog.ok


def test_columns_of_a_file_are_chosen_and_undone(window, dialog, tmp_path):
    path = tmp_path / "tank.csv"
    path.write_text("day,valve,level\n" + "".join(f"d{k},{k % 2},{k}\n" for k in range(60)))
    dialog.open_file(str(path))
    assert dialog.file.text() == "tank.csv: 60 rows"
    assert not dialog.columns.item(0, 1).flags() & Qt.ItemFlag.ItemIsEnabled
    check(dialog, 1, 1, True)
    dialog.form.edited.emit("window", 5)
    dialog.accept()
    state = window.controller.state
    assert (state.task.file, state.task.input_names, state.task.output_names) == (
        "tank.csv",
        ("valve", "level"),
        ("level",),
    )
    assert (state.task.window, state.network.spec.inputs, state.network.spec.outputs) == (5, 2, 1)
    assert state.sequence.text == state.task.start
    window.controller.undo()
    assert window.controller.state.task.file == "sunspots.csv"


def test_what_cannot_be_used_is_explained_and_the_dialog_stays(window, dialog, tmp_path):
    before = window.controller.state.task
    check(dialog, 1, 2, False)
    dialog.accept()
    assert "No column to predict" in dialog.complaint.text()
    assert dialog.isVisible()
    path = tmp_path / "broken.csv"
    path.write_text("a,b\n1\n")
    dialog.open_file(str(path))
    assert "line 2 has length 1" in dialog.complaint.text()
    assert dialog.file.text().startswith("sunspots.csv")
    dialog.reject()
    assert window.controller.state.task is before


def test_a_short_table_gets_a_window_that_fits_and_can_be_taken_at_once(window, dialog, tmp_path):
    path = tmp_path / "short.csv"
    path.write_text("a\n" + "\n".join(map(str, range(40))))
    dialog.open_file(str(path))
    assert dialog.form.fields["window"].text() == "9"
    longer = tmp_path / "long.csv"
    longer.write_text("a\n" + "\n".join(map(str, range(400))))
    dialog.open_file(str(longer))
    assert dialog.form.fields["window"].text() == "24"  # that of before is back where there is room
    dialog.open_file(str(path))
    dialog.accept()
    assert window.controller.state.task.window == 9
    assert window.controller.state.task.file == "short.csv"


def test_why_a_column_cannot_be_used_stands_in_its_tooltip(dialog, tmp_path):
    path = tmp_path / "gaps.csv"
    path.write_text('a,"b, m",c\n' + "".join(f"{k},{'NA' if k == 7 else k},{'' if k == 3 else k}\n" for k in range(50)))
    dialog.open_file(str(path))
    assert "line 9 holds “NA”" in dialog.columns.item(1, 1).toolTip()
    assert "line 5 is empty" in dialog.columns.item(2, 2).toolTip()
    path.write_text("a,b\n" + "x,y\n" * 50)
    dialog.open_file(str(path))
    assert "No column of gaps.csv holds a number in every row" in dialog.complaint.text()


def test_another_table_shows_its_own_rows_unless_something_else_was_typed(window, dialog, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a\n" + "\n".join(str(k + 0.5) for k in range(40)))
    dialog.open_file(str(path))
    dialog.accept()
    state = window.controller.state
    assert state.sequence.text == state.task.start
    assert state.sequence.text.startswith("30.5 31.5")
    window.controller.read_sequence("1 2 3")
    window.controller.set_task_options(window=5)
    assert window.controller.state.sequence.text == "1 2 3"
