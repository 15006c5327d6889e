"""What the window shows of learning: training, validation and test, perplexity, and what is mistaken for what."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor

from rnnviz.engine.messages import History
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.gui.views.confusion_view import LEFT, TOP, WITH_NUMBER, ConfusionView, ConfusionWindow
from rnnviz.gui.views.loss_lines import MODES, lines_of
from rnnviz.gui.views.loss_view import LossView
from rnnviz.session.start import fresh_state

COUNTS = np.array([[30, 2, 0], [0, 25, 7], [1, 0, 0]])
NAMES = ("a", "b", "c")


def history(test=True, loss_name="cross_entropy", **more):
    updates, exams = np.arange(1, 101), np.array([10, 55, 100])
    return History(
        updates,
        np.linspace(0.7, 0.01, 100),
        np.linspace(0.5, 1.0, 100),
        validation_updates=exams,
        validation_loss=np.array([0.6, 0.4, 0.5]),
        validation_accuracy=np.array([0.5, 0.75, 0.7]),
        test_loss=np.array([0.8, 0.7, 0.6]) if test else np.full(3, np.nan),
        test_accuracy=np.array([0.4, 0.5, 0.6]) if test else np.full(3, np.nan),
        loss_name=loss_name,
        **more,
    )


def names(mode, made):
    return [(line.quantity, line.sequences) for line in lines_of(made, mode)]


def test_each_mode_has_its_curves():
    assert names("both", history()) == [("loss", "training"), ("accuracy", "training")]
    for mode in ("loss", "accuracy", "perplexity"):
        assert names(mode, history()) == [(mode, "training"), (mode, "validation"), (mode, "test")]
        assert names(mode, history(test=False)) == [(mode, "training"), (mode, "validation")]
    assert names("perplexity", history(loss_name="mse")) == []


def test_perplexity_is_the_exponential_of_the_cross_entropy():
    assert np.allclose(history().validation_perplexity, np.exp([0.6, 0.4, 0.5]))
    assert np.isnan(history(loss_name="binary_cross_entropy").perplexity).all()
    (_, validation, _) = lines_of(history(), "perplexity")
    assert validation.nearest(60.0) == (55, pytest.approx(np.exp(0.4)))


@pytest.fixture
def loss(window, until):
    view = window.panels.loss
    until(lambda: view.plot is not None)
    until(lambda: window.controller.snapshot is not None)
    return view


def choose(view, mode):
    view.chooser.setCurrentIndex(MODES.index(mode))


def test_every_mode_is_shown_while_the_network_learns(window, loss, until):
    controller = window.controller
    controller.reset()
    controller.toggle_training()
    until(lambda: loss.history is not None and len(loss.history.validation_updates) > 2)
    for mode, words in (
        ("both", "accuracy"),
        ("loss", "validation"),
        ("accuracy", "test"),
        ("perplexity", "validation"),
        ("confusion", "unseen"),
    ):
        choose(loss, mode)
        until(lambda words=words: words in loss.accessibleDescription() or "mistaken" in loss.accessibleDescription())
        assert loss.confusion.isVisible() == (mode == "confusion")
        assert loss.plot.isVisible() == (mode != "confusion")
        loss.grab()
    controller.toggle_training()


def test_a_trained_network_has_its_matrix_before_it_learns_more(loss, until):
    choose(loss, "confusion")
    until(lambda: loss.confusion.counts is not None)
    assert loss.confusion.counts.sum() == 256 * 8
    assert "no answer on unseen sequences is wrong" in loss.summary()


def test_only_what_the_network_has_can_be_chosen(window, loss, until):
    choose(loss, "confusion")
    window.controller.set_task("sine")
    until(lambda: loss.mode == "both")
    enabled = [loss.chooser.model().item(k).isEnabled() for k in range(len(MODES))]
    assert enabled == [True, True, True, False, False]
    window.controller.undo()
    assert loss.chooser.model().item(4).isEnabled()


def test_the_matrix_can_be_enlarged_and_follows(window, loss, until):
    choose(loss, "confusion")
    until(lambda: loss.confusion.counts is not None)
    loss.enlarge.click()
    large = loss._window
    assert large.view.counts is loss.confusion.counts
    assert large.view.numbered
    window.toggle_theme()
    assert large.view.theme is loss.theme
    large.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert loss._window is None


@pytest.fixture
def matrix(qtbot):
    view = ConfusionView(LIGHT)
    qtbot.addWidget(view)
    view.resize(242, view.heightForWidth(242))
    view.show_counts(COUNTS, NAMES, LIGHT)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_the_matrix_in_words(matrix):
    assert matrix.summary() == "most often mistaken: b for c, 7 times"
    assert matrix.tip(LEFT + 1.5 * matrix.cell, TOP + 0.5 * matrix.cell) == "right is a, the network said b: 2 of 32"
    assert matrix.tip(1, 1) == matrix.summary()
    assert np.allclose(matrix.shares(), [[30 / 32, 2 / 32, 0], [0, 25 / 32, 7 / 32], [1, 0, 0]])
    matrix.show_counts(np.diag([3, 4]), ("x", "y"), LIGHT)
    assert matrix.summary() == "no answer on unseen sequences is wrong"
    matrix.show_counts(None, NAMES, LIGHT)
    assert matrix.tip(100, 100) == "nothing counted yet"
    matrix.grab()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_right_is_green_and_wrong_is_red_as_strongly_as_they_are_frequent(matrix, theme):
    matrix.show_counts(COUNTS, NAMES, theme)
    picture = matrix.grab().toImage()
    ratio = picture.width() / matrix.width()

    def at(row, column):
        corner = matrix.cell * 0.12
        x, y = LEFT + column * matrix.cell + corner, TOP + row * matrix.cell + corner
        return picture.pixelColor(int(x * ratio), int(y * ratio))

    def distance(one, other):
        return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], QColor(other).getRgb()[:3], strict=True))

    assert distance(at(2, 0), theme.error) < 6
    assert distance(at(0, 2), theme.field) < 6
    assert distance(at(0, 0), theme.good) < distance(at(1, 1), theme.good) < distance(at(2, 2), theme.good)
    assert distance(at(1, 2), theme.error) < distance(at(0, 1), theme.error)


@pytest.mark.parametrize("classes", [2, 8, 16, 32])
def test_every_number_can_be_read_somewhere(qtbot, classes):
    parent = ConfusionView(LIGHT)
    qtbot.addWidget(parent)
    window = ConfusionWindow(parent)
    window.fit(classes)
    window.view.show_counts(np.eye(classes, dtype=int), tuple("x" * classes), LIGHT)
    window.show()
    qtbot.waitExposed(window)
    assert window.view.cell >= WITH_NUMBER
    assert window.height() <= 700
    window.grab()


def test_without_history_there_is_no_matrix(qtbot):
    view = LossView(LIGHT)
    qtbot.addWidget(view)
    view.show(fresh_state(), None)
    choose(view, "confusion")
    assert view.summary() == "nothing counted yet"
