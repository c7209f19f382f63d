"""How many pages a paper has: the estimate, held to what Chromium prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from studypress.arrange import lay_out, papers
from studypress.model.definitions import Quiz
from studypress.outputs.paper import lengths, render
from studypress.outputs.paper.widths import BOLD, SANS, SERIF, Face
from studypress.paper import Paper
from tests.outputs.browser import Browser
from tests.outputs.paper_samples import choices, sample_paper
from tests.real_bank import sound_bank


def sample_papers() -> Iterator[Paper]:
    yield sample_paper()
    yield replace(sample_paper(), title="A title that is long enough for two lines, " * 2)
    yield from (sample_paper(choices(count)) for count in (3, 10, 31))


def printed(browser: Browser, page: bytes, size: str) -> int:
    with browser.open(page) as opened:
        return len(PdfReader(opened.pdf(size)).pages)


# Where people print on which paper, and the browser's name for it.
SIZES = pytest.mark.parametrize(("language", "size"), [("en", "A4"), ("en-US", "letter")])


@SIZES
@pytest.mark.browser
def test_estimate_of_sample_papers_is_what_the_browser_prints(
    browser: Browser, language: str, size: str
) -> None:
    for paper in sample_papers():
        made = (replace(paper, language=language),)
        files = render(made)
        for length in lengths(made):
            assert length.size.casefold() == size.casefold()
            assert length.fewest <= printed(browser, files[length.file], size) <= length.most


@SIZES
@pytest.mark.browser
def test_estimate_of_the_real_papers_is_what_the_browser_prints(
    browser: Browser, language: str, size: str
) -> None:
    """Always within the range, which is narrow."""
    project = sound_bank()
    for name, quiz in project.definitions.items():
        if isinstance(quiz, Quiz):
            layout = lay_out(name, quiz, project.drawn[name], project.bank)
            versions = papers(replace(layout, language=language))
            files = render(versions)
            for length in lengths(versions):
                assert length.fewest <= printed(browser, files[length.file], size) <= length.most
                assert length.most - length.fewest <= 1


def test_a_length_is_a_range_only_where_fonts_decide_it() -> None:
    usual, _ = lengths((sample_paper(),))
    assert (usual.fewest, usual.most, usual.size) == (5, 5, "A4")
    words = "What did the keeper say of the dues? "
    stems = [[replace(it, stem=words * count) for it in choices(20)] for count in range(1, 12)]
    found = [lengths((sample_paper(items),))[0] for items in stems]
    assert all(0 <= length.most - length.fewest <= 1 for length in found)
    assert any(length.fewest < length.most for length in found)
    assert not any(length.is_exact for length in found)


# Lines -------------------------------------------------------------------------------------


@given(
    st.sampled_from([SERIF, SANS, BOLD]),
    st.text(max_size=200),
    st.floats(6, 40),
    st.floats(20, 500),
)
def test_a_text_takes_as_many_lines_as_it_needs(
    face: Face, text: str, size: float, room: float
) -> None:
    lines = face.lines(text, size, room)
    assert lines * room >= face.width(text.replace(" ", ""), size) - 1e-6
    assert lines <= 2 + 2 * face.width(text, size) / room


@given(st.text(max_size=100), st.text(max_size=100), st.floats(50, 500))
def test_more_text_takes_no_fewer_lines(text: str, more: str, room: float) -> None:
    assert SERIF.lines(f"{text} {more}", 11, room) >= SERIF.lines(text, 11, room)


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    width = SERIF.width("twenty-", 10)
    assert SERIF.lines("twenty-one", 10, width + 0.1) == 2
    assert SERIF.lines("twenty one", 10, width + 0.1) == 2
    assert SERIF.lines("twentyone", 10, 1000) == 1
