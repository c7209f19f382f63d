"""An adopted note and its question: which of its texts were changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from studypress.adopted import FIELDS, AdoptedNote, digest
from studypress.bank import Bank
from studypress.forms.answers import answer_of
from studypress.items import Adoption
from studypress.model.question import Question
from studypress.model.wordings import Cloze, Short


def adoption(note: AdoptedNote, question: Question, bank: Bank) -> Adoption:
    """The note with the texts of its fields that are not as they were read when it was adopted.

    A line of `fields` that was deleted empties its field; one that was added fills it.
    """
    return Adoption(note, dict(_corrected(note, question, bank)))


def _corrected(note: AdoptedNote, question: Question, bank: Bank) -> Iterator[tuple[str, str]]:
    texts = texts_of(question, bank)
    fields = {f.name.text: f.text.text for f in question.fields}
    for name, reading in note.readings.items():
        text = fields.get(name, "") if reading.key == FIELDS else texts.get(reading.key)
        if text is not None and digest(text) != reading.digest:
            yield name, text
    yield from ((name, text) for name, text in fields.items() if name not in note.readings)


def texts_of(question: Question, bank: Bank) -> Mapping[str, str]:
    """What stands under the keys that a field may be read into, as typed."""
    short, cloze = question.wording(Short), question.wording(Cloze)
    texts = {
        "ask": short.ask if short else None,
        "answer": answer_of(question, bank),
        "cloze": str(cloze.cloze) if cloze else None,
    }
    return {key: text for key, text in texts.items() if text is not None}
