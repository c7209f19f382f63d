"""A student's paper in Word."""

from __future__ import annotations

from docx.document import Document

from studypress.outputs.docx import file, text
from studypress.outputs.docx.file import Margins
from studypress.outputs.docx.spaces import add_question
from studypress.outputs.docx.tables import Border, add_row, add_table, paragraph, rule
from studypress.outputs.paper.heading import Heading
from studypress.outputs.paper.reading import ShownExtract
from studypress.outputs.paper.student import Sheet

_WIDTH = 9808  # between the margins, in twentieths of a point
_FIRST_COLUMN = 1021
_SCORE_HEIGHT = 480
_PASTE_HEIGHT = 3402  # 60 mm


def written(sheet: Sheet) -> bytes:
    """The file."""
    heading, words = sheet.heading, sheet.words
    margins = Margins("", f"{words.name}{text.NO_BREAK}{'_' * 30}", words)
    document = file.opened(heading, margins)
    add_heading(document, heading)
    for left, right in ((words.name, words.date), (words.class_, words.teacher)):
        document.add_paragraph(f"{left} \t\t{right} \t", "Name line")
    document.add_paragraph(words.instructions_head, "Rubric head")
    for line in sheet.rubric:
        text.add(document.add_paragraph(style="Rubric"), line)
    document.add_paragraph(style="Space")
    _add_scores(document, sheet)
    for section in sheet.sections:
        add_section(document, section.title, f"[{section.worth}]")
        text.add(document.add_paragraph(style="Instruction"), section.instruction)
        for extract in section.extracts:
            _add_extract(document, extract)
        for question in section.questions:
            add_question(document, question)
    document.add_paragraph(words.end, "End of test")
    return file.saved(document)


def add_heading(document: Document, heading: Heading) -> None:
    """Title, extent and edition: the same on a paper and on its key."""
    text.add(document.add_paragraph(style="Title"), heading.title)
    extent = document.add_paragraph(style="Extent")
    text.add(extent, heading.extent)
    extent.add_run("\t")
    text.add(extent, heading.edition, "Quiet")


def add_section(document: Document, title: str, worth: str) -> None:
    """The heading of a section, whose letter the list gives."""
    head = document.add_paragraph(style="Heading 1")
    text.add(head, title)
    head.add_run("\t")
    text.add(head, worth, "Marks")


def _add_extract(document: Document, extract: ShownExtract) -> None:
    head = document.add_paragraph(style="Extract head")
    text.add(head, extract.name, "Row name")
    text.add(head, f" {extract.place}")
    for shown in extract.paragraphs:
        line = document.add_paragraph(style="Extract")
        text.add(line, str(shown.number), "Row name")
        text.add(line, f" {shown.text}")
    if extract.paragraphs:
        text.add(document.add_paragraph(style="Attribution"), extract.attribution)
    else:
        (box,) = add_row(add_table(document, "Boxes", (_WIDTH,)), _PASTE_HEIGHT)
        rule(box, Border.BOX)
        text.add(paragraph(box, "Box text"), extract.paste)


def _add_scores(document: Document, sheet: Sheet) -> None:
    column = (_WIDTH - _FIRST_COLUMN) // (len(sheet.sections) + 1)
    table = add_table(document, "Scores", (_FIRST_COLUMN, *[column] * (len(sheet.sections) + 1)))
    words = sheet.words
    rows = (
        (words.section_row, *(section.letter for section in sheet.sections), words.total),
        (words.marks_row, *(str(section.marks) for section in sheet.sections), str(sheet.marks)),
    )
    for row in rows:
        for cell, word in zip(add_row(table), row, strict=True):
            text.add(paragraph(cell, "Score"), word)
    for cell in add_row(table, _SCORE_HEIGHT):
        paragraph(cell, "Score")
    text.add(table.rows[-1].cells[0].paragraphs[0], words.score_row)
