"""A state and a snapshot become a Drawing: plain arrays of marks, with no toolkit behind them."""
