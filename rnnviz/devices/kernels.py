"""Element by element: several lines of arithmetic in one launch, written once for every device and precision."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, final

import numpy as np

THREADS = 256  # in a block
_TYPES = {"float64": "double", "float32": "float"}
_FUNCTIONS = "#define maximum(a, b) ((a) > (b) || (a) != (a) ? (a) : (b))\n"  # as NumPy's, NaN stays NaN


@final
@dataclass(frozen=True)
class Kernel:
    """For each element of contiguous arrays of one size, the lines of `body`, in their order.

    reads: names that have a value before; writes: names that get one; a name may be in both. body: lines “name =
    expression” of + - * / ( ), comparisons, whole numbers, tanh(a) and maximum(a, b): CUDA C, and Python as well.
    Whole numbers only, because 0.5 would turn single precision into double.
    """

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    body: tuple[str, ...]

    @cached_property
    def arguments(self) -> tuple[str, ...]:
        """The arrays of a launch, in order."""
        return (*self.reads, *(name for name in self.writes if name not in self.reads))

    def source(self, dtype: Any) -> str:
        """CUDA C for arrays of float64 or float32."""
        kind = _TYPES[np.dtype(dtype).name]
        known, lines = set(self.arguments), []
        for line in self.body:
            name = line.partition(" = ")[0]
            lines.append(line if name in known else f"{kind} {line}")
            known.add(name)
        body = [
            "const int at = blockDim.x * blockIdx.x + threadIdx.x",
            "if (at >= count) return",
            *(f"{kind} {name} = {name}_[at]" if name in self.reads else f"{kind} {name}" for name in self.arguments),
            *lines,
            *(f"{name}_[at] = {name}" for name in self.writes),
        ]
        arrays = ", ".join(f"{'' if name in self.writes else 'const '}{kind}* {name}_" for name in self.arguments)
        text = "".join(f"    {line};\n" for line in body)
        return f'{_FUNCTIONS}extern "C" __global__ void {self.name}(const int count, {arrays})\n{{\n{text}}}\n'
