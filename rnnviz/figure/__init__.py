"""A state and a snapshot become a Drawing: plain arrays of marks, with no toolkit behind them.

Public names: `Drawing` and its batches (drawing.py), `Scene` (scene.py), `TimeAxis` (time_axis.py), `Theme` and the
colour scales (palette.py); `stage`, `natural_column` (stage.py), `tracks`, `track_height` (tracks.py), `frame`,
`film_axis` (film.py); `hit` (hits.py), `describe` (describe.py), `equations` (equations.py).
"""
