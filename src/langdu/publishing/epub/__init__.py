"""EPUB 3: one book for each edition, and a bilingual one, with overlays where there is audio.

A book is made in four steps, a module each: what lies in it (``contents.py``), how sound and
sentences go together (``overlay.py``), what is true about it (``about.py``), and the container
(``container.py``). The documents are the templates beside them.
"""

from langdu.publishing.epub.book import has_two_languages, write_bilingual, write_epub

__all__ = ["has_two_languages", "write_bilingual", "write_epub"]
