"""Numbers, dates and units in Chinese, English, Japanese, Korean and Russian: read them, compare
them across languages, write them.

What is read and what is soft, with the sources of the conventions: ``docs/quantities.md``.
"""

from langdu.quantities.comparing import Comparison, compare
from langdu.quantities.finding import find
from langdu.quantities.quantity import Clock, Day, Quantity
from langdu.quantities.simplifying import Change, Simplified, restyle, simplify
from langdu.quantities.writing import write

__all__ = [
    "Change",
    "Clock",
    "Comparison",
    "Day",
    "Quantity",
    "Simplified",
    "compare",
    "find",
    "restyle",
    "simplify",
    "write",
]
