"""The methods, one file each: `bptt`, `tbptt`, `rtrl`. Their registry is `rnnviz.gradients.base.methods`."""
