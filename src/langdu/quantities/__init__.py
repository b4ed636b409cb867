"""Numbers, dates and units in five languages: find, compare, write.

Translation checks with them that nothing was changed, and speech reads them.
"""
