"""Which addresses are public, and that nothing else is connected to."""

import ipaddress
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.errors import FetchError
from langdu.loading.web.addresses import resolve, why_refused
from langdu.loading.web.world import World
from tests.loading.web.conftest import Open, only_this_machine
from tests.loading.web.server import serving

REFUSED = """
0.0.0.0 10.0.0.1 127.0.0.1 127.9.9.9 100.64.0.1 100.100.100.200 168.63.129.16 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1
203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
64:ff9b:1::808:808 100::1 2001::1 2001:db8::1 2002:7f00:1::1 2002:c0a8:101::1 3fff::1 4000::1
5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.32.0.1 223.255.255.255
::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1 2400:3200::1 2606:4700::1111
""".split()


@pytest.mark.parametrize("address", REFUSED)
def test_special_addresses_are_refused(address: str) -> None:
    assert why_refused(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_not(address: str) -> None:
    assert why_refused(address) is None


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_passes(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    passes = why_refused(str(address)) is None
    if passes and not getattr(address, "ipv4_mapped", None):
        assert address.is_global or address in ipaddress.ip_network("64:ff9b::/96")
        assert not address.is_multicast


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "[::1]",
     "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]", "127.0.0.1.", "LOCALHOST"],
)  # fmt: skip
def test_this_machine_under_its_many_names(visit: Open, host: str) -> None:
    with serving({"/": lambda exchange: exchange.answer(b"a secret")}) as server:
        with pytest.raises(
            FetchError, match=r"refused without --allow-private|is not found|not a valid"
        ):
            visit(World(), retries=0).fetch(f"http://{host}:{server.port}/")
        assert server.requests == []


def test_allowed_on_purpose(visit: Open) -> None:
    with serving({"/": lambda exchange: exchange.answer(b"the intranet")}) as server:
        answer = visit(World(), allow_private=True).fetch(f"http://localhost:{server.port}/")
    assert answer.data == b"the intranet"


def test_a_redirect_to_a_private_address(visit: Open) -> None:
    with (
        serving({"/": lambda exchange: exchange.answer(b"a secret")}, "127.0.0.2") as inner,
        serving({"/": lambda exchange: exchange.redirect(inner.url)}) as outer,
    ):
        with pytest.raises(FetchError, match=r"127\.0\.0\.2 is an address of this machine"):
            visit().fetch(outer.url)
        assert inner.requests == []


def test_a_name_is_looked_up_once_and_its_first_answer_is_what_is_connected_to(visit: Open) -> None:
    answers: Iterator[str] = iter(["127.0.0.1", "127.0.0.2"])
    asked: list[str] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return (next(answers),)

    with serving({"/": lambda exchange: exchange.answer(b"the page")}) as server:
        world = World(resolver=rebinding, refusal=only_this_machine)
        answer = visit(world).fetch(f"http://news.example:{server.port}/")
    assert (answer.data, asked) == (b"the page", ["news.example"])
    assert server.requests[0].headers["host"] == f"news.example:{server.port}"


def test_the_second_answer_is_checked_as_well(visit: Open) -> None:
    answers = iter(["127.0.0.1", "127.0.0.2"])
    world = World(resolver=lambda host, port: [next(answers)], refusal=only_this_machine)
    visitor = visit(world)
    with (
        serving({"/": lambda exchange: exchange.answer(b"a secret")}, "127.0.0.2") as inner,
        serving({"/": lambda exchange: exchange.answer(b"the page")}) as server,
    ):
        assert visitor.fetch(f"http://news.example:{server.port}/").data == b"the page"
        with pytest.raises(FetchError, match=r"news\.example is 127\.0\.0\.2"):
            visitor.fetch(f"http://news.example:{inner.port}/")
        assert inner.requests == []


def test_one_bad_address_among_good_ones(visit: Open) -> None:
    world = World(
        resolver=lambda host, port: ["127.0.0.1", "169.254.169.254"], refusal=only_this_machine
    )
    with serving({"/": lambda exchange: exchange.answer(b"the page")}) as server:
        with pytest.raises(FetchError, match=r"169\.254\.169\.254, a link-local address"):
            visit(world).fetch(f"http://news.example:{server.port}/")
        assert server.requests == []


def test_the_next_address_is_tried(visit: Open) -> None:
    world = World(resolver=lambda host, port: ["127.0.0.3", "127.0.0.1"], refusal=lambda _: None)
    with serving({"/": lambda exchange: exchange.answer(b"the page")}) as server:
        assert visit(world).fetch(f"http://news.example:{server.port}/").data == b"the page"


def test_proxies_of_the_environment(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would look names up themselves, so they are used with allow_private only."""
    page = "http://news.example/a"
    with serving({page: lambda exchange: exchange.answer(b"by proxy")}) as proxy:
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        world = World(resolver=lambda host, port: ["127.0.0.1"] if host == "127.0.0.1" else [])
        with pytest.raises(FetchError, match="proxy is used with --allow-private only"):
            visit(world, retries=0).fetch(page)
        assert proxy.requests == []
        assert visit(world, allow_private=True).fetch(page).data == b"by proxy"


def test_the_systems_resolver() -> None:
    assert resolve("0x7f.1", 80) == ("127.0.0.1",)
    with pytest.raises(OSError, match="name"):
        resolve("a" * 64 + ".example", 80)
