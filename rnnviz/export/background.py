"""Frames are drawn in one thread while another one encodes those that were drawn before."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator

from rnnviz.export.frames import Frame

AHEAD = 2  # frames that wait to be encoded


class _Stopped(Exception):  # noqa: N818 - nothing is wrong: the drawing ended before its end
    pass


def in_background(frames: Iterable[Frame], work: Callable[[Iterator[Frame]], None]) -> None:
    """Run `work` on all frames. The frames are drawn in this thread, the work is done in one of its own.

    Encoders let go of Python's lock, so that on two cores a film takes as long as the slower of the two and not as
    both together. What either raises is raised here, after both have ended.
    """
    waiting: queue.Queue[Frame | None] = queue.Queue(AHEAD)
    stop, ended = threading.Event(), threading.Event()
    failures: list[BaseException] = []

    def arriving() -> Iterator[Frame]:
        while (frame := waiting.get()) is not None:
            yield frame
        ended.set()
        if stop.is_set():
            raise _Stopped

    def run() -> None:
        try:
            work(arriving())
        except _Stopped:
            return
        except BaseException as error:
            failures.append(error)
            while not ended.is_set():  # let the thread that draws put its frame down and look
                if waiting.get() is None:
                    ended.set()

    thread = threading.Thread(target=run, name="rnnviz-encoder", daemon=True)
    thread.start()
    try:
        for frame in frames:
            if failures:
                break
            waiting.put(frame)
    except BaseException:
        stop.set()
        raise
    finally:
        waiting.put(None)
        thread.join()
    if failures:
        raise failures[0]
