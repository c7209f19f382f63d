"""The sheet into which marks are entered: a table for a spreadsheet, a row a student."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from studypress.outputs.paper.heading import words_of
from studypress.paper import Entry, Paper

_STUDENTS = 40
_BYTE_ORDER_MARK = "\ufeff"  # without it, Excel takes the file for one of an older encoding
# https://owasp.org/www-community/attacks/CSV_Injection; wide ones are formulas in Japanese Excel.
_FORMULAS = tuple("=+-@＝＋－＠")


def marks(papers: Sequence[Paper]) -> bytes:
    """CSV as spreadsheets read it (RFC 4180, UTF-8): what it is of, numbers, maximum marks, rows.

    The papers are versions of one quiz.
    """
    file = io.StringIO(newline="")
    # In quotes a cell stays one where a spreadsheet divides at semicolons or tabs.
    table = csv.writer(file, quoting=csv.QUOTE_ALL)
    table.writerows([_safe(cell) for cell in row] for row in _rows(papers))
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def _rows(papers: Sequence[Paper]) -> Iterator[list[str]]:
    first = papers[0]
    words = words_of(first)
    questions = list(zip(*(paper.entries for paper in papers), strict=True))
    numbers = [str(entries[0].number) for entries in questions]
    yield [first.title, f"{first.bank_title} {first.bank_version}"]
    yield [words.list_number, words.name, words.version_column, *numbers, words.total]
    yield ["", words.maximum, "", *map(_maximum, questions), str(first.marks)]
    blank = [""] * (len(numbers) + 3)
    yield from ([str(number), *blank] for number in range(1, _STUDENTS + 1))


def _maximum(entries: Sequence[Entry]) -> str:
    return " / ".join(dict.fromkeys(str(entry.marks) for entry in entries))


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULAS) else cell
