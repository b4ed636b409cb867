"""Argos packages: the index, installing with checks, and what is installed."""
