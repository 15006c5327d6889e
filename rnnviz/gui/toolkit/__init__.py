"""What every window is made of and no network is known to: fonts, colours, icons, forms made from options, the painter
of Drawings, the views that have a time axis, a plot or a matrix."""
