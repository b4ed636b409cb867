"""Planted defects: each check is shown to fire. Run by ``make check-reader`` before the checks."""
