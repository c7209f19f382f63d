"""What must stay, and is held: identities, media, bytes; and the cards as the preview shows them."""

from __future__ import annotations

import html
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

from anki.collection import Collection

from studypress.paths import LEDGER_FILE
from studypress.previewing import previewed
from studypress.project import read_project
from studypress.release import is_behind
from tests.adopt.decks import MEDIA
from tests.adopt.moved import built, edit, released
from tests.outputs.anki_package import cards, faces


def test_an_adopted_question_cannot_go_silently(geography_root: Path) -> None:
    edit(geography_root, lambda yaml: yaml.replace("id: capital-of-france", "id: paris"))
    found = [d for d in read_project(geography_root).diagnostics if d.is_error]
    assert [d.code.id for d in found] == ["Q308"]


def test_the_kind_is_free_until_the_first_release_and_fixed_from_then_on(
    geography_root: Path,
) -> None:
    edit(
        geography_root,
        lambda yaml: yaml.replace("kind: fact\n  ask: Cap", "kind: place\n  ask: Cap"),
    )
    assert "0 changed" in released(geography_root)[0]
    edit(geography_root, lambda yaml: yaml.replace("kind: place", "kind: fact"))
    assert [d.code.id for d in read_project(geography_root).diagnostics] == ["Q310"]


def test_a_bank_that_lost_its_adopted_lines_is_refused(geography_root: Path) -> None:
    """Each note would become a second one."""
    ledger = geography_root / LEDGER_FILE
    lines = ledger.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("adopted capital-of-france ")]
    ledger.write_text("\n".join(kept), encoding="utf-8")
    found = [d for d in read_project(geography_root).diagnostics if d.is_error]
    assert [d.code.id for d in found] == ["Q315"]


def test_media_are_packed_under_their_names_and_only_those_that_are_named(
    geography_root: Path,
) -> None:
    kept = {p.name: p.read_bytes() for p in (geography_root / "decks" / "media").iterdir()}
    assert kept == {name: data for name, data in MEDIA.items() if name != "unused.png"}
    with zipfile.ZipFile(BytesIO(built(geography_root))) as archive:
        listed = json.loads(archive.read("media"))
        assert {name: archive.read(entry) for entry, name in listed.items()} == kept


def test_building_twice_gives_the_same_bytes_and_locked_accepts_them(geography_root: Path) -> None:
    assert built(geography_root) == built(geography_root)
    assert not is_behind(read_project(geography_root))


def test_the_preview_shows_adopted_cards_as_anki_does(
    geography_root: Path, old: Collection
) -> None:
    project = read_project(geography_root)
    page = previewed(project, "geography", []).decode()
    shown = [html.unescape(d) for d in re.findall(r'srcdoc="([^"]*)"', page)]
    pairs = {tuple(map(_words, shown[at : at + 2])) for at in range(0, len(shown), 8)}
    assert pairs == {tuple(map(_words, faces(card))) for card in cards(old)}
    assert any('src="data:image/svg+xml;base64,' in document for document in shown)


def _words(page: str) -> str:
    seen = re.sub(
        r"<style.*?</style>|\[anki:play:[^]]*\]|\[sound:[^]]*\]", "", page, flags=re.DOTALL
    )
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", seen)).split())
