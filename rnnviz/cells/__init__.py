"""A cell is parameters, a textbook step, and a fast scan over time that must equal the step.

Public names: `cells` (the registry), `make_cell`, `Cell`, `Gate`, in `rnnviz.cells.base`.
"""
