"""The key of a printed quiz: what whoever marks it reads."""

from __future__ import annotations

from studypress.items import Essay, Outline
from studypress.model.words import Form
from studypress.outputs.paper import render
from tests.outputs.paper_samples import key_of, sample_paper, text_of
from tests.outputs.samples import sample


def test_key_opens_with_a_warning_and_the_strip_of_this_version() -> None:
    text = text_of(render((sample_paper(),))["key-A.html"].decode())
    assert text.startswith("ANSWER KEY — do not distribute")
    assert "1 B 2 C 3 T 4 F 13 4-2-1-3 14 B-A-D Section A" in text


def test_key_without_objective_questions_has_no_strip() -> None:
    assert 'class="strip"' not in key_of(sample("tower-loan", Form.SHORT))


def test_key_says_why_each_distractor_is_wrong() -> None:
    text = text_of(key_of(sample("light-first-lit", Form.CHOICE)))
    assert "B 1 October 1868 A 4 April 1866 the tower's foundation stone is laid C" in text


def test_key_says_what_to_accept_and_reject_and_where_it_stands() -> None:
    text = text_of(key_of(sample("treaty-signed", Form.SHORT)))
    assert "9 March [1871] Accept March 1871; 9 March 1871" in text
    assert "Reject 9 May 1871 the day on which it was ratified" in text
    assert "Chronicle ¶12 · find “signed on the ninth of March”" in text
    assert "Note The printed text says" in text


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
    assert f"Claim {argument.response.claim} the Chronicle Reasons, 2 marks night" in text
    assert "Objections, 1 mark the envoys" in text
    assert "Reply: they talked for two years" in text
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
    assert f"6–8 {essay.response.bands[0].answer} 3–5" in text
    assert f"Indicative content {essay.response.indicative[0]}" in text
