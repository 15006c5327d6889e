"""What was typed or pasted becomes a Sequence."""

import re
from typing import get_args

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import (
    MAX_SIZE,
    Kind,
    Sequence,
    character_label,
    check_length,
    check_width,
    sequence_of_characters,
    sequence_of_values,
    sequence_of_words,
    shortened,
)
from rnnviz.words import QT_TRANSLATE_NOOP, translate

MAX_CHARACTERS = 1 << 22

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
# What is meant to become a number but is not one (yet): “1..2”, “-.”, “1e”, “nan”.
_NEARLY = re.compile(r"[+\-.\d]+([eE][+\-.\d]*)?|[+-]?(nan|inf|infinity)", re.ASCII | re.IGNORECASE)
_WORDS = re.compile(r"[.,;:!?]|[^\s.,;:!?]+")
_BETWEEN_BRACKETS = re.compile(r"[\])][\s,;]*[\[(]")


def read_text(text: str, kind: Kind | None = None) -> Sequence:
    """The sequence that `text` spells, of the given kind or of the kind that it looks like.

    Line ends count like “;” and both end a step. With kind None the first row that fits decides:

    | typed                                                       | read as                                    |
    |-------------------------------------------------------------|--------------------------------------------|
    | “"1001"”, anything between two double quotes                | text, without the quotes                   |
    | “1 0 0 1”, “1,0,0,1”, “1001”, “1;0”: 0 and 1 only, and no   | bits, one a step                           |
    | step with “;” after it that holds several separate values   |                                            |
    | “0.5 -1 2”, “1e-3, 4”, “3; 4; 5”: numbers, one a step, or   | numbers                                    |
    | any count of them without “;”                               |                                            |
    | “1,1; 1,1; 2,2”, “1,1;”, “(1,1), (2,2)”: numbers, several   | vectors, one a step                        |
    | in a step, with “;”, line ends or brackets between steps    |                                            |
    | “0.5 -1 2x”, “1..2”, “1, nan”, “-”: most values between     | InputError with the place of the first     |
    | white space and commas are numbers, or all begin like one   | value that is not a number                 |
    | everything else                                             | text, one symbol a character               |

    Words are read only where that kind is asked for: what stands between white space, and each of . , ; : ! ? alone.

    So “1,1” is two bits and “1,1;” one vector; decimals take a point. Line ends at the end of a text do not count.
    Labels: “0”, “0.5”, “1,1”, or the character, with ␣ for a space, ↵ for a line end, ⇥ for a tab.

    Errors: InputError for an empty or too long sequence, a value that is no finite number, vectors of unequal width.
    """
    if kind is not None and kind not in get_args(Kind):
        raise ValueError(f"kind is one of {', '.join(get_args(Kind))}, not {kind!r}")
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The text has {count} characters; at most {most} are accepted."),
            count=len(text),
            most=MAX_CHARACTERS,
        )
    if kind == "text":
        return _text(text, text)
    if kind == "words":
        words = _WORDS.findall(text)
        check_length(len(words))
        return sequence_of_words(text, words)
    typed = text.strip()
    if kind is None and len(typed) >= 2 and typed[0] == typed[-1] == '"':
        return _text(typed[1:-1], text)
    check_length(min(1, len(typed)))
    steps = _steps(typed)
    kind = kind or _kind(steps, open_end=len(steps) == 1 and typed[-1] != ";")
    if kind == "text":
        return _text(text, text)
    if kind == "bits":
        return _bits(steps, text)
    if kind == "numbers":
        return _numbers(steps, text)
    return _vectors(steps, text)


def _steps(typed: str) -> list[list[str]]:
    """The values of each step, as strings; an empty string where two commas have nothing between them."""
    typed = typed.replace("−", "-")
    if re.fullmatch(r"[\s\d+\-.,;eE()\[\]]*", typed, re.ASCII):
        typed = _BETWEEN_BRACKETS.sub(";", typed).translate(str.maketrans("([])", "    "))
    steps = []
    for step in re.split(r"[;\n\r]+", typed):
        step = step.strip().removesuffix(",")
        if step.strip():
            steps.append([value for part in step.split(",") for value in (part.split() or [""])])
    return steps


def _kind(steps: list[list[str]], open_end: bool) -> Kind:
    values = [value for step in steps for value in step]
    numbers = sum(bool(NUMBER.fullmatch(value)) for value in values)
    if not any(character.isdigit() for value in values for character in value):
        return "numbers" if len(values) == 1 and re.fullmatch(r"[+-]?\.?", values[0]) else "text"
    if 2 * numbers <= len(values) and not all(not value or _NEARLY.fullmatch(value) for value in values):
        return "text"
    if open_end or all(len(step) == 1 for step in steps):
        return "bits" if all(value and set(value) <= {"0", "1"} for value in values) else "numbers"
    return "vectors"


def _text(characters: str, typed: str) -> Sequence:
    characters = characters.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    check_length(len(characters))
    return sequence_of_characters(typed, characters)


def _bits(steps: list[list[str]], typed: str) -> Sequence:
    bits = [bit for step in steps for value in step for bit in (value or " ")]
    check_length(len(bits))
    for place, bit in enumerate(bits, start=1):
        if bit not in "01":
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Bit {place} is “{value}”; a bit is 0 or 1."),
                place=place,
                value=character_label(bit),
            )
    return sequence_of_values(typed, "bits", [[float(bit)] for bit in bits])


def _numbers(steps: list[list[str]], typed: str) -> Sequence:
    values = [value for step in steps for value in step]
    check_length(len(values))
    for place, value in enumerate(values, start=1):
        problem = _problem_with(value)
        if problem:
            raise InputError(problem, place=place, value=shortened(value))
    return sequence_of_values(typed, "numbers", [[float(value)] for value in values])


def _vectors(steps: list[list[str]], typed: str) -> Sequence:
    check_length(len(steps))
    width = len(steps[0])
    check_width(width)
    for place, step in enumerate(steps, start=1):
        if len(step) != width:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Vector {place} has length {count} and vector 1 has length {width}; all need the same length.",
                ),
                place=place,
                count=len(step),
                width=width,
            )
        for column, value in enumerate(step, start=1):
            problem = _problem_with(value)
            if problem:
                where = translate("errors", "{column} of vector {vector}").format(column=column, vector=place)
                raise InputError(problem, place=where, value=shortened(value))
    return sequence_of_values(typed, "vectors", [[float(value) for value in step] for step in steps])


def _problem_with(value: str) -> str | None:
    """The template of the error, with places {place} and {value}, when a string is no finite number."""
    if not value:
        return QT_TRANSLATE_NOOP("errors", "Value {place} is missing; give a number between the commas.")
    if not NUMBER.fullmatch(value):
        return QT_TRANSLATE_NOOP(
            "errors", 'Value {place} is “{value}”, not a number; give numbers like 0.5 or 1e-3, or text in quotes “"”.'
        )
    if abs(float(value)) > MAX_SIZE:
        return QT_TRANSLATE_NOOP("errors", "Value {place}, “{value}”, is too large; give -1e9 to 1e9.")
    return None
