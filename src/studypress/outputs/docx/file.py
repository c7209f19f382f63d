"""A Word file from its skeleton: an empty one, unpacked beside this module, with all styles.

The skeleton's `styles.xml` is to Word what the style sheets are to the pages.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from msgspec import Struct

from studypress.languages.catalogue import PaperWords
from studypress.outputs.archive import archive
from studypress.outputs.docx.text import plain
from studypress.outputs.paper.heading import Heading

_SMALL = 6  # of the levels of compression
_LONGEST_TITLE = 64  # characters that leave room for what stands at the right


class Margins(Struct, frozen=True):
    """What a file is called beside the paper itself (""), what stands at the right in the margin
    from the second page on, and the words around both."""

    name: str
    right: str
    words: PaperWords


_LONGEST_PROPERTY = 255  # characters that Word allows


def opened(heading: Heading, margins: Margins) -> Document:
    """An empty document."""
    document = docx.Document(io.BytesIO(_skeleton()))
    document.part.get_style_id = _style_id  # type: ignore[method-assign]
    title = " · ".join(filter(None, (margins.name, heading.title, heading.edition)))
    document.core_properties.title = plain(title)[:_LONGEST_PROPERTY]
    _speak(document, plain(heading.language), margins.words)
    section = document.sections[0]
    running_title = plain(heading.running_title(_LONGEST_TITLE))
    section.header.paragraphs[0].add_run(f"{running_title}\t{margins.right}")
    before, between, _ = re.split(r"\{pages?\}", margins.words.page)
    for footer in (section.footer, section.first_page_footer):
        imprint, page, of = footer.paragraphs[0].runs
        imprint.text = plain(heading.imprint)
        page.text = f"\t{before}"
        of.text = between
    return document


def _speak(document: Document, language: str, words: PaperWords) -> None:
    """Name the language, and put its word before the letters of sections."""
    document.core_properties.language = language[:_LONGEST_PROPERTY]
    for element in document.styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia", "w:bidi"):
            element.set(qn(script), language)
    for label in document.part.numbering_part.element.iter(qn("w:lvlText")):
        shown = label.get(qn("w:val"))
        if "Section" in shown:
            label.set(qn("w:val"), words.section.format(letter="%1", title="").strip())


def saved(document: Document) -> bytes:
    """The file, with no date in it."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return archive(((name, package.read(name)) for name in package.namelist()), _SMALL)


@cache
def _style_id(name: str, kind: WD_STYLE_TYPE) -> str | None:
    """The library reads all styles of a file to find one, and that for each paragraph and run."""
    found: str | None = docx.Document(io.BytesIO(_skeleton())).part.get_style_id(name, kind)
    return found


@cache
def _skeleton() -> bytes:
    return archive(_parts(files(__package__) / "skeleton", ""), _SMALL)


def _parts(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _parts(part, f"{path}{part.name}/")
        else:
            yield path + part.name, part.read_bytes()
