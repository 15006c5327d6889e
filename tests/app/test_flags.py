"""Flags are made from the options, so that a new option is a new flag."""

import argparse

import pytest

from rnnviz.app.flags import add_flags, given, read
from rnnviz.errors import InputError
from rnnviz.export.options import FilmOptions
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.options import options_of


def parsed(holder, *words, **more):
    parser = argparse.ArgumentParser()
    add_flags(parser, holder, **more)
    return parser.parse_args(words)


@pytest.mark.parametrize("holder", [NetworkSpec, TrainingSpec, FilmOptions])
def test_every_option_has_a_flag_with_help_and_default(holder):
    parser = argparse.ArgumentParser()
    add_flags(parser, holder)
    text = parser.format_help()
    for name, (_, option) in options_of(holder).items():
        assert f"--{name.replace('_', '-')}" in text
        assert all(choice in text for choice in option.choices)
    assert read(holder, parser.parse_args([])) == holder()


def test_what_is_typed_has_its_type():
    args = parsed(TrainingSpec, "--rate", "1e-3", "--batch", "8", "--clip", "none", "--optimiser", "sgd")
    assert given(TrainingSpec, args) == {"rate": 0.001, "batch": 8, "clip": None, "optimiser": "sgd"}
    args = parsed(FilmOptions, "--from", "2", "--to", "3", "--no-tracks", names={"first": "from", "last": "to"})
    assert read(FilmOptions, args) == FilmOptions(first=2, last=3, tracks=False)
    assert given(FilmOptions, parsed(FilmOptions)) == {}


@pytest.mark.parametrize(
    ("flag", "typed", "expected"),
    [
        ("--hidden", "2.5", "whole number"),
        ("--hidden", "0", "1 to 1024"),
        ("--hidden", "1e400", "whole number"),
        ("--seed", "-1", "0 to"),
        ("--cell", "x", "elman, jordan, lstm, gru"),
    ],
)
def test_what_is_not_accepted_is_a_sentence(flag, typed, expected):
    with pytest.raises(InputError, match=expected):
        read(NetworkSpec, parsed(NetworkSpec, f"{flag}={typed}"))


@pytest.mark.parametrize("typed", ["nan", "inf", "-inf", "0", "eleven", ""])
def test_numbers_that_are_none(typed):
    with pytest.raises(InputError, match="more than 0"):
        read(TrainingSpec, parsed(TrainingSpec, f"--rate={typed}"))
