"""The one error that people see: a sentence that says what is wrong, where, and what would be accepted."""

from rnnviz.words import translate


class InputError(ValueError):
    """Something a person gave cannot be used.

    `template` is an English sentence marked with ``QT_TRANSLATE_NOOP("errors", ...)``; `values` fill its
    ``{named}`` places, so that the sentence can be translated before the values go in:

        raise InputError(QT_TRANSLATE_NOOP("errors", "{value} hidden units: give 1 to {most}."), value=0, most=256)
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values))

    def __str__(self) -> str:
        return translate("errors", self.template).format(**self.values)
