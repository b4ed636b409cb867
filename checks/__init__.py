"""The gate of what langdu publishes: every page and EPUB through every checker that runs.

``make check-reader`` runs it; README.md beside this file tells what is looked at and how.
"""
