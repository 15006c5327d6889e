"""A network is trained and traced in a thread of its own; commands go in, snapshots come out.

Public names: the records in messages.py; `Engine` (runner.py); `evaluate`, `fresh`, `model_of` (evaluate.py);
`Examination` (examination.py); `train`, `Trainer` (training.py).
"""
