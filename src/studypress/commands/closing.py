"""What a build says at the end: what was written, how large it is, how many pages papers have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from studypress.counted import counted
from studypress.outputs.built import Built, Length

_EACH = 8  # so many versions have a line of their own; of more, those of one length share one
_OF_VERSION = re.compile(r"(?P<kind>.+?)-(?P<version>[A-Z]+)(?P<rest>[-.].*)")
_FEW = 4  # files of one kind that are named one by one


def closing(folder: Path, outputs: Mapping[str, Built]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{folder}/"
    width = max(map(len, outputs), default=0)
    for name, built in outputs.items():
        size = sum(map(len, built.files.values())) / 1024
        yield f"  {name:<{width}}  {size:>6.0f} KB  {', '.join(_named(built.files))}"
        indent = " " * (width + 15)
        yield from (f"{indent}{line}" for line in _lengths(built.lengths))
        yield from (f"{indent}{_empty(text)}" for text in built.not_at_hand)
    estimated = [length for b in outputs.values() for length in b.lengths if not length.is_exact]
    for paper in dict.fromkeys(length.size for length in estimated):
        yield (
            f"Pages are an estimate for {paper}, printed on both sides; "
            "the browser's preview is exact."
        )


def _named(files: Iterable[str]) -> Iterator[str]:
    """Files by name; many of one kind together."""
    kinds: dict[str, list[str]] = {}
    for file in files:
        match = _OF_VERSION.fullmatch(file)
        kinds.setdefault(f"{match['kind']}-…{match['rest']}" if match else file, []).append(file)
    for kind, members in kinds.items():
        if len(members) > _FEW:
            yield f"{kind} ({len(members)})"
        else:
            yield from members


def _lengths(lengths: tuple[Length, ...]) -> Iterator[str]:
    if len(lengths) <= _EACH:
        yield from (f"{length.name}: {_extent(length)}" for length in lengths)
        return
    for extent, count in Counter(map(_extent, lengths)).most_common():
        alone = [length.name for length in lengths if _extent(length) == extent]
        yield f"{alone[0] if count == 1 else counted(count, 'paper')}: {extent}"


def _extent(length: Length) -> str:
    pages = _between(length.fewest, length.most, "page")
    return f"{pages}, {_between(-(-length.fewest // 2), -(-length.most // 2), 'sheet')}"


def _between(fewest: int, most: int, noun: str) -> str:
    """`1 page`, `3 pages`, `3–4 pages`."""
    return counted(most, noun) if fewest == most else f"{fewest}–{counted(most, noun)}"


def _empty(text: str) -> str:
    return f"Of `{text}` an empty box is printed; to fill it, build with --text {text}=FILE"
