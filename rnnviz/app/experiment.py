"""`rnnviz experiment`: a classic result about gradients, measured again: a table, and plots as a picture."""

import argparse
from pathlib import Path

from rnnviz.app.painter import painter
from rnnviz.app.work import check_out
from rnnviz.errors import InputError
from rnnviz.experiments.base import experiments, table
from rnnviz.export.place import placing
from rnnviz.export.png import write_png
from rnnviz.figure.palette import THEMES
from rnnviz.figure.plots.chart import chart_drawing
from rnnviz.paths import atomic_path
from rnnviz.words import QT_TRANSLATE_NOOP, translate

WIDE, SINGLE, HIGH = 1280, 820, 520

EPILOG = QT_TRANSLATE_NOOP(
    "app",
    """The names are listed by “rnnviz list experiments”. The same seed gives the same numbers, but
for those in seconds.

examples:
  rnnviz experiment singular-value
  rnnviz experiment orthogonal --picture orthogonal.png --theme dark
  rnnviz experiment clipping --quick""",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help=translate("app", "which one, see “rnnviz list experiments”"))
    help = translate("app", "also draw it: a .png file")
    parser.add_argument("--picture", metavar="FILE", dest="out", type=Path, help=help)
    help = translate("app", "replace FILE if it is there already")
    parser.add_argument("-f", "--force", action="store_true", help=help)
    help = translate("app", "light or dark (light)")
    parser.add_argument("--theme", choices=tuple(THEMES), default="light", help=help)
    help = translate("app", "a smaller version, in about a second")
    parser.add_argument("--quick", action="store_true", help=help)
    parser.add_argument("--seed", metavar="N", default="0", help=translate("app", "of all that is drawn by chance (0)"))


def run(args: argparse.Namespace) -> int:
    experiment, seed = experiments[args.name], _seed(args.seed)
    if args.out is not None:
        if args.out.suffix.lower() != ".png":
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{path}” does not end with .png; the plots are a PNG picture."),
                path=args.out,
            )
        check_out(args)
    print(f"{translate('experiments', experiment.title)} ({experiment.source})")
    print(translate("experiments", experiment.claim))
    report = experiment.run(args.quick, seed)
    print()
    print(table(report, lambda words: translate("experiments", words)))
    if args.out is not None:
        width = WIDE if len(report.charts) > 1 else SINGLE
        title = translate("experiments", experiment.title)
        with painter() as render:
            picture = render(chart_drawing(report, title, THEMES[args.theme], width, HIGH))
        with placing(args.out), atomic_path(args.out) as temporary:
            write_png(picture, temporary)
        print()
        print(translate("app", "{path}: {width} × {height}").format(path=args.out, width=width, height=HIGH))
    return 0


def _seed(typed: str) -> int:
    if not typed.strip().isdecimal() or int(typed) >= 2**31:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{value}” is no seed; give a whole number from 0 to {most}."),
            value=typed,
            most=2**31 - 1,
        )
    return int(typed)
