"""Everything that can be done, once: its words, its key, and what it calls. Menus and buttons only show these."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QWidget

from rnnviz.cells.base import cells
from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.icons import icon
from rnnviz.words import translate

Keys = str | QKeySequence.StandardKey

# Keys that a focused control needs for itself, although they are also shortcuts of the window.
_BUTTON_KEYS = {Qt.Key.Key_Space}
_ARROWS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class KeyGuard(QObject):
    """Lets a focused button keep Space, and sliders and lists their arrows; text fields see to theirs themselves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            needs: set[Qt.Key] = set()
            if isinstance(watched, QAbstractButton):
                needs = _BUTTON_KEYS
            elif isinstance(watched, QAbstractSlider):
                needs = _ARROWS
            elif isinstance(watched, QComboBox):
                needs = _ARROWS | _BUTTON_KEYS
            if event.key() in needs:
                event.accept()
                return True
        return False


class Actions(QObject):
    """The actions of the window by name; `on` connects them to what they do."""

    network_chosen = Signal(str)  # the cell of a new network

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icons: dict[QAction, str] = {}
        self._guard = KeyGuard(self)
        QApplication.instance().installEventFilter(self._guard)
        standard = QKeySequence.StandardKey
        add = self.add
        self.open = add(self.tr("&Open…"), self.tr("Open a sequence or a session"), standard.Open, "open")
        self.new_networks = QActionGroup(self)
        self.new_networks.triggered.connect(self._choose_network)
        for name in ("lstm", "gru", "elman", "jordan", "feedforward"):
            title = translate("cells", cells[name].title)
            help = self.tr("A network that has learned nothing yet; Undo brings back the one that is here")
            action = add("&" + title[:1].upper() + title[1:], help, standard.New if name == "lstm" else None)
            action.setData(name)
            self.new_networks.addAction(action)
        self.new_hopfield = add(
            self.tr("&Hopfield network"), self.tr("Patterns as valleys of an energy, in a window of its own"), None
        )
        self.new_boltzmann = add(
            self.tr("&Boltzmann machine"), self.tr("Stochastic units that sample a distribution"), None
        )
        self.new_restricted = add(
            self.tr("&Restricted Boltzmann machine"), self.tr("Pixels and hidden units that explain them"), None
        )
        self.save = add(
            self.tr("&Save session"), self.tr("Save everything on screen in one file"), standard.Save, "save"
        )
        self.save_as = add(self.tr("Save session &as…"), self.tr("Save under another name"), "Ctrl+Shift+S")
        self.export = add(
            self.tr("&Export…"), self.tr("Make a film or a picture of what is on the stage"), "Ctrl+E", "export"
        )
        self.export.setIconText(self.tr("Export…"))
        self.quit = add(self.tr("&Quit"), self.tr("Close rnnviz"), "Ctrl+Q")
        self.undo = add(self.tr("&Undo"), self.tr("Take back the last change"), standard.Undo, "undo")
        self.redo = add(self.tr("&Redo"), self.tr("Make the change again"), "Ctrl+Shift+Z", "redo")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.edit_sequence = add(self.tr("Edit the &sequence"), self.tr("Go to the field of the sequence"), "Ctrl+L")
        self.preferences = add(self.tr("&Preferences…"), self.tr("Theme, language, motion and letters"), "Ctrl+,")
        self.play = add(self.tr("&Play"), self.tr("Play the sequence from here"), "Space", "play")
        self.next_clock = add(self.tr("&Next clock"), self.tr("One clock on"), "Right", "next")
        self.previous_clock = add(self.tr("Pre&vious clock"), self.tr("One clock back"), "Left", "back")
        self.next_phase = add(self.tr("Next p&hase"), self.tr("One phase on"), "]", "chevron-right")
        self.previous_phase = add(self.tr("Previous ph&ase"), self.tr("One phase back"), "[", "chevron-left")
        self.home = add(self.tr("&First clock"), self.tr("To the first clock"), "Home", "first")
        self.end = add(self.tr("&Last clock"), self.tr("To the last clock"), "End", "last")
        self.loop = add(self.tr("L&oop"), self.tr("Begin again at the end"), "L", "loop", checkable=True)
        self.faster = add(self.tr("Fas&ter"), self.tr("Play faster"), ".")
        self.slower = add(self.tr("Slo&wer"), self.tr("Play slower"), ",")
        self.train = add(self.tr("&Train"), self.tr("Let the network learn until paused"), "Ctrl+T", "train")
        self.one_update = add(self.tr("&1 update"), self.tr("Change the weights once"), "Ctrl+U", "once")
        self.reset = add(self.tr("&Reset"), self.tr("Back to the untrained weights of this seed"), "Ctrl+R", "reset")
        self.other_seed = add(self.tr("Other &seed"), self.tr("Other untrained weights"), "Ctrl+G", "dice")
        self.other_seed.setIconText(self.tr("Other seed"))
        self.open_cell = add(self.tr("&Open the cell"), self.tr("See what happens inside H at this clock"), "O")
        self.pair = add(
            self.tr("&Two cells"), self.tr("Open the next cell as well, and see what is handed on"), "Shift+O"
        )
        self.roll = add(
            self.tr("&Fold the network"),
            self.tr("Fold the clocks into one network with its loop, and unroll it again"),
            "F",
            "fold",
            checkable=True,
        )
        self.back = add(
            self.tr("Back to the number &before"), self.tr("Back along the numbers that were followed"), "Backspace"
        )
        self.back.setShortcuts([QKeySequence("Backspace"), QKeySequence("Alt+Left")])
        self.numpy = add(self.tr("Show me the &NumPy"), self.tr("The numbers of this clock as a short program"), "N")
        self.numpy.setIconText(self.tr("NumPy"))
        self.weights = add(self.tr("&Weights…"), self.tr("See and change the weights and biases"), "W")
        self.weights.setIconText(self.tr("Weights"))
        self.change = add(self.tr("Change the &value"), self.tr("Type another value for what is selected"), "F2")
        self.release_all = add(
            self.tr("Re&lease all held numbers"),
            self.tr("Let the network compute again whatever is held by hand"),
            "Shift+Del",
        )
        self.higher = add(self.tr("Layer a&bove"), self.tr("Look at the next higher layer"), "PgUp")
        self.lower = add(self.tr("Layer belo&w"), self.tr("Look at the next lower layer"), "PgDown")
        self.turn = add(self.tr("Other di&rection"), self.tr("Look at the row that runs the other way"), "R")
        self.theme = add(self.tr("&Dark theme"), self.tr("Change between light and dark"), "Ctrl+D", "moon")
        self.zoom_in = add(self.tr("Zoom &in"), self.tr("Wider columns"), standard.ZoomIn)
        self.zoom_out = add(self.tr("Zoom &out"), self.tr("Narrower columns"), standard.ZoomOut)
        self.zoom_fit = add(self.tr("&Whole sequence"), self.tr("As many columns as fit on one screen"), "Ctrl+9")
        self.zoom_reset = add(self.tr("&Natural width"), self.tr("Columns as wide as the network likes them"), "Ctrl+0")
        self.panels = add(self.tr("&Panels"), self.tr("Show or hide the panels on the left"), "F9", checkable=True)
        self.inspector = add(
            self.tr("&Inspector"), self.tr("Show or hide the equations on the right"), "F10", checkable=True
        )
        self.full_screen = add(self.tr("&Full screen"), self.tr("Use the whole screen"), "F11", checkable=True)
        self.guide = add(self.tr("&User guide"), self.tr("Read the user guide"), standard.HelpContents, "help")
        self.keyboard = add(self.tr("&Keyboard"), self.tr("Every key, on one page"), "Shift+F1")
        self.about = add(self.tr("&About rnnviz"), self.tr("Version and licence"), None)

    def _choose_network(self, action: QAction) -> None:
        self.network_chosen.emit(action.data())

    def add(
        self, text: str, help: str, keys: Keys | None, picture: str | None = None, *, checkable: bool = False
    ) -> QAction:
        action = QAction(text, self._window, checkable=checkable)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.setStatusTip(help)
        self.describe(action, help)
        if picture:
            self._icons[action] = picture
        self._window.addAction(action)
        return action

    @staticmethod
    def describe(action: QAction, help: str) -> None:
        """The tooltip: what it does, and its key."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{help} ({keys})" if keys else help)

    def of_any_window(self) -> tuple[QAction, ...]:
        """Those whose keys a window beside the main one leaves to it: files, undo, play and learning."""
        return (
            *(self.open, self.save, self.save_as, self.export, self.quit, self.undo, self.redo),
            *(self.play, self.next_phase, self.previous_phase, self.train, self.one_update, self.reset),
        )

    def on(self, handlers: dict[QAction, Callable[[], object]]) -> None:
        for action, handler in handlers.items():
            action.triggered.connect(handler)

    def set_playing(self, playing: bool, theme: Theme) -> None:
        self.play.setText(self.tr("&Pause") if playing else self.tr("&Play"))
        self.describe(self.play, self.tr("Stop here") if playing else self.tr("Play the sequence from here"))
        self._icons[self.play] = "pause" if playing else "play"
        self.play.setIcon(icon(self._icons[self.play], theme.accent_text))

    def set_opened(self, opened: bool) -> None:
        self.open_cell.setText(self.tr("Cl&ose the cell") if opened else self.tr("&Open the cell"))

    def set_parts(self, layers: int, bidirectional: bool, part: tuple[int, bool]) -> None:
        """Which layer, from 0, and direction of how many are looked at."""
        self.higher.setEnabled(part[0] + 1 < layers)
        self.lower.setEnabled(part[0] > 0)
        self.turn.setEnabled(bidirectional)

    def set_learning(self, learning: bool, theme: Theme) -> None:
        self.train.setText(self.tr("&Pause learning") if learning else self.tr("&Train"))
        self.train.setIconText(self.tr("Pause") if learning else self.tr("Train"))
        self.describe(
            self.train,
            self.tr("Stop learning; the weights stay as they are")
            if learning
            else self.tr("Let the network learn until paused"),
        )
        self._icons[self.train] = "pause" if learning else "train"
        self.train.setIcon(icon(self._icons[self.train], theme.accent_text))

    def set_theme(self, theme: Theme) -> None:
        dark = theme.name == "dark"
        self.theme.setText(self.tr("&Light theme") if dark else self.tr("&Dark theme"))
        self._icons[self.theme] = "sun" if dark else "moon"
        for action, name in self._icons.items():
            on_accent = action in (self.play, self.train, self.export)
            action.setIcon(icon(name, theme.accent_text if on_accent else theme.text, theme.border))
            # Menus read better without pictures, and those made for buttons in the accent colour would not show.
            action.setIconVisibleInMenu(False)
