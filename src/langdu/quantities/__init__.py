"""Numbers, dates and units in Chinese, English, Japanese, Korean and Russian: read them, compare
them across languages, write them.

What is read and what is soft, with the sources of the conventions: ``docs/quantities.md``.
"""

from langdu.quantities.finding import find
from langdu.quantities.quantity import Clock, Day, Quantity

__all__ = ["Clock", "Day", "Quantity", "find"]
