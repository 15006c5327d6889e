"""What two passes on a device have given, brought into this machine's memory as a whole."""

from itertools import chain

from rnnviz.devices.base import host, is_here
from rnnviz.network.network import Network
from rnnviz.network.results import Gradients


def fetched(grads: Gradients, network: Network) -> Gradients:
    """The same trace and derivatives in arrays of NumPy; `grads` itself where they are that already. network: with the
    weights that they are of, here."""
    there = grads.passes
    if is_here(there.vector):
        return grads
    here = network.passes(there.steps, there.batch)
    flat = chain.from_iterable
    for ours, theirs, params in zip(flat(here.tapes), flat(there.tapes), flat(here.weights), strict=True):
        network.cell.pack(params, ours)
        ours.x[...] = host(theirs.x)
        for own, given in ((ours.values, theirs.values), (ours.gradients, theirs.gradients)):
            for name, array in own.items():
                array[...] = host(given[name])
        for name, (start, d_start) in ours.starts.items():
            start[...], d_start[...] = map(host, theirs.starts[name])
    here.h, here.logits, here.output = map(host, (there.h, there.logits, there.output))
    here.d_logits, here.d_loss, here.vector[...] = map(host, (there.d_logits, there.d_loss, there.vector))
    here.d_x = None if there.d_x is None else host(there.d_x)
    return Gradients(here, grads.loss)
