"""Translate: article → article with the same sentence ids, by any engine."""

from langdu.translation.articles import EMPTY, find_way, translate_article
from langdu.translation.translator import Link, Request, Translated, Translator

__all__ = ["EMPTY", "Link", "Request", "Translated", "Translator", "find_way", "translate_article"]
