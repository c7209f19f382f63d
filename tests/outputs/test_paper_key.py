"""The key of a printed quiz: what whoever marks it reads."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from studypress.items import Enough, Essay, Gap, Lack, Outline, Part, Point, Written
from studypress.model.words import Form
from studypress.outputs.paper import render
from tests.outputs.paper_samples import key_of, sample_paper, text_of
from tests.outputs.samples import sample


def test_key_opens_with_a_warning_and_the_strip_of_this_version() -> None:
    text = text_of(render((sample_paper(),))["key-A.html"].decode())
    assert text.startswith("ANSWER KEY — do not distribute")
    assert "1 B 2 C 3 T 4 F 13 4-2-1-3 14 B-A-D Marking Meaning counts" in text


def test_key_without_objective_questions_has_no_strip() -> None:
    assert 'class="strip"' not in key_of(sample("tower-loan", Form.SHORT))


def test_key_says_why_each_distractor_is_wrong() -> None:
    text = text_of(key_of(sample("light-first-lit", Form.CHOICE)))
    assert "B 1 October 1868 A 4 April 1866 the tower's foundation stone is laid C" in text


def test_key_says_what_to_accept_and_reject_and_where_it_stands() -> None:
    text = text_of(key_of(sample("treaty-signed", Form.SHORT)))
    assert "9 March [1871] Accept March 1871 9 March 1871" in text
    assert "Reject 9 May 1871 the day on which it was ratified" in text
    assert "Chronicle ¶12 · find “signed on the ninth of March”" in text
    assert "Note The printed text says" in text


def test_key_says_what_is_enough() -> None:
    treaty = sample("treaty-signed", Form.SHORT)
    oil = sample("lamp-oil", Form.CLOZE)
    assert isinstance(treaty.response, Written)
    assert isinstance(oil.response, Gap)
    month = replace(treaty.response, enough=(Enough("March 1871", Lack.DAY),), accept=())
    value = replace(oil.response, enough=(Enough("4,000 crowns", Lack.HEDGE),))
    text = text_of(key_of(replace(treaty, response=month), replace(oil, response=value)))
    assert "Accept March 1871 month and year are enough" in text
    assert "Accept colza colza oil 4,000 crowns enough without its hedge" in text
    assert "unless the question says “exact”" in text


def test_key_without_written_answers_says_nothing_of_dates() -> None:
    assert "“exact”" not in text_of(key_of(sample("light-first-lit", Form.CHOICE)))


def test_key_explains_brackets_only_where_there_are_some() -> None:
    footnote = "[ ] supplied: not in the words cited"
    assert footnote in text_of(key_of(sample("treaty-signed", Form.SHORT)))
    assert footnote not in text_of(key_of(sample("first-keeper", Form.SHORT)))


def test_key_shows_events_as_printed_with_numbers_and_dates() -> None:
    text = text_of(key_of(sample("from-stone-to-treaty", Form.ORDERING)))
    assert "4 The Treaty of Brennick is signed 9 March [1871] 2 The Skerrow light" in text


def test_key_names_what_is_left_over_of_the_pool() -> None:
    text = text_of(key_of(sample("voices-on-the-strait", Form.MATCHING)))
    assert "B Ada Thornquist “Water has no owner after dark.”" in text
    assert "C Maren Quill unused" in text


def test_key_shows_an_argument_with_marks_and_replies_and_cites_each_step_once() -> None:
    argument = sample("light-made-the-peace", Form.SHORT)
    assert isinstance(argument.response, Outline)
    text = text_of(key_of(argument))
    assert f"Claim {argument.response.claim} the Chronicle Reasons, 1 mark each night" in text
    assert "Objections, 1 mark the envoys" in text
    assert "tower was finished. Reply: they talked for two years" in text
    assert text.count("find “the dues were doubled by night”") == 1


def test_key_shows_both_sides_and_the_verdict() -> None:
    text = text_of(key_of(sample("who-made-the-peace", Form.SHORT)))
    assert "The Chronicle the lighthouse" in text
    assert "The Letters the patience of the envoys" in text
    assert "Verdict contradict" in text


def test_key_shows_levels_and_indicative_content_of_an_essay() -> None:
    essay = sample("how-far-do-they-agree", Form.LONG)
    assert isinstance(essay.response, Essay)
    text = text_of(key_of(essay))
    assert f"6–8 {essay.response.levels[0].answer} 3–5" in text
    content = essay.response.indicative[0]
    assert f"Indicative content {content.text} {'; '.join(content.points)}" in text


# Who gets a mark for what ------------------------------------------------------------------

SHARES = [
    ("tower-loan", Form.SHORT, 1, ""),
    ("tower-loan", Form.SHORT, 2, "2 marks for the whole answer, fewer for a part"),
    ("ratified-in-may", Form.TRUE_FALSE, 2, ""),
    ("dues-shared", Form.TRUE_FALSE, 1, "The mark is for F together with what is true."),
    ("dues-shared", Form.TRUE_FALSE, 3, "1 mark for F, 2 marks for what is true."),
    (
        "from-stone-to-treaty",
        Form.ORDERING,
        3,
        "1 mark for each right number, at most 3. One event out of place, the others in order: "
        "2 marks.",
    ),
    (
        "from-stone-to-treaty",
        Form.ORDERING,
        2,
        "All 4 right: 2 marks. Otherwise 2 × right ÷ 4, rounded down.",
    ),
    ("voices-on-the-strait", Form.MATCHING, 3, "1 mark for each right pair."),
    ("voices-on-the-strait", Form.MATCHING, 1, "All 3 right: 1 mark. Otherwise 1 × right ÷ 3"),
    ("light-made-the-peace", Form.SHORT, 4, ""),
    ("light-made-the-peace", Form.SHORT, 6, "The parts make 4 marks; give 6 × their sum ÷ 4"),
    ("surveyor-argument", Form.SHORT, 1, ""),
    (
        "who-made-the-peace",
        Form.SHORT,
        3,
        "1 mark for each side, 1 for the verdict, in whatever words.",
    ),
    ("who-made-the-peace", Form.SHORT, 2, "1 mark for each side."),
    (
        "who-made-the-peace",
        Form.SHORT,
        5,
        "1 mark for each side, 1 for the verdict, 2 marks for evidence, in whatever words.",
    ),
    ("how-far-do-they-agree", Form.LONG, 8, "Find the level that fits the answer best"),
]


@pytest.mark.parametrize(("name", "form", "marks", "share"), SHARES)
def test_key_says_who_gets_a_mark_for_what(name: str, form: Form, marks: int, share: str) -> None:
    page = key_of(replace(sample(name, form), marks=marks))
    found = re.search(r'<p class="share">(.*?)</p>', page)
    assert (found[1] if found else "").startswith(share)
    assert bool(found) is bool(share)


def test_essay_without_levels_is_marked_by_points() -> None:
    essay = sample("how-far-do-they-agree", Form.LONG)
    assert isinstance(essay.response, Essay)
    text = text_of(key_of(replace(essay, response=replace(essay.response, levels=()))))
    assert "1 mark for each of these points, or another as good, at most 8." in text


@pytest.mark.parametrize(
    ("points", "marks", "reply", "named"),
    [
        (1, 0, "", "Objections"),
        (1, 1, "", "Objections, 1 mark"),
        (3, 1, "", "Objections, 1 mark for any"),
        (3, 2, "", "Objections, 1 mark each, at most 2"),
        (2, 2, "", "Objections, 1 mark each"),
        (1, 2, "not so", "Objections, 1 mark each, 1 for the reply"),
        (1, 2, "", "Objections, up to 2 marks"),
    ],
)
def test_part_of_an_argument_says_how_its_marks_are_shared(
    points: int, marks: int, reply: str, named: str
) -> None:
    objections = tuple(Point(f"point {n}", reply or None) for n in range(points))
    reasons = Part("reasons", "Reasons", (Point("because"),), marks=4 - marks)
    parts = (reasons, Part("objections", "Objections", objections, marks))
    argument = sample("light-made-the-peace", Form.SHORT)
    page = key_of(replace(argument, response=Outline("the Chronicle", "So it was.", parts)))
    assert f"<dt>{named}</dt>" in page
