"""An error in a method that Qt calls is reported and the program lives on: it ended some with SIGSEGV."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import rnnviz

# In a process of its own, which the failure would end. RAISE is an error raised in C, not by a raise statement.
CHILD = """
import gc, sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["rnnviz"])
from rnnviz.figure.palette import LIGHT
from rnnviz.gui.patterns import view as pattern_view
seen = []
sys.excepthook = lambda kind, error, trace: seen.append(error)

def fail(*_):
    RAISE

class Beside:
    def leaveEvent(self, event):
        fail()

class Child(Beside, QWidget):
    def resizeEvent(self, event):
        fail()

def do(call, *arguments):
    try:  # PySide raises an override's error from the call that made Qt call it
        call(*arguments)
        for _ in range(3):
            application.processEvents()
    except KIND as error:
        seen.append(error)

child = Child()
do(child.show)
print(len(seen))
do(application.sendEvent, child, pattern_view.QEvent(pattern_view.QEvent.Type.Leave))
print(len(seen))

# Half a picture: its painter must not outlive the widget's page.
pattern_view.paint = fail
for side in range(200, 220):
    view = pattern_view.PatternView(LIGHT)
    view.scene, view.make = object(), lambda *_: object()
    do(view.show)
    do(view.resize, 4 * side, 3 * side)
    do(view.close)
    del view
    gc.collect()
print(len(seen) > 22, {type(error).__name__ for error in seen})
seen.clear()
gc.collect()
do(application.processEvents)
print("alive")
"""


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("IndexError", "[][0]"),
        ("ValueError", "int('x')"),
        ("RuntimeError", "gone = QWidget(); __import__('shiboken6').delete(gone); gone.width()"),
        ("LookupError", "raise LookupError('raised by a statement')"),
    ],
)
def test_an_error_in_an_override_is_reported(kind, statement):
    program = CHILD.replace("RAISE", statement).replace("KIND", kind)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, f"1\n2\nTrue {{'{kind}'}}\nalive\n"), done.stderr
    assert "painted" not in done.stderr


def test_a_slot_that_overrides_is_given_what_it_names(qtbot):
    from PySide6.QtWidgets import QDialog, QPushButton

    class Dialog(QDialog):
        accepted_with = None

        def accept(self):
            self.accepted_with = ()
            super().accept()

    dialog, button = Dialog(), QPushButton()
    qtbot.addWidget(dialog)
    qtbot.addWidget(button)
    button.clicked.connect(dialog.accept)  # with a bool, which accept does not take
    button.click()
    assert dialog.accepted_with == ()


def test_every_painter_ends_with_its_block():
    """Without “with” an error leaves a painter alive on a page that Qt throws away."""
    loose = []
    for path in sorted((Path(rnnviz.__file__).parent / "gui").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        held = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QPainter" and id(node) not in held:
                loose.append(f"{path.name}:{node.lineno}")
    assert not loose
