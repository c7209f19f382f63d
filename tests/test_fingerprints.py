"""Fingerprints last: by them kept papers are known to be what they were."""

from __future__ import annotations

from msgspec import Struct

from studypress.fingerprints import fingerprint


class Before(Struct, frozen=True):
    text: str
    sources: tuple[str, ...] = ()


class Renamed(Struct, frozen=True, rename={"citations": "sources"}):
    text: str
    citations: tuple[str, ...] = ()


class Grown(Struct, frozen=True):
    text: str
    sources: tuple[str, ...] = ()
    note: str | None = None


def test_a_field_may_be_renamed_where_its_class_says_what_it_was_called() -> None:
    assert fingerprint(Renamed("a", ("b",))) == fingerprint(Before("a", ("b",)))
    assert fingerprint(Renamed("a")) == fingerprint(Before("a"))


def test_a_new_field_changes_nothing_until_it_is_set() -> None:
    assert fingerprint(Grown("a", ("b",))) == fingerprint(Before("a", ("b",)))
    assert fingerprint(Grown("a", ("b",), "c")) != fingerprint(Before("a", ("b",)))


def test_every_field_counts_but_those_left_out() -> None:
    one, other = Before("a", ("b",)), Before("a", ("c",))
    assert fingerprint(one) != fingerprint(other)
    assert fingerprint(one, frozenset({"sources"})) == fingerprint(other, frozenset({"sources"}))
