"""Decks as others make them: with Anki's own client, exported in both of its formats, and with
plain genanki. And what a student's Anki makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import genanki
from anki.collection import Collection, ExportAnkiPackageOptions

from tests.outputs.anki_package import collection, import_into

if TYPE_CHECKING:
    from anki.models import NotetypeDict  # anki.collection must be the first module of Anki to load

MEDIA = {
    "flag of albania.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "hymn.mp3": b"not really music",
    "_atlas.woff": b"not really a font",
    "unused.png": b"nobody names this",
}
CAPITALS, RIVERS, FLAGS = "Geography::Capitals", "Geography::Rivers", "Geography::Flags"
ATLAS = "Atlas (three cards)"


class Maker:
    """Fills a collection through Anki's own functions."""

    def __init__(self, opened: Collection) -> None:
        self.opened = opened

    def note(self, note_type: str, deck: str, tags: str = "", **fields: str) -> None:
        model = self.opened.models.by_name(note_type)
        assert model is not None
        note = self.opened.new_note(model)
        for name, html in fields.items():
            note[name.replace("_", " ")] = html
        note.tags = tags.split()
        deck_id = self.opened.decks.id(deck)
        assert deck_id is not None
        self.opened.add_note(note, deck_id)

    def atlas(self) -> None:
        """A note type with three templates, two of them for places that have a capital."""
        models = self.opened.models
        made = models.new(ATLAS)
        for name in ("Place", "Capital", "Capital info", "Flag"):
            models.add_field(made, models.new_field(name))
        for name, front, back in (
            ("Place - Capital", "{{#Capital}}{{Place}}{{/Capital}}", "{{FrontSide}} {{Capital}}"),
            ("Capital - Place", "{{#Capital}}{{Capital}}{{/Capital}}", "{{Place}}"),
            ("Flag - Place", "{{Flag}}", "{{FrontSide}}<hr id=answer>{{Place}}"),
        ):
            template = models.new_template(name)
            template["qfmt"], template["afmt"] = front, back
            models.add_template(made, template)
        made["css"] = "@font-face { font-family: atlas; src: url('_atlas.woff'); }"
        models.add(made)


def geography(opened: Collection) -> None:
    """Basic, reversed, cloze with one and with several gaps, nested gaps, three templates, HTML,
    media, nested decks, tags with levels."""
    make = Maker(opened)
    make.atlas()
    for name, data in MEDIA.items():
        (Path(opened.media.dir()) / name).write_bytes(data)
    make.note("Basic", CAPITALS, "geo::europe", Front="Capital of <b>France</b>?", Back="Paris")
    make.note(
        "Basic (and reversed card)",
        CAPITALS,
        Front="Spain [sound:hymn.mp3]",
        Back="<div>Madrid</div><div>on the <i>Manzanares</i></div>",
    )
    make.note("Cloze", RIVERS, Text="The {{c1::Danube}} flows <u>east</u>.", Back_Extra="2,850 km")
    make.note(
        "Cloze", RIVERS, "geo::africa water", Text="{{c1::Nile}}: {{c2::Cairo::city}} &amp; sea"
    )
    make.note("Cloze", RIVERS, Text="The {{c1::Rhine {{c2::flows}} north}}.")
    flag = '<img src="flag of albania.svg">'
    make.note(ATLAS, FLAGS, Place="Albania", Capital="Tirana", Flag=flag)
    make.note(ATLAS, FLAGS, Place="Atlantic", Flag=flag)


def export(opened: Collection, path: Path, **options: bool) -> bytes:
    chosen = {"with_media": True, "legacy": False, **options}
    opened.export_anki_package(
        out_path=str(path), options=ExportAnkiPackageOptions(**chosen), limit=None
    )
    return path.read_bytes()


ELEMENTS = (("Symbol of iron?", "Fe"), ("Symbol of gold?", "Au &lt;gold&gt;"))


def genanki_package(
    path: Path, name: str = "Chemistry", pairs: Iterable[tuple[str, str]] = ELEMENTS
) -> bytes:
    """A deck whose GUIDs are hashes of the content, and whose cards all have one place."""
    model = genanki.Model(
        1_607_392_319,
        "Simple",
        fields=[{"name": "Question"}, {"name": "Answer"}],
        templates=[{"name": "Card 1", "qfmt": "{{Question}}", "afmt": "{{Answer}}"}],
    )
    deck = genanki.Deck(2_059_400_110, name, "Elements, <b>by name</b>")
    for question, answer in pairs:
        deck.add_note(genanki.Note(model=model, fields=[question, answer], tags=["metal"]))
    genanki.Package(deck).write_to_file(path, timestamp=1_650_000_000)
    return path.read_bytes()


def state(opened: Collection) -> Mapping[str, Any]:
    """All that an update could spoil: notes, cards with their schedules, types, decks, media."""
    assert opened.db is not None
    media = Path(opened.media.dir())
    return {
        "notes": opened.db.all("select id, guid, mid, mod, tags, flds from notes order by id"),
        "cards": opened.db.all(
            "select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, flags, data "
            "from cards order by id"
        ),
        "reviews": opened.db.all("select * from revlog order by id"),
        "note types": [
            _plain(t)
            for t in sorted(opened.models.all(), key=lambda t: int(t["id"]))
            if opened.models.use_count(t)
        ],
        "decks": sorted((d.id, d.name) for d in opened.decks.all_names_and_ids()),
        "descriptions": sorted((d["name"], d.get("desc", "")) for d in opened.decks.all()),
        "media": {path.name: path.read_bytes() for path in media.iterdir()},
    }


def _plain(note_type: NotetypeDict) -> dict[str, Any]:
    return {key: value for key, value in note_type.items() if key != "usn"}


@contextmanager
def student(package: bytes) -> Iterator[Collection]:
    """A student who has imported a package and answered every card once."""
    with collection() as opened:
        import_into(opened, package)
        assert opened.db is not None
        for card_id in opened.db.list("select id from cards"):
            card = opened.get_card(card_id)
            card.start_timer()
            states = opened._backend.get_scheduling_states(card_id)
            answer = opened.sched.build_answer(card=card, states=states, rating=3)  # type: ignore[union-attr,arg-type]
            opened.sched.answer_card(answer)  # type: ignore[union-attr]
        yield opened
