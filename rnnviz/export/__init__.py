"""Drawings and traces become files; the painter of Drawings is given from outside."""
