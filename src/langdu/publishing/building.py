"""Article → views: one pass over the blocks that numbers notes, tables and flagged sentences."""

from itertools import groupby
from typing import Final

from langdu.article import (
    Article,
    Attachment,
    Block,
    Check,
    Code,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Sentence,
    Table,
)
from langdu.publishing import views
from langdu.publishing.editions import Edition
from langdu.publishing.facts import flag_numbers, source_tag, untranslated_tag
from langdu.publishing.headings import Levels
from langdu.publishing.inline import Notes, inline
from langdu.publishing.labels import Labels, page_tag
from langdu.publishing.safe import clean_text, one_line, safe_url
from langdu.publishing.tables import Placed, grid

#: HTML numbers are 32 bits wide.
_MAX_START: Final = 2**31 - 1
#: Checks that compare a part of the original with one of the translation.
_COMPARED: Final = frozenset({"number", "date", "unit", "name", "term"})
#: Checks that tell what they measured, in English.
_MEASURED: Final = frozenset({"length", "score"})


class Builder:
    """The views of one page, made in reading order."""

    def __init__(self, edition: Edition) -> None:
        self._article: Article = edition.article
        self._images = edition.images
        self._notes = Notes()
        self._levels = Levels()
        self._tables = self._codes = 0
        self.flags: views.Flags = flag_numbers(edition.article)

    def blocks(self) -> tuple[views.BlockView, ...]:
        """All blocks; attachments in a row become one list."""
        out: list[views.BlockView] = []
        for together, group in groupby(
            self._article.blocks, lambda block: isinstance(block, Attachment)
        ):
            if together:
                items = tuple(self._attachment(b) for b in group if isinstance(b, Attachment))
                out.append(views.AttachmentsView(items))
            else:
                out += [self._block(b) for b in group if not isinstance(b, Attachment)]
        return tuple(out)

    def notes(self) -> tuple[views.NoteView, ...]:
        """The footnotes that the blocks had; ask after :meth:`blocks`."""
        return tuple(
            views.NoteView(number, text, untranslated_tag(self._article, text))
            for number, text in enumerate(self._notes.texts, 1)
        )

    def _block(self, block: Block) -> views.BlockView:
        match block:
            case Heading() if _blank(block.sentences):  # an outline has no use for it
                return views.TextView("paragraph", block.id, self._spans(block.sentences))
            case Heading():
                level = self._levels.next(block.level)
                return views.HeadingView(block.id, level, self._spans(block.sentences))
            case Figure():
                return self._figure(block)
            case List():
                return self._list(block)
            case Table():
                return self._table(block)
            case Code():
                self._codes += 1
                text = clean_text(block.text)
                lang = untranslated_tag(self._article, text)
                return views.CodeView(block.id, self._codes, text, lang)
            case Quote():
                return views.TextView("quote", block.id, self._spans(block.sentences))
            case Paragraph() | Attachment():
                return views.TextView("paragraph", block.id, self._spans(block.sentences))

    def _spans(
        self, sentences: tuple[Sentence, ...], *, links: bool = True
    ) -> tuple[views.Span, ...]:
        return tuple(
            views.Span(s.id, inline(s, self._notes, links=links), self.flags.get(s.id))
            for s in sentences
        )

    def _figure(self, figure: Figure) -> views.FigureView:
        alt_id = f"{figure.id}.alt"
        alt, caption = one_line(figure.alt), one_line("".join(s.text for s in figure.sentences))
        return views.FigureView(
            figure.id,
            src=self._images.get(figure.id),
            href=safe_url(figure.image, mail=False),
            alt=views.Span(alt_id, (alt,), self.flags.get(alt_id)) if figure.alt else None,
            quiet=bool(caption) and alt in ("", caption),
            spans=self._spans(figure.sentences),
        )

    def _list(self, block: List) -> views.ListView:
        items = tuple(
            views.ItemView(self._spans(i.sentences), self._list(i.list) if i.list else None)
            for i in block.items
        )
        start = max(-_MAX_START, min(block.start, _MAX_START))
        return views.ListView(block.id, block.ordered, start, items)

    def _table(self, table: Table) -> views.TableView:
        self._tables += 1
        caption, placed = self._spans(table.caption), grid(table)
        head = tuple(tuple(map(self._cell, row)) for row in placed.head)
        body = tuple(tuple(map(self._cell, row)) for row in placed.body)
        return views.TableView(table.id, self._tables, caption, head, body)

    def _cell(self, placed: Placed) -> views.CellView:
        spans = self._spans(placed.cell.sentences) if placed.cell else ()
        scope = None if placed.cell and _blank(placed.cell.sentences) else placed.scope
        return views.CellView(spans, scope, placed.colspan, placed.rowspan)

    def _attachment(self, block: Attachment) -> views.AttachmentView:
        href = safe_url(block.href, mail=False)
        spans = self._spans(block.sentences, links=href is None)
        return views.AttachmentView(block.id, href, spans)


def _blank(sentences: tuple[Sentence, ...]) -> bool:
    return not one_line("".join(sentence.text for sentence in sentences))


def flag_views(article: Article, flags: views.Flags, labels: Labels) -> tuple[views.FlagView, ...]:
    """The explanations of the flagged sentences, in the order of their numbers."""
    checks = article.translation.faults if article.translation else ()
    present = {segment.id for segment in article.segments}
    reasons: dict[str, list[views.ReasonView]] = {name: [] for name in flags}
    for check in checks:
        reasons[check.sentence].append(_reason(article, check, labels))
    return tuple(
        views.FlagView(number, name if name in present else None, tuple(reasons[name]))
        for name, number in flags.items()
    )


def _reason(article: Article, check: Check, labels: Labels) -> views.ReasonView:
    return views.ReasonView(
        labels.check_kind(check.kind),
        one_line(check.expected),
        one_line(check.found),
        "en" if check.kind in _MEASURED else source_tag(article),
        "en" if check.kind in _MEASURED else page_tag(article.lang),
        compared=check.kind in _COMPARED,
    )
