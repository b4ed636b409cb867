"""Publishing: accessible HTML pages, Markdown, plain text and JSON.

:func:`publish` writes an article and its translations into a folder; the ``render_`` functions give
one article in one format. A format is a :class:`Writer`, a function from an :class:`Edition` to
text or bytes; :data:`WRITERS` holds those that come with langdu.
"""

from langdu.publishing.editions import AudioFile, Edition, Sound, Writer
from langdu.publishing.images import ImageSource
from langdu.publishing.single import publish_single
from langdu.publishing.site import Publication, publish
from langdu.publishing.withdrawing import withdraw
from langdu.publishing.words import WordAids
from langdu.publishing.writers import (
    SUFFIXES,
    WRITERS,
    render,
    render_braille,
    render_html,
    render_json,
    render_markdown,
    render_text,
)

__all__ = [
    "SUFFIXES",
    "WRITERS",
    "AudioFile",
    "Edition",
    "ImageSource",
    "Publication",
    "Sound",
    "WordAids",
    "Writer",
    "publish",
    "publish_single",
    "render",
    "render_braille",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
    "withdraw",
]
