"""The list: what there is to read, one source after the other, never all at once.

::

    reading.py                 read_list: kind, readers, duplicates
    opening.py  kinds.py       bytes from a file, a pipe or the web, gzip or not; what they are
    urls.py  folder.py  feed.py  sitemap.py  warc.py  jsonl.py         one kind of list each
    xml_items.py  lines.py     XML and lines that nobody can trust
    addresses.py  slugs.py     the key of a source, the name of its folder
    seen.py                    which keys have come
"""

from langdu.batching.sources.kinds import KINDS, Kind
from langdu.batching.sources.reading import read_list
from langdu.batching.sources.source import Source, Trouble

__all__ = ["KINDS", "Kind", "Source", "Trouble", "read_list"]
