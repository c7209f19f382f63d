"""Papers and keys, opened and printed by Chromium."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from studypress.items import Item
from studypress.model.words import Form
from studypress.outputs.paper import render
from tests.outputs.browser import dump_dom, overflow, print_pdf, require_browser
from tests.outputs.paper_samples import choices, sample_paper
from tests.outputs.samples import sample, sample_items

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", name="browser")
def _browser() -> str:
    return require_browser()


def pages_of(pdf: Path) -> list[str]:
    """The text of each page without spaces: where lines break does not matter."""
    return ["".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def page_with(words: str, pages: Sequence[str]) -> int:
    """The one page that holds the words."""
    found = [n for n, page in enumerate(pages) if "".join(words.split()) in page]
    assert len(found) == 1, f"{words!r} is on pages {found}"
    return found[0]


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_paper_prints_with_numbered_pages_and_running_titles(
    browser: str, paper: str, tmp_path: Path
) -> None:
    made = render((sample_paper(),))["paper-A.html"]
    pages = pages_of(print_pdf(browser, made, tmp_path, paper))
    assert len(pages) == 4
    for number, text in enumerate(pages, 1):
        assert f"Page{number}of4" in text
        assert "TheSkerrowlight2026.1·7F3K2Q·VersionA" in text
        assert ("Name____" in text) is (number > 1)
    assert "Endoftest" in pages[-1]


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_no_question_is_parted_from_its_options(browser: str, paper: str, tmp_path: Path) -> None:
    count = 31
    made = render((sample_paper(choices(count)),))["paper-A.html"]
    pages = pages_of(print_pdf(browser, made, tmp_path, paper))
    assert len(pages) > 2
    for number in range(1, count + 1):
        first, last = (f"Option{number}{letter}of" for letter in "ad")
        stem = f"{number}Stem{number}asks"
        assert page_with(stem, pages) == page_with(first, pages) == page_with(last, pages)


@pytest.mark.parametrize("before", [4, 6, 8])
def test_heading_stem_and_end_keep_company(browser: str, before: int, tmp_path: Path) -> None:
    """Wherever the page ends, a heading is followed by its question, and the end by neither."""
    essay = sample("how-far-do-they-agree", Form.LONG)
    short = sample("first-keeper", Form.SHORT)
    items: list[Item] = [*[short] * before, essay]
    pages = pages_of(print_pdf(browser, render((sample_paper(items),))["paper-A.html"], tmp_path))
    assert page_with("Section B. Essay", pages) == page_with("How far do the two texts", pages)
    assert page_with("End of test", pages) == len(pages) - 1


def test_printed_file_is_tagged_titled_and_knows_its_language(browser: str, tmp_path: Path) -> None:
    paper = replace(sample_paper(), language="en-GB")
    pdf = PdfReader(print_pdf(browser, render((paper,))["paper-A.html"], tmp_path))
    assert pdf.metadata
    assert pdf.metadata.title == f"{paper.title} · Version A · 7F3K2Q"
    assert str(pdf.root_object["/Lang"]) == "en-GB"
    assert pdf.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_key_keeps_each_short_answer_whole(browser: str, tmp_path: Path) -> None:
    count = 40
    reason = "It was so because the ice came late, as the pilots of the harbour said. " * 6
    items = [replace(it, why=f"Why{it.id} {reason} End{it.id}.") for it in choices(count)]
    pages = pages_of(print_pdf(browser, render((sample_paper(items),))["key-A.html"], tmp_path))
    assert all("ANSWERKEY—donotdistribute" in page for page in pages)
    for number, item in enumerate(items, 1):
        key = f"Option{number}{'abcd'[number % 4]}of"
        why, end = f"Why{item.id} It", f"End{item.id}."
        assert page_with(key, pages) == page_with(why, pages) == page_with(end, pages)


@pytest.mark.parametrize("name", ["paper-A.html", "key-A.html"])
@pytest.mark.parametrize("width", [320, 768])
def test_page_fits_a_narrow_window(browser: str, name: str, width: int, tmp_path: Path) -> None:
    assert overflow(browser, render((sample_paper(),))[name], tmp_path, width) <= 0


@pytest.mark.parametrize("name", ["paper-A.html", "key-A.html"])
def test_a_word_without_end_neither_widens_nor_shrinks_the_page(
    browser: str, name: str, tmp_path: Path
) -> None:
    endless = "Donau" * 60
    items = [replace(it, prompt=endless, why=endless, labels=(endless,)) for it in sample_items()]
    paper = replace(sample_paper(items), title=f"Title {endless}", bank_title=endless)
    made = render((paper,))[name]
    assert overflow(browser, made, tmp_path, 320) <= 0
    assert largest_print(print_pdf(browser, made, tmp_path)) == pytest.approx(18, abs=0.1)


def largest_print(pdf: Path) -> float:
    """The largest size of type on the first page, in points: what is too wide makes all smaller."""
    sizes: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(cm[3] * tm[3]) * size)

    PdfReader(pdf).pages[0].extract_text(visitor_text=visit)
    return max(sizes)


def test_browser_reads_the_page_as_it_was_written(browser: str, tmp_path: Path) -> None:
    made = render((sample_paper(),))["paper-A.html"].decode()
    dom = dump_dom(browser, made.encode(), tmp_path)
    for tag in ("fieldset", "legend", "section", "li", "h1", "h2", "main", "header", "footer"):
        assert len(re.findall(f"<{tag}[ >]", dom)) == len(re.findall(f"<{tag}[ >]", made)), tag
