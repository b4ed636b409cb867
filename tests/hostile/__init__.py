"""What a page can do to its reader: fuzzing, cost, and patterns that never end."""
