"""Cells with a readout, losses and optimisers become a network that runs and is differentiated.

Public names: `Network` (network.py), `Trace` and `Gradients` (results.py), `NetworkSpec` and `TrainingSpec` (spec.py).
"""
