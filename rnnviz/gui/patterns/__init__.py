"""The window of networks of patterns: Hopfield, Boltzmann, restricted Boltzmann."""
