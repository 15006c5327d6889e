"""A network on one device, or here, with all that an update of it needs beside it."""

from typing import Any, final

from numpy.typing import NDArray

from rnnviz.devices.base import Device, beside, host
from rnnviz.engine.objective import Objective
from rnnviz.gradients.base import Method, make_method
from rnnviz.network.network import Network
from rnnviz.network.optimisers.base import Memory
from rnnviz.network.spec import TrainingSpec
from rnnviz.tasks.base import Task

Array = NDArray[Any]


@final
class Site:
    """Here (device None) it is the network and the memory themselves; elsewhere copies, and after each update `bring`
    copies them back, so that whatever breaks there, nothing is lost but the update in hand."""

    def __init__(self, network: Network, task: Task, memory: Memory, which: Array, device: Device | None) -> None:
        """memory: of the optimiser. which (N,): see `penalised`."""
        self.device, self.network = device, network.on(device)
        self.memory = memory if device is None else {name: device.array(array) for name, array in memory.items()}
        self.which = beside(which, self.network.vector)
        self.objective = Objective(self.network, task)
        self._task = task
        self._home = network, memory
        self._twin: Objective | None = None  # holds weights that are only tried
        self._method: tuple[TrainingSpec, Method] | None = None

    def method(self, training: TrainingSpec) -> Method:
        """The one that the settings ask for. Errors: InputError when it cannot be used with this network."""
        if self._method is None or self._method[0] is not training:
            made = make_method(training)
            made.check(self.network.spec)
            self._method = training, made
        return self._method[1]

    def holding(self, weights: Array) -> Objective:
        """A twin with weights that are only tried: the network itself may be looked at in the middle of an update."""
        if self._twin is None:
            self._twin = Objective(self.network.copy(), self._task)
        self._twin.network.vector[...] = weights
        return self._twin

    def bring(self) -> None:
        """The weights and the memory as they are now, to where they came from: all or nothing."""
        if self.device is None:
            return
        network, memory = self._home
        vector, kept = host(self.network.vector), {name: host(array) for name, array in self.memory.items()}
        network.vector[...] = vector
        for name, array in kept.items():
            memory[name][...] = array
