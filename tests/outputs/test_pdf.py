"""Pages printed to PDF: tagged, titled, whole, the same every time, and fetching nothing."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from studypress.languages import PaperSize
from studypress.model.words import Form
from studypress.outputs import paper
from studypress.outputs.extras import Extra, advice
from studypress.rendering import Wishes, printed
from tests.needs import missing
from tests.outputs.paper_samples import choices, sample_paper
from tests.outputs.samples import sample

if _lacking := advice(Extra.PDF):
    missing("PDF", _lacking)
from studypress.outputs import pdf  # it cannot be imported without

PAPER = replace(sample_paper(), language="en-GB")


@pytest.fixture(scope="module", name="files")
def _files() -> dict[str, bytes]:
    made = printed((PAPER,), Wishes(extras=(Extra.PDF,))).files
    return {name: data for name, data in made.items() if name not in paper.render((PAPER,))}


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words(data: bytes) -> str:
    """All words without spaces: where lines break does not matter."""
    return "".join("".join(page.extract_text().split()) for page in read(data).pages)


def test_every_page_has_a_pdf_and_nothing_else_has(files: dict[str, bytes]) -> None:
    names = ["key-A", "marking", "paper-A", "paper-A-large", "reading"]
    assert sorted(files) == sorted(f"{name}.pdf" for name in names)
    assert pdf.render({"marks.csv": b"1,2"}) == {}


@pytest.mark.parametrize("name", ["paper-A.pdf", "key-A.pdf"])
def test_file_is_pdf_ua_with_title_language_and_outline(name: str, files: dict[str, bytes]) -> None:
    made = read(files[name])
    root: Any = made.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]) == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert made.metadata
    assert str(made.metadata.title).endswith(f"{PAPER.title} · Version A · 7F3K2Q")
    outline: Any = made.outline
    assert outline[0]["/Title"] == PAPER.title
    found = [section["/Title"][:9] for section in outline[1]]
    assert found == [f"Section {section.letter}" for section in PAPER.sections]


def test_headings_lists_and_tables_are_tagged(files: dict[str, bytes]) -> None:
    tags = set(tags_of(read(files["paper-A.pdf"]).root_object["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= tags


def tags_of(element: object) -> Iterator[str]:
    if isinstance(element, DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from tags_of(child.get_object() if hasattr(child, "get_object") else child)


def test_student_file_holds_no_answer(files: dict[str, bytes]) -> None:
    assert "paraffin" in words(files["key-A.pdf"])
    assert "paraffin" not in words(files["paper-A.pdf"])


def test_pages_are_a4_numbered_and_counted(files: dict[str, bytes]) -> None:
    for data in files.values():
        pages = read(data).pages
        assert pdf.page_count(data) == len(pages) > 0
        for number, page in enumerate(pages, 1):
            assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]
            assert f"Page{number}of{len(pages)}" in "".join(page.extract_text().split())


def test_pages_are_letter_where_that_is_printed_on() -> None:
    page = paper.render((sample_paper(choices(2)),))["paper-A.html"]
    (first,) = read(pdf.render({"page.html": page}, PaperSize.LETTER)["page.pdf"]).pages
    assert [round(float(edge)) for edge in first.mediabox] == [0, 0, 612, 792]


def test_same_pages_same_bytes_under_any_hash_seed_and_time_zone(files: dict[str, bytes]) -> None:
    code = (
        "import sys; from studypress.outputs import paper, pdf;"
        "from tests.outputs.test_pdf import PAPER;"
        "page = paper.render((PAPER,))['paper-A.html'];"
        "sys.stdout.buffer.write(pdf.render({'paper-A.html': page})['paper-A.pdf'])"
    )
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Seoul", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)
    assert done.stdout == files["paper-A.pdf"]


PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="


def test_nothing_is_fetched_but_what_the_page_holds(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">Hushed</text></svg>')
    page = (
        "<!DOCTYPE html><html lang=en><title>-</title><h1>Seen</h1>"
        f'<img alt="a" src="{secret.as_uri()}"><link rel=stylesheet href="{secret.as_uri()}">'
        f'<img alt="b" src="http://127.0.0.1:9/x.png"><img alt="c" src="{PIXEL}">'
    )
    made = pdf.render({"page.html": page.encode()})["page.pdf"]
    assert "Hushed" not in words(made)
    images = [image for page in read(made).pages for image in page.images]
    assert len(images) == 1


def test_marks_take_the_last_word_with_them_and_no_other() -> None:
    """A no-break space before an element made WeasyPrint end a line after its first word."""
    loan = sample("tower-loan", Form.SHORT)
    items = [replace(loan, stem="Seven " * 24 + "i" * length) for length in range(1, 40)]
    page = paper.render((sample_paper(items),))["paper-A.html"]
    text = "\n".join(p.extract_text() for p in read(_print(page)).pages)
    stems = [stem.splitlines() for stem in re.findall(r"Seven[^\[]*\[1\]", text)]
    assert len(stems) == len(items)
    assert {len(stem) for stem in stems} == {2, 3}
    for stem in stems:
        assert re.search(r"i\s\[1\]$", stem[-1])
        assert min(line.count("Seven") for line in stem[:2]) > 9


def _print(page: bytes) -> bytes:
    return pdf.render({"page.html": page})["page.pdf"]
