"""Between the session and what is on screen: the controller, the engine's thread, files, undo by hand."""
