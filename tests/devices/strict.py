"""A device without a device: arrays that hold NumPy's and refuse what CuPy's refuse.

Nothing crosses the border unasked: no array becomes NumPy's by itself, none is mixed with NumPy's (a single number
aside), and none is assigned from them. Functions and keywords that CuPy does not have are refused, so are the layouts
that its products and kernels cannot use. Every call counts as a launch, every new array as an allocation; at the k-th
of them the device may break, once and for all.

Where CuPy's behaviour is stated: docs.cupy.dev, "Differences between CuPy and NumPy", and the reference of each
function (dot: C-contiguous out of the products' dtype; einsum, sort, ...).
"""

from typing import Any

import numpy as np

from rnnviz.devices.base import Device
from rnnviz.devices.kernels import Kernel
from rnnviz.errors import InputError


class BrokenError(RuntimeError):
    """What a driver would say."""


# By name, the keywords that CuPy's function of this name has, as far as the engine could want them.
FUNCTIONS = {
    "asarray": {"dtype"}, "zeros": {"dtype"}, "empty": {"dtype"}, "zeros_like": {"dtype", "shape"},
    "empty_like": {"dtype", "shape"}, "ones_like": {"dtype", "shape"}, "concatenate": {"axis"}, "stack": {"axis"},
    "repeat": {"axis"}, "tile": set(), "moveaxis": set(), "where": set(), "clip": {"out"},
    "sum": {"axis", "dtype", "out", "keepdims"},
    "dot": {"out"}, "vdot": set(), "einsum": {"optimize", "dtype"}, "linalg.norm": {"axis", "keepdims"},
}  # fmt: skip
VIEWS = {"moveaxis"}
UFUNCS = {
    "add", "subtract", "multiply", "divide", "power", "negative", "sign", "absolute", "sqrt", "exp", "log", "log1p",
    "tanh", "matmul", "maximum", "minimum", "greater", "greater_equal", "less", "less_equal", "equal", "not_equal",
    "isfinite", "invert",
}  # fmt: skip


class DeviceArray:
    """An array on the strict device."""

    __hash__ = None

    def __init__(self, value: np.ndarray, device: "Strict") -> None:
        self.value, self.device = value, device

    # What CuPy's arrays know of themselves, without a launch.
    shape = property(lambda self: self.value.shape)
    dtype = property(lambda self: self.value.dtype)
    ndim = property(lambda self: self.value.ndim)
    size = property(lambda self: self.value.size)
    itemsize = property(lambda self: self.value.itemsize)
    strides = property(lambda self: self.value.strides)
    flags = property(lambda self: self.value.flags)
    T = property(lambda self: self._view(self.value.T))
    real = property(lambda self: self._view(self.value.real))
    imag = property(lambda self: self._view(self.value.imag))

    def _view(self, value: Any) -> "DeviceArray":
        return DeviceArray(value, self.device)

    def get(self) -> np.ndarray:
        self.device.launched("get")
        return self.value.copy()

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("Implicit conversion to a NumPy array is not allowed.")

    def __len__(self) -> int:
        return len(self.value)

    def __iter__(self) -> Any:
        return (self[k] for k in range(len(self.value)))

    def __float__(self) -> float:
        return float(self.get())

    def __int__(self) -> int:
        return int(self.get())

    def __bool__(self) -> bool:
        return bool(self.get())

    def __getitem__(self, key: Any) -> "DeviceArray":
        plain, copies = self.device.key(key)
        if copies:
            self.device.launched("getitem")
            return self.device.made(np.asarray(self.value[plain]))
        part = self.value[plain]
        return self._view(part if isinstance(part, np.ndarray) else self.value[(*_tuple(plain), ...)])

    def __setitem__(self, key: Any, value: Any) -> None:
        if isinstance(value, np.ndarray) and value.ndim > 0:
            raise TypeError("A NumPy array is not assigned to a device's.")
        self.device.launched("setitem")
        self.value[self.device.key(key)[0]] = value.value if isinstance(value, DeviceArray) else value

    def reshape(self, *shape: Any) -> "DeviceArray":
        result = self.value.reshape(*shape)
        if np.shares_memory(result, self.value) or not result.size:
            return self._view(result)
        self.device.launched("reshape")
        return self.device.made(result)

    def swapaxes(self, a: int, b: int) -> "DeviceArray":
        return self._view(self.value.swapaxes(a, b))

    def transpose(self, *axes: int) -> "DeviceArray":
        return self._view(self.value.transpose(*axes))

    def view(self) -> "DeviceArray":
        return self._view(self.value.view())

    def copy(self) -> "DeviceArray":
        self.device.launched("copy")
        return self.device.made(self.value.copy())

    def astype(self, dtype: Any, copy: bool = True) -> "DeviceArray":
        if not copy and np.dtype(dtype) == self.dtype:
            return self
        self.device.launched("astype")
        return self.device.made(self.value.astype(dtype))

    def _reduced(self, name: str, **kwargs: Any) -> "DeviceArray":
        self.device.launched(name)
        return self.device.made(np.asarray(getattr(self.value, name)(**kwargs)))

    def sum(self, axis: Any = None, keepdims: bool = False) -> "DeviceArray":
        return self._reduced("sum", axis=axis, keepdims=keepdims)

    def max(self, axis: Any = None, keepdims: bool = False) -> "DeviceArray":
        return self._reduced("max", axis=axis, keepdims=keepdims)

    def all(self, axis: Any = None) -> "DeviceArray":
        return self._reduced("all", axis=axis)

    def any(self, axis: Any = None) -> "DeviceArray":
        return self._reduced("any", axis=axis)

    def argmax(self, axis: Any = None) -> "DeviceArray":
        return self._reduced("argmax", axis=axis)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, out: Any = None, **kwargs: Any) -> Any:
        if method != "__call__" or ufunc.__name__ not in UFUNCS or kwargs:
            return NotImplemented  # where= and the rest: CuPy's ufuncs refuse them as well
        device = self.device
        values = [device.plain(x) for x in inputs]
        if ufunc is np.matmul:
            device.multiplied(*inputs)
        else:
            device.launched(ufunc.__name__)
        if out is None:
            return device.made(np.asarray(ufunc(*values)))
        (place,) = out
        if not isinstance(place, DeviceArray):
            raise TypeError("The result of a device goes into a device's array.")
        ufunc(*values, out=place.value)
        return place

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        name = function.__name__
        if function.__module__.startswith("numpy.linalg"):
            name = f"linalg.{name}"
        known = {"amax": "max"}.get(name, name)
        if known not in FUNCTIONS or any(not issubclass(kind, DeviceArray | np.ndarray) for kind in types):
            return NotImplemented
        if set(kwargs) - FUNCTIONS[known]:
            raise TypeError(f"{name} of the device does not know {set(kwargs) - FUNCTIONS[known]}.")
        device = self.device
        if name == "asarray":
            return device.array(args[0], **kwargs)
        out = kwargs.pop("out", None)
        if name == "dot":
            if len(args) == 3:
                *args, out = args
            device.multiplied(*args)
            if out is not None and (
                not out.flags.c_contiguous or out.dtype != np.result_type(*(a.dtype for a in args))
            ):
                raise ValueError("Output array must be C-contiguous")
        elif name not in VIEWS:
            device.launched(name)
        host_too = name in ("zeros", "empty", "ones", "full", "eye")
        result = function(
            *(a if host_too else device.plain(a) for a in args), **{k: device.plain(v) for k, v in kwargs.items()}
        )
        if out is not None:
            if not isinstance(out, DeviceArray):
                raise TypeError("The result of a device goes into a device's array.")
            out.value[...] = result
            return out
        if isinstance(result, list | tuple):
            return (
                type(result)(device.made(np.asarray(r)) for r in result)
                if name not in VIEWS
                else [self._view(r) for r in result]
            )
        return self._view(np.asarray(result)) if name in VIEWS else device.made(np.asarray(result))


def _operator(name: str, function: Any) -> None:
    def forward(self: DeviceArray, other: Any) -> Any:
        return function(self, other)

    def reflected(self: DeviceArray, other: Any) -> Any:
        return function(other, self)

    def in_place(self: DeviceArray, other: Any) -> Any:
        return function(self, other, out=self)

    setattr(DeviceArray, f"__{name}__", forward)
    setattr(DeviceArray, f"__r{name}__", reflected)
    setattr(DeviceArray, f"__i{name}__", in_place)


for _name, _function in {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "truediv": np.divide, "matmul": np.matmul, "pow": np.power,
}.items():  # fmt: skip
    _operator(_name, _function)
for _name in ("lt", "le", "gt", "ge", "eq", "ne"):
    _ufunc = {
        "lt": np.less,
        "le": np.less_equal,
        "gt": np.greater,
        "ge": np.greater_equal,
        "eq": np.equal,
        "ne": np.not_equal,
    }
    setattr(DeviceArray, f"__{_name}__", lambda self, other, f=_ufunc[_name]: f(self, other))
DeviceArray.__neg__ = lambda self: np.negative(self)
DeviceArray.__invert__ = lambda self: np.invert(self)


def _tuple(key: Any) -> tuple[Any, ...]:
    return key if isinstance(key, tuple) else (key,)


class Strict(Device):
    """The device. launches: by name, so far. breaks_at: after so many launches and allocations it fails for good."""

    name = "cupy"
    title = "CuPy"

    def __init__(self, breaks_at: int | None = None, problem: InputError | None = None) -> None:
        self.launches: dict[str, int] = {}
        self.steps, self.breaks_at, self._problem = 0, breaks_at, problem

    def problem(self) -> InputError | None:
        return self._problem

    def describe(self) -> str:
        return "strict, 0 GB"

    @property
    def total(self) -> int:
        return sum(self.launches.values())

    def launched(self, name: str) -> None:
        self._tick()
        self.launches[name] = self.launches.get(name, 0) + 1

    def made(self, value: np.ndarray) -> DeviceArray:
        self._tick()
        return DeviceArray(value, self)

    def _tick(self) -> None:
        self.steps += 1
        if self.breaks_at is not None and self.steps >= self.breaks_at:
            raise BrokenError("an illegal memory access was encountered")

    def array(self, given: Any, dtype: Any = None) -> DeviceArray:
        if isinstance(given, DeviceArray):
            return given if dtype is None else given.astype(dtype, copy=False)
        self.launched("array")
        return self.made(np.array(given, dtype, order="C"))

    def plain(self, given: Any) -> Any:
        """What NumPy computes with here; refuses NumPy's own arrays."""
        if isinstance(given, DeviceArray):
            return given.value
        if isinstance(given, np.ndarray) and given.ndim > 0:
            raise TypeError("Unsupported type numpy.ndarray: a device's array is not mixed with NumPy's.")
        if isinstance(given, list | tuple) and any(isinstance(x, DeviceArray) for x in given):
            return type(given)(self.plain(x) for x in given)
        return given

    def key(self, key: Any) -> tuple[Any, bool]:
        """An index for NumPy, and whether it copies."""
        parts = [part.value if isinstance(part, DeviceArray) else part for part in _tuple(key)]
        copies = any(isinstance(part, np.ndarray | list) for part in parts)
        return (tuple(parts) if isinstance(key, tuple) else parts[0]), copies

    def multiplied(self, *operands: Any) -> None:
        """A product: cuBLAS reads rows or columns that lie together; what is neither is copied first."""
        self.launched("product")
        for a in operands:
            value = a.value if isinstance(a, DeviceArray) else np.asarray(a)
            inner = value[(0,) * max(value.ndim - 2, 0)] if value.size else value
            if value.ndim > 1 and not (inner.flags.c_contiguous or inner.flags.f_contiguous):
                self.launched("copy")

    def launcher(self, kernel: Kernel, dtype: Any) -> Any:
        kernel.source(dtype)

        def launch(*arrays: DeviceArray) -> None:
            self.launched(kernel.name)
            assert len(arrays) == len(kernel.arguments)
            named = dict(zip(kernel.arguments, arrays, strict=True))
            for name, array in named.items():
                assert isinstance(array, DeviceArray), name
                assert array.flags.c_contiguous, name
                assert (array.dtype, array.size) == (np.dtype(dtype), arrays[0].size), name
            flat = {name: array.value.reshape(-1) for name, array in named.items()}
            values = {name: flat[name].copy() for name in kernel.reads}
            exec("\n".join(kernel.body), {"tanh": np.tanh, "maximum": np.maximum}, values)
            for name in kernel.writes:
                flat[name][...] = values[name]

        return launch
