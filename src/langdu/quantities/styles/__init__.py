"""How each language writes quantities: one module a language."""
