"""A Word file as readable text, with the numbers and letters that its lists give."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from string import ascii_uppercase
from typing import Any
from xml.etree import ElementTree

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

# The order of elements in wml.xsd (ECMA-376, part 1, annex A), as far as these files use them.
# Word takes a file in another order for broken.
ORDER = {
    name: words.split()
    for name, words in {
        "pPr": "pStyle keepNext keepLines numPr pBdr tabs bidi spacing ind jc outlineLvl",
        "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u rtl lang",
        "style": "name basedOn next semiHidden qFormat pPr rPr tblPr",
        "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
        "numPr": "ilvl numId",
        "pBdr": "top left bottom right between",
        "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
        "tblBorders": "top left bottom right insideH insideV",
        "tblCellMar": "top left bottom right",
        "tbl": "tblPr tblGrid tr",
        "tr": "trPr tc",
        "tc": "tcPr p",
        "tcPr": "tcW gridSpan tcBorders vAlign",
        "tcBorders": "top left bottom right",
        "sectPr": "headerReference footerReference pgSz pgMar titlePg",
        "settings": "defaultTabStop characterSpacingControl compat",
    }.items()
}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """All of them in their order, those in tables too."""
    for unit in units(document):
        yield from unit


def units(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """What a page may end between: each paragraph, and each row of a table."""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield (block,)
            continue
        for row in block.rows:
            cells = dict.fromkeys(row.cells)
            yield tuple(paragraph for cell in cells for paragraph in cell.paragraphs)


def words(data: bytes) -> str:
    """All text of the body, a line a paragraph, with the numbers of lists left out."""
    body = ElementTree.fromstring(parts(data)["word/document.xml"])
    return "\n".join(
        "".join(run.text or "" for run in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )


def dump(data: bytes) -> str:
    """The whole file: properties, margins, and each paragraph with style, number and text."""
    document = opened(data)
    section = document.sections[0]
    size = section.page_width, section.page_height
    assert all(size)
    lines = [
        f"title: {document.core_properties.title}",
        f"language: {document.core_properties.language}",
        f"page: {size[0].mm:.0f} × {size[1].mm:.0f} mm",  # type: ignore[union-attr]
    ]
    margins: list[tuple[str, _Header | _Footer]] = [
        ("first header", section.first_page_header),
        ("header", section.header),
        ("first footer", section.first_page_footer),
        ("footer", section.footer),
    ]
    lines += [f"{name}: {_margin(part)}" for name, part in margins]
    return "\n".join([*lines, "", *_folded(_blocks(document, Lists(document)))]) + "\n"


def _margin(part: _Header | _Footer) -> str:
    """With fields as {NAME}."""
    text = ""
    for element in part.paragraphs[0]._p.iter():
        if element.tag == qn("w:fldSimple"):
            text += "{" + element.get(qn("w:instr"), "") + "}"
        elif element.tag == qn("w:tab") and element.getparent().tag == qn("w:r"):
            text += " → "
        elif element.tag == qn("w:t") and element.getparent().getparent().tag == qn("w:p"):
            text += element.text or ""
    return text


def _folded(lines: Iterator[str]) -> Iterator[str]:
    """Empty paragraphs of one style in one line, with how many they are."""
    for line, same in groupby(lines):
        count = len(list(same))
        if "|" in line or count == 1:
            yield from [line] * count
        else:
            yield f"{line} × {count}"


def _blocks(document: Document, lists: Lists) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield lists.shown(block)
            continue
        assert block.style
        yield f"[{block.style.name}]"
        yield from _rows(block, lists)


def _rows(table: Table, lists: Lists) -> Iterator[str]:
    for row in table.rows:
        for number, cell in enumerate(dict.fromkeys(row.cells)):
            start = "  " + ("|" if number else "+") + _border(cell)
            yield from (f"{start} {lists.shown(paragraph)}" for paragraph in cell.paragraphs)


def _border(cell: _Cell) -> str:
    borders = cell._tc.find(f".//{qn('w:tcBorders')}")
    return "" if borders is None else {4: "□", 1: "_"}[len(borders)]


@dataclass(slots=True)
class Lists:
    """Counts paragraphs as Word does: by list and level, beginning again under a higher level."""

    document: Document
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    def shown(self, paragraph: Paragraph) -> str:
        """`Question 1 | text{Marks} [1]{}`, with `+` where it is kept with the next."""
        assert paragraph.style
        number = self.number(paragraph)
        keeps = "+" if keeps_with_next(paragraph) else ""
        head = " ".join(filter(None, [f"{paragraph.style.name}{keeps}", number]))
        return f"{head} | {_text(paragraph)}".rstrip(" |")

    def number(self, paragraph: Paragraph) -> str:
        """What the list shows before the paragraph, "" where it is in none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        list_id, level = place
        self.counts[list_id, level] += 1
        for deeper in [key for key in self.counts if key[0] == list_id and key[1] > level]:
            del self.counts[deeper]
        level_of = self._level(list_id, level)
        count = self.counts[list_id, level]
        shown = {"decimal": str(count), "upperLetter": ascii_uppercase[count - 1 :][:1]}
        number = shown.get(level_of("w:numFmt"), "")
        return level_of("w:lvlText").replace(f"%{level + 1}", number)

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        style: Any = paragraph.style
        while style is not None:
            for found in style.element.xpath("w:pPr/w:numPr"):
                level = found.xpath("string(w:ilvl/@w:val)")
                return found.xpath("string(w:numId/@w:val)"), int(level or 0)
            style = style.base_style
        return None

    def _level(self, list_id: str, level: int) -> Callable[[str], str]:
        """Gives a value of the list's definition at this level."""
        numbering = self.document.part.numbering_part.element
        (abstract,) = numbering.xpath(f"w:num[@w:numId={list_id}]/w:abstractNumId/@w:val")
        path = f"w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={level}]"
        return lambda name: str(numbering.xpath(f"string({path}/{name}/@w:val)"))


def keeps_with_next(paragraph: Paragraph) -> bool:
    """By its own word, or by that of its style."""
    own = paragraph.paragraph_format.keep_with_next
    style: Any = paragraph.style
    while own is None and style is not None:
        own = style.paragraph_format.keep_with_next
        style = style.base_style
    return bool(own)


def _text(paragraph: Paragraph) -> str:
    """Words in a style of their own stand as `{Style: words}`; a tab is an arrow."""
    text = ""
    for run in paragraph.runs:
        words = run.text.replace("\t", " → ").replace("\N{NO-BREAK SPACE}", "~")
        own = run.style and run.style.name != "Default Paragraph Font"
        text += f"{{{run.style.name}: {words}}}" if own else words
    return text
