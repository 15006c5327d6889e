"""A cell is parameters, a textbook step, and a fast scan over time that must equal the step."""
