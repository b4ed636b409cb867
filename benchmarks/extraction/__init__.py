"""``make bench-extraction``: langdu and its peers on the same pages, by the same measure."""
