"""What a student may see of a paper.

The classes here and in `spaces` have no field that could hold an answer, a reason, a citation or
the name of a question, so a slip in a template cannot print one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.command_words import command
from studypress.outputs.paper.heading import Heading, heading, words_of
from studypress.outputs.paper.reading import ShownExtract, extracts
from studypress.outputs.paper.spaces import Choices, Lines, Space, space
from studypress.paper import Entry, Paper, PaperSection


class Question(Struct, frozen=True):
    """One numbered question.

    `command` says what to do where the questions of a section ask for several things, and `label`
    names the texts that it is about.
    """

    number: int
    command: str
    stem: str
    marks: int
    label: str
    space: Space


class SheetSection(Struct, frozen=True):
    """A section as students see it."""

    letter: str
    title: str
    worth: str
    marks: int
    instruction: str
    extracts: tuple[ShownExtract, ...]
    questions: tuple[Question, ...]


class Sheet(Struct, frozen=True):
    """A whole paper as students see it. `rubric` is what holds for all of it."""

    heading: Heading
    words: PaperWords
    rubric: tuple[str, ...]
    marks: int
    sections: tuple[SheetSection, ...]


def sheet(paper: Paper) -> Sheet:
    """In print of the usual size: the labels of questions stand beside them."""
    return _sheet(paper, words_of(paper).labels_beside)


def large(paper: Paper) -> Sheet:
    """The same in large print, where less fits beside a question and at the foot of a page."""
    shown = _sheet(paper, words_of(paper).labels_under)
    return replace(shown, heading=replace(shown.heading, imprint=shown.heading.edition))


def _sheet(paper: Paper, labels: str) -> Sheet:
    """`labels` says where the labels of questions stand."""
    words = words_of(paper)
    shown = zip(paper.sections, extracts(paper), strict=True)
    sections = tuple(_section(section, printed, words) for section, printed in shown)
    rubric = tuple(_rubric(paper, sections, labels))
    return Sheet(heading(paper), words, rubric, paper.marks, sections)


def _rubric(paper: Paper, sections: Sequence[SheetSection], labels: str) -> Iterator[str]:
    words = words_of(paper)
    questions = [question for section in sections for question in section.questions]
    yield words.answer_all
    if paper.reading:
        yield words.use_handout
    if any(isinstance(question.space, Lines) for question in questions):
        yield words.answer_on_lines
    if any(isinstance(question.space, Choices) for question in questions):
        yield words.change_a_letter
    yield words.marks_in_brackets
    if any(question.label for question in questions):
        yield labels


def _section(
    section: PaperSection, printed: tuple[ShownExtract, ...], words: PaperWords
) -> SheetSection:
    asked = {command(entry.item, words) for entry in section.entries}
    shared = asked.pop() if len(asked) == 1 else None
    study = (words.study_extracts if len(printed) > 1 else words.study_extract) if printed else ""
    instruction = section.instruction or words.instructions[shared or section.form]
    return SheetSection(
        letter=section.letter,
        title=section.title,
        worth=words.counted(section.marks, words.marks),
        marks=section.marks,
        instruction=f"{study} {instruction}".strip(),
        extracts=printed,
        questions=tuple(
            _question(entry, words, command(entry.item, words) if asked else None)
            for entry in section.entries
        ),
    )


def _question(entry: Entry, words: PaperWords, named: str | None) -> Question:
    item = entry.item
    return Question(
        number=entry.number,
        command=words.commands[named] if named else "",
        stem=item.stem,
        marks=entry.marks,
        label=" · ".join(item.labels),
        space=space(item.response, entry.marks, words),
    )
