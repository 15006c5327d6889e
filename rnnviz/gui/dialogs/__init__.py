"""Windows beside the main one: export, experiments, preferences, help, the columns of a file, weights, the program."""
