"""The window of one network of patterns: panels, stage, transport and tracks around one controller."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rnnviz.errors import InputError
from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.film import facts_of, kind_title
from rnnviz.gui.control.shelf import Shelf
from rnnviz.gui.dialogs.experiment_dialog import CapacityDialog, ComparisonDialog, ExperimentDialog
from rnnviz.gui.panels.left_side import WIDTH
from rnnviz.gui.panels.preset_menu import add_presets
from rnnviz.gui.panels.steering import Steering
from rnnviz.gui.panels.topbar import HEIGHT
from rnnviz.gui.panels.transport import ShrinkingLabel, Transport
from rnnviz.gui.patterns.actions import PatternActions
from rnnviz.gui.patterns.clamping import Clamping
from rnnviz.gui.patterns.controller import PatternController
from rnnviz.gui.patterns.files import PatternFiles
from rnnviz.gui.patterns.panels import PatternPanels
from rnnviz.gui.patterns.timeline import PatternTimeline
from rnnviz.gui.toolkit.action_button import ActionButton
from rnnviz.gui.toolkit.lifetime import belongs_to_qt, screen_of
from rnnviz.gui.toolkit.messages import MessageBar
from rnnviz.session.catalogue import PATTERNS
from rnnviz.session.patterns import PatternState
from rnnviz.words import QT_TRANSLATE_NOOP

SMALLEST = QSize(1024, 700)
USUAL = QSize(1280, 800)


class PatternWindow(Steering, QMainWindow):
    """A window of its own, beside the main one: a network of patterns has no sequence, no task and no engine thread, so
    that all the two share are playback, drawing, films and the look.

    `wanted` asks the main window for what both have in common: (“new”, kind), (“open”, path), (“theme”, ""),
    (“preferences”, "") and (“help”, page). `closed` says goodbye.
    """

    wanted = Signal(str, str)
    closed = Signal(object)

    def __init__(self, state: PatternState, theme: Theme, shelf: Shelf | None = None) -> None:
        super().__init__()
        belongs_to_qt(self)
        self.setMinimumSize(SMALLEST)
        self.theme = theme
        self.controller = PatternController(state, self)
        self.files = PatternFiles(self.controller, self, shelf)
        self.clamping = Clamping(self.controller)
        self.actions_ = PatternActions(self)
        self.transport = Transport(self.actions_.shared, theme)
        for button in (self.transport.previous_phase, self.transport.next_phase, self.transport.roll):
            button.setVisible(False)
        self.timeline = PatternTimeline(self.transport, theme)
        self.panels = PatternPanels(self.controller, self.actions_, theme)
        self.middle = QWidget()
        self.messages = MessageBar(theme, self.middle)
        self.experiment: ExperimentDialog | None = None
        self.menus = QMenuBar()
        self.examples = QMenu(self.tr("Open e&xample"), self)
        self.title = ShrinkingLabel(objectName="clock")
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        for view in (self.panels, self.timeline, _Rest(self)):
            self.controller.add_view(view)
        self.resize(USUAL.boundedTo(screen_of(self).availableSize()).expandedTo(SMALLEST))
        self.timeline.setFocus()

    def _lay_out(self) -> None:
        add_presets(self.examples, PATTERNS)
        self.actions_.fill_menus(self.menus, self.examples)
        bar = QWidget(objectName="topbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(HEIGHT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(QLabel("rnnviz", objectName="wordmark"))
        if self.menus.isNativeMenuBar():
            self.setMenuBar(self.menus)
        else:
            self.menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(self.menus)
        row.addSpacing(10)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.title, 1)
        shared = self.actions_.shared
        self.export = ActionButton(shared.export, words=True)
        self.export.setProperty("primary", True)
        for widget in (
            ActionButton(shared.undo),
            ActionButton(shared.redo),
            self.export,
            ActionButton(shared.theme, flat=True),
            ActionButton(shared.guide, flat=True),
        ):
            row.addWidget(widget)
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, handleWidth=1)
        self.splitter.addWidget(self.panels)
        self.splitter.addWidget(self.middle)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([WIDTH, USUAL.width() - WIDTH])
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(bar)
        rows.addWidget(self.splitter, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        controller, own, shared = self.controller, self.actions_, self.actions_.shared
        shared.network_chosen.connect(self._new)
        own.on(
            {
                shared.new_hopfield: self._new_hopfield,
                shared.new_boltzmann: self._new_boltzmann,
                shared.new_restricted: self._new_restricted,
                shared.open: self.files.choose,
                shared.save: self.files.save,
                shared.save_as: self.files.save_as,
                shared.export: self.show_export,
                shared.undo: controller.undo,
                shared.redo: controller.redo,
                shared.preferences: self._preferences,
                shared.play: controller.toggle_playing,
                shared.next_clock: self._next_clock,
                shared.previous_clock: self._previous_clock,
                shared.home: controller.to_start,
                shared.end: controller.to_end,
                shared.loop: controller.set_loop,
                shared.faster: self._faster,
                shared.slower: self._slower,
                shared.train: controller.toggle_training,
                shared.one_update: controller.one_update,
                shared.reset: controller.reset,
                shared.other_seed: controller.other_seed,
                shared.theme: self._toggle_theme,
                shared.zoom_in: self._zoom_in,
                shared.zoom_out: self._zoom_out,
                shared.zoom_fit: self.timeline.fit,
                shared.panels: self.panels.setVisible,
                shared.full_screen: self._full_screen,
                shared.guide: self._guide,
                shared.keyboard: self._keyboard,
                own.ring: controller.set_layout,
                own.matrix: controller.set_matrix,
                own.at_one: self.clamping.at_one,
                own.at_zero: self.clamping.at_zero,
                own.free: self.clamping.free,
                own.clamp_pixels: self.clamping.pixels,
                own.free_all: self.clamping.free_all,
                own.capacity: self.show_capacity,
                own.compare: self.show_comparison,
                own.close: self.close,
            }
        )
        shared.panels.setChecked(True)
        self.examples.triggered.connect(self.files.open_example)
        self.transport.speed_chosen.connect(controller.set_speed)
        self.timeline.moved.connect(controller.go_to)
        self.timeline.selected.connect(controller.select)
        self.timeline.stage.menu_wanted.connect(self._clamp_menu)
        self.files.said.connect(self.messages.say)
        self.files.wanted.connect(self._open)
        controller.said.connect(self.messages.say)
        controller.history_changed.connect(self._undo_changed)
        self._undo_changed()

    # Other windows

    def show_capacity(self) -> None:
        self._experiment(CapacityDialog(self.controller.state.spec.rule, self.theme, self))

    def show_comparison(self) -> None:
        state = self.controller.state
        if not state.patterns:
            error = InputError(QT_TRANSLATE_NOOP("errors", "There is no pattern to learn; draw one and store it."))
            self.messages.say("error", str(error))
            return
        self._experiment(ComparisonDialog(state, self.theme, self))

    def _experiment(self, dialog: ExperimentDialog) -> None:
        if self.experiment is not None:
            self.experiment.close()
        self.experiment = dialog
        dialog.finished.connect(self._experiment_closed)
        dialog.show()
        dialog.begin()

    def _experiment_closed(self) -> None:
        self.experiment = None

    # Looks

    def set_theme(self, theme: Theme) -> None:
        """The colours of everything that is not dressed by the application."""
        self.theme = theme
        self.actions_.shared.set_theme(theme)
        for view in (self.transport, self.timeline, self.panels, self.messages):
            view.set_theme(theme)
        state = self.controller.state
        self.actions_.shared.set_playing(state.playing, theme)
        self.actions_.shared.set_learning(state.learning, theme)
        if self.experiment is not None:
            self.experiment.set_theme(theme)

    def set_reduced_motion(self, reduced: bool) -> None:
        self.controller.reduced_motion = reduced
        self.timeline.set_reduced_motion(reduced)

    # Small steps

    def _new(self, kind: str) -> None:
        self.wanted.emit("new", kind)

    def _new_hopfield(self) -> None:
        self._new("hopfield")

    def _new_boltzmann(self) -> None:
        self._new("boltzmann")

    def _new_restricted(self) -> None:
        self._new("restricted")

    def _open(self, name: str) -> None:
        self.wanted.emit("open", name)

    def _preferences(self) -> None:
        self.wanted.emit("preferences", "")

    def _toggle_theme(self) -> None:
        self.wanted.emit("theme", "")

    def _guide(self) -> None:
        self.wanted.emit("help", "patterns")

    def _keyboard(self) -> None:
        self.wanted.emit("help", "keyboard")

    def _clamp_menu(self, place: QPoint) -> None:
        """What can be clamped, at the unit that was clicked with the other button."""
        if self.controller.state.spec.kind != "hopfield":
            self.actions_.clamp_menu.popup(place)

    def _undo_changed(self) -> None:
        session, shared = self.controller.session, self.actions_.shared
        shared.undo.setEnabled(session.can_undo)
        shared.redo.setEnabled(session.can_redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: no unit is selected, and there is no message."""
        if event.key() == Qt.Key.Key_Escape:
            self.controller.select(None)
            self.messages.clear()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.keeper.finish():
            event.ignore()
            return
        self.controller.stop()
        for dialog in (self.export_dialog, self.experiment):
            if dialog is not None:
                dialog.close()
        super().closeEvent(event)
        self.closed.emit(self)


class _Rest:
    """What follows the state but is not a view of its own: the title, the transport and the actions."""

    def __init__(self, window: PatternWindow) -> None:
        self._window = window

    def show(self, state: PatternState, changed: frozenset[str]) -> None:
        window = self._window
        shared, own, transport = window.actions_.shared, window.actions_, window.transport
        if changed - {"position"}:
            text = f"{kind_title(state.spec.kind)} · {facts_of(window.timeline.scene)}"
            window.title.set_whole(text)
            window.setWindowTitle(f"{text}[*]")
        transport.set_position(state.position, window.controller.steps)
        if "playing" in changed:
            shared.set_playing(state.playing, window.theme)
        if "learning" in changed:
            shared.set_learning(state.learning, window.theme)
        if "loop" in changed:
            shared.loop.setChecked(state.loop)
        if "speed" in changed:
            transport.set_speed(state.speed)
        if "layout" in changed:
            own.ring.setChecked(state.layout == "ring")
        if "matrix" in changed:
            own.matrix.setChecked(state.matrix)
        if "spec" in changed:
            machine = state.spec.kind != "hopfield"
            own.capacity.setEnabled(not machine)
            for menu in (own.train_menu, own.clamp_menu):
                menu.menuAction().setVisible(machine)
            for action in (
                *(shared.train, shared.one_update, shared.reset, shared.other_seed, own.compare),
                *(own.at_one, own.at_zero, own.free, own.clamp_pixels),
            ):
                action.setEnabled(machine)
        if changed & {"spec", "clamped"}:
            own.free_all.setEnabled(bool(state.clamped))
            own.clamp_pixels.setEnabled(state.spec.kind != "hopfield" and state.spec.hidden > 0)
