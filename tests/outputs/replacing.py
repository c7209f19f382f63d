"""Items and papers with other texts in their places: secrets sealed, everything written over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from studypress.items import Choice, Citation, Essay, Event, Gap, Item, Pairing, Part

# The fields that a student may see. Any other text of an item is secret.
SHOWN: dict[type, set[str]] = {
    Item: {"stem", "labels"},
    Gap: {"before", "after"},
    Choice: {"text"},
    Event: {"text"},
    Pairing: {"prompts", "pool"},
    # Words of the language, no secret; a key need not show them.
    Part: {"key"},
    Citation: {"find"},
}


class Sealer:
    """Replaces every secret text by a word of its own, and remembers the words."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def sealed(self, value: Any) -> Any:
        if type(value) is str:
            self.words.append(f"zq{len(self.words)}x")
            return self.words[-1]
        if isinstance(value, tuple):
            return tuple(map(self.sealed, value))
        if not isinstance(value, Struct):
            return value
        secret = sorted(secret_fields(value))
        return replace(value, **{n: self.sealed(getattr(value, n)) for n in secret})


def in_no_key(item: Item) -> int:
    """How many texts of an item no key shows: its topic, its tags, and the words to find where an
    essay's content is proved."""
    response = item.response
    contents = response.indicative if isinstance(response, Essay) else ()
    words = sum(len(content.citations) for content in contents)
    return 1 + len(item.tags) + words


def texts_in(value: Any, fields_of: Callable[[Any], Iterable[str]]) -> Iterator[str]:
    """Every text in the fields that are named."""
    if type(value) is str:
        yield value
    elif isinstance(value, Struct):
        for name in fields_of(value):
            yield from texts_in(getattr(value, name), fields_of)
    elif isinstance(value, tuple):
        yield from (text for part in value for text in texts_in(part, fields_of))


def every_field(value: Struct) -> set[str]:
    return {*value.__struct_fields__}


def shown_fields(value: Struct) -> set[str]:
    """Those that hold what is shown, or lead to it."""
    leading = {"response", "options", "events"} & every_field(value)
    return leading | SHOWN.get(type(value), set())


def secret_fields(value: Struct) -> set[str]:
    return every_field(value) - SHOWN.get(type(value), set())


HOSTILE = (
    "</style></title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><b>&amp;&#60;",
    "{{ 7 * 7 }}{% raw %}{# c #}",
    "[sound:a.mp3][anki:play:q:0]\\(x\\)[latex]",
    "<!-- ]]> */ } body { display: none } \\",
)


def written_over(value: Any, text: str) -> Any:
    """The value with `text` in place of every text in it."""
    if type(value) is str:
        return text
    if isinstance(value, tuple):
        return tuple(written_over(part, text) for part in value)
    if not isinstance(value, Struct):
        return value
    named = {name: getattr(value, name) for name in value.__struct_fields__}
    return replace(value, **{name: written_over(part, text) for name, part in named.items()})
