"""The language of the commands: the one that was chosen in the window."""

from rnnviz import words
from rnnviz.paths import resource


def speak() -> None:
    """Say everything from now on in the language that the window was set to, as far as it has words for it.

    Qt, which keeps the choice and the translations, is loaded only where there is more than English to choose from.
    """
    codes = {path.stem.removeprefix("rnnviz_") for path in resource("translations").glob("rnnviz_*.qm")}
    if codes <= {"en"}:
        return
    try:
        from rnnviz.gui.translation import chosen, translator
    except ImportError:  # a command that needs Qt will say what is missing
        return
    if chosen() in codes:
        words.set_translator(translator(chosen()))
