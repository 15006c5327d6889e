"""The menus: every action has its place in one of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.panels.topbar import TopBar


def fill_menus(bar: QMenuBar, actions: Actions, topbar: TopBar, gradient: QMenu) -> None:
    """File, Edit, Play, Train, View and Help. gradient: what the area below the tracks can show."""
    a = actions
    examples = QMenu(QCoreApplication.translate("Menus", "Open e&xample"), bar)
    examples.addActions(topbar.presets.actions())
    examples.triggered.connect(topbar.presets.triggered)
    gradient.setTitle(QCoreApplication.translate("Menus", "&Gradient"))
    menus = {
        QCoreApplication.translate("Menus", "&File"): (
            *(new_menu(bar, a), a.open, examples, a.save, a.save_as, None, a.export, None, a.quit),
        ),
        QCoreApplication.translate("Menus", "&Edit"): (
            *(a.undo, a.redo, None, a.edit_sequence, a.weights, a.change, a.release_all, None, a.preferences),
        ),
        QCoreApplication.translate("Menus", "&Play"): (
            *(a.play, None, a.next_clock, a.previous_clock, a.next_phase, a.previous_phase, a.home, a.end),
            *(None, a.loop, a.faster, a.slower),
        ),
        QCoreApplication.translate("Menus", "&Train"): (a.train, a.one_update, None, a.reset, a.other_seed),
        QCoreApplication.translate("Menus", "&View"): (
            *(a.roll, a.open_cell, a.pair, a.back, a.numpy, gradient, None, a.higher, a.lower, a.turn, None),
            *(a.theme, None, a.zoom_in, a.zoom_out, a.zoom_fit, a.zoom_reset),
            *(None, a.panels, a.inspector, None, a.full_screen),
        ),
        QCoreApplication.translate("Menus", "&Help"): (a.guide, a.keyboard, None, a.about),
    }
    add_menus(bar, menus)


def new_menu(bar: QMenuBar, actions: Actions) -> QMenu:
    """Every kind of network."""
    menu = QMenu(QCoreApplication.translate("Menus", "&New"), bar)
    menu.addActions(actions.new_networks.actions())
    menu.addSeparator()
    menu.addActions([actions.new_hopfield, actions.new_boltzmann, actions.new_restricted])
    return menu


def add_menus(bar: QMenuBar, menus: Mapping[str, Sequence[QAction | QMenu | None]]) -> dict[str, QMenu]:
    """The menus made of these entries, by their titles; None: a line between two groups."""
    made = {title: bar.addMenu(title) for title in menus}
    for title, entries in menus.items():
        menu = made[title]
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(entry)
    return made
