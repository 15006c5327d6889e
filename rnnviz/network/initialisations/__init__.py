"""The first weights of a network, from its seed: one file a way of drawing them.

Public names: `initialise`, `initialisations` (the registry), `Initialisation`, in
`rnnviz.network.initialisations.base`.
"""
