"""Papers and keys in Word: lists, styles, lines and boxes; no answers, no dates, nothing hidden."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from studypress.items import Item
from studypress.model.words import Form
from studypress.outputs import paper
from studypress.outputs.extras import Extra, advice
from tests.golden import assert_golden
from tests.needs import missing
from tests.outputs.paper_samples import choices, sample_paper, text_of
from tests.outputs.replacing import HOSTILE, Sealer, in_no_key, written_over
from tests.outputs.samples import sample, sample_items

if _lacking := advice(Extra.DOCX):
    missing("DOCX", _lacking)
from docx.styles.styles import Styles  # it cannot be imported without

from studypress.outputs.docx import render
from tests.outputs import word_file as word

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ["key-A.docx", "paper-A.docx"]


@pytest.fixture(scope="module", name="files")
def _files() -> dict[str, bytes]:
    return render((sample_paper(),))


def files_of(*items: Item) -> dict[str, bytes]:
    return render((sample_paper(items),))


@pytest.mark.parametrize("name", NAMES)
def test_file_is_the_golden_one(name: str, files: dict[str, bytes]) -> None:
    assert sorted(files) == NAMES
    assert_golden(f"docx/{name}.txt", word.dump(files[name]))


@pytest.mark.parametrize("name", NAMES)
def test_file_says_every_word_of_the_page(name: str, files: dict[str, bytes]) -> None:
    page = paper.render((sample_paper(),))[name.replace("docx", "html")].decode()
    printed = set(re.findall(r"\w+", text_of(page)))
    assert printed <= set(re.findall(r"\w+", word.dump(files[name])))


def test_same_papers_same_bytes_under_any_hash_seed_and_time_zone(files: dict[str, bytes]) -> None:
    code = (
        "import sys; from studypress.outputs.docx import render;"
        "from tests.outputs.paper_samples import sample_paper;"
        "sys.stdout.buffer.write(b''.join(render((sample_paper(),)).values()))"
    )
    env = {**os.environ, "PYTHONHASHSEED": "3", "TZ": "Asia/Seoul", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)
    assert done.stdout == b"".join(files.values())


# What is in the file -----------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_file_has_these_parts_no_date_and_refers_to_nothing_outside(
    name: str, files: dict[str, bytes]
) -> None:
    found = word.parts(files[name])
    assert set(found) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer-first.xml",
        "word/footer.xml",
        "word/header-first.xml",
        "word/header.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    assert not [part for part, data in found.items() if b"TargetMode" in data]
    properties = ElementTree.fromstring(found["docProps/core.xml"])
    assert [element.tag.partition("}")[2] for element in properties] == ["title", "language"]


@pytest.mark.parametrize("name", NAMES)
def test_elements_stand_in_the_order_of_the_schema(name: str, files: dict[str, bytes]) -> None:
    for part, data in word.parts(files[name]).items():
        for element in ElementTree.fromstring(data).iter():
            order = word.ORDER.get(element.tag.removeprefix(W))
            if order:
                children = [order.index(child.tag.removeprefix(W)) for child in element]
                assert children == sorted(children), f"{part}: {element.tag}"


@pytest.mark.parametrize("name", NAMES)
def test_every_style_that_is_named_is_there(name: str, files: dict[str, bytes]) -> None:
    found = word.parts(files[name])
    roots = [ElementTree.fromstring(data) for data in found.values()]
    known = {style.get(f"{W}styleId") for root in roots for style in root.iter(f"{W}style")}
    for reference in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        named = {e.get(f"{W}val") for root in roots for e in root.iter(f"{W}{reference}")}
        assert named <= known


def test_styles_are_looked_up_once_for_all_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library reads all styles for each paragraph and run; of 100 versions that is a minute."""
    render((sample_paper(),))
    monkeypatch.delattr(Styles, "get_style_id")
    assert len(render((sample_paper(), replace(sample_paper(), version="B")))) == 4


# Lists -------------------------------------------------------------------------------------


def numbers(document: Document, *styles: str) -> list[str]:
    lists = word.Lists(document)
    made = [(p.style.name, lists.number(p)) for p in word.paragraphs(document) if p.style]
    return [number for style, number in made if style in styles]


@pytest.mark.parametrize("name", NAMES)
def test_lists_give_the_numbers_and_letters_of_the_paper(
    name: str, files: dict[str, bytes]
) -> None:
    document = word.opened(files[name])
    found = numbers(document, "Question", "Statement", "Answer number")
    assert found == [str(entry.number) for entry in sample_paper().entries]
    sections = numbers(document, "Heading 1")
    assert sections == [f"Section {section.letter}." for section in sample_paper().sections]


def test_another_question_renumbers_the_rest_and_begins_its_options_again() -> None:
    document = word.opened(files_of(*choices(3))["paper-A.docx"])
    second = next(p for p in document.paragraphs if p.text.startswith("Stem2"))
    second.insert_paragraph_before("Another question", "Question")
    second.insert_paragraph_before("Another option", "Option")
    found = numbers(document, "Question", "Option")
    assert " ".join(found) == "1 A B C D 2 A 3 A B C D 4 A B C D"


@pytest.mark.parametrize("item", sample_items(), ids=lambda item: f"{item.id}-{item.form}")
def test_no_page_parts_a_question_from_its_space(item: Item) -> None:
    units = list(word.units(word.opened(files_of(item)["paper-A.docx"])))
    styles = [unit[0].style.name for unit in units if unit[0].style]
    start = styles.index("Heading 1")
    end = next(n for n in range(start, len(units)) if not word.keeps_with_next(units[n][0]))
    assert set(styles[end + 1 :]) - {"Space", "End of test"} == (
        {"Writing line"} if item.form is Form.LONG else set()
    )
    assert end - start >= (5 if item.form is Form.LONG else 2)  # heading, instruction, stem, lines


# Nothing secret, nothing hostile -----------------------------------------------------------


@pytest.mark.parametrize("item", sample_items(), ids=lambda item: f"{item.id}-{item.form}")
def test_paper_holds_nothing_secret_in_any_part(item: Item) -> None:
    full = replace(item, detail="detail", why="why", note="note")
    sealer = Sealer()
    secret = files_of(sealer.sealed(full))
    assert secret["paper-A.docx"] == files_of(item)["paper-A.docx"]
    unpacked = b"".join(word.parts(secret["paper-A.docx"]).values()).decode()
    assert not [sealed for sealed in sealer.words if sealed in unpacked]
    key = word.words(secret["key-A.docx"])
    assert len([sealed for sealed in sealer.words if sealed not in key]) == in_no_key(full)


FIELDS = (r"{ INCLUDETEXT c:\secrets }", "_x0041_", r"PAGE \* MERGEFORMAT", "http://example.org")


@pytest.mark.parametrize("text", [*HOSTILE, *FIELDS])
def test_hostile_text_stays_text(text: str) -> None:
    for data in render((replace(written_over(sample_paper(), text), version="A"),)).values():
        assert word.words(data).count(text) >= len(sample_paper().entries)
        roots = [ElementTree.fromstring(part) for part in word.parts(data).values()]
        tags = [element.tag.removeprefix(W) for root in roots for element in root.iter()]
        assert not {"hyperlink", "instrText", "fldChar", "object"} & set(tags)
        assert tags.count("fldSimple") == 4  # page x of y, on the first page and on the others


def test_what_a_file_cannot_hold_is_a_space() -> None:
    stem = "What\x00\x07 did\x1b\tit\r\ncost\ufffe\ud800?"
    made = files_of(replace(sample("tower-loan", Form.SHORT), stem=stem))["paper-A.docx"]
    assert "What  did it cost ?" in word.words(made)


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        ("何時に点灯したか。언제 켜졌는가?", []),
        ("𝔊 and 🙂 e\u0301", []),
        ("What is “متى أضيء المنار؟ 1868 م” in English?", ["متى أضيء المنار؟ 1868 م"]),
        ("מתי הודלק המגדלור?", ["מתי הודלק המגדלור"]),
    ],
)
def test_every_script_survives(text: str, right_to_left: list[str]) -> None:
    made = files_of(replace(sample("tower-loan", Form.SHORT), stem=text))["paper-A.docx"]
    assert text in word.words(made)
    runs = [run for p in word.opened(made).paragraphs for run in p.runs]
    assert [run.text for run in runs if run.font.rtl] == right_to_left
