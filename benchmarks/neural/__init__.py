"""Neural voices: how fast they are, and whether they are understood."""
