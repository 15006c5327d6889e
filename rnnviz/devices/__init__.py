"""Arrays may live in the memory of a device; what computes with them is NumPy's functions, which go where they are.

Public names: `Device`, `devices`, `beside`, `host`, `is_here`, `choose` (base.py); `Kernel` (kernels.py).
"""
