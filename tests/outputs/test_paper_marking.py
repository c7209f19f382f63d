"""The sheets for whoever marks a pile of mixed versions, and enters the marks."""

from __future__ import annotations

import csv
import io

from msgspec.structs import replace

from studypress.items import Choice, Item, Options
from studypress.model.words import Form
from studypress.outputs.paper import render
from studypress.paper import Paper
from tests.outputs.paper_samples import choices, sample_paper, text_of
from tests.outputs.samples import sample


def versions(*items: tuple[Item, ...]) -> tuple[Paper, ...]:
    """A paper a tuple of items, lettered A, B and so on."""
    return tuple(
        sample_paper(each, version) for each, version in zip(items, "ABCDEFGHIJ", strict=False)
    )


def table_of(papers: tuple[Paper, ...]) -> str:
    return text_of(render(papers)["marking.html"].decode())


def sheet_of(papers: tuple[Paper, ...]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render(papers)["marks.csv"].decode("utf-8-sig"))))


def test_a_title_that_would_be_a_formula_is_text_however_cells_are_divided() -> None:
    for title in ("=1+1", "＝1+1", "a;=1+1;b", "a\t=1+1", "\n=1+1"):
        (paper,) = versions((sample("light-first-lit", Form.CHOICE),))
        sheet = render((replace(paper, title=title),))["marks.csv"].decode("utf-8-sig")
        for divider in ",;\t":
            cells = next(csv.reader(io.StringIO(sheet), delimiter=divider))
            assert not [c for c in cells if c.strip("\n").startswith(("=", "＝"))], (title, divider)


# The table of all versions -----------------------------------------------------------------


def test_table_shows_the_letter_of_each_version_beside_the_answer() -> None:
    light = sample("light-first-lit", Form.CHOICE)
    assert isinstance(light.response, Options)
    other = replace(light.response, options=light.response.options[::-1], key=2)
    text = table_of(versions((light,), (replace(light, response=other),)))
    assert "A B Section A. One answer each 1 1 1 October 1868 B C" in text


def test_table_shows_a_written_answer_once_and_what_else_is_right() -> None:
    keeper = sample("first-keeper", Form.SHORT)
    text = table_of(versions((keeper,), (keeper,)))
    assert text.count("Ada Thornquist") == 1
    assert "1 1 Ada Thornquist Ada Lindqvist" in text


def test_table_sends_to_the_key_for_what_it_cannot_show() -> None:
    text = table_of(versions((sample("how-far-do-they-agree", Form.LONG),)))
    assert "1 8 see the key" in text


def test_table_of_versions_that_ask_in_another_order_shows_each_answer() -> None:
    one, two = sample("first-keeper", Form.SHORT), sample("tower-loan", Form.SHORT)
    text = table_of(versions((one, two), (two, one)))
    loan = "nearly 4,000 crowns (the harbour board's claim)"
    assert f"1 1 Ada Thornquist {loan} 2 1 {loan} Ada Thornquist" in text


def test_many_versions_stand_in_several_tables_and_written_answers_in_the_first() -> None:
    papers = versions(*[(*choices(3), sample("first-keeper", Form.SHORT))] * 10)
    page = render(papers)["marking.html"].decode()
    heads = [table.count('scope="col" class="version"') for table in page.split("<table")[1:]]
    assert heads == [8, 2]
    assert page.count("Ada Thornquist") == 1


# The sheet for marks -----------------------------------------------------------------------


def test_marks_have_a_row_a_student_and_a_column_a_question_with_its_maximum() -> None:
    paper = sample_paper()
    title, head, maximum, *students = sheet_of((paper,))
    numbers = [str(entry.number) for entry in paper.entries]
    assert title == ["The Skerrow light and the Treaty of Brennick", "The Skerrow light 2026.1"]
    assert head == ["No.", "Name", "Version", *numbers, "Total"]
    assert maximum == ["", "Maximum marks", "", *(str(e.marks) for e in paper.entries), "32"]
    assert [row[0] for row in students] == [str(number) for number in range(1, 41)]
    assert {len(row) for row in students} == {len(head)}
    assert {cell for row in students for cell in row[1:]} == {""}


def test_marks_show_both_maxima_where_versions_ask_in_another_order() -> None:
    one, two = (
        sample("first-keeper", Form.SHORT),
        replace(sample("tower-loan", Form.SHORT), marks=2),
    )
    maximum = sheet_of(versions((one, two), (two, one)))[2]
    assert maximum == ["", "Maximum marks", "", "1 / 2", "2 / 1", "3"]


def test_marks_are_read_right_by_spreadsheets_and_never_as_a_formula() -> None:
    paper = replace(sample_paper(), title='=HYPERLINK("https://example.org")', bank_title=" @b")
    raw = render((paper,))["marks.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 43
    assert sheet_of((paper,))[0] == ['\'=HYPERLINK("https://example.org")', "' @b 2026.1"]


def test_option_that_looks_like_a_formula_is_text_in_the_table() -> None:
    """The table is a page: there, nothing is put before it."""
    options = Options((Choice("=1+1"), Choice("2")), 0, ordered=False)
    item = replace(sample("light-first-lit", Form.CHOICE), response=options)
    assert "1 1 =1+1 A" in table_of(versions((item,)))
