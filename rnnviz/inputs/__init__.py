"""Typed text, numbers and files become a Sequence: symbols, their values, and the labels shown under X."""
