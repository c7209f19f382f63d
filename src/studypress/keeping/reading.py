"""A kept paper to what it is made of, or faults that say why the same cannot be made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from studypress import codes
from studypress.arrange import (
    Arrangement,
    Chosen,
    Layout,
    LayoutSection,
    arrangement,
    content,
    id_of,
    sizes,
)
from studypress.bank import Bank
from studypress.diagnostics import Pointer, Report, Step
from studypress.files import decode_document, read_file
from studypress.filters import facts_of
from studypress.forms import make_item
from studypress.items import Item
from studypress.keeping.writing import kept_path
from studypress.model.definitions import Quiz, QuizSection
from studypress.model.kept import KeptPaper, KeptQuestion, KeptSection, Shown
from studypress.model.names import Version
from studypress.model.words import Form
from studypress.seeds import rank

_UNDO = "undo the change to this file: it says how a paper was printed"


def read_kept(root: Path, id_: str, report: Report) -> KeptPaper | None:
    """What the file of a kept paper says; None where there is a fault in it.

    Raises OSError where there is no such file, or it cannot be read.
    """
    document = read_file(root, root / kept_path(id_), report)
    kept = decode_document(document, KeptPaper, report)
    if kept and str(kept.paper) != id_:
        _altered(kept, ("paper",), f"this is the paper `{kept.paper}`, and not `{id_}`", report)
        return None
    return kept


def facts_of_kept(kept: KeptPaper, bank: Bank) -> frozenset[str]:
    """The facts that a kept paper asks, as far as its questions are still there."""
    named = {str(question.id) for section in kept.sections for question in section.questions}
    known = (bank.questions[name] for name in named if name in bank.questions)
    return frozenset(named).union(*map(facts_of, known))


def quiz_of(kept: KeptPaper) -> Quiz:
    """What a definition would say of what is printed around the questions."""
    sections = (
        QuizSection(
            title=section.title,
            form=section.form,
            count=len(section.questions),
            instruction=section.instruction,
            extract=section.extract,
        )
        for section in kept.sections
    )
    return Quiz(
        kept.origin,
        kept.title,
        kept.format,
        kept.minutes,
        tuple(sections),
        reading=kept.reading,
        look=kept.look,
    )


def check_kept(kept: KeptPaper, bank: Bank, report: Report) -> None:
    """Whether the paper can be made as it was: each question is there and as it was, and so is
    the file."""
    found = Report()
    for number, section in enumerate(kept.sections):
        size = (len(section.questions), 0)
        if section.orders and not _fits(section.orders, kept.versions, size):
            path = ("sections", number, "orders")
            _altered(kept, path, "this is not an order of these questions", found)
        for question in section.questions:
            _check_question(question, section.form, kept, bank, found)
    if not found.found:
        id_ = id_of(layout_of(kept, bank))
        if id_ != str(kept.paper):
            _altered(kept, ("paper",), f"what this file says is not `{kept.paper}`", found)
    report.extend(found.found)


def _altered(kept: KeptPaper, path: tuple[Step, ...], message: str, report: Report) -> None:
    report.add(codes.KEPT_PAPER_ALTERED, Pointer(*kept.origin, path), message, help=_UNDO)


def _check_question(
    question: KeptQuestion, form: Form, kept: KeptPaper, bank: Bank, report: Report
) -> None:
    item = _item(question, form, bank)
    if item is None:
        report.add(
            codes.KEPT_QUESTION_GONE,
            Pointer(*question.origin, ("id",)),
            f"there is no {form} question `{question.id}` any more",
            help="put it back; to ask it no more, give it `retired:` with a reason",
        )
    elif content(item) != question.content:
        report.add(
            codes.KEPT_QUESTION_CHANGED,
            Pointer(*question.origin, ("content",)),
            f"`{question.id}` has changed since",
            help="undo the change, or print the paper as it would be now with `--current`",
        )
    elif not _fits(question.shown, kept.versions, sizes(item)):
        report.add(
            codes.KEPT_PAPER_ALTERED,
            Pointer(*question.origin, ("shown",)),
            f"this is not how `{question.id}` can be shown",
            help=_UNDO,
        )


def _fits(shown: Sequence[Shown], versions: Sequence[Version], size: tuple[int, int]) -> bool:
    """Whether each version has an order, of so many things; where nothing has one, none does."""
    if size == (0, 0):
        return not shown
    return [(s.version, _size(s)) for s in shown] == [(version, size) for version in versions]


def layout_of(kept: KeptPaper, bank: Bank) -> Layout:
    """The paper with its questions as they are now, each of which must be there."""
    return Layout(
        name=str(kept.quiz),
        title=kept.title,
        minutes=kept.minutes,
        bank_title=kept.bank_title,
        bank_version=kept.bank_version,
        language=kept.language,
        versions=tuple(map(str, kept.versions)),
        sections=tuple(_section(section, kept, bank) for section in kept.sections),
        reading=kept.reading,
        look=kept.look,
    )


def _section(section: KeptSection, kept: KeptPaper, bank: Bank) -> LayoutSection:
    questions = tuple(_chosen(q, section.form, kept, bank) for q in section.questions)
    orders = tuple(_arrangement(shown).order for shown in section.orders)
    return LayoutSection(
        section.title, section.form, section.instruction, questions, section.extract, orders
    )


def _chosen(question: KeptQuestion, form: Form, kept: KeptPaper, bank: Bank) -> Chosen:
    item = _item(question, form, bank)
    assert item is not None
    size = sizes(item)
    given = {s.version: _arrangement(s) for s in question.shown if _size(s) == size}
    arrangements = (given.get(v) or _by_lot(item, kept, v) for v in kept.versions)
    return Chosen(item, question.marks, tuple(arrangements))


def _by_lot(item: Item, kept: KeptPaper, version: Version) -> Arrangement:
    """For a question that has more or fewer options now."""
    chance = partial(rank, str(kept.paper), str(version))
    options, _ = sizes(item)
    return arrangement(item, chance(item.id, "key") % max(options, 1), chance)


def _item(question: KeptQuestion, form: Form, bank: Bank) -> Item | None:
    asked = bank.questions.get(str(question.id))
    try:
        return make_item(asked, form, bank) if asked else None
    except LookupError:
        return None


def _size(shown: Shown) -> tuple[int, int]:
    return len(shown.arrangement.order), len(shown.arrangement.pool)


def _arrangement(shown: Shown) -> Arrangement:
    """A file counts places from 1."""
    order, pool = shown.arrangement.order, shown.arrangement.pool
    return Arrangement(_from_zero(order), _from_zero(pool))


def _from_zero(places: Sequence[int]) -> tuple[int, ...]:
    return tuple(place - 1 for place in places)
