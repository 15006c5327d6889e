"""The limit on BLAS threads holds in whichever thread asks, and goes when the last one leaves."""

import threading

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from rnnviz.engine.blas import one_thread


def threads() -> set[int]:
    np.ones((2, 2)) @ np.ones((2, 2))
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture
def several():
    """BLAS with two threads, set in passing, so that the test starts where a program does."""
    before = []
    setter = threading.Thread(target=lambda: before.append(threadpool_limits(2, user_api="blas")))
    setter.start()
    setter.join()
    if threads() != {2}:
        pytest.skip("this BLAS cannot be given two threads")
    yield
    restorer = threading.Thread(target=before[0].restore_original_limits)
    restorer.start()
    restorer.join()


def elsewhere(function) -> None:
    thread = threading.Thread(target=function)
    thread.start()
    thread.join()


def test_the_limit_holds_in_any_thread_again_and_again(several):
    seen = []

    def look():
        with one_thread():
            seen.append(threads())
        seen.append(threads())

    for run in (look, lambda: elsewhere(look), look, lambda: elsewhere(look)):
        run()
    assert seen == [{1}, {2}] * 4


def test_the_last_to_leave_restores_whoever_came_first(several):
    inside, leave = threading.Event(), threading.Event()

    def stay():
        with one_thread():
            inside.set()
            leave.wait(5)

    other = threading.Thread(target=stay)
    with one_thread():
        other.start()
        assert inside.wait(5)
    assert threads() == {1}
    leave.set()
    other.join()
    assert threads() == {2}
