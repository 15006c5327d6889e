"""Facts about the drawings of networks with symmetric weights."""

from dataclasses import replace

import numpy as np
import pytest

from rnnviz.figure.drawing import Boxes, Circles, Lines, Picture, Texts
from rnnviz.figure.hits import hit
from rnnviz.figure.marks import ink
from rnnviz.figure.palette import DARK, LIGHT, diverging
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.stage import looked_at, parts, pattern_stage
from rnnviz.figure.patterns.tracks import pattern_track_list, pattern_tracks
from rnnviz.figure.patterns.units import places
from rnnviz.figure.patterns.words import clock_words, describe_pattern, end_words, number
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.pattern_files import pattern_preset, pattern_presets
from rnnviz.session.patterns import begin, resized
from rnnviz.session.playback import Position
from rnnviz.session.state import Key

W, H = 1010.0, 340.0


def scene_of(name, theme=LIGHT, **changes):
    return PatternScene.of(replace(pattern_preset(name), **changes), theme)


def marks(drawing, kind):
    return [batch for batch in (*drawing.static, *drawing.live) if isinstance(batch, kind)]


def texts(drawing):
    return [string for batch in marks(drawing, Texts) for string in batch.strings]


def unit_fills(drawing, kind=Boxes):
    """Fill by unit of the first batch whose marks are units: the state, not the weights."""
    batch = next(b for b in marks(drawing, kind) if b.keys and b.keys[0] is not None and b.keys[0].name == "unit")
    return {key.unit: tuple(fill) for key, fill in zip(batch.keys, batch.fill.tolist(), strict=True)}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("t", [1, 17, 129])
def test_every_pixel_has_the_colour_of_its_unit_at_that_clock(theme, t):
    scene = scene_of("hopfield-figures", theme)
    fills = unit_fills(pattern_stage(scene, W, H, Position(t)))
    for unit in range(64):
        high = scene.run.states[t - 1, unit] > 0
        assert fills[unit] == tuple(ink(theme.text if high else theme.field).tolist())


def test_a_unit_that_changes_is_between_black_and_white_on_the_way():
    scene = scene_of("hopfield-figures")
    t = int(np.flatnonzero(scene.run.changed.any(axis=1))[0]) + 1
    unit = int(scene.run.unit[t - 1])
    halfway = unit_fills(pattern_stage(scene, W, H, Position(t, 0, 0.5)))[unit]
    assert halfway not in (tuple(ink(LIGHT.text)), tuple(ink(LIGHT.field)))


def test_the_weights_into_the_updated_unit_are_shown_brown_and_green():
    scene = scene_of("hopfield-figures")
    t = 40
    unit = looked_at(scene, t, None)
    assert unit == scene.run.unit[t - 1]
    drawing = pattern_stage(scene, W, H, Position(t))
    shown = [b for b in marks(drawing, Boxes) if b.keys and b.keys[0] is not None and b.keys[0].name == "unit"][1]
    wanted = diverging(scene.weights[unit], "weight", np.abs(scene.weights).max())
    others = np.arange(64) != unit
    assert (shown.fill[others] == wanted[others]).all()
    assert f"Weights into pixel {unit // 8 + 1},{unit % 8 + 1}" in texts(drawing)


def test_a_selected_unit_s_weights_stay_whatever_is_updated():
    scene = scene_of("hopfield-figures")
    assert looked_at(scene, 40, Key("unit", 1, 5)) == 5
    assert "Weights into pixel 1,6" in texts(pattern_stage(scene, W, H, Position(40), Key("unit", 1, 5)))


def test_a_ring_draws_each_weight_once_wider_and_greener_the_larger():
    scene = scene_of("boltzmann-xor")
    drawing = pattern_stage(scene, W, H, Position(1))
    (edges,) = [b for b in drawing.static if isinstance(b, Lines)]
    weights = scene.weights[np.triu_indices(5, 1)]
    assert len(edges.x1) == 10
    order = np.argsort(np.abs(weights), kind="stable")
    assert (np.diff(edges.width) >= 0).all()
    green = edges.colour[:, 1].astype(int) > edges.colour[:, 0].astype(int)
    assert (green == (weights[order] > 0)).all()


def test_units_do_not_overlap_and_lie_within_their_frame():
    for name in pattern_presets():
        for layout in ("grid", "ring"):
            scene = scene_of(name, layout=layout)
            for width, height in ((754, 250), (W, H), (1650, 600)):
                frame = parts(scene, width, height).state
                at = places(scene, frame)
                r = np.where(np.arange(scene.units) < scene.pixels, at.r, at.hidden_r)
                assert (at.x - r >= frame.x - 1).all(), (name, layout, width)
                assert (at.x + r <= frame.x + frame.w + 1).all(), (name, layout, width)
                assert (at.y - r >= frame.y - 1).all(), (name, layout, width)
                assert (at.y + r <= frame.y + frame.h + 1).all(), (name, layout, width)
                apart = np.hypot(at.x[:, None] - at.x, at.y[:, None] - at.y) + 1e9 * np.eye(scene.units)
                assert (apart >= 0.99 * (r[:, None] + r)).all(), (name, layout, width)


def test_a_click_finds_units_and_patterns():
    scene = scene_of("hopfield-figures")
    drawing = pattern_stage(scene, W, H, Position(9))
    at = places(scene, parts(scene, W, H).state)
    assert hit(drawing, at.x[19], at.y[19]) == Key("unit", 9, 19)
    memory = parts(scene, W, H).memory
    assert hit(drawing, memory.x + 10, memory.y + 10) == Key("pattern", 9, 0)


def test_the_stored_pattern_that_is_reached_is_said():
    scene = scene_of("hopfield-figures")
    assert end_words(scene, 1) == "ends in the stored pattern “house”"
    assert clock_words(scene, 1) == "the start: “house”, 13 of 64 pixels turned"
    mixed = scene_of("hopfield-mixture")
    assert end_words(mixed, 1) == "ends in a mixture, A + B + C: a spurious attractor"
    turned = replace(scene.state, drawn=replace(scene.state.drawn, pixels=~scene.state.drawn.pixels))
    assert end_words(PatternScene.of(turned, LIGHT), 1) == "ends in the negative of “house”: every pixel turned"


def test_the_field_and_what_it_does_are_said():
    scene = scene_of("hopfield-figures")
    for t in (2, 20, 60):
        unit = int(scene.run.unit[t - 1])
        field = float(scene.weights[unit] @ scene.run.states[t - 2])
        words = clock_words(scene, t)
        assert f"field {field:.2f}".replace("-", "−") in words
        assert words.endswith("+1" if scene.run.states[t - 1, unit] > 0 else "−1")
    stochastic = scene_of("boltzmann-xor")
    assert "1 with p = " in clock_words(stochastic, 5)
    assert "sampled from the pixels" in clock_words(scene_of("restricted-bars"), 2)
    assert "all units at once" in clock_words(scene_of("hopfield-letters"), 2)


def test_the_energy_curve_goes_through_the_energies_on_the_shared_axis():
    scene = scene_of("hopfield-figures")
    axis = TimeAxis(scene.steps, W, 110.0, 16.0, 6.0)
    drawing = pattern_tracks(scene, axis, 220.0, Position(30))
    curve = next(b for b in marks(drawing, Lines) if len(b.x1) == scene.steps - 1)
    np.testing.assert_allclose(curve.x1, [axis.x(t) for t in range(1, scene.steps)])
    energies = scene.run.energies
    part = (curve.y1 - curve.y1.min()) / (curve.y1.max() - curve.y1.min())
    np.testing.assert_allclose(part, (energies.max() - energies[:-1]) / (energies.max() - energies.min()), atol=1e-9)
    assert "E = " + f"{energies[29]:.2f}".replace("-", "−") in texts(drawing)


def test_the_heat_map_is_the_path_and_what_is_to_come_is_faint():
    scene = scene_of("boltzmann-xor")
    axis = TimeAxis(scene.steps, W, 110.0, 16.0, 2.9)
    past, future = marks(pattern_tracks(scene, axis, 200.0, Position(50)), Picture)
    assert past.rgba.shape[:2] == (5, 50)
    black = (past.rgba == ink(LIGHT.text)).all(axis=2)
    assert ((scene.run.states[:50] > 0) == black.T).all()
    assert future.first_t == 51
    assert np.ptp(future.rgba[..., :3].astype(int)) < 90


def test_the_playhead_stands_on_its_clock_in_the_tracks():
    scene = scene_of("hopfield-figures")
    axis = TimeAxis(scene.steps, W, 110.0, 16.0, 6.0)
    drawing = pattern_tracks(scene, axis, 220.0, Position(30))
    heads = [b for b in marks(drawing, Lines) if len(b.x1) == 1 and b.x1[0] == b.x2[0] == axis.x(30)]
    assert len(heads) == 1


def test_on_the_way_the_dot_lies_on_the_curve_under_the_playhead():
    scene = scene_of("hopfield-figures")
    axis = TimeAxis(scene.steps, W, 110.0, 16.0, 6.0)
    at = {}
    for progress in (0.0, 0.5, 1.0):
        drawing = pattern_tracks(scene, axis, 220.0, Position(8, 0, progress))
        dot = next(b for b in marks(drawing, Circles) if len(b.x) == 1)
        at[progress] = float(dot.x[0]), float(dot.y[0])
    assert [at[p][0] for p in (0.0, 0.5, 1.0)] == [axis.x(7), axis.x(7.5), axis.x(8)]
    assert at[0.5][1] == pytest.approx((at[0.0][1] + at[1.0][1]) / 2)


def test_which_curves_there_are():
    def of(name, **changes):
        return [[curve.name for curve in track.curves] for track in pattern_track_list(scene_of(name, **changes))]

    assert of("hopfield-figures") == [[], ["E"], ["house", "face", "arrow", "letter H"]]
    assert of("boltzmann-xor") == [[], ["E", "F"]]
    assert of("boltzmann-cooling") == [[], ["E"], ["T"]]
    assert of("hopfield-figures", patterns=()) == [[], ["E"]]


def test_probabilities_of_the_patterns_are_the_machine_s():
    scene = scene_of("boltzmann-xor")
    chance = scene.state.machine.probabilities().reshape(8, 4).sum(axis=1)
    np.testing.assert_allclose(scene.likelihoods, chance[[0b000, 0b011, 0b101, 0b110]])
    assert scene.seen(1).tolist() == [1, 0, 0, 0]
    assert f"{100 * chance[0]:.1f} %" in texts(pattern_stage(scene, W, H, Position(1)))


def test_tooltips_name_units_and_patterns():
    scene = scene_of("hopfield-figures")
    value = "+1" if scene.run.states[0, 10] > 0 else "−1"
    assert describe_pattern(scene, Key("unit", 1, 10), 1).startswith(f"pixel 2,3 at t = 1: s = {value}")
    assert describe_pattern(scene, Key("pattern", 1, 0), 129).startswith("“house”: overlap m = 1.00")
    machine = scene_of("boltzmann-xor")
    assert describe_pattern(machine, Key("unit", 1, 3), 1) == "hidden 1 at t = 1: s = 0"
    said = f"“0 0 0”: p(v) = {100 * machine.likelihoods[0]:.1f} %, seen in 100 % of the clocks"
    assert describe_pattern(machine, Key("pattern", 1, 0), 1).startswith(said)


def test_the_reconstruction_is_the_probability_given_the_hidden_units():
    scene = scene_of("restricted-bars")
    batches = [b for b in marks(pattern_stage(scene, W, H, Position(40)), Boxes) if len(b.x) == 16]
    state, expected = batches
    chance = scene.state.machine.visible_given(scene.run.states[39, 16:])
    wanted = 255 - chance * (255 - ink(LIGHT.text)[0])
    np.testing.assert_allclose(expected.fill[:, 0], wanted, atol=1)
    assert (expected.x > state.x.max()).all()


def test_hidden_units_are_circles_beside_the_pixels_and_their_weights_tiles():
    scene = scene_of("restricted-bars")
    drawing = pattern_stage(scene, W, H, Position(40))
    fills = unit_fills(drawing, Circles)
    assert set(fills) == set(range(16, 26))
    tiles = [b for b in marks(drawing, Picture) if b.rgba.shape[:2] == (4, 4)]
    wanted = diverging(scene.weights[16:, :16], "weight", np.abs(scene.weights).max()).reshape(10, 4, 4, 4)
    assert sum(any((tile.rgba == one).all() for tile in tiles) for one in wanted) == 10


def test_clamped_units_stand_in_brackets_keep_their_value_and_say_so():
    scene = scene_of("boltzmann-xor", clamped=((1, 1), (4, 0)))
    frame = parts(scene, W, H).state
    at = places(scene, frame)
    (brackets,) = [b for b in pattern_stage(scene, W, H, Position(7)).live if isinstance(b, Lines) and len(b.x1) == 12]
    for unit in (1, 4):
        mine = np.hypot(brackets.x1 - at.x[unit], brackets.y1 - at.y[unit]) < 1.6 * (at.r + 3)
        assert mine.sum() == 6
    assert describe_pattern(scene, Key("unit", 7, 1), 7).endswith("s = 1, clamped")
    assert "clamped" not in describe_pattern(scene, Key("unit", 7, 2), 7)
    full = max(1.5 / len(scene.state.patterns), 1.15 * scene.likelihoods.max())
    drawing = pattern_stage(scene, 1600, H, Position(7))
    assert f"p(v | clamped) as a line, seen so far as a bar; full width: {100 * full:.0f} %" in texts(drawing)
    at_p = [b for b in drawing.live if isinstance(b, Lines) and (b.colour == ink(LIGHT.role("energy"))).all()][-4:]
    beds = [b for b in drawing.live if isinstance(b, Boxes) and len(b.h) == 1 and b.h[0] == 6.0][::2]
    for bed, line, chance in zip(beds, at_p, scene.likelihoods, strict=True):
        assert (line.x1[0] - bed.x[0]) / bed.w[0] == pytest.approx(chance / full)
    assert scene.likelihoods.sum() < 1
    assert scene.likelihoods[[k for k, row in enumerate(scene.data) if row[1] == 0]].max() == 0


@pytest.mark.parametrize("name", ["hopfield-figures", "boltzmann-xor", "restricted-bars"])
def test_all_weights_can_be_shown_as_a_symmetric_matrix_at_every_clock(name):
    scene = scene_of(name, matrix=True)
    drawing = pattern_stage(scene, 1600, 500, Position(5))
    (image,) = [b for b in drawing.live if isinstance(b, Picture) and b.name == "weight"]
    assert (image.rgba == diverging(scene.weights, "weight", np.abs(scene.weights).max())).all()
    assert (image.rgba == image.rgba.swapaxes(0, 1)).all()
    assert "All weights, wᵢⱼ = wⱼᵢ" in texts(drawing)
    pitch = image.w / scene.units
    key = hit(drawing, image.x + 3.5 * pitch, image.y + 0.5 * pitch)
    assert (key.name, key.unit, key.t) == ("weight", 0, 4)
    assert number(scene.weights[0, 3]) in describe_pattern(scene, key, 5)


def test_a_matrix_of_more_units_than_points_shows_means():
    state = pattern_preset("hopfield-figures")
    spec = replace(state.spec, rows=16, columns=16)
    patterns = tuple(resized(pattern, spec) for pattern in state.patterns)
    scene = PatternScene.of(replace(begin(spec, patterns), matrix=True), LIGHT)
    drawing = pattern_stage(scene, 1000, 300, Position(1))
    (image,) = [b for b in drawing.live if isinstance(b, Picture) and abs(b.w - b.h) < 1e-9 and len(b.rgba) > 64]
    k = -(-256 // len(image.rgba))
    means = scene.weights.reshape(256 // k, k, 256 // k, k).mean(axis=(1, 3))
    assert k == 2
    assert (image.rgba == diverging(means, "weight", np.abs(scene.weights).max())).all()
    assert hit(drawing, image.x + 5, image.y + 5) is None


def test_captions_are_never_cut_in_the_smallest_window():
    for name in pattern_presets():
        for t in (1, 5):
            for matrix in (False, True):
                scene = scene_of(name, matrix=matrix)
                assert not [text for text in texts(pattern_stage(scene, 754, 250, Position(t))) if text.endswith("…")]


def test_what_the_dots_mean_is_said_above_them_and_of_each_unit():
    scene = scene_of("hopfield-figures")
    apart = scene.on[0] != scene.on[-1]
    assert apart.any()
    assert not apart.all()
    for unit, other in enumerate(apart.tolist()):
        assert describe_pattern(scene, Key("unit", 1, unit), 1).endswith("; not yet as at the end") == other
    assert "State; dot: not yet as at the end" in texts(pattern_stage(scene, W, H, Position(1)))
    assert "State" in texts(pattern_stage(scene, W, H, Position(scene.steps)))


def test_the_ring_of_a_selected_unit_is_no_hidden_unit_s_ring():
    scene = scene_of("boltzmann-xor")
    drawing = pattern_stage(scene, W, H, Position(1), Key("unit", 1, 0))
    rings = [
        batch for batch in drawing.live if isinstance(batch, Circles) and len(batch.x) == 1 and not any(batch.keys)
    ]
    hidden = ink(LIGHT.role("M")).tolist()
    assert any(batch.line[0].tolist() == ink(LIGHT.text).tolist() for batch in rings)
    assert not any(batch.line[0].tolist() == hidden for batch in rings)
