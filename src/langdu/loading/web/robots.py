"""robots.txt: what a site asks programs to leave alone, and how fast they may come (RFC 9309)."""

from dataclasses import dataclass
from typing import Final

from protego import Protego

from langdu.loading.web.expect import Expectation

#: RFC 9309, 2.5: at least this much must be read, and what follows may be passed over.
EXPECTED: Final = Expectation("text/plain,*/*;q=0.5", may_be_empty=True, cut_at=500 * 1024)
#: The name that a robots.txt uses for langdu.
NAME: Final = "langdu"
#: RFC 9309, 2.4: a copy should not be used for longer than a day. In seconds.
_LIFETIME: Final = 24 * 3600.0
#: Seconds until a robots.txt that could not be had is asked for again.
_PATIENCE: Final = 300.0


@dataclass(frozen=True, slots=True)
class Robots:
    """A site's rules, good until that time on the fetcher's clock.

    ``trouble`` says why there are none to be had: then nothing may be fetched (RFC 9309, 2.3.1.4).
    """

    rules: Protego | None
    until: float
    trouble: str | None = None

    def allows(self, url: str) -> bool:
        """Whether a page may be fetched."""
        return self.rules is None or bool(self.rules.can_fetch(url, NAME))

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two pages."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(NAME)
        paced = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.rules.crawl_delay(NAME) or 0.0), paced)


def found(data: bytes, now: float) -> Robots:
    """The rules in a robots.txt."""
    return Robots(Protego.parse(data.decode("utf-8-sig", "replace")), now + _LIFETIME)


def absent(now: float) -> Robots:
    """There is no robots.txt: everything may be fetched (RFC 9309, 2.3.1.3)."""
    return Robots(None, now + _LIFETIME)


def unavailable(trouble: str, now: float) -> Robots:
    """A robots.txt could not be had."""
    return Robots(None, now + _PATIENCE, trouble)
