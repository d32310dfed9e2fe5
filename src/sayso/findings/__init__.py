"""Findings: the accounts of an incident, their contests, and what they add up to under a named rule."""
