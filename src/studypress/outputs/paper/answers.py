"""Each answer as the paper of that version shows it, and who gets a mark for what.

Outputs read the one shape `Body`; how a shape of response becomes one stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from studypress.items import (
    Citation,
    Content,
    Enough,
    Essay,
    Events,
    Gap,
    Options,
    Outline,
    Pairing,
    Part,
    Point,
    Rejected,
    Response,
    Side,
    Sides,
    Truth,
    Written,
)
from studypress.languages import Language
from studypress.model.names import letter
from studypress.outputs.paper import shares


class Detail(Struct, frozen=True):
    """A line under an answer, and what is said of it: a reason, a date, a citation."""

    text: str
    aside: str = ""


class Row(Struct, frozen=True):
    """Lines under one name: Accept, Reject, the letter of an option, the marks of a level."""

    name: str
    details: tuple[Detail, ...]


class Placement(StrEnum):
    """How an answer stands on the page; the words are classes of the style sheet."""

    BESIDE = "beside-why"
    WIDE = "wide"
    FLOWING = "wide flowing"


class Body(Struct, frozen=True):
    """An answer. `mark` is what the student was to mark, "" where something was to be written.

    `also` are other answers that are right. `strip` is what the strip of answers shows; only
    objective questions are in it. `share` says who gets a mark for what, "" where one mark is
    for one answer. `cited` are the citations that stand in the rows already.
    """

    mark: str = ""
    text: str = ""
    also: str = ""
    rows: tuple[Row, ...] = ()
    strip: str = ""
    share: str = ""
    cited: tuple[Citation, ...] = ()
    placement: Placement = Placement.BESIDE


def body(response: Response, marks: int, language: Language) -> Body:
    """The answer to a question for so many marks."""
    shown = _body(response, marks, language)
    return replace(shown, share=shares.share(response, marks, language.papers))


def _body(response: Response, marks: int, language: Language) -> Body:
    match response:
        case Written() | Gap():
            rows = tuple(_written(response, language))
            return Body("", response.answer, "; ".join(response.accept), rows)
        case Options(options=options, key=key):
            rows = tuple(_distractors(response))
            return Body(letter(key), options[key].text, rows=rows, strip=letter(key))
        case Truth():
            return _judged(response, language)
        case Events():
            return _numbered(response)
        case Pairing():
            return _paired(response, language)
        case Essay():
            return _levels(response, language)
        case Outline():
            return _argued(response, marks, language)
        case Sides():
            return _compared(response, language)
        case _ as never:
            assert_never(never)


def _written(response: Written | Gap, language: Language) -> Iterator[Row]:
    words = language.papers
    accepted = (*map(Detail, response.accept), *(_enough(e, language) for e in response.enough))
    if accepted:
        yield Row(words.accept, accepted)
    if response.reject:
        yield Row(words.reject, tuple(map(_rejected, response.reject)))


def _enough(enough: Enough, language: Language) -> Detail:
    return Detail(enough.answer, language.papers.enough[enough.lacks])


def _rejected(rejected: Rejected) -> Detail:
    return Detail(rejected.answer, rejected.reason or "")


def _distractors(response: Options) -> Iterator[Row]:
    for position, option in enumerate(response.options):
        if position != response.key and option.reason:
            yield Row(letter(position), (Detail(option.text, option.reason),))


def _judged(truth: Truth, language: Language) -> Body:
    words, cards = language.papers, language.cards
    letter = words.true_letter if truth.is_true else words.false_letter
    text = cards.true if truth.is_true else truth.correction or cards.false
    return Body(letter, text, strip=letter)


def _numbered(response: Events) -> Body:
    """The events as the paper shows them, so that a marker compares box by box."""
    rows = tuple(Row(str(e.rank), (Detail(e.text, _unbroken(e.date)),)) for e in response.events)
    return Body(rows=rows, strip="-".join(str(e.rank) for e in response.events))


def _unbroken(date: str) -> str:
    return date.replace(" ", "\N{NO-BREAK SPACE}")


def _paired(response: Pairing, language: Language) -> Body:
    letters = tuple(map(letter, response.key))
    pairs = zip(letters, response.prompts, response.key, strict=True)
    rows = [Row(mark, (Detail(response.pool[at], prompt),)) for mark, prompt, at in pairs]
    for at, answer in enumerate(response.pool):
        if at not in response.key:
            rows.append(Row(letter(at), (Detail(answer, language.papers.unused),)))
    return Body(rows=tuple(rows), strip="-".join(letters))


def _levels(essay: Essay, language: Language) -> Body:
    levels = tuple(Row(level.marks, (Detail(level.answer),)) for level in essay.levels)
    content = tuple(map(_indicative, essay.indicative))
    indicative = (Row(language.papers.indicative, content),) if content else ()
    cited = tuple(c for content in essay.indicative for c in content.citations)
    return Body(rows=(*levels, *indicative), cited=cited, placement=Placement.FLOWING)


def _indicative(content: Content) -> Detail:
    """Its paragraphs only: with the words to find there, those of an essay would fill a page."""
    places: dict[str, list[str]] = {}
    for citation in content.citations:
        places.setdefault(citation.label, []).append(citation.place)
    where = (f"{label} {', '.join(dict.fromkeys(of))}".strip() for label, of in places.items())
    return Detail(content.text, "; ".join((*content.points, *where)))


def _argued(outline: Outline, marks: int, language: Language) -> Body:
    claim = Row(language.papers.claim, (Detail(outline.claim, outline.holder),))
    points = [point for part in outline.parts for point in part.points]
    worth = shares.of_parts(outline, marks)
    return Body(
        rows=(claim, *(_part(p, worth[p.key], language) for p in outline.parts)),
        cited=tuple(c for point in points for c in point.citations),
        placement=Placement.WIDE,
    )


def _part(part: Part, marks: int, language: Language) -> Row:
    details = tuple(_point(point, language) for point in part.points)
    return Row(shares.named(part, marks, language.papers), details)


def _point(point: Point, language: Language) -> Detail:
    reply = f". {language.papers.reply.format(point.reply)}" if point.reply else ""
    return Detail(f"{point.text}{reply}", _places(point.citations))


def _compared(sides: Sides, language: Language) -> Body:
    both = (sides.first, sides.second)
    verdict = Row(language.cards.verdict, (Detail(sides.verdict),))
    cited = tuple(c for side in both for c in side.citations)
    return Body(rows=(*map(_side, both), verdict), cited=cited, placement=Placement.WIDE)


def _side(side: Side) -> Row:
    return Row(side.name, (Detail(side.says, _places(side.citations)),))


def _places(citations: Iterable[Citation]) -> str:
    return "; ".join(map(str, citations))
