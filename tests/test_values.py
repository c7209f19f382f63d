"""Dates as intervals and numbers with hedges."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypress.decode import Malformed
from studypress.forms.overlaps import overlapping
from studypress.model.dates import Date, Days, Shift
from studypress.model.numbers import Number, may_begin
from studypress.model.words import Gapped, Id, Locator, Range


def days(first: str | None, last: str | None) -> Days:
    return Days(*(date.fromisoformat(d) if d else None for d in (first, last)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("27 July 1953", "1953-07-27", "1953-07-27"),
        ("27 July [1953]", "1953-07-27", "1953-07-27"),
        ("17 [July 1952]", "1952-07-17", "1952-07-17"),
        ("July 27, 1953", "1953-07-27", "1953-07-27"),
        ("27 Jul 1953", "1953-07-27", "1953-07-27"),
        ("29 February 1952", "1952-02-29", "1952-02-29"),
        ("July 1953", "1953-07-01", "1953-07-31"),
        ("1953", "1953-01-01", "1953-12-31"),
        ("early May 1953", "1953-05-01", "1953-05-10"),
        ("mid-June 1951", "1951-06-11", "1951-06-20"),
        ("late February 1952", "1952-02-21", "1952-02-29"),
        ("early 1952", "1952-01-01", "1952-04-30"),
        ("mid-1951", "1951-05-01", "1951-08-31"),
        ("spring 1952", "1952-03-01", "1952-05-31"),
        ("fall of 1950", "1950-09-01", "1950-11-30"),
        ("winter 1950", "1950-12-01", "1951-02-28"),
        ("the latter half of 1952", "1952-07-01", "1952-12-31"),
        ("first half of 1951", "1951-01-01", "1951-06-30"),
        ("about 18 June 1953", "1953-06-17", "1953-06-19"),
        ("about July 1952", "1952-05-31", "1952-08-31"),
        ("before 25 June 1950", None, "1950-06-24"),
        ("after 25 June 1950", "1950-06-26", None),
        ("by mid-June 1951", None, "1951-06-20"),
        ("10 July 1951 to 27 July 1953", "1951-07-10", "1953-07-27"),
        ("between June and July 1953", None, None),
    ],
)
def test_date_is_an_interval(text: str, first: str | None, last: str | None) -> None:
    if first is None and last is None:
        with pytest.raises(Malformed):
            Date.parse(text)
    else:
        assert Date.parse(text).days == days(first, last)


@pytest.mark.parametrize(
    "text",
    ["31 June 1953", "29 February 1951", "0 July 1953", "July", "27.7.1953", "27 Juli 1953", "never",
     "27 July 1953 to 25 June 1950", "31 December 9999", "99999", "٢٧ July 1953"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(Malformed) as slip:
        Date.parse(text)
    assert slip.value.code.id == "Q110"
    assert slip.value.advice


@pytest.mark.parametrize(
    ("start", "shift", "reached"),
    [
        ("25 June 1950", "2 days", ("1950-06-27", "1950-06-27")),
        ("27 June 1950", "two days earlier", ("1950-06-25", "1950-06-25")),
        ("October 1952", "1 month", ("1952-11-01", "1952-11-30")),
        ("31 January 1952", "1 month", ("1952-02-29", "1952-02-29")),
        ("4 June 1953", "about 2 weeks", ("1953-06-11", "1953-06-25")),
        ("March 1952", "one year later", ("1953-03-01", "1953-03-31")),
    ],
)
def test_relative_date(start: str, shift: str, reached: tuple[str, str]) -> None:
    assert Date.parse(start).shifted(Shift.parse(shift)) == days(*reached)


MONTHS = st.sampled_from(["January", "February", "June", "December"])


@given(
    st.integers(1, 28),
    MONTHS,
    st.integers(1, 9998),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}"]),
)
def test_both_orders_of_a_day_mean_the_same(d: int, m: str, y: int, shape: str) -> None:
    assert Date.parse(shape.format(d=d, m=m, y=y)).days == Date.parse(f"{d} {m} {y}").days


@given(st.text(max_size=40))
def test_any_text_is_a_value_or_malformed(text: str) -> None:
    for tp in (Date, Shift, Number, Id, Locator, Range, Gapped):
        try:
            tp.parse(text)
        except Malformed as slip:
            assert slip.message
            assert slip.advice


@given(st.integers(1, 9000), st.integers(0, 400), st.integers(0, 400))
def test_overlap_is_symmetric(year: int, a: int, b: int) -> None:
    first, second = Date.parse(f"{year}").days, Date.parse(f"{year + a % 3}").days
    assert first.overlaps(second) is second.overlaps(first) is (a % 3 == 0)


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high", "unit"),
    [
        ("14 allies", "", 14, 14, "allies"),
        ("just three years", "", 3, 3, "years"),
        ("some 300,000 soldiers", "some", 300_000, 300_000, "soldiers"),
        (
            "perhaps one-third of adult males",
            "perhaps",
            Fraction(1, 3),
            Fraction(1, 3),
            "of adult males",
        ),
        ("two-thirds", "", Fraction(2, 3), Fraction(2, 3), ""),
        ("roughly 50 percent of revenues", "roughly", 50, 50, "percent of revenues"),
        ("roughly $77 billion", "roughly", 77 * 10**9, 77 * 10**9, ""),
        ("two to three years", "", 2, 3, "years"),
        ("5–6 years", "", 5, 6, "years"),
        ("hundreds of thousands of men", "", 200_000, 999_999, "of men"),
        ("tens of thousands", "", 20_000, 99_999, ""),
        ("a year and a half", "", Fraction(3, 2), Fraction(3, 2), "year"),
        ("two and a half years", "", Fraction(5, 2), Fraction(5, 2), "years"),
        ("more than 150,000 casualties", "more than", 150_000, 150_000, "casualties"),
        ("one hundred and five", "", 105, 105, ""),
        ("twenty-five years", "", 25, 25, "years"),
        ("2.5 million", "", 2_500_000, 2_500_000, ""),
        ("a hundred men", "", 100, 100, "men"),
    ],
)
def test_number_as_read(text: str, hedge: str, low: int, high: int, unit: str) -> None:
    number = Number.parse(text)
    assert (number.hedge, number.unit) == (hedge, unit)
    assert number.low == low
    assert number.high == high
    assert may_begin(text, 0)


@pytest.mark.parametrize("text", ["a good few", "many men", "38th parallel", "", "$", "roughly"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        Number.parse(text)


def test_durations_and_shares_are_compared_by_size() -> None:
    ascending = ["two days", "around five months", "a year and a half", "two to three years"]
    numbers = [Number.parse(t) for t in ascending]
    shuffled = [numbers[i] for i in (2, 0, 3, 1)]
    assert sorted(shuffled, key=Number.sort_key) == numbers
    for texts, expected in (
        (("five to six years", "around five months"), []),
        (("half of them", "50 percent"), [(0, 1)]),
    ):
        spans = [Number.parse(text).sort_key() for text in texts]
        assert list(overlapping(spans)) == expected


@given(st.integers(0, 10**12), st.sampled_from(["", "some ", "nearly ", "over ", "well over "]))
def test_a_hedge_does_not_change_the_value(value: int, hedge: str) -> None:
    number = Number.parse(f"{hedge}{value:,} men")
    assert number.low == number.high == value
    assert number.hedge == hedge.strip()
    assert may_begin(f"{hedge}{value:,} men".capitalize(), 0)


@pytest.mark.parametrize("word", ["another", "onerous", "scorecard", "Annals"])
def test_a_word_that_begins_as_a_number_does_is_none(word: str) -> None:
    assert not may_begin(word, 0)
