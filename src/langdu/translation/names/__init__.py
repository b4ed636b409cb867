"""Names in a translation: find those of a Chinese article, render them by the target's convention,
recognise them in a translation.
"""

from langdu.translation.names.finding import find_names
from langdu.translation.names.name import Kind, Name, organisation, person, place
from langdu.translation.names.others import found_other
from langdu.translation.names.recognising import is_named
from langdu.translation.names.rendering import forms, render

__all__ = [
    "Kind",
    "Name",
    "find_names",
    "forms",
    "found_other",
    "is_named",
    "organisation",
    "person",
    "place",
    "render",
]
