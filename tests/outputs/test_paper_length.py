"""How many pages a paper has: the estimate, held to what Chromium prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from studypress.model.definitions import Quiz
from studypress.outputs.paper import lengths, render
from studypress.outputs.paper.widths import BOLD, SANS, SERIF, Face
from studypress.paper import Paper
from studypress.rendering import render as built
from tests.outputs.browser import Browser
from tests.outputs.paper_samples import choices, sample_paper
from tests.real_bank import sound_bank


def sample_papers() -> Iterator[Paper]:
    yield sample_paper()
    yield replace(sample_paper(), title="A title that is long enough for two lines, " * 2)
    yield from (sample_paper(choices(count)) for count in (3, 10, 31))


def printed(browser: Browser, page: bytes) -> int:
    with browser.open(page) as opened:
        return len(PdfReader(opened.pdf("A4")).pages)


@pytest.mark.browser
def test_estimate_of_sample_papers_is_what_the_browser_prints(browser: Browser) -> None:
    """In print of the usual size exactly; in large print by at most a page."""
    for paper in sample_papers():
        files = render((paper,))
        usual, large = lengths((paper,))
        assert usual.pages == printed(browser, files[usual.file])
        assert abs(large.pages - printed(browser, files[large.file])) <= 1


@pytest.mark.browser
def test_estimate_of_the_real_papers_is_what_the_browser_prints(browser: Browser) -> None:
    """Within a page; of three in four exactly."""
    project = sound_bank()
    quizzes = [name for name, made in project.definitions.items() if isinstance(made, Quiz)]
    off = []
    for name in quizzes:
        made = built(project, name)
        off += [length.pages - printed(browser, made.files[length.file]) for length in made.lengths]
    assert max(map(abs, off)) <= 1
    assert off.count(0) >= 0.75 * len(off)


def test_sheets_are_printed_on_both_sides() -> None:
    usual, _ = lengths((sample_paper(),))
    assert usual.pages == 5
    assert usual.sheets == 3
    assert not usual.is_exact


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
