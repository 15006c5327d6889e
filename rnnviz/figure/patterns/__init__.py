"""Drawings of networks of patterns: units in a ring or a grid, their weights, energy over time, films."""
