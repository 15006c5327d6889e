from translated import sentences_are_known  # noqa: F401
