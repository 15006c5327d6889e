"""Animated WebP, lossless: every pixel as on the stage."""

from pathlib import Path

from rnnviz.export.base import Exporter, formats
from rnnviz.export.codec import encode, expect
from rnnviz.export.frames import Frames
from rnnviz.words import QT_TRANSLATE_NOOP


class WebP(Exporter[Frames]):
    name = "webp"
    title = QT_TRANSLATE_NOOP("formats", "Animated WebP: exact colours, small, for the web")
    suffix = ".webp"
    kind = "film"
    encoder = "libwebp_anim"

    def write(self, source: Frames, path: Path) -> None:
        options = {"lossless": "1", "compression_level": "2"}
        encode(source, path, self.encoder, "bgra", options, {"loop": "0" if source.loop else "1"})
        # The encoder joins frames that are equal into one that stays longer, so time is counted and not frames; a film
        # in which all are equal becomes a still picture.
        seconds = duration(path)
        if seconds is not None:
            expect(round(seconds * source.fps), source)


def duration(path: Path) -> float | None:
    """Seconds that the frames of a WebP last together; 0 when the file is cut short, None when it is a still picture.

    Source: RFC 9649, WebP Image Format (2024): chunks ANMF, with 24 bits of milliseconds at offset 12.
    """
    milliseconds: int | None = None
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or int.from_bytes(head[4:8], "little") + 8 > size:
            return 0.0
        while len(head := file.read(8)) == 8:
            length = int.from_bytes(head[4:8], "little")
            if head[:4] == b"ANMF":
                milliseconds = (milliseconds or 0) + int.from_bytes(file.read(16)[12:15], "little")
                length -= 16
            file.seek(length + length % 2, 1)
    return None if milliseconds is None else milliseconds / 1000


formats.add(WebP.name, WebP())
