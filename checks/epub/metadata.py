"""Accessibility metadata: there, spelt as the vocabulary has it, and no more than is true.

The words are those of the W3C's "Schema.org Accessibility Properties for Discoverability
Vocabulary", 2.0 of 2023.
"""

from collections.abc import Iterator
from typing import Final

from checks.epub.package import Package

_MODES: Final = frozenset("auditory tactile textual visual".split())
_ALSO: Final = frozenset(
    "chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual "
    "textOnVisual".split()
)
_FEATURES: Final = frozenset(
    "annotations ARIA audioDescription bookmarks braille captions ChemML describedMath "
    "displayTransformability fullRubyAnnotations highContrastAudio highContrastDisplay "
    "horizontalWriting index largePrint latex latex-chemistry longDescription MathML "
    "MathML-chemistry none openCaptions pageBreakMarkers pageNavigation printPageNumbers "
    "readingOrder rubyAnnotations signLanguage structuralNavigation synchronizedAudioText "
    "tableOfContents taggedPDF tactileGraphic tactileObject timingControl transcript ttsMarkup "
    "unknown unlocked verticalWriting withAdditionalWordSegmentation "
    "withoutAdditionalWordSegmentation alternativeText".split()
)
_HAZARDS: Final = frozenset(
    "flashing noFlashingHazard motionSimulation noMotionSimulationHazard sound noSoundHazard "
    "unknown none unknownFlashingHazard unknownMotionSimulationHazard unknownSoundHazard".split()
)
_WORDS: Final = {
    "schema:accessMode": _MODES | _ALSO,
    "schema:accessModeSufficient": _MODES,
    "schema:accessibilityFeature": _FEATURES,
    "schema:accessibilityHazard": _HAZARDS,
    "schema:accessibilitySummary": None,
}
_CLAIMS: Final = ("dcterms:conformsTo", "a11y:certifiedBy")


def find(package: Package) -> list[str]:
    """Metadata that is missing, misspelt or claims too much."""
    return [*_missing(package), *_misspelt(package), *_untrue(package)]


def _missing(package: Package) -> Iterator[str]:
    for name in _WORDS:
        if not any((meta.text or "").strip() for meta in package.metas(name)):
            yield f"there is no {name}"


def _misspelt(package: Package) -> Iterator[str]:
    for meta in package.xpath(".//opf:metadata/opf:meta[@property]"):
        name, text = meta.get("property", ""), (meta.text or "").strip()
        if name.startswith("schema:access") and name not in _WORDS:
            yield f"{name} is no property of the vocabulary"
        words = _WORDS.get(name)
        for word in text.split(",") if words else ():
            if word.strip() not in (words or ()):
                yield f"{name}: {word.strip()!r} is no word of the vocabulary"


def _untrue(package: Package) -> Iterator[str]:
    def values(name: str) -> set[str]:
        return {(meta.text or "").strip() for meta in package.metas(name)}

    overlays = any(item.overlay for item in package.spine)
    features = values("schema:accessibilityFeature")
    if "auditory" in values("schema:accessMode"):
        yield "accessMode auditory: an overlay reads the text, it adds nothing that is only heard"
    if overlays != ("synchronizedAudioText" in features):
        yield "synchronizedAudioText and the media overlays disagree"
    if not overlays and any("auditory" in v for v in values("schema:accessModeSufficient")):
        yield "auditory is said to be sufficient, and there are no overlays"
    pictures = any(item.type.startswith("image/") for item in package.items.values())
    if "visual" in values("schema:accessMode") and not pictures:
        yield "accessMode visual, and there is no picture"
    for name in _CLAIMS:
        if values(name):
            yield f"{name} claims what no machine can check"
