"""Translate: article → article with the same sentence ids, by any engine."""

from langdu.translation.aids import Aids
from langdu.translation.articles import find_way, translate_article
from langdu.translation.translator import Link, Request, Translated, Translator

__all__ = ["Aids", "Link", "Request", "Translated", "Translator", "find_way", "translate_article"]
