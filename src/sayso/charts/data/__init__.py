"""The outlines of countries (see packaging/outlines.py)."""
