"""How the learning rate changes with the updates: one file a schedule, each a pure function of how many are done.

Public names: `schedules` (the registry), `Schedule`, in `rnnviz.network.schedules.base`.
"""
