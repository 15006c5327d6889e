"""The user guide: Markdown pages from resources/guide, with a list of pages beside the text."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.paths import resource


def pages() -> dict[str, str]:
    """The pages of the guide in reading order: their names and their titles."""
    names: dict[str, str] = {}
    for path in sorted(resource("guide").glob("*.md")):
        title = path.read_text(encoding="utf-8").split("\n", 1)[0]
        names[path.stem.split("-", 1)[1]] = title.removeprefix("# ")
    return names


def page_path(name: str) -> Path:
    """The file of a page; files begin with their number in the reading order."""
    return next(resource("guide").glob(f"*-{name}.md"))


class HelpWindow(QWidget):
    """A window of its own beside the main one; links lead from page to page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("rnnviz: user guide"))
        self.resize(900, 680)
        self.page = ""
        self.list = QListWidget()
        self.list.setFixedWidth(220)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setToolTip(self.tr("Pages of the user guide"))
        for name, title in pages().items():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self.text = QTextBrowser(openLinks=False)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.document().setDocumentMargin(18)
        self.text.anchorClicked.connect(self._follow)
        self.list.currentItemChanged.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, activated=self.close)
        self.set_theme(theme)

    def show_page(self, name: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)

    def set_theme(self, theme: Theme) -> None:
        self.text.document().setDefaultStyleSheet(f"a {{ color: {theme.accent}; }}")
        if self.page:
            self._load(self.page)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._load(item.data(Qt.ItemDataRole.UserRole))

    def _load(self, name: str) -> None:
        self.page = name
        markdown = page_path(name).read_text(encoding="utf-8")
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self.text.document().setMarkdown(markdown, features)
        self.text.verticalScrollBar().setValue(0)

    def _follow(self, link: QUrl) -> None:
        name = link.toString().removesuffix(".md")
        if name in pages():
            self.show_page(name)
        elif link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
