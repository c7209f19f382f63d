"""Cards on one page as Anki shows them: front and back, by day and by night, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from msgspec import Struct

from studypress.items import Item
from studypress.outputs.anki import media, mustache
from studypress.outputs.anki.models import Model, models
from studypress.outputs.anki.note import Note
from studypress.outputs.anki.notes import note
from studypress.outputs.anki.setting import Setting

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview: {title}</title>
<style>
body {{ margin: 1rem; background: #777; font: 1rem/1.4 sans-serif; color: #fff; }}
h2 {{ margin: 2.5rem 0 .75rem; font-size: 1.1rem; }}
h2 em {{ padding: .1em .5em; background: #fff; color: #8c2a1c; font-style: normal; }}
div {{ display: inline-flex; gap: 1rem; margin: 0 1rem 1rem 0; }}
iframe {{ width: 600px; height: 560px; border: 0; background: #fff; }}
iframe.phone {{ width: 320px; height: 560px; }}
</style>
</head>
<body>
<h1>{title}</h1>
{cards}
</body>
</html>
"""
# The frames inherit it: what an adopted deck names elsewhere is not fetched.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
# By night Anki's reviewer is dark where a note type's css does not know of the night.
_CARD = """\
<!DOCTYPE html><html class="{night}"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1">\
<style>body.nightMode {{ background: #2c2c2c; color: #fcfcfc; }}
{css}</style></head>\
<body class="card card1 {night}"><div id="qa">{face}</div></body></html>"""
_VIEWS = (("", ""), ("", "nightMode"), ("phone", ""), ("phone", "nightMode"))


class Card(Struct, frozen=True):
    """A card to be shown; `is_proved` is false where its evidence is not in the lock yet."""

    item: Item
    is_proved: bool = True


def render(title: str, cards: Iterable[Card], setting: Setting) -> bytes:
    """One page, complete in itself: each card in the templates and the css that Anki gets."""
    known = models(setting)
    shown = "\n".join(line for card in cards for line in _card(card, setting, known))
    return _PAGE.format(title=escape(title), cards=shown, policy=_POLICY).encode()


def _card(card: Card, setting: Setting, known: Mapping[str, Model]) -> Iterator[str]:
    made = note(card.item, setting)
    model = known[made.note_type]
    mark = "" if card.is_proved else " <em>not proved</em>"
    for ordinal in [c.ordinal for c in made.cards] or [0]:
        number = f", card {ordinal + 1}" if len(made.cards) > 1 else ""
        title = f"{escape(card.item.id)} ({card.item.form}{number})"
        yield f"<h2>{title}{mark}</h2>"
        yield from _views(title, model, _sides(made, model, ordinal), setting)


def _views(title: str, model: Model, sides: Mapping[str, str], setting: Setting) -> Iterator[str]:
    for size, night in _VIEWS:
        yield "<div>"
        for side, face in sides.items():
            document = _CARD.format(
                night=night,
                css=model.stated.get("css", ""),
                face=media.embedded(face, setting.media),
            )
            label = " ".join(w for w in (side, size or "desktop", night and "night") if w)
            yield (
                f'<iframe class="{size}" title="{title}: {label}" loading="lazy" '
                f'sandbox srcdoc="{escape(document)}"></iframe>'
            )
        yield "</div>"


def _sides(made: Note, model: Model, ordinal: int) -> Mapping[str, str]:
    """Front and back; what Anki knows of a card besides its fields is there too."""
    templates = model.stated["tmpls"]
    template = templates[min(ordinal, len(templates) - 1)]
    fields = {
        **made.fields,
        f"c{ordinal + 1}": "1",
        "Tags": escape(" ".join(made.tags)),
        "Type": escape(model.stated["name"]),
        "Card": escape(template["name"]),
    }
    front = mustache.render(template["qfmt"], mustache.Asked(fields, ordinal + 1, "front"))
    asked = mustache.Asked({**fields, "FrontSide": front}, ordinal + 1, "back")
    return {"front": front, "back": mustache.render(template["afmt"], asked)}
