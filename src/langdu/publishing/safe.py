"""What may go into a page: text without invisible traps, addresses that only open, safe names.

An article's text, ids, addresses and language code come from outside; nothing here trusts them.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from langdu.article import Article, List
from langdu.article_json import MAX_LIST_DEPTH
from langdu.errors import PublishError

#: Control characters, halves of characters and non-characters: neither HTML nor XML may hold them.
_INVALID: Final = r"\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)
)
#: Embeddings, overrides and isolates: they can make a page show other text than it holds.
_BIDI: Final = r"\u202a-\u202e\u2066-\u2069"
_DROPPED: Final = re.compile(f"[{_INVALID}{_BIDI}]")
_BREAKS: Final = re.compile(r"\r\n?")
_FEEDS: Final = re.compile(r"[\x0b\x0c]")
_SPACES: Final = re.compile(r"[ \t\n]+")

_LANG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_MAX_LANG: Final = 35
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,99}")

_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:[^\s@?]+@[^\s@?]+", re.IGNORECASE)
_HOST: Final = re.compile(r"[\w.:\[\]-]+")
_NOT_IN_URL: Final = re.compile(
    r"[^!$&'()*+,\-./0-9:;=?@A-Z_a-z~%#\u00a0-\U0010fffd]|%(?![0-9A-Fa-f]{2})"
)


def clean_text(text: str) -> str:
    """The text without what no page may hold; line breaks become ``\\n``."""
    return _DROPPED.sub("", _FEEDS.sub(" ", _BREAKS.sub("\n", text)))


def one_line(text: str | None) -> str:
    """The cleaned text on one line, for titles, attributes and metadata; ``""`` for ``None``."""
    return _SPACES.sub(" ", clean_text(text or "")).strip()


def safe_url(url: str | None, *, mail: bool = True) -> str | None:
    """The address with odd characters escaped, or ``None`` where it must not become a link.

    Only ``http``, ``https`` and (where ``mail``) ``mailto`` with an address pass.
    """
    url = re.sub(r"[\t\n]", "", clean_text(url or "")).strip()  # as browsers do
    if _MAIL.match(url):
        return _escape(url) if mail else None
    if not _WEB.match(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]  # a name before the @ is there to mislead
        named = bool(parts.hostname) and (parts.port or True)  # reading the port checks it
    except ValueError:
        return None
    if not named or "\\" in parts.netloc or not _HOST.fullmatch(host):
        return None
    rest = url[url.index("//") + 2 + len(parts.netloc) :]
    return f"{parts.scheme}://{host}{_escape(rest)}"


def _escape(text: str) -> str:
    head, hash_, fragment = text.partition("#")
    fragment = fragment.replace("#", "%23")
    return _NOT_IN_URL.sub(_percent, head + hash_ + fragment)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def safe_tag(tag: str | None) -> str | None:
    """A language tag for a ``lang`` attribute, or ``None`` where the text is no tag."""
    tag = (tag or "").strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None


def check_lang(lang: str) -> str:
    """The language code, when it can name a folder. Raises :class:`PublishError`."""
    if len(lang) > _MAX_LANG or not _LANG.fullmatch(lang):
        raise PublishError(f"{lang[:40]!r} is no language code; write one like 'zh' or 'en-GB'")
    return lang


def check_id(id: str) -> str:
    """The id, when it can stand in an address and a file name. Raises :class:`PublishError`."""
    if not _ID.fullmatch(id):
        raise PublishError(
            f"the id {id[:40]!r} cannot be published; use letters, digits, '.', '-' and '_' only"
        )
    return id


def check_depth(article: Article) -> None:
    """Refuse lists deeper than the JSON of an article may have. Raises :class:`PublishError`."""
    lists = [block for block in article.blocks if isinstance(block, List)]
    for _ in range(MAX_LIST_DEPTH + 1):
        lists = [item.list for block in lists for item in block.items if item.list]
    if lists:
        raise PublishError(f"lists are nested deeper than {MAX_LIST_DEPTH}; flatten them")
