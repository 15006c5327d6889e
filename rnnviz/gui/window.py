"""The main window: panels, timeline and inspector around one controller."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenuBar, QSplitter, QVBoxLayout, QWidget

from rnnviz import __version__
from rnnviz.figure.palette import Theme
from rnnviz.gui.control.cell_opener import CellOpener
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.control.editor import Editor
from rnnviz.gui.control.session_files import SessionFiles
from rnnviz.gui.control.shelf import Shelf
from rnnviz.gui.dialogs import preferences as kept
from rnnviz.gui.dialogs.help import HelpWindow
from rnnviz.gui.dialogs.preferences import Preferences, PreferencesDialog
from rnnviz.gui.held_chip import HeldChip
from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.panels.left_side import WIDTH as PANELS
from rnnviz.gui.panels.left_side import Panels
from rnnviz.gui.panels.menus import fill_menus
from rnnviz.gui.panels.steering import Steering
from rnnviz.gui.panels.topbar import TopBar
from rnnviz.gui.panels.transport import Transport
from rnnviz.gui.pattern_windows import PatternWindows
from rnnviz.gui.rest import Rest
from rnnviz.gui.toolkit import theme as dress
from rnnviz.gui.toolkit.equation_images import EquationImages
from rnnviz.gui.toolkit.lifetime import belongs_to_qt, screen_of
from rnnviz.gui.toolkit.messages import MessageBar
from rnnviz.gui.toolkit.paint_hold import PaintHold
from rnnviz.gui.values import Values
from rnnviz.gui.views.health_strip import HealthStrip
from rnnviz.gui.views.inspector_view import InspectorView
from rnnviz.gui.views.timeline import Timeline
from rnnviz.gui.weights import Weights
from rnnviz.session.catalogue import CATALOGUE
from rnnviz.session.start import FIRST
from rnnviz.session.state import State
from rnnviz.words import translate

if TYPE_CHECKING:
    from rnnviz.gui.dialogs.numpy_window import NumpyWindow

SMALLEST = QSize(1024, 700)
USUAL = QSize(1440, 900)


class MainWindow(Steering, QMainWindow):
    """Everything that is on screen. Closing it ends the engine and any export that is under way."""

    def __init__(
        self, state: State, preferences: Preferences, parent: QWidget | None = None, shelf: Shelf | None = None
    ) -> None:
        """shelf: where work that is in no file is kept; nowhere if None."""
        super().__init__(parent)
        belongs_to_qt(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.preferences = preferences
        self.theme: Theme = preferences.chosen_theme()
        self.help_window: HelpWindow | None = None
        self.numpy: NumpyWindow | None = None
        self.controller = Controller(state, self)
        self._paint_hold = PaintHold(self, self.controller.engine.hold)
        self.controller.reduced_motion = preferences.reduced_motion
        self.cells = CellOpener(self.controller, self)
        self.files = SessionFiles(self.controller, self, shelf)
        self.patterns = PatternWindows(self, shelf)
        self.actions_ = Actions(self)
        self.transport = Transport(self.actions_, self.theme)
        self.timeline = Timeline(self.transport, self.theme)
        self.health = HealthStrip(self.theme)
        self.held_chip = HeldChip()
        self.inspector = InspectorView(self.theme)
        self.panels = Panels(self.controller, self.actions_, self.theme)
        self.middle = QWidget()
        self.messages = MessageBar(self.theme, self.middle)
        self.menus = QMenuBar()
        self.topbar = TopBar(self.actions_, self.menus)
        fill_menus(self.menus, self.actions_, self.topbar, self.timeline.area.menu)
        if self.menus.isNativeMenuBar():  # on top of the screen, not in the window
            self.setMenuBar(self.menus)
        self._lay_out()
        self.editor = Editor(self.controller, self)
        anywhere = self.actions_.of_any_window()
        self.weights = Weights(self.controller, self.editor, self.timeline, anywhere, self)
        self.values = Values(
            self.editor, self.timeline, self.inspector, self.held_chip, self.cells, self.actions_, self
        )  # fmt: skip
        self._connect()
        self.set_theme(self.theme)
        self.set_reduced_motion(preferences.reduced_motion)
        self.controller.set_notation(preferences.notation)
        self.controller.set_sideways(preferences.sideways)
        for view in (self.timeline, self.topbar, self.panels, self.health, self.held_chip, self.inspector):
            self.controller.add_view(view)
        self.controller.add_view(Rest(self))
        self._restore_place()
        self.timeline.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        status = QHBoxLayout()
        status.setSpacing(0)
        status.addWidget(self.held_chip)
        status.addWidget(self.health, 1)
        column.addLayout(status)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, handleWidth=1)
        for widget in (self.panels, self.middle, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.topbar)
        rows.addWidget(self.splitter, 1)
        self.setCentralWidget(whole)
        self.splitter.setSizes([PANELS, USUAL.width() - PANELS - 264, 264])

    def _connect(self) -> None:
        controller, actions = self.controller, self.actions_
        actions.on(
            {
                actions.open: self.files.choose,
                actions.new_hopfield: self.patterns.new_hopfield,
                actions.new_boltzmann: self.patterns.new_boltzmann,
                actions.new_restricted: self.patterns.new_restricted,
                actions.save: self.files.save,
                actions.save_as: self.files.save_as,
                actions.export: self.show_export,
                actions.quit: self.close,
                actions.undo: controller.undo,
                actions.redo: controller.redo,
                actions.edit_sequence: self._edit_sequence,
                actions.preferences: self.show_preferences,
                actions.play: controller.toggle_playing,
                actions.next_clock: self._next_clock,
                actions.previous_clock: self._previous_clock,
                actions.next_phase: self._next_phase,
                actions.previous_phase: self._previous_phase,
                actions.home: controller.to_start,
                actions.end: controller.to_end,
                actions.loop: controller.set_loop,
                actions.open_cell: self.cells.toggle,
                actions.pair: self.cells.toggle_pair,
                actions.roll: controller.roll,
                actions.higher: self._higher,
                actions.lower: self._lower,
                actions.turn: controller.turn,
                actions.back: self._back,
                actions.numpy: self.show_numpy,
                actions.weights: self.weights.open,
                actions.faster: self._faster,
                actions.slower: self._slower,
                actions.train: controller.toggle_training,
                actions.one_update: controller.one_update,
                actions.reset: controller.reset,
                actions.other_seed: controller.other_seed,
                actions.theme: self.toggle_theme,
                actions.zoom_in: self._zoom_in,
                actions.zoom_out: self._zoom_out,
                actions.zoom_fit: self.timeline.fit,
                actions.zoom_reset: self.timeline.reset_zoom,
                actions.panels: self._show_panels,
                actions.inspector: self._show_inspector,
                actions.full_screen: self._full_screen,
                actions.guide: self.show_help,
                actions.keyboard: self._show_keyboard,
                actions.about: self._about,
            }
        )
        actions.network_chosen.connect(self.files.new_network)
        actions.panels.setChecked(True)
        actions.inspector.setChecked(True)
        self.transport.phase_chosen.connect(controller.to_phase)
        self.transport.speed_chosen.connect(controller.set_speed)
        self.timeline.moved.connect(controller.go_to)
        self.timeline.selected.connect(self.cells.select)
        self.timeline.hovered.connect(self.inspector.light)
        self.inspector.offer(actions.open_cell, actions.numpy, actions.weights)
        self.inspector.followed.connect(self.cells.follow)
        self.inspector.went_back.connect(self._go_back)
        self.inspector.hovered.connect(self.timeline.light)
        self.health.turned.connect(controller.set_part)
        self.health.moved.connect(controller.go_to)
        self.health.found.connect(self.cells.select)
        self.health.found.connect(self.timeline.reveal)
        self.timeline.layers.chosen.connect(controller.set_part)
        self.timeline.area.chosen.connect(controller.set_curves)
        for part in (self.timeline.area.states, self.timeline.area.controls):
            part.asked.connect(controller.set_seen)
        self.timeline.stage.opening.connect(self.cells.open)
        self.timeline.stage.pressed.connect(self.cells.act)
        self.timeline.stage.unit_stepped.connect(self.cells.step_unit)
        self.timeline.stage.followed.connect(self.cells.follow)
        self.inspector.selected.connect(self.cells.select)
        self.panels.sequence.file_dropped.connect(self.files.open_name)
        self.panels.sequence.settled.connect(self.timeline.setFocus)
        self.topbar.preset_chosen.connect(self.files.open_preset)
        self.files.said.connect(self.messages.say)
        self.files.opened.connect(self.messages.clear)
        self.files.patterns_found.connect(self.patterns.open)
        self.files.unreadable.connect(self.panels.sequence.explain)
        controller.said.connect(self.messages.say)
        controller.history_changed.connect(self._undo_changed)
        self._undo_changed()

    # Looks

    def set_theme(self, theme: Theme) -> None:
        """Dress everything in this theme."""
        self.theme = theme
        dress.apply(theme)
        self.actions_.set_theme(theme)
        for view in (self.transport, self.timeline, self.health, self.inspector, self.panels, self.messages):
            view.set_theme(theme)
        state = self.controller.state
        self.actions_.set_playing(state.playing, theme)
        self.actions_.set_learning(state.learning, theme)
        if self.help_window is not None:
            self.help_window.set_theme(theme)
        self.patterns.set_theme()
        self.weights.set_theme(theme)

    def toggle_theme(self) -> None:
        name = "light" if self.theme.name == "dark" else "dark"
        self.set_preferences(replace(self.preferences, theme=name))

    def set_reduced_motion(self, reduced: bool) -> None:
        self.controller.reduced_motion = reduced
        self.timeline.set_reduced_motion(reduced)
        self.patterns.set_reduced_motion(reduced)

    def set_preferences(self, preferences: Preferences) -> None:
        """Take and keep new preferences."""
        self.preferences = preferences
        kept.write(preferences)
        if preferences.chosen_theme() is not self.theme:
            self.set_theme(preferences.chosen_theme())
        self.set_reduced_motion(preferences.reduced_motion)
        self.controller.set_notation(preferences.notation)
        self.controller.set_sideways(preferences.sideways)

    def show_preferences(self) -> None:
        dialog = PreferencesDialog(self.preferences, self)
        dialog.changed.connect(self.set_preferences)
        dialog.open()

    # Files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.files.open_name(local[0])

    # Other windows

    def show_help(self) -> None:
        self.show_page("first-lesson")

    def greet(self) -> None:
        """What is on screen when it opens, and the first key."""
        story = translate("presets", CATALOGUE[FIRST].story)
        self.messages.say("note", story + " " + self.tr("Space plays it; F1 opens the guide."))

    def _show_keyboard(self) -> None:
        self.show_page("keyboard")

    def show_page(self, page: str) -> None:
        """A page of the guide."""
        if self.help_window is None:
            self.help_window = HelpWindow(self.theme, self)
            self.help_window.destroyed.connect(self._help_closed)
        self.help_window.show_page(page)
        self.help_window.show()
        self.help_window.raise_()

    def _help_closed(self) -> None:
        self.help_window = None

    def _about(self) -> None:
        self.messages.say(
            "note",
            self.tr("rnnviz {version}, under the MIT licence: recurrent networks that can be seen.").format(
                version=__version__
            ),
        )

    # Small steps

    def _next_phase(self) -> None:
        self.controller.step_phase(1)

    def _previous_phase(self) -> None:
        self.controller.step_phase(-1)

    def show_numpy(self) -> None:
        """The numbers of the clock that the inspector shows, as a program."""
        from rnnviz.gui.dialogs.numpy_window import NumpyWindow

        if self.numpy is None:
            self.numpy = NumpyWindow(self)
            self.controller.add_view(self.numpy)
        if self.numpy.renew():
            self.numpy.setVisible(True)
            self.numpy.raise_()
        else:
            self.messages.say("note", self.numpy.words.text())

    def _back(self) -> None:
        self.cells.go_back()

    def _go_back(self, steps: int) -> None:
        self.cells.go_back(steps)
        if self.inspector.trail.isHidden():  # with the keyboard in it: else the next field would have it
            self.timeline.setFocus()

    def _higher(self) -> None:
        self.controller.step_layer(1)

    def _lower(self) -> None:
        self.controller.step_layer(-1)

    def _edit_sequence(self) -> None:
        self.actions_.panels.setChecked(True)
        self.panels.setVisible(True)
        self.panels.edit_sequence()

    def _show_panels(self, on: bool) -> None:
        self.panels.setVisible(on)

    def _show_inspector(self, on: bool) -> None:
        self.inspector.setVisible(on)

    def _undo_changed(self) -> None:
        self.actions_.undo.setEnabled(self.controller.session.can_undo)
        self.actions_.redo.setEnabled(self.controller.session.can_redo)

    # Beginning and end

    def _restore_place(self) -> None:
        self.resize(USUAL.boundedTo(screen_of(self).availableSize()).expandedTo(SMALLEST))
        geometry, division = kept.kept("geometry"), kept.kept("splitter")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if division is not None:
            self.splitter.restoreState(division)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: an edit under way is taken back; an open cell closes; otherwise nothing is selected, and there is no
        message."""
        if event.key() == Qt.Key.Key_Escape and self.editor.under_way:
            self.editor.cancel()
        elif event.key() == Qt.Key.Key_Escape and self.controller.state.opened is not None:
            self.cells.close()
        elif event.key() == Qt.Key.Key_Escape:
            self.controller.select(None)
            self.messages.clear()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.files.keeper.finish() and self.patterns.close()):
            return event.ignore()
        kept.keep("geometry", self.saveGeometry())
        kept.keep("splitter", QByteArray(self.splitter.saveState()))
        # Both threads are told before either is waited for: the window is gone within two seconds, whatever they do.
        if self.export_dialog is not None:
            self.export_dialog.cancel_job()
        self.controller.stop(0.9)
        if self.export_dialog is not None:
            self.export_dialog.stop(0.9)
            self.export_dialog.close()
        if self.help_window is not None:
            self.help_window.close()
        if self.numpy is not None:
            self.numpy.close()
        self.weights.close()
        for images in self.findChildren(EquationImages):
            images.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_.full_screen.setChecked(self.isFullScreen())
        super().changeEvent(event)
