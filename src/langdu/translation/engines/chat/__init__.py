"""The ``chat`` engine: a language model behind an OpenAI-compatible server."""
