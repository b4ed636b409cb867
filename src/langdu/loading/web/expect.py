"""What a fetch is for, and so which answers will do."""

from dataclasses import dataclass
from typing import Final

_TEXT_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/json")
#: Servers that do not know a file's type say one of these: what it is shows when it is read.
_UNKNOWN_TYPES: Final = frozenset(
    {"", "application/octet-stream", "application/unknown", "application/x-unknown", "unknown"}
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """``textual``: other media types are refused. ``cut_at``: read this many bytes and no more."""

    accept: str
    textual: bool = False
    may_be_empty: bool = False
    cut_at: int | None = None

    def wrong(self, media_type: str) -> bool:
        """Whether an answer of that type is not what is wanted."""
        if not self.textual or media_type in _UNKNOWN_TYPES:
            return False
        text = media_type.startswith(_TEXT_TYPES) or media_type.endswith(("+xml", "+json"))
        return media_type == "image/svg+xml" or not text


PAGE: Final = Expectation("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True)
IMAGE: Final = Expectation("image/png,image/jpeg,image/gif,image/webp,image/*;q=0.8,*/*;q=0.5")
