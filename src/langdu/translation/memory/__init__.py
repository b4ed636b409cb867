"""The translation memory: a sentence that was translated once is not translated again."""

from langdu.translation.memory.entry import Entry, Key, digest
from langdu.translation.memory.store import Memory

__all__ = ["Entry", "Key", "Memory", "digest"]
