"""The benchmarks: the program's output on pinned data, scored by the shared scorers, against floors."""
