"""What every experiment is, and what it reports."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Curve:
    """x, y (N,). style: line, or points with a dot at each; theory for what was not measured; beside for what goes with
    the curve before and has its colour. The last two are dashed. name: “” where the legend's heading says it."""

    name: str
    x: Floats
    y: Floats
    style: Literal["line", "points", "theory", "beside"] = "line"


@dataclass(frozen=True, eq=False)
class Chart:
    """Curves in one frame; log: whether the axis is logarithmic. What is not positive is left out there. heading: over
    the names of the curves, “” for none."""

    title: str
    x_name: str
    y_name: str
    curves: tuple[Curve, ...]
    log_x: bool = False
    log_y: bool = True
    heading: str = ""


@dataclass(frozen=True, eq=False)
class Report:
    """A table (as many columns as names) and charts. All words are marked for translation in “experiments”."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]
    charts: tuple[Chart, ...]


class Experiment(ABC):
    """One result from the literature, measured again."""

    name: ClassVar[str]  # what people type
    title: ClassVar[str]  # marked for translation in the context "experiments"
    claim: ClassVar[str]  # what the literature says, in one sentence, marked as well
    source: ClassVar[str]  # paper, year

    @abstractmethod
    def run(self, quick: bool = False, seed: int = 0) -> Report:
        """Measure it. quick: smaller and with fewer repetitions, in about a second; the same seed gives the same
        numbers (but for what is measured in seconds)."""


experiments: Registry[Experiment] = Registry(QT_TRANSLATE_NOOP("kinds", "experiment"), "rnnviz.experiments")


def table(report: Report, translate: Any = lambda words: words) -> str:
    """The rows in aligned columns, numbers with four digits."""
    cells = [[translate(name) for name in report.columns]]
    cells += [[v if isinstance(v, str) else f"{v:.4g}" for v in row] for row in report.rows]
    widths = [max(len(row[k]) for row in cells) for k in range(len(report.columns))]
    lines = []
    for row in cells:
        first, rest = row[0].ljust(widths[0]), [v.rjust(w) for v, w in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)
