"""The guide in every language: the same pages, sections, links, keys and measured numbers."""

import re

import pytest

from rnnviz.gui.dialogs.help import pages
from rnnviz.gui.toolkit import translation
from rnnviz.paths import resource

ENGLISH = {path.name: path.read_text(encoding="utf-8") for path in resource("guide").glob("*.md")}
FOLDERS = [path for path in sorted(resource("guide").iterdir()) if path.is_dir()]


def rows(text):
    """The cells of every table, row by row."""
    return [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]


def numbers(cells):
    return [re.findall(r"\d+(?:[.,]\d+)?(?:e[+-]\d+)?", cell) for cell in cells]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_a_page_says_the_same_in_every_language(folder, name):
    source, text = ENGLISH[name], (folder / name).read_text(encoding="utf-8")
    assert [line.split(" ")[0] for line in text.splitlines() if line.startswith("#")] == [
        line.split(" ")[0] for line in source.splitlines() if line.startswith("#")
    ]
    assert re.findall(r"\]\(([^)]+)\)", text) == re.findall(r"\]\(([^)]+)\)", source)
    ours, theirs = rows(text), rows(source)
    assert [len(row) for row in ours] == [len(row) for row in theirs]
    for row, original in zip(ours, theirs, strict=True):
        if len(row) > 3:  # a table of results
            assert numbers(row) == numbers(original), row


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_page_is_missing_and_none_is_left_over(folder):
    assert {path.name for path in folder.glob("*.md")} == set(ENGLISH)


def test_the_window_reads_the_pages_of_its_language(qapp):
    english = pages()
    try:
        translation.install("pt_BR")
        portuguese = pages()
    finally:
        translation.install("en")
    assert list(portuguese) == list(english)
    assert portuguese["first-lesson"] == "Primeira lição"
    assert not set(portuguese.values()) & set(english.values())
