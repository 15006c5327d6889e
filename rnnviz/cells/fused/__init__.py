"""The cells as they run on a device: the same parameters, values and gradients, in few launches a clock.

Public names: `on_device`, `Fused`, `fused` (the registry), in `rnnviz.cells.fused.base`.
"""
