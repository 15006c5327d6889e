"""Patterns and a seed go in, networks with symmetric weights and the paths of their states down the energy come out.

Public names: `Hopfield` (hopfield.py), `Boltzmann` (boltzmann.py), `RestrictedBoltzmann` (restricted.py), `Trajectory`
(trajectory.py), `Attractor`, `attractor_of` (attractors.py), `RULES` (storage.py), `Annealing` (annealing.py),
`LearningSpec`, `learning` (learning.py), `Capacity`, `capacity` (capacity.py), `corrupted` (checks.py).
"""
