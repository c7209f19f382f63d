"""Nothing in a question can attack: what an author types stays text in the browser, in Word, in
Anki and in a spreadsheet. The bank is made of the model's types (see `hostile`)."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from studypress import coverage as covering
from studypress.diagnostics import Report
from studypress.outputs import coverage
from studypress.outputs.extras import Extra
from studypress.previewing import previewed
from studypress.project import Project, read_project
from studypress.proving import prove
from studypress.release import prepare
from studypress.remaking import remade, reread
from studypress.rendering import Wishes, kept, render
from studypress.texts.numbered import parse_numbered
from tests.outputs import hostile
from tests.outputs.anki_package import cards, collection, faces, import_into
from tests.outputs.browser import Browser
from tests.written import write_bank

Files = dict[str, bytes]

RUN_BY_ANKI = re.compile(r"\[sound:|\[anki:|\[/?latex\]|\[/?\$\$?\]|\\\(|\\\[", re.IGNORECASE)


class Read(HTMLParser):
    """The elements with the names of their attributes, and the pieces of text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.pieces: list[str] = []
        self.documents: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if attrs or tag not in ("span", "tspan"):  # in which a backslash stands, on cards
            self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.documents += [value for name, value in attrs if name == "srcdoc" and value]
        self.addresses += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return _spaced(" ".join(self.pieces))


def _spaced(text: str) -> str:
    """Without spaces, and without brackets, which options do not show."""
    return re.sub(r"[\s\[\]]+", "", text)


def projects(folder: Path, attacks: tuple[str, ...]) -> tuple[Project, list[str]]:
    files, texts = hostile.files(attacks)
    project = read_project(write_bank(folder, files))
    assert [d.message for d in project.diagnostics if d.is_error] == []
    return project, texts


def outputs(project: Project) -> Files:
    """Everything that is made of a bank but packages, by file."""
    wishes = Wishes(extras=(Extra.DOCX,))
    made = {
        f"{name}/{file}": data
        for name in project.definitions
        for file, data in render(project, name, wishes).files.items()
    }
    made["coverage.html"] = coverage.render(
        project.bank.record.title, covering.coverage(project.bank, {})
    )
    some = [name for name in project.bank.questions if not name.endswith("-2")]
    made["preview.html"] = previewed(project, "cards", some)
    made["short.preview.html"] = previewed(project, "cards", ["quote-0"])
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files, list[str]]:
    """The outputs of the bank that attacks, those of one that does not, and the attacks."""
    attacked, texts = projects(tmp_path_factory.mktemp("hostile"), hostile.ATTACKS)
    peaceful, _ = projects(tmp_path_factory.mktemp("peaceful"), hostile.HARMLESS)
    return outputs(attacked), outputs(peaceful), texts


Built = tuple[Files, Files, list[str]]


def pages(files: Files) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def test_every_text_is_somewhere_and_no_page_has_another_element(built: Built) -> None:
    attacked, peaceful, texts = built
    shown = ""
    assert attacked.keys() == peaceful.keys()
    for name, page in pages(attacked).items():
        read, quiet = Read(page), Read(peaceful[name].decode())
        assert Counter(read.elements) == Counter(quiet.elements), name
        assert read.addresses == quiet.addresses, name
        shown += read.text
        for document, other in zip(read.documents, quiet.documents, strict=True):
            inner, quiet_inner = Read(document), Read(other)
            assert {*inner.elements} == {*quiet_inner.elements}
            assert inner.addresses == quiet_inner.addresses
            shown += inner.text
    missing = [text.split()[0] for text in texts if _spaced(text) not in shown]
    assert len(texts) > 900
    assert len(missing) < 40, missing  # of derived questions, of a topic, of other packages


def test_the_browser_runs_and_asks_for_nothing(built: Built, browser: Browser) -> None:
    attacked, peaceful, _ = built
    # One of each sort; how every other one reads is looked at above.
    sorts = {name.rsplit("/", 1)[-1]: name for name in pages(attacked) if name != "preview.html"}
    assert {"paper-A.html", "key-A.html", "coverage.html", "short.preview.html"} <= sorts.keys()
    for name in sorts.values():
        count = "document.querySelectorAll('*').length"
        with browser.open(peaceful[name]) as page:
            expected = page.value(count)
        with browser.open(attacked[name]) as page:
            assert page.value(count) == expected, name
            assert page.value("window.attacked") is None
            assert page.requests() == [], name
            assert page.errors() == [], name
            assert page.value("getComputedStyle(document.body).display") == "block"


def test_word_gets_text_and_no_fields_or_links(built: Built) -> None:
    attacked, peaceful, texts = built
    files = [name for name in attacked if name.endswith(".docx")]
    assert files
    shown = ""
    for name in files:
        one, other = (_parts(files_[name]) for files_ in (attacked, peaceful))
        assert one.keys() == other.keys()
        for part, root in one.items():
            tags, quiet = ({e.tag for e in r.iter()} for r in (root, other[part]))
            assert tags == quiet, (name, part)
            shown += _spaced("".join(root.itertext()))
    assert sum(_spaced(text) in shown for text in texts) > len(texts) / 3


def _parts(package: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {
            name: ElementTree.fromstring(opened.read(name))
            for name in opened.namelist()
            if name.endswith((".xml", ".rels"))
        }


def test_no_cell_of_a_spreadsheet_is_a_formula(built: Built) -> None:
    attacked, _, _ = built
    sheets = [data.decode("utf-8-sig") for name, data in attacked.items() if name.endswith(".csv")]
    assert sheets
    for row in (row for sheet in sheets for row in csv.reader(io.StringIO(sheet))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_anki_plays_renders_and_runs_nothing(tmp_path: Path) -> None:
    seen: list[list[tuple[Read, Read]]] = []
    for attacks in (hostile.ATTACKS, hostile.HARMLESS):
        project, _ = projects(tmp_path / str(len(attacks)), attacks)
        with collection() as opened:
            package = render(project, "cards").files["cards.apkg"]
            log = import_into(opened, package)
            assert not log.conflicting
            assert opened.get_empty_cards().report == ""
            for card in cards(opened):
                assert card.question_av_tags() == card.answer_av_tags() == []
            seen.append([(Read(f), Read(b)) for f, b in map(faces, cards(opened))])
            if attacks is hostile.ATTACKS:
                for face in (side for card in cards(opened) for side in faces(card)):
                    assert not RUN_BY_ANKI.search(face)
    for card_, quiet in zip(*seen, strict=True):
        for side, quiet_side in zip(card_, quiet, strict=True):
            assert {*side.elements} == {*quiet_side.elements}
            assert side.addresses == quiet_side.addresses
            # MathJax reads what the browser decoded, piece by piece.
            assert not [piece for piece in side.pieces if "\\(" in piece or "\\[" in piece]


def test_kept_papers_of_what_attacks_are_made_again_and_no_other(tmp_path: Path) -> None:
    """So what the tests above hold of papers holds of these."""
    project, _ = projects(tmp_path, hostile.ATTACKS)
    for name in project.drawn:
        ((path, data),) = kept(project, name).items()
        write_bank(tmp_path, {path: data})
        paper = reread(project, Path(path).stem, {})
        assert [d.message for d in paper.faults] == []
        assert remade(project, paper, Wishes()).files == render(project, name).files


def test_release_notes_and_what_a_deck_says_are_text_in_markdown(tmp_path: Path) -> None:
    project, _ = projects(tmp_path, hostile.ATTACKS)
    root = tmp_path / "decks" / "cards.yaml"
    root.write_text(re.sub("^description.*\n", "", root.read_text("utf-8"), flags=re.MULTILINE))
    package = render(read_project(tmp_path), "cards").files["cards.apkg"]
    with collection() as opened:
        import_into(opened, package)
        deck = next(d for d in opened.decks.all() if d["desc"])
    for markdown in (deck["desc"], prepare(project, 1_800_000_000).notes):
        read = Read(MarkdownIt("commonmark", {"html": True}).render(markdown))
        assert {tag for tag, _ in read.elements} <= {
            "h1",
            "p",
            "ul",
            "li",
            "em",
        }  # of our own words
        assert read.addresses == []
        assert "alert(1)" in read.text


def test_the_record_of_a_text_stays_text(tmp_path: Path) -> None:
    pages_: list[list[Read]] = []
    for attacks in (hostile.ATTACKS, hostile.HARMLESS):
        files, _ = hostile.files(attacks)
        record, asked, text = hostile.sources(attacks)
        root = write_bank(
            tmp_path / str(len(attacks)),
            {
                "questions/bank.yaml": re.sub("landmarks.*\n", "", files["questions/bank.yaml"]),
                "questions/people.yaml": files["questions/people.yaml"],
                "questions/sources.yaml": record,
                "questions/all.yaml": asked,
                "decks/cards.yaml": files["decks/cards.yaml"],
                "decks/short.yaml": re.sub(
                    'count: "\\d+"', 'count: "1"', files["decks/short.yaml"]
                ),
            },
        )
        report = Report()
        numbered = {"memoir": parse_numbered(text)}
        lock = prove(read_project(root).bank, numbered, report)
        assert [d.message for d in report.found] == []
        (root / "questions" / "evidence.lock").write_text(lock.dump(), encoding="utf-8")
        project = read_project(root)
        assert [d.message for d in project.diagnostics if d.is_error] == []
        made = dict(render(project, "short", Wishes(texts=numbered)).files)
        covered = covering.coverage(project.bank, numbered)
        made["coverage.html"] = coverage.render(project.bank.record.title, covered)
        pages_.append([Read(page) for _, page in sorted(pages(made).items())])
        covering.as_table(covered)
    for page, quiet in zip(*pages_, strict=True):
        assert {tag for tag, _ in page.elements} == {tag for tag, _ in quiet.elements}
        assert page.addresses == quiet.addresses
