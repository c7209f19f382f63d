"""What a build says: on the terminal while it works, and at the end."""

from __future__ import annotations

import io
import webbrowser
from pathlib import Path

import pytest
from msgspec.structs import replace

from studypress.cli import app
from studypress.commands.closing import closing
from studypress.commands.progress import progress
from studypress.languages import PaperSize
from studypress.outputs.built import Built, Length
from studypress.rendering import Wishes, printed
from tests.outputs.paper_samples import AT_HAND, choices, sample_paper
from tests.running import FILES, studypress
from tests.written import write_bank


def table(**outputs: Built) -> list[str]:
    return list(closing(Path("build"), outputs))


# The table ---------------------------------------------------------------------------------


def test_build_closes_with_a_table_of_what_was_written(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    done = studypress("build", "--root", root)
    first, cards, test, *lengths = done.stdout.splitlines()
    assert first == f"{root / 'build'}/"
    assert cards.split()[0] == "cards"
    assert cards.split()[2:] == ["KB", "cards.apkg"]
    assert "paper-A.html, paper-B.html, key-A.html" in test
    assert [line.strip() for line in lengths] == [
        "A: 1 page, 1 sheet",
        "B: 1 page, 1 sheet",
        "A, large print: 2 pages, 1 sheet",
        "Pages are an estimate for A4, printed on both sides; the browser's preview is exact.",
    ]


def test_many_files_of_one_kind_stand_together() -> None:
    files = {f"paper-{version}.html": b"" for version in "ABCDE"}
    assert "paper-….html (5), marks.csv" in table(a=Built({**files, "marks.csv": b""}))[1]


def test_many_versions_are_counted_by_their_length() -> None:
    counts = {version: 6 if version == "C" else 5 for version in "ABCDEFGHI"}
    lengths = tuple(
        Length(version, "", count, count, PaperSize.A4) for version, count in counts.items()
    )
    made = [line.strip() for line in table(a=Built({}, lengths))[2:4]]
    assert made == ["8 papers: 5 pages, 3 sheets", "C: 6 pages, 3 sheets"]


def test_a_length_that_depends_on_fonts_is_a_range() -> None:
    _, _, *lines, estimate = table(a=Built({}, (Length("A", "", 4, 5, PaperSize.LETTER),)))
    assert [line.strip() for line in lines] == ["A: 4–5 pages, 2–3 sheets"]
    assert estimate.startswith("Pages are an estimate for Letter, printed on both sides")


def test_exact_lengths_are_not_called_an_estimate() -> None:
    said = table(a=Built({}, (Length("A", "", 1, 1, PaperSize.A4, is_exact=True),)))
    assert said[-1].strip() == "A: 1 page, 1 sheet"


def test_table_says_what_was_not_at_hand() -> None:
    made = printed((replace(sample_paper(choices(1)), reading=(replace(AT_HAND, paragraphs=()),)),))
    assert any("Of `chronicle` an empty box is printed" in line for line in table(a=made))


# Progress ----------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_gone_at_the_end() -> None:
    stream = Terminal()
    with progress(stream) as tell:
        printed(tuple(sample_paper(choices(2), version) for version in "AB"), Wishes(tell=tell))
        assert "version 2 of 2" in stream.getvalue()
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().rsplit("\r", 2)[1].strip() == ""


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with progress(stream) as tell:
        tell("something")
    assert stream.getvalue() == ""


# Opening -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "opened"),
    [([], "test/paper-A.html"), (["test"], "test/paper-A.html"), (["cards"], "cards")],
)
def test_open_shows_the_first_page_or_the_folder(
    names: list[str], opened: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def remember(address: str) -> bool:
        seen.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", remember)
    root = write_bank(tmp_path, FILES)
    with pytest.raises(SystemExit) as end:
        app(["build", *names, "--root", str(root), "--open"])
    assert not end.value.code
    assert seen == [(root / "build" / opened).as_uri()]


def test_without_a_browser_the_path_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    root = write_bank(tmp_path, FILES)
    with pytest.raises(SystemExit):
        app(["build", "--root", str(root), "--open"])
    assert "no browser was found; open" in capsys.readouterr().err
