"""Banks in other languages: words, dates and numbers as the language has them, answers proved."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from studypress.languages import LANGUAGES, direction, language, paper_size, writing
from studypress.languages.catalogue import CardWords
from studypress.model.dates import Date
from studypress.model.numbers import Number, may_begin
from tests.running import studypress

HEREDITY = Path(__file__).parent / "banks" / "nasledstvennost"


@pytest.mark.parametrize(
    ("typed", "american", "russian"),
    [
        ("27 July 1953", "July 27, 1953", "27 июля 1953"),
        ("27 July [1953]", "July 27, [1953]", "27 июля [1953]"),
        ("17 [July 1952]", "[July] 17, [1952]", "17 [июля 1952]"),
        ("[27 July] 1953", "[July 27], 1953", "[27 июля] 1953"),
        ("about 18 June 1953", "about June 18, 1953", "about 18 июня 1953"),
        ("July 1953", "July 1953", "июль 1953"),
        ("1 to 27 July 1953", "1 to July 27, 1953", "1 to 27 июля 1953"),
        ("27 июля 1953 года", "27 июля 1953 года", "27 июля 1953 года"),
        ("начало июля 1953", "начало июля 1953", "начало июля 1953"),
        ("1953", "1953", "1953"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    typed: str, american: str, russian: str
) -> None:
    assert writing.date(typed, language("en-GB")) == typed
    assert writing.date(typed, language("en-US")) == american
    assert writing.date(typed, language("ru")) == russian


def test_figures_are_written_as_the_language_writes_them() -> None:
    assert writing.figures("some 1,234,567.5 men", language("en-US")) == "some 1,234,567.5 men"
    assert writing.figures("около 28,000", language("ru")) == "около 28\u00a0000"
    assert writing.figures("2.5 млн", language("ru")) == "2,5 млн"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("27 июля 1953", "1953-07-27", "1953-07-27"),
        ("27 июля [1953 года]", "1953-07-27", "1953-07-27"),
        ("май 1953 г.", "1953-05-01", "1953-05-31"),
        ("начало мая 1953", "1953-05-01", "1953-05-10"),
        ("вторая половина 1952 года", "1952-07-01", "1952-12-31"),
        ("весна 1952 года", "1952-03-01", "1952-05-31"),
        ("с 10 июля 1951 по 27 июля 1953 года", "1951-07-10", "1953-07-27"),
    ],
)
def test_dates_are_read_in_the_language(text: str, first: str, last: str) -> None:
    assert Date.parse(text).days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "hedge", "value", "unit"),
    [
        ("около 28 000 растений", "около", 28_000, "растений"),
        ("более 3 млрд пар", "более", 3 * 10**9, "пар"),
        ("2,5 тыс. человек", "", 2500, "человек"),
        ("46 хромосом", "", 46, "хромосом"),
    ],
)
def test_numbers_are_read_in_the_language(text: str, hedge: str, value: int, unit: str) -> None:
    number = Number.parse(text)
    assert (number.hedge, number.low, number.unit) == (hedge, Fraction(value), unit)
    assert may_begin(text, 0)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_phrase_has_its_places(tag: str) -> None:
    """A translation keeps the `{}` of the English phrase, and leaves no word empty."""
    english, other = language("en").cards, language(tag).cards
    for name in CardWords.__struct_fields__:
        first, second = getattr(english, name), getattr(other, name)
        assert second
        if isinstance(first, str):
            assert re.findall(r"\{\w*\}", first) == re.findall(r"\{\w*\}", second), name
        else:
            assert first.keys() == second.keys()


def test_a_bank_in_another_language_and_script_is_proved_and_built(tmp_path: Path) -> None:
    root = tmp_path / "bank"
    shutil.copytree(HEREDITY, root)
    checked = studypress("check", "--strict", "--root", root)
    assert (checked.stderr, checked.returncode) == ("", 0)
    assert studypress("build", "--root", root).returncode == 0
    rows = {
        r["id"]: r
        for r in json.loads(studypress("list", "--format", "json", "--root", root).stdout)
    }
    assert rows["rasteniya"]["answer"] == "около 28\u00a0000 растений"
    assert "8 марта 1866: в этом" not in str(rows)
    assert any("8 марта 1866" in w for w in rows["doklad-mendelya"]["wrong"])


def test_the_lock_of_the_other_bank_is_made_from_its_text(tmp_path: Path) -> None:
    root = tmp_path / "bank"
    shutil.copytree(HEREDITY, root)
    lock = root / "questions" / "evidence.lock"
    before = lock.read_bytes()
    lock.unlink()
    done = studypress("sources", "lock", f"ocherk={root / 'text.txt'}", "--root", root)
    assert done.returncode == 0
    assert lock.read_bytes() == before


def test_no_word_of_the_code_knows_the_bank_that_it_ships() -> None:
    source = Path(__file__).parents[1] / "src"
    names = re.compile(r"korea|armistice|stalin|\bmao\b|panmunjom|eisenhower", re.IGNORECASE)
    found = [
        p.name
        for p in source.rglob("*")
        if p.is_file() and p.suffix != ".pyc" and names.search(p.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("tag", "begins"),
    [("en", "ltr"), ("ru", "ltr"), ("he", "rtl"), ("AR-eg", "rtl"), ("fa", "rtl"),
     ("ku-Arab-IQ", "rtl"), ("ku", "ltr"), ("az-Latn", "ltr"), ("ur-Latn", "ltr")],
)  # fmt: skip
def test_a_line_begins_where_its_language_or_script_does(tag: str, begins: str) -> None:
    assert direction(tag) == begins


def test_paper_is_that_of_the_region() -> None:
    sizes = {tag: paper_size(tag) for tag in ("en", "en-US", "en-GB", "ca", "es-MX")}
    assert sizes == {"en": "A4", "en-US": "Letter", "en-GB": "A4", "ca": "A4", "es-MX": "Letter"}
