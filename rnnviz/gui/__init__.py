"""Shows Drawings and plots with Qt, and asks the session for changes."""
