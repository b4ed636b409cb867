"""Which addresses an article may lead to: those of the public internet, and no others.

What is special is what IANA's registries of special-purpose addresses say (RFC 6890 and its
updates). Python's ``is_global`` follows them, but differently from release to release, so what it
has got wrong at some time is listed here as well.
"""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

#: (host, port) → its addresses as text, in the order in which they should be tried.
Resolver = Callable[[str, int], Iterable[str]]
#: An address → what kind it is if nothing may be fetched from there.
Refusal = Callable[[str], str | None]

#: All IPv6 that is routed today (RFC 4291, IANA's allocation); the rest is special or unassigned.
_GLOBAL_V6: Final = ip_network("2000::/3")
#: IPv4 in IPv6, of a translator at the edge of an IPv6-only network (RFC 6052).
_NAT64: Final = ip_network("64:ff9b::/96")
_SPECIAL: Final = tuple(
    map(
        ip_network,
        (
            "100.64.0.0/10",  # carrier-grade NAT, RFC 6598; Alibaba Cloud's metadata are in it
            "168.63.129.16/32",  # Azure's agent: a public address that every machine there has
            "192.0.0.0/24",  # protocol assignments, RFC 6890
            "192.88.99.0/24",  # 6to4 relays, RFC 7526
            "2001::/23",  # protocol assignments: Teredo, ORCHID, RFC 2928
            "3fff::/20",  # documentation, RFC 9637
        ),
    )
)


class Refused(Exception):
    """A host has an address that nothing may be fetched from; the text is a sentence."""


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host as the system knows them. Raises :class:`OSError`.

    The system's resolver also reads numbers as old C libraries did: ``2130706433``, ``0x7f.1``.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise socket.gaierror(socket.EAI_NONAME, "no host can have that name") from None
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def why_refused(text: str) -> str | None:
    """What is special about an address, or ``None`` where it is one of the public internet."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = _embedded(address)
        if inner:
            return why_refused(str(inner))
    return _special(address)


def anything(_: str) -> None:
    """The refusal that refuses nothing: for ``allow_private``."""


def checked(host: str, addresses: Iterable[str], refusal: Refusal) -> tuple[str, ...]:
    """The addresses of a host, if every one of them may be connected to.

    One bad address among good ones is what an attack by DNS looks like. Raises :class:`Refused`
    with the address and the way to allow it.
    """
    found = tuple(addresses)
    for address in found:
        reason = refusal(address)
        if reason:
            name = f"{host} is" if host == address else f"{host} is {address},"
            way = "refused without --allow-private (allow_private=True)"
            raise Refused(f"{name} {reason}: {way}")
    return found


def _special(address: IPv4Address | IPv6Address) -> str | None:
    for trait, what in (
        ("is_unspecified", "no address of a machine"),
        ("is_loopback", "an address of this machine"),
        ("is_link_local", "a link-local address"),
        ("is_multicast", "a multicast address"),
    ):
        if getattr(address, trait):
            return what
    if any(address in network for network in _SPECIAL):
        return "an address of a special-purpose network"
    if not address.is_global or address.is_reserved:
        return "an address of a private network"
    if isinstance(address, IPv6Address) and address not in _GLOBAL_V6:
        return "a reserved address"
    return None


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if isinstance(_NAT64, IPv6Network) and address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
