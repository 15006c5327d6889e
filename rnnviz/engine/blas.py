"""One thread for the matrix products: with more, small ones are many times slower as soon as anything else runs."""

import contextlib
import threading
from collections.abc import Callable, Iterator

from threadpoolctl import threadpool_limits

_lock = threading.Lock()
_users = 0
_limits: threadpool_limits | None = None


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """While any thread is in here, NumPy's BLAS uses one thread, in the whole process; then as many as before.

    A limit that another thread has set, and still holds, stays as it is. Entering takes some milliseconds when nobody
    is in yet: wrap a training, not an update.
    """
    global _users
    with _lock:
        if _users == 0:
            _in_passing(_limit)
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                _in_passing(_restore)


def _in_passing(change: Callable[[], None]) -> None:
    """From threadpoolctl 3.8 on, the first thread that changes OpenBLAS's limit is, as long as it lives, the only one
    that can: a call from any other does nothing. The last to leave need not be the first who came, so each change is
    made by a thread that ends at once."""
    thread = threading.Thread(target=change, name="rnnviz-blas")
    thread.start()
    thread.join()


def _limit() -> None:
    global _limits
    _limits = threadpool_limits(1, user_api="blas")


def _restore() -> None:
    if _limits is not None:
        _limits.restore_original_limits()
