"""What shows a network: the stage, the tracks, the curves, the inspector with its equations, the states over time."""
