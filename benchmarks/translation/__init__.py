"""``make bench-translation``: langdu beside argostranslate, on a model of real size."""
