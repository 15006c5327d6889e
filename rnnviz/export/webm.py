"""WebM with VP9: the free film format of the web."""

from pathlib import Path

from rnnviz.export.base import Exporter, formats
from rnnviz.export.codec import encode, reopen
from rnnviz.export.frames import Frames
from rnnviz.words import QT_TRANSLATE_NOOP


class WebM(Exporter[Frames]):
    name = "webm"
    title = QT_TRANSLATE_NOOP("formats", "WebM film (VP9): free, for the web")
    suffix = ".webm"
    kind = "film"
    encoder = "libvpx-vp9"
    even = True

    def write(self, source: Frames, path: Path) -> None:
        # cpu-used 8 with the realtime deadline is six times as fast as the default and still crisp at this crf.
        options = {"crf": "20", "b:v": "0", "deadline": "realtime", "cpu-used": "8", "row-mt": "1"}
        encode(source, path, self.encoder, "yuv420p", options)
        reopen(path, source)


formats.add(WebM.name, WebM())
