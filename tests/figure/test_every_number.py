"""All numbers on screen in an open cell, and all that its sentences claim, walked over random networks."""

import re

import numpy as np
from figure_scenes import overlaps, text_boxes
from hypothesis import given, settings
from hypothesis import strategies as st
from inside_scenes import SIZES, opened, scene_of

from rnnviz.cells.base import cells
from rnnviz.figure.drawing import Boxes, Texts
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.inside.describe import describe_inside
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.values import Numbers
from rnnviz.figure.inside.words import LEANING, OPENNESS, sentence
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.session.playback import Position
from rnnviz.session.state import Key, Opened

CELLS = (*cells, "lstm-peepholes", "gru-before")
NUMBER = re.compile(r"[+−]?\d+\.\d+(?:e−?\d+)?")
NETWORKS = st.fixed_dictionaries(
    {
        "cell": st.sampled_from(CELLS),
        "H": st.integers(1, 8),
        "T": st.integers(1, 6),
        "seed": st.integers(0, 50),
        "layers": st.integers(1, 3),
        "direction": st.sampled_from(["forward", "bidirectional"]),
    }
)


def part_of(options, data):
    """A scene of a random network, one of its layers and directions, a clock and a unit."""
    options = dict(options)
    cell = options.pop("cell")
    if cell in ("jordan", "feedforward"):
        options |= {"layers": 1, "direction": "forward"}
    whole = scene_of(cell, **options)
    scene = whole.at(*data.draw(st.sampled_from(whole.parts)))
    return scene, data.draw(st.integers(1, scene.steps)), data.draw(st.integers(0, scene.units("H") - 1))


def as_number(text):
    return float(text.replace("−", "-"))


def near(value, text):
    """Whether a text says this value, to its last digit; one with an exponent to the digits of its mantissa."""
    digits, _, power = text.partition("e")
    last = 10.0 ** (int(power.replace("−", "-") or 0) if power else 0) * 10.0 ** -len(digits.partition(".")[2])
    return abs(as_number(text) - value) <= 0.5000001 * last


@settings(max_examples=120, deadline=None)
@given(NETWORKS, st.sampled_from(["1280", "1920"]), st.data())
def test_every_number_in_the_cell_is_the_traces(options, size, data):
    scene, t, unit = part_of(options, data)
    values = Numbers.of(scene, diagram_of(scene.cell), t, unit).values
    walked = set()
    for batch in opened(scene, size, unit=unit, clocks=range(t, t + 1)).live:
        for key, string in zip(getattr(batch, "keys", ()), getattr(batch, "strings", ()), strict=False):
            if key is None or key.t != t or not NUMBER.fullmatch(string) or key.name == "x":
                continue
            assert key.unit == unit
            assert near(float(values[key.name][unit]), string), (key, string)
            walked.add(key.name)
    gates = {gate.name for gate in scene.gates}
    assert walked >= gates
    for name in gates:  # the values of gates are the trace, not another computation of it
        assert values[name][unit] == scene.value("H" if name == "h" else name, t, unit)


@settings(max_examples=120, deadline=None)
@given(NETWORKS, st.data())
def test_no_sentence_claims_what_the_numbers_do_not_say(options, data):
    scene, t, unit = part_of(options, data)
    values = Numbers.of(scene, diagram_of(scene.cell), t, unit).values
    known = [float(array[unit]) for name, array in values.items() if name != "x" and unit < len(array)]
    for phase in scene.phases:
        text = sentence(scene, Key(phase.name, t, unit, *scene.part))
        for shown in re.findall(r"[+−]\d+\.\d+(?:e−?\d+)?", text):
            assert any(near(value, shown) for value in known), (text, shown)
        name = "h" if phase.name == "H" else phase.name
        if name not in values or not text:
            continue
        value = float(values[name][unit])
        states = [(least, word) for least, word in OPENNESS if f" is {word}" in text]
        if states:
            least, word = max(states, key=lambda pair: len(pair[1]))
            above = min((other for other, _ in OPENNESS if other > least), default=np.inf)
            assert least <= value < above, (text, value, word)
        for share in re.findall(r"(\d+) %", text):
            if "than" not in text:
                assert min(abs(int(share) - 100 * value), abs(int(share) - 100 * (1 - value))) <= 0.5 + 1e-6, text
        if "less than 1 %" in text:
            assert 0 < value < 0.01 or 0.99 < value < 1, text
        if "more than 99 %" in text:
            assert 0.99 < value < 1 or 0 < value < 0.01, text
        if "candidate is" in text.split(":")[0]:
            assert ("strongly" in text) == (abs(value) >= LEANING[0][0]), (text, value)
            assert ("near zero" in text) == (abs(value) < LEANING[1][0]), (text, value)
            assert "positive" not in text or value > 0
            assert "negative" not in text or value < 0
        if "saturated" in text:
            assert abs(value) >= 0.99
        if "nothing to keep" in text:
            assert abs(values["c_before"][unit]) < 0.0005


@settings(max_examples=60, deadline=None)
@given(NETWORKS, st.data())
def test_a_tooltip_says_the_value_of_what_it_names(options, data):
    scene, t, unit = part_of(options, data)
    diagram = diagram_of(scene.cell)
    values = Numbers.of(scene, diagram, t, unit).values
    for name in diagram.meanings:
        said = describe_inside(scene, scene.key(name, t, unit))
        shown = re.search(r": ([+−]?[\d.e+−]+) for unit (\d+) \(1 of (\d+) units\)", said)
        assert shown, said
        assert int(shown[2]) == unit + 1
        assert int(shown[3]) == len(values[name])
        assert abs(as_number(shown[1]) - values[name][unit]) <= 5.1e-4 * max(1.0, abs(values[name][unit]))


@settings(max_examples=100, deadline=None)
@given(
    cell=st.sampled_from(CELLS),
    H=st.integers(1, 64),
    T=st.integers(1, 40),
    theme=st.sampled_from([LIGHT, DARK]),
    size=st.sampled_from(list(SIZES)),
    pair=st.booleans(),
    data=st.data(),
)
def test_nothing_in_a_cell_lies_on_anything_at_any_size(cell, H, T, theme, size, pair, data):
    scene = scene_of(cell, H=H, T=T, theme=theme)
    t, unit = data.draw(st.integers(1, T)), data.draw(st.integers(-1, H - 1))
    count = 2 if pair and T > 1 and size == "1920" else 1
    first = min(t, T - count + 1)
    width, height = SIZES[size]
    drawing = opened(scene, size, unit=unit, clocks=range(first, first + count))
    card = next(b for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)
    left, right = float(card.x[0]), float(card.x[0] + card.w[0])
    found = [pair for pair in overlaps(drawing) if left < pair[2][0] < right and left < pair[3][0] < right]
    assert not found
    boxes, _ = text_boxes(drawing)
    inside = (boxes[:, 0] > left) & (boxes[:, 2] < right)
    assert inside.any()
    assert (boxes[inside, 1] >= -1).all()
    assert (boxes[inside, 3] <= height + 1).all()
    assert (boxes[inside, 2] <= width + 1).all()
    assert all(isinstance(batch, Texts) for batch in drawing.live if hasattr(batch, "strings"))


@settings(max_examples=60, deadline=None)
@given(
    cell=st.sampled_from(CELLS),
    size=st.sampled_from([(960, 540), (1280, 720), (1920, 1080), (1080, 1080)]),
    theme=st.sampled_from([LIGHT, DARK]),
    t=st.integers(1, 6),
    phase=st.integers(0, 8),
    progress=st.floats(0.0, 1.0),
    unit=st.integers(-1, 2),
)
def test_films_of_an_open_cell_are_clear_at_every_moment(cell, size, theme, t, phase, progress, unit):
    """Also while the cell slides on to the next clock: no words of it lie on one another, none leaves the frame."""
    scene = scene_of(cell, T=6, theme=theme)
    position = Position(t, min(phase, len(scene.phases) - 1), progress)
    drawing = frame(scene, film_axis(scene, *size), position, *size, True, Opened(1, unit))
    cards = [b for b in drawing.static if isinstance(b, Boxes) and b.radius >= 8.0 and b.h[0] > 100]
    left, right = float(cards[-1].x[0]), float(cards[-1].x[0] + cards[-1].w[0])
    assert not [pair for pair in overlaps(drawing) if left < pair[2][0] < right and left < pair[3][0] < right]
    boxes, _ = text_boxes(drawing)
    assert (boxes[:, :2] >= -1).all()
    assert (boxes[:, 2] <= size[0] + 1).all()
    assert (boxes[:, 3] <= size[1] + 1).all()
