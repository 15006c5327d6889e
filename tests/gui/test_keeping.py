"""Unsaved work: what counts as such, where it is kept, whose it is, and what comes of files that cannot be read."""

import errno
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from rnnviz.gui.control import shelf as shelves
from rnnviz.gui.control.keeper import Keeper
from rnnviz.gui.control.shelf import MOST, Shelf
from rnnviz.inputs.text import read_text
from rnnviz.session import files
from rnnviz.session.start import fresh_state, initial
from rnnviz.session.state import Session

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "unsaved"


@pytest.fixture
def shelf(folder):
    made = Shelf(folder)
    yield made
    made.close()


@pytest.fixture
def kept(qtbot, shelf):
    """A keeper of a session that nothing runs, with its window and what it says."""
    return make(qtbot, shelf)


def make(qtbot, shelf, save=files.save):
    window = QWidget(windowTitle="work[*]")
    qtbot.addWidget(window)
    session = Session(initial())
    keeper = Keeper(window, session, save, shelf)
    said = []
    keeper.said.connect(lambda kind, sentence: said.append((kind, sentence)))
    keeper.test = window, session, said
    return keeper


def full_disk(state, path):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def sessions(folder):
    """The names of those that are written to their end; others begin with a dot."""
    return sorted(path.name for path in folder.glob("[!.]*.rnnviz")) if folder.exists() else []


def typed(text):
    return {"sequence": read_text(text, "bits")}


def test_what_was_changed_since_it_was_opened_or_saved_is_unsaved(kept, tmp_path):
    window, session, _ = kept.test
    assert not kept.unsaved
    session.update(position=replace(session.state.position, t=2), speed=2.0)
    assert not kept.unsaved
    session.update(**typed("1 1"))
    assert kept.unsaved
    assert window.isWindowModified()
    session.undo()
    assert not window.isWindowModified()
    session.redo()
    kept.saved(tmp_path / "mine.rnnviz")
    assert not window.isWindowModified()
    assert kept.path == tmp_path / "mine.rnnviz"
    session.undo()
    assert window.isWindowModified()
    assert kept.path == tmp_path / "mine.rnnviz"


def test_nothing_is_written_where_nothing_is_unsaved(kept, folder):
    assert kept.finish()
    assert not folder.exists()


def test_closing_keeps_unsaved_work_and_saving_takes_it_from_the_shelf(kept, folder, tmp_path):
    _, session, _ = kept.test
    session.update(**typed("1 1 0"))
    assert kept.finish()
    (name,) = sessions(folder)
    assert files.load(folder / name).sequence.text == "1 1 0"
    kept.saved(tmp_path / "mine.rnnviz")
    assert sessions(folder) == []


def test_undone_work_is_not_kept(kept, folder):
    _, session, _ = kept.test
    session.update(**typed("1 1 0"))
    assert kept.finish()
    session.undo()
    assert kept.finish()
    assert sessions(folder) == []


def test_work_that_another_document_replaces_is_kept_and_undo_goes_on_with_it(kept, folder, tmp_path):
    _, session, _ = kept.test
    kept.saved(tmp_path / "first.rnnviz")
    session.update(**typed("1 1 0"))
    first = session.state
    other = fresh_state(cell="gru")
    session.update(task=other.task, network=other.network, sequence=other.sequence, document=other.document)
    assert not kept.unsaved
    assert kept.path is None
    kept._join()
    (name,) = sessions(folder)
    assert files.load(folder / name).sequence.text == "1 1 0"
    session.undo()
    assert session.state.sequence is first.sequence
    assert kept.unsaved
    assert kept.path == tmp_path / "first.rnnviz"
    assert kept.finish()
    assert sessions(folder) == [name]
    kept.saved(tmp_path / "first.rnnviz")
    assert sessions(folder) == []
    session.redo()
    assert kept.finish()
    assert sessions(folder) == []


def test_once_a_minute_in_a_thread_and_never_the_same_work_twice(kept, folder, until, monkeypatch):
    _, session, _ = kept.test
    written = []
    kept._save = lambda state, path: (written.append(threading.current_thread().name), files.save(state, path))
    assert not kept._timer.isActive()
    session.update(**typed("1 1 0"))
    assert kept._timer.isActive()
    assert kept._timer.interval() == 60_000
    session.update(**typed("1 1"))
    kept._timer.setInterval(1)
    until(lambda: len(written) == 1)
    until(lambda: not kept._timer.isActive())
    assert written == ["rnnviz-keeper"]
    assert kept.finish()
    assert len(written) == 1
    (name,) = sessions(folder)
    assert files.load(folder / name).sequence.text == "1 1"
    session.update(**typed("0"))
    until(lambda: len(written) == 2)
    assert kept.finish()
    assert sessions(folder) == [name]


def test_a_slow_disk_does_not_hold_up_the_window(qtbot, shelf, folder, until):
    gate = threading.Event()
    kept = make(qtbot, shelf, lambda state, path: (gate.wait(10), files.save(state, path)))
    _, session, _ = kept.test
    kept._timer.setInterval(1)
    session.update(**typed("1 1 0"))
    until(lambda: kept._thread is not None)
    session.update(**typed("1 1"))
    qtbot.wait(20)
    assert sessions(folder) == []
    gate.set()
    until(lambda: [files.load(folder / name).sequence.text for name in sessions(folder)] == ["1 1"])
    assert kept.finish()


@pytest.mark.parametrize(("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only")])
def test_where_it_cannot_be_kept_it_is_said_once_and_the_window_stays_once(qtbot, shelf, folder, until, code, words):
    def fail(state, path):
        raise OSError(code, os.strerror(code))

    full = fail

    kept = make(qtbot, shelf, lambda state, path: full(state, path))
    _, session, said = kept.test
    kept._timer.setInterval(1)
    session.update(**typed("1 1 0"))
    until(lambda: bool(said))
    assert said[0][0] == "error"
    assert words in said[0][1]
    session.update(**typed("1 1 1"))
    qtbot.wait(30)
    assert len(said) == 1
    assert not kept.finish()
    qtbot.wait(30)
    assert "close again" in said[-1][1]
    assert kept.finish()
    full = files.save
    session.update(**typed("1 0 1"))
    assert kept.finish()
    assert files.load(folder / sessions(folder)[0]).sequence.text == "1 0 1"
    qtbot.wait(10)
    full = fail
    session.update(**typed("1"))
    assert not kept.finish()
    qtbot.wait(30)
    assert "close again" in said[-1][1]


def test_a_full_disk_leaves_no_temporary_file(kept, folder, monkeypatch):
    _, session, said = kept.test
    session.update(**typed("1 1 0"))
    assert kept.finish()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("rnnviz.paths.os.fsync", full)
    session.update(**typed("1 1 1"))
    assert not kept.finish()
    assert "disk is full" in said[-1][1]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_that_cannot_be_made_is_said(qtbot, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    kept = make(qtbot, Shelf(tmp_path / "file" / "unsaved"))
    _, session, said = kept.test
    session.update(**typed("1 1 0"))
    assert not kept.finish()
    assert said[-1][0] == "error"
    assert str(tmp_path / "file") in said[-1][1]


def test_a_folder_that_is_read_only_is_said_and_offers_nothing(qtbot, folder):
    old = Shelf(folder)
    path = lay(old)
    old.close()
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("nothing is read-only for this user")
        shelf = Shelf(folder)
        assert shelf.left() == []
        kept = make(qtbot, shelf)
        _, session, said = kept.test
        session.update(**typed("1 1 0"))
        assert not kept.finish()
        assert "cannot be written to" in said[-1][1]
    finally:
        folder.chmod(0o700)
    assert list(folder.iterdir()) == [path]
    assert kept.finish()
    assert Shelf(folder).left() == [path]


def test_work_that_could_not_be_kept_at_first_is_this_program_s_all_the_same(qtbot, folder):
    shelf = Shelf(folder)
    kept = make(qtbot, shelf)
    _, session, _ = kept.test
    folder.write_text("a file is in the way")
    session.update(**typed("1 1 0"))
    assert not kept.finish()
    folder.unlink()
    assert kept.finish()
    assert len(sessions(folder)) == 1
    assert Shelf(folder).left() == []
    shelf.close()
    assert len(Shelf(folder).left()) == 1


def test_no_failure_lets_the_window_close_unasked(qtbot, shelf):
    def fail(state, path):
        raise MemoryError("no room")

    kept = make(qtbot, shelf, fail)
    _, session, said = kept.test
    session.update(**typed("1 1 0"))
    assert not kept.finish()
    assert said[-1][1].endswith("no room")


def test_who_saved_after_closing_was_refused_is_asked_again(qtbot, shelf, tmp_path):
    kept = make(qtbot, shelf, full_disk)
    _, session, _ = kept.test
    session.update(**typed("1 1 0"))
    assert not kept.finish()
    kept.saved(tmp_path / "mine.rnnviz")
    session.update(**typed("1 1 1"))
    assert not kept.finish()


def test_work_that_could_not_be_kept_when_another_document_came_is_tried_again_at_the_end(qtbot, shelf, folder):
    save = full_disk
    kept = make(qtbot, shelf, lambda state, path: save(state, path))
    _, session, _ = kept.test
    session.update(**typed("1 1 0"))
    other = fresh_state(cell="gru")
    session.update(task=other.task, network=other.network, sequence=other.sequence, document=other.document)
    assert not kept.unsaved
    assert not kept.finish()
    save = files.save
    assert kept.finish()
    (name,) = sessions(folder)
    assert files.load(folder / name).sequence.text == "1 1 0"


def test_when_its_folder_is_removed_work_is_kept_again_and_still_this_program_s(kept, folder, shelf):
    _, session, _ = kept.test
    session.update(**typed("1 1 0"))
    assert kept.finish()
    shutil.rmtree(folder)
    assert kept.finish()
    (name,) = sessions(folder)
    other = Shelf(folder)
    assert other.left() == []
    shelf.close()
    assert [path.name for path in other.left()] == [name]
    other.close()


def test_without_a_shelf_there_is_only_the_mark(qtbot):
    kept = make(qtbot, None)
    window, session, said = kept.test
    session.update(**typed("1 1 0"))
    assert window.isWindowModified()
    assert kept.finish()
    assert said == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["edit", "open", "undo", "redo", "save", "minute", "close"]), max_size=30))
def test_whatever_is_done_the_shelf_holds_the_unsaved_work_of_every_document(tmp_path_factory, qapp, steps):
    """Against a model: by document, what its file and what the shelf should hold."""
    folder = tmp_path_factory.mktemp("model") / "unsaved"
    shelf, window, session = Shelf(folder), QWidget(windowTitle="work[*]"), Session(initial())
    start = session.state
    keeper = Keeper(window, session, lambda state, path: path.write_text(state.sequence.text), shelf)
    saved, held = {start.document: start.sequence}, {}

    def look(state):
        same = saved[state.document] is state.sequence
        held[state.document] = None if same else state.sequence.text

    for number, step in enumerate(steps):
        before, work = session.state, typed("1 " * (number + 1))
        if step == "edit":
            session.update(**work)
        elif step == "open":
            session.update(**work, document=object())
            saved[session.state.document] = session.state.sequence
        elif step == "save":
            keeper.saved(folder / "elsewhere")
            saved[before.document] = before.sequence
            look(session.state)
        elif step in ("undo", "redo"):
            getattr(session, step)()
        else:
            keeper._now_and_then() if step == "minute" else keeper.finish()
            look(session.state)
        if session.state.document is not before.document:
            look(before)
        assert window.isWindowModified() == (saved[session.state.document] is not session.state.sequence)
        keeper._join()
        there = sorted(path.read_text() for path in folder.glob("*.rnnviz"))
        assert there == sorted(text for text in held.values() if text is not None)
    window.deleteLater()
    shelf.close()


# The folder, and who its sessions belong to


def lay(shelf, text="1 1 0"):
    path = shelf.place()
    files.save(replace(initial(), **typed(text)), path)
    return path


def test_two_programs_keep_apart_and_what_one_leaves_the_next_takes_over(folder):
    first, second = Shelf(folder), Shelf(folder)
    one, other = lay(first), lay(second)
    assert one != other
    for path in folder.glob("*.lock"):
        os.utime(path, (1e9, 1e9))
    assert first.left() == second.left() == Shelf(folder).left() == []
    first.close()
    assert second.left() == [one]
    third = Shelf(folder)
    assert third.left() == []
    second.close()
    assert set(third.left()) == {one, other}
    third.close()
    assert [path.suffix for path in folder.iterdir()] == [".rnnviz", ".rnnviz"]


CRASH = """
import os, sys
from pathlib import Path
from rnnviz.gui.control.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]))
path = shelf.place()
path.write_bytes(b"what was written before")
path.with_name(f".{path.stem}-abcd1234.part.rnnviz").write_bytes(b"half of")
print(path.name, flush=True)
sys.stdin.read()
os._exit(9)
"""


def test_a_program_that_crashes_leaves_its_work_to_the_next_and_no_half_file(folder):
    program = subprocess.Popen(
        [sys.executable, "-c", CRASH, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    name = program.stdout.readline().strip()
    mine = Shelf(folder)
    assert mine.left() == []
    program.communicate()
    assert program.returncode == 9
    assert [path.name for path in mine.left()] == [name]
    mine.close()
    assert [path.name for path in folder.iterdir()] == [name]


def test_half_a_file_of_a_program_that_left_nothing_else_goes(folder, shelf):
    folder.mkdir()
    (folder / f".{'ab' * 16}-1-abcd1234.part.rnnviz").write_bytes(b"half of")
    mine = shelf.place()
    half = folder / f".{mine.stem}-abcd1234.part.rnnviz"
    half.write_bytes(b"under way")
    assert shelf.left() == []
    shelf.close()
    assert list(folder.iterdir()) == [half]


def test_the_newest_comes_first_and_of_many_the_oldest_are_given_up(folder):
    old = Shelf(folder)
    paths = [old.place() for _ in range(MOST + 3)]
    for age, path in enumerate(paths):
        path.write_bytes(b"")
        os.utime(path, (1e9 - age, 1e9 - age))
    old.close()
    new = Shelf(folder)
    assert new.left() == paths[:MOST]
    assert set(folder.glob("*.rnnviz")) == set(paths[:MOST])
    new.close()


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1), max_size=5)
)
def test_other_files_in_the_folder_are_left_alone(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("unsaved")
    made = set()
    for name in names:
        try:
            (folder / name).write_bytes(b"of somebody else")
            made.add(name)
        except OSError:
            continue
    shelf = Shelf(folder)
    assert shelf.left() == []
    shelf.close()
    assert {path.name for path in folder.iterdir()} == {name for name in made if (folder / name).exists()}
    assert len(list(folder.iterdir())) == len({os.path.normcase(name) for name in made})


def test_what_cannot_be_removed_or_renamed_stays(folder, shelf):
    path = shelf.place()
    path.mkdir()
    (path / "inside").write_text("x")
    shelves.discard(path)
    assert path.is_dir()
    assert shelf.set_aside(path).is_dir()
    assert shelf.set_aside(folder / "gone") == folder / "gone"
