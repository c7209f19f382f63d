"""The printed quiz: its files, and what is on a student's paper and what is not."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from msgspec.structs import replace

from studypress.items import Choice, Gap, Item, Options, Response
from studypress.model.words import Form
from studypress.outputs.paper import render
from tests.golden import FOLDER, assert_golden
from tests.outputs.paper_samples import PAGES, paper_of, sample_paper, text_of
from tests.outputs.samples import sample


def asked(name: str, form: Form, response: Response, marks: int = 1) -> Item:
    return replace(sample(name, form), response=response, marks=marks)


# Golden pages ------------------------------------------------------------------------------


def test_files_are_the_golden_ones() -> None:
    made = render((sample_paper(),))
    del made["paper-A-large.html"]  # the same body: see below
    assert sorted(made) == sorted(path.name for path in (FOLDER / "paper").iterdir())
    for name, content in made.items():
        assert_golden(f"paper/{name}", content.decode())


def test_large_print_has_the_same_body_in_another_style() -> None:
    made = {name: page.decode() for name, page in render((sample_paper(),)).items()}
    paper, large = made["paper-A.html"], made["paper-A-large.html"]
    bodies = [page[page.index("<body>") : page.index("<footer>")] for page in (paper, large)]
    beside, under = "label at the right of a question", "label under a question"
    assert bodies[0].replace(beside, under) == bodies[1]
    assert (beside in bodies[0], under in bodies[1]) == (True, True)
    assert "--text: 18pt" in large
    assert "--text: 18pt" not in paper


# Files -------------------------------------------------------------------------------------


def test_each_version_has_a_paper_and_a_key_and_the_first_is_also_in_large_print() -> None:
    files = render((sample_paper(version="A"), sample_paper(version="B")))
    assert sorted(files) == [
        "key-A.html", "key-B.html", "marking.html", "marks.csv", "paper-A-large.html",
        "paper-A.html", "paper-B.html", "reading.html",
    ]  # fmt: skip
    assert "Version B" in text_of(files["paper-B.html"].decode())


def test_same_papers_same_bytes_under_any_hash_seed_and_time_zone() -> None:
    code = (
        "import sys; from studypress.outputs.paper import render;"
        "from tests.outputs.paper_samples import sample_paper;"
        "sys.stdout.buffer.write(b''.join(render((sample_paper(),)).values()))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert made == {b"".join(render((sample_paper(),)).values())}


@pytest.mark.parametrize("name", PAGES)
def test_page_admits_its_own_style_and_nothing_else(name: str) -> None:
    page = render((sample_paper(),))[name].decode()
    style = page[page.index("<style>") + len("<style>") : page.index("</style>")]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"<script|style=|https?://|url\(|@import", page)


def test_page_fits_every_paper_size() -> None:
    for page in render((sample_paper(),)).values():
        assert not re.search(rb"(?<![-\w])size\s*:", page)


# The paper ---------------------------------------------------------------------------------


def test_first_page_says_how_much_there_is_and_asks_who_writes() -> None:
    text = text_of(render((sample_paper(),))["paper-A.html"].decode())
    assert "15 questions · 32 marks · 40 minutes" in text
    assert "Name Date Class Teacher" in text
    assert "Section A B C D E F G Total Marks 3 2 2 11 3 3 8 32 Score" in text
    assert text.index("End of test") > text.index("How far do the two texts agree")


def test_one_of_each_is_said_in_the_singular() -> None:
    text = text_of(paper_of(sample("tower-loan", Form.SHORT)))
    assert "1 question · 1 mark · 40 minutes" in text
    assert "[1 mark]" in text


def test_section_shows_its_own_instruction_or_that_of_its_form() -> None:
    paper = sample_paper((sample("light-first-lit", Form.CHOICE),))
    own = replace(paper.sections[0], instruction="Ring one letter.")
    text = text_of(render((replace(paper, sections=(own,)),))["paper-A.html"].decode())
    assert "Ring one letter." in text
    assert "Choose the one right answer" not in text
    assert "Choose the one right answer" in text_of(render((paper,))["paper-A.html"].decode())


ENGLISH = {
    "Name", "Score", "Version", "Choose", "Write", "Marks", "Accept", "Reject", "Marking", "reading"
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page_speaks_the_language_of_the_bank(name: str) -> None:
    made = render((replace(sample_paper(), language="ru"),))[name].decode()
    text = text_of(made)
    assert ("15 вопросов · 32 балла · 40 минут" in text) is (name != "reading.html")
    assert "Страница" in made
    assert ENGLISH & set(text_of(render((sample_paper(),))[name].decode()).split())
    assert not ENGLISH & set(text.split())


def test_command_word_stands_once_over_a_section_that_asks_one_thing() -> None:
    text = text_of(paper_of(sample("who-made-the-peace", Form.SHORT)))
    assert "Compare what each side holds" in text
    assert "1 Both texts tell" in text


def test_command_word_stands_at_each_question_of_a_section_that_asks_several_things() -> None:
    text = text_of(render((sample_paper(),))["paper-A.html"].decode())
    assert "Write your answer on the lines; the marks show" in text
    assert "7 State When did Vesland and Orrin" in text
    assert "10 Analyse How does the Chronicle argue" in text
    assert "11 Explain Why, in the surveyor's view" in text
    assert "12 Compare Both texts tell" in text
    assert "15 How far do the two texts agree" in text


def test_stem_that_begins_with_a_command_word_gets_no_other() -> None:
    essay = sample("how-far-do-they-agree", Form.LONG)
    text = text_of(paper_of(replace(essay, stem="Explain why the two texts differ.")))
    assert "Answer in full sentences, and give evidence" in text
    assert "Assess" not in text
    assert "1 Explain why" in text


@pytest.mark.parametrize(
    ("names", "said", "not_said"),
    [
        ((("first-keeper", Form.SHORT),), ["Write on the lines"], ["a letter"]),
        ((("light-first-lit", Form.CHOICE),), ["To change a letter"], ["on the lines"]),
        ((("tower-loan", Form.SHORT),), ["Answer all", "in brackets"], ["at the right"]),
    ],
)
def test_rubric_says_what_this_paper_needs(
    names: tuple[tuple[str, Form], ...], said: list[str], not_said: list[str]
) -> None:
    page = paper_of(*(sample(name, form) for name, form in names))
    rubric = text_of("<body>" + page[page.index('<div class="rubric">') : page.index("<table")])
    assert all(words in rubric for words in said)
    assert not any(words in rubric for words in not_said)


def test_marks_do_not_leave_the_last_word() -> None:
    page = paper_of(sample("tower-loan", Form.SHORT))
    assert 'tower cost?<span class="marks">&nbsp;[1]</span></span>' in page


def test_question_is_labelled_with_its_texts() -> None:
    text = text_of(paper_of(sample("who-drew-the-border", Form.CHOICE)))
    assert "in the end? [2] Letters · Chronicle A Ada" in text


def test_blank_is_the_same_whatever_fills_it_and_keeps_its_quotation_marks() -> None:
    short, long = (
        asked("lamp-oil", Form.CLOZE, Gap("He meant to “", answer, "”, and did."))
        for answer in ("go", "build three more towers before the war")
    )
    assert paper_of(short) == paper_of(long)
    blank = '<span class="gap" role="img" aria-label="blank"></span>'
    assert f'He meant to <span class="whole">“{blank}”,</span> and did.' in paper_of(short)


@pytest.mark.parametrize(
    ("name", "form", "marks", "groups"),
    [
        ("first-keeper", Form.SHORT, 1, [2]),
        ("first-keeper", Form.SHORT, 2, [4]),
        ("light-made-the-peace", Form.SHORT, 4, [8]),
        ("who-made-the-peace", Form.SHORT, 3, [6]),
        ("how-far-do-they-agree", Form.LONG, 4, [3, *[1] * 10, 7]),
        ("how-far-do-they-agree", Form.LONG, 8, [3, *[1] * 10, 7]),
        ("how-far-do-they-agree", Form.LONG, 16, [3, *[1] * 16, 7]),
    ],
)
def test_writing_space_grows_with_marks(
    name: str, form: Form, marks: int, groups: list[int]
) -> None:
    page = paper_of(replace(sample(name, form), marks=marks))
    spaces = re.findall(r'<div class="lines" aria-hidden="true">(.*?)</div>', page)
    assert [space.count("<i></i>") for space in spaces] == groups


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("1866", "1868", "1869", "1871"), "opts abreast"),
        (("1866", "1868", "1869"), "opts"),
        (("1866", "1868", "1869", "in the year of the great frost, late"), "opts"),
    ],
)
def test_four_short_options_stand_two_abreast(texts: tuple[str, ...], names: str) -> None:
    options = Options(tuple(map(Choice, texts)), 0, ordered=True)
    page = paper_of(asked("light-first-lit", Form.CHOICE, options))
    assert f'<ol class="{names}">' in page


def test_running_title_is_short_enough_for_its_line() -> None:
    paper = replace(sample_paper(), title="A history of the strait, " * 8)
    page = render((paper,))["paper-A.html"].decode()
    running = re.search(r'@top-left \{ content: "([^"]*)"; \}', page)
    assert running
    words = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), running[1])
    assert len(words) <= 64
    assert words.endswith("…")
