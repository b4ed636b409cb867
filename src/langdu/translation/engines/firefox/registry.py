"""The index of Firefox's models: Mozilla's Remote Settings, from which Firefox gets them itself.

One record stands for one file: its pair of languages, version and role (``model``, ``lex``, and
``vocab`` or ``srcvocab`` and ``trgvocab``), the size and SHA-256 of the Zstandard file that is
downloaded and of the file in it. The server's root says where those files are. A mirror may serve
the same answers from anywhere; the files then lie relative to the index.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeGuard
from urllib.parse import urljoin

from langdu.errors import MissingModel, PackageError, reason
from langdu.languages import normalize

#: The collection that Firefox reads.
INDEX: Final = (
    "https://firefox.settings.services.mozilla.com"
    "/v1/buckets/main/collections/translations-models-v2/records"
)
#: The major version of models that the engine can run; Mozilla raises it with the format.
MAJOR: Final = 3
#: An answer of more bytes is refused; the real one has under a million.
_MAX_INDEX: Final = 32 * 1024**2
#: The larger model of two of the same version translates better.
_SIZES: Final = ("tiny", "base-memory", "base")
#: What reading an answer of another shape raises.
NO_INDEX: Final = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_VERSION: Final = re.compile(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?:(a|b)(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of a model: where it is, and what it is packed and unpacked (sizes in bytes)."""

    role: str
    address: str
    is_packed: bool
    packed_size: int
    packed_sha256: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that the index offers.

    ``is_for_all``: to every Firefox; others are for some channel or system only, as nightly builds.
    """

    source: str
    target: str
    version: str
    architecture: str
    is_for_all: bool
    files: tuple[Attachment, ...]

    @property
    def rank(self) -> tuple[bool, tuple[int, ...], int]:
        """By which offers of a pair are compared: for all, newer, larger."""
        size = _SIZES.index(self.architecture) if self.architecture in _SIZES else -1
        return self.is_for_all, version_key(self.version), size


def version_key(version: str) -> tuple[int, ...]:
    """``3.1`` > ``3.0`` > ``3.0a2``; nothing where it is no version."""
    found = _VERSION.fullmatch(version)
    if not found:
        return ()
    major, minor, patch, stage, number = found.groups()
    return int(major), int(minor), int(patch or 0), "ab".find(stage or "c") % 3, int(number or 0)


def fetch_index(address: str | None = None) -> list[Offer]:
    """The models that the index at ``address`` (Mozilla's own by default) offers.

    Raises :class:`PackageError` where it cannot be had or is none.
    """
    address = address or INDEX
    try:
        records = _get(address)["data"]
        return read_records(records, _attachments(address))
    except NO_INDEX:
        raise PackageError(f"{address} is no index of Firefox's models") from None


def _attachments(address: str) -> str:
    """Where the files of a Remote Settings server are; beside the index of another server."""
    root, found, _ = address.partition("/v1/buckets/")
    if not found:
        return address
    base = _get(f"{root}/v1/")["capabilities"]["attachments"]["base_url"]
    return str(base).rstrip("/") + "/"


def _get(address: str) -> Any:
    import httpx

    body = b""
    try:
        with httpx.stream("GET", address, timeout=20, follow_redirects=True) as answer:
            answer.raise_for_status()
            for chunk in answer.iter_bytes(65536):
                body += chunk
                if len(body) > _MAX_INDEX:
                    raise PackageError(f"{address} is larger than {_MAX_INDEX} bytes: refused")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise PackageError(
            f"the index of Firefox's models cannot be had from {address} ({reason(error)}); "
            "check the connection, give another with --index URL, or add a folder with its files"
        ) from None
    return json.loads(body)


def read_records(records: Iterable[dict[str, Any]], base: str) -> list[Offer]:
    """The whole models of Remote Settings records; records of other shapes are passed over."""
    groups: dict[tuple[str, str, str, str, bool], dict[str, Attachment]] = {}
    for record in records:
        pair = code(record.get("sourceLanguage")), code(record.get("targetLanguage"))
        file = _attachment(record, base)
        if file is None or not all(pair):
            continue
        version, size = str(record.get("version")), str(record.get("architecture") or "")
        is_for_all = not record.get("filter_expression")
        groups.setdefault((*pair, version, size, is_for_all), {})[file.role] = file
    return [
        Offer(*key, tuple(files.values()))
        for key, files in groups.items()
        if "model" in files and ("vocab" in files or {"srcvocab", "trgvocab"} <= files.keys())
    ]


def code(tag: Any) -> str:
    """langdu's code of Mozilla's tag; empty for what it has none for: traditional Chinese."""
    if not isinstance(tag, str) or tag.lower().endswith("-hant"):
        return ""
    found = normalize(tag)
    return found if re.fullmatch("[a-z]{2,3}", found) else ""


def _attachment(record: dict[str, Any], base: str) -> Attachment | None:
    role, packed = record.get("fileType"), record.get("attachment")
    if role not in ("model", "lex", "vocab", "srcvocab", "trgvocab") or not packed:
        return None
    name, location = str(packed.get("filename") or ""), str(packed.get("location") or "")
    is_packed = packed.get("mimetype") == "application/zstd" or name.endswith(".zst")
    packed_size, packed_hash = packed.get("size"), packed.get("hash")
    size = record.get("decompressedSize") if is_packed else packed_size
    sha256 = record.get("decompressedHash") if is_packed else packed_hash
    address = urljoin(base, location)
    if not (_is_size(packed_size) and _is_size(size) and _is_hash(packed_hash)):
        return None
    if not _is_hash(sha256) or not location or not address.startswith(("http://", "https://")):
        return None
    return Attachment(role, address, is_packed, packed_size, packed_hash, size, sha256)


def _is_size(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and value > 0


def _is_hash(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


def best(offers: Iterable[Offer], pair: tuple[str, str]) -> Offer:
    """The best offer of a pair that can be run. Raises :class:`MissingModel`."""
    matching = [offer for offer in offers if (offer.source, offer.target) == pair]
    usable = [offer for offer in matching if version_key(offer.version)[:1] == (MAJOR,)]
    if usable:
        return max(usable, key=lambda offer: offer.rank)
    if matching:
        versions = ", ".join(sorted({offer.version for offer in matching}))
        raise MissingModel(
            f"the index offers {'-'.join(pair)} in version {versions} only, and this langdu runs "
            f"those of version {MAJOR}"
        )
    raise MissingModel(f"the index of Firefox's models offers none for {'-'.join(pair)}")
