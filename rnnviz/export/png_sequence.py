"""Numbered PNG pictures, one a frame, for editing programs: all of them or none."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rnnviz.errors import InputError
from rnnviz.export.background import in_background
from rnnviz.export.base import Exporter, formats
from rnnviz.export.frames import Frame, Frames
from rnnviz.export.png import write_png
from rnnviz.words import QT_TRANSLATE_NOOP


class PngSequence(Exporter[Frames]):
    """`name.png` makes name-0001.png and so on beside it; a name without a suffix is a folder, new or empty."""

    name = "png-sequence"
    title = QT_TRANSLATE_NOOP("formats", "PNG sequence: one numbered picture a frame, in a folder")
    suffix = ""
    kind = "film"
    several = True

    def write(self, source: Frames, path: Path) -> None:
        numbered = path.suffix.lower() == ".png"
        digits = max(4, len(str(len(source))))
        stem = path.stem if numbered else "frame"
        names = [f"{stem}-{k:0{digits}d}.png" for k in range(1, len(source) + 1)]
        _refuse_to_replace(path, [path.with_name(name) for name in names] if numbered else [])
        work = Path(tempfile.mkdtemp(prefix=f".{path.stem}-", suffix=".part", dir=path.parent))
        try:

            def write_all(arriving: Iterator[Frame]) -> None:
                for name, frame in zip(names, arriving, strict=True):
                    write_png(frame, work / name)

            in_background(source, write_all)
            if numbered:
                _move_all(work, path.parent, names)
            else:
                work.chmod(0o755)
                if path.is_dir():
                    path.rmdir()  # fails when something was put in meanwhile
                work.rename(path)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _refuse_to_replace(path: Path, targets: list[Path]) -> None:
    taken = next((target for target in targets if target.exists()), None)
    if taken is not None:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{path} is already there; give a name that no picture begins with."), path=taken
        )
    if not targets and path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{path} is not an empty folder; give a new or an empty one."), path=path
        )


def _move_all(work: Path, folder: Path, names: list[str]) -> None:
    """Every picture to its place, or none: what was moved is taken back when one cannot be."""
    moved: list[Path] = []
    try:
        for name in names:
            if (folder / name).exists():
                raise FileExistsError(17, os.strerror(17), str(folder / name))
            (work / name).rename(folder / name)
            moved.append(folder / name)
    except BaseException:
        for path in moved:
            path.unlink()
        raise


formats.add(PngSequence.name, PngSequence())
