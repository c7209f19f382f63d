"""The small values that questions are made of."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed, pair
from studypress.lookalikes import latin, named
from studypress.model.closed import Form as Form
from studypress.model.closed import Importance as Importance
from studypress.model.closed import Kind as Kind
from studypress.model.closed import Level as Level
from studypress.texts.numbered import Place


class Format(StrEnum):
    """The version of the format that a file follows."""

    ONE = "1"

    @classmethod
    def parse(cls, text: str) -> Format:
        if text != "1":
            message = f"format `{text}` is not known to this version"
            raise Malformed(
                codes.BAD_FORMAT, message, "write `format: 1`, or install a newer studypress"
            )
        return cls.ONE


_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Id(Struct, frozen=True, gc=False):
    """An identity for ever: small letters and digits, words joined by hyphens."""

    text: str

    pattern: ClassVar[str] = _ID.pattern
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Id:
        """Raises Malformed."""
        if not _ID.fullmatch(text) or len(text) > 80:
            _refuse_lookalike(text, _ID)
            advice = "write small Latin letters, words joined by hyphens, as in `line-agreed`"
            if meant := _as_id(text):
                advice = f"write `{meant}`"
            raise Malformed(codes.BAD_ID, f"`{text[:90]}` is not an id", advice)
        return cls(text)

    def __str__(self) -> str:
        return self.text


def _as_id(text: str) -> str:
    """The id that is nearest to a text; "" where none is."""
    meant = "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:80].strip("-")
    return meant if _ID.fullmatch(meant) else ""


def _refuse_lookalike(text: str, pattern: re.Pattern[str]) -> None:
    """Raises Malformed where only letters of other scripts keep the text from its pattern."""
    meant = latin(text)
    if not text.isascii() and pattern.fullmatch(meant):
        stranger = next(c for c in text if not c.isascii())
        message = f"`{text[:90]}` has {named(stranger)}, which is no Latin letter"
        raise Malformed(codes.LOOKALIKE_LETTER, message, f"type it again: `{meant[:90]}`")


class Reference(Struct, frozen=True, gc=False):
    """`$` and the id of a question or a person."""

    id: str

    pattern: ClassVar[str] = r"\$[A-Za-z][A-Za-z0-9_-]*"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Raises Malformed."""
        if not is_reference(text):
            _refuse_lookalike(text, re.compile(cls.pattern))
            known = "a question, or of somebody in people.yaml"
            advice = f"write `$` and the id of {known}, as in `${_as_id(text) or 'treaty-signed'}`"
            raise Malformed(codes.BAD_REFERENCE, f"`{text}` is not a reference", advice)
        return cls(text[1:])


_REFERENCE = re.compile(Reference.pattern)


def is_reference(text: str) -> bool:
    return text.startswith("$") and _REFERENCE.fullmatch(text) is not None


class Words(Struct, frozen=True, gc=False):
    """A reference, or words to be shown as they stand."""

    text: str
    reference: Reference | None

    pattern: ClassVar[str] = r".*\S.*"
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Words:
        text = text.strip()
        return cls(text, Reference(text[1:]) if is_reference(text) else None)


_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s{}<>\"'`]+")


class Address(Struct, frozen=True):
    """A web or mail address that a card may link to; never a script."""

    text: str

    pattern: ClassVar[str] = _ADDRESS.pattern
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Address:
        """Raises Malformed."""
        if not _ADDRESS.fullmatch(text):
            advice = "write it from `https://` or `mailto:` on, without spaces and braces"
            raise Malformed(codes.BAD_ADDRESS, f"`{text}` is not an address", advice)
        return cls(text)


@pair
class Option(Struct, frozen=True, gc=False):
    """A distractor, and why it is wrong; a reference brings its own reason."""

    option: Words
    reason: str | None = None


@pair
class Rejected(Struct, frozen=True, gc=False):
    """An answer that a marker might be tempted to accept, and why not."""

    answer: str
    reason: str | None = None


class Range(Struct, frozen=True):
    """A range of whole numbers, such as the marks of a level of response: `3-5`."""

    low: int
    high: int

    pattern: ClassVar[str] = r"\d+ ?[-–] ?\d+|\d+"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Range:
        """Raises Malformed."""
        match = re.fullmatch(r"(\d{1,3})(?: ?[-–] ?(\d{1,3}))?", text)
        if not match or int(match[1]) > int(match[2] or match[1]):
            raise Malformed(
                codes.BAD_RANGE, f"`{text}` is not a range of numbers", "write it as in `3-5`"
            )
        return cls(int(match[1]), int(match[2] or match[1]))

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


class Verbatim(Struct, frozen=True):
    """Text of which nothing is a reference: `$x` stands for itself."""

    text: str

    pattern: ClassVar[str] = r"[\s\S]*\S[\s\S]*"
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Verbatim:
        return cls(text.strip())


@pair
class FieldText(Struct, frozen=True):
    """A field of an adopted note, and its text."""

    name: Verbatim
    text: Verbatim


class Gapped(Struct, frozen=True, gc=False):
    """A cloze text: what stands before the one gap, the words of the gap, what stands after.

    `more` are further gaps, each with what stands after it: only adopted notes have any.
    """

    before: str
    gap: str
    after: str
    more: tuple[tuple[str, str], ...] = ()

    pattern: ClassVar[str] = r"[\s\S]*\{[\s\S]+\}[\s\S]*"
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Gapped:
        """Raises Malformed."""
        texts, braces = [""], ""
        for piece in re.split(r"(\{\{|\}\}|\{|\})", text.strip()):
            if piece in ("{", "}"):
                braces += piece
                texts.append("")
            else:
                texts[-1] += piece[0] if piece in ("{{", "}}") else piece
        if not braces or braces != "{}" * (len(braces) // 2):
            message = "a cloze text has exactly one gap in braces"
            advice = "write the words to be asked in braces, as in `a {truce} at once`"
            raise Malformed(codes.BAD_CLOZE, message, advice)
        if not all(gap.strip() for gap in texts[1::2]):
            raise Malformed(
                codes.BAD_CLOZE, "the gap is empty", "put the words to be asked in the braces"
            )
        before, gap, after, *more = texts
        return cls(before, gap, after, tuple(zip(more[::2], more[1::2], strict=True)))

    @property
    def gaps(self) -> tuple[str, ...]:
        return (self.gap, *(gap for gap, _ in self.more))

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands around the gaps: one text more than there are gaps."""
        return (self.before, self.after, *(after for _, after in self.more))

    def __str__(self) -> str:
        """As it is typed."""
        before, *rest = (t.replace("{", "{{").replace("}", "}}") for t in self.texts)
        gaps = (g.replace("{", "{{").replace("}", "}}") for g in self.gaps)
        return before + "".join(f"{{{g}}}{t}" for g, t in zip(gaps, rest, strict=True))


class Locator(Struct, frozen=True, gc=False):
    """Where in a text: its key and paragraph, the paragraph's caption, or a plain reference."""

    shown: str
    text: str | None = None
    paragraph: int | None = None
    caption: bool = False

    pattern: ClassVar[str] = r".*\S.*"
    entry_pattern: ClassVar[str] = r"([a-z][a-z0-9-]*) (\d{1,5})( caption)?"  # before evidence
    loose: ClassVar[bool] = True

    @property
    def passage(self) -> Place:
        """The place in its text; paragraph 0 is in none."""
        return Place(self.paragraph or 0, self.caption)

    @classmethod
    @lru_cache(maxsize=4096)  # many citations lead to few paragraphs
    def parse(cls, text: str) -> Locator:
        match = re.fullmatch(cls.entry_pattern, text.strip())
        if not match:
            return cls(text.strip())
        return cls(text.strip(), match[1], int(match[2]), caption=bool(match[3]))


@pair
class Citation(Struct, frozen=True, gc=False):
    """Where an answer is proved: a place in a text and the words to find there."""

    place: Locator
    evidence: str | None = None
