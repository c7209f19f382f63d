"""The key of a paper in Word: a row an answer."""

from __future__ import annotations

from docx.document import Document
from docx.table import _Cell

from studypress.outputs.docx import file, text
from studypress.outputs.docx.questions import add_heading, add_section
from studypress.outputs.docx.tables import add_flowing_row, add_row, add_table, paragraph
from studypress.outputs.paper import words
from studypress.outputs.paper.key import Answer, Body, Detail, Group, Key, Layout

_WARNING = f"{words.ANSWER_KEY.upper()} — {words.NOT_FOR_STUDENTS}"
_COLUMNS = (510, 4700, 4088, 510)  # number, answer, why, marks; in twentieths of a point
_EM_SPACE = "\N{EM SPACE}"


def written(key: Key) -> bytes:
    """The file."""
    heading = key.heading
    document = file.opened(heading, words.ANSWER_KEY, _WARNING)
    document.add_paragraph(_WARNING, "Warning")
    add_heading(document, heading)
    _add_strip(document, key)
    for group in key.groups:
        _add_group(document, group)
    if key.has_supplied:
        document.add_paragraph(words.SUPPLIED, "Footnote")
    return file.saved(document)


def _add_strip(document: Document, key: Key) -> None:
    if not key.strip:
        return
    strip = document.add_paragraph(style="Answer strip")
    for number, answer in key.strip:
        text.add(strip, str(number), "Row name")
        text.add(strip, f"{text.NO_BREAK}{answer}{_EM_SPACE}")


def _add_group(document: Document, group: Group) -> None:
    add_section(document, group.title, group.worth)
    table = add_table(document, "Answers", _COLUMNS)
    for answer in group.answers:
        layout = answer.body.layout
        row = add_flowing_row(table) if layout is Layout.FLOWING else add_row(table)
        number, left, right, marks = row
        paragraph(number, "Answer number")
        text.add(paragraph(marks, "Answer marks"), str(answer.marks))
        if layout is not Layout.BESIDE:
            left = right = left.merge(right)
        _write_body(left, answer.body)
        _write_reasons(right, answer)


def _write_body(cell: _Cell, body: Body) -> None:
    if body.mark or body.text:
        right = paragraph(cell, "Answer")
        if body.mark:
            text.add(right, body.mark, "Letter of answer")
            text.add(right, _EM_SPACE)
        text.add(right, body.text)
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


def _write_reasons(cell: _Cell, answer: Answer) -> None:
    if answer.detail:
        text.add(paragraph(cell, "Explanation"), answer.detail, "Emphasis")
    if answer.why:
        text.add(paragraph(cell, "Explanation"), answer.why)
    if answer.note:
        note = paragraph(cell, "Explanation")
        text.add(note, words.NOTE, "Row name")
        text.add(note, f"{_EM_SPACE}{answer.note}")
    for source in answer.sources:
        text.add(paragraph(cell, "Citation"), source)
    text.add(paragraph(cell, "Citation"), f"${answer.id}")
