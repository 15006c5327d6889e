"""Drawings of plots: results of experiments, capacity, comparisons."""
