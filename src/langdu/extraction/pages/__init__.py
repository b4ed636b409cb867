"""Articles of several pages: where the others are, in which order, and one article of them all.

::

    find.py      the pager of a page: asks each kind of pager in turn
    trs.py       the pager that TRS writes with a script
    links.py     links in a page that say that they turn it: numbers, 下一页, rel=next
    series.py    which of those links lead to pages of the same article
    place.py     addresses, compared by what they are of, and their page numbers
    labels.py    what the links of a pager say
    walk.py      from page to page: which one is wanted next (no input and output)
    joining.py   the drafts of several pages → those of one article
"""
