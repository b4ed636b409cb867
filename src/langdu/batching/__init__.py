"""Many sources and many languages: a site.

::

    sources/      the list: what there is to read
    entries.py    what the site knows of an article
    describing.py an article and its audio → its entry
    site/         index pages, sitemap, feeds
"""
