"""What a section and its quotas ask for, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from studypress.model.definitions import Filter, QuizSection, Quota
from studypress.model.names import letter


def section_name(number: int) -> str:
    return f"Section {letter(number)}"


def count_words(section: QuizSection) -> str:
    """`6 choice questions of the biography`."""
    return f"{section.count} {_questions(section.count, section, section.from_)}"


def quota_words(section: QuizSection, quota: Quota) -> str:
    """`2 choice questions of kind date`."""
    counted = Filter(
        kind=(quota.kind,) if quota.kind else (),
        text=(quota.text,) if quota.text else (),
        importance=(quota.importance,) if quota.importance else (),
        level=(quota.level,) if quota.level else (),
        tag=(quota.tag,) if quota.tag else (),
    )
    return f"{quota.count} {_questions(quota.count, section, counted)}"


def _questions(count: int, section: QuizSection, wanted: Filter) -> str:
    noun = "question" if count == 1 else "questions"
    importance = f"{_either(wanted.importance)} " if wanted.importance else ""
    return " ".join((f"{importance}{section.form} {noun}", *_marks(wanted)))


def _marks(wanted: Filter) -> Iterator[str]:
    if wanted.kind:
        yield f"of kind {_either(wanted.kind)}"
    if wanted.level:
        yield f"of level {_either(wanted.level)}"
    if wanted.text:
        yield f"of the {_either(wanted.text)}"
    if wanted.topic:
        yield f"on {_either([f'“{topic}”' for topic in wanted.topic])}"
    if wanted.tag:
        yield f"tagged {_either(wanted.tag)}"
    if wanted.ids:
        yield f"of the {len(wanted.ids)} named"


def _either(words: Sequence[object]) -> str:
    """`date, person or number`."""
    *others, last = map(str, words)
    return f"{', '.join(others)} or {last}" if others else last
