"""Cells with a readout, losses and optimisers become a network that runs and is differentiated."""
