"""What stands on the cards, and that what authors type stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html.parser import HTMLParser
from itertools import chain, islice
from typing import Any

import pytest
from anki.collection import Collection
from anki.models import NotetypeId
from msgspec import Struct
from msgspec.structs import replace

from studypress.items import Citation, Gap, Item, Options, Part, Truth, Written
from studypress.model.words import Address, Form
from studypress.outputs.anki import render
from tests.outputs.anki_package import (
    BANK,
    DECK,
    SETTING,
    built,
    card_items,
    cards,
    collection,
    faces,
    import_into,
)
from tests.outputs.samples import sample

ALLOWED = set("article p i hr ol li div span section h2 footer label input".split())
# Words of the language and of the format, not of an author.
OWN: dict[type, set[str]] = {Part: {"key", "name"}, Citation: {"find"}}
HOSTILE = (
    "<b onclick=x>b</b> <script>s()</script> a<b and c>d & &amp; \" ' [sound:a.mp3] "
    "[anki:tts lang=en_US]t[/anki:tts] [latex]x[/latex] [$]x[/$] {{Answer}} {{#Id}} {{c2::y::z}} "
    "}} :: \\(x\\) \\[y\\] $x$ <img src=x> \x1f \x00 <!-- z --> [[c] ]"
)


class _Seen(HTMLParser):
    """The text of a page in pieces, and its elements with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(
            re.sub(r"<style>.*?</style>|(?<=<script>).*?(?=</script>)", "", page, flags=re.DOTALL)
        )
        self.close()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    @property
    def text(self) -> str:
        return _spaced("".join(self.pieces))


def _own(item: Item) -> set[str]:
    """What templates bring themselves: a choice remembers what was chosen."""
    return {"script"} if isinstance(item.response, Options | Truth) else set()


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f]", " ", text).split())


def _seen(item: Item) -> tuple[_Seen, _Seen]:
    """Front and back as Anki shows them. Raises ValueError unless there is exactly one card."""
    with collection() as opened:
        import_into(opened, built(item))
        (card,) = cards(opened)
        front, back = faces(card)
        assert not card.question_av_tags()
        assert not card.answer_av_tags()
    return _Seen(front), _Seen(back)


def _strings(value: Any) -> Iterator[str]:
    """Every text that an author typed, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        yield from chain(*map(_strings, value))
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in OWN.get(type(value), ()):
                yield from _strings(getattr(value, name))


def _hostile(value: Any) -> Any:
    """The same value with hostile text after every text."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return f"{value}{HOSTILE}"
    if isinstance(value, tuple):
        return tuple(map(_hostile, value))
    if not isinstance(value, Struct):
        return value
    kept = OWN.get(type(value), {"id", "tags"})
    changed = {n: _hostile(getattr(value, n)) for n in value.__struct_fields__ if n not in kept}
    return replace(value, **changed)


def _on_the_back(item: Item) -> Iterator[str]:
    """Every text of the item. The stem of a cloze is its sentence, with the gap filled."""
    yield item.id
    stem = item.stem
    if isinstance(item.response, Gap):
        stem = item.response.before + item.response.answer + item.response.after
    yield stem
    yield from item.labels
    yield from map(str, item.citations)
    for text in (item.detail, item.why, item.note):
        yield from _strings(text)
    if not isinstance(item.response, Gap):
        yield from _strings(item.response)


def _named(item: Item) -> str:
    return item.id


@pytest.mark.parametrize("item", card_items(), ids=_named)
def test_everything_that_the_item_says_is_on_the_back(item: Item) -> None:
    _, back = _seen(item)
    assert [text for text in _on_the_back(item) if _spaced(text) not in back.text] == []


@pytest.mark.parametrize("item", card_items(), ids=_named)
def test_hostile_text_stays_text(item: Item) -> None:
    hostile = _hostile(item)
    front, back = _seen(hostile)
    assert [text for text in _on_the_back(hostile) if _spaced(text) not in back.text] == []
    for seen in (front, back):
        assert {tag for tag, _ in seen.elements} <= ALLOWED | _own(item)
        assert not [a for _, attrs in seen.elements for a in attrs if a.startswith("on")]
        # A formula needs its opening bracket in one piece of text.
        assert not [p for p in seen.pieces if "\\(" in p or "\\[" in p]


@pytest.mark.parametrize("item", card_items(), ids=_named)
def test_the_front_asks_and_does_not_answer(item: Item) -> None:
    front, _ = _seen(item)
    answered = (item.why, item.note, item.detail, *map(str, item.citations))
    assert not [text for text in answered if text and text in front.text]
    if isinstance(item.response, Gap):
        assert item.response.answer not in front.text
        assert f"{item.response.before}[...]{item.response.after}".strip() in front.text
    else:
        assert item.stem in front.text


def test_options_stand_in_the_given_order_under_letters() -> None:
    front, back = _seen(sample("light-first-lit", Form.CHOICE))
    assert "A 4 April 1866 B 1 October 1868 C 1 October 1869 D 9 March 1871" in _between(front)
    assert "B 1 October 1868 C 1 October 1869 the keepers change" in _between(back)
    assert _keys(back) == ["B"]
    assert _keys(front) == []


def _keys(seen: _Seen) -> list[str]:
    """What the radio button of each option that is shown as the key would choose."""
    follow = zip(seen.elements, islice(seen.elements, 2, None), strict=False)
    return [str(radio["value"]) for (_, item), (_, radio) in follow if item.get("class") == "key"]


def _between(seen: _Seen) -> str:
    """The text with a space between elements, as a list shows it."""
    return _spaced(" ".join(seen.pieces))


def test_a_statement_is_to_be_judged_and_corrected() -> None:
    front, back = _seen(sample("dues-shared", Form.TRUE_FALSE))
    assert _between(front).endswith("T True F False")
    assert _keys(back) == ["F"]
    assert "It shared them: [two thirds] to Vesland" in back.text


def test_supplied_parts_are_told_apart_and_keep_their_brackets() -> None:
    item = sample("treaty-signed", Form.SHORT)
    _, back = _seen(item)
    assert ("span", {"class": "supplied"}) in back.elements
    assert "9 March [1871]" in back.text
    plain = replace(item, response=Written("9 March 1871"))
    _, back = _seen(plain)
    assert ("span", {"class": "supplied"}) not in back.elements


def test_a_point_of_an_argument_carries_its_own_citation_once() -> None:
    item = sample("light-made-the-peace", Form.SHORT)
    _, back = _seen(item)
    assert [back.text.count(str(citation)) for citation in item.citations] == [1] * len(
        item.citations
    )
    assert "Reasons[2]night traffic" in back.text
    assert "Objections[1]the envoys" in back.text


def test_a_question_without_a_text_has_no_label() -> None:
    front, _ = _seen(sample("tower-loan", Form.SHORT))
    assert ("p", {"class": "label"}) not in front.elements


@pytest.mark.parametrize("item", card_items(), ids=_named)
def test_templates_are_ready_for_what_cards_will_show_later(item: Item) -> None:
    """A picture, a place in time and a report appear on the card once their fields are filled."""
    with collection() as opened:
        import_into(opened, built(item))
        (card,) = cards(opened)
        note = card.note()
        later = {name: f"later {name}" for name in ("Picture", "Timeline", "Report")}
        for name, text in later.items():
            note[name] = text
        opened.update_note(note)
        _, back = faces(opened.get_card(card.id))
        assert [text for text in later.values() if text not in back] == []


def _retired(opened: Collection, item: Item) -> tuple[str, str]:
    """Front and back once the note says that it is retired."""
    import_into(opened, built(item))
    (card,) = cards(opened)
    note = card.note()
    note["Retired"] = "asked twice"
    opened.update_note(note)
    return faces(opened.get_card(card.id))


GAPPED = [item for item in card_items() if isinstance(item.response, Gap)]


@pytest.mark.parametrize("item", [it for it in card_items() if it not in GAPPED], ids=_named)
def test_a_retired_question_is_an_empty_card_that_anki_offers_to_remove(item: Item) -> None:
    with collection() as opened:
        front, _ = _retired(opened, item)
        assert opened.tr.card_template_rendering_empty_front() in front
        assert len(opened.get_empty_cards().notes) == 1


@pytest.mark.parametrize("item", GAPPED, ids=_named)
def test_a_retired_cloze_asks_nothing_and_says_why(item: Item) -> None:
    """Anki counts a cloze card as empty only where the gap is gone."""
    with collection() as opened:
        front, back = _retired(opened, item)
        assert _Seen(front).text.startswith("This question is retired")
        assert "Retired. asked twice" in _Seen(back).text


def test_cards_fetch_nothing() -> None:
    with collection() as opened:
        import_into(opened, built(*card_items()))
        for name in opened.models.all_names_and_ids():
            if not name.name.startswith("The strait: "):
                continue
            model = opened.models.get(NotetypeId(name.id))
            assert model is not None
            sides = [model["tmpls"][0][side] for side in ("qfmt", "afmt")]
            assert not re.search(r"<script .|https?:|url\(|@import", model["css"] + "".join(sides))


def test_a_bank_may_set_a_link_for_reports() -> None:
    bank = replace(BANK, report=Address("https://example.org/report?id="))
    item = card_items()[0]
    made = render("d", DECK, (item,), replace(SETTING, bank=bank))["d.apkg"]
    with collection() as opened:
        import_into(opened, made)
        _, back = faces(cards(opened)[0])
    assert f'<a href="https://example.org/report?id={item.id}">report a mistake</a>' in back
