"""The golden file, case by case: what PyTorch computed once in float64."""

from pathlib import Path

import numpy as np

from rnnviz import Network

FILE = Path(__file__).resolve().parent.parent / "golden" / "torch_golden.npz"
with np.load(FILE) as archive:
    GOLDEN = {name: archive[name] for name in archive.files}
CASES = sorted({name.split("/")[0] for name in GOLDEN} - {"optim", "clip"})
CELLS = {"rnn": "elman", "lstm": "lstm", "gru": "gru"}


def of(case: str, prefix: str = "") -> dict[str, np.ndarray]:
    """The arrays of a case whose name begins with the prefix, under the rest of their name."""
    start = f"{case}/{prefix}"
    return {name.removeprefix(start): array for name, array in GOLDEN.items() if name.startswith(start)}


def network(case: str) -> Network:
    arrays, bidirectional = of(case), "bi" in case
    net = Network(
        cell=CELLS[case.split("-")[0]],
        inputs=arrays["x"].shape[2],
        hidden=arrays["h0"].shape[2],
        outputs=arrays["target"].shape[2],
        layers=arrays["h0"].shape[0] // (1 + bidirectional),
        direction="bidirectional" if bidirectional else "forward",
        activation="relu" if "relu" in case else "tanh",
    )
    net.load_parameters(of(case, "param/"))
    return net


def state(case: str) -> dict[str, np.ndarray]:
    arrays = of(case)
    return {name: arrays[f"{name}0"] for name in ("h", "c") if f"{name}0" in arrays}


def error(ours: np.ndarray | float, theirs: np.ndarray | float) -> float:
    """The largest difference, relative to the largest value."""
    ours, theirs = np.asarray(ours), np.asarray(theirs)
    assert ours.shape == theirs.shape
    return float(np.abs(ours - theirs).max() / np.abs(theirs).max())
