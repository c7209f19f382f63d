"""The cards that a note makes are those that Anki makes of it."""

from __future__ import annotations

from itertools import product

from anki.collection import Collection

from studypress.outputs.anki.cardmaking import ordinals
from studypress.outputs.anki.tags import Field, parts
from tests.outputs.anki_package import collection

TEMPLATES = (
    "{{A}}",
    "{{#A}}{{B}}{{/A}}",
    "{{#A}}{{#B}}x {{type:C}}{{/B}}{{/A}}",
    "{{^A}}{{B}}{{/A}}",
    "text {{Tags}} {{ # B }}{{ C }}{{ / B }}",
    "<!-- {{C}} -->{{text:A}}",
    "{{#A}}{{^B}}{{C}}{{/B}}{{/A}}{{hint:B}}",
)
VALUES = ("", "word", "<br><div> </div>", '<img src="x.png">')


def _made(opened: Collection, note_type: str, **fields: str) -> set[int]:
    """The ordinals of the cards that Anki makes."""
    model = opened.models.by_name(note_type)
    assert model is not None
    note = opened.new_note(model)
    for name, html in fields.items():
        note[name] = html
    deck = opened.decks.id("Cards")
    assert deck is not None
    opened.add_note(note, deck)
    return {card.ord for card in note.cards()}


def test_templates_make_the_cards_that_they_make_in_anki() -> None:
    with collection() as opened:
        models = opened.models
        made = models.new("Conditions")
        for name in "ABC":
            models.add_field(made, models.new_field(name))
        for number, front in enumerate(TEMPLATES):
            template = models.new_template(f"Card {number}")
            template["qfmt"], template["afmt"] = front, f"back {number}"
            models.add_template(made, template)
        models.add(made)
        for a, b, c in product(VALUES, repeat=3):
            fields = {"A": a, "B": b, "C": c}
            expected = _made(opened, "Conditions", **fields)
            assert (ordinals(made, fields) or {0}) == expected, fields


def test_gaps_make_the_cards_that_they_make_in_anki() -> None:
    with collection() as opened:
        cloze = opened.models.by_name("Cloze")
        assert cloze is not None
        for text in ("{{c1::a}}", "{{c3::a}} {{c1::b::c}}", "{{c2::a {{c5::b}}}}", "{{c1,3::x}}"):
            fields = {"Text": text, "Back Extra": ""}
            assert ordinals(cloze, fields) == _made(opened, "Cloze", **fields), text


def test_conditions_that_do_not_close_reach_to_the_end() -> None:
    said = {"A"}.__contains__
    assert list(parts("x{{#A}}{{B}}", said)) == ["x", "", Field("B", ()), ""]
    assert list(parts("{{/A}}{{^A}}{{B}}", said)) == ["", ""]
    assert list(parts("{{#A}}" * 100_000 + "{{cloze: B }}", said))[-2:] == [
        Field("B", ("cloze",)),
        "",
    ]
