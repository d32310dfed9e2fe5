"""The command line: thin; it reaches the stages through `run` only."""
