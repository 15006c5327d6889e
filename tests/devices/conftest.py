import pytest
from strict import Strict

from rnnviz.devices.base import devices


@pytest.fixture
def device(monkeypatch):
    """The strict device, through CuPy's own door."""
    strict = Strict()
    devices["cupy"]  # the registry is filled
    monkeypatch.setitem(devices._items, "cupy", strict)
    return strict
