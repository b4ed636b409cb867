"""Ruby: the base text stays, and each reading becomes a mark over its base."""

from lxml import etree

from langdu.extraction.inline import Inline
from langdu.extraction.text import collapse


def add_ruby(ruby: etree._Element, inline: Inline) -> None:
    """Read a ``<ruby>`` whole, in one walk."""
    start = inline.size
    walker = etree.iterwalk(ruby, events=("start", "end"))
    for event, part in walker:
        if event == "start":
            tag = part.tag
            if tag == "rt":
                reading = collapse("".join(map(str, part.itertext())))
                start = inline.ruby(start, reading) if reading else inline.size
            if tag in ("rt", "rp", "rtc"):
                walker.skip_subtree()
            elif part.text:
                inline.add(part.text)
        elif part is not ruby and part.tail:
            inline.add(part.tail)
