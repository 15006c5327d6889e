"""rnnviz: recurrent networks that can be seen.

The public names need no screen and no Qt: `Network`, `Trace`, `Gradients`.
"""

from rnnviz.network.network import Network
from rnnviz.network.results import Gradients, Trace

__version__ = "0.1.0"
__all__ = ["Gradients", "Network", "Trace"]
