"""What students read: extracts on the paper, and whole texts on a handout."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.heading import Heading, heading, words_of
from studypress.paper import Excerpt, Paper, Paragraph


class Extract(Struct, frozen=True):
    """An extract, where it is from, and what stands in the box where the text was not at hand."""

    name: str
    place: str
    attribution: str
    paragraphs: tuple[Paragraph, ...]
    paste: str


class ReadingText(Struct, frozen=True):
    """A whole text; `fill` says how it is filled in where it was not at hand."""

    title: str
    label: str
    by: str
    paragraphs: tuple[Paragraph, ...]
    fill: str


class Handout(Struct, frozen=True):
    """The texts that a paper is about, with their paragraphs numbered."""

    heading: Heading
    words: PaperWords
    texts: tuple[ReadingText, ...]


def extracts(paper: Paper) -> tuple[tuple[Extract, ...], ...]:
    """Those of each section; they are numbered where a paper has several."""
    words = words_of(paper)
    every = [excerpt for section in paper.sections for excerpt in section.extracts]
    names = [words.extract_number.format(n) for n in range(1, len(every) + 1)]
    if len(every) == 1:
        names = [words.extract]
    named = iter(names)
    return tuple(
        tuple(_extract(next(named), excerpt, words) for excerpt in section.extracts)
        for section in paper.sections
    )


def handout(papers: Sequence[Paper]) -> Handout:
    """The handout of a quiz, which all its versions share."""
    first = papers[0]
    words = words_of(first)
    shown = replace(
        heading(first),
        extent=words.for_reading,
        edition="",
        imprint=f"{first.bank_title} {first.bank_version}",
    )
    texts = tuple(
        ReadingText(
            title=text.title,
            label=text.label,
            by=_sentence(text.by),
            paragraphs=text.paragraphs,
            fill=words.fill_reading.format(name=first.name, text=text.text),
        )
        for text in first.reading
    )
    return Handout(shown, words, texts)


def _extract(name: str, excerpt: Excerpt, words: PaperWords) -> Extract:
    place = _place(excerpt, words)
    return Extract(
        name=name,
        place=place,
        attribution=f"{excerpt.title}. {_sentence(excerpt.by)}",
        paragraphs=excerpt.paragraphs,
        paste=words.paste_extract.format(place),
    )


def _place(excerpt: Excerpt, words: PaperWords) -> str:
    one = excerpt.first == excerpt.last
    number = str(excerpt.first) if one else f"{excerpt.first}–{excerpt.last}"
    return (words.paragraph if one else words.paragraphs).format(excerpt.label, number)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
