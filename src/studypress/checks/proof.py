"""Rules that hold an answer against its evidence, each type by its own measure.

They read no text: that the evidence itself stands in the text is what the lock proves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from studypress import codes
from studypress.bank import Bank
from studypress.decode import Malformed
from studypress.forms.citations import Cited, cited
from studypress.languages import LANGUAGES
from studypress.model import kinds, wordings
from studypress.model.numbers import Number, may_begin
from studypress.model.question import Question
from studypress.model.records import Person
from studypress.model.supplied import has_supplied, unsupplied
from studypress.model.words import Citation
from studypress.rules import Finding, PartRule, Rule
from studypress.texts.lock import Lock
from studypress.texts.numbered import Place
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
_NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TITLES = frozenset(
    {"the", "a", "an", "in", "it", "they", "to", "by", "on", "his", "he", "both", "its"}
)
_LONGEST_NUMBER = 200  # characters, in words and with its hedge
_PROPER = re.compile(r"[A-Z][\w’'-]*|(?<![\w’'-])[\w’'-]*?\d[\w’',.-]*")


def _evidence(question: Question) -> list[str]:
    return [c.evidence for _, c in cited(question) if c.evidence]


def _not_proved(at: Cited, question: Question, bank: Bank) -> Finding | None:
    citation = at.citation
    if not _is_located(citation, bank) or _is_proved(citation, bank):
        return None
    message = f"not proved yet: these words of `{citation.place.shown}` are new to the lock"
    advice = (
        "without the text there is nothing for you to do: whoever has it runs "
        "`studypress sources lock` before this is merged"
    )
    return Finding(at.path, message, advice)


def is_proved(question: Question, bank: Bank) -> bool:
    """Whether every citation of a question is in the lock."""
    return all(_not_proved(at, question, bank) is None for at in cited(question))


def _is_located(citation: Citation, bank: Bank) -> bool:
    return bool(citation.evidence) and citation.place.text in bank.texts


def _is_proved(citation: Citation, bank: Bank) -> bool:
    lock = bank.lock or Lock()
    place = Place(citation.place.paragraph or 0, citation.place.caption)
    text, evidence = citation.place.text or "", citation.evidence or ""
    return lock.proves(str(bank.record.bank), text, place, evidence)


def _date(question: Question, bank: Bank) -> Found:
    known = question.known
    if not isinstance(known, kinds.Date) or known.counted is not None:
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


def _supplied(question: Question, bank: Bank) -> Found:
    known = question.known
    texts = [known.answer.text] if isinstance(known, kinds.Date | kinds.Number) else []
    if any(map(has_supplied, texts)) and len(question.cite) < 2:
        message = "the part in [brackets] has no citation of its own"
        yield Finding(("cite",), message, "cite the words from which you supplied it")


def _shift(question: Question, bank: Bank) -> Found:
    known = question.known
    if not isinstance(known, kinds.Date) or known.counted is None:
        return
    shift = known.counted.shift
    count = abs(shift.count)
    said = [set(words(e)) for e in _evidence(question)]
    counts = {str(count), *_NUMBER_WORDS[count : count + 1], *(_ONE if count == 1 else ())}
    if not any({shift.unit, f"{shift.unit}s"} & s and counts & s for s in said):
        message = f"no evidence counts “{shift.text}”"
        advice = "cite the text's own words for the span, such as “two days later”"
        yield Finding(("counted", "shift"), message, advice)


def _number(question: Question, bank: Bank) -> Found:
    known = question.known
    if not isinstance(known, kinds.Number):
        return
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


def _person(question: Question, bank: Bank) -> Found:
    known = question.known
    person = bank.person(known.answer) if isinstance(known, kinds.Person) else None
    if person and not _is_named(person, _evidence(question)):
        message = f"no evidence names {person.name}"
        yield Finding(
            ("answer",), message, "cite words that hold the name, or add the name's variant"
        )


def _quote(question: Question, bank: Bank) -> Found:
    known = question.known
    if isinstance(known, kinds.Quote) and not any(
        holds(e, known.words) for e in _evidence(question)
    ):
        message = "the words do not stand in the evidence as they stand here"
        yield Finding(("words",), message, "quote word for word, and cite all of it")


def _figures_and_names(question: Question, bank: Bank) -> Found:
    evidence = _evidence(question)
    said = {*_TITLES, *(w for e in evidence for w in words(e))}
    for path, text in _texts(question):
        for token in _PROPER.findall(unsupplied(text)):
            missing = [w for w in words(token) if w not in said]
            if missing and not _are_of_person(missing, evidence, bank):
                message = f"no evidence says “{token}”"
                yield Finding(path, message, "cite the words that hold it")
                break


def _are_of_person(missing: list[str], evidence: list[str], bank: Bank) -> bool:
    """Whether words belong to the name of somebody whom the evidence names otherwise."""
    known = (bank.people_by_word.get(word, frozenset()) for word in missing)
    return any(_is_named(bank.people[id_], evidence) for id_ in frozenset.intersection(*known))


def _is_named(person: Person, evidence: list[str]) -> bool:
    """Whether some evidence holds one of the names, or the name's possessive."""
    forms = [form for name in person.names for form in (name, f"{name}'s")]
    return any(holds(e, form) for e in evidence for form in forms)


def _texts(question: Question) -> Iterator[tuple[tuple[str], str]]:
    """Answers and gaps in words. What begins a sentence with a capital is written small."""
    known = question.known
    if isinstance(known, kinds.Place | kinds.Term | kinds.Fact) and known.answer:
        yield ("answer",), known.answer
    cloze = question.wording(wordings.Cloze)
    if cloze:
        yield ("cloze",), cloze.cloze.gap


def _part_not_cited(question: Question, bank: Bank) -> Found:
    known = question.known
    parts: list[tuple[str, int, tuple[Citation, ...]]] = []
    if isinstance(known, kinds.Argument):
        for name in kinds.ARGUMENT_PARTS:
            parts.extend((name, i, step.cite) for i, step in enumerate(known.part(name)))
    elif isinstance(known, kinds.Comparison):
        parts.extend(("sides", i, side.cite) for i, side in enumerate(known.sides))
    for name, position, citations in parts:
        if not citations:
            message = "this step is not proved: it cites nothing"
            yield Finding((name, position), message, "add `cite:` under it")


def _where_texts_are(find: Callable[[Question, Bank], Found]) -> Callable[[Question, Bank], Found]:
    """A bank that cites plain references has no evidence to hold an answer against."""
    return lambda question, bank: find(question, bank) if bank.texts else iter(())


_NAMED = (kinds.Place, kinds.Term, kinds.Fact, wordings.Cloze)

RULES = tuple(
    Rule(code, _where_texts_are(find), on)
    for code, find, on in (
        (codes.DATE_NOT_IN_EVIDENCE, _date, (kinds.Date,)),
        (codes.SUPPLIED_NOT_CITED, _supplied, (kinds.Date, kinds.Number)),
        (codes.SHIFT_NOT_IN_EVIDENCE, _shift, (kinds.Date,)),
        (codes.NUMBER_NOT_IN_EVIDENCE, _number, (kinds.Number,)),
        (codes.NAME_NOT_IN_EVIDENCE, _person, (kinds.Person,)),
        (codes.QUOTE_NOT_IN_EVIDENCE, _quote, (kinds.Quote,)),
        (codes.ANSWER_NOT_IN_EVIDENCE, _figures_and_names, _NAMED),
        (codes.STEP_NOT_CITED, _part_not_cited, (kinds.Argument, kinds.Comparison)),
    )
)
CITATIONS = (PartRule(codes.NOT_PROVED, _not_proved),)
