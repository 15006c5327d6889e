"""Frames are drawn in one thread and encoded in another: what either raises comes out, and no thread stays."""

import threading

import pytest

from rnnviz.export.background import AHEAD, in_background


def test_every_frame_arrives_in_order_and_in_another_thread():
    got, threads = [], set()

    def work(arriving):
        for frame in arriving:
            got.append(frame)
            threads.add(threading.current_thread())

    in_background(iter(range(100)), work)
    assert got == list(range(100))
    assert threads.isdisjoint({threading.current_thread()})


def test_no_more_than_a_few_frames_wait():
    taken, most = 0, 0
    go = threading.Semaphore(0)

    def frames():
        nonlocal most
        for k in range(20):
            go.release()
            most = max(most, k - taken)
            yield k

    def work(arriving):
        nonlocal taken
        for _ in arriving:
            go.acquire()
            taken += 1

    in_background(frames(), work)
    assert taken == 20
    assert most <= AHEAD + 2


@pytest.mark.parametrize("at", [0, 3, "end"])
def test_an_encoder_that_fails_ends_the_drawing(at):
    drawn = []

    def frames():
        for k in range(1000):
            drawn.append(k)
            yield k

    def work(arriving):
        for frame in arriving:
            if frame == at:
                raise OSError("full")
        raise OSError("full at its end")

    with pytest.raises(OSError, match="full"):
        in_background(frames(), work)
    assert at == "end" or len(drawn) <= at + AHEAD + 4


@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt()])
def test_drawing_that_fails_ends_the_encoder_which_closes_its_file(error):
    closed = []

    def frames():
        yield 1
        raise error

    def work(arriving):
        try:
            for _ in arriving:
                continue
            closed.append("finished")
        finally:
            closed.append("closed")

    with pytest.raises(type(error)):
        in_background(frames(), work)
    assert closed == ["closed"]
