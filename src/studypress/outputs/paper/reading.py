"""What students read: extracts on the paper, and whole texts on a handout."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.heading import Heading, heading, words_of
from studypress.paper import Extract, Paper, Paragraph


class ShownExtract(Struct, frozen=True):
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


def extracts(paper: Paper) -> tuple[tuple[ShownExtract, ...], ...]:
    """Those of each section; they are numbered where a paper has several."""
    words = words_of(paper)
    every = [extract for section in paper.sections for extract in section.extracts]
    names = [words.extract_number.format(n) for n in range(1, len(every) + 1)]
    if len(every) == 1:
        names = [words.extract]
    named = iter(names)
    return tuple(
        tuple(_extract(next(named), extract, words) for extract in section.extracts)
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


def _extract(name: str, extract: Extract, words: PaperWords) -> ShownExtract:
    place = _place(extract, words)
    return ShownExtract(
        name=name,
        place=place,
        attribution=f"{extract.title}. {_sentence(extract.by)}",
        paragraphs=extract.paragraphs,
        paste=words.paste_extract.format(place),
    )


def _place(extract: Extract, words: PaperWords) -> str:
    one = extract.first == extract.last
    number = str(extract.first) if one else f"{extract.first}–{extract.last}"
    return (words.paragraph if one else words.paragraphs).format(extract.label, number)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
