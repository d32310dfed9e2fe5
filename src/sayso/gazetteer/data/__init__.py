"""The place index that comes with the program; see ATTRIBUTION.md for where it comes from."""
