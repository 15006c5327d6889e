"""Full backpropagation through time: the network unrolled over the whole sequence, differentiated like any other.

Werbos, P. J. (1990). Backpropagation through time: what it does and how to do it. Proceedings of the IEEE 78(10),
doi:10.1109/5.58337. Rumelhart, D., Hinton, G. and Williams, R. (1986). Learning representations by back-propagating
errors. Nature 323, doi:10.1038/323533a0.
"""

from collections.abc import Generator, Mapping
from typing import final

from rnnviz.gradients.base import Array, Method, methods
from rnnviz.network.network import Network
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients
from rnnviz.words import QT_TRANSLATE_NOOP


@final
class BPTT(Method):
    name = "bptt"
    title = QT_TRANSLATE_NOOP("gradients", "full BPTT")
    source = "Werbos 1990"
    forward_only = False

    def derive(
        self,
        network: Network,
        passes: Passes,
        x: Array,
        target: Array,
        loss: str,
        state: Mapping[str, Array] | None = None,
        mask: Array | None = None,
        *,
        to_inputs: bool = False,
    ) -> Generator[None, None, Gradients]:
        return network.derive(passes, x, target, loss, state, mask, to_inputs=to_inputs)


methods.add(BPTT.name, BPTT)
