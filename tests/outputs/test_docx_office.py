"""Papers and keys for Word, opened and printed by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from studypress.outputs.extras import Extra, advice
from tests.needs import missing
from tests.outputs.paper_samples import choices, sample_paper

if _lacking := advice(Extra.DOCX):
    missing("DOCX", _lacking)
from studypress.outputs.docx import render  # it cannot be imported without

_CHOICES = 31
_SECONDS = 120


@pytest.fixture(scope="module", name="printed")
def _printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page without spaces, by file: a paper of all forms with its key, and one of
    many choices."""
    office = shutil.which("soffice")
    if not office:
        missing("OFFICE", "no soffice on the path")
    folder = tmp_path_factory.mktemp("office")
    made = render((sample_paper(),)) | {
        f"many-{name}": data for name, data in render((sample_paper(choices(_CHOICES)),)).items()
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command += [str(folder / name) for name in made]
    subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)
    return {name: _pages((folder / name).with_suffix(".pdf")) for name in made}


def _pages(pdf: Path) -> list[str]:
    pages = PdfReader(pdf).pages
    assert all(round(float(edge)) == 842 for edge in (page.mediabox.height for page in pages))
    return ["".join(page.extract_text().split()) for page in pages]


def page_with(text: str, pages: list[str]) -> int:
    found = [n for n, page in enumerate(pages) if "".join(text.split()) in page]
    assert len(found) == 1, f"{text!r} is on pages {found}"
    return found[0]


def test_pages_are_numbered_and_carry_the_title_and_the_edition(
    printed: dict[str, list[str]],
) -> None:
    for name, pages in printed.items():
        for number, text in enumerate(pages, 1):
            assert f"Page{number}of{len(pages)}" in text
            assert "TheSkerrowlight2026.1·7F3K2Q·VersionA" in text
            assert ("ANSWERKEY—donotdistribute" in text) is ("key" in name)
            assert ("Name______" in text) is ("paper" in name)


def test_lists_print_the_letters_and_numbers(printed: dict[str, list[str]]) -> None:
    paper = "".join(printed["paper-A.docx"])
    assert "SectionA.Oneanswereach[3marks]" in paper
    assert "1WhenwastheSkerrowlightfirstlit?[1]" in paper
    assert "A4April1866B1October1868C1October1869D9March1871" in paper
    assert "15Howfardothetwotextsagree" in paper
    assert printed["paper-A.docx"][-1].count("Endoftest") == 1
    key = "".join(printed["key-A.docx"])
    assert "1B2C3T4F134-2-1-314B-A-D" in key
    assert "1B1October1868A4April1866·thetower'sfoundationstoneislaid" in key


def test_no_question_is_parted_from_its_options(printed: dict[str, list[str]]) -> None:
    pages = printed["many-paper-A.docx"]
    assert len(pages) > 2
    for number in range(1, _CHOICES + 1):
        places = {page_with(f"Option{number}{letter} of", pages) for letter in "abcd"}
        assert places == {page_with(f"{number}Stem{number} asks", pages)}
