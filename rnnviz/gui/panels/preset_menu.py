"""The menus of shipped sessions: a submenu for each group, the story of each session as its tooltip."""

from PySide6.QtWidgets import QMenu

from rnnviz.session.catalogue import CATALOGUE, HEADINGS
from rnnviz.words import translate


def fill_presets(menu: QMenu) -> None:
    """All sessions in the submenus of their groups; an action's data is the session's name."""
    for group, heading in HEADINGS.items():
        add_presets(menu.addMenu(translate("tasks", heading)), group)


def add_presets(menu: QMenu, group: str) -> None:
    """The sessions of one group."""
    menu.setToolTipsVisible(True)
    for name, entry in CATALOGUE.items():
        if entry.group == group:
            action = menu.addAction(translate("presets", entry.title))
            action.setData(name)
            action.setToolTip(translate("presets", entry.story))
            action.setStatusTip(action.toolTip())
