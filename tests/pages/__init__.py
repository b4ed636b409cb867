"""Articles of several pages, from a server on this machine."""
