"""NPZ: every array of a run by its name, for NumPy."""

from pathlib import Path
from typing import Any

import numpy as np

from rnnviz.export.base import Exporter, formats
from rnnviz.export.trace import Run
from rnnviz.words import QT_TRANSLATE_NOOP


class Npz(Exporter[Run]):
    """Arrays (T, units) under their names, and the T symbols as “symbols”; read it with numpy.load."""

    name = "npz"
    title = QT_TRANSLATE_NOOP("formats", "NPZ arrays: every named array of a run, for NumPy")
    suffix = ".npz"
    kind = "trace"

    def write(self, source: Run, path: Path) -> None:
        arrays: dict[str, Any] = {**source.arrays, "symbols": np.array(source.labels, dtype=np.str_)}
        np.savez_compressed(path, **arrays)


formats.add(Npz.name, Npz())
