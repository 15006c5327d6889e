"""A network is trained and traced in a thread of its own; commands go in, snapshots come out."""
