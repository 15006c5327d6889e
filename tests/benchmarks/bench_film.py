"""Frames per second of films at 1280x720, beside matplotlib's FuncAnimation on the very same drawings.

    python tests/benchmarks/bench_film.py

Prints a table; asserts nothing. matplotlib is optional: without it, its row is left out.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

import numpy as np

from rnnviz.app.painter import painter
from rnnviz.app.work import snapshot_of
from rnnviz.export.base import formats
from rnnviz.export.film import Render, film
from rnnviz.export.options import FilmOptions, frame_count, frame_position
from rnnviz.figure.drawing import Boxes, Circles, Curves, Drawing, Lines, Picture, Texts
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.palette import THEMES
from rnnviz.figure.scene import Scene
from rnnviz.session.start import initial

FORMATS = ("mp4", "webm", "gif", "webp", "png-sequence")
DOTS = 100  # matplotlib's dots an inch: one of its points is 1/72 inch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=40, help="frames for matplotlib, which is slow")
    wanted = parser.parse_args()
    with painter() as render:
        compare(render, wanted.frames)


def compare(render: Render, frames: int) -> None:
    """Measure and print."""
    state = initial()
    snapshot = snapshot_of(state)
    scene = Scene.of(state, snapshot, THEMES["light"])
    options = FilmOptions(width=1280, height=720, fps=30, hold=0, last=4)
    count = frame_count(options, scene.phases, scene.steps, options.fps)
    print(f"{count} frames of {options.width}x{options.height}, {options.last} clocks, {os.cpu_count()} cores\n")
    rows = [("no film, drawn only", drawing_alone(scene, options, count, render))]
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            path = Path(folder) / f"film{formats[name].suffix}"
            started = time.perf_counter()
            made = film(state, snapshot, options, render, path, exporter=formats[name])
            rows.append((f"rnnviz {name}", made.frames / (time.perf_counter() - started)))
        try:
            rows.append(("FuncAnimation gif", func_animation(scene, options, frames, Path(folder) / "m.gif")))
        except ImportError:
            print("matplotlib is not installed: no comparison")
    speeds = dict(rows)
    base = speeds.get("FuncAnimation gif")
    print(f"| {'':19} | frames/s | x FuncAnimation |\n| {'-' * 19} | -------: | --------------: |")
    for name, speed in rows:
        print(f"| {name:19} | {speed:8.1f} | {f'{speed / base:.1f}' if base else '-':>15} |")


def drawing_alone(scene: Scene, options: FilmOptions, count: int, render: Render) -> float:
    """Frames a second of making and painting the drawings, with no film written."""
    axis = film_axis(scene, options.width, options.height)
    started = time.perf_counter()
    for k in range(count):
        at = frame_position(k, options, scene.phases, scene.steps, options.fps)
        render(frame(scene, axis, at, options.width, options.height, options.tracks))
    return count / (time.perf_counter() - started)


def func_animation(scene: Scene, options: FilmOptions, count: int, path: Path) -> float:
    """Frames a second of FuncAnimation with its Pillow writer: static marks made once, live marks made anew."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot
    from matplotlib.animation import FuncAnimation, PillowWriter

    axis = film_axis(scene, options.width, options.height)
    whole = frame_count(options, scene.phases, scene.steps, options.fps)

    def drawing(k: int) -> Drawing:
        # Spread over the whole film, so that few frames are as hard as all are.
        at = frame_position(k * whole // count, options, scene.phases, scene.steps, options.fps)
        return frame(scene, axis, at, options.width, options.height, options.tracks)

    first = drawing(0)
    figure = pyplot.figure(figsize=(options.width / DOTS, options.height / DOTS), dpi=DOTS)
    figure.set_facecolor(first.background / 255)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, options.width), ylim=(options.height, 0))
    axes.axis("off")
    for batch in first.static:
        add(axes, batch)
    live: list = []

    def show(k: int) -> list:
        for artist in live:
            artist.remove()
        live[:] = [artist for batch in drawing(k).live for artist in add(axes, batch)]
        return live

    film = FuncAnimation(figure, show, frames=count, init_func=list, blit=False, cache_frame_data=False)
    started = time.perf_counter()
    film.save(path, writer=PillowWriter(fps=options.fps))
    seconds = time.perf_counter() - started
    pyplot.close(figure)
    return count / seconds


def add(axes, batch) -> list:
    """The marks of one batch as matplotlib's artists."""
    from matplotlib.collections import EllipseCollection, LineCollection, PatchCollection
    from matplotlib.patches import FancyBboxPatch, PathPatch
    from matplotlib.path import Path as Curve

    points = 72 / DOTS
    if isinstance(batch, Circles):
        size = 2 * batch.r
        places = np.column_stack([batch.x, batch.y])
        marks = EllipseCollection(size, size, np.zeros_like(size), units="x", offsets=places)
        marks.set(offset_transform=axes.transData, facecolor=batch.fill / 255, edgecolor=batch.line / 255)
        marks.set_linewidth(batch.line_width * points)
    elif isinstance(batch, Boxes):
        style = f"round,pad=0,rounding_size={batch.radius}" if batch.radius else "square,pad=0"
        corners = zip(batch.x, batch.y, batch.w, batch.h, strict=True)
        marks = PatchCollection([FancyBboxPatch((x, y), w, h, boxstyle=style) for x, y, w, h in corners])
        marks.set(facecolor=batch.fill / 255, edgecolor=batch.line / 255, linewidth=batch.line_width * points)
    elif isinstance(batch, Lines):
        ends = np.stack([np.column_stack([batch.x1, batch.y1]), np.column_stack([batch.x2, batch.y2])], axis=1)
        marks = LineCollection(ends, colors=batch.colour / 255, linewidths=batch.width * points)
    elif isinstance(batch, Curves):
        codes = [Curve.MOVETO, Curve.CURVE4, Curve.CURVE4, Curve.CURVE4]
        marks = PatchCollection([PathPatch(Curve(bends, codes), fill=False) for bends in batch.points])
        marks.set(facecolor="none", edgecolor=batch.colour / 255, linewidth=batch.width * points)
    elif isinstance(batch, Texts):
        side = {"l": "left", "c": "center", "r": "right"}[batch.anchor]
        look = {"size": batch.size * points, "ha": side, "va": "center", "weight": "bold" if batch.bold else "normal"}
        rows = zip(batch.x, batch.y, batch.strings, batch.colour / 255, strict=True)
        return [axes.text(x, y, string, color=colour, **look) for x, y, string, colour in rows]
    elif isinstance(batch, Picture):
        box = (batch.x, batch.x + batch.w, batch.y + batch.h, batch.y)
        return [axes.imshow(batch.rgba, extent=box, aspect="auto", interpolation="nearest")]
    else:
        raise TypeError(type(batch))
    return [axes.add_collection(marks, autolim=False)]


if __name__ == "__main__":
    main()
