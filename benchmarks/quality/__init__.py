"""``make bench-quality``: chrF and BLEU of an engine on your own parallel text."""
