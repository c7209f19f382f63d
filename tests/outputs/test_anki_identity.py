"""What never changes once a deck is published, written out, and the bytes of a package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from studypress.identity import Identity
from studypress.model.words import Form
from studypress.outputs.anki import Setting, render
from tests.outputs.anki_package import BANK, DECK, IDENTITY, built, card_items, database
from tests.outputs.samples import sample

ALWAYS = (
    "Why 1009, Note 1010, Source 1011, Picture 1030, Timeline 1031, Report 1032, Kind 1033, "
    "Form 1034, Retired 1035, Spare 1 1036, Spare 2 1037, Spare 3 1038, Spare 4 1039, Spare 5 1040"
)
# Published decks hold these: a field or template may be renamed under its id, and nothing else.
PUBLISHED = {
    "question": (
        "Card 2001",
        "Id 1001, Question 1002, Label 1003, Answer 1004, Detail 1005, Holder 1008, Also 1006, "
        f"Not 1007, {ALWAYS}",
    ),
    "cloze": (
        "Card 2002",
        "Id 1001, Sentence 1012, Label 1003, Detail 1005, Holder 1008, Also 1006, Not 1007, "
        f"{ALWAYS}",
    ),
    "choice": (
        "Card 2003",
        "Id 1001, Question 1002, Label 1003, Options 1013, Key 1015, Answer 1004, "
        f"Correction 1016, Explained 1014, Detail 1005, Holder 1008, {ALWAYS}",
    ),
    "argument": (
        "Card 2004",
        "Id 1001, Question 1002, Label 1003, Holder 1008, Claim 1017, Reasons 1018, "
        "Support 1019, Objections 1020, Concedes 1021, Limits 1022, Detail 1005, "
        f"{ALWAYS}",
    ),
    "comparison": (
        "Card 2005",
        "Id 1001, Question 1002, Label 1003, Side 1 1023, Side 1 says 1024, "
        "Side 1 source 1025, Side 2 1026, Side 2 says 1027, Side 2 source 1028, "
        f"Verdict 1029, Detail 1005, {ALWAYS}",
    ),
}


def _note_types(package: bytes) -> dict[str, dict[str, Any]]:
    """The package's note types by the last word of their names."""
    with database(package) as written:
        (models,) = written.execute("select models from col").fetchone()
    return {model["name"].split(": ")[1]: model for model in json.loads(models).values()}


def _listed(parts: list[dict[str, Any]]) -> str:
    return ", ".join(f"{part['name']} {part['id']}" for part in parts)


def test_note_types_keep_their_fields_and_templates() -> None:
    found = {
        name: (_listed(model["tmpls"]), _listed(model["flds"]))
        for name, model in _note_types(built(*card_items())).items()
    }
    assert found == PUBLISHED


@pytest.mark.parametrize("name", PUBLISHED)
def test_note_type_ids_and_names_come_from_the_bank(name: str) -> None:
    model = _note_types(built(*card_items()))[name]
    assert int(model["id"]) == IDENTITY.notetype(name)
    assert model["name"] == f"The strait: {name}"


def test_no_field_may_be_deleted_and_spare_ones_are_folded() -> None:
    for model in _note_types(built(*card_items())).values():
        assert all(field["preventDeletion"] for field in model["flds"])
        folded = [field["name"] for field in model["flds"] if field.get("collapsed")]
        assert [name for name in folded if name.startswith("Spare")] == [
            f"Spare {n}" for n in range(1, 6)
        ]


def _rows(package: bytes) -> dict[str, tuple[int, int, int]]:
    """Note, card and note type ids by GUID."""
    query = "select n.guid, n.id, c.id, n.mid from notes n join cards c on c.nid = n.id"
    with database(package) as written:
        return {guid: (note, card, kind) for guid, note, card, kind in written.execute(query)}


def test_row_ids_come_from_the_guid_and_stay_when_an_item_is_inserted() -> None:
    items = card_items()
    before, after = _rows(built(*items[1:])), _rows(built(*items))
    assert {guid: after[guid] for guid in before} == before
    new = IDENTITY.guid(items[0].id, items[0].form)
    assert after.keys() - before.keys() == {new}
    assert after[new][:2] == (IDENTITY.note(new), IDENTITY.card(new, 0))


def test_an_adopted_guid_is_kept() -> None:
    item = sample("first-keeper", Form.SHORT)
    adopted = Identity("the-strait", {(item.id, item.form): "Old#guid"})
    package = render("deck", DECK, (item,), Setting(BANK, adopted))["deck.apkg"]
    assert _rows(package).keys() == {"Old#guid"}


def test_a_note_is_the_same_wherever_it_stands() -> None:
    items = card_items()
    query = "select guid, flds, tags, mod, csum from notes order by guid"
    with database(built(*items)) as first, database(built(*items[::-1])) as second:
        assert first.execute(query).fetchall() == second.execute(query).fetchall()


PRINT_HASH = """
from hashlib import sha256
from tests.outputs.anki_package import built, card_items
print(sha256(built(*card_items())).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("1", "Asia/Kathmandu", "C"), ("4242", "UTC", "C.UTF-8")]
)
def test_the_bytes_are_the_same_in_any_process(seed: str, zone: str, locale: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    root = Path(__file__).parents[2]
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_HASH],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.strip() == sha256(built(*card_items())).hexdigest()


def test_the_database_does_not_name_the_library_that_wrote_it() -> None:
    with database(built(*card_items())) as written:
        header = written.serialize()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert int.from_bytes(header[96:100]) == 3_040_000
