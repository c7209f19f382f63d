"""Papers made of the invented items, for the tests of the printed quiz."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from string import ascii_uppercase

from studypress.items import Choice, Item, Options
from studypress.model.words import Form, Kind
from studypress.outputs.paper import render
from studypress.paper import Entry, Paper, Section
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


def sample_paper(items: Iterable[Item] | None = None, version: str = "A") -> Paper:
    """A section a form, its items in their order; of all sample items where none are given."""
    chosen = tuple(sample_items() if items is None else items)
    sections: list[Section] = []
    number = 0
    for form, title in TITLES.items():
        entries: list[Entry] = []
        for it in chosen:
            if it.form is form:
                number += 1
                entries.append(Entry(number, it, it.marks))
        if entries:
            letter = ascii_uppercase[len(sections)]
            sections.append(Section(letter, title, form, tuple(entries)))
    return Paper(
        name="skerrow-test",
        title="The Skerrow light and the Treaty of Brennick",
        version=version,
        minutes=40,
        code="7F3K2Q",
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
