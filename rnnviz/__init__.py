"""rnnviz: recurrent networks that can be seen.

The public names need no screen and no Qt: `Network`, `Trace`, `Gradients`, `train`, `History`.
"""

__version__ = "0.1.0"
