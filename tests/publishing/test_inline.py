"""Marks that nest, touch and cross."""

from hypothesis import given

from langdu.article import Mark, Sentence
from langdu.publishing.inline import Inline, Node, Notes, inline, plain
from langdu.publishing.safe import clean_text
from tests.strategies import sentences

URL = "https://a.example/"


def show(nodes: tuple[Inline, ...]) -> str:
    """The tree in brackets: ``strong(a em(b))``."""
    return "".join(
        n
        if isinstance(n, str)
        else f"{n.kind}({n.value if n.kind == 'note' else show(n.children)})"
        for n in nodes
    )


def tree(text: str, *marks: Mark) -> str:
    return show(inline(Sentence("s", text, marks), Notes()))


def test_nested_marks() -> None:
    assert tree("abcd", Mark("em", 1, 2), Mark("strong", 0, 4)) == "strong(aem(b)cd)"


def test_marks_over_the_same_text_nest_in_one_order() -> None:
    marks = (Mark("em", 0, 2), Mark("link", 0, 2, URL), Mark("strong", 0, 2))
    assert tree("ab", *marks) == tree("ab", *reversed(marks)) == "link(strong(em(ab)))"


def test_crossing_marks_are_cut() -> None:
    assert tree("abcd", Mark("strong", 0, 3), Mark("em", 1, 4)) == "strong(aem(bc))em(d)"


def test_a_link_stays_whole_where_emphasis_crosses_it() -> None:
    marks = (Mark("strong", 0, 3), Mark("link", 2, 5, URL))
    assert tree("abcdef", *marks) == "strong(ab)link(strong(c)de)f"


def test_a_ruby_is_never_cut() -> None:
    marks = (Mark("link", 0, 2, URL), Mark("ruby", 1, 3, "x"), Mark("strong", 2, 4))
    assert tree("abcd", *marks) == "link(a)ruby(link(b)strong(c))strong(d)"


def test_no_link_in_a_link_and_no_ruby_in_a_ruby() -> None:
    assert tree("abc", Mark("link", 0, 3, URL), Mark("link", 1, 2, URL)) == "link(abc)"
    assert tree("abc", Mark("ruby", 0, 2, "x"), Mark("ruby", 1, 3, "y")) == "ruby(ab)c"


def test_notes_stand_behind_links() -> None:
    link = Mark("link", 1, 3, URL)
    assert tree("abcd", link, Mark("note", 0, 2, "n")) == "alink(bc)note(1)d"
    assert tree("abcd", link, Mark("note", 1, 1, "n")) == "anote(1)link(bc)d"
    assert tree("abcd", link, Mark("note", 3, 3, "n")) == "alink(bc)note(1)d"
    assert tree("ab", Mark("strong", 0, 2), Mark("note", 1, 1, "n")) == "strong(anote(1)b)"


def test_a_number_stands_for_the_sign_of_the_source() -> None:
    assert tree("salt.[3] It", Mark("note", 5, 8, "n")) == "salt.note(1) It"
    assert tree("盐※1。", Mark("note", 1, 3, "n")) == "盐note(1)。"
    nodes = inline(Sentence("s", "salt.[3]", (Mark("note", 5, 8, "n"),)), Notes())
    assert plain(nodes) == "salt.[3]"
    # in a translation the note may be anywhere in the sentence
    assert tree("salt [3]", Mark("note", 0, 8, "n")) == "salt [3]note(1)"


def test_marks_without_a_safe_value_are_left_out() -> None:
    marks = (
        Mark("link", 0, 1, "javascript:x"),
        Mark("lang", 0, 1, "<x>"),
        Mark("ruby", 0, 1, ""),
        Mark("note", 0, 1, None),
        Mark("strong", 1, 1),
        Mark("em", 0, 9),
    )
    assert tree("ab", *marks) == "ab"


@given(sentences("b1"))
def test_the_text_is_always_kept(some: tuple[Sentence, ...]) -> None:
    def no_link(nodes: tuple[Inline, ...], closed: frozenset[str]) -> None:
        for node in nodes:
            if isinstance(node, Node):
                assert node.kind not in closed
                shut = {"link", "note"} if node.kind in ("link", "ruby") else set()
                no_link(node.children, closed | shut | ({"ruby"} & {node.kind}))

    for sentence in some:
        nodes = inline(sentence, Notes())
        assert plain(nodes).split() == clean_text(sentence.text).split() or "\r" in sentence.text
        no_link(nodes, frozenset())
