"""The program: its command line, and the start of its window."""
