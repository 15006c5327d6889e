"""Options are dataclass fields that carry their own bounds, unit and help.

Forms in the window, flags on the command line and the check of what was typed are all made from them, so that a new
option is one new field.
"""

import dataclasses
import math
from typing import Any

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP, translate

NOT_WHOLE = QT_TRANSLATE_NOOP("errors", "{title}: “{value}” is not a whole number; give {range}.")
NO_NUMBER = QT_TRANSLATE_NOOP("errors", "{title}: “{value}” is not a number; give {range}.")


@dataclasses.dataclass(frozen=True)
class Option:
    """What a form or a flag needs to know of one field."""

    title: str
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    choices: tuple[str, ...] = ()
    optional: bool = False


def option(
    default: Any,
    title: str,
    help: str = "",
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    above: float | None = None,
    choices: tuple[str, ...] = (),
    optional: bool = False,
) -> Any:
    """A dataclass field with bounds: `minimum` <= value <= `maximum`, value > `above`, one of `choices`, or None
    where `optional`. `title` and `help` are marked with ``QT_TRANSLATE_NOOP("options", ...)``."""
    return dataclasses.field(
        default=default,
        metadata={"option": Option(title, help, minimum, maximum, above, choices, optional)},
    )


def options_of(holder: Any) -> dict[str, tuple[dataclasses.Field[Any], Option]]:
    """The fields of a dataclass (type or instance) that are options, in order."""
    return {
        field.name: (field, field.metadata["option"])
        for field in dataclasses.fields(holder)
        if "option" in field.metadata
    }


def validate(holder: Any) -> None:
    """Raise `InputError` for the first option of a dataclass instance that is out of its bounds.

    Call it from ``__post_init__``, so that an object that exists is an object that is valid.
    """
    for name, (field, option_) in options_of(holder).items():
        value = getattr(holder, name)
        if value is None and option_.optional:
            continue
        if option_.choices:
            if value not in option_.choices:
                raise InputError(
                    QT_TRANSLATE_NOOP("errors", "{title}: “{value}” is not known; choose {choices}."),
                    title=translate("options", option_.title),
                    value=value,
                    choices=", ".join(option_.choices),
                )
            continue
        if option_.minimum is None and option_.maximum is None and option_.above is None:
            continue
        whole = field.type in (int, int | None, "int", "int | None")
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not number or (whole and value != int(value)):
            raise InputError(
                NOT_WHOLE if whole else NO_NUMBER,
                title=translate("options", option_.title),
                value=value,
                range=accepted(option_),
            )
        too_low = (option_.minimum is not None and value < option_.minimum) or (
            option_.above is not None and value <= option_.above
        )
        if too_low or (option_.maximum is not None and value > option_.maximum):
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "{title}: {value} is out of range; give {range}."),
                title=translate("options", option_.title),
                value=value,
                range=accepted(option_),
            )


def accepted(option_: Option) -> str:
    """The range in words: “1 to 1024”, “more than 0, at most 10”."""
    if option_.above is not None and option_.maximum is not None:
        text = translate("ranges", "more than {above:g}, at most {maximum:g}")
    elif option_.above is not None:
        text = translate("ranges", "more than {above:g}")
    elif option_.maximum is None:
        text = translate("ranges", "at least {minimum:g}")
    elif option_.minimum is None:
        text = translate("ranges", "at most {maximum:g}")
    else:
        text = translate("ranges", "{minimum:g} to {maximum:g}")
    return text.format(above=option_.above, minimum=option_.minimum, maximum=option_.maximum)
