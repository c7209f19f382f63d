"""Rules that hold an answer against its evidence, each type by its own measure.

They read no text: that the evidence itself stands in the text is what the lock proves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.decode import Malformed
from studypress.forms.citations import Cited, citations, cited
from studypress.languages import LANGUAGES
from studypress.model import kinds, wordings
from studypress.model.numbers import COUNT_WORDS, Number, may_begin
from studypress.model.question import Question
from studypress.model.records import Person
from studypress.model.supplied import has_supplied, unsupplied
from studypress.model.words import Citation
from studypress.rules import Finding, Rule
from studypress.texts.lock import Lock
from studypress.texts.words import holds, words

Found = Iterator[Finding]

# Words of a date that need not stand in the evidence: how it was counted, and joints.
_LEADS = frozenset(
    {"of", "the"}.union(
        *(
            phrase.split()
            for known in LANGUAGES.values()
            for phrase in (*known.calendar.leads, *known.calendar.joints)
        )
    )
)
_SEASONS = {"autumn": "fall"}
_ONE = {"following", "next", "later"}
_TITLES = frozenset(
    {"the", "a", "an", "in", "it", "they", "to", "by", "on", "his", "he", "both", "its"}
)
_LONGEST_NUMBER = 200  # characters, in words and with its hedge
_PROPER = re.compile(r"[A-Z][\w’'-]*|(?<![\w’'-])[\w’'-]*?\d[\w’',.-]*")


def _evidence(question: Question) -> list[str]:
    return [c.evidence for c in citations(question) if c.evidence]


def _not_proved(at: Cited, question: Question, bank: Bank) -> Found:
    citation = at.citation
    if _is_located(citation, bank) and not _is_proved(citation, bank):
        message = f"not proved yet: these words of `{citation.place.shown}` are new to the lock"
        advice = (
            "without the text there is nothing for you to do but say so in the pull request: "
            "whoever has it runs `studypress sources lock` before that is merged"
        )
        yield Finding(at.path, message, advice)


def is_proved(question: Question, bank: Bank) -> bool:
    """Whether every citation of a question is in the lock."""
    return not any(any(_not_proved(at, question, bank)) for at in cited(question))


def _is_located(citation: Citation, bank: Bank) -> bool:
    return bool(citation.evidence) and citation.place.text in bank.texts


def _is_proved(citation: Citation, bank: Bank) -> bool:
    lock, place = bank.lock or Lock(), citation.place
    name, said = str(bank.record.bank), citation.evidence or ""
    return lock.proves(name, place.text or "", place.passage, said)


def _date(known: kinds.Date, question: Question, bank: Bank) -> Found:
    if known.counted is not None:
        return
    wanted = [w for w in words(unsupplied(known.answer.text)) if w not in _LEADS]
    if wanted and not any(_says(wanted, words(e)) for e in _evidence(question)):
        message = f"no evidence says “{unsupplied(known.answer.text)}”"
        advice = "cite the words that give the date; what they leave out goes in [brackets]"
        yield Finding(("answer",), message, advice)


def _says(wanted: list[str], said: Iterable[str]) -> bool:
    """Whether every part of a date is said, months by their first letters, days without `th`."""
    spoken = {_date_word(w) for w in said}
    return all(_date_word(w) in spoken for w in wanted)


def _date_word(word: str) -> str:
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
        return word[:-2]
    return _SEASONS.get(word, word) if word in _SEASONS or word.isdigit() else word[:3]


def _supplied(known: Measured, question: Question, bank: Bank) -> Found:
    if has_supplied(known.answer.text) and len(question.cite) < 2:
        message = "the part in [brackets] has no citation of its own"
        yield Finding(("cite",), message, "cite the words from which you supplied it")


def _shift(known: kinds.Date, question: Question, bank: Bank) -> Found:
    if known.counted is None:
        return
    shift = known.counted.shift
    count = abs(shift.count)
    said = [set(words(e)) for e in _evidence(question)]
    counts = {str(count), *COUNT_WORDS[count : count + 1], *(_ONE if count == 1 else ())}
    if not any({shift.unit, f"{shift.unit}s"} & s and counts & s for s in said):
        message = f"no evidence counts “{shift.text}”"
        advice = "cite the text's own words for the span, such as “two days later”"
        yield Finding(("counted", "shift"), message, advice)


def _number(known: kinds.Number, question: Question, bank: Bank) -> Found:
    read = [list(_numbers_in(e)) for e in _evidence(question)]
    answer = known.answer
    same = [n for n in chain(*read) if (n.low, n.high) == (answer.low, answer.high)]
    if not same:
        message = f"no evidence gives “{answer.text}”"
        yield Finding(("answer",), message, "cite the words that give the number")
    elif all(n.hedge != answer.hedge for n in same):
        hedges = " or ".join(sorted({_shown(n) for n in same}))
        message = f"the evidence has {hedges}, the answer {_shown(answer)}"
        yield Finding(("answer",), message, "keep the hedge of the text, and add none")


def _shown(number: Number) -> str:
    return f"the hedge “{number.hedge}”" if number.hedge else "no hedge"


def _numbers_in(evidence: str) -> Iterator[Number]:
    """Each number of the evidence once, with its whole hedge."""
    starts = [m.start() for m in re.finditer(r"(?<![\w,.])[\w$€£¥]", evidence)]
    end = 0
    for start in starts:
        if start < end or not may_begin(evidence, start):
            continue
        try:
            number = Number.parse(said := evidence[start : start + _LONGEST_NUMBER])
        except Malformed:
            continue
        end = start + len(said) - len(number.unit)
        yield number


def _person(known: kinds.Person, question: Question, bank: Bank) -> Found:
    person = bank.person(known.answer)
    if person and not _is_named(person, _evidence(question)):
        message = f"no evidence names {person.name}"
        yield Finding(
            ("answer",), message, "cite words that hold the name, or add the name's variant"
        )


def _quote(known: kinds.Quote, question: Question, bank: Bank) -> Found:
    if not any(holds(e, known.words) for e in _evidence(question)):
        message = "the words do not stand in the evidence as they stand here"
        yield Finding(("words",), message, "quote word for word, and cite all of it")


def _answer(known: Named, question: Question, bank: Bank) -> Found:
    return _figures_and_names(("answer",), known.answer or "", question, bank)


def _gap(cloze: wordings.Cloze, question: Question, bank: Bank) -> Found:
    return _figures_and_names(("cloze",), cloze.cloze.gap, question, bank)


def _figures_and_names(path: tuple[str], text: str, question: Question, bank: Bank) -> Found:
    """What begins a sentence with a capital is written small, so that it is not taken for one."""
    tokens = _PROPER.findall(unsupplied(text))
    if not tokens:
        return
    evidence = _evidence(question)
    said = {*_TITLES, *chain(*map(words, evidence))}
    for token in tokens:
        missing = [w for w in words(token) if w not in said]
        if missing and not _are_of_person(missing, evidence, bank):
            message = f"no evidence says “{token}”"
            yield Finding(path, message, "cite the words that hold it")
            return


def _are_of_person(missing: list[str], evidence: list[str], bank: Bank) -> bool:
    """Whether words belong to the name of somebody whom the evidence names otherwise."""
    known = (bank.people_by_word.get(word, frozenset()) for word in missing)
    return any(_is_named(bank.people[id_], evidence) for id_ in frozenset.intersection(*known))


def _is_named(person: Person, evidence: list[str]) -> bool:
    """Whether some evidence holds one of the names, or the name's possessive."""
    forms = [form for name in person.names for form in (name, f"{name}'s")]
    return any(holds(e, form) for e in evidence for form in forms)


def _step_of_argument(known: kinds.Argument, question: Question, bank: Bank) -> Found:
    for name in kinds.ARGUMENT_PARTS:
        for position, step in enumerate(known.part(name)):
            if not step.cite:
                yield _not_cited(name, position)


def _side(known: kinds.Comparison, question: Question, bank: Bank) -> Found:
    for position, side in enumerate(known.sides):
        if not side.cite:
            yield _not_cited("sides", position)


def _not_cited(name: str, position: int) -> Finding:
    message = "this step is not proved: it cites nothing"
    return Finding((name, position), message, "add `cite:` under it")


Measured = kinds.Date | kinds.Number
Named = kinds.Place | kinds.Term | kinds.Fact

# A bank that cites plain references has no evidence to hold an answer against: not for it.
RULES: tuple[Rule[Any], ...] = (
    Rule(codes.NOT_PROVED, Cited, _not_proved),
    Rule(codes.DATE_NOT_IN_EVIDENCE, kinds.Date, _date),
    Rule(codes.SUPPLIED_NOT_CITED, kinds.Date, _supplied),
    Rule(codes.SUPPLIED_NOT_CITED, kinds.Number, _supplied),
    Rule(codes.SHIFT_NOT_IN_EVIDENCE, kinds.Date, _shift),
    Rule(codes.NUMBER_NOT_IN_EVIDENCE, kinds.Number, _number),
    Rule(codes.NAME_NOT_IN_EVIDENCE, kinds.Person, _person),
    Rule(codes.QUOTE_NOT_IN_EVIDENCE, kinds.Quote, _quote),
    Rule(codes.ANSWER_NOT_IN_EVIDENCE, kinds.Place, _answer),
    Rule(codes.ANSWER_NOT_IN_EVIDENCE, kinds.Term, _answer),
    Rule(codes.ANSWER_NOT_IN_EVIDENCE, kinds.Fact, _answer),
    Rule(codes.ANSWER_NOT_IN_EVIDENCE, wordings.Cloze, _gap),
    Rule(codes.STEP_NOT_CITED, kinds.Argument, _step_of_argument),
    Rule(codes.STEP_NOT_CITED, kinds.Comparison, _side),
)
