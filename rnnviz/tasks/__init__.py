"""A task makes batches of sequences with targets and masks from a seed, and reads what a person typed."""
