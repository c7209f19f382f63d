"""Where students answer: each shape of space as what Word has for it.

What belongs to a question stands in styles that keep with what follows; its last paragraph lets
go, so that a page ends between questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from docx.document import Document
from docx.text.paragraph import Paragraph

from studypress.outputs.docx import text
from studypress.outputs.docx.tables import Border, add_row, add_table, paragraph, rule
from studypress.outputs.paper.spaces import Blank, Boxes, Choices, Lines, Pool, TrueFalse
from studypress.outputs.paper.student import Question

BLANK = "_" * 18  # about 34 mm, whatever fills it; spaces would be lost at the end of a line

# In twentieths of a point: boxes of 7 mm, at the left of events and prompts, at the right of
# statements.
_BOX = 397
_BOX_COLUMNS = (_BOX, 8949)
_TRUTH_COLUMNS = (8674, 567, 567)


def add_question(document: Document, question: Question) -> None:
    """The question and its space."""
    if isinstance(question.space, TrueFalse):
        _add_statement(document, question, question.space)
        return
    stem = document.add_paragraph(style="Question")
    _write_stem(stem, question)
    match question.space:
        case Blank():
            _let_go([stem])
        case Lines(groups=groups):
            _add_lines(document, groups)
        case Choices(options=options):
            _add_options(document, options)
        case Boxes(events=events):
            _let_go(_add_boxes(document, events))
            document.add_paragraph(style="Space")
        case Pool(prompts=prompts, answers=answers):
            _add_boxes(document, prompts)
            document.add_paragraph(style="Space").paragraph_format.keep_with_next = True
            _add_options(document, answers)
        case _ as never:
            assert_never(never)


def _write_stem(stem: Paragraph, question: Question) -> None:
    match question.space:
        case Blank() as blank:
            text.add(stem, blank.before + blank.opening)
            text.add(stem, BLANK, "Blank")
            text.add(stem, blank.closing + blank.after)
        case _:
            if question.command:
                text.add(stem, f"{question.command} ", "Command")
            text.add(stem, question.stem)
    text.add(stem, f"{text.NO_BREAK}[{question.marks}]", "Marks")
    if question.label:
        stem.add_run("\t")
        text.add(stem, question.label.replace(" ", text.NO_BREAK), "Text label")


def _add_statement(document: Document, question: Question, space: TrueFalse) -> None:
    table = add_table(document, "True or False", _TRUTH_COLUMNS)
    statement, *letters = add_row(table)
    _write_stem(paragraph(statement, "Statement"), question)
    for cell, letter in zip(letters, space.letters, strict=True):
        rule(cell, Border.BOX)
        text.add(paragraph(cell, "Letter"), letter)
    first, *_, last = add_row(table)
    correction = paragraph(first.merge(last), "Correction")
    correction.add_run(f"{space.ask} \t")
    document.add_paragraph(style="Space")


def _add_lines(document: Document, groups: Iterable[int]) -> None:
    for count in groups:
        lines = [document.add_paragraph(style="Writing line") for _ in range(count)]
        _let_go(lines[-1:])


def _add_options(document: Document, options: Iterable[tuple[str, str]]) -> None:
    """The list gives the letters."""
    made = [document.add_paragraph(style="Option") for _ in options]
    for option, (_, shown) in zip(made, options, strict=True):
        text.add(option, shown)
    _let_go(made[-1:])


def _add_boxes(document: Document, lines: Iterable[str]) -> Sequence[Paragraph]:
    """A row each, a box before the words. Gives the paragraphs of the last row."""
    table = add_table(document, "Boxes", _BOX_COLUMNS)
    row: Sequence[Paragraph] = ()
    for shown in lines:
        box, line = add_row(table, _BOX)
        rule(box, Border.BOX)
        rule(line, Border.LINE)
        row = (paragraph(box, "Box text"), paragraph(line, "Box text"))
        text.add(row[1], shown)
    return row


def _let_go(paragraphs: Iterable[Paragraph]) -> None:
    """What follows may stand on another page."""
    for last in paragraphs:
        last.paragraph_format.keep_with_next = False
