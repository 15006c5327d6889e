"""GIF: 256 colours chosen for this film, plays where nothing else does."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from rnnviz.export.background import in_background
from rnnviz.export.base import Exporter, formats
from rnnviz.export.codec import encode, ffmpeg, library, picture, pulled, reopen
from rnnviz.export.frames import Frame, Frames
from rnnviz.words import QT_TRANSLATE_NOOP

HUNDREDTH = Fraction(1, 100)


class Gif(Exporter[Frames]):
    """Two passes: a palette from a sample of the frames, then every frame in that palette.

    Both in one filter graph would be simpler and would hold the whole film in memory.
    """

    name = "gif"
    title = QT_TRANSLATE_NOOP("formats", "GIF: plays everywhere, 256 colours")
    suffix = ".gif"
    kind = "film"
    encoder = "gif"
    most_fps = 50  # a delay is whole hundredths of a second, and browsers slow down what is below two
    sampled = 60

    def write(self, source: Frames, path: Path) -> None:
        count = len(source)
        last = start(count, source.fps) - start(count - 1, source.fps)
        container = {"loop": "0" if source.loop else "-1", "final_delay": str(last)}
        with ffmpeg(path):
            palette = self._palette(source)

        def mapped(arriving: Iterator[Frame]) -> Iterator[Any]:
            return self._mapped(source, arriving, palette)

        encode(source, path, self.encoder, "pal8", {}, container, mapped, HUNDREDTH)
        reopen(path, source)

    def _palette(self, frames: Frames) -> Any:
        """16 x 16 colours that suit a sample of the frames."""
        graph = library().filter.Graph()
        source, sink = _source(graph, frames.width, frames.height, "rgba"), graph.add("buffersink")
        chooser = graph.add("palettegen", "reserve_transparent=1")
        source.link_to(chooser)
        chooser.link_to(sink)
        graph.configure()

        def look(arriving: Iterator[Frame]) -> None:
            for k, frame in enumerate(arriving):
                source.push(picture(frame, k, HUNDREDTH))
            source.push(None)

        in_background(frames.sample(self.sampled), look)
        return sink.pull()

    @staticmethod
    def _mapped(frames: Frames, arriving: Iterator[Frame], palette: Any) -> Iterator[Any]:
        """Each frame in the colours of the palette, undithered: drawings have flat colours, and letters stay crisp."""
        graph = library().filter.Graph()
        source, sink = _source(graph, frames.width, frames.height, "rgba"), graph.add("buffersink")
        colours = _source(graph, palette.width, palette.height, palette.format.name)
        mapper = graph.add("paletteuse", "dither=none")
        source.link_to(mapper, 0, 0)
        colours.link_to(mapper, 0, 1)
        mapper.link_to(sink)
        graph.configure()
        palette.pts, palette.time_base = 0, HUNDREDTH
        colours.push(palette)
        colours.push(None)
        for k, frame in enumerate(arriving):
            source.push(picture(frame, start(k, frames.fps), HUNDREDTH))
            yield from pulled(sink)
        source.push(None)
        yield from pulled(sink)


def start(k: int, fps: int) -> int:
    """When frame k begins, in hundredths; to round each start keeps the whole film as long as it should be."""
    return round(Fraction(100 * k, fps))


def _source(graph: Any, width: int, height: int, pixels: str) -> Any:
    size = f"{width}x{height}"
    return graph.add("buffer", video_size=size, pix_fmt=pixels, time_base=str(HUNDREDTH), pixel_aspect="1/1")


formats.add(Gif.name, Gif())
