"""Checks of a translation: one a file, each takes a sentence with its translation."""
