"""The bytes of a file that a person named, or one sentence that says why not."""

import math
import stat
from pathlib import Path

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import shortened
from rnnviz.words import QT_TRANSLATE_NOOP

MAX_BYTES = 64 << 20


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """The contents of an ordinary file of at most so many bytes; its size is checked before it is read.

    Errors: InputError when there is no such file, it is a folder or a device, too large, or may not be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(QT_TRANSLATE_NOOP("errors", "“{name}” is a folder; give a file."), name=path.name)
        if not stat.S_ISREG(status.st_mode):
            raise InputError(QT_TRANSLATE_NOOP("errors", "“{name}” is not an ordinary file."), name=path.name)
        if status.st_size > most:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{name}” has {size} MB; at most {most} MB are read."),
                name=path.name,
                size=math.ceil(status.st_size / (1 << 20)),
                most=most >> 20,
            )
        return path.read_bytes()
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError(QT_TRANSLATE_NOOP("errors", "There is no file “{path}”."), path=path) from None
    except PermissionError:
        raise InputError(QT_TRANSLATE_NOOP("errors", "You are not allowed to read “{path}”."), path=path) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{path}” cannot be read: {reason}."),
            path=shortened(str(path)),
            reason=getattr(error, "strerror", None) or error,
        ) from None
