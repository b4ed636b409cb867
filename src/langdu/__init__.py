"""langdu."""
