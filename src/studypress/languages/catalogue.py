"""What a language brings: the words that outputs print, its calendar and its numerals.

Adding a language: a module with its `Language`, one line in `studypress.languages`. The type
checker says which words are missing. `{}` in a phrase stands for what is named there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field


class CardWords(Struct, frozen=True):
    """Words on cards, in the deck's description, and in what forms make of a question."""

    claim_held_by: str
    claimed_by: str
    said_to: str
    date_not_given: str
    parts: Mapping[str, str]  # by the key of an argument's part: reasons, support, …
    verdict: str
    verdicts: Mapping[str, str]  # by the word of the format: agree, differ, …
    also: str
    not_accepted: str
    note_on_the_text: str
    retired: str
    retired_front: str
    takes_its_place: str
    report: str
    true: str
    false: str
    place_in_time: str
    number_the_events: str
    match_speakers: str
    match_answers: str
    caption: str
    find: str
    quotation: str
    description: str


class PaperWords(Struct, frozen=True):
    """Words on papers, keys and sheets for marking.

    A noun stands in the forms that go with numbers; `plural` gives the place of the form.
    """

    plural: Callable[[int], int]
    questions: tuple[str, ...]
    marks: tuple[str, ...]
    minutes: tuple[str, ...]
    # on a paper
    name: str
    date: str
    class_: str
    teacher: str
    section: str  # of {letter} and {title}
    section_row: str
    marks_row: str
    score_row: str
    total: str
    version: str
    page: str  # {page} of {pages}
    blank: str
    if_false: str
    true_letter: str
    false_letter: str
    end: str
    large_print: str
    instructions_head: str
    answer_all: str
    answer_on_lines: str
    change_a_letter: str
    marks_in_brackets: str
    labels_beside: str
    labels_under: str
    use_handout: str
    study_extract: str
    study_extracts: str
    extract: str
    extract_number: str
    paragraph: str  # {} the label of the text, {} the number
    paragraphs: str  # {} the label of the text, {} the numbers
    paste_extract: str  # {} which
    for_reading: str
    fill_reading: str  # {name} of the quiz, {text} its key
    instructions: Mapping[str, str]  # by form, or by command word
    commands: Mapping[str, str]  # command words: state, explain, analyse, compare, assess
    # on a key, and on the table of all versions
    answer_key: str
    warning: str
    accept: str
    reject: str
    claim: str
    reply: str
    unused: str
    indicative: str
    note: str
    supplied: str
    marking: str
    mark_the_meaning: str
    mark_dates_and_numbers: str
    enough: Mapping[str, str]  # by what is lacking: day, hedge
    whole_answer: str  # {} the marks
    letter_with_correction: str  # {} the letter for false
    letter_and_correction: str  # {} the letter for false, {} the marks
    each_number: str  # {} at most
    one_out_of_place: str  # {} the marks
    each_pair: str
    in_proportion: str  # {all} the marks in words, {marks}, {right} how many are to be right
    one_for_any: str
    each_step: str
    each_step_at_most: str  # {} at most
    step_and_reply: str
    up_to: str  # {} the marks
    of_sum: str  # {total} of the parts, {marks} of the question
    each_side: str
    each_side_and_verdict: str  # {} and evidence
    and_evidence: str  # {} the marks
    sides_with_verdict: str
    best_level: str
    each_point: str  # {} at most
    all_versions: str
    question: str
    answer: str
    see_key: str
    boxes_from_top: str
    # on the sheet for marks
    list_number: str
    version_column: str
    maximum: str

    def counted(self, count: int, noun: tuple[str, ...]) -> str:
        """`1 mark`, `2 marks`."""
        return f"{count} {noun[self.plural(count)]}"


class ReleaseWords(Struct, frozen=True):
    """Words of release notes, which are for students."""

    head: str  # of {version}
    counts: str  # {total}, {added}, {changed}, {retired}, {unchanged}, {lost}
    promise: str
    changed: str
    since: str  # {} what the note shows
    conjunction: str
    retired: str
    retired_adopted: str
    added: str
    left: str


class Calendar(Struct, frozen=True):
    """Words of dates, folded, as they are read, and how a date is written.

    `day` and `month` are patterns with {day}, {month} and {year}; `in_day` and `alone` are the
    names of the months beside a day and without one.
    """

    months: Mapping[str, int]
    in_day: tuple[str, ...]
    alone: tuple[str, ...]
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    parts: Mapping[str, str] = field(default_factory=dict)  # to early, mid, late
    seasons: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # first and last month
    halves: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)  # to about, before, after, by, since
    openings: tuple[str, ...] = ()  # of a range: `from`
    joints: tuple[str, ...] = ()  # between its ends: `to`
    year_words: tuple[str, ...] = ()  # that may follow a year


class Numerals(Struct, frozen=True):
    """Words of numbers, folded, as they are read, and the marks within figures as written."""

    hedges: tuple[str, ...] = ()
    scales: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)  # to hour, day, week, …, percent
    group: str = ","
    decimal: str = "."


class Language(Struct, frozen=True):
    """One language. `shows_as_typed`: dates and numbers stand as their author wrote them."""

    cards: CardWords
    papers: PaperWords
    release: ReleaseWords
    calendar: Calendar
    numerals: Numerals
    shows_as_typed: bool = False
