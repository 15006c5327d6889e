"""What a network is, and how it is trained: two frozen records that exist only when they are valid."""

from dataclasses import dataclass

from rnnviz.errors import InputError
from rnnviz.options import option, validate
from rnnviz.words import QT_TRANSLATE_NOOP

MAX_HIDDEN = 256


@dataclass(frozen=True)
class NetworkSpec:
    """Everything that, with the parameters, makes a network; with the seed alone it makes the untrained one."""

    cell: str = option("lstm", QT_TRANSLATE_NOOP("options", "Cell"), choices=("elman", "lstm", "gru"))
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
        QT_TRANSLATE_NOOP("options", "What an Elman unit does with its sum; LSTM and GRU always use tanh"),
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

    def __post_init__(self) -> None:
        validate(self)


@dataclass(frozen=True)
class TrainingSpec:
    """How the weights are changed."""

    optimiser: str = option("adam", QT_TRANSLATE_NOOP("options", "Optimiser"), choices=("sgd", "momentum", "adam"))
    rate: float = option(0.01, QT_TRANSLATE_NOOP("options", "Learning rate"), above=0.0, maximum=10.0)
    clip: float | None = option(
        1.0,
        QT_TRANSLATE_NOOP("options", "Clip norm"),
        QT_TRANSLATE_NOOP("options", "The gradient is scaled down when its norm over all parameters is larger"),
        above=0.0,
        optional=True,
    )
    batch: int = option(32, QT_TRANSLATE_NOOP("options", "Batch"), minimum=1, maximum=4096)
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
