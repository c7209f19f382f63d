"""What whoever marks a paper needs: each answer as the paper of that version shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from studypress.items import (
    Essay,
    Events,
    Gap,
    Item,
    Options,
    Outline,
    Pairing,
    Part,
    Refused,
    Response,
    Side,
    Sides,
    Source,
    Step,
    Truth,
    Written,
)
from studypress.model.supplied import has_supplied
from studypress.outputs.paper import words
from studypress.outputs.paper.heading import Heading, heading, letter
from studypress.outputs.paper.words import counted
from studypress.paper import Entry, Paper, Section


@dataclass(frozen=True, slots=True)
class Detail:
    """A line under an answer, and what is said of it: a reason, a date, a citation."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Lines under one name: Accept, Reject, the letter of an option, the marks of a level."""

    name: str
    details: tuple[Detail, ...]


class Layout(StrEnum):
    """How an answer stands on the page; the words are classes of the style sheet."""

    BESIDE = "beside-why"
    WIDE = "wide"
    FLOWING = "wide flowing"


@dataclass(frozen=True, slots=True)
class Body:
    """An answer. `mark` is what the student was to mark, "" where something was to be written.

    `also` are other answers that are right. `strip` is what the strip of answers shows; only
    objective questions are in it. `cited` are the citations that stand in the rows already.
    """

    mark: str = ""
    text: str = ""
    also: str = ""
    rows: tuple[Row, ...] = ()
    strip: str = ""
    cited: tuple[Source, ...] = ()
    layout: Layout = Layout.BESIDE


@dataclass(frozen=True, slots=True)
class Answer:
    """A numbered answer, and beside it why it is right and where that stands."""

    number: int
    id: str
    marks: int
    body: Body
    detail: str
    why: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of a section."""

    letter: str
    title: str
    worth: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A whole key."""

    heading: Heading
    groups: tuple[Group, ...]
    has_supplied: bool

    @property
    def strip(self) -> tuple[tuple[int, str], ...]:
        answers = (answer for group in self.groups for answer in group.answers)
        return tuple((a.number, a.body.strip) for a in answers if a.body.strip)


def key(paper: Paper) -> Key:
    groups = tuple(map(_group, paper.sections))
    bodies = (answer.body for group in groups for answer in group.answers)
    return Key(heading(paper), groups, any(map(_shows_brackets, bodies)))


def _group(section: Section) -> Group:
    answers = tuple(map(_answer, section.entries))
    return Group(section.letter, section.title, counted(section.marks, "mark"), answers)


def _answer(entry: Entry) -> Answer:
    item: Item = entry.item
    answer = body(item.response)
    return Answer(
        number=entry.number,
        id=item.id,
        marks=entry.marks,
        body=answer,
        detail=item.detail or "",
        why=item.why or "",
        note=item.note or "",
        sources=tuple(str(s) for s in item.sources if s not in answer.cited),
    )


def body(response: Response) -> Body:
    """The answer to a question, as the paper shows it."""
    match response:
        case Written() | Gap():
            also = "; ".join(response.accept)
            rows = (*_accepted(also), *_rejected(response.reject))
            return Body(text=response.answer, also=also, rows=rows)
        case Options(options=options, key=key):
            rows = tuple(_distractors(response))
            return Body(letter(key), options[key].text, rows=rows, strip=letter(key))
        case Truth(is_true=is_true, correction=correction):
            mark = words.TRUE_LETTER if is_true else words.FALSE_LETTER
            text = words.TRUE if is_true else correction or words.FALSE
            return Body(mark, text, strip=mark)
        case Events():
            return _numbered(response)
        case Pairing():
            return _paired(response)
        case Essay():
            return _levels(response)
        case Outline():
            return _argued(response)
        case Sides():
            return _compared(response)
        case _ as never:
            assert_never(never)


def _accepted(also: str) -> Iterator[Row]:
    if also:
        yield Row(words.ACCEPT, (Detail(also),))


def _rejected(reject: tuple[Refused, ...]) -> Iterator[Row]:
    if reject:
        yield Row(words.REJECT, tuple(Detail(r.answer, r.reason or "") for r in reject))


def _distractors(response: Options) -> Iterator[Row]:
    for position, option in enumerate(response.options):
        if position != response.key and option.reason:
            yield Row(letter(position), (Detail(option.text, option.reason),))


def _numbered(response: Events) -> Body:
    """The events as the paper shows them, so that a marker compares box by box."""
    rows = tuple(Row(str(e.rank), (Detail(e.text, e.date),)) for e in response.events)
    return Body(rows=rows, strip="-".join(str(e.rank) for e in response.events))


def _paired(response: Pairing) -> Body:
    letters = tuple(map(letter, response.key))
    pairs = zip(letters, response.prompts, response.key, strict=True)
    rows = [Row(mark, (Detail(response.pool[at], prompt),)) for mark, prompt, at in pairs]
    for at, answer in enumerate(response.pool):
        if at not in response.key:
            rows.append(Row(letter(at), (Detail(answer, words.UNUSED),)))
    return Body(rows=tuple(rows), strip="-".join(letters))


def _levels(essay: Essay) -> Body:
    bands = tuple(Row(band.marks, (Detail(band.answer),)) for band in essay.bands)
    content = tuple(map(Detail, essay.indicative))
    indicative = (Row(words.INDICATIVE, content),) if content else ()
    return Body(rows=(*bands, *indicative), layout=Layout.FLOWING)


def _argued(outline: Outline) -> Body:
    claim = Row(words.CLAIM, (Detail(outline.claim, outline.holder),))
    steps = [step for part in outline.parts for step in part.steps]
    return Body(
        rows=(claim, *map(_part, outline.parts)),
        cited=tuple(source for step in steps for source in step.sources),
        layout=Layout.WIDE,
    )


def _part(part: Part) -> Row:
    name = f"{part.name}, {counted(part.marks, 'mark')}" if part.marks else part.name
    return Row(name, tuple(detail for step in part.steps for detail in _step(step)))


def _step(step: Step) -> Iterator[Detail]:
    yield Detail(step.text, _places(step.sources))
    if step.reply:
        yield Detail(f"{words.REPLY}: {step.reply}")


def _compared(sides: Sides) -> Body:
    both = (sides.first, sides.second)
    rows = (*map(_side, both), Row(words.VERDICT, (Detail(sides.verdict),)))
    cited = tuple(source for side in both for source in side.sources)
    return Body(rows=rows, cited=cited, layout=Layout.WIDE)


def _side(side: Side) -> Row:
    return Row(side.name, (Detail(side.says, _places(side.sources)),))


def _places(sources: Iterable[Source]) -> str:
    return "; ".join(map(str, sources))


def _shows_brackets(body: Body) -> bool:
    details = (d for row in body.rows for d in row.details)
    shown = (text for detail in details for text in (detail.text, detail.aside))
    return any(map(has_supplied, (body.text, *shown)))
