"""Messages as Anki writes them, read without its library."""

from __future__ import annotations

import pytest
from anki.import_export_pb2 import MediaEntries
from anki.notetypes_pb2 import Notetype
from hypothesis import given
from hypothesis import strategies as st

from studypress.adopt.wire import parse

INT64 = st.integers(-(2**63), 2**63 - 1)
UINT32 = st.integers(0, 2**32 - 1)


@given(INT64, st.text(), st.lists(UINT32), st.binary())
def test_what_the_library_wrote_is_read(
    number: int, text: str, numbers: list[int], data: bytes
) -> None:
    config = Notetype.Config(css=text, original_id=number, other=data, latex_svg=True)
    config.reqs.add(card_ord=1, field_ords=numbers)
    read = parse(config.SerializeToString())
    assert (read.text(3), read.number(10), read.data(255), read.number(7)) == (
        text,
        number,
        data,
        1,
    )
    assert [r.numbers(3) for r in read.messages(8)] == [numbers]
    assert (read.number(99, 5), read.text(98), list(read.messages(97))) == (5, "", [])


@given(st.lists(st.tuples(st.text(), UINT32)))
def test_lists_of_messages_are_read_in_order(files: list[tuple[str, int]]) -> None:
    entries = [MediaEntries.MediaEntry(name=name, size=size) for name, size in files]
    read = parse(MediaEntries(entries=entries).SerializeToString())
    assert [(e.text(1), e.number(2)) for e in read.messages(1)] == files


@given(st.binary())
def test_any_bytes_are_a_message_or_a_value_error(data: bytes) -> None:
    try:
        parse(data)
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    "data", [b"\x08", b"\x0a\x05ab", b"\x0f", b"\x09abc", b"\xff" * 11, b"\x0b\x0c"]
)
def test_what_is_cut_short_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut short|no wire type"):
        parse(data)


def test_a_number_is_no_text_and_a_text_no_number() -> None:
    with pytest.raises(ValueError, match="is not text"):
        parse(b"\x08\x01").text(1)
    with pytest.raises(ValueError, match="is not a number"):
        parse(b"\x0a\x00").number(1)
