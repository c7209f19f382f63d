"""Tables with fixed columns, rows that stay whole, and cells that are boxes or lines."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_AFTER_BORDERS = ("w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign")


class Border(Enum):
    """Sides of a cell, and the width (in eighths of a point) and colour of their rules."""

    BOX = (("top", "left", "bottom", "right"), "6", "000000")
    LINE = (("bottom",), "4", "767676")


def add_table(document: Document, style: str, widths: Sequence[int]) -> Table:
    """A table without rows. Widths are in twentieths of a point."""
    table: Table = document.add_table(0, 0, style)
    table.autofit = False
    for width in widths:
        table.add_column(Twips(width))
    return table


def add_row(table: Table, height: int = 0) -> tuple[_Cell, ...]:
    """The cells of another row, which no page parts, at least so high."""
    row: _Row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if height:
        row.height = Twips(height)
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    return row.cells


def add_flowing_row(table: Table) -> tuple[_Cell, ...]:
    """The cells of another row, which may run over a page."""
    row: _Row = table.add_row()
    return row.cells


def paragraph(cell: _Cell, style: str) -> Paragraph:
    """A further paragraph of a cell; the first is there already, since no cell is without one."""
    last = cell.paragraphs[-1]
    is_untouched = last._p.pPr is None
    made: Paragraph = last if is_untouched else cell.add_paragraph()
    made.style = style
    return made


def rule(cell: _Cell, border: Border) -> None:
    """Draw a border around or under a cell, its text in the middle."""
    sides, width, colour = border.value
    borders = OxmlElement("w:tcBorders")
    for side in sides:
        edge = OxmlElement(f"w:{side}", {qn("w:val"): "single"})
        edge.set(qn("w:sz"), width)
        edge.set(qn("w:color"), colour)
        borders.append(edge)
    cell._tc.get_or_add_tcPr().insert_element_before(borders, *_AFTER_BORDERS)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
