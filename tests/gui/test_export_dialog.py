"""The export window: options, progress, cancel, errors; and the window behind it stays alive meanwhile."""

import threading

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from rnnviz.export.base import formats
from rnnviz.gui.dialogs.export_job import ExportJob


@pytest.fixture
def dialog(window, tmp_path, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.show_export()
    made = window.export_dialog
    made.path.setText(str(tmp_path / "film.gif"))
    made._take(width=160, height=120, fps=10, speed=8.0, last=2, hold=0.1)
    return made


def choose(dialog, name):
    dialog.format.setCurrentIndex(dialog.format.findData(name))
    dialog.format.activated.emit(dialog.format.currentIndex())


def available():
    names = [name for name in formats if formats[name].kind in ("film", "still")]
    return [name for name in names if formats[name].problem() is None]


@pytest.mark.parametrize("name", available())
def test_every_format_is_written(dialog, tmp_path, until, name):
    choose(dialog, name)
    path = tmp_path / f"film{formats[name].suffix}"
    assert dialog.path.text() == str(path)
    dialog.begin()
    assert dialog.running
    assert not dialog.export.isEnabled()
    until(lambda: not dialog.running, timeout=20000)
    assert dialog.problem.text() == ""
    assert path.exists()
    assert dialog.result.text().startswith(path.name)
    assert dialog.show_folder.isVisible()
    if path.is_file() and path.suffix in (".gif", ".png", ".webp"):
        with Image.open(path) as picture:
            assert picture.size == (160, 120)
            assert getattr(picture, "n_frames", 1) == (1 if formats[name].kind == "still" else dialog_frames(dialog))


def dialog_frames(dialog):
    return int(dialog.result.text().split(": ")[1].split(" ")[0])


def test_sizes_and_their_fields_agree(dialog):
    dialog.size.setCurrentIndex(dialog.size.findText("1920 × 1080"))
    dialog.size.activated.emit(dialog.size.currentIndex())
    assert (dialog.options.width, dialog.options.height) == (1920, 1080)
    assert dialog.form.fields["width"].text() == "1920"
    dialog.form.fields["width"].setText("1000")
    dialog.form.fields["width"].textEdited.emit("1000")
    dialog.form.take()
    assert dialog.options.width == 1000
    assert dialog.size.currentText() == "Custom"


@pytest.mark.parametrize(
    ("name", "text"), [("width", "10"), ("fps", "0"), ("speed", "100"), ("last", "x"), ("first", "0")]
)
def test_an_impossible_option_is_red_and_the_last_one_stays(dialog, name, text):
    before = dialog.options
    dialog.form.fields[name].setText(text)
    dialog.form.fields[name].textEdited.emit(text)
    dialog.form.take()
    assert dialog.form.fields[name].property("wrong")
    assert dialog.options is before


def test_clocks_that_are_not_there_are_refused_in_one_sentence(dialog):
    dialog._take(last=99)
    assert "1 to 8" in dialog.problem.text()
    assert not dialog.export.isEnabled()
    dialog._take(last=None)
    assert dialog.problem.text() == ""
    assert dialog.export.isEnabled()


@pytest.mark.parametrize("place", ["no such folder/film.gif", "", "."])
def test_a_place_that_cannot_be_written_is_one_sentence(dialog, tmp_path, until, place):
    dialog.path.setText(str(tmp_path / place) if place else "")
    dialog.begin()
    until(lambda: not dialog.running)
    assert dialog.problem.text().endswith(".")
    assert list(tmp_path.iterdir()) == []


def test_cancel_leaves_nothing_behind(dialog, tmp_path, qtbot, until):
    dialog._take(width=1280, height=720, last=None, fps=60, speed=0.25)
    dialog.begin()
    until(lambda: dialog.bar.maximum() > 0 and dialog.bar.value() > 1)
    assert "left" in dialog.result.text()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    until(lambda: not dialog.running)
    assert "Cancelled" in dialog.result.text()
    assert list(tmp_path.iterdir()) == []


def test_learning_playing_and_typing_go_on_meanwhile(window, dialog, until):
    dialog._take(width=1280, height=720, last=None, fps=60, speed=0.25)
    dialog.begin()
    controller = window.controller
    controller.toggle_training()
    updates = controller.state.network.updates
    until(lambda: controller.state.network.updates > updates)
    controller.play()
    until(lambda: controller.state.position.t > 1)
    assert controller.read_sequence("1 1").fits
    assert dialog.running
    assert dialog.problem.text() == ""


@pytest.mark.parametrize("what", ["dialog", "window"])
def test_closing_while_exporting_ends_the_thread_and_leaves_nothing(window, dialog, tmp_path, until, what):
    dialog._take(width=1280, height=720, last=None, fps=60, speed=0.25)
    dialog.begin()
    until(lambda: dialog.bar.maximum() > 0)
    (dialog if what == "dialog" else window).close()
    assert "rnnviz-export" not in [thread.name for thread in threading.enumerate()]
    assert list(tmp_path.iterdir()) == []


def test_the_film_shows_the_moment_at_which_it_was_asked_for(window, dialog, tmp_path, until):
    """Whatever is typed and learnt while the film is written, it is the film of before."""
    dialog.begin()
    until(lambda: not dialog.running, timeout=20000)
    first = (tmp_path / "film.gif").read_bytes()
    (tmp_path / "film.gif").unlink()
    dialog.begin()
    window.controller.read_sequence("0 0 0")
    window.controller.set_network(cell="gru")
    until(lambda: not dialog.running, timeout=20000)
    assert (tmp_path / "film.gif").read_bytes() == first


def test_a_film_can_be_made_before_the_engine_has_answered(window, tmp_path, until):
    options = {"width": 160, "height": 120, "fps": 10, "speed": 8.0, "last": 1}
    window.show_export()
    window.export_dialog._take(**options)
    job = ExportJob(window.controller.footage, window.export_dialog.options, tmp_path / "a.gif", formats["gif"])
    job.start()
    until(lambda: not job.running, timeout=20000)
    assert job.problem is None
    assert job.film.path.is_file()


def test_the_preview_has_the_shape_of_the_film(dialog, until):
    dialog._take(width=400, height=400)
    until(lambda: not dialog.preview.image.isNull() and dialog.preview.image.width() == dialog.preview.image.height())
    dialog._take(theme="dark")
    dialog.preview.draw()
    assert dialog.preview.image.pixelColor(3, 3).lightness() < 80


def test_a_still_picture_has_no_time(dialog):
    choose(dialog, "png")
    for name in ("fps", "speed", "first", "last", "hold", "loop"):
        assert not dialog.form.fields[name].isEnabled()
    choose(dialog, "gif")
    assert dialog.form.fields["fps"].isEnabled()


def test_esc_closes_the_window_of_the_export(window, dialog, qtbot, until):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until(lambda: window.export_dialog is None)
    window.show_export()
    assert window.export_dialog is not dialog


def test_an_older_file_is_replaced_only_after_asking_inside_the_dialog(dialog, tmp_path, qtbot, until):
    old = tmp_path / "film.gif"
    old.write_bytes(b"old")
    dialog.begin()
    assert not dialog.running
    assert dialog.asking.isVisible()
    assert dialog.question.text() == "“film.gif” is already there."
    assert QApplication.activeModalWidget() is None
    qtbot.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
    assert not dialog.asking.isVisible()
    assert dialog.path.selectedText() == "film"
    assert old.read_bytes() == b"old"
    dialog.begin()
    qtbot.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    assert dialog.running
    until(lambda: not dialog.running, timeout=20000)
    assert old.read_bytes().startswith(b"GIF89a")
    assert not dialog.asking.isVisible()
    dialog.begin()  # the answer was for that one time
    assert dialog.asking.isVisible()
    dialog.path.setText(str(tmp_path / "other.gif"))
    dialog.path.textEdited.emit(dialog.path.text())
    assert not dialog.asking.isVisible()
    dialog.begin()
    until(lambda: not dialog.running, timeout=20000)
    assert (tmp_path / "other.gif").exists()


def test_a_name_from_the_file_dialog_which_has_asked_is_not_asked_about_again(dialog, tmp_path, until, monkeypatch):
    old = tmp_path / "old.gif"
    old.write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(old), ""))
    dialog.choose.click()
    dialog.begin()
    assert dialog.running
    until(lambda: not dialog.running, timeout=20000)
    assert old.read_bytes().startswith(b"GIF89a")


def test_the_close_button_closes(window, dialog, qtbot, until):
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    until(lambda: window.export_dialog is None)


def test_the_ending_of_the_name_chooses_the_format(dialog, qtbot):
    for suffix, name in ((".mp4", "mp4"), (".WEBP", "webp"), (".gif", "gif")):
        dialog.path.selectAll()
        qtbot.keyClicks(dialog.path, f"/tmp/film{suffix}")
        assert dialog.format.currentData() == name
        assert dialog.export.isEnabled()
    qtbot.keyClicks(dialog.path, "x")
    assert dialog.format.currentData() == "gif"
    assert not dialog.export.isEnabled()
    assert "does not end with .gif" in dialog.problem.text()


def test_a_name_without_an_ending_gets_that_of_the_format(dialog, tmp_path, until):
    dialog.path.setText(str(tmp_path / "film"))
    dialog.begin()
    until(lambda: not dialog.running, 20_000)
    assert [path.name for path in tmp_path.iterdir()] == ["film.gif"]
