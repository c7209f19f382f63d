"""Numbered texts: `[23] …` a paragraph, `[28 caption] …` the caption that stands in it, `# …` a
heading. The paragraphs of a pasted page are numbered by the same rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from studypress.texts.words import words

_LINE = re.compile(r"\[(?P<number>\d+)(?P<caption> caption)?\] (?P<text>.+)")
_CAPTION = re.compile(r"caption:\s*", re.IGNORECASE)


class Place(NamedTuple):
    """A paragraph of a text, or its caption: `23`, `28 caption`."""

    paragraph: int
    caption: bool = False

    def __str__(self) -> str:
        return f"{self.paragraph} caption" if self.caption else str(self.paragraph)


class NumberedText(Struct, frozen=True):
    """Paragraphs and captions by place, in the order of the text."""

    passages: dict[Place, str]

    @property
    def paragraphs(self) -> int:
        return sum(not place.caption for place in self.passages)

    def places_of(self, phrase: str) -> list[Place]:
        """Every place where the words of a phrase stand next to each other."""
        wanted = f" {' '.join(words(phrase))} "
        return [p for p, text in self.passages.items() if wanted in f" {' '.join(words(text))} "]


def parse_numbered(text: str) -> NumberedText:
    """Raises ValueError where no paragraph is numbered, or a number stands twice."""
    passages: dict[Place, str] = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line.strip())
        if not match:
            continue
        place = Place(int(match["number"]), caption=bool(match["caption"]))
        if place in passages:
            raise ValueError(f"paragraph {place} stands twice")
        passages[place] = match["text"]
    if not passages:
        raise ValueError("no paragraph is numbered; number it with `studypress sources number`")
    return NumberedText(passages)


def number_page(page: str) -> str:
    """A pasted page with its paragraphs numbered: blank lines part them, `Caption: …` is a caption
    of the paragraph before it, `# …` a heading."""
    return "\n\n".join(_numbered(page)) + "\n"


def _numbered(page: str) -> Iterator[str]:
    number = 0
    for block in re.split(r"\n\s*\n", page.replace("\r\n", "\n").strip()):
        text = " ".join(block.split())
        caption = _CAPTION.match(text)
        if text.startswith("# ") or not text:
            yield text
        elif caption:
            yield f"[{number} caption] {text[caption.end() :]}"
        else:
            number += 1
            yield f"[{number}] {text}"
