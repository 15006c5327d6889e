"""The folder in which a program keeps work that is in no file of the person's, so that a later start can offer it."""

import contextlib
import re
from itertools import count
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from rnnviz.session.files import SUFFIX

MOST = 20  # sessions that nobody wanted back; of more, the oldest are given up
_OURS = re.compile(rf"([0-9a-f]{{32}})-\d+{re.escape(SUFFIX)}")
_STRAY = re.compile(rf"\.([0-9a-f]{{32}})-\d+-.*\.part{re.escape(SUFFIX)}")  # a program ended while it wrote


class Shelf:
    """Sessions are called after the program that wrote them, which holds a lock of that name as long as it runs: what
    it left without a lock is nobody's, also after a crash, and is taken over by the next program that looks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = uuid4().hex
        self._numbers = count(1)
        self._locks: dict[str, QLockFile] = {}

    def place(self, path: Path | None = None) -> Path:
        """A path for one more session, or the one that a session has; nobody else writes there, also where the folder
        was taken away meanwhile."""
        path = path or self._folder / f"{self._name}-{next(self._numbers)}{SUFFIX}"
        with contextlib.suppress(OSError):  # who writes there will say it
            self._folder.mkdir(parents=True, exist_ok=True)
        self._lock(path.name.partition("-")[0])
        return path

    def left(self) -> list[Path]:
        """What programs left that run no more, the newest first; it is this program's from now on."""
        for owner in {match[1] for _, match in self._named(_OURS) + self._named(_STRAY)}:
            self._lock(owner)
        for path in self._mine(_STRAY):
            discard(path)
        found = sorted(self._mine(_OURS), key=lambda path: path.lstat().st_mtime, reverse=True)
        for path in found[MOST:]:
            discard(path)
        return found[:MOST]

    def set_aside(self, path: Path) -> Path:
        """Give a session that cannot be read a name under which it is never offered again, and nothing overwrites."""
        target = path.with_name(f"unreadable-{path.name}")
        with contextlib.suppress(OSError):
            return path.replace(target)
        return path

    def close(self) -> None:
        """Leave everything to the next program."""
        while self._locks:
            self._locks.popitem()[1].unlock()

    def _lock(self, owner: str) -> None:
        """Become the owner, unless its program runs, or no lock can be written here."""
        file = self._folder / f"{owner}.lock"
        if owner in self._locks and not file.exists():
            self._locks.pop(owner).unlock()
        if owner not in self._locks:
            lock = QLockFile(str(file))
            lock.setStaleLockTime(0)  # however old: only the end of its process frees it
            if lock.tryLock(0):
                self._locks[owner] = lock

    def _named(self, pattern: re.Pattern[str]) -> list[tuple[Path, re.Match[str]]]:
        with contextlib.suppress(OSError):
            return [(path, match) for path in self._folder.iterdir() if (match := pattern.fullmatch(path.name))]
        return []

    def _mine(self, pattern: re.Pattern[str]) -> list[Path]:
        return [path for path, match in self._named(pattern) if match[1] in self._locks and match[1] != self._name]


def discard(path: Path) -> None:
    """Take a session away; one that cannot be removed stays."""
    with contextlib.suppress(OSError):
        path.unlink()
