"""Stages with open cells for the tests."""

from dataclasses import replace

import numpy as np
from figure_scenes import real_scene

from rnnviz.figure.inside.geometry import widened_axis
from rnnviz.figure.inside.stage import opened_stage
from rnnviz.figure.stage import natural_column
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import end_of

OPTIONS = {"": {}, "peepholes": {"peepholes": True}, "before": {"reset": "before"}}
SIZES = {"1024": (490.0, 395.0), "1280": (745.0, 420.0), "1920": (1390.0, 560.0)}  # of the stage in such a window


def axis_of(scene, width, height, clocks=range(4, 5)):
    axis = TimeAxis(scene.steps, width, 110.0)
    return widened_axis(replace(axis, column=natural_column(scene, axis.room)), clocks, height)


def opened(scene, size="1280", position=None, unit=0, clocks=range(4, 5), **more):
    width, height = SIZES[size]
    position = position or end_of(clocks.start, scene.phases)
    return opened_stage(scene, axis_of(scene, width, height, clocks), height, position, unit, **more)


def scene_of(cell, **sizes):
    """cell: its name, and after a “-” what is special about it."""
    name, _, option = cell.partition("-")
    return real_scene(**{"cell": name, "T": 8, "H": 3, **OPTIONS[option], **sizes})


def texts_by_key(drawing):
    """{key: strings} of all texts with a key."""
    found = {}
    for batch in drawing.live:
        for key, string in zip(getattr(batch, "keys", ()), getattr(batch, "strings", ()), strict=False):
            if key is not None:
                found.setdefault(key, []).append(string)
    return found


def close(value, text):
    """Whether a text says this value, to the digits that it shows."""
    digits = len(text.partition(".")[2])
    return np.isclose(float(text.replace("−", "-")), value, rtol=0, atol=0.5000001 * 10.0**-digits)
