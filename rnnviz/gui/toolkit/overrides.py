"""An error in what Qt calls of ours is reported like any other, whatever raised it."""

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject


def guard_overrides() -> None:
    """From now on, errors leave the overrides of every new subclass of QObject as objects.

    Before Python 3.12 an error that was raised in C (a list's IndexError, int's ValueError, a division by zero, a
    widget that Qt has deleted) travels as its words alone until something catches it. PySide 6.11 wants to put “Error
    calling Python override of …” before the words, takes them for the error itself, and the process ends by SIGSEGV
    with all that was not saved. Caught and raised again it is an object.
    """
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment, method-assign]


def _guard(cls: type) -> None:
    """Guard what a new class, or a class beside Qt's that it inherits from, has in the place of one of Qt's methods."""
    ours = [base for base in cls.__mro__ if not _is_qt(base) and base is not object]
    qt = next(base for base in cls.__mro__ if _is_qt(base))
    for name in {name for base in ours for name in vars(base) if not name.startswith("__") and hasattr(qt, name)}:
        found = inspect.getattr_static(cls, name)
        if inspect.isfunction(found) and found.__code__.co_name != "guarded":
            setattr(cls, name, _as_object(found))


def _is_qt(cls: type) -> bool:
    return cls.__module__.startswith("PySide6.")


def _as_object(override: Callable[..., Any]) -> Callable[..., Any]:
    code = override.__code__
    most = None if code.co_flags & inspect.CO_VARARGS else code.co_argcount

    @functools.wraps(override)
    def guarded(*args: Any, **named: Any) -> Any:
        try:
            # PySide gives a slot as many arguments as it names, but all of them to one that takes any number.
            return override(*args[:most], **named)
        except BaseException:  # catching it is what makes it an object
            raise

    return guarded
