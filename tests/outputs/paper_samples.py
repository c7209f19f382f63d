"""Papers made of the invented items, for the tests of the printed quiz."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from string import ascii_uppercase

from msgspec.structs import replace

from studypress.items import Choice, Item, Options
from studypress.model.words import Form, Kind
from studypress.outputs.paper import render
from studypress.paper import Entry, Extract, Paper, PaperSection, Paragraph
from tests.outputs.sample_texts import item
from tests.outputs.samples import sample_items

TITLES = {
    Form.CHOICE: "One answer each",
    Form.TRUE_FALSE: "True or false",
    Form.CLOZE: "The missing words",
    Form.SHORT: "In your own words",
    Form.ORDERING: "In order of time",
    Form.MATCHING: "Who said it",
    Form.LONG: "Essay",
}


CHRONICLE = (
    Paragraph(
        6, "In the first winter of the light the dues were doubled by night.", heading="Dues"
    ),
    Paragraph(7, "As for the men of the boats, the pilots had no quarrel left, and no work."),
    Paragraph(7, "The pilots' house at Brennick, 1870", is_caption=True),
    Paragraph(8, "From that October on, not one ship was stopped between the two shores."),
)
_BY = "written by nobody, for these tests"
AT_HAND = Extract("chronicle", "Chronicle", "The Chronicle of the strait", _BY, 6, 7, CHRONICLE[:2])
NOT_AT_HAND = Extract("letters", "Letters", "Letters of an envoy's clerk", _BY, 3, 3)


def sample_paper(items: Iterable[Item] | None = None, version: str = "A") -> Paper:
    """A section a form, its items in their order.

    Where no items are given, all sample items, with extracts and texts for reading: one of each
    at hand and one not.
    """
    if items is None:
        made = sample_paper(sample_items(), version)
        extracts = {Form.SHORT: (AT_HAND,), Form.ORDERING: (NOT_AT_HAND,)}
        whole = tuple(replace(s, extracts=extracts.get(s.form, ())) for s in made.sections)
        reading = (replace(AT_HAND, last=8, paragraphs=CHRONICLE), NOT_AT_HAND)
        return replace(made, sections=whole, reading=reading)
    chosen = tuple(items)
    sections: list[PaperSection] = []
    number = 0
    for form, title in TITLES.items():
        entries: list[Entry] = []
        for it in chosen:
            if it.form is form:
                number += 1
                entries.append(Entry(number, it, it.marks))
        if entries:
            letter = ascii_uppercase[len(sections)]
            sections.append(PaperSection(letter, title, form, tuple(entries)))
    return Paper(
        name="skerrow-test",
        title="The Skerrow light and the Treaty of Brennick",
        version=version,
        minutes=40,
        id="7F3K2Q",
        bank_title="The Skerrow light",
        bank_version="2026.1",
        language="en",
        sections=tuple(sections),
    )


def paper_of(*items: Item) -> str:
    return render((sample_paper(items),))["paper-A.html"].decode()


def key_of(*items: Item) -> str:
    return render((sample_paper(items),))["key-A.html"].decode()


def text_of(page: str) -> str:
    """The words of the body, one space between them."""
    body = re.sub(r"<[^>]+>", " ", page[page.index("<body>") :])
    return " ".join(unescape(body).split())


def choices(count: int) -> tuple[Item, ...]:
    """So many questions of two or three lines with four options, each word of which is its own."""
    return tuple(_choice(number) for number in range(1, count + 1))


def _choice(number: int) -> Item:
    stem = f"Stem{number} asks which of the harbours was ice-free in the winter " * (number % 3 + 1)
    options = tuple(
        Choice(f"Option{number}{letter} of the four, in a whole sentence of its own")
        for letter in "abcd"
    )
    response = Options(options, number % 4, ordered=False)
    made = item(f"made-{number}", Form.CHOICE, Kind.PLACE, stem.strip() + "?", response, ())
    return replace(made, labels=("Chronicle",))


PAGES = sorted(name for name in render((sample_paper(),)) if name.endswith(".html"))
