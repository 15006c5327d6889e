"""Shows Drawings and plots with Qt, and asks the session for changes."""

from rnnviz.gui.toolkit.overrides import guard_overrides

guard_overrides()  # before the first class that overrides a method of Qt's, pyqtgraph's among them
