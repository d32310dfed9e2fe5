"""Moments: expressions that tell when, resolved to intervals, and which event each one dates."""
