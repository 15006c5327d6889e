"""What is being looked at: one frozen state, playback, undo, and the file it is saved in."""
