"""What each place of a section is for.

Least and greatest numbers can be kept by giving every place a purpose beforehand, from the
definition and its seed alone: two places for dates, three for the biography, the rest for
anything. Then each place takes the question that is best for it of those that are left, and so
one more question in the bank displaces at most one of a section: it takes the place of one, that
one of another further on, and so forth; only the last is out. Where quotas overlap, no choice
among all papers that keep them can promise that. (The sets that can fill such places are the
bases of a transversal matroid; those that keep overlapping quotas are not a matroid's.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from studypress.model.definitions import QuizSection, Quota
from studypress.seeds import rank

_WAYS = 6


class Purpose(Struct, frozen=True):
    """Places for questions that count for all of `of` and for none of `without`."""

    of: tuple[Quota, ...] = ()
    without: tuple[Quota, ...] = ()


def plain(section: QuizSection) -> Mapping[Purpose, int]:
    """All places for anything."""
    return {Purpose(): section.count}


def ways(section: QuizSection, seed: int) -> Iterator[Mapping[Purpose, int]]:
    """How many places each purpose has, in some ways that keep every quota of the section.

    Quotas get places of their own, and share places where these are too few.
    """
    if not section.at_least and not section.at_most:
        yield plain(section)
        return
    found: list[Mapping[Purpose, int]] = []
    for way in range(_WAYS):
        claims = _claimed(section, (seed, way))
        barred = claims and _barred(section, claims, (seed, way))
        if claims and barred:
            places = Counter(sorted(map(Purpose, claims, barred), key=lambda place: not place.of))
            if places not in found:
                found.append(places)
                yield places


def _claimed(section: QuizSection, lot: tuple[int, int]) -> list[tuple[Quota, ...]] | None:
    """The least numbers that each place counts for; None where the places are too few."""
    claims: list[tuple[Quota, ...]] = [()] * section.count
    for number, quota in enumerate(section.at_least):
        missing = quota.count - sum(_implied(quota, claim) for claim in claims)
        free = [
            place
            for place, claim in enumerate(claims)
            if not _implied(quota, claim) and not _excluded(quota, claim)
        ]
        if missing > len(free):
            return None
        free.sort(key=lambda p: (len(claims[p]), rank(*lot, "least", number, p)))
        for place in free[: max(missing, 0)]:
            claims[place] += (quota,)
    return claims


def _barred(
    section: QuizSection, claims: Sequence[tuple[Quota, ...]], lot: tuple[int, int]
) -> list[tuple[Quota, ...]] | None:
    """The greatest numbers for which each place must not count; None where that cannot be."""
    barred: list[tuple[Quota, ...]] = [()] * section.count
    claimed_first = lot[1] % 2
    for number, quota in enumerate(section.at_most):
        sure = sum(_implied(quota, claim) for claim in claims)
        if sure > quota.count:
            return None
        may = [
            place
            for place, claim in enumerate(claims)
            if not _implied(quota, claim) and not _excluded(quota, claim)
        ]
        may.sort(key=lambda p: (bool(claims[p]) != claimed_first, rank(*lot, "most", number, p)))
        for place in may[quota.count - sure :]:
            barred[place] += (quota,)
    return barred


def _asked(quota: Quota) -> dict[str, object]:
    """What a quota asks of a question."""
    names = ("kind", "text", "level", "importance", "tag")
    return {name: value for name in names if (value := getattr(quota, name)) is not None}


def _implied(quota: Quota, claim: Sequence[Quota]) -> bool:
    """Whether all that counts for a claim counts for the quota."""
    return any(_asked(quota).items() <= _asked(other).items() for other in claim)


def _excluded(quota: Quota, claim: Sequence[Quota]) -> bool:
    """Whether nothing that counts for a claim counts for the quota: a question has one kind, one
    level and one importance, though perhaps several texts and tags."""
    asked = {n: v for n, v in _asked(quota).items() if n not in ("text", "tag")}
    return any(
        name in asked and asked[name] != value
        for other in claim
        for name, value in _asked(other).items()
    )
