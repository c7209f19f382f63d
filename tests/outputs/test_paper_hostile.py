"""What looks like code in a question stays text on every page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from studypress.outputs.paper import render
from tests.outputs.paper_samples import PAGES, sample_paper
from tests.outputs.replacing import HOSTILE, written_over


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data: str) -> None:
        self.data.append(data)


def read(page: bytes) -> Tags:
    tags = Tags()
    tags.feed(page.decode())
    tags.close()
    return tags


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    harmless = re.sub(r"[^\[\]]", "x", text)
    made, plain = (
        render((replace(written_over(sample_paper(), words), version="A"),))
        for words in (text, harmless)
    )
    for name in PAGES:
        tags = read(made[name])
        assert tags.seen == read(plain[name]).seen
        assert text in "".join(tags.data)
