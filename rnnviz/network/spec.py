"""What a network is, and how it is trained: two frozen records that exist only when they are valid."""

from dataclasses import dataclass, field
from typing import Any, Self

from rnnviz.devices.base import BACKENDS
from rnnviz.errors import InputError
from rnnviz.network.initialisations.base import initialisation_names
from rnnviz.network.optimisers.base import Optimiser, optimiser_names, optimisers
from rnnviz.network.schedules.base import Schedule, schedules
from rnnviz.options import option, options_of, validate
from rnnviz.words import QT_TRANSLATE_NOOP

MAX_HIDDEN = 1024
FED_BACK = ("one-to-many", "delayed")  # the scenarios in which answers become inputs


@dataclass(frozen=True)
class NetworkSpec:
    """Everything that, with the parameters, makes a network; with the seed alone it makes the untrained one."""

    cell: str = option(
        "lstm", QT_TRANSLATE_NOOP("options", "Cell"), choices=("feedforward", "elman", "jordan", "lstm", "gru")
    )
    inputs: int = option(2, QT_TRANSLATE_NOOP("options", "Inputs"), minimum=1, maximum=4096)
    hidden: int = option(
        3,
        QT_TRANSLATE_NOOP("options", "Hidden units"),
        QT_TRANSLATE_NOOP("options", "How many units the hidden layer H has"),
        minimum=1,
        maximum=MAX_HIDDEN,
    )
    outputs: int = option(2, QT_TRANSLATE_NOOP("options", "Outputs"), minimum=1, maximum=4096)
    activation: str = option(
        "tanh",
        QT_TRANSLATE_NOOP("options", "Activation"),
        QT_TRANSLATE_NOOP("options", "What a unit without gates does with its sum; LSTM and GRU always use tanh"),
        choices=("tanh", "sigmoid", "relu", "linear"),
    )
    output: str = option("softmax", QT_TRANSLATE_NOOP("options", "Output"), choices=("linear", "softmax", "sigmoid"))
    layers: int = option(1, QT_TRANSLATE_NOOP("options", "Layers"), minimum=1, maximum=8)
    direction: str = option("forward", QT_TRANSLATE_NOOP("options", "Direction"), choices=("forward", "bidirectional"))
    seed: int = option(
        0,
        QT_TRANSLATE_NOOP("options", "Seed"),
        QT_TRANSLATE_NOOP("options", "The same seed gives the same first weights and the same batches"),
        minimum=0,
        maximum=2**31 - 1,
    )
    dtype: str = option("float64", QT_TRANSLATE_NOOP("options", "Precision"), choices=("float64", "float32"))
    initialisation: str = option(
        "uniform",
        QT_TRANSLATE_NOOP("options", "First weights"),
        QT_TRANSLATE_NOOP("options", "How the untrained weights are drawn, gate by gate"),
        choices=initialisation_names(),
    )
    forget_bias: float | None = option(
        None,
        QT_TRANSLATE_NOOP("options", "Forget bias"),
        QT_TRANSLATE_NOOP("options", "Added to the first bias of an LSTM's forget gate; 1 keeps it open at first"),
        minimum=-10.0,
        maximum=10.0,
        optional=True,
    )
    peepholes: bool = option(
        False,
        QT_TRANSLATE_NOOP("options", "Peepholes"),
        QT_TRANSLATE_NOOP("options", "The gates of an LSTM see the cell c, each unit its own"),
    )
    reset: str = option(
        "after",
        QT_TRANSLATE_NOOP("options", "Reset"),
        QT_TRANSLATE_NOOP(
            "options",
            "Whether the reset gate of a GRU acts after the product, as in PyTorch, or on h before (Cho et al. 2014)",
        ),
        choices=("after", "before"),
    )
    scenario: str = option(
        "many-to-many",
        QT_TRANSLATE_NOOP("options", "Scenario"),
        QT_TRANSLATE_NOOP(
            "options", "At which clocks there is an input and an answer; without an input, the last answer is read"
        ),
        choices=("one-to-one", "one-to-many", "many-to-one", "many-to-many", "delayed"),
    )
    encoder: int | None = option(
        None,
        QT_TRANSLATE_NOOP("options", "Encoder"),
        QT_TRANSLATE_NOOP("options", "How many clocks a delayed network reads before it answers; none: half of them"),
        minimum=1,
        maximum=10_000,
        optional=True,
    )

    def __post_init__(self) -> None:
        validate(self)
        back = self.scenario in FED_BACK
        if self.direction == "bidirectional" and (back or self.cell == "jordan"):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A network that reads its own last answer ({what}) cannot be bidirectional: from the end there is "
                    "no last answer yet; choose forward.",
                ),
                what=self.scenario if back else self.cell,
            )
        if back and self.inputs != self.outputs:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "In the scenario “{scenario}” the answer is read as the next input, so there must be as many "
                    "outputs as inputs; this network has {inputs} inputs and {outputs} outputs.",
                ),
                scenario=self.scenario,
                inputs=self.inputs,
                outputs=self.outputs,
            )

    @property
    def feeds_back(self) -> bool:
        """Whether a clock reads the answer of the clock before, as its memory or as its input."""
        return self.cell == "jordan" or self.scenario in FED_BACK


def _dropout(title: str, help: str) -> Any:
    return option(0.0, title, help, minimum=0.0, maximum=0.95)


@dataclass(frozen=True)
class TrainingSpec:
    """How the weights are changed.

    `optimiser_options` and `schedule_options` are those that the chosen optimiser and schedule alone have; another
    optimiser or schedule begins with its defaults. `of` takes all options by name, those included.
    """

    optimiser: str = option("adam", QT_TRANSLATE_NOOP("options", "Optimiser"), choices=optimiser_names())
    rate: float = option(
        0.01,
        QT_TRANSLATE_NOOP("options", "Learning rate"),
        QT_TRANSLATE_NOOP("options", "How far an update goes; for AdaDelta and Newton begin at 1"),
        above=0.0,
        maximum=10.0,
    )
    clip: float | None = option(
        1.0,
        QT_TRANSLATE_NOOP("options", "Clip norm"),
        QT_TRANSLATE_NOOP("options", "The gradient is scaled down when its norm over all parameters is larger"),
        above=0.0,
        optional=True,
    )
    batch: int | None = option(
        32,
        QT_TRANSLATE_NOOP("options", "Batch"),
        QT_TRANSLATE_NOOP("options", "How many sequences an update learns from; none: the full training set"),
        minimum=1,
        maximum=4096,
        optional=True,
    )
    gradient: str = option(
        "bptt",
        QT_TRANSLATE_NOOP("options", "Gradient"),
        QT_TRANSLATE_NOOP(
            "options",
            "How the gradient is computed: through the whole sequence, truncated, or carried forward in time",
        ),
        choices=("bptt", "tbptt", "rtrl"),
    )
    k1: int = option(
        5,
        QT_TRANSLATE_NOOP("options", "Every k1"),
        QT_TRANSLATE_NOOP("options", "Truncated BPTT goes back once every so many clocks"),
        minimum=1,
        maximum=10_000,
    )
    k2: int = option(
        5,
        QT_TRANSLATE_NOOP("options", "Back k2"),
        QT_TRANSLATE_NOOP("options", "Truncated BPTT goes back through so many clocks, at least k1"),
        minimum=1,
        maximum=10_000,
    )
    clip_value: float | None = option(
        None,
        QT_TRANSLATE_NOOP("options", "Clip value"),
        QT_TRANSLATE_NOOP("options", "Every single number of the gradient is cut off here, before the norm is clipped"),
        above=0.0,
        optional=True,
    )
    schedule: str = option(
        "constant",
        QT_TRANSLATE_NOOP("options", "Schedule"),
        QT_TRANSLATE_NOOP("options", "How the learning rate changes with the updates"),
        choices=tuple(schedules),
    )
    training_set: int | None = option(
        None,
        QT_TRANSLATE_NOOP("options", "Training set"),
        QT_TRANSLATE_NOOP("options", "How many sequences there are to learn from; none: fresh ones at every update"),
        minimum=1,
        maximum=4096,
        optional=True,
    )
    l1: float = option(
        0.0,
        QT_TRANSLATE_NOOP("options", "L1"),
        QT_TRANSLATE_NOOP("options", "The sum of |w| costs so much; drives weights to exactly 0"),
        minimum=0.0,
        maximum=10.0,
    )
    l2: float = option(
        0.0,
        QT_TRANSLATE_NOOP("options", "L2"),
        QT_TRANSLATE_NOOP("options", "Half the sum of w² costs so much; keeps weights small"),
        minimum=0.0,
        maximum=10.0,
    )
    dropout_inputs: float = _dropout(
        QT_TRANSLATE_NOOP("options", "Dropout of X"),
        QT_TRANSLATE_NOOP(
            "options", "Share of the inputs that are silent in a sequence, at every clock; others in each sequence"
        ),
    )
    dropout_layers: float = _dropout(
        QT_TRANSLATE_NOOP("options", "Dropout of H"),
        QT_TRANSLATE_NOOP(
            "options", "Share of H that the layer above does not read, at every clock; others in each sequence"
        ),
    )
    dropout_recurrent: float = _dropout(
        QT_TRANSLATE_NOOP("options", "Dropout of M"),
        QT_TRANSLATE_NOOP(
            "options", "Share of the memory that is silent in a sequence, at every clock; others in each sequence"
        ),
    )
    noise: float = option(
        0.0,
        QT_TRANSLATE_NOOP("options", "Noise"),
        QT_TRANSLATE_NOOP("options", "Variance η of the noise added to the gradient; it falls with the updates"),
        minimum=0.0,
        maximum=10.0,
    )
    patience: int | None = option(
        None,
        QT_TRANSLATE_NOOP("options", "Patience"),
        QT_TRANSLATE_NOOP(
            "options", "Stop when the held-out loss has not fallen for so many updates; keep the best weights"
        ),
        minimum=1,
        maximum=100_000_000,
        optional=True,
    )
    backend: str = option(
        "auto",
        QT_TRANSLATE_NOOP("options", "Backend"),
        QT_TRANSLATE_NOOP(
            "options",
            "What computes: NumPy, or CuPy on an NVIDIA GPU; auto takes CuPy for large networks where it works",
        ),
        choices=BACKENDS,
    )
    record: str = option(
        "all",
        QT_TRANSLATE_NOOP("options", "Record"),
        QT_TRANSLATE_NOOP(
            "options",
            "What stays of each clock of a batch: every gradient, or what the loss needs, in less memory",
        ),
        choices=("all", "loss"),
    )
    # None becomes the defaults of the optimiser and schedule.
    optimiser_options: Optimiser = field(default=None)  # type: ignore[assignment]
    schedule_options: Schedule = field(default=None)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        validate(self)
        if self.k1 > self.k2:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "k1 = {k1} is more than k2 = {k2}: some losses would be lost; give k2 ≥ k1."
                ),
                k1=self.k1,
                k2=self.k2,
            )
        if type(self.optimiser_options) is not optimisers[self.optimiser]:
            object.__setattr__(self, "optimiser_options", optimisers[self.optimiser]())
        if type(self.schedule_options) is not schedules[self.schedule]:
            object.__setattr__(self, "schedule_options", schedules[self.schedule]())

    @classmethod
    def of(cls, **named: Any) -> Self:
        """From options by name: those of this class, of the chosen optimiser (momentum, beta1, ...) and of the chosen
        schedule (step_every, ...). A rate that is None, or not given, is the optimiser's usual one.

        Errors: InputError for a value out of bounds, and for an option that nothing chosen has.
        """
        own = {name: named.pop(name) for name in options_of(cls) if name in named}
        optimiser, schedule = optimisers[own.get("optimiser", "adam")], schedules[own.get("schedule", "constant")]
        if own.get("rate") is None:
            own["rate"] = optimiser.usual_rate
        of_optimiser = {name: named.pop(name) for name in options_of(optimiser) if name in named}
        of_schedule = {name: named.pop(name) for name in options_of(schedule) if name in named}
        for name in named:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "There is no option “{name}” with the optimiser {optimiser} and the schedule {schedule}."
                ),
                name=name,
                optimiser=optimiser.name,
                schedule=schedule.name,
            )
        return cls(**own, optimiser_options=optimiser(**of_optimiser), schedule_options=schedule(**of_schedule))

    def rate_after(self, done: int) -> float:
        """The learning rate of the update that comes after `done` updates."""
        return self.rate * self.schedule_options.share(done)
