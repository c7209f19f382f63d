"""Who gets a mark for what, where an answer has more than one mark.

A section may give its questions other marks than a form does by itself; each rule says how these
are shared out too.
"""

from __future__ import annotations

from collections.abc import Mapping

from studypress.items import (
    Essay,
    Events,
    Gap,
    Options,
    Outline,
    Pairing,
    Part,
    Response,
    Sides,
    Truth,
    Written,
)
from studypress.languages.catalogue import PaperWords


def share(response: Response, marks: int, words: PaperWords) -> str:
    """One line for whoever marks; "" where there is nothing to share."""
    match response:
        case Written() | Gap():
            return words.whole_answer.format(_marks(marks, words)) if marks > 1 else ""
        case Truth(is_true=False):
            return _of_correction(marks, words)
        case Events(events=events):
            return _of_numbers(len(events), marks, words)
        case Pairing(prompts=prompts):
            return words.each_pair if marks == len(prompts) else _of(len(prompts), marks, words)
        case Essay(levels=levels):
            return words.best_level if levels else words.each_point.format(marks)
        case Outline() as outline:
            return _of_sum(sum(of_parts(outline, marks).values()), marks, words)
        case Sides():
            return _of_sides(marks, words)
        case Options() | Truth():
            return ""


def of_parts(outline: Outline, marks: int) -> Mapping[str, int]:
    """The marks of each part of an argument, by key: the author's, or else a mark a reason."""
    given = {part.key: part.marks for part in outline.parts}
    if not any(given.values()) and outline.parts:
        given[outline.parts[0].key] = marks
    return given


def named(part: Part, marks: int, words: PaperWords) -> str:
    """The name of a part, and how its marks are shared."""
    points = len(part.points)
    if not marks:
        return part.name
    if marks == 1:
        shared = _marks(1, words) if points == 1 else words.one_for_any
    elif marks == points:
        shared = words.each_step
    elif marks < points:
        shared = words.each_step_at_most.format(marks)
    elif marks == 2 * points and all(point.reply for point in part.points):
        shared = words.step_and_reply
    else:
        shared = words.up_to.format(_marks(marks, words))
    return f"{part.name}, {shared}"


def _marks(count: int, words: PaperWords) -> str:
    return words.counted(count, words.marks)


def _of_correction(marks: int, words: PaperWords) -> str:
    if marks == 1:
        return words.letter_with_correction.format(words.false_letter)
    rest = _marks(marks - 1, words)
    return words.letter_and_correction.format(words.false_letter, rest)


def _of_numbers(events: int, marks: int, words: PaperWords) -> str:
    """The last number follows from the others; one event out of place shifts those around it."""
    if marks != events - 1:
        return _of(events, marks, words)
    moved = words.one_out_of_place.format(_marks(marks - 1, words)) if marks > 1 else ""
    return f"{words.each_number.format(marks)} {moved}".strip()


def _of_sides(marks: int, words: PaperWords) -> str:
    if marks == 1:
        return words.sides_with_verdict
    if marks == 2:
        return words.each_side
    evidence = words.and_evidence.format(_marks(marks - 3, words)) if marks > 3 else ""
    return words.each_side_and_verdict.format(evidence)


def _of_sum(total: int, marks: int, words: PaperWords) -> str:
    return "" if total == marks else words.of_sum.format(total=total, marks=marks)


def _of(right: int, marks: int, words: PaperWords) -> str:
    return words.in_proportion.format(all=_marks(marks, words), marks=marks, right=right)
