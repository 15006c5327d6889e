"""Drawings and traces become files; the painter of Drawings is given from outside.

Public: `film` and `FilmOptions`, `write_trace` and `run_of`, the registry `formats`, `Cancelled`. One file a format.
"""
