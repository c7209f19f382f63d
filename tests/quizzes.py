"""Small banks and quizzes as YAML, and what holds of a paper, worked out by trying everything."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, combinations, product
from pathlib import Path

from studypress.choose import Request
from studypress.choose.requirements import (
    Count,
    Least,
    Most,
    Must,
    MustNot,
    NotIn,
    PaperRule,
    Requirement,
    Together,
)
from studypress.filters import counts_for, facts_of
from studypress.model.question import Question
from studypress.model.wordings import Short
from studypress.project import Project, read_project
from tests.written import write_bank

RECORD = "format: 1\nbank: b\ntitle: B\nversion: 1\nlanguage: en\ntag: b\n"

Sections = tuple[tuple[Question, ...], ...]


def term(name: str, extra: str = "", wrong: int = 3, beside: str = "") -> str:
    """A question asked as short and, with distractors, as choice; it names the answer of `beside`."""
    options = "".join(f"  - distractor {name} {n}\n" for n in range(wrong))
    known = f", besides the answer {beside}" if beside else ""
    return (
        f"- id: {name}\n  kind: term\n  ask: What is the term for {name}{known}, in one word?\n"
        f"  answer: answer {name}\n"
        + (f"  wrong:\n{options}" if wrong else "")
        + f"{extra}  cite:\n  - A history, 1\n"
    )


def dated(name: str, year: int, extra: str = "", wrong: tuple[int, ...] = ()) -> str:
    """A date question, asked as choice too where there are distractors."""
    options = "".join(f"  - {other}\n" for other in wrong)
    return (
        f"- id: {name}\n  kind: date\n  event: Event {name}\n  ask: When was the event {name}?\n"
        f"  answer: {year}\n"
        + (f"  wrong:\n{options}" if wrong else "")
        + f"{extra}  cite:\n  - A history, 1\n"
    )


def section(form: str, count: int, *more: str) -> str:
    return f"- title: S\n  form: {form}\n  count: {count}\n" + "".join(f"  {m}\n" for m in more)


def quota(bound: str, count: int, of: str) -> str:
    """One quota of a section, in two lines."""
    return f"{bound}:\n  - {of}\n    count: {count}"


def quiz(sections: str, more: str = "", seed: int = 1) -> str:
    return f"quiz: T\nformat: 1\nminutes: 9\nseed: {seed}\n{more}sections:\n{sections}"


def project(root: Path, questions: str, *definitions: str) -> Project:
    """The bank with definitions `d`, `d1`, `d2` and so on."""
    files = {
        "questions/bank.yaml": RECORD,
        "questions/q.yaml": f"format: 1\ntopic: The topic\nquestions:\n{questions}",
        **{f"decks/d{n or ''}.yaml": text for n, text in enumerate(definitions)},
    }
    return read_project(write_bank(root, files))


def drawn_ids(found: Project, name: str = "d") -> list[list[str]]:
    assert [d.message for d in found.diagnostics if d.is_error] == []
    return [[str(q.id) for q in questions] for questions in found.drawn[name]]


def holds(paper: Sections, request: Request, requirements: Collection[Requirement]) -> bool:
    """Whether a paper keeps requirements, by looking at each."""
    return all(_holds(paper, request, requirement) for requirement in requirements)


def _holds(paper: Sections, request: Request, requirement: Requirement) -> bool:
    quiz, bank = request.quiz, request.supply.bank
    everything = list(chain(*paper))
    ids = [str(q.id) for q in everything]
    match requirement:
        case Count(section=s):
            return len(paper[s]) == quiz.sections[s].count
        case Least(section=s, number=n):
            quota = quiz.sections[s].at_least[n]
            return sum(counts_for(q, quota, bank) for q in paper[s]) >= quota.count
        case Most(section=s, number=n):
            quota = quiz.sections[s].at_most[n]
            return sum(counts_for(q, quota, bank) for q in paper[s]) <= quota.count
        case Must(number=n):
            return quiz.must[n].id in ids
        case MustNot(number=n):
            return quiz.must_not[n].id not in ids
        case NotIn(number=n):
            return all(facts_of(q).isdisjoint(request.others[n]) for q in everything)
        case Together(set=name):
            whole = {str(q.id) for q in bank.questions.values() if str(q.set) == name}
            return all({str(q.id) for q in part} & whole in (set(), whole) for part in paper)
        case PaperRule.NO_FACT_TWICE:
            facts = [fact for q in everything for fact in facts_of(q)]
            return len(facts) == len(set(facts))
        case PaperRule.NO_GIVEAWAY:
            return not any(_tells(a, b) for a in everything for b in everything if a is not b)
        case PaperRule.NO_RUN:
            return True  # a wish, which no paper must keep


def _tells(one: Question, other: Question) -> bool:
    short = one.wording(Short)
    return bool(short and other.kind == "term" and f"answer {other.id}," in short.ask)


def full_papers(request: Request) -> Iterator[Sections]:
    """Every choice of so many questions as each section wants, whatever else is required."""
    pairs = zip(request.quiz.sections, request.drawable, strict=True)
    return product(*(combinations(questions, part.count) for part, questions in pairs))


def every_paper(request: Request) -> Iterator[Sections]:
    """Every choice of questions for the sections, whatever is required."""
    return product(*map(_subsets, request.drawable))


def _subsets(questions: tuple[Question, ...]) -> list[tuple[Question, ...]]:
    return [c for size in range(len(questions) + 1) for c in combinations(questions, size)]


def terms(number: int) -> str:
    return "".join(term(f"t{n}") for n in range(number))


def faults(found: Project) -> list[tuple[str, str]]:
    return [(d.code.id, d.message) for d in found.diagnostics]
