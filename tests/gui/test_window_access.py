"""The window for everybody: keys, names, tooltips, the order of Tab, and room for every control at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QSlider, QWidget

from rnnviz.session.playback import end_of
from rnnviz.session.state import Key

SIZES = [(1024, 700), (1280, 720), (1920, 1080), (3840, 2160)]


def answered(window):
    return lambda: window.controller.fitting_snapshot is not None


KEYS = [
    (Qt.Key.Key_Right, lambda c: c.state.position == end_of(2, c.phases)),
    (Qt.Key.Key_End, lambda c: c.state.position == end_of(c.steps, c.phases)),
    (Qt.Key.Key_Left, lambda c: c.state.position == end_of(c.steps - 1, c.phases)),
    (Qt.Key.Key_Home, lambda c: c.state.position == end_of(1, c.phases)),
    (Qt.Key.Key_BracketRight, lambda c: (c.state.position.t, c.state.position.phase) == (2, 0)),
    (Qt.Key.Key_BracketLeft, lambda c: c.state.position == end_of(1, c.phases)),
    (Qt.Key.Key_L, lambda c: c.state.loop),
    (Qt.Key.Key_Period, lambda c: c.state.speed == 2.0),
    (Qt.Key.Key_Comma, lambda c: c.state.speed == 1.0),
    (Qt.Key.Key_Space, lambda c: c.state.playing),
    (Qt.Key.Key_Space, lambda c: not c.state.playing),
]


def test_the_keys_of_time(window, qtbot):
    window.activateWindow()
    for key, holds in KEYS:
        qtbot.keyClick(window.timeline, key)
        assert holds(window.controller), key


def test_control_keys(window, qtbot, until):
    controller, control = window.controller, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.timeline, Qt.Key.Key_U, control)
    until(lambda: controller.state.network.updates == 2001)
    qtbot.keyClick(window.timeline, Qt.Key.Key_R, control)
    assert controller.state.network.updates == 0
    qtbot.keyClick(window.timeline, Qt.Key.Key_T, control)
    until(lambda: controller.state.network.updates > 0)
    qtbot.keyClick(window.timeline, Qt.Key.Key_T, control)
    assert not controller.state.learning
    seed = controller.state.network.spec.seed
    qtbot.keyClick(window.timeline, Qt.Key.Key_G, control)
    assert controller.state.network.spec.seed == seed + 1
    qtbot.keyClick(window.timeline, Qt.Key.Key_Z, control)
    assert controller.state.network.spec.seed == seed
    qtbot.keyClick(window.timeline, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert controller.state.network.spec.seed == seed + 1
    qtbot.keyClick(window.timeline, Qt.Key.Key_L, control)
    assert window.focusWidget() is window.panels.sequence.edit
    theme = window.theme.name
    qtbot.keyClick(window.timeline, Qt.Key.Key_D, control)
    assert window.theme.name != theme


def test_keys_are_not_stolen_from_a_field_that_is_typed_in(window, qtbot):
    edit = window.panels.sequence.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "1 0 1 .[], L")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(edit, key)
    assert edit.toPlainText() == "1 0 1 .[], L"
    state = window.controller.state
    assert (state.position.t, state.playing, state.loop, state.speed) == (1, False, False, 1.0)
    number = window.panels.network.form.fields["hidden"]
    number.setFocus()
    number.setText("")
    qtbot.keyClicks(number, "1 2")
    assert number.text() == "1 2"
    assert not window.controller.state.playing


def test_a_focused_button_keeps_space_and_the_slider_its_arrows(window, qtbot):
    button = window.panels.training.other_seed
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.controller.state.network.updates == 0
    assert not window.controller.state.playing
    slider = window.transport.speed
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.controller.state.speed == 2.0
    assert window.controller.state.position.t == 1


def test_a_click_leaves_the_keys_to_the_timeline(window, qtbot):
    for button in (window.transport.forward, window.panels.training.once, window.topbar.theme_button):
        window.timeline.setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.focusWidget() is window.timeline


def reachable(window):
    """Every action that can be reached through the menus."""
    found, menus = set(), [action.menu() for action in window.menus.actions()]
    while menus:
        for action in menus.pop().actions():
            if isinstance(action.menu(), QMenu):
                menus.append(action.menu())
            elif not action.isSeparator():
                found.add(action)
    return found


def test_every_action_is_in_a_menu_and_no_key_means_two_things(window):
    actions = {action for action in vars(window.actions_).values() if isinstance(action, QAction)}
    actions |= set(window.actions_.new_networks.actions())
    assert actions <= reachable(window)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 25


def test_every_tooltip_of_an_action_names_its_key(window):
    for action in vars(window.actions_).values():
        if isinstance(action, QAction) and not action.shortcut().isEmpty():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert action.toolTip().endswith(f"({keys})")


def unnamed(top: QWidget):
    """Focusable widgets without an accessible name, a text or a tooltip."""
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow():
            continue
        if widget.objectName().startswith("qt_") or widget.window().windowType() == Qt.WindowType.Popup:
            continue
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if not named:
            yield f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def test_everything_that_takes_the_focus_has_a_name(window, until):
    until(answered(window))
    window.controller.select(Key("H", 1, 0))
    window.show_export()
    window.show_help()
    window.show_preferences()
    assert list(unnamed(window)) == []


def test_every_control_has_a_tooltip(window):
    window.show_export()
    window.show_help()
    window.show_preferences()
    bare = [
        f"{type(widget).__name__} {widget.accessibleName()!r}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit | QSlider)
        and widget.isVisible()
        and not widget.toolTip()
    ]
    assert bare == []


def test_tab_reaches_every_control(window, qtbot):
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not widget.focusProxy()
    }
    window.activateWindow()
    window.panels.sequence.edit.setFocus()
    seen = set()
    for _ in range(4 * len(wanted)):
        seen.add(window.focusWidget())
        window.focusNextPrevChild(True)
    assert {type(widget).__name__ + widget.accessibleName() for widget in wanted - seen} == set()


def overlaps(window):
    """Sibling controls that lie on each other, and controls that stick out of what holds them."""
    controls = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and (isinstance(widget, QAbstractButton) or widget.metaObject().className() == "NumberEdit")
    ]
    for first in controls:
        holder = first.parentWidget()
        if not holder.rect().contains(first.geometry()):
            yield f"{first.accessibleName()} sticks out"
        for second in controls:
            if (
                first is not second
                and holder is second.parentWidget()
                and first.geometry().intersects(second.geometry())
            ):
                yield f"{first.accessibleName()} lies on {second.accessibleName()}"


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
def test_nothing_overlaps_and_nothing_is_cut_off(window, cell, spin):
    window.controller.set_network(cell=cell)
    window.controller.toggle_training()
    for size in SIZES:
        window.resize(*size)
        window.controller.read_sequence("10" * (size[0] // 10))
        spin(0.05)
        assert (window.width(), window.height()) == size
        assert list(overlaps(window)) == []
        clock, panels = window.transport.clock, window.panels
        assert clock.width() >= clock.fontMetrics().horizontalAdvance(clock.text())
        for chip in window.transport.chips:
            assert chip.width() >= chip.minimumSizeHint().width()
        assert panels.fields.widget().width() <= panels.fields.viewport().width()
        for essential in (window.panels.training.train, window.panels.loss, window.inspector.legend):
            assert essential.visibleRegion().boundingRect() == essential.rect(), (size, essential)
        for button in panels.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()
