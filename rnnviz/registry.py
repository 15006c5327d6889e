"""A registry finds things by the name that people type.

A variant (cell, task, film format) is one new file in its folder: the folder's registry imports every module that
lies beside it, and each module registers itself.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Generic, TypeVar

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP, translate

T = TypeVar("T")


class Registry(Generic[T]):
    """Named things of one kind, filled on first use by importing every module of `package`."""

    def __init__(self, kind: str, package: str) -> None:
        """kind: what one of them is called, marked with ``QT_TRANSLATE_NOOP("kinds", ...)``."""
        self.kind = kind
        self._package = package
        self._items: dict[str, T] = {}
        self._loaded = False

    def add(self, name: str, item: T) -> None:
        if name in self._items:
            raise ValueError(f"two {self.kind}s are called {name!r}")
        self._items[name] = item

    def __getitem__(self, name: str) -> T:
        self._load()
        try:
            return self._items[name]
        except KeyError:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "There is no {kind} “{name}”; there is {names}."),
                kind=translate("kinds", self.kind),
                name=name,
                names=", ".join(self._items),
            ) from None

    def __iter__(self) -> Iterator[str]:
        self._load()
        return iter(self._items)

    def _load(self) -> None:
        if not self._loaded:
            self._loaded = True
            package = importlib.import_module(self._package)
            for module in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
                importlib.import_module(f"{self._package}.{module}")
