"""Items as notes: which note type, what stands in its fields, which tags. Knows no package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import assert_never

from studypress.items import (
    Citation,
    Essay,
    Events,
    Gap,
    Item,
    Options,
    Outline,
    Pairing,
    Part,
    Point,
    Rejected,
    Side,
    Sides,
    Truth,
    Written,
)
from studypress.languages.catalogue import CardWords
from studypress.outputs.anki import options, timeline
from studypress.outputs.anki.markup import (
    EMPTY,
    Html,
    clean,
    cloze,
    element,
    escaped,
    joined,
    marked,
)
from studypress.outputs.anki.note import Card, Note
from studypress.outputs.anki.notetypes import NOTE_TYPES
from studypress.outputs.anki.setting import Setting

Values = Mapping[str, Html]

_AND = Html("; ")


def note(item: Item, setting: Setting) -> Note:
    """The item as a note, its tags under the bank's root; the adopted note where it has one.

    Raises ValueError where no card would come of it: an empty front, a cloze without a gap, or a
    response that a card cannot ask for.
    """
    if item.adoption:
        from studypress.outputs.anki.adopted import adopted_note  # takes long, few banks have any

        return adopted_note(item, item.adoption, setting)
    name, own = _content(item, setting.words)
    front = clean(item.stem)
    if not front:
        raise ValueError(f"`{item.id}`: the front of the card would be empty")
    values = {**_EMPTY[name], **_shared(item, front), **own, **_retirement(item, own)}
    identity = setting.identity
    guid = identity.guid(item.id, item.form)
    return Note(
        guid=guid,
        row=identity.note(guid),
        note_type=name,
        fields=_own(name, values),
        tags=_tags(item, setting.bank.tag.text),
        cards=() if item.retired else (Card(0, identity.card(guid, 0), item.subdeck),),
        sort_text=front,
        id=item.id,
        form=item.form,
        kind=item.kind or "",
        is_retired=item.retired is not None,
        named=item.named,
    )


_EMPTY = {
    name: dict.fromkeys((field.name for field in note_type.fields), EMPTY)
    for name, note_type in NOTE_TYPES.items()
}


def _own(note_type: str, values: Values) -> Values:
    """Of values that begin with all fields of the note type, in its order, those alone."""
    empty = _EMPTY[note_type]
    return {name: values[name] for name in empty} if len(values) > len(empty) else values


def _retirement(item: Item, own: Values) -> Values:
    """The reason, and for a cloze its sentence without the gap: Anki calls a card empty where its
    front is, and a cloze card where its gap is gone."""
    if item.retired is None:
        return {}
    sentence = {"Sentence": escaped(_whole(item))} if "Sentence" in own else {}
    return {"Retired": escaped(item.retired), **sentence}


def _whole(item: Item) -> str:
    gap = item.response
    return f"{gap.before}{gap.answer}{gap.after}" if isinstance(gap, Gap) else item.stem


def _content(item: Item, words: CardWords) -> tuple[str, Values]:
    """The name of the note type, and the fields that depend on the response."""
    match item.response:
        case Written() as written:
            return "question", _written(written)
        case Gap() as gap:
            return "cloze", _gap(gap, item.id)
        case Options() as given:
            return "choice", options.chosen_from(given)
        case Truth() as truth:
            return "choice", _truth(truth, item.id, words)
        case Outline() as outline:
            return "argument", _outline(outline, item.citations)
        case Sides() as sides:
            return "comparison", _sides(sides, item.citations)
        case Events() | Pairing() | Essay():
            raise ValueError(f"`{item.id}`: a card cannot ask a question of form `{item.form}`")
        case _ as never:
            assert_never(never)


def _shared(item: Item, front: str) -> dict[str, Html]:
    """The fields that every item fills, whatever its response."""
    return {
        "Id": Html(item.id),
        "Question": escaped(front),
        "Label": escaped(" · ".join(item.labels)),
        "Detail": escaped(item.detail or ""),
        "Why": escaped(item.why or ""),
        "Note": escaped(item.note or ""),
        "Source": _cited(item.citations),
        "Kind": Html(item.kind or ""),
        "Form": Html(item.form),
        "Timeline": escaped(timeline.place(item.days)) if item.days else EMPTY,
    }


def _written(written: Written) -> dict[str, Html]:
    return {
        "Answer": marked(written.answer),
        "Also": _also(written.accept),
        "Not": _not(written.reject),
    }


def _gap(gap: Gap, item_id: str) -> dict[str, Html]:
    if not clean(gap.answer):
        raise ValueError(f"`{item_id}`: a cloze note needs words in its gap")
    return {
        "Sentence": cloze(gap.before, gap.answer, gap.after),
        "Also": _also(gap.accept),
        "Not": _not(gap.reject),
    }


def _truth(truth: Truth, item_id: str, words: CardWords) -> Values:
    """Its question may also be a choice of the same note type, so the form is part of the first
    field, which Anki wants to be unique in a note type."""
    return {"Id": escaped(f"{item_id} (true-false)"), **options.judged(truth, words)}


def _outline(outline: Outline, citations: tuple[Citation, ...]) -> dict[str, Html]:
    points = [point for part in outline.parts for point in part.points]
    return {
        "Holder": escaped(outline.holder),
        "Claim": escaped(outline.claim),
        **{part.key.capitalize(): _part(part) for part in outline.parts},
        "Source": _cited(_besides(citations, (c for point in points for c in point.citations))),
    }


def _part(part: Part) -> Html:
    worth = escaped(f"[{part.marks}]") if part.marks else EMPTY
    points = joined(map(_point, part.points))
    return joined((_wrapped("p", worth, "marks"), element("ol", points, "steps")))


def _point(point: Point) -> Html:
    reply = element("p", escaped(point.reply), "reply") if point.reply else EMPTY
    return element("li", joined((escaped(point.text), reply, _cited(point.citations))))


def _sides(sides: Sides, citations: tuple[Citation, ...]) -> dict[str, Html]:
    shown = (*sides.first.citations, *sides.second.citations)
    return {
        **_side("Side 1", sides.first),
        **_side("Side 2", sides.second),
        "Verdict": escaped(sides.verdict),
        "Source": _cited(_besides(citations, shown)),
    }


def _side(name: str, side: Side) -> dict[str, Html]:
    return {
        name: escaped(side.name),
        f"{name} says": escaped(side.says),
        f"{name} source": _cited(side.citations),
    }


def _cited(citations: Iterable[Citation]) -> Html:
    """One line a citation."""
    return joined(element("div", escaped(str(citation)), "cited") for citation in citations)


def _besides(citations: Iterable[Citation], shown: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations that do not stand beside the point which they prove."""
    already = set(shown)
    return tuple(c for c in citations if c not in already)


def _also(accept: Iterable[str]) -> Html:
    return joined(map(escaped, accept), _AND)


def _not(reject: Iterable[Rejected]) -> Html:
    return joined(
        (escaped(f"{r.answer} ({r.reason})" if r.reason else r.answer) for r in reject), _AND
    )


def _wrapped(tag: str, content: Html, css_class: str) -> Html:
    """The element, or nothing where it would be empty: templates test fields for that."""
    return element(tag, content, css_class) if content else EMPTY


def _tags(item: Item, root: str) -> tuple[str, ...]:
    """Everything that a student may search for, under the bank's one root, each tag once."""
    state = ("retired",) if item.retired else ()
    own = _axes(root, item.kind or "", item.labels, item.importance, item.level, item.topic)
    more = [f"{root}::{tag}" for tag in (*item.tags, *state)]
    return tuple(dict.fromkeys((*own, *more))) if more else own


@lru_cache(maxsize=1024)  # of a bank's notes there are few combinations
def _axes(
    root: str, kind: str, labels: tuple[str, ...], importance: str, level: str, topic: str
) -> tuple[str, ...]:
    texts = [("text", _slug(label)) for label in labels]
    first = (("kind", kind), *texts, ("importance", importance), ("level", level))
    axes = dict.fromkeys((*first, ("topic", topic)))
    return tuple(f"{root}::{axis}::{value}" for axis, value in axes if value)


def _slug(label: str) -> str:
    return "-".join(re.findall(r"\w+", label.casefold()))
