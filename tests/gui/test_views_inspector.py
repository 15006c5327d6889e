"""The inspector: every number is the trace's, nothing jumps, and it says what the numbers are of."""

import itertools
import re
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from view_scenes import scene_of, snapshot_of

from rnnviz.engine.evaluate import fresh
from rnnviz.figure.equations import shares
from rnnviz.figure.inside.script import program
from rnnviz.figure.inside.symbols import Symbol
from rnnviz.figure.inside.values import tabular
from rnnviz.figure.inside.words import sentence
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.figure.terms import share
from rnnviz.gui.dialogs.numpy_window import NumpyWindow
from rnnviz.gui.toolkit.equation_images import EquationImages, Wanted, plain
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.views.equation_view import EQUATION, LETTERS, NAME
from rnnviz.gui.views.inspector_view import MARGIN, InspectorView
from rnnviz.gui.views.symbol_line import SymbolLine
from rnnviz.gui.views.term_table import INDENT, LABEL, PERCENT, fitting
from rnnviz.session.playback import Position
from rnnviz.session.start import preset
from rnnviz.session.state import Key

MARKED = ((r"\overrightarrow{h}^{(2)}", "1", "h"), ("=", "", ""))


@pytest.fixture
def inspector(qtbot):
    view = InspectorView(LIGHT)
    qtbot.addWidget(view)
    view.resize(300, 640)
    view.setVisible(True)
    return view


def lines(view):
    return [row.line for row in view.rows if row.isVisibleTo(view)]


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman", "jordan", "feedforward"])
@pytest.mark.parametrize(("t", "unit"), [(1, 0), (4, 1), (8, 2)])
def test_every_value_is_the_traces(inspector, cell, t, unit):
    state, snapshot = scene_of(8, cell=cell)
    inspector.show(replace(state, selection=Key("H", t, unit)), snapshot)
    shown = lines(inspector)
    gates = inspector.scene.gates
    assert [line.role for line in shown] == [gate.role for gate in gates]
    for line, gate in zip(shown, gates, strict=True):
        value = float(line.value.replace("−", "-").replace("+", ""))
        assert value == pytest.approx(float(snapshot.trace[gate.name][t - 1, unit]), abs=6e-4)


def test_an_equation_too_long_for_one_line_has_two_that_can_be_read(inspector, qtbot):
    state, _ = scene_of(8)
    inspector.resize(264, 640)
    deep = fresh(replace(state.network.spec, cell="gru", layers=2, direction="bidirectional"))
    state = replace(state, network=deep, selection=Key("H", 5, 0, 1))
    inspector.show(state, snapshot_of(state))
    rows = {row.line.title: row for row in inspector.rows if row.isVisibleTo(inspector)}
    long, short = rows["candidate"], rows["reset"]
    qtbot.waitUntil(lambda: long.sizeHint().height() > short.sizeHint().height(), timeout=20_000)
    qtbot.waitUntil(lambda: not inspector.images.pending, timeout=20_000)
    long.grab()
    boxes = [placed.box for placed in long.symbols.placed]
    tops = sorted({box.top() for box in boxes})
    assert len(tops) == 2
    for top in tops:
        line = sorted((box.left(), box.right()) for box in boxes if box.top() == top)
        assert all(right <= left for (_, right), (left, _) in itertools.pairwise(line))
        assert line[-1][1] <= long.width()
    short.grab()
    ways = [next(one.box.width() for one in row.symbols.placed if one.symbol.tex[0] == "W") for row in (long, short)]
    assert ways[0] >= 0.9 * ways[1]  # as large as on a line of its own


@pytest.mark.parametrize("width", range(250, 340, 15))
def test_equations_of_one_panel_are_about_as_large(inspector, qtbot, width):
    state, _ = scene_of(8)
    inspector.resize(width, 900)
    state = replace(state, network=fresh(replace(state.network.spec, peepholes=True)), selection=Key("H", 5, 0))
    inspector.show(state, snapshot_of(state))
    qtbot.waitUntil(lambda: not inspector.images.pending, timeout=20_000)
    rows = [row for row in inspector.rows if row.isVisibleTo(inspector)]
    for row in rows:
        row.grab()
    letters = [next(one.box.width() for one in row.symbols.placed if one.symbol.tex[0] == "W") for row in rows[:3]]
    assert min(letters) >= 0.75 * max(letters)


def test_an_arrow_over_a_letter_makes_no_gap_beside_it(inspector, qtbot):
    wanted = [Wanted(tex, 16.0, "#000000") for tex in ("h", r"\overrightarrow{h}", r"\overleftarrow{h}")]
    for one in wanted:
        inspector.images.get(*one)
    qtbot.waitUntil(lambda: not inspector.images.pending, timeout=20_000)
    made = [inspector.images.get(*one) for one in wanted]
    wide = [image.viewBoxF().width() for image in made]
    assert max(wide) < 1.4 * wide[0]
    assert min(image.viewBoxF().height() for image in made[1:]) > 1.2 * made[0].viewBoxF().height()


def test_numbers_change_and_the_layout_stays(inspector):
    state, snapshot = scene_of(8)
    state = replace(state, selection=Key("H", 3, 0))
    inspector.show(state, snapshot)
    inspector.grab()
    places = [row.geometry() for row in inspector.rows]
    other = {name: -0.5 * array for name, array in snapshot.trace.items() if name != "x"} | {"x": snapshot.trace["x"]}
    before = [line.value for line in lines(inspector)]
    inspector.show(state, replace(snapshot, trace=other), frozenset({"snapshot"}))
    inspector.grab()
    assert [line.value for line in lines(inspector)] != before
    assert [row.geometry() for row in inspector.rows] == places


def test_title_and_subtitle_name_the_unit(inspector):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("H", 4, 1)), snapshot)
    assert inspector.title.text() == "Inside H₄"
    assert inspector.subtitle.text() == "LSTM cell · unit 2 of 3"
    inspector.show(replace(state, selection=Key("f", 4, 0)), snapshot, frozenset({"selection"}))
    assert inspector.subtitle.text() == "LSTM cell · forget · unit 1 of 3"
    assert lines(inspector)
    inspector.show(replace(state, selection=Key("S", 12 % 8, 0)), snapshot, frozenset({"selection"}))
    assert inspector.title.text() == "Inside S₄"
    names = state.task.output_names
    assert inspector.subtitle.text() == f"output · “{names[0]}” (1 of {len(names)})"


def test_the_buttons_ask_for_the_next_and_the_previous_unit(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("H", 4, 2)), snapshot)
    asked = []
    inspector.selected.connect(asked.append)
    qtbot.mouseClick(inspector.later, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inspector.earlier, Qt.MouseButton.LeftButton)
    assert asked == [Key("H", 4, 0), Key("H", 4, 1)]


def test_nothing_selected_is_a_hint_and_a_legend(inspector):
    state, snapshot = scene_of(8)
    inspector.show(state, snapshot)
    assert inspector.hint.isVisible()
    assert inspector.legend.isVisible()
    assert lines(inspector) == []
    letters = [letter for letter, *_ in inspector.legend.rows()]
    assert letters == ["S", "H", "M", "X", "f", "i", "g", "c", "o"]
    assert [dashed for letter, _, _, dashed in inspector.legend.rows() if letter == "M"] == [True]
    inspector.show(*scene_of(8, cell="gru"))
    assert [letter for letter, *_ in inspector.legend.rows()][4:] == ["r", "z", "n"]
    inspector.grab()


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman"])
def test_the_scales_are_always_in_sight(inspector, qtbot, cell):
    state, snapshot = scene_of(8, cell=cell)
    for selection in (None, Key("H", 4, 1), Key("S", 8, 1)):
        inspector.show(replace(state, selection=selection), snapshot)
        qtbot.waitUntil(lambda: inspector.scales.height() == inspector.scales.sizeHint().height())
        inspector.grab()
        assert inspector.scales.isVisible()
        assert inspector.rect().contains(inspector.scales.geometry())
    titles = [title for title, *_ in inspector.scales.scales()]
    assert titles == ["activation", *(["gate"] if cell != "elman" else []), "weight"]
    assert "activation: −1 … +1" in inspector.scales.accessibleDescription()


@pytest.mark.parametrize("key", [Key("H", 4, 1), Key("X", 4, 0), Key("M", 1, 0), Key("S", 8, 1), Key("f", 2, 0)])
def test_everything_that_can_be_selected_has_its_equations(inspector, key):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=key), snapshot)
    assert lines(inspector)
    assert str(key.t) in inspector.title.text().translate(str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"))
    inspector.grab()


def test_without_a_snapshot_no_number_is_invented(inspector):
    state, _ = scene_of(8)
    inspector.show(replace(state, selection=Key("H", 4, 1)), None)
    for line in lines(inspector):
        assert not re.search(r"\d\.\d", line.value)
    inspector.grab()


def test_the_facts_are_those_of_the_model_shown(inspector):
    state, snapshot = scene_of(8)
    inspector.show(state, snapshot)
    facts = inspector.facts.accessibleDescription()
    assert "untrained" in facts
    assert "seed 0" in facts
    assert "float64" in facts
    assert "NumPy" in facts
    assert "clipping at 1" in facts
    trained = replace(snapshot, network=replace(snapshot.network, updates=1234))
    free = replace(state, training=replace(state.training, clip=None))
    inspector.show(free, trained)
    assert "trained, 1 234 updates" in inspector.facts.accessibleDescription()
    assert "not clipped" in inspector.facts.accessibleDescription()


@pytest.mark.parametrize("width", [120, 180, 400])
def test_no_fact_is_cut_short(inspector, width):
    facts, said = inspector.facts, ["untrained, 0 updates · edited · seed 7", "gradients drawn: before clipping at 1"]
    facts.resize(width, 100)
    facts.set_lines(said)
    metrics = QFontMetrics(font(11))
    assert " ".join(facts.rows) == " ".join(said)
    assert all(metrics.horizontalAdvance(row) <= width for row in facts.rows)
    assert facts.sizeHint().height() == 15 * len(facts.rows)
    assert (len(facts.rows) == 2) == (width == 400)


def test_equations_are_set_in_the_background_and_kept(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("H", 4, 1)), snapshot)
    before = inspector.rows[0].grab().toImage()
    with qtbot.waitSignal(inspector.images.ready, timeout=10_000):
        pass
    qtbot.waitUntil(lambda: not inspector.images.pending, timeout=10_000)
    after = inspector.rows[0].grab().toImage()
    assert before != after
    for symbol in inspector.rows[0].line.symbols:
        colour = LIGHT.ink(symbol.role) if symbol.role else LIGHT.text
        image = inspector.images.get(symbol.tex, 16.0, colour)
        assert image is not None, symbol
        assert image is inspector.images.get(symbol.tex, 16.0, colour)
    # At another clock nothing has to be set: the clock's number is not a part of the pictures.
    inspector.show(replace(state, selection=Key("H", 7, 1)), snapshot, frozenset({"selection"}))
    inspector.grab()
    assert not inspector.images.pending


def test_the_picture_has_the_colour_asked_for(qtbot):
    images = EquationImages()
    images.get(r"h_t = \tanh(c_t)", 40.0, "#ff0000")
    qtbot.waitUntil(lambda: not images.pending, timeout=10_000)
    image = images.get(r"h_t = \tanh(c_t)", 40.0, "#ff0000")
    from PySide6.QtGui import QImage, QPainter

    canvas = QImage(300, 60, QImage.Format.Format_ARGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    image.render(painter)
    painter.end()
    names = {canvas.pixelColor(x, y).name() for x in range(300) for y in range(60)}
    assert "#ff0000" in names
    assert len(names) > 3


def test_an_equation_that_cannot_be_set_stays_text(qtbot):
    images = EquationImages()
    images.get(r"\left(", 16.0, "#000000")
    qtbot.waitUntil(lambda: not images.pending, timeout=10_000)
    assert images.get(r"\left(", 16.0, "#000000") is None


def test_plain_text_of_an_equation():
    assert plain(r"f_t = \sigma(W_f x_t + U_f h_{t-1} + b_f)") == "f_t = σ(W_f x_t + U_f h_t-1 + b_f)"


def test_the_theme_reaches_every_part(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("H", 4, 1)), snapshot)
    inspector.set_theme(DARK)
    assert DARK.text.lower() in inspector.title.styleSheet().lower()
    assert {row.theme for row in inspector.rows} == {DARK}
    assert inspector.scene.theme is DARK


def test_the_gate_that_was_clicked_shows_its_sum_and_the_others_on_demand(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("i", 4, 1)), snapshot)
    f, i, g, c, o, h = inspector.rows
    assert [len(row.shown) for row in (f, i, g, c, o, h)] == [0, 7, 0, 2, 0, 0]
    assert f.toggle.text().startswith("7 term")
    height = f.sizeHint().height()
    f.toggle.setFocus()
    qtbot.keyClick(f.toggle, Qt.Key.Key_Space)
    assert len(f.shown) == 7
    qtbot.waitUntil(lambda: f.height() > height)
    assert "h₃[2]: " in f.accessibleDescription()
    inspector.show(replace(state, selection=Key("i", 5, 1)), snapshot, frozenset({"selection"}))
    assert len(f.shown) == 7  # what was opened stays open from clock to clock
    qtbot.mouseClick(f.toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: f.height() == height)


def test_of_many_terms_the_largest_are_shown_and_the_rest_can_be(inspector, qtbot):
    state, snapshot = scene_of(8, hidden=100, cell="gru")
    inspector.show(replace(state, selection=Key("z", 4, 60)), snapshot)
    row = inspector.rows[1]
    values = [abs(term.value) for term in row.line.terms]
    assert [abs(term.value) for term in row.shown] == sorted(values, reverse=True)[:8]
    assert row.more.text() == "+ 96 more"
    height = row.sizeHint().height()
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert len(row.shown) == 104
    assert not row.more.isVisible()
    assert row.sizeHint().height() > height + 90 * 10
    inspector.grab()


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman", "jordan", "feedforward"])
def test_matrices_open_below_an_equation_and_their_numbers_are_links(inspector, qtbot, cell):
    state, snapshot = scene_of(8, cell=cell)
    state = replace(state, selection=Key("H", 4, 1))
    inspector.show(state, snapshot)
    row = inspector.rows[-1]
    assert not row.form.isVisibleTo(row)
    height = row.sizeHint().height()
    row.brackets.setFocus()
    qtbot.keyClick(row.brackets, Qt.Key.Key_Space)
    assert row.form.isVisibleTo(row)
    assert row.sizeHint().height() == height + row.form.height()
    inspector.resize(inspector.width(), 1200)
    inspector.grab()
    assert max(box.right() for _, box in row.form.links()) <= row.form.width() + 2
    followed, pointed = [], []
    inspector.followed.connect(followed.append)
    inspector.hovered.connect(pointed.append)
    key, box = row.form.links()[-1]
    qtbot.mouseMove(row.form, box.center().toPoint())
    qtbot.mouseClick(row.form, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert followed == [key]
    assert pointed[-1] == key
    row.form.setFocus()
    qtbot.keyClick(row.form, Qt.Key.Key_Down)
    qtbot.keyClick(row.form, Qt.Key.Key_Return)
    assert followed[-1] == row.form.links()[1][0]
    before = row.sizeHint()
    for t in range(1, 9):  # other values, the same places
        inspector.show(replace(state, selection=Key("H", t, 1)), snapshot)
        assert row.sizeHint() == before


def test_the_keyboard_walks_over_symbols_and_products_and_lights_them(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("i", 4, 1)), snapshot)
    inspector.grab()
    row = inspector.rows[1]
    lit, followed = [], []
    inspector.hovered.connect(lit.append)
    inspector.followed.connect(followed.append)
    row.setFocus()
    stops = row._stops()
    assert len(stops) == 6 + 5  # i W x U h b, and the five products that have a source
    for _ in stops[1:]:
        qtbot.keyClick(row, Qt.Key.Key_Down)
    assert [key.name for key in lit if key is not None][:6] == ["i", "i_pre", "x", "i_pre", "h_before", "i_pre"]
    assert [key for key in lit[6:] if key is not None] == [source for source, _ in row._sources()]
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert followed == [row._sources()[-1][0]]
    qtbot.keyClick(row, Qt.Key.Key_Up)
    assert lit[-1] == row._sources()[-2][0]


def test_without_numbers_the_rows_are_as_high_as_with_them(inspector):
    state, snapshot = scene_of(8)
    for key in (Key("f", 4, 1), Key("S", 4, 0), Key("H", 1, 0)):
        inspector.show(replace(state, selection=key), None)
        before = [row.sizeHint() for row in inspector.rows if row.isVisibleTo(inspector)]
        inspector.show(replace(state, selection=key), snapshot)
        assert [row.sizeHint() for row in inspector.rows if row.isVisibleTo(inspector)] == before


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman", "jordan", "feedforward"])
def test_every_term_can_be_read_in_the_narrowest_inspector(inspector, cell):
    state, snapshot = scene_of(8, cell=cell)
    wide = inspector.minimumWidth() - 2 * MARGIN - INDENT - 4
    for t in range(1, 9):
        for unit in range(3):
            inspector.show(replace(state, selection=Key("H", t, unit)), snapshot)
            for line in lines(inspector):
                assert QFontMetrics(font(11)).horizontalAdvance(line.substituted or "") < wide - 70
                for term in line.terms:
                    label = max(LABEL, QFontMetrics(font(11)).horizontalAdvance(term.label) + 6)
                    value = QFontMetrics(font(11)).horizontalAdvance(tabular(term.value, True))
                    room = wide - PERCENT - label - value - 4
                    assert QFontMetrics(fitting(term.text, room)).horizontalAdvance(term.text) <= room, term


def test_pointing_at_a_symbol_says_which_value_it_is(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("H", 4, 1)), snapshot)
    inspector.grab()
    qtbot.waitUntil(lambda: not inspector.images.pending, timeout=10_000)
    inspector.grab()
    said = []
    inspector.hovered.connect(said.append)
    row = inspector.rows[0]
    for place in [placed.box.center().toPoint() for placed in row.symbols.placed]:
        qtbot.mouseMove(row, place)
    names = [key.name for key in said if key is not None]
    assert names == ["f", "f_pre", "x", "f_pre", "h_before", "f_pre"]
    assert {(key.t, key.unit) for key in said if key is not None} == {(4, 1)}
    inspector.light(Key("f", 4, 1))
    assert row.lit == {"f"}
    inspector.light(Key("M", 4, 1))
    assert row.lit == {"h_before"}
    inspector.light(Key("f", 3, 1))
    assert row.lit == frozenset()


def test_letters_with_a_layer_above_them_stand_clear_of_the_name_over_the_equation(qtbot):
    images = EquationImages()
    symbols = tuple(Symbol(tex, clock, name, "H") for tex, clock, name in MARKED)
    line, picture = SymbolLine(images), QImage(300, 60, QImage.Format.Format_ARGB32)
    for _ in range(2):
        picture.fill(0)
        with QPainter(picture) as painter:
            line.paint(painter, symbols, QRectF(0, NAME, 300, EQUATION), LETTERS, LIGHT, frozenset())
        qtbot.waitUntil(lambda: not images.pending, timeout=10_000)
    rows = [y for y in range(60) if any(picture.pixelColor(x, y).alpha() for x in range(60))]
    assert rows[0] >= NAME - 3
    assert rows[-1] < NAME + EQUATION + 3  # above the numbers below it
    images.stop()


def test_the_step_is_said_in_words_and_follows_the_phase(inspector):
    state, snapshot = scene_of(8)
    at = replace(state, selection=Key("H", 4, 1), position=Position(4, 1, 1.0))
    inspector.show(at, snapshot)
    assert inspector.words.text().startswith("The forget gate is")
    height = inspector.words.height()
    inspector.show(replace(at, position=Position(4, 4, 1.0)), snapshot, frozenset({"position"}))
    assert inspector.words.text().startswith("The cell goes from")
    inspector.show(replace(at, selection=Key("o", 3, 1)), snapshot, frozenset({"selection"}))
    assert inspector.words.text().startswith("The output gate is")
    assert inspector.words.height() == height
    inspector.show(replace(at, selection=None), snapshot, frozenset({"selection"}))
    assert not inspector.words.isVisibleTo(inspector)


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman", "feedforward"])
def test_sentences_have_room_in_the_narrowest_inspector(inspector, cell):
    state, snapshot = scene_of(8, cell=cell)
    inspector.resize(240, 640)
    inspector.show(replace(state, selection=Key("H", 4, 1)), snapshot)
    inspector.grab()
    metrics = QFontMetrics(inspector.words.font())
    for name in (*(gate.name for gate in inspector.scene.gates if gate.name != "h"), "H", "X", "M", "S"):
        for t in (1, 4):
            for unit in (1, -1):
                text = sentence(inspector.scene, Key(name, t, unit))
                box = metrics.boundingRect(0, 0, inspector.words.width(), 1000, Qt.TextFlag.TextWordWrap, text)
                assert box.height() <= inspector.words.height(), text


def test_the_lowest_and_highest_value_leave_the_name_readable(inspector):
    state, snapshot = scene_of(8)
    inspector.resize(240, 640)
    inspector.show(replace(state, selection=Key("H", 4, -1)), snapshot)
    row = inspector.rows[2]
    room = row.width() - INDENT - 4 - QFontMetrics(font(13, True)).horizontalAdvance(row.line.title) - 8
    assert QFontMetrics(fitting(row.line.value, room, (15, 13, 11, 10), True)).horizontalAdvance(row.line.value) <= room


def test_every_phase_of_a_deep_network_has_its_words(inspector):
    """Also those in which the layers below and above are computed."""
    state, _ = scene_of(8)
    state = replace(state, network=fresh(replace(state.network.spec, layers=3)))
    snapshot = snapshot_of(state)
    said = {}
    for layer in range(3):
        at = replace(state, selection=Key("H", 4, 1, layer), layer=layer)
        inspector.show(at, snapshot)
        for index, phase in enumerate(inspector.scene.phases):
            inspector.show(replace(at, position=Position(4, index, 1.0)), snapshot, frozenset({"position"}))
            assert inspector.words.text().endswith((".", "”."))
            said[layer, phase.name] = inspector.words.text()
    assert said[1, "lower"] == "The layer below computes its h, h₄⁽¹⁾, which comes in here."
    assert said[1, "upper"] == "The layer above computes its h from h₄⁽²⁾."
    assert said[0, "upper"] == "The layers above compute their h, one after the other, from h₄⁽¹⁾ on."
    assert said[2, "lower"] == "The layers below compute their h, one after the other; h₄⁽²⁾ comes in here."


def test_the_probabilities_of_all_letters_after_a_q(inspector, qtbot):
    """The output of the letters: every letter with its probability, the largest first, and each can be followed."""
    state = preset("next-character")
    t = state.sequence.labels.index("q") + 1
    inspector.show(replace(state, selection=Key("S", t, state.task.output_names.index("u"))), snapshot_of(state))
    row = inspector.rows[1]
    s = inspector.scene.values("S", range(t, t + 1))[0]
    assert [term.label for term in row.shown] == [state.task.output_names[k] for k in np.argsort(-s, kind="stable")]
    assert not row.more.isVisibleTo(row)
    for term in row.shown:
        (source,) = term.sources
        said, probability = share(term, row.line.terms), s[source.unit]
        if said[0].isdigit():
            assert abs(int(said.removesuffix(" %")) - 100 * probability) <= 0.5 + 1e-6
        else:
            assert probability < 0.01 or probability > 0.99
    followed = []
    inspector.followed.connect(followed.append)
    source, box = row._sources()[0]
    inspector.resize(inspector.width(), 1400)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert followed == [source] == [Key("S", t, int(s.argmax()))]
    assert sum(part for _, part in shares(inspector.scene, Key("S", t, 0))) == pytest.approx(1)
    assert [term.label for term in row.shown if term.chosen] == ["u"]
    assert inspector.subtitle.text().startswith("output · “u” (")
    assert not inspector.rows[0].opened  # the letters have the room


def test_the_letters_of_a_whole_output_are_there_before_its_clock(inspector):
    state = preset("next-character")
    t = state.sequence.labels.index("q") + 1
    inspector.show(replace(state, selection=Key("S", t, -1)), snapshot_of(state))
    row = inspector.rows[1]
    assert sorted(term.label for term in row.shown) == sorted(state.task.output_names)
    assert not any(term.chosen for term in row.shown)
    assert inspector.words.text() == f"The answer is “u”. It is known at t = {t}."
    assert row.ahead
    room = inspector.minimumWidth() - 2 * MARGIN - INDENT - 4
    for term in row.shown:  # letter, exponential and probability stand apart
        parts = (font(11, True), term.label), (font(11), term.text), (font(11, True), "<0.01 %")
        assert sum(QFontMetrics(letters).horizontalAdvance(text) for letters, text in parts) + 12 <= room


def test_what_the_phase_has_not_computed_is_faint(inspector):
    state, snapshot = scene_of(8)
    names = [phase.name for phase in inspector_phases(state, snapshot)]
    state = replace(state, selection=Key("H", 3, 0))
    inspector.show(replace(state, position=Position(3, names.index("i"))), snapshot)
    assert [row.ahead for row in inspector.rows] == [False, False, True, True, True, True]
    inspector.show(replace(state, position=Position(3, names.index("H"))), snapshot, frozenset({"position"}))
    assert not any(row.ahead for row in inspector.rows)


def inspector_phases(state, snapshot):
    return Scene.of(state, snapshot, LIGHT).phases


def test_a_copy_is_a_link_as_a_whole(inspector, qtbot):
    state, snapshot = scene_of(8)
    inspector.show(replace(state, selection=Key("M", 3, 1), position=Position(8, 8)), snapshot)
    row, followed = inspector.rows[0], []
    inspector.followed.connect(followed.append)
    assert row.line.tex == "M_{3} = h_{2}"
    for _, box in row._sources():
        qtbot.mouseMove(row, box.center().toPoint())
        assert row.cursor().shape() == Qt.CursorShape.PointingHandCursor
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert followed == [Key("H", 2, 1)] * 2
    assert {box.top() for _, box in row._sources()} == {20.0, 44.0}  # the equation, and the words below it


def test_the_trails_tooltip_is_like_all_others(inspector):
    assert "Trail {" in inspector.trail.styleSheet()


def test_the_program_is_in_letters_of_one_width(qtbot):
    window = NumpyWindow()
    qtbot.addWidget(window)
    metrics = QFontMetrics(window.text.font())
    assert metrics.horizontalAdvance("iiii") == metrics.horizontalAdvance("MMMM")


@pytest.mark.parametrize(("cell", "hidden", "layers"), [("gru", 3, 3), ("jordan", 1, 1), ("jordan", 1, 2)])
def test_the_program_is_of_what_is_selected_whichever_layer_is_looked_at(inspector, cell, hidden, layers):
    state = scene_of(5, hidden, cell)[0]
    state = replace(state, network=fresh(replace(state.network.spec, layers=layers)))
    snapshot = snapshot_of(state)
    for layer in range(layers):
        for key in (Key("S", 4, 1), Key("X", 4, 1), Key("M", 4, 1 if cell == "jordan" else 2, layers - 1)):
            inspector.show(replace(state, layer=layer, selection=key), snapshot)
            said = StringIO()
            with redirect_stdout(said):
                exec(program(inspector.scene, inspector.state.focus), {})
            printed = {line.split()[0]: line.split()[1:] for line in said.getvalue().splitlines()}
            top = key.name != "X" or layers == 1
            assert ("s" in printed) == top
            if top:
                assert [float(text) for text in printed["s"]] == pytest.approx(snapshot.trace["s"][3], abs=5.01e-4)
