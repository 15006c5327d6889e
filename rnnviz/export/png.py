"""PNG: one picture, exact; written here, so that it needs no encoder."""

import struct
import zlib
from pathlib import Path

import numpy as np

from rnnviz.export.base import Exporter, formats
from rnnviz.export.frames import Frame, Frames
from rnnviz.words import QT_TRANSLATE_NOOP

LEVEL = 3  # of zlib: drawings come out a tenth larger than at the usual 6, in half the time


class Png(Exporter[Frames]):
    name = "png"
    title = QT_TRANSLATE_NOOP("formats", "PNG picture: one moment, exact colours")
    suffix = ".png"
    kind = "still"

    def write(self, source: Frames, path: Path) -> None:
        write_png(source[len(source) - 1], path)


def write_png(frame: Frame, path: Path) -> None:
    """Write (height, width, 4) RGBA as a PNG, without the alpha channel where all of it is opaque.

    Source: W3C, Portable Network Graphics (third edition, 2025).
    """
    height, width = frame.shape[:2]
    opaque = bool((frame[..., 3] == 255).all())
    rows = np.ascontiguousarray(frame[..., :3] if opaque else frame).reshape(height, -1)
    lines = np.empty((height, rows.shape[1] + 1), dtype=np.uint8)
    lines[:, 0] = 0  # no filter: flat colours are smallest as they are
    lines[:, 1:] = rows
    header = struct.pack(">IIBBBBB", width, height, 8, 2 if opaque else 6, 0, 0, 0)
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for name, data in (
            (b"IHDR", header),
            (b"sRGB", b"\0"),
            (b"IDAT", zlib.compress(lines.data, LEVEL)),
            (b"IEND", b""),
        ):
            file.write(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))


formats.add(Png.name, Png())
