"""Whatever is painted is painted while learning holds still."""

import contextlib

from PySide6.QtWidgets import QWidget

from rnnviz.gui.toolkit.paint_hold import PaintHold


def test_every_paint_event_lies_within_the_hold(qtbot):
    held, seen, holds = [False], [], [0]

    @contextlib.contextmanager
    def hold():
        held[0] = True
        holds[0] += 1
        yield
        held[0] = False

    class Child(QWidget):
        def paintEvent(self, event):
            seen.append(held[0])

    window = QWidget()
    qtbot.addWidget(window)
    child = Child(window)
    PaintHold(window, hold)
    with qtbot.waitExposed(window):
        window.show()
    seen.clear()
    holds[0] = 0
    for _ in range(3):
        child.update()
        qtbot.waitUntil(lambda: bool(seen))
        qtbot.wait(30)
    assert seen == [True] * 3
    assert holds[0] == 3
    assert held == [False]
