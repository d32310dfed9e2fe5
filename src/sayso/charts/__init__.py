"""The chart: maps and ranges as inline SVG and plain numbers, with no script and no picture file."""
