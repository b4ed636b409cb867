"""The list: what there is to read, one source after the other, never all at once."""

from langdu.batching.sources.source import Source, Trouble

__all__ = ["Source", "Trouble"]
