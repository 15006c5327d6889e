"""A Scene becomes a Drawing of its states: the trajectory of h, symbols in the colours of a unit, clocks that are
alike, and how saturated the gates are. `VIEWS` names them; `rnnviz.figure.states.view` makes one by name."""

VIEWS = ("trajectory", "symbols", "alike", "saturation")
