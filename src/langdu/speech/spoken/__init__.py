"""What is spoken is not what is written: text as a person reads it out, per language.

One module for each language gives the changes; :func:`spoken_form` applies them and keeps the map
back to the written characters.
"""

from langdu.speech.spoken.form import Change, Reading, Spoken, apply
from langdu.speech.spoken.reading import spoken_form

__all__ = ["Change", "Reading", "Spoken", "apply", "spoken_form"]
