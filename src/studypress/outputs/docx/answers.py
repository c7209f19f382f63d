"""The key of a paper in Word: a row an answer."""

from __future__ import annotations

from docx.document import Document
from docx.table import _Cell

from studypress.languages.catalogue import PaperWords
from studypress.outputs.docx import file, text
from studypress.outputs.docx.file import Margins
from studypress.outputs.docx.questions import add_heading, add_section
from studypress.outputs.docx.tables import add_flowing_row, add_row, add_table, paragraph
from studypress.outputs.paper.answers import Body, Detail, Placement
from studypress.outputs.paper.key import Answer, Key, KeySection

_COLUMNS = (510, 4700, 4088, 510)  # number, answer, why, marks; in twentieths of a point
_EM_SPACE = "\N{EM SPACE}"


def written(key: Key) -> bytes:
    """The file."""
    heading, words = key.heading, key.words
    document = file.opened(heading, Margins(words.answer_key, words.warning, words))
    document.add_paragraph(words.warning, "Warning")
    add_heading(document, heading)
    _add_strip(document, key)
    _add_guidance(document, key)
    for section in key.sections:
        _add_section(document, section, words)
    if key.has_supplied:
        document.add_paragraph(words.supplied, "Footnote")
    return file.saved(document)


def _add_strip(document: Document, key: Key) -> None:
    if not key.strip:
        return
    strip = document.add_paragraph(style="Answer strip")
    for number, answer in key.strip:
        text.add(strip, str(number), "Row name")
        text.add(strip, f"{text.NO_BREAK}{answer}{_EM_SPACE}")


def _add_guidance(document: Document, key: Key) -> None:
    guidance = document.add_paragraph(style="Marking note")
    text.add(guidance, key.words.marking, "Row name")
    text.add(guidance, f"{_EM_SPACE}{' '.join(key.guidance)}")


def _add_section(document: Document, section: KeySection, words: PaperWords) -> None:
    add_section(document, section.title, section.worth)
    table = add_table(document, "Answers", _COLUMNS)
    for answer in section.answers:
        placement = answer.body.placement
        row = add_flowing_row(table) if placement is Placement.FLOWING else add_row(table)
        number, left, right, marks = row
        paragraph(number, "Answer number")
        text.add(paragraph(marks, "Answer marks"), str(answer.marks))
        if placement is not Placement.BESIDE:
            left = right = left.merge(right)
        _write_body(left, answer.body)
        _write_reasons(right, answer, words)


def _write_body(cell: _Cell, body: Body) -> None:
    if body.mark or body.text:
        right = paragraph(cell, "Answer")
        if body.mark:
            text.add(right, body.mark, "Letter of answer")
            text.add(right, _EM_SPACE)
        text.add(right, body.text)
    if body.share:
        text.add(paragraph(cell, "Marking note"), body.share)
    for row in body.rows:
        for place, detail in enumerate(row.details):
            _write_detail(cell, "" if place else row.name, detail)


def _write_detail(cell: _Cell, name: str, detail: Detail) -> None:
    line = paragraph(cell, "Answer detail")
    if name:
        text.add(line, name, "Row name")
    line.add_run(_EM_SPACE if name else "\t")
    text.add(line, detail.text)
    if detail.aside:
        text.add(line, f" · {detail.aside}", "Aside")


def _write_reasons(cell: _Cell, answer: Answer, words: PaperWords) -> None:
    if answer.detail:
        text.add(paragraph(cell, "Explanation"), answer.detail, "Emphasis")
    if answer.why:
        text.add(paragraph(cell, "Explanation"), answer.why)
    if answer.note:
        note = paragraph(cell, "Explanation")
        text.add(note, words.note, "Row name")
        text.add(note, f"{_EM_SPACE}{answer.note}")
    for citation in answer.citations:
        text.add(paragraph(cell, "Citation"), citation)
    text.add(paragraph(cell, "Citation"), f"${answer.id}")
