"""A unit without gates, element by element: its function of one sum, and the derivative of the sum."""

from rnnviz.devices.kernels import Kernel

_RESPOND = {"tanh": "h = tanh(h)", "sigmoid": "h = (1 + tanh(h / 2)) / 2", "relu": "h = maximum(h, 0)"}
_BACK = {
    "tanh": "d_a = d_h * (1 - h * h)",
    "sigmoid": "d_a = d_h * ((1 - h) * h)",
    "relu": "d_a = d_h * (h > 0)",
    "linear": "d_a = d_h",
}


def recurrent(activation: str) -> Kernel:
    """h = f(h + sum)."""
    body = ("h = h + sum", *([_RESPOND[activation]] if activation in _RESPOND else ()))
    return Kernel(f"recurrent_{activation}", ("h", "sum"), ("h",), body)


def recurrent_back(activation: str) -> Kernel:
    """What came from the clock after joins d_h; then d_a."""
    body = ("d_h = d_h + through", _BACK[activation])
    return Kernel(f"recurrent_{activation}_back", ("d_h", "through", "h"), ("d_h", "d_a"), body)


def alone(activation: str) -> Kernel:
    """h = f(h), of sums that are complete."""
    return Kernel(f"alone_{activation}", ("h",), ("h",), (_RESPOND.get(activation, "h = h"),))


def alone_back(activation: str) -> Kernel:
    """d_a from d_h."""
    return Kernel(f"alone_{activation}_back", ("d_h", "h"), ("d_a",), (_BACK[activation],))
