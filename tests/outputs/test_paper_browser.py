"""Papers and keys, opened and printed by Chromium."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from studypress.items import Item, Written
from studypress.model.words import Form
from studypress.outputs.paper import render
from tests.outputs.browser import Browser
from tests.outputs.paper_samples import NOT_AT_HAND, PAGES, choices, sample_paper
from tests.outputs.samples import sample, sample_items

pytestmark = pytest.mark.browser


def printed(browser: Browser, html: bytes, paper: str = "A4") -> list[str]:
    """The text of each page as printed."""
    with browser.open(html) as page:
        return pages_of(page.pdf(paper))


def pages_of(pdf: Path) -> list[str]:
    """The text of each page without spaces: where lines break does not matter."""
    return ["".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def page_with(words: str, pages: Sequence[str]) -> int:
    """The one page that holds the words."""
    found = [n for n, page in enumerate(pages) if "".join(words.split()) in page]
    assert len(found) == 1, f"{words!r} is on pages {found}"
    return found[0]


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_paper_prints_with_numbered_pages_and_running_titles(browser: Browser, paper: str) -> None:
    made = render((sample_paper(),))["paper-A.html"]
    pages = printed(browser, made, paper)
    assert len(pages) == 5
    for number, text in enumerate(pages, 1):
        assert f"Page{number}of5" in text
        assert "TheSkerrowlight2026.1·7F3K2Q·VersionA" in text
        assert ("Name____" in text) is (number > 1)
    assert "Endoftest" in pages[-1]


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_no_question_is_parted_from_its_options(browser: Browser, paper: str) -> None:
    count = 31
    made = render((sample_paper(choices(count)),))["paper-A.html"]
    pages = printed(browser, made, paper)
    assert len(pages) > 2
    for number in range(1, count + 1):
        first, last = (f"Option{number}{letter}of" for letter in "ad")
        stem = f"{number}Stem{number}asks"
        assert page_with(stem, pages) == page_with(first, pages) == page_with(last, pages)


@pytest.mark.parametrize("before", [4, 6, 8])
def test_heading_stem_and_end_keep_company(browser: Browser, before: int) -> None:
    """Wherever the page ends, a heading is followed by its question, and the end by neither."""
    essay = sample("how-far-do-they-agree", Form.LONG)
    short = sample("first-keeper", Form.SHORT)
    items: list[Item] = [*[short] * before, essay]
    pages = printed(browser, render((sample_paper(items),))["paper-A.html"])
    assert page_with("Section B. Essay", pages) == page_with("How far do the two texts", pages)
    assert page_with("End of test", pages) == len(pages) - 1


@pytest.mark.parametrize("lines_of_stem", range(1, 6))
def test_the_end_never_stands_alone(browser: Browser, lines_of_stem: int) -> None:
    """Where the last section fills about a page, its last question goes over with the end."""
    stem = "What did the keeper say of the dues, and of the boats that lay in the harbour then? "
    plan = replace(sample("first-keeper", Form.SHORT), marks=6)
    items = [replace(plan, stem=f"{word} {stem * lines_of_stem}") for word in ("First", "Last")]
    pages = printed(browser, render((sample_paper(items),))["paper-A.html"])
    assert page_with("Last What", pages) == page_with("End of test", pages)


@pytest.mark.parametrize("marks", range(2, 7))
def test_the_end_never_stands_alone_after_an_extract(browser: Browser, marks: int) -> None:
    long = replace(sample("first-keeper", Form.SHORT), stem="Who kept it?", marks=marks)
    (section,) = sample_paper([long]).sections
    paper = replace(sample_paper(), sections=(replace(section, extracts=(NOT_AT_HAND,)),))
    pages = printed(browser, render((paper,))["paper-A-large.html"])
    assert page_with("Who kept it?", pages) == page_with("End of test", pages)


def test_printed_file_is_tagged_titled_and_knows_its_language(browser: Browser) -> None:
    paper = replace(sample_paper(), language="en-GB")
    with browser.open(render((paper,))["paper-A.html"]) as page:
        pdf = PdfReader(page.pdf())
    assert pdf.metadata
    assert pdf.metadata.title == f"{paper.title} · Version A · 7F3K2Q"
    assert str(pdf.root_object["/Lang"]) == "en-GB"
    assert pdf.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_key_keeps_each_short_answer_whole(browser: Browser) -> None:
    count = 40
    reason = "It was so because the ice came late, as the pilots of the harbour said. " * 6
    items = [replace(it, why=f"Why{it.id} {reason} End{it.id}.") for it in choices(count)]
    pages = printed(browser, render((sample_paper(items),))["key-A.html"])
    assert all("ANSWERKEY—donotdistribute" in page for page in pages)
    for number, item in enumerate(items, 1):
        key = f"Option{number}{'abcd'[number % 4]}of"
        why, end = f"Why{item.id} It", f"End{item.id}."
        assert page_with(key, pages) == page_with(why, pages) == page_with(end, pages)


@pytest.mark.parametrize("name", ["paper-A.html", "key-A.html"])
def test_a_word_without_end_neither_widens_nor_shrinks_the_page(
    browser: Browser, name: str
) -> None:
    endless = "Donau" * 60
    items = [replace(it, stem=endless, why=endless, labels=(endless,)) for it in sample_items()]
    paper = replace(sample_paper(items), title=f"Title {endless}", bank_title=endless)
    made = render((paper,))[name]
    with browser.open(made) as page:
        page.set_width(320)
        assert page.overflow() <= 0
        assert largest_print(page.pdf()) == pytest.approx(18, abs=0.1)


def largest_print(pdf: Path) -> float:
    """The largest size of type on the first page, in points: what is too wide makes all smaller."""
    sizes: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(cm[3] * tm[3]) * size)

    PdfReader(pdf).pages[0].extract_text(visitor_text=visit)
    return max(sizes)


def test_browser_reads_the_page_as_it_was_written(browser: Browser) -> None:
    made = render((sample_paper(),))["paper-A.html"].decode()
    with browser.open(made.encode()) as page:
        for tag in ("fieldset", "legend", "section", "li", "h1", "h2", "main", "header", "footer"):
            read = page.value(f"document.querySelectorAll('{tag}').length")
            assert read == len(re.findall(f"<{tag}[ >]", made)), tag


# Every page --------------------------------------------------------------------------------


# CSS pixels: a phone, a tablet; A4 and letter without their margins. What is wider than that
# makes Chromium shrink the whole paper.
WIDTHS = {"screen": (320, 768), "print": (653, 676)}

# Marks the stem and every option of a question, out of the flow; gives the number of questions.
MARK = """(() => {
  const questions = [...document.querySelectorAll(".q")];
  questions.forEach((question, number) => {
    for (const part of [question.querySelector("legend"), ...question.querySelectorAll(".opts > li")]) {
      const mark = document.createElement("span");
      mark.textContent = `QQ${number}QQ`;
      mark.style.cssText = "position: absolute; font: 1px/1px monospace; color: #fff";
      part.append(mark);
    }
  });
  return questions.length;
})()"""


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_for_nothing_fits_and_breaks_no_rule(browser: Browser, name: str) -> None:
    with browser.open(render((sample_paper(),))[name]) as page:
        assert page.requests() == []
        assert page.errors() == []
        for media, widths in WIDTHS.items():
            page.set_media(media)
            for width in widths:
                page.set_width(width)
                assert page.overflow() <= 0
            assert page.violations() == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_printed_page_parts_no_question(browser: Browser, name: str, paper: str) -> None:
    with browser.open(render((sample_paper(),))[name]) as page:
        questions = page.value(MARK)
        pages = pages_of(page.pdf(paper))
    on: dict[str, set[int]] = {}
    for number, text in enumerate(pages):
        for question in re.findall(r"QQ(\d+)QQ", text):
            on.setdefault(question, set()).add(number)
    assert len(on) == questions
    assert [question for question, numbers in on.items() if len(numbers) > 1] == []


@pytest.mark.parametrize("count", [4, 8])
def test_table_of_many_versions_is_not_wider_than_the_page(browser: Browser, count: int) -> None:
    keeper = replace(sample("first-keeper", Form.SHORT), id="long")
    assert isinstance(keeper.response, Written)
    long = replace(
        keeper, response=replace(keeper.response, answer="Donaudampfschifffahrtsgesellschaft")
    )
    items = [*sample_items(), long]
    versions = tuple(sample_paper(items, letter) for letter in "ABCDEFGH"[:count])
    with browser.open(render(versions)["marking.html"]) as page:
        for media, widths in WIDTHS.items():
            page.set_media(media)
            for width in widths[count > 4 and media == "screen" :]:  # a phone scrolls sideways
                page.set_width(width)
                assert page.overflow() <= 0


# How far the places where a line begins are from the left and from the right.
STARTS = """[...document.querySelectorAll("h1, h2, .number, .opts .circle, .names li, dt")].map(
  (start) => {
    const range = document.createRange();
    range.selectNodeContents(start);
    const { left, right } = range.getClientRects()[0];
    return [left, document.documentElement.clientWidth - right];
  }
)"""


@pytest.mark.parametrize("name", PAGES)
def test_what_is_written_from_the_right_begins_there(browser: Browser, name: str) -> None:
    """Each start of a line is as far from the right as it is from the left in English."""
    letters = [replace(it, stem="שאלה", labels=()) for it in choices(3)]
    for items in (None, letters):
        plain = sample_paper(items)
        pages = [render((replace(plain, language=tag),)) for tag in ("en", "he")]
        if name not in pages[0]:
            continue
        starts = []
        for made in pages:
            with browser.open(made[name]) as page:
                page.set_width(676)
                starts.append(page.value(STARTS))
                assert page.overflow() <= 0
                assert page.violations() == []
        mirrored = [[left for left, _ in starts[0]], [right for _, right in starts[1]]]
        assert mirrored[0] == pytest.approx(mirrored[1], abs=1.5)


def test_the_browser_sees_what_is_wrong_with_a_page(browser: Browser) -> None:
    bad = b"""<!DOCTYPE html><title>-</title><script>throw new Error("oh")</script>
<img src="https://example.org/a.png"><p style="width: 500px; color: #eee">pale</p>"""
    with browser.open(bad) as page:
        assert page.requests() == ["https://example.org/a.png"]
        assert any("oh" in error for error in page.errors())
        page.set_width(320)
        assert page.overflow() > 100
        found = " ".join(page.violations())
        assert "image-alt" in found
        assert "color-contrast" in found
