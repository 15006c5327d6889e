"""The interiors of the cells, one file a cell, each registered under the cell's name in `rnnviz.figure.inside.diagram`.

In: nothing but the grid. Out: `Diagram`, drawn by `rnnviz.figure.inside`.
"""
