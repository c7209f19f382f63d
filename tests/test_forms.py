"""Questions to items: what each form shows and what its key is."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypress.forms import make_item
from studypress.items import (
    Enough,
    Essay,
    Events,
    Gap,
    Item,
    Lack,
    Options,
    Outline,
    Pairing,
    Sides,
    Truth,
    Written,
    answer_lines,
)
from studypress.model.words import Form
from studypress.project import Project
from tests.written import QUESTION, read_example

DATE = "- id: d\n  kind: date\n  ask: {}\n  answer: {}\n  cite:\n  - A history, 1\n"
NUMBER = "- id: d\n  kind: number\n  ask: How many came?\n  answer: {}\n  cite:\n  - A history, 1\n"

SOURCES = """\
# questions/sources.yaml
format: 1
texts:
- key: history
  title: A history of the mission
  label: History
  by: an invented historian
  paragraphs: 12
# questions/base.yaml
# questions/example.yaml
format: 1
topic: Example
questions:
"""


def item(root: Path, example: str, name: str, form: Form) -> Item:
    project: Project = read_example(root, example)
    assert [d.message for d in project.diagnostics if d.is_error] == []
    return make_item(project.bank.questions[name], form, project.bank)


def test_short_accepts_what_the_author_and_a_persons_names_allow(tmp_path: Path) -> None:
    made = item(
        tmp_path,
        "# questions/people.yaml\nformat: 1\npeople:\n- id: envoy\n  names:\n  - Ada Envoy\n  - Envoy\n  - Lady Ada\n"
        "  role: ambassador\n# questions/base.yaml\n# questions/example.yaml\nformat: 1\ntopic: T\nquestions:\n"
        "- id: who\n  kind: person\n  ask: Who came to the capital?\n  answer: $envoy\n"
        "  accept:\n  - the ambassador\n  reject:\n  - Ben: he stayed\n  cite:\n  - A history, 1\n",
        "who",
        Form.SHORT,
    )
    assert isinstance(made.response, Written)
    assert made.response.answer == "Ada Envoy"
    assert made.response.accept == ("Lady Ada", "the ambassador")
    assert [(r.answer, r.reason) for r in made.response.reject] == [("Ben", "he stayed")]
    assert made.detail == "Ambassador"


def test_choice_of_dates_stands_in_ascending_order_without_brackets(tmp_path: Path) -> None:
    made = item(
        tmp_path,
        "- id: talks\n  kind: date\n  ask: When did the talks begin?\n  answer: 4 May [1901]\n"
        "  wrong:\n  - $envoy-leaves\n  - 9 May 1900: a year too early\n  cite:\n  - A history, 1\n",
        "talks",
        Form.CHOICE,
    )
    assert isinstance(made.response, Options)
    assert [(o.text, o.reason) for o in made.response.options] == [
        ("9 May 1900", "a year too early"),
        ("4 May 1901", None),
        ("5 May 1901", "The envoy leaves"),
    ]
    assert made.response.key == 1
    assert made.response.ordered


def test_choice_of_words_has_its_key_first_until_it_is_arranged(tmp_path: Path) -> None:
    example = QUESTION.replace("  cite", "  wrong:\n  - a treaty\n  - a blockade\n  cite")
    made = item(tmp_path, example, "proposal", Form.CHOICE)
    assert isinstance(made.response, Options)
    assert made.response.options[made.response.key].text == "a cease-fire"
    assert not made.response.ordered


def test_cloze_splits_at_its_gap_and_keeps_doubled_braces(tmp_path: Path) -> None:
    example = QUESTION.replace(
        "ask: What did the envoy propose?\n  answer: a cease-fire",
        "cloze: By {{order}} the envoy first proposed {a truce} to both.",
    )
    made = item(tmp_path, example, "proposal", Form.CLOZE)
    assert made.response == Gap("By {order} the envoy first proposed ", "a truce", " to both.")
    assert made.stem == "By {order} the envoy first proposed ____ to both."


def test_true_false_carries_its_correction(tmp_path: Path) -> None:
    example = QUESTION.replace(
        "ask: What did the envoy propose?\n  answer: a cease-fire",
        "statement: He proposed war.\n  statement-is: false\n  correction: He proposed a truce.",
    )
    made = item(tmp_path, example, "proposal", Form.TRUE_FALSE)
    assert made.response == Truth(is_true=False, correction="He proposed a truce.")


def test_ordering_follows_from_the_dates(tmp_path: Path) -> None:
    example = "- id: o\n  order: [$treaty-signed, $envoy-leaves, $envoy-arrives]\n"
    made = item(tmp_path, example, "o", Form.ORDERING)
    assert isinstance(made.response, Events)
    assert [(e.rank, e.text, e.date) for e in made.response.events] == [
        (1, "The envoy arrives", "3 May 1901"),
        (2, "The envoy leaves", "5 May 1901"),
        (3, "The treaty is signed", "June 1901"),
    ]
    assert made.marks == 2


def test_matching_follows_from_the_quotes(tmp_path: Path) -> None:
    example = "- id: m\n  match: speaker\n  of: [$come-in, $go-home, $sign-here]\n"
    made = item(tmp_path, example, "m", Form.MATCHING)
    assert made.response == Pairing(
        ("“Come in”", "“Go home”", "“Sign here”"),
        ("Ben Minister", "Cai General", "Ada Envoy"),
        (0, 1, 2),
    )
    assert made.marks == 3


def test_matching_has_a_spare_that_pairs_with_nothing(tmp_path: Path) -> None:
    example = "- id: m\n  match: answer\n  of: [$come-in, $go-home, $envoy-arrives]\n  spare: $envoy-leaves\n"
    made = item(tmp_path, example, "m", Form.MATCHING)
    assert isinstance(made.response, Pairing)
    assert made.response.pool[-1] == "5 May 1901"
    assert 3 not in made.response.key


def test_long_writes_out_its_indicative_content(tmp_path: Path) -> None:
    example = (
        "- id: l\n  long: How far did the envoy succeed?\n  marks: 4\n  levels:\n"
        "  - 3-4: weighs both sides\n  - 1-2: gives one\n  indicative: [$envoy-arrives]\n"
    )
    made = item(tmp_path, example, "l", Form.LONG)
    assert isinstance(made.response, Essay)
    assert [(b.marks, b.answer) for b in made.response.levels] == [
        ("3–4", "weighs both sides"),
        ("1–2", "gives one"),
    ]
    asked = "When did the envoy arrive in the capital? 3 May 1901"
    (content,) = made.response.indicative
    assert (content.text, content.points) == (asked, ())
    assert content.citations == made.citations
    assert made.marks == 4


ARGUMENT = """\
- id: a
  kind: argument
  held-by: the history
  claim: The envoy came too late.
  reasons:
  - point: the fighting had begun
    cite:
    - history 2: the fighting had begun before
  objections:
  - point: nobody had called him
    reply: his own government had
    cite:
    - history 3: nobody had called him earlier
  limits:
  - point: only of the first mission
    cite:
    - history 4: of the first mission only
  ask: Why, for the history, did the envoy come too late?
  marks-for:
    reasons: 2
    limits: 1
"""


def test_long_names_the_holder_of_an_argument(tmp_path: Path) -> None:
    essay = "- id: l\n  long: How far did the envoy succeed?\n  marks: 4\n  indicative: [$a]\n"
    made = item(tmp_path, SOURCES + ARGUMENT + essay, "l", Form.LONG)
    assert isinstance(made.response, Essay)
    (content,) = made.response.indicative
    assert content.text == "The history: The envoy came too late."
    assert content.points == ("the fighting had begun",)
    assert [citation.place for citation in content.citations] == ["¶2", "¶3", "¶4"]


def test_argument_shows_its_structure(tmp_path: Path) -> None:
    made = item(tmp_path, SOURCES + ARGUMENT, "a", Form.SHORT)
    assert isinstance(made.response, Outline)
    assert "\n".join(answer_lines(made.response)) == (
        "Claim (the history): The envoy came too late.\n"
        "Reasons:\n  the fighting had begun\n"
        "Objections:\n  nobody had called him\n    reply: his own government had\n"
        "Limits:\n  only of the first mission"
    )
    assert made.marks == 3
    assert made.labels == ("History",)
    assert [str(c) for c in made.citations] == [
        "History ¶2 · find “the fighting had begun before”",
        "History ¶3 · find “nobody had called him earlier”",
        "History ¶4 · find “of the first mission only”",
    ]


COMPARISON = """\
- id: c
  kind: comparison
  ask: How do the two accounts of the mission differ?
  sides:
  - name: The history
    says: a success
    cite:
    - history 5 caption: the envoy on his return
  - name: The memoir
    says: a failure
    cite:
    - history 6: the memoir calls it nothing
  verdict: only apparent
"""


def test_comparison_shows_both_sides(tmp_path: Path) -> None:
    made = item(tmp_path, SOURCES + COMPARISON, "c", Form.SHORT)
    assert isinstance(made.response, Sides)
    assert (made.response.first.says, made.response.second.says) == ("a success", "a failure")
    assert made.response.verdict == "they contradict each other only in appearance"
    assert str(made.response.first.citations[0]) == (
        "History ¶5, caption · find “the envoy on his return”"
    )


def test_a_claim_stays_a_claim_and_a_quote_says_to_whom_and_when(tmp_path: Path) -> None:
    example = (
        "- id: q\n  kind: quote\n  words: Leave\n  speaker: $general\n  to: $envoy\n"
        "  when: $envoy-leaves\n  claimed-by: the minister\n  ask: Who told him to leave?\n"
        "  cite:\n  - A history, 1\n"
    )
    made = item(tmp_path, example, "q", Form.SHORT)
    assert made.detail == "As claimed by the minister. Said to Ada Envoy. 5 May 1901"


def test_a_retired_form_is_asked_no_more(tmp_path: Path) -> None:
    example = QUESTION.replace(
        "  cite",
        "  wrong:\n  - a treaty\n  - a blockade\n  retired:\n  - form: choice\n    reason: too easy\n  cite",
    )
    project = read_example(tmp_path, example)
    question = project.bank.questions["proposal"]
    assert question.forms == (Form.SHORT,)
    assert make_item(question, Form.SHORT, project.bank).retired is None
    assert make_item(question, Form.CHOICE, project.bank).retired == "too easy."
    with pytest.raises(LookupError):
        make_item(question, Form.CLOZE, project.bank)


def test_who_somebody_is_stands_under_an_answer_that_names_them_only(tmp_path: Path) -> None:
    example = (
        "# questions/people.yaml\nformat: 1\npeople:\n- id: envoy\n  names:\n  - Ada Envoy\n  role: ambassador\n"
        "# questions/base.yaml\n# questions/example.yaml\nformat: 1\ntopic: T\nquestions:\n"
        "- id: who\n  kind: person\n  ask: Who came to the capital?\n  answer: $envoy\n"
        "  statement: She came alone.\n  statement-is: true\n  cite:\n  - A history, 1\n"
    )
    assert item(tmp_path, example, "who", Form.SHORT).detail == "Ambassador"
    assert item(tmp_path, example, "who", Form.TRUE_FALSE).detail is None


# What still earns the mark -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (DATE.format("When was it signed?", "27 July [1901]"), ("July 1901", Lack.DAY)),
        (DATE.format("When was it signed?", "late July 1901"), ("July 1901", Lack.DAY)),
        (DATE.format("When was it signed?", "about 30 July 1901"), ("July 1901", Lack.DAY)),
        (DATE.format("On which exact day was it signed?", "27 July 1901"), None),
        (DATE.format("On which day of July was it signed?", "27 July 1901"), None),
        (DATE.format("When was it signed?", "July 1901"), None),
        (DATE.format("When was it signed?", "before 27 July 1901"), None),
        (
            DATE.format("When was it signed?", "27 July 1901")
            + "  reject:\n  - July 1901: the day is what matters\n",
            None,
        ),
        (NUMBER.format("some 300 people"), ("300 people", Lack.HEDGE)),
        (NUMBER.format("only about 20 people"), ("20 people", Lack.HEDGE)),
        (
            NUMBER.format("Nearly one-third of [the] people"),
            ("one-third of the people", Lack.HEDGE),
        ),
        (NUMBER.format("300 people"), None),
        (NUMBER.format("some 300 people") + "  accept:\n  - 300 people\n", None),
    ],
)
def test_month_and_year_and_a_number_without_its_hedge_earn_the_mark(
    example: str, expected: tuple[str, Lack] | None, tmp_path: Path
) -> None:
    made = item(tmp_path, example, "d", Form.SHORT)
    assert isinstance(made.response, Written)
    assert made.response.enough == ((Enough(*expected),) if expected else ())


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("some 300", ("300", Lack.HEDGE)),
        ("27 July 1901", ("July 1901", Lack.DAY)),
        ("the harbour", None),
    ],
)
def test_gap_is_as_generous(gap: str, expected: tuple[str, Lack] | None, tmp_path: Path) -> None:
    example = f"- id: d\n  kind: fact\n  cloze: She saw {{{gap}}} in the end.\n  cite:\n  - A, 1\n"
    made = item(tmp_path, example, "d", Form.CLOZE)
    assert isinstance(made.response, Gap)
    assert made.response.enough == ((Enough(*expected),) if expected else ())
