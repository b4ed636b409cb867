"""The site around the articles: index pages, sitemap, feeds.

::

    building.py               build_site: from entries to files
    catalogue.py              all editions, sorted on disk
    shelves.py                which article stands on which page
    listing.py  templates/    the index pages
    sitemap.py  atom.py  podcast.py  chapters.py    one kind of file each
    files.py                  only what differs is written, only what is ours is removed
    words.py  moments.py  addresses.py  xml.py
"""

from langdu.batching.site.building import SiteReport, build_site

__all__ = ["SiteReport", "build_site"]
