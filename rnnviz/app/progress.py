"""Progress on stderr: one line that moves on a terminal, a line now and then in a log."""

import shutil
import sys
import time
from typing import TextIO

from rnnviz.words import translate

MOVES = 0.1  # seconds between two looks of the moving line
LINES = 10.0  # seconds between two lines of a log


class Bar:
    """Shows how much is done and how long the rest will take; a `with` block ends the moving line."""

    def __init__(self, title: str, stream: TextIO | None = None) -> None:
        self._title = title
        self._stream = stream or sys.stderr
        self._moving = bool(self._stream and self._stream.isatty())
        self._next = time.monotonic() + (0.0 if self._moving else LINES)
        self._shown = 0

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print("\r" + " " * self._shown + "\r", end="", file=self._stream, flush=True)
            self._shown = 0

    def show(self, done: int, total: int, seconds_left: float, note: str = "") -> None:
        """`done` of `total`, and what else is worth knowing; called as often as one likes."""
        now = time.monotonic()
        if self._stream is None or now < self._next:
            return
        share = done / max(1, total)
        left = translate("app", "{time} left").format(time=clock(seconds_left))
        words = f"{share:4.0%}  {done}/{total}  {left}" + (f"  {note}" if note else "")
        if not self._moving:
            self._next = now + LINES
            print(f"{self._title} {words.strip()}", file=self._stream, flush=True)
            return
        self._next = now + MOVES
        columns = shutil.get_terminal_size().columns
        room = min(40, columns - len(self._title) - len(words) - 6)
        bar = f" {'█' * round(room * share):·<{room}}" if room >= 8 and _can_write(self._stream, "█·") else ""
        line = f"{self._title}{bar} {words}"[: max(1, columns - 1)]
        print(f"\r{line:<{self._shown}}", end="", file=self._stream, flush=True)
        self._shown = len(line)


def clock(seconds: float) -> str:
    """“0:07”, “12:30”, “1:02:05”."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


def _can_write(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
