"""How the gradient of a loss reaches the weights, by several methods, and what can be measured on the way.

Public names: `methods`, `make_method`, `refusals`, `Method` (base.py); `compare_gradients` (compare.py); `jacobians`,
`memory` (jacobians.py); `loss_sources` (sources.py); `saturation`; `update_ratios` (updates.py); `alarms`.
"""
