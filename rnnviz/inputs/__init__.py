"""Typed text, numbers and files become a Sequence: symbols, their values, and the labels shown under X."""

from rnnviz.inputs.files import SUFFIXES, read_file
from rnnviz.inputs.sequence import MAX_STEPS, Kind, Sequence
from rnnviz.inputs.spelling import spelled
from rnnviz.inputs.text import read_text

__all__ = ["MAX_STEPS", "SUFFIXES", "Kind", "Sequence", "read_file", "read_text", "spelled"]
