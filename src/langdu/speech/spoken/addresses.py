"""Web and mail addresses, of which a listener needs the host or the name, not each slash."""

import re
from typing import Final

_TLD: Final = (
    "com|cn|org|net|gov|edu|info|io|jp|kr|ru|uk|de|fr|eu|tv|cc|me|top|vip|xyz|int|mil|asia|biz|app"
)
_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST: Final = rf"(?:{_LABEL}\.){{1,6}}[A-Za-z]{{2,12}}"
#: With a scheme or www any host; else one with a well-known ending.
URL: Final = re.compile(
    rf"(?:(?:https?|ftp)://(?:[A-Za-z0-9._:-]{{1,64}}@)?(?:www\.)?(?P<host>{_HOST}|[A-Za-z0-9][A-Za-z0-9.-]{{0,99}})(?::[0-9]{{1,5}})?"
    rf"|www\.(?P<www>{_HOST})|(?P<bare>(?:{_LABEL}\.){{1,4}}(?:{_TLD}))(?![A-Za-z0-9.-]*[A-Za-z0-9]))"
    r"(?:[/?#](?:[A-Za-z0-9/?#%&=+_.~:;,!$'()*@-]|(?<=[=/])[\u4e00-\u9fff]{1,30}(?=[&/?#]))*[A-Za-z0-9/#=_-]|/)?",
    re.ASCII,
)
MAIL: Final = re.compile(
    rf"(?P<name>[A-Za-z0-9][A-Za-z0-9._+-]{{0,63}})@(?P<host>{_HOST})"
    r"(?![A-Za-z0-9_@-]|\.[A-Za-z0-9@])",
    re.ASCII,
)


def host(match: re.Match[str]) -> str:
    """The host of a match of :data:`URL` or :data:`MAIL`, in small letters."""
    groups = match.groupdict()
    found = groups.get("host") or groups.get("www") or groups.get("bare") or ""
    return found.lower().strip(".-")
