"""The user guide: Markdown pages from resources/guide, with a list of pages beside the text.

A folder there that is called like a language holds the same pages, by the same names, in that language.
"""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFontMetricsF,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.translation import installed
from rnnviz.paths import resource

# In a wide table: the room of the first column, and what the padding and the border of a cell take of the others.
_NAME, _AROUND = 130.0, 10.0


def pages() -> dict[str, str]:
    """The pages of the guide in reading order: their names and their titles."""
    names: dict[str, str] = {}
    for path in sorted(resource("guide").glob("*.md")):
        name = path.stem.split("-", 1)[1]
        title = page_path(name).read_text(encoding="utf-8").split("\n", 1)[0]
        names[name] = title.removeprefix("# ")
    return names


def page_path(name: str) -> Path:
    """The file of a page, in English where the window's language has none; it begins with its number in the order."""
    english = next(resource("guide").glob(f"*-{name}.md"))
    translated = resource("guide", installed(), english.name)
    return translated if translated.is_file() else english


def set_apart(document: QTextDocument, theme: Theme) -> None:
    """Give a document that came from Markdown its white space: Qt reads the text but sets it solid."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat(block.blockFormat())
        heading = form.headingLevel()
        form.setLineHeight(130.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            form.setTopMargin(0.0 if heading == 1 else 16.0 if heading else 2.0)
            form.setBottomMargin(4.0 if block.textList() else 8.0)
        cursor.setBlockFormat(form)
        block = block.next()
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            form = table.format()
            wide = table.columns() > 6
            form.setCellPadding(3.0 if wide else 6.0)
            if wide:
                form.setColumnWidthConstraints(_widths(table))
            form.setBorder(1.0)
            form.setBorderCollapse(True)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(QColor(theme.border))
            form.setTopMargin(4.0)
            form.setBottomMargin(10.0)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100.0))
            table.setFormat(form)


def _widths(table: QTextTable) -> list[QTextLength]:
    """Columns as wide as their longest cell, of titles their longest word: Qt would break words in two."""
    metrics = QFontMetricsF(font(13, bold=True))
    wide = [_NAME]
    for column in range(1, table.columns()):
        title, *cells = (table.cellAt(row, column).firstCursorPosition().block().text() for row in range(table.rows()))
        wide.append(_AROUND + max(map(metrics.horizontalAdvance, [*re.split("[ -]", title), *cells])))
    return [QTextLength(QTextLength.Type.PercentageLength, 100.0 * one / sum(wide)) for one in wide]


class HelpWindow(QWidget):
    """A window of its own beside the main one; links lead from page to page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("rnnviz: user guide"))
        self.resize(1040, 680)
        self.page = ""
        self.list = QListWidget()
        self.list.setFixedWidth(220)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setToolTip(self.tr("Pages of the user guide"))
        for name, title in pages().items():
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, 32))
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
        self.set_theme(theme)

    def show_page(self, name: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.page:
            self._load(self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._load(item.data(Qt.ItemDataRole.UserRole))

    def _load(self, name: str) -> None:
        self.page = name
        markdown = page_path(name).read_text(encoding="utf-8")
        document = self.text.document()
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        set_apart(document, self._theme)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.verticalScrollBar().setValue(0)

    def _follow(self, link: QUrl) -> None:
        name = link.toString().removesuffix(".md")
        if name in pages():
            self.show_page(name)
        elif link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
