"""The rules of fetching: redirects, attempts, limits, robots.txt, turns.

All of it is generators that yield commands (:mod:`langdu.loading.web.commands`) and do no input or
output of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from langdu.errors import FetchError, RobotsError
from langdu.loading.raw import too_large
from langdu.loading.web import retry, robots, urls
from langdu.loading.web.addresses import Refused
from langdu.loading.web.commands import Answer, Command, Enter, Head, Receive, Send, Sleep, T, Talk
from langdu.loading.web.decompress import Body, Broken, TooLarge
from langdu.loading.web.expect import Expectation
from langdu.loading.web.failures import EXPECTED, StatusError, Trouble, explain
from langdu.loading.web.settings import FetchSettings
from langdu.loading.web.world import World


@dataclass(slots=True)
class Session:
    """What the conversations of one fetcher share.

    ``turns``: when a host's next page may be asked for, on the world's clock.
    """

    settings: FetchSettings
    world: World
    sites: dict[str, robots.Robots] = field(default_factory=dict)
    turns: dict[str, float] = field(default_factory=dict)


def fetch(session: Session, address: str, expected: Expectation) -> Talk[Answer]:
    """Fetch an address, wherever it leads. Raises :class:`FetchError`."""
    url = urls.parse(address)
    return (yield from _follow(session, url, expected, crawling=True))


def _follow(
    session: Session, url: httpx.URL, expected: Expectation, *, crawling: bool
) -> Talk[Answer]:
    """``crawling``: each hop asks robots.txt and waits its turn; robots.txt itself does not."""
    work = _Work(session, urls.shown(url), expected)
    limit = session.settings.max_redirects
    for _ in range(limit + 1):
        if crawling:
            yield from _enter(session, url)
        found = yield from work.persist(url)
        if isinstance(found, Answer):
            return found
        url = found
    raise FetchError(f"{work.name} redirects more than {limit} times")


def _enter(session: Session, url: httpx.URL) -> Talk[None]:
    """Wait until a page of that host may be asked for. Raises :class:`RobotsError`."""
    delay = session.settings.delay
    if session.settings.robots:
        delay = max(delay, (yield from _permitted(session, url)))
    yield Enter(url.host, session.settings.per_host)
    if delay:
        host, now = url.host, session.world.clock()
        begin = max(now, session.turns.get(host, now))
        session.turns[host] = begin + delay
        if begin > now:
            yield Sleep(begin - now)


def _permitted(session: Session, url: httpx.URL) -> Talk[float]:
    """The delay that robots.txt asks for. Raises :class:`RobotsError` where it says no."""
    origin = urls.origin(url)
    rules = session.sites.get(origin)
    if rules is None or rules.until < session.world.clock():
        yield Enter(f"robots {origin}", 1)  # one asks, the others wait for what it finds
        rules = session.sites.get(origin)
        if rules is None or rules.until < session.world.clock():
            rules = yield from _read_robots(session, url)
            session.sites[origin] = rules
    name, limit = urls.shown(url), session.settings.max_wait
    if rules.trouble:
        raise RobotsError(
            f"{name} is not fetched, for its robots.txt is not to be had: {rules.trouble}"
        )
    if not rules.allows(urls.shown(url.copy_with(fragment=None))):
        raise RobotsError(f"{name} is not fetched: the site's robots.txt forbids it")
    if rules.delay > limit:
        raise RobotsError(
            f"{name} is not fetched: its robots.txt wants {rules.delay:g} seconds between pages, "
            f"more than the {limit:g} that langdu waits"
        )
    return rules.delay


def _read_robots(session: Session, url: httpx.URL) -> Talk[robots.Robots]:
    target = httpx.URL(urls.origin(url)).copy_with(path="/robots.txt")
    try:
        answer = yield from _follow(session, target, robots.EXPECTED, crawling=False)
    except StatusError as error:
        if error.status < 500 and error.status != 429:
            return robots.absent(session.world.clock())
        return robots.unavailable(str(error), session.world.clock())
    except FetchError as error:
        return robots.unavailable(str(error), session.world.clock())
    return robots.found(answer.data, session.world.clock())


class _Work:
    """The work on one address, in time: the seconds of all its attempts and hops are counted."""

    def __init__(self, session: Session, address: str, expected: Expectation) -> None:
        self._session = session
        self._settings = session.settings
        self._address = address
        self._expected = expected
        self._left = session.settings.total_timeout
        self.name = address

    def persist(self, url: httpx.URL) -> Talk[Answer | httpx.URL]:
        """An answer, or where it sends on, after as many attempts as it takes and may take."""
        here = urls.shown(url)
        self.name = here if here == self._address else f"{self._address} (now {here})"
        attempt = 0
        while True:
            try:
                return (yield from self._attempt(url))
            except Trouble as trouble:
                wait = self._wait(trouble, attempt)
            yield Sleep(wait)
            attempt += 1

    def _wait(self, trouble: Trouble, attempt: int) -> float:
        """Seconds until the next attempt. Raises :class:`FetchError` where there is none."""
        text, after = trouble.text, trouble.after
        if after is not None and (after > self._settings.max_wait or not self._more(attempt)):
            text += f" and asks to come back at {retry.moment(self._session.world.now(), after)}"
        elif trouble.again and self._more(attempt):
            own = retry.backoff(attempt, self._session.world.jitter())
            return own if after is None else max(own, after)
        if trouble.status is not None:
            raise StatusError(text, trouble.status) from None
        raise FetchError(text) from None

    def _more(self, attempt: int) -> bool:
        return attempt < self._settings.retries and self._left > 0

    def _attempt(self, url: httpx.URL) -> Talk[Answer | httpx.URL]:
        try:
            accept = self._expected.accept
            head: Head = yield from self._timed(lambda left: Send(url, accept, left))
            target = urls.redirect(head, url)
            if target:
                return target
            media_type = self._judged(head)
            data = yield from self._body(head)
        except FetchError:
            raise
        except TooLarge:
            raise FetchError(too_large(self.name, self._settings.max_bytes)) from None
        except Broken as error:
            raise FetchError(f"{self.name} {error}") from None
        except Refused as error:
            raise FetchError(f"{self.name} is not fetched: {error}") from None
        except EXPECTED as error:
            raise explain(self.name, error, self._settings) from None
        return Answer(urls.shown(url), data, media_type, head.charset, head.cached)

    def _timed(self, command: Callable[[float], Command]) -> Talk[T]:
        """Have a command carried out within the time that is left."""
        if self._left <= 0:
            raise TimeoutError
        begin = self._session.world.clock()
        try:
            outcome: T = yield command(self._left)
        finally:
            self._left -= self._session.world.clock() - begin
        return outcome

    def _judged(self, head: Head) -> str:
        """The media type of an answer that will do."""
        name = self.name
        if head.status >= 400:
            raise self._refusal(head)
        if head.status >= 300 or head.status in (204, 205):
            raise FetchError(f"{name} answered {head.status} without a page")
        kind: str = head.headers.get("content-type", "").split(";")[0].strip().lower()
        if self._expected.wrong(kind):
            raise FetchError(f"{name} is {kind}, not a page of text")
        size = head.headers.get("content-length", "")
        if size.isascii() and size.isdecimal() and int(size[:20]) > self._limit():
            raise TooLarge
        return kind

    def _refusal(self, head: Head) -> Trouble:
        text = f"{self.name} answered {head.status} {head.reason}".strip()
        again = head.status in retry.STATUSES
        value = head.headers.get("retry-after")
        after = retry.retry_after(value, self._session.world.now()) if again else None
        return Trouble(text, again=again, after=after, status=head.status)

    def _limit(self) -> int:
        return self._settings.max_bytes if self._expected.cut_at is None else 2**63

    def _body(self, head: Head) -> Talk[bytes]:
        codings = head.headers.get_list("content-encoding", split_commas=True)
        body, data = Body(codings, self._limit()), bytearray()
        cut = self._expected.cut_at
        chunk: bytes | None
        while (chunk := (yield from self._timed(Receive))) is not None:
            for piece in body.feed(chunk):
                data += piece
                if cut is not None and len(data) >= cut:
                    return bytes(data[:cut])
        body.finish()
        if not data and not self._expected.may_be_empty:
            raise FetchError(f"{self.name} answered with an empty page")
        return bytes(data)
