"""Options on a card: to be chosen on the front, and on the back the same with what each is.

The choosing is the browser's own (radio buttons), so a card is answerable without a script; a
script only carries the choice from the front to the back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from studypress.items import Options, Truth
from studypress.languages.catalogue import CardWords
from studypress.model.names import letter
from studypress.outputs.anki.markup import EMPTY, Html, element, escaped, joined, marked

_SPACE = Html(" ")


class _Shown(Struct, frozen=True):
    value: str
    letter: str
    text: Html
    reason: Html = EMPTY


def chosen_from(options: Options) -> Mapping[str, Html]:
    """The fields of a choice: lettered in the order given."""
    shown = [
        _Shown(letter(place), letter(place), escaped(option.text), escaped(option.reason or ""))
        for place, option in enumerate(options.options)
    ]
    return _fields(shown, shown[options.key])


def judged(truth: Truth, words: CardWords) -> Mapping[str, Html]:
    """The fields of a statement that is true or false; each word's own letter stands before it."""
    named = (("T", words.true), ("F", words.false))
    shown = [_Shown(value, word[0], escaped(word)) for value, word in named]
    correction = marked(truth.correction or "")
    return {**_fields(shown, shown[0 if truth.is_true else 1]), "Correction": correction}


def _fields(shown: Sequence[_Shown], key: _Shown) -> dict[str, Html]:
    """Nothing on the front tells the key from the others."""
    front = [element("li", _option(replace(option, reason=EMPTY))) for option in shown]
    back = [element("li", _option(o), "key" if o is key else "") for o in shown]
    return {
        "Options": element("ol", joined(front), "options"),
        "Key": Html(key.value),
        "Answer": key.text,
        "Explained": element("ol", joined(back), "options"),
    }


def _option(option: _Shown) -> Html:
    """A label that one may touch anywhere."""
    radio = f'<input type="radio" name="option" value="{option.value}">'
    reason = element("span", option.reason, "reason") if option.reason else EMPTY
    parts = (element("span", option.text, "text"), reason)
    words = element("span", joined(parts, _SPACE), "words")
    before = element("span", Html(option.letter), "letter")
    return element("label", joined((Html(radio), before, words), _SPACE))
