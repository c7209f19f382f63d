"""A school's own look: allowed in so many words, bounded, and never part of a default build."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest

from studypress.outputs.paper import lengths, render
from studypress.outputs.paper.look import Look
from tests.outputs.browser import Browser
from tests.outputs.paper_samples import sample_paper, text_of
from tests.real_bank import ROOT
from tests.running import FILES, QUIZ, contents, studypress
from tests.written import write_bank

EXAMPLE = {
    f"decks/looks/example/{file.name}": file.read_bytes()
    for file in (ROOT / "decks" / "looks" / "example").iterdir()
}
HEADER = b"<header><p>Hillside</p>{{ heading.title }}</header>\n"


def bank(root: Path, look: str, files: dict[str, bytes]) -> Path:
    return write_bank(root, {**FILES, "decks/test.yaml": f"{QUIZ}look: {look}\n", **files})


def school(root: Path, **files: bytes) -> Path:
    """A bank whose quiz has a look of these files; `__` in a name stands for a dot."""
    named = {f"decks/school/{name.replace('__', '.')}": data for name, data in files.items()}
    return bank(root, "school", named)


def look_of(**texts: str) -> Look:
    return Look("decks/school", {name.replace("__", "."): text for name, text in texts.items()})


# Allowing ----------------------------------------------------------------------------------


def test_a_look_is_refused_in_one_line_and_nothing_is_written(tmp_path: Path) -> None:
    root = school(tmp_path, look__css=b"h1 { color: navy; }")
    for names in ([], ["test"]):
        done = studypress("build", *names, "--root", root)
        assert done.returncode == 1
        assert done.stderr == (
            "studypress: test has templates of its own in decks/school/, and templates are code: "
            "read them, then build with --allow-templates\n"
        )
        assert not (root / "build").exists()
    assert studypress("build", "cards", "--root", root).returncode == 0
    assert studypress("check", "--root", root).returncode == 0


def test_an_allowed_look_stands_in_for_the_built_in_files(tmp_path: Path) -> None:
    css = b"h1 { color: navy; }\n"
    root = school(tmp_path, front__html__j2=HEADER, look__css=css)
    done = studypress("build", "test", "--root", root, "--allow-templates")
    assert (done.returncode, done.stderr) == (0, "")
    for name, data in contents(root / "build" / "test").items():
        if name.endswith(".html"):
            page = data.decode()
            assert css.decode() in page
            assert ("<p>Hillside</p>The mission" in page) is name.startswith("paper")
            style = page[page.index("<style>") + 7 : page.index("</style>")]
            digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
            assert f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'" in page


def test_the_example_is_built_as_it_stands(tmp_path: Path) -> None:
    root = bank(tmp_path, "looks/example", EXAMPLE)
    done = studypress("build", "test", "--root", root, "--allow-templates")
    assert (done.returncode, done.stderr) == (0, "")
    page = (root / "build" / "test" / "paper-A.html").read_text(encoding="utf-8")
    assert text_of(page).startswith("Hillside School Department of History The mission")


def test_no_definition_of_this_repository_uses_the_example() -> None:
    assert not [f for f in (ROOT / "decks").glob("*.yaml") if "look:" in f.read_text("utf-8")]


# Faults ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["../school", "/tmp", "a/../../b", "a\\b", ".hidden", "a//b"])
def test_no_path_leads_out_of_decks(path: str, tmp_path: Path) -> None:
    done = studypress("check", "--root", bank(tmp_path, path, {}), "--format", "concise")
    assert "error[Q125]" in done.stdout


def test_no_link_leads_out_of_decks(tmp_path: Path) -> None:
    root = bank(tmp_path / "bank", "school", {})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "look.css").write_text("h1 { color: navy; }")
    (root / "decks" / "school").symlink_to(tmp_path / "elsewhere")
    assert "error[Q522]" in studypress("check", "--root", root, "--format", "concise").stdout
    (root / "decks" / "school").unlink()
    (root / "decks" / "school").mkdir()
    (root / "decks" / "school" / "look.css").symlink_to(tmp_path / "elsewhere" / "look.css")
    assert "error[Q524]" in studypress("check", "--root", root, "--format", "concise").stdout


@pytest.mark.parametrize("name", ["page__html__j2", "paper__css__j2", "papre__css"])
def test_a_file_that_replaces_nothing_is_a_fault(name: str, tmp_path: Path) -> None:
    """Nor does the skeleton of a page, which holds its security policy."""
    root = school(tmp_path, **{name: b"x"})
    assert "error[Q523]" in studypress("check", "--root", root, "--format", "concise").stdout


def test_a_note_may_stand_beside_the_files_of_a_look(tmp_path: Path) -> None:
    root = school(tmp_path, look__css=b"", README__md=b"How to use it.", LICENSE=b"MIT")
    assert studypress("check", "--root", root).returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("front__html__j2", b"<header>\n{% if x %}\n</header>\n", "front.html.j2:"),
        ("look__css", b"h1 {}\n</style><script>alert(1)</script>\n", "look.css:2:1"),
        ("look__css", b"\xff\xfe", "look.css:1:1"),
    ],
)
def test_check_finds_what_cannot_be_used(
    name: str, text: bytes, place: str, tmp_path: Path
) -> None:
    done = studypress("check", "--root", school(tmp_path, **{name: text}), "--format", "concise")
    assert f"decks/school/{place}" in done.stdout
    assert "error[Q524]" in done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "{{ heading.titel }}",
        "{{ page.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ words.counted.__globals__ }}",
        "{% include '../../questions/bank.yaml' %}",
        "{{ 1 / 0 }}",
        "{{ page.sections.append(1) }}",
    ],
)
def test_what_a_template_may_not_do_is_a_fault_in_its_line(code: str, tmp_path: Path) -> None:
    text = f"<header>\n<p>Hillside</p>\n{code}\n</header>\n".encode()
    root = school(tmp_path, front__html__j2=text)
    done = studypress("build", "test", "--root", root, "--allow-templates")
    assert done.returncode == 1
    assert "error[Q524]" in done.stderr
    assert "decks/school/front.html.j2:3:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "build").exists()


# Bounds ------------------------------------------------------------------------------------


def test_a_template_of_the_paper_sees_no_answer() -> None:
    seen = "<header>{{ page }}{% for section in page.sections %}{{ section }}{% endfor %}</header>"
    paper = sample_paper()
    page = render((paper,), look_of(front__html__j2=seen))["paper-A.html"].decode()
    front = page[page.index("<header>") : page.index("</header>")]
    assert "Halcyon" not in front  # what fills a blank
    assert "Ada Lindqvist" not in front  # what is accepted
    assert not [entry.item.id for entry in paper.entries if entry.item.id in front]


def test_text_stays_text_in_a_template_of_its_own() -> None:
    page = render((sample_paper(),), look_of(front__html__j2="<header>{{ '<b>' }}</header>"))
    assert "<header>&lt;b&gt;</header>" in page["paper-A.html"].decode()


def test_sizes_of_a_look_do_not_touch_large_print_and_count_in_its_length() -> None:
    small = look_of(look__css=":root { --text: 9pt; --line: 6mm; }\n")
    large = render((sample_paper(),), small)["paper-A-large.html"].decode()
    assert re.findall(r"--text: ([\w.]+);", large)[-1] == "18pt"
    sizes = look_of(sizes__css=_sizes().replace("--line: 8mm", "--line: 16mm"))
    assert lengths((sample_paper(),), sizes)[0].fewest > lengths((sample_paper(),))[0].most


def _sizes() -> str:
    file = ROOT / "src" / "studypress" / "outputs" / "paper" / "styles" / "sizes.css"
    return file.read_text(encoding="utf-8")


@pytest.mark.browser
def test_a_hostile_look_runs_no_script_and_fetches_nothing(browser: Browser) -> None:
    hostile = look_of(
        front__html__j2=(
            "<header><script>document.title = 'ran'</script>"
            '<img alt="" src="https://example.org/a.png" onerror="document.title = \'ran\'">'
            '<iframe title="-" src="https://example.org/"></iframe></header>'
        ),
        look__css="body { background: url(https://example.org/b.png); }\n",
    )
    with browser.open(render((sample_paper(),), hostile)["paper-A.html"]) as page:
        assert page.value("document.title").startswith("The Skerrow light")
        assert not [url for url in page.loaded() if url.startswith("http")]


@pytest.mark.browser
def test_the_example_asks_for_nothing_and_breaks_no_rule(browser: Browser) -> None:
    texts = {Path(path).name: data.decode() for path, data in EXAMPLE.items()}
    made = render((sample_paper(),), Look("decks/looks/example", texts))
    for name in ("paper-A.html", "paper-A-large.html"):
        with browser.open(made[name]) as page:
            assert page.requests() == []
            assert page.errors() == []
            for media, width in (("screen", 320), ("print", 653)):
                page.set_media(media)
                page.set_width(width)
                assert page.overflow() <= 0
                assert page.violations() == []
