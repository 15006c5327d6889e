"""Films through PyAV: which encoders are there, one stream written frame by frame, and a look at what was written."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

from rnnviz.errors import InputError
from rnnviz.export.background import in_background
from rnnviz.export.base import formats
from rnnviz.export.frames import Frame, Frames
from rnnviz.words import QT_TRANSLATE_NOOP

# What players assume for films of 720 lines and more, and what is written into the stream: ITU-R BT.709.
BT709 = 1
NARROW_RANGE = 1


def library() -> ModuleType:
    """PyAV. Errors: InputError that says how to install it and which formats work without it."""
    try:
        import av
    except (ImportError, OSError) as error:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Films need PyAV, which does not load here ({reason}); install it with “pip install av”, "
                "or choose {names}.",
            ),
            reason=error,
            names=", ".join(_without_encoder()),
        ) from None
    av.logging.set_level(av.logging.ERROR)
    return av


def missing(encoder: str) -> InputError | None:
    """Why films with this encoder cannot be made here, or None."""
    try:
        library().Codec(encoder, "w")
    except InputError as problem:
        return problem
    except ValueError:
        return InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This PyAV has no encoder {encoder}; install the complete one with "
                "“pip install --force-reinstall --only-binary av av”, or choose {names}.",
            ),
            encoder=encoder,
            names=", ".join(_without_encoder()),
        )
    return None


def _without_encoder() -> list[str]:
    return [name for name in formats if formats[name].encoder is None and formats[name].kind != "trace"]


@contextlib.contextmanager
def ffmpeg(path: Path) -> Iterator[None]:
    """FFmpeg's own errors become the OSError that they stand for."""
    try:
        yield
    except library().FFmpegError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def picture(frame: Frame, start: int, time_base: Fraction) -> Any:
    """An RGBA frame as PyAV's, shown from start * time_base seconds on."""
    video = library().VideoFrame.from_ndarray(frame, format="rgba")
    video.pts, video.time_base = start, time_base
    return video


def pulled(sink: Any) -> Iterator[Any]:
    """Every picture that a filter has ready."""
    av = library()
    while True:
        try:
            yield sink.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return


def encode(
    frames: Frames,
    path: Path,
    encoder: str,
    pixels: str,
    options: Mapping[str, str],
    container: Mapping[str, str] | None = None,
    pictures: Callable[[Iterator[Frame]], Iterator[Any]] | None = None,
    time_base: Fraction | None = None,
) -> None:
    """Write `frames` as one stream, encoding in the background on the machine's cores.

    pixels: the encoder's pixel format. options: the encoder's; container: the file's. pictures: what makes PyAV's
    pictures of the frames, where there is more to it than their number; time_base: of these pictures.
    Errors: OSError; Cancelled.
    """
    from av.video.reformatter import VideoReformatter

    step = time_base or Fraction(1, frames.fps)
    film = pixels.startswith("yuv")

    def numbered(arriving: Iterator[Frame]) -> Iterator[Any]:
        return (picture(frame, k, step) for k, frame in enumerate(arriving))

    def write(arriving: Iterator[Frame]) -> None:
        with ffmpeg(path), library().open(str(path), "w", options=dict(container or {})) as file:
            stream = file.add_stream(encoder, rate=frames.fps, options=dict(options))
            stream.width, stream.height, stream.pix_fmt = frames.width, frames.height, pixels
            context = stream.codec_context
            context.thread_count = 0
            context.time_base = step
            if film:
                context.colorspace = context.color_primaries = context.color_trc = BT709
                context.color_range = NARROW_RANGE
            # One for all frames: a frame's own reformat() prepares its tables anew, which takes longer than using them.
            convert = VideoReformatter().reformat
            for image in (pictures or numbered)(arriving):
                if film:
                    image = convert(image, format=pixels, dst_colorspace=BT709, dst_color_range=NARROW_RANGE)
                elif image.format.name != pixels:
                    image = convert(image, format=pixels)
                file.mux(stream.encode(image))
            file.mux(stream.encode())

    in_background(frames, write)


def reopen(path: Path, frames: Frames) -> None:
    """Read the finished film from the disk and count its frames. Errors: InputError when some are missing."""
    av = library()
    try:
        with av.open(str(path)) as file:
            found = sum(packet.size > 0 for packet in file.demux(video=0))
    except av.FFmpegError:
        found = 0
    expect(found, frames)


def expect(found: int, frames: Frames) -> None:
    """Errors: InputError when a file that should hold all frames holds `found`."""
    if found != len(frames):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The film was not written whole: {found} of {count} frames can be read back; is the disk full?",
            ),
            found=found,
            count=len(frames),
        )
