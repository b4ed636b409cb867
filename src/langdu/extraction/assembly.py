"""Drafts and notes → the article: ids, sentences, levels, and the fields of the metadata."""

from itertools import pairwise
from types import MappingProxyType
from typing import Final

from langdu.article import (
    Article,
    Attachment,
    Block,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Sentence,
    Table,
)
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.language import language_of
from langdu.extraction.metadata.choice import choose
from langdu.extraction.metadata.editions import editions
from langdu.extraction.notes import Notes
from langdu.extraction.result import Extraction
from langdu.sentences import number, split, to_sentences

_FILMS: Final = MappingProxyType(
    {
        "video": MappingProxyType(
            {"zh": "视频", "en": "Video", "ja": "動画", "ko": "동영상", "ru": "Видео"}
        ),
        "audio": MappingProxyType(
            {"zh": "音频", "en": "Audio", "ja": "音声", "ko": "오디오", "ru": "Аудио"}
        ),
    }
)


def assemble(
    drafts: list[Draft], notes: Notes, *, declared: str | None, url: str | None
) -> Extraction:
    """The article made of finished drafts. ``declared`` is the page's own language tag."""
    text = " ".join(_texts(drafts))
    lang = language_of(text, declared)
    maker = _Maker(lang)
    blocks = tuple(maker.block(f"b{index}", draft) for index, draft in enumerate(drafts, 1))
    facts = choose(notes, text, url)
    said = {field: fact.value for field, fact in facts.items()}
    article = Article(
        lang=lang,
        blocks=blocks,
        title=said.get("title"),
        url=said.get("url") or url,
        site=said.get("site"),
        published=said.get("published"),
        updated=said.get("updated"),
        source=said.get("source"),
        author=said.get("author"),
        editor=said.get("editor"),
        column=tuple(said["column"].split("\n")) if "column" in said else (),
        keywords=tuple(said["keywords"].split("\n")) if "keywords" in said else (),
        offered=editions(notes.all("edition"), lang),
    )
    origins = tuple(facts.values())
    return Extraction(article, tuple(notes.removals), origins, tuple(notes.remarks))


def _texts(drafts: list[Draft]) -> list[str]:
    out = []
    for draft in drafts:
        if draft.kind == "code":
            continue
        out.append(draft.text)
        out.extend(item.rich.text for item in draft.items)
        out.extend(cell.rich.text for row in draft.rows for cell in row)
    return out


class _Maker:
    """Makes blocks of drafts, in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def sentences(self, prefix: str, rich: Rich) -> tuple[Sentence, ...]:
        if not rich.cuts:
            return to_sentences(prefix, rich.text, self.lang, rich.marks)
        return number(prefix, self.pieces(rich), rich.marks)

    def pieces(self, rich: Rich) -> list[str]:
        """The sentences of a text that surely has some borders."""
        borders = [0, *rich.cuts, len(rich.text)]
        return [piece for a, b in pairwise(borders) for piece in split(rich.text[a:b], self.lang)]

    def block(self, id: str, draft: Draft) -> Block:
        match draft.kind:
            case "list":
                return self.list(id, draft)
            case "table":
                return self.table(id, draft)
            case "code":
                return Code(id, draft.text)
            case "figure":
                return Figure(id, draft.image, draft.alt, self.sentences(id, draft.rich))
            case "heading":
                return Heading(id, draft.level, self.sentences(id, draft.rich))
            case "attachment":
                return Attachment(id, draft.href or "", self.sentences(id, draft.rich))
            case "quote":
                return Quote(id, self.sentences(id, draft.rich))
            case "media":
                return Paragraph(id, self.sentences(id, self.film(draft)))
            case _:
                return Paragraph(id, self.sentences(id, draft.rich))

    def film(self, draft: Draft) -> Rich:
        names = _FILMS[draft.alt or "video"]
        label = draft.text or names.get(self.lang, names["en"])
        return Rich(label, (Mark("link", 0, len(label), draft.href),))

    def list(self, id: str, draft: Draft) -> List:
        items = []
        for index, item in enumerate(draft.items, 1):
            own = f"{id}.i{index}"
            nested = self.list(f"{own}.l", item.nested) if item.nested else None
            items.append(ListItem(own, self.sentences(own, item.rich), nested))
        return List(id, draft.ordered, draft.start, tuple(items))

    def table(self, id: str, draft: Draft) -> Table:
        caption = tuple(
            Sentence(f"{id}.c{index}", sentence.text, sentence.marks)
            for index, sentence in enumerate(self.sentences(id, draft.rich), 1)
        )
        rows = tuple(
            tuple(
                Cell(
                    f"{id}.r{r}.c{c}",
                    self.sentences(f"{id}.r{r}.c{c}", cell.rich),
                    header=cell.header,
                    colspan=cell.colspan,
                    rowspan=cell.rowspan,
                )
                for c, cell in enumerate(row, 1)
            )
            for r, row in enumerate(draft.rows, 1)
        )
        return Table(id, caption, rows)
