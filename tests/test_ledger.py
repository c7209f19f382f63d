"""The ledger as a file: what others named anything at all comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypress.adopted import (
    Adopted,
    AdoptedCard,
    AdoptedDeck,
    AdoptedNote,
    AdoptedType,
    Reading,
)
from studypress.ledger import Content, Ledger, Published, parse_ledger

NAMES = st.text(min_size=1).filter(str.strip)
NUMBERS = st.integers(0, 10**15 - 1)
HASHES = st.text("0123456789abcdef", min_size=4, max_size=16)
IDS = st.sampled_from(["proposal", "envoy-arrives", "q-1"])

CONTENTS = st.builds(
    Content,
    IDS,
    st.sampled_from(["short", "cloze"]),
    NAMES,
    st.sampled_from(["?", "fact", "-"]),
    HASHES,
    st.dictionaries(NAMES, HASHES, min_size=1, max_size=3),
    st.booleans(),
)
NOTES = st.builds(
    AdoptedNote,
    question=IDS,
    form=st.sampled_from(["short", "cloze"]),
    guid=NAMES,
    row=NUMBERS,
    note_type=st.just(7),
    modified=NUMBERS,
    fields=st.dictionaries(NAMES, st.text(), max_size=3),
    tags=st.tuples(NAMES),
    cards=st.tuples(st.builds(AdoptedCard, NUMBERS, NUMBERS, st.none() | NAMES)),
    readings=st.dictionaries(NAMES, st.builds(Reading, st.just("ask"), HASHES), max_size=3),
)
TYPES = st.builds(
    lambda name, css: AdoptedType(
        7,
        {
            "id": 7,
            "name": name,
            "type": 0,
            "flds": [{"name": name}],
            "tmpls": [{"name": name, "qfmt": css, "afmt": css}],
            "css": css,
        },
    ),
    NAMES,
    st.text(),
)
DECKS = st.builds(AdoptedDeck, NAMES, NUMBERS, st.text(), st.booleans())


@given(
    st.lists(st.builds(Published, CONTENTS, NUMBERS, st.tuples(NAMES, NAMES)), max_size=3),
    st.lists(NOTES, max_size=3),
    TYPES,
    st.lists(DECKS, max_size=3),
)
@settings(max_examples=40)
def test_what_was_written_is_read(
    published: list[Published],
    notes: list[AdoptedNote],
    note_type: AdoptedType,
    decks: list[AdoptedDeck],
) -> None:
    adopted = Adopted(
        {(n.question, n.form): n for n in notes}, {7: note_type}, {d.name: d for d in decks}
    )
    ledger = Ledger(
        1_700_000_000,
        "2026.1 (beta)",
        {p.content.guid: p for p in published},
        {},
        adopted,
    )
    text = ledger.dump()
    read = parse_ledger(text)
    assert read == ledger
    assert read.dump() == text
    assert text.splitlines() == text.split("\n")[:-1]


BROKEN = (
    "adopted",
    "adopted x short {",
    "adopted x short {}",
    "adopted x short [1]",
    'adopted-type 5 {"flds": [{"name": "A"}], "tmpls": 5}',
    "adopted-type five {}",
    'adopted-type 5 {"flds": [{"name": 1}], "tmpls": []}',
    "adopted-deck 5 {}",
    "adopted-type 5 " + "[" * 100_000,
)


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_adopted_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 is not an entry"):
        parse_ledger(f"# A comment\n{line}\n")


def test_a_note_without_its_note_type_is_refused() -> None:
    note = AdoptedNote("x", "short", "g", 1, 7, 1, {}, (), (), {})
    text = Ledger(adopted=Adopted({("x", "short"): note})).dump()
    with pytest.raises(ValueError, match="the note type of the adopted note `x` is missing"):
        parse_ledger(text)
