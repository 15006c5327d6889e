"""The guide in the language of the window."""

from rnnviz.gui import translation
from rnnviz.gui.help import pages


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
