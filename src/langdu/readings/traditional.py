"""Simplified Chinese in traditional characters, by OpenCC (its own pure-Python edition).

Taiwan's forms (裡, 麵) are what most readers of traditional characters learn first; words are not
changed for Taiwan's (鼠標 does not become 滑鼠).
"""

from typing import Any


class Traditional:
    """Writes Chinese in traditional characters. Loads its dictionary when first used."""

    def __init__(self) -> None:
        self._converter: Any = None

    def __call__(self, text: str) -> str:
        """The text in traditional characters; what is traditional already stays."""
        if self._converter is None:
            from opencc import OpenCC  # its dictionary takes 0.2 s

            self._converter = OpenCC("s2tw")
        return str(self._converter.convert(text))
