"""Audio files: four formats, what is said about an article in them, and their places on disk."""

from langdu.speech.files.about import About, Chapter, about_article, chapters_of
from langdu.speech.files.cover import Cover, read_cover
from langdu.speech.files.encoder import FORMATS, check_suffix
from langdu.speech.files.recording import Recording

__all__ = [
    "FORMATS",
    "About",
    "Chapter",
    "Cover",
    "Recording",
    "about_article",
    "chapters_of",
    "check_suffix",
    "read_cover",
]
