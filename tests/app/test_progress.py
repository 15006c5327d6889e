"""Progress: a line that moves on a terminal, now and then a line in a log."""

import io
import os

import pytest

from rnnviz.app import progress
from rnnviz.app.progress import Bar, clock


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def now(monkeypatch):
    """A clock that the test moves."""
    time = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: time[0])
    return time


@pytest.mark.parametrize(("seconds", "text"), [(0.4, "0:00"), (7, "0:07"), (750, "12:30"), (3725, "1:02:05")])
def test_time_left_as_a_clock(seconds, text):
    assert clock(seconds) == text


def test_on_a_terminal_one_line_moves_and_is_wiped(now, monkeypatch):
    monkeypatch.setattr(progress.shutil, "get_terminal_size", lambda: os.terminal_size((70, 24)))
    terminal = Terminal()
    with Bar("film.gif", terminal) as bar:
        for k in range(1, 101):
            now[0] += 0.05
            bar.show(k, 100, (100 - k) * 0.05)
    looks = terminal.getvalue().split("\r")
    assert "\n" not in terminal.getvalue()
    assert 30 <= len(looks) <= 55  # ten looks a second at most
    assert all(len(look) <= 69 for look in looks)
    assert any("0:02 left" in look and "█" in look for look in looks)
    assert not looks[-2].strip()  # wiped


def test_a_narrow_terminal_gets_no_second_line(now, monkeypatch):
    monkeypatch.setattr(progress.shutil, "get_terminal_size", lambda: os.terminal_size((20, 24)))
    terminal = Terminal()
    with Bar("a-film-with-a-long-name.gif", terminal) as bar:
        now[0] += 1
        bar.show(1, 2, 3.0)
    assert all(len(look) <= 19 for look in terminal.getvalue().split("\r"))


def test_a_log_gets_few_whole_lines(now):
    log = io.StringIO()
    with Bar("film.gif", log) as bar:
        for k in range(1, 1001):
            now[0] += 0.05
            bar.show(k, 1000, (1000 - k) * 0.05, "loss 0.1")
    lines = log.getvalue().splitlines()
    assert 4 <= len(lines) <= 5
    assert "\r" not in log.getvalue()
    assert all(line.startswith("film.gif") and line.endswith("loss 0.1") for line in lines)


def test_what_ends_soon_says_nothing_in_a_log(now):
    log = io.StringIO()
    with Bar("film.gif", log) as bar:
        bar.show(1, 2, 0.1)
    assert log.getvalue() == ""


def test_no_stderr_at_all():
    """As in a program without a console on Windows."""
    bar = Bar("film.gif")
    bar._stream = None
    with bar:
        bar.show(1, 2, 0.1)
