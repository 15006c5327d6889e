"""Where a file is to go: said before the work begins when it cannot, and in one sentence when it fails."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

_SENTENCES = {
    errno.ENOSPC: QT_TRANSLATE_NOOP("errors", "The disk is full: {path} was not written; free some space there."),
    errno.EDQUOT: QT_TRANSLATE_NOOP("errors", "Your disk quota is used up: {path} was not written."),
    errno.EFBIG: QT_TRANSLATE_NOOP("errors", "{path} would be larger than a file may be there."),
    errno.EACCES: QT_TRANSLATE_NOOP("errors", "{folder} cannot be written to; choose a folder that is yours."),
    errno.EPERM: QT_TRANSLATE_NOOP("errors", "{folder} cannot be written to; choose a folder that is yours."),
    errno.EROFS: QT_TRANSLATE_NOOP("errors", "{folder} is read-only; choose a folder that is yours."),
    errno.ENOENT: QT_TRANSLATE_NOOP("errors", "There is no folder {folder}; make it first or choose another one."),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("errors", "{folder} is a file, not a folder; choose another place."),
    errno.EISDIR: QT_TRANSLATE_NOOP("errors", "{path} is a folder; give the name of a file in it."),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("errors", "The name {path} is too long."),
}
_OTHER = QT_TRANSLATE_NOOP("errors", "{path} could not be written: {reason}.")


def _refused(code: int | None, path: Path, reason: str) -> InputError:
    folder = path.absolute().parent
    if code == errno.ENOENT and folder.is_dir():  # as /proc answers: the folder is there and takes no file
        code = errno.EACCES
    return InputError(_SENTENCES.get(code or 0, _OTHER), path=path, folder=folder, reason=reason)


@contextlib.contextmanager
def placing(path: Path) -> Iterator[None]:
    """Turn the file system's errors while `path` is written into one sentence."""
    try:
        yield
    except OSError as error:
        raise _refused(error.errno, path, error.strerror or str(error)) from error


def check_place(path: Path, *, may_be_folder: bool = False) -> None:
    """Errors: InputError when `path` is a folder or a device, or its own folder is missing or cannot be written to."""
    folder = path.absolute().parent
    if "\0" in str(path):
        raise _refused(errno.EINVAL, Path(repr(str(path))), os.strerror(errno.EINVAL))
    with placing(path):
        kind = _kind(path)
        if kind == stat.S_IFDIR and not may_be_folder:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            # A device would be replaced, not written to, and /dev/null is missed by many.
            raise _refused(None, path, QT_TRANSLATE_NOOP("errors", "it is not an ordinary file"))
        if not stat.S_ISDIR(os.stat(folder).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _kind(path: Path) -> int:
    """The type bits of what is there: 0 for nothing."""
    try:
        return stat.S_IFMT(os.stat(path).st_mode)
    except FileNotFoundError:
        return 0
