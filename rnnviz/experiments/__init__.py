"""Classic results about gradients, run again here: a table and plots as data, from a seed.

Public names: `experiments` (the registry), `Experiment`, `Report`, `Chart`, `Curve`, in `rnnviz.experiments.base`.
"""
