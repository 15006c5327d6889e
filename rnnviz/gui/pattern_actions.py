"""The actions of the window of patterns: those it shares with the main window, and its own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from rnnviz.gui.actions import Actions


class PatternActions(QObject):
    """`shared`: play, step, undo, files, theme and so on, with the words and keys that they have everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.shared = Actions(window)
        add = self.shared.add
        self.store = add(self.tr("&Store"), self.tr("Keep this pattern in the network"), "Ctrl+Return")
        self.remove = add(self.tr("&Remove"), self.tr("Forget this stored pattern"), "Ctrl+Backspace")
        self.clear = add(self.tr("&Clear"), self.tr("Every pixel off"), None)
        self.invert = add(self.tr("&Invert"), self.tr("Turn every pixel"), "Ctrl+I")
        self.ring = add(self.tr("Show as &ring"), self.tr("Units in a ring, with their weights"), "R", checkable=True)
        self.capacity = add(self.tr("Capa&city experiment…"), self.tr("Recall against the number of patterns"), None)
        self.compare = add(self.tr("CD-&k beside exact…"), self.tr("Learn with both gradients and compare"), None)
        self.close = add(self.tr("&Close"), self.tr("Close this window"), "Ctrl+W")

    def on(self, handlers: dict[QAction, Callable[[], object]]) -> None:
        """What the actions call; shared ones that call nothing here lose their keys in this window."""
        self.shared.on(handlers)
        for action in vars(self.shared).values():
            if isinstance(action, QAction) and action not in handlers:
                self._window.removeAction(action)

    def fill_menus(self, bar: QMenuBar, examples: QMenu) -> None:
        """File, Pattern, Edit, Play, Train, View and Help."""
        a = self.shared
        new = QMenu(QCoreApplication.translate("Menus", "&New"), bar)
        new.addActions([a.new_hopfield, a.new_boltzmann, a.new_restricted])
        menus: dict[str, tuple[QAction | QMenu | None, ...]] = {
            QCoreApplication.translate("Menus", "&File"): (
                *(new, a.open, examples, a.save, a.save_as, None, a.export, None, self.close),
            ),
            QCoreApplication.translate("Menus", "&Edit"): (a.undo, a.redo, None, a.preferences),
            QCoreApplication.translate("Menus", "Pa&ttern"): (
                *(self.store, self.remove, None, self.clear, self.invert, None, self.capacity),
            ),
            QCoreApplication.translate("Menus", "&Play"): (
                *(a.play, None, a.next_clock, a.previous_clock, a.home, a.end, None, a.loop, a.faster, a.slower),
            ),
            (train := QCoreApplication.translate("Menus", "&Train")): (
                *(a.train, a.one_update, None, a.reset, a.other_seed, None, self.compare),
            ),
            QCoreApplication.translate("Menus", "&View"): (
                *(self.ring, None, a.theme, None, a.zoom_in, a.zoom_out, a.zoom_fit, None, a.panels, a.full_screen),
            ),
            QCoreApplication.translate("Menus", "&Help"): (a.guide, a.keyboard),
        }
        for title, entries in menus.items():
            menu = bar.addMenu(title)
            if title == train:
                self.train_menu = menu
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif isinstance(entry, QMenu):
                    menu.addMenu(entry)
                else:
                    menu.addAction(entry)
