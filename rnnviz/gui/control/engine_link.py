"""The window's end of the engine: gives it the work of a state, and keeps of its answers only those still wanted."""

from rnnviz.engine.messages import Build, Configure, Look, Model, Pause, Show, Snapshot, Train
from rnnviz.engine.runner import Engine
from rnnviz.gradients.look import LOOKS, clocks_around
from rnnviz.session.state import State
from rnnviz.tasks.base import Task


class EngineLink:
    """Knows what the engine has, so that it is told only what changed.

    `network` is the model as the engine has it; while it learns, a newer one comes with every answer. `waiting` is
    true until the engine has answered what it was last asked.
    """

    def __init__(self) -> None:
        self.engine = Engine()
        self.network: Model | None = None
        self.learnt = False  # it was told to learn since it was given its network
        self.waiting = False
        self._task: Task | None = None
        self._looked_at = Look()
        self._model = self._shown = 0

    def forget(self) -> None:
        """Its weights may be newer than any that came back: the next state has to be given to it whole."""
        self.network = None

    def follow(self, old: State, new: State) -> bool:
        """Tell the engine what changed from one state to the next; true when the last snapshot is out of date."""
        if new.network is not self.network or new.task is not self._task:
            self.build(new)
            return True
        if new.training is not old.training:
            self.engine.send(Configure(new.training))
        if old.learning and not new.learning:
            self.engine.send(Pause())
            self.waiting = True
        if new.sequence is not old.sequence or new.held is not old.held:
            self._show(new)
            self._look(new)
            return True
        self._look(new)
        return False

    def build(self, state: State) -> None:
        """Give it the whole state; learning stops."""
        self._model += 1
        self.network, self._task, self.learnt = state.network, state.task, False
        self.engine.send(Build(self._model, state.network, state.task, state.training))
        self._show(state)
        self._look(state)

    def _look(self, state: State) -> None:
        """Ask for what the curves show besides the gradient, if it is anything: of the layer and direction looked at,
        and of so many clocks around the playhead as there is time for."""
        wanted = Look()
        if state.curves in LOOKS:
            clocks = clocks_around(state.network.spec, len(state.sequence), state.position.t, state.curves)
            wanted = Look(state.curves, *state.part, *clocks)
        if wanted != self._looked_at:
            self._looked_at = wanted
            self.engine.send(wanted)
            self.waiting = True

    def _show(self, state: State) -> None:
        self._shown += 1
        target, mask = state.task.target(state.sequence)
        self.engine.send(Show(self._shown, state.task.encode(state.sequence), target, mask, state.held))
        self.waiting = True

    def learn(self, updates: int | None) -> None:
        """So many updates, or until a state that does not learn."""
        self.learnt = self.waiting = True
        self.engine.send(Train(updates))

    def latest(self, patience: float = 0.0) -> Snapshot | None:
        """The newest snapshot of the present model since the last call. patience: as for `Engine.latest`."""
        snapshot = self.engine.latest(patience)
        return snapshot if snapshot is not None and snapshot.model == self._model else None

    def shows(self, snapshot: Snapshot) -> bool:
        """Whether a snapshot is of the sequence that was asked for last."""
        if snapshot.shown != self._shown:
            return False
        self.waiting = self.waiting and snapshot.training
        return True
