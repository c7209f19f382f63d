"""A note read as a question: which of its fields is asked, which answers, what stands beside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from studypress.adopt.found import FoundNote
from studypress.adopted import FIELDS, AdoptedCard, AdoptedNote, AdoptedType, Reading, digest
from studypress.limits import LONGEST_VALUE
from studypress.lookalikes import skeleton
from studypress.model.words import Form
from studypress.outputs.anki.cardmaking import CLOZE, saying, shown
from studypress.outputs.anki.gaps import blanked, gapped, numbers
from studypress.outputs.anki.reading import is_typeable, read

ON_THE_CARD = "(on the card)"  # stands where a note has no text to show
_BLANK = "____"
_LONGEST_TEXT = LONGEST_VALUE // 2  # in quotation marks, with escapes, it may be twice as long
_SHORTENED = 300
_ID_LENGTH = 48
_LONGEST_TITLE = 500  # characters that an id is made from
_REFERENCE = re.compile(r"\$[^\W\d_][^ ]*")
_MARK = re.compile(r"\((?:picture|sound|file) [^()]*\)")

Texts = Mapping[str, str]


class Draft(Struct, frozen=True):
    """A question as it will be typed: `texts` under ask, answer or cloze; `fields` by name.

    `sources` say which field a text was read out of; a text without one is on no card.
    """

    form: Form
    texts: Texts
    sources: Texts
    fields: Texts

    @property
    def title(self) -> str:
        """What it asks, in words where there are any."""
        asked = next(iter(self.texts.values()))
        return _MARK.sub("", asked).strip() or asked


def draft(note: FoundNote, note_type: AdoptedType, ordinal: int) -> Draft:
    """Read the note by its first card, that of the template or gap with this number."""
    html = dict(zip(note_type.fields, note.fields, strict=True))
    texts = {name: text for name, value in html.items() if (text := read(value))}
    if note_type.stated["type"] == CLOZE:
        clozed = [name for name in texts if numbers(html[name])]
        sentence = gapped(html[clozed[0]]) if len(clozed) == 1 else None
        if sentence and _fits(str(sentence)):
            return _draft(Form.CLOZE, {"cloze": (clozed[0], str(sentence))}, texts)
        if clozed:
            around, within = blanked(html[clozed[0]], _BLANK)
            return _draft(Form.SHORT, {"ask": (None, around), "answer": (None, within)}, texts)
    templates = note_type.stated["tmpls"]
    asked = _asked(templates[min(ordinal, len(templates) - 1)], html, texts)
    return _draft(
        Form.SHORT, {key: (name, texts.get(name or "", "")) for key, name in asked}, texts
    )


def _draft(form: Form, read_into: Mapping[str, tuple[str | None, str]], texts: Texts) -> Draft:
    """What is longer than a file may hold is shown shortened, and its field left as it is."""
    sources = {k: name for k, (name, text) in read_into.items() if name and _fits(text)}
    return Draft(
        form,
        {key: _typeable(text) or ON_THE_CARD for key, (_, text) in read_into.items()},
        sources,
        {
            name: text
            for name, text in texts.items()
            if name not in sources.values() and is_typeable(name) and _fits(text)
        },
    )


def _fits(text: str) -> bool:
    return len(text) <= _LONGEST_TEXT


def _asked(
    template: Mapping[str, str], html: Texts, texts: Texts
) -> Iterator[tuple[str, str | None]]:
    """The field that the front shows, and the one that the back adds: words before pictures."""
    said = saying(html)
    front, back = (
        [field.name for field in shown(template[side], said) if field.name in texts]
        for side in ("qfmt", "afmt")
    )
    ask = _first_in_words((*front, *([] if front else texts)), texts)
    added = [name for name in back if name != ask and name not in front]
    others = [name for name in texts if name != ask]
    yield "ask", ask
    yield "answer", _first_in_words(added or others, texts)


def _first_in_words(names: Iterable[str], texts: Texts) -> str | None:
    found = list(names)
    return next((n for n in found if _MARK.sub("", texts[n]).strip()), next(iter(found), None))


def _typeable(text: str) -> str:
    """`$x` alone would be a reference."""
    if not _fits(text):
        return f"{text[:_SHORTENED].strip()} …"
    return f"“{text}”" if _REFERENCE.fullmatch(text) else text


def adopted(
    id_: str,
    read_as: Draft,
    note: FoundNote,
    note_type: AdoptedType,
    cards: tuple[AdoptedCard, ...],
) -> AdoptedNote:
    """The note as the ledger keeps it."""
    readings = {n: Reading(FIELDS, digest(text)) for n, text in read_as.fields.items()}
    for key, name in read_as.sources.items():
        readings[name] = Reading(key, digest(read_as.texts[key]))
    return AdoptedNote(
        question=id_,
        form=read_as.form,
        guid=note.guid,
        row=note.row,
        note_type=note.note_type,
        modified=note.modified,
        fields={n: html for n, html in zip(note_type.fields, note.fields, strict=True) if html},
        tags=note.tags,
        cards=cards,
        readings=readings,
    )


def ids(texts: Iterable[str]) -> Iterator[str]:
    """An id for each, by its words where they can be typed in one; numbers tell apart those that
    are equal, or look so."""
    given: set[str] = set()
    last: dict[str, int] = {}
    for text in texts:
        name = slug(text) or "note"
        id_ = name
        while skeleton(id_) in given:
            last[name] = last.get(name, 1) + 1
            id_ = f"{name}-{last[name]}"
        given.add(skeleton(id_))
        yield id_


def slug(text: str) -> str:
    """The first words as an id, "" where they have no letter that it could have."""
    plain = (
        unicodedata.normalize("NFKD", text[:_LONGEST_TITLE])
        .encode("ascii", "ignore")
        .decode()
        .casefold()
    )
    name = ""
    for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")):
        if name and len(name) + len(word) >= _ID_LENGTH:
            break
        name = f"{name}-{word[:_ID_LENGTH]}" if name else word[:_ID_LENGTH]
    return f"q-{name}" if name[:1].isdigit() else name
