"""What every file format offers, and the registry that finds it by name or by the end of a file's name."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Generic, Literal, TypeVar

from rnnviz.errors import InputError
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP

Source = TypeVar("Source")


class Cancelled(Exception):  # noqa: N818 - it is a wish that was granted, not an error
    """The person who asked for a file does not want it any more; nothing was left behind."""


class Exporter(ABC, Generic[Source]):
    """One file format. Its source is `Frames` (kinds film and still) or `Trace` (kind trace).

    What a format cannot do is said by its class variables, so that the film is planned for the format and not bent
    while it is written: `most_fps`, `even` (width and height must be even), `sampled` (how many frames it looks at
    before it begins).
    """

    name: ClassVar[str]  # what people type
    title: ClassVar[str]  # what they read, marked for translation in the context "formats"
    suffix: ClassVar[str]  # how file names end, with the dot
    kind: ClassVar[Literal["film", "still", "trace"]]
    encoder: ClassVar[str | None] = None  # the name of the encoder that PyAV must have
    most_fps: ClassVar[int | None] = None
    even: ClassVar[bool] = False
    sampled: ClassVar[int] = 0
    several: ClassVar[bool] = False  # many files, placed by the format itself

    @abstractmethod
    def write(self, source: Source, path: Path) -> None:
        """Write all of `source` to `path`, a temporary that becomes the film when this returns.

        Errors: OSError from the file system; Cancelled from the frames; InputError when the file, read again, does
        not hold what was written.
        """

    def problem(self) -> InputError | None:
        """Why this format cannot be written on this machine, or None."""
        if self.encoder is None:
            return None
        from rnnviz.export.codec import missing

        return missing(self.encoder)


formats: Registry[Exporter[Any]] = Registry(QT_TRANSLATE_NOOP("kinds", "format"), "rnnviz.export")


def format_for(path: Path, name: str | None = None, *, kinds: tuple[str, ...] = ("film", "still")) -> Exporter[Any]:
    """The format called `name`, or else the one whose suffix `path` has.

    Errors: InputError for a name or suffix that none of these kinds has, and for a format whose encoder is missing.
    """
    known = {key: formats[key] for key in formats if formats[key].kind in kinds}
    if name is not None:
        found = known.get(name)
    else:
        found = next((format_ for format_ in known.values() if format_.suffix == path.suffix.lower()), None)
    if found is None:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is not a format for this; choose {names}."),
            name=name or path.suffix or path.name,
            names=", ".join(f"{key} ({format_.suffix})" for key, format_ in known.items()),
        )
    if name is not None and path.suffix and not found.several and path.suffix.lower() != found.suffix:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{path} does not end with {suffix}, as the format “{name}” does; name it so."),
            path=path,
            suffix=found.suffix,
            name=name,
        )
    if problem := found.problem():
        raise problem
    return found
