"""The actions of the window of patterns: those it shares with the main window, and its own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.panels.menus import add_menus, new_menu


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
        self.matrix = add(
            self.tr("All weights as a &matrix"), self.tr("Every weight at once, a row and a column for each unit"), "M",
            checkable=True,
        )  # fmt: skip
        self.at_one = add(self.tr("Clamp at &1"), self.tr("Keep the selected unit at 1; the others are sampled"), "1")
        self.at_zero = add(self.tr("Clamp at &0"), self.tr("Keep the selected unit at 0; the others are sampled"), "0")
        self.free = add(self.tr("&Free"), self.tr("Let the selected unit be sampled again"), "F")
        self.clamp_pixels = add(
            self.tr("Clamp &pixels"),
            self.tr("Keep every pixel as it is drawn; hidden units are sampled"),
            None,
        )
        self.free_all = add(self.tr("Free a&ll"), self.tr("Let every unit be sampled again"), "Shift+F")
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
        menus = {
            QCoreApplication.translate("Menus", "&File"): (
                *(new_menu(bar, a), a.open, examples, a.save, a.save_as, None, a.export, None, self.close),
            ),
            QCoreApplication.translate("Menus", "&Edit"): (a.undo, a.redo, None, a.preferences),
            QCoreApplication.translate("Menus", "Patter&n"): (
                *(self.store, self.remove, None, self.clear, self.invert, None, self.capacity),
            ),
            QCoreApplication.translate("Menus", "&Play"): (
                *(a.play, None, a.next_clock, a.previous_clock, a.home, a.end, None, a.loop, a.faster, a.slower),
            ),
            (clamp := self.tr("C&lamp")): (
                *(self.at_one, self.at_zero, self.free, None, self.clamp_pixels, self.free_all),
            ),
            (train := QCoreApplication.translate("Menus", "&Train")): (
                *(a.train, a.one_update, None, a.reset, a.other_seed, None, self.compare),
            ),
            QCoreApplication.translate("Menus", "&View"): (
                *(
                    self.ring,
                    self.matrix,
                    None,
                    a.theme,
                    None,
                    a.zoom_in,
                    a.zoom_out,
                    a.zoom_fit,
                    None,
                    a.panels,
                    a.full_screen,
                ),
            ),
            QCoreApplication.translate("Menus", "&Help"): (a.guide, a.keyboard),
        }
        made = add_menus(bar, menus)
        self.train_menu, self.clamp_menu = made[train], made[clamp]
