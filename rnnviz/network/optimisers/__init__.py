"""How a gradient changes the weights: one file a method, each a frozen dataclass whose fields are its options.

Public names: `optimisers` (the registry), `Optimiser`, in `rnnviz.network.optimisers.base`.
"""
