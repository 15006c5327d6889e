"""The bars and panels around the stage: actions and menus, the sequence, the network, its training, the player."""
