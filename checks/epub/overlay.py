"""Media overlays: in the order of the text, within the audio, with a class that shows the place.

EPUBCheck knows whether an overlay is well formed; it does not follow it.
"""

import io
import re
from collections.abc import Iterator

import soundfile

from checks.epub.package import Item, Package, beside

#: A second of MP3 is cut into frames of 24 to 36 ms, and encoders add silence.
_SLACK = 0.1


def find(package: Package) -> list[str]:
    """What would make a reading system show another sentence than the one that is heard."""
    found: list[str] = []
    total = 0.0
    for item in package.spine:
        if item.overlay:
            overlay = package.items.get(item.overlay)
            if overlay is None:
                found.append(f"{item.path} has the overlay {item.overlay}, which is not there")
                continue
            clips = list(_clips(package, overlay))
            found += _follow(package, item, overlay)
            found += _bounds(package, overlay, clips)
            length = sum(end - begin for _, begin, end in clips)
            total += length
            found += _duration(package, f"#{overlay.id}", length)
    if total:
        found += _duration(package, None, total)
        found += _class(package)
    return found


def _follow(package: Package, item: Item, overlay: Item) -> Iterator[str]:
    """Each place exists, and they come in the order of the document."""
    tree = package.tree(item)
    order = {str(each.get("id")): at for at, each in enumerate(tree.iterfind(".//*[@id]"))}
    last = -1
    for par in package.xpath(".//smil:par", package.tree(overlay)):
        texts, sounds = (package.xpath(f"smil:{name}", par) for name in ("text", "audio"))
        if len(texts) != 1 or len(sounds) != 1:
            yield f"{overlay.path}: a par with {len(texts)} texts and {len(sounds)} audios"
            continue
        path, fragment = beside(overlay.path, texts[0].get("src", ""))
        if path != item.path or fragment not in order:
            yield f"{overlay.path}: {texts[0].get('src')} is not in {item.path}"
        elif order[fragment] < last:  # the same once more: a picture, told in two languages
            yield f"{overlay.path}: {fragment} is heard after what follows it in the text"
        else:
            last = order[fragment]


def _bounds(
    package: Package, overlay: Item, clips: list[tuple[str, float, float]]
) -> Iterator[str]:
    """Clips have a length, do not overlap and end before the audio does."""
    lengths: dict[str, float] = {}
    ends: dict[str, float] = {}
    for path, begin, end in clips:
        if path not in package.files:
            yield f"{overlay.path}: the audio {path} is not there"
            continue
        if path not in lengths:
            lengths[path] = soundfile.info(io.BytesIO(package.files[path])).duration
        if not begin < end:
            yield f"{overlay.path}: a clip from {begin} to {end} s"
        if end > lengths[path] + _SLACK:
            yield f"{overlay.path}: a clip ends at {end} s, the audio at {lengths[path]:.2f} s"
        if begin < ends.get(path, 0.0) - 0.001:
            yield f"{overlay.path}: a clip begins at {begin} s, within the one before"
        ends[path] = end


def _clips(package: Package, overlay: Item) -> Iterator[tuple[str, float, float]]:
    for audio in package.xpath(".//smil:audio", package.tree(overlay)):
        path, _ = beside(overlay.path, audio.get("src", ""))
        yield path, seconds(audio.get("clipBegin", "0")), seconds(audio.get("clipEnd", "0"))


def _duration(package: Package, refines: str | None, length: float) -> Iterator[str]:
    said = [m for m in package.metas("media:duration") if m.get("refines") == refines]
    name = refines or "the whole"
    if len(said) != 1:
        yield f"{len(said)} values of media:duration for {name}"
    elif abs(seconds(said[0].text or "") - length) > 1.0:
        yield f"media:duration of {name} is {said[0].text}; its clips last {length:.2f} s"


def _class(package: Package) -> Iterator[str]:
    """Reading systems set this class on the sentence that is heard; a style must show it."""
    names = [(meta.text or "").strip() for meta in package.metas("media:active-class")]
    if len(names) != 1 or not names[0]:
        yield "no media:active-class: nothing shows the sentence that is heard"
        return
    styles = [package.files[i.path] for i in package.items.values() if i.type == "text/css"]
    if not any(re.search(rf"\.{re.escape(names[0])}\b".encode(), style) for style in styles):
        yield f"no style for the active class {names[0]}"


def seconds(value: str) -> float:
    """A clock value of SMIL (``0:01:02.5``, ``62.5s``, ``62500ms``, ``62.5``) in seconds."""
    value = value.strip()
    if match := re.fullmatch(r"([\d.]+)(h|min|s|ms)?", value):
        factor = {"h": 3600.0, "min": 60.0, "s": 1.0, "ms": 0.001, None: 1.0}[match[2]]
        return float(match[1]) * factor
    total = 0.0
    for part in value.split(":"):
        total = total * 60 + float(part)
    return total
