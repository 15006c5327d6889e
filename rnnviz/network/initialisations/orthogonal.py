"""Each block a random matrix with orthonormal rows or columns (whichever are fewer), biases 0: lengths are kept.

Saxe, A., McClelland, J. and Ganguli, S. (2014). Exact solutions to the nonlinear dynamics of learning in deep linear
neural networks. arXiv:1312.6120. Mezzadri, F. (2007). How to generate random matrices from the classical compact
groups. arXiv:math-ph/0609050, for the signs, without which not all rotations would be equally likely.
"""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class Orthogonal(Initialisation):
    name = "orthogonal"
    source = "Saxe et al. 2014"
    place = 6

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        tall = rng.standard_normal((max(shape), min(shape)))
        q, r = np.linalg.qr(tall)
        q *= np.sign(np.diag(r))
        return q if shape[0] >= shape[1] else q.T


initialisations.add(Orthogonal.name, Orthogonal())
