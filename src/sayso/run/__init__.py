"""The pipeline: where stages and edges meet."""
