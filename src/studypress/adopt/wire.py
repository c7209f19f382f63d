"""The wire format of protocol buffers, as far as reading a known message needs it.

https://protobuf.dev/programming-guides/encoding/
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_WIDTHS = {_FIXED64: 8, _FIXED32: 4}
_LONGEST_VARINT = 10
_SIGN = 1 << 63

Value = int | bytes


class Message(Struct, frozen=True):
    """The fields of a message by number, each with its values in order."""

    values: dict[int, list[Value]]

    def number(self, field: int, default: int = 0) -> int:
        """The last whole number of a field, as int64."""
        value = self.values.get(field, [default])[-1]
        if not isinstance(value, int):
            raise ValueError(f"field {field} is not a number")
        return value - 2 * _SIGN if value >= _SIGN else value

    def text(self, field: int) -> str:
        return self.data(field).decode()

    def data(self, field: int) -> bytes:
        value = self.values.get(field, [b""])[-1]
        if not isinstance(value, bytes):
            raise ValueError(f"field {field} is not text")
        return value

    def messages(self, field: int) -> Iterator[Message]:
        for value in self.values.get(field, []):
            if not isinstance(value, bytes):
                raise ValueError(f"field {field} is not a message")
            yield parse(value)

    def numbers(self, field: int) -> list[int]:
        """A repeated number, packed or not."""
        found: list[int] = []
        for value in self.values.get(field, []):
            found.extend([value] if isinstance(value, int) else _packed(value))
        return found


def parse(data: bytes) -> Message:
    """Raises ValueError where the bytes are not a message."""
    values: dict[int, list[Value]] = {}
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        value, at = _value(data, at, key & 7)
        values.setdefault(key >> 3, []).append(value)
    return Message(values)


def _value(data: bytes, at: int, wire_type: int) -> tuple[Value, int]:
    if wire_type == _VARINT:
        return _varint(data, at)
    if wire_type == _BYTES:
        length, at = _varint(data, at)
        return _cut(data, at, length), at + length
    if wire_type in _WIDTHS:
        width = _WIDTHS[wire_type]
        return int.from_bytes(_cut(data, at, width), "little"), at + width
    raise ValueError(f"there is no wire type {wire_type}")


def _cut(data: bytes, at: int, length: int) -> bytes:
    if length > len(data) - at:
        raise ValueError("the message is cut short")
    return data[at : at + length]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for place, byte in enumerate(data[at : at + _LONGEST_VARINT]):
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return number & (2 * _SIGN - 1), at + place + 1
    raise ValueError("the message is cut short")


def _packed(data: bytes) -> Iterator[int]:
    at = 0
    while at < len(data):
        number, at = _varint(data, at)
        yield number
