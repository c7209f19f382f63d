"""The preview shows what Anki shows."""

from __future__ import annotations

import html
import re
from pathlib import Path

from studypress.outputs.anki.preview import Card, render
from tests.outputs.anki_package import (
    SETTING,
    built,
    card_items,
    cards,
    collection,
    faces,
    import_into,
)
from tests.running import FILES, studypress
from tests.written import write_bank


def _text(page: str) -> str:
    body = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_preview_renders_templates_as_anki_does() -> None:
    items = card_items()
    page = render("Preview", [Card(i) for i in items], SETTING).decode()
    shown = [_text(html.unescape(d)) for d in re.findall(r'srcdoc="([^"]*)"', page)]
    with collection() as opened:
        import_into(opened, built(*items))
        expected = [tuple(map(_text, faces(card))) for card in cards(opened)]
    assert len(shown) == 8 * len(items)
    assert [tuple(shown[i : i + 2]) for i in range(0, len(shown), 8)] == expected


def test_preview_marks_what_is_not_proved_and_needs_no_script() -> None:
    page = render("P", [Card(card_items()[0], is_proved=False)], SETTING).decode()
    assert "<em>not proved</em>" in page
    assert "<script" not in page
    assert page.count('sandbox srcdoc="') == 8


def test_command_writes_the_cards_that_are_named(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    done = studypress("preview", "cards", "come-in", "envoy-arrives", "--root", root)
    assert done.returncode == 0
    page = (root / "build" / "preview.html").read_text(encoding="utf-8")
    assert re.findall(r"<h2>([\w-]+) ", page) == ["envoy-arrives", "come-in"]
    assert studypress("preview", "nothing", "--root", root).returncode == 2
    alone = studypress("preview", "come-in", "--root", root)
    assert "write `studypress preview cards come-in`" in alone.stderr
    assert studypress("preview", "cards", "nobody", "--root", root).returncode == 2
