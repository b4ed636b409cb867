"""Glossaries: what a word must become, by the user's tables and by the one that ships."""

from langdu.translation.glossary.glossary import Glossary
from langdu.translation.glossary.honoured import honoured
from langdu.translation.glossary.term import Found, Term

__all__ = ["Found", "Glossary", "Term", "honoured"]
