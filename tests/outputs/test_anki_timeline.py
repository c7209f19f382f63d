"""The timeline of date cards: landmarks in the template, the event's place in its note."""

from __future__ import annotations

import re

from msgspec.structs import replace

from studypress.items import Landmark, Written
from studypress.outputs.anki import Setting, content, render
from studypress.outputs.anki.timeline import drawing, place
from tests.outputs.anki_package import (
    BANK,
    DECK,
    IDENTITY,
    card_items,
    cards,
    collection,
    faces,
    import_into,
)

MARKS = (
    Landmark("A long name that reaches far to the right", 700_000),
    Landmark("Second", 700_300),
    Landmark("Third & last", 701_000),
)
DATED = replace(
    next(i for i in card_items() if isinstance(i.response, Written)), days=(700_500, 700_530)
)


def test_the_event_stands_at_its_own_days() -> None:
    assert place((700_500, 700_530)) == "x=700500 width=31"


def test_a_drawing_holds_landmarks_years_and_the_field() -> None:
    svg = drawing(MARKS, "{{Timeline}}", "Its place in time")
    assert re.findall(r"<text x=[^>]*>([^<]*)<", svg) == [
        "A long name that reaches far to the right",
        "Second",
        "Third &amp; last",
    ]
    assert svg.count("{{Timeline}}") == 1
    assert re.findall(r'class="year"[^>]*>(\d+)<', svg) == ["1918", "1919", "1920"]


def test_no_line_crosses_a_name_where_another_order_avoids_it() -> None:
    svg = drawing(MARKS, "", "Its place in time")
    tops = dict(zip(("long", "second", "third"), re.findall(r"M\d+ (\d+)V", svg), strict=True))
    assert int(tops["long"]) < int(tops["second"])  # the longer name stands above the shorter


def test_without_two_landmarks_there_is_no_timeline() -> None:
    assert drawing((), "", "Its place in time") == drawing(MARKS[:1], "", "Its place in time") == ""


def test_landmarks_change_no_note() -> None:
    with_marks, without = Setting(BANK, IDENTITY, MARKS), Setting(BANK, IDENTITY)
    assert content(DATED, with_marks) == content(DATED, without)


def test_only_the_back_of_a_dated_card_shows_it() -> None:
    made = render("d", DECK, (DATED, *card_items()[2:4]), Setting(BANK, IDENTITY, MARKS))
    with collection() as opened:
        import_into(opened, made["d.apkg"])
        shown = [faces(card) for card in cards(opened)]
    assert ["<svg" in front for front, _ in shown] == [False] * 3
    assert [back.count("<svg") for _, back in shown] == [1, 0, 0]
    assert "x=700500 width=31" in shown[0][1]
