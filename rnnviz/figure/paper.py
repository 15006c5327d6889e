"""The paper of a task whose answers move a pen: the line that is wanted, and what the network has drawn so far."""

import numpy as np

from rnnviz.figure.drawing import Batch, Drawing, Floats, Lines, Texts
from rnnviz.figure.marks import box, dots, ease, even, frame_box, ink
from rnnviz.figure.metrics import first_fitting
from rnnviz.figure.scene import Scene
from rnnviz.session.playback import Position
from rnnviz.words import translate

REACH = 1.25  # from the middle of the paper to its edge
CAPTION = 18.0  # above the paper
LEAST_WIDTH = 700.0  # narrower frames of a film have no room beside the stage


def has_paper(scene: Scene) -> bool:
    """Whether the answers of this scene's task draw something."""
    return scene.task.pen(scene.sequence, np.zeros((0, scene.model.spec.outputs))) is not None


def moves_made(scene: Scene, position: Position) -> float:
    """How many moves the pen has made at this position, the one under way in part."""
    names = [phase.name for phase in scene.phases]
    answer = names.index("S")
    if position.phase > answer:
        return float(position.t)
    if position.phase < answer:
        return position.t - 1.0
    return position.t - 1 + (1.0 if scene.reduced_motion else ease(position.progress))


def drawn(scene: Scene, position: Position) -> Floats | None:
    """(n, 2): the points of the line drawn so far, from where the pen begins to where it is now; only the beginning
    while the network has not answered. None where the task draws nothing."""
    moves = scene.trace["s"][: scene.known] if scene.known else np.zeros((0, scene.model.spec.outputs))
    points = scene.task.pen(scene.sequence, np.asarray(moves, dtype=np.float64))
    if points is None:
        return None
    made = min(moves_made(scene, position), len(points) - 1.0)
    whole = int(made)
    line = points[: whole + 1]
    if made > whole:
        line = np.concatenate([line, points[whole : whole + 1] + (made - whole) * (points[whole + 1] - points[whole])])
    return np.nan_to_num(line)


def paper(scene: Scene, position: Position, x: float, y: float, side: float) -> list[Batch]:
    """The paper with its caption in the box x, y, side, CAPTION + side; nothing where the task draws nothing."""
    line = drawn(scene, position)
    if line is None:
        return []
    theme, one, top = scene.theme, np.ones(1), y + CAPTION
    target, mask = scene.task.target(scene.sequence)
    wanted = scene.task.pen(scene.sequence, target[mask != 0])
    assert wanted is not None

    def on_paper(points: Floats) -> tuple[Floats, Floats]:
        """Where points of the square from -1 to 1 lie; what would leave the paper stays at its edge."""
        inside = np.clip(points, -REACH, REACH) / REACH
        return x + side * (1 + inside[:, 0]) / 2, top + side * (1 - inside[:, 1]) / 2

    def stroke(points: Floats, colour: str, width: float, dash: tuple[float, ...] = ()) -> Lines:
        px, py = on_paper(points)
        count = len(px) - 1
        return Lines(px[:-1], py[:-1], px[1:], py[1:], even(colour, count), np.full(count, width), dash)

    captions = translate("figure", "Drawn so far; dashed: what is wanted"), translate("figure", "Drawn; dashed: wanted")
    caption = first_fitting(captions, side, 10.0)
    ends = [line[0], line[-1]]
    px, py = on_paper(np.array(ends))
    return [
        Texts((caption,), x * one, (y + CAPTION / 2 - 2) * one, ink(theme.muted)[None], 10.0, "l"),
        box(x, top, side, side, ink(theme.field), 4.0),
        frame_box(x, top, side, side, ink(theme.border), 1.0, 4.0),
        stroke(wanted, theme.muted, 1.2, (4.0, 3.0)),
        stroke(line, theme.role("S"), 2.6),
        dots(px[:1], py[:1], 2.4, even(theme.muted, 1)),
        dots(px[1:], py[1:], 4.4, even(theme.accent, 1)),
    ]


def paper_drawing(scene: Scene, position: Position, width: float, height: float) -> Drawing:
    """The paper alone, as large as it can be, on the ground of the panel."""
    side = min(width, height - CAPTION)
    return Drawing(
        width, height, ink(scene.theme.window), (), tuple(paper(scene, position, (width - side) / 2, 0.0, side))
    )


def strip_of(scene: Scene, width: float, height: float) -> float:
    """How much of the width of a film's frame is the paper's, at the right of the stage."""
    return min(0.2 * width, 0.55 * height) if width >= LEAST_WIDTH and has_paper(scene) else 0.0
