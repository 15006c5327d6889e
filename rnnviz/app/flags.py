"""Options become flags of the command line: the name, the help, the bounds and the default come from the field."""

import argparse
import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from rnnviz.errors import InputError
from rnnviz.options import NO_NUMBER, NOT_WHOLE, accepted, options_of
from rnnviz.words import translate

Holder = TypeVar("Holder")


def add_flags(
    parser: argparse._ActionsContainer,
    holder: type[Any],
    *,
    skip: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
) -> None:
    """One flag for each option of a dataclass, except `skip`; `names` gives other names to some."""
    for name, (field, option) in options_of(holder).items():
        if name in skip:
            continue
        flag = "--" + (names or {}).get(name, name).replace("_", "-")
        help = translate("options", option.help or option.title)
        if field.type in (bool, "bool"):
            default = flag if field.default else flag.replace("--", "--no-", 1)
            help = f"{help} ({default})"
            action: Any = argparse.BooleanOptionalAction
            parser.add_argument(flag, dest=name, help=help, default=None, action=action)
            continue
        bounds = ", ".join(option.choices) if option.choices else _bounds(option)
        default = "none" if field.default is None else f"{field.default}"
        help += f": {bounds} ({default})" if bounds else f" ({default})"
        parser.add_argument(flag, dest=name, metavar=_metavar(field), help=help.replace("%", "%%"), default=None)


def _bounds(option: Any) -> str:
    return "" if option.minimum is option.maximum is option.above is None else accepted(option)


def _metavar(field: dataclasses.Field[Any]) -> str:
    return "NAME" if field.type in (str, "str") else "N"


def given(holder: type[Any], args: argparse.Namespace) -> dict[str, Any]:
    """What was typed for the options of a dataclass, as values of their types. Errors: InputError for what is no
    number."""
    values = {}
    for name, (field, option) in options_of(holder).items():
        typed = getattr(args, name, None)
        if typed is None:
            continue
        values[name] = None if option.optional and str(typed) == "none" else _value(typed, field, option)
    return values


def read(holder: type[Holder], args: argparse.Namespace, **others: Any) -> Holder:
    """The dataclass with what was typed in `args`. Errors: InputError for values that its options do not accept."""
    return holder(**{**given(holder, args), **others})


def _value(typed: Any, field: dataclasses.Field[Any], option: Any) -> Any:
    kind = str(getattr(field.type, "__name__", field.type)).split(" | ")[0]
    if not isinstance(typed, str) or kind == "str":
        return typed
    try:
        return int(typed) if kind == "int" else float(typed.replace(",", "."))
    except ValueError:
        raise InputError(
            NOT_WHOLE if kind == "int" else NO_NUMBER,
            title=translate("options", option.title),
            value=typed,
            range=accepted(option),
        ) from None
