"""Does a translation name a person or a place?"""

from langdu.languages import normalize
from langdu.translation.names.name import Name
from langdu.translation.names.rendering import CONVENTIONS, pattern


def is_named(name: Name, text: str, lang: str) -> bool:
    """Whether a translation's text names it, by any spelling that counts as right.

    Case, spaces, hyphens, apostrophes and diacritics are not compared, and a language's endings and
    particles may follow; but 李刚 is no Li Gong and 张洪彬 no Zhang Hongbing. Of a place its stem
    must be there, of a person the surname and the given name. False for an unknown language.
    """
    code = normalize(lang)
    wanted = pattern(name, code)
    return wanted is not None and wanted.search(CONVENTIONS[code].prepared(text)) is not None
