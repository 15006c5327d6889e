"""`rnnviz export`: a film or a picture of the stage, without a screen."""

import argparse
import re
import sys
from dataclasses import replace

from rnnviz.app.flags import add_flags, given
from rnnviz.app.painter import painter
from rnnviz.app.progress import Bar
from rnnviz.app.work import add_out, add_source, check_out, footage_of
from rnnviz.errors import InputError
from rnnviz.export.base import format_for
from rnnviz.export.film import NetworkFootage, film_of
from rnnviz.export.footage import Footage
from rnnviz.export.options import STAGE, FilmOptions
from rnnviz.export.place import check_place
from rnnviz.network.parameters import cell_of
from rnnviz.session.state import NOTATIONS, Opened, Seen
from rnnviz.words import QT_TRANSLATE_NOOP, translate

EPILOG = QT_TRANSLATE_NOOP(
    "app",
    """The end of OUT says the format; a name without one is a folder of numbered pictures. A .png is one picture, of
the end of clock --to. Nothing is left behind when the export fails or is interrupted. A file that is there already is
only replaced with --force, and a folder that holds something never.

examples:
  rnnviz export parity.gif --preset parity --sequence "1 0 1 1"
  rnnviz export parity.mp4 --size 1920x1080 --fps 60 --speed 0.5 --theme dark
  rnnviz export clock3.png --to 3 --no-tracks
  rnnviz export inside.mp4 --inside 2
  rnnviz export way.png --shows trajectory --colour symbol
  rnnviz export text.png --shows symbols --quantity f --unit 2
  rnnviz export frames --format png-sequence""",
)

NAMES = {"first": "from", "last": "to"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser, translate("app", "the file, or folder, to make"))
    add_source(parser)
    film = parser.add_argument_group(translate("app", "the film"))
    help = translate("app", "what “rnnviz list formats” names; otherwise the end of OUT decides")
    film.add_argument("--format", metavar="NAME", help=help)
    film.add_argument("--size", metavar="WxH", help=translate("app", "width and height in pixels (1280x720)"))
    help = translate("app", "open the cell and show this unit, from 1; 0 shows all units")
    film.add_argument("--inside", metavar="UNIT", type=int, help=help)
    help = translate("app", "letters of the weights in an open cell: {names}").format(names=", ".join(NOTATIONS))
    film.add_argument("--notation", choices=NOTATIONS, metavar="NAME", help=help)
    help = translate("app", "X at the left and S at the right of each clock's column, not below and above")
    film.add_argument("--sideways", action="store_true", help=help)
    _add_seen(film)
    add_flags(film, FilmOptions, skip=("width", "height"), names=NAMES)


def run(args: argparse.Namespace) -> int:
    exporter = format_for(args.out, args.format)
    options = FilmOptions(**_size(args.size), **given(FilmOptions, args))
    footage = _drawn(_inside(footage_of(args), args.inside), args.notation, args.sideways)
    footage = _seeing(footage, args, options.shows)
    options.clocks(footage.steps)
    if exporter.several:  # it replaces no picture, whatever the flags
        check_place(args.out, may_be_folder=True)
    else:
        check_out(args)
    with painter() as render, Bar(args.out.name) as bar:
        made = film_of(footage, options, render, args.out, exporter=exporter, progress=bar.show)
    for note in made.notes:
        print(f"rnnviz: {note}", file=sys.stderr)
    words = translate("app", "{path}: {width} × {height}")
    if exporter.kind == "film":
        words = translate("app", "{path}: {frames} frames of {width} × {height}, {seconds:.2f} s")
    print(words.format(**vars(made)))
    return 0


def _inside(footage: Footage, unit: int | None) -> Footage:
    """The footage with its cells open. Errors: InputError where there is no such cell or unit."""
    if unit is None:
        return footage
    if not isinstance(footage, NetworkFootage):
        raise InputError(QT_TRANSLATE_NOOP("errors", "A network of patterns has no cells to open; leave out --inside."))
    hidden = footage.state.network.spec.hidden
    if not 0 <= unit <= hidden:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no unit {unit}; give one from 1 to {hidden}, or 0 for all."),
            unit=unit,
            hidden=hidden,
        )
    return replace(footage, state=replace(footage.state, opened=Opened(1, unit - 1)))


def _drawn(footage: Footage, notation: str | None, sideways: bool) -> Footage:
    """The footage with these letters and in this direction; networks of patterns have neither."""
    if not isinstance(footage, NetworkFootage):
        return footage
    state = replace(footage.state, notation=notation or footage.state.notation, sideways=sideways)
    return replace(footage, state=state)


def _add_seen(film: argparse._ActionsContainer) -> None:
    help = translate("app", "what the symbols are coloured by: h or a gate's letter (h)")
    film.add_argument("--quantity", metavar="NAME", help=help)
    help = translate("app", "by its gradient instead of its value")
    film.add_argument("--gradient", action="store_true", help=help)
    help = translate("app", "whose value or gradient, from 1; also the one by which clocks are alike (all)")
    film.add_argument("--unit", metavar="N", type=int, help=help)
    help = translate("app", "of the trajectory: time or symbol (time)")
    film.add_argument("--colour", choices=("time", "symbol"), metavar="NAME", help=help)


def _seeing(footage: Footage, args: argparse.Namespace, shows: str) -> Footage:
    """The footage with what is asked for of a view of the state. Errors: InputError for what the network lacks."""
    if not isinstance(footage, NetworkFootage):
        if shows != STAGE:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A network of patterns has no state over time; leave out --shows.")
            )
        return footage
    state = footage.state
    names = [gate.name for gate in cell_of(state.network.spec).gates]
    name = args.quantity or state.seen.quantity
    if args.quantity is not None and name not in names:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "This cell has no “{name}”; give one of {names}."),
            name=name,
            names=", ".join(names),
        )
    unit, hidden = 1 if args.unit is None else args.unit, state.network.spec.hidden
    if not 1 <= unit <= hidden:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no unit {unit}; give one from 1 to {hidden}."),
            unit=unit,
            hidden=hidden,
        )
    seen = Seen(name, args.gradient, unit - 1, args.unit is not None, args.colour or state.seen.colour)
    return replace(footage, state=replace(state, seen=seen))


def _size(typed: str | None) -> dict[str, int]:
    if typed is None:
        return {}
    match = re.fullmatch(r"\s*(\d{1,6})\s*[xX×*]\s*(\d{1,6})\s*", typed)
    if match is None:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The size “{value}” is not width and height; give it like 1280x720."),
            value=typed,
        )
    return {"width": int(match[1]), "height": int(match[2])}
