"""The commands as a person and a program use them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from studypress import __version__
from studypress.codes.table import BY_ID
from tests.golden import assert_golden
from tests.needs import missing
from tests.real_bank import ROOT
from tests.running import FILES, contents, studypress
from tests.written import QUESTION, write_bank


def test_version() -> None:
    assert studypress("--version").stdout == f"studypress {__version__}\n"


@pytest.mark.parametrize("command", ["build", "check", "list", "explain", "schema"])
def test_help_is_short(command: str) -> None:
    done = studypress(command, "--help")
    assert done.returncode == 0
    assert done.stdout.count("\n") < 40


def test_clean_check_says_so(tmp_path: Path) -> None:
    done = studypress("check", "--root", write_bank(tmp_path, FILES))
    assert (done.returncode, done.stdout) == (0, "9 questions, 2 definitions: no faults\n")


def broken(root: Path) -> Path:
    text = "format: 1\ntopic: T\nquestions:\n" + QUESTION.replace("kind: term", "kind: trem")
    return write_bank(root, {**FILES, "questions/broken.yaml": text})


def test_formats_of_check(tmp_path: Path) -> None:
    root = broken(tmp_path)
    concise = studypress("check", "--root", root, "--format", "concise")
    assert concise.returncode == 1
    assert concise.stdout == "questions/broken.yaml:5:9: error[Q104] unknown value `trem`\n"
    github = studypress("check", "--root", root, "--format", "github")
    assert github.stdout == (
        "::error file=questions/broken.yaml,line=5,col=9,title=Q104::unknown value `trem`"
        " (did you mean `term`?)\n"
    )
    as_json = studypress("check", "--root", root, "--format", "json")
    assert json.loads(as_json.stdout) == [
        {
            "code": "Q104",
            "severity": "error",
            "message": "unknown value `trem`",
            "help": "did you mean `term`?",
            "file": "questions/broken.yaml",
            "line": 5,
            "column": 9,
        }
    ]


def test_json_of_a_clean_check_is_an_empty_array(tmp_path: Path) -> None:
    done = studypress("check", "--root", write_bank(tmp_path, FILES), "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    text = "format: 1\ntopic: T\nquestions:\n" + QUESTION.replace(
        "What did the envoy propose?", "Why?"
    )
    root = write_bank(tmp_path, {**FILES, "questions/warned.yaml": text})
    assert studypress("check", "--root", root).returncode == 0
    assert studypress("check", "--root", root, "--strict").returncode == 1
    assert studypress("build", "--root", root).returncode == 0


def test_an_allowed_warning_is_not_shown(tmp_path: Path) -> None:
    question = QUESTION.replace("What did the envoy propose?", "Why?")
    allowed = question.replace("  cite", "  allow:\n  - Q406: it is meant\n  cite")
    root = write_bank(
        tmp_path, {**FILES, "questions/w.yaml": "format: 1\ntopic: T\nquestions:\n" + allowed}
    )
    assert studypress("check", "--root", root, "--strict").returncode == 0


def test_list_as_json_has_the_documented_shape(tmp_path: Path) -> None:
    done = studypress(
        "list", "--root", write_bank(tmp_path, FILES), "--format", "json", "--kind", "quote"
    )
    assert_golden("list.json", done.stdout)


def test_list_filters_and_counts(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    assert studypress("list", "--root", root).stdout.endswith("9 questions\n")
    assert studypress("list", "--root", root, "--kind", "date").stdout.endswith("5 questions\n")
    assert studypress("list", "--root", root, "--form", "cloze").stdout.endswith("0 questions\n")
    assert studypress("list", "--root", root, "--tag", "the-mission").stdout.endswith(
        "9 questions\n"
    )


@pytest.mark.parametrize("code", BY_ID)
def test_explain_has_a_page_on_every_code(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    from studypress.explain import explain

    page = explain(code)
    assert page is not None
    assert "Not so:" in page
    assert "But so:" in page
    assert not re.search(r" \n|# \S+\n +# (questions|decks)/", page)


def _keys(schema: object) -> set[str]:
    """The keys that an editor's schema knows, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(_keys, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())).union(*map(_keys, schema.values()))


@pytest.mark.parametrize("path", ["questions/question.schema.json", "decks/definition.schema.json"])
def test_explain_has_a_page_on_every_key(path: str) -> None:
    from studypress.explain import explain

    keys = _keys(json.loads((ROOT / path).read_text(encoding="utf-8")))
    assert len(keys) > 20
    assert [key for key in keys if explain(key) is None] == []


@pytest.mark.parametrize("key", ["cite", "counted", "sections"])
def test_explain_says_where_a_key_stands_and_what_it_holds(key: str) -> None:
    assert_golden(f"explain-{key}.txt", studypress("explain", key).stdout)


def test_explain_keys_and_contents() -> None:
    assert_golden("explain-date.txt", studypress("explain", "date").stdout)
    contents = studypress("explain").stdout
    assert "Q104  error" in contents
    codes = re.findall(r"^Q\d+", contents, flags=re.MULTILINE)
    assert codes == sorted(codes)
    unknown = studypress("explain", "Q999")
    assert unknown.returncode == 2
    assert "Q999" in unknown.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "--root", "/nowhere/at/all"], "has no folder questions/"),
        (["build", "nothing"], "there is no definition `nothing`"),
        (["check", "--format", "xml"], "xml"),
        (["list", "--format", "xml"], "xml"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_misuse_is_status_2_and_says_what_to_do(args: list[str], said: str, tmp_path: Path) -> None:
    if "--root" not in args and args[0] != "frobnicate":
        args = [*args, "--root", str(write_bank(tmp_path, FILES))]
    done = studypress(*args)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    (tmp_path / "file").write_text("in the way")
    done = studypress("build", "--root", root, "--out", tmp_path / "file")
    assert done.returncode == 1
    assert done.stderr.startswith("studypress: cannot write ")
    assert done.stderr.count("\n") == 1


def test_committed_schemas_are_those_of_the_types() -> None:
    repository = Path(__file__).parents[1]
    questions = (repository / "questions" / "question.schema.json").read_text(encoding="utf-8")
    decks = (repository / "decks" / "definition.schema.json").read_text(encoding="utf-8")
    assert studypress("schema").stdout == questions
    assert studypress("schema", "--definitions").stdout == decks


@pytest.mark.parametrize("command", [["preview"], ["coverage"], ["release"], ["build"]])
def test_every_command_that_writes_says_in_one_line_what_it_cannot_write(
    command: list[str], tmp_path: Path
) -> None:
    root = write_bank(tmp_path, FILES)
    (tmp_path / "file").write_text("in the way")
    done = studypress(*command, "--root", root, "--out", tmp_path / "file")
    assert done.returncode == 1
    assert done.stderr.startswith("studypress: cannot write ")
    assert done.stderr.count("\n") == 1


def test_an_editors_schema_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    (root / "questions" / "question.schema.json").mkdir()
    done = studypress("schema", "--write", "--root", root)
    assert done.returncode == 1
    assert done.stderr.startswith("studypress: cannot write ")


def test_extras_are_made_of_quizzes_beside_their_pages(tmp_path: Path) -> None:
    from studypress.outputs.extras import Extra, advice

    for extra in Extra:
        lacking = advice(extra)
        if lacking:
            missing(extra.upper(), lacking)
    root = write_bank(tmp_path, FILES)
    done = studypress("build", "--docx", "--pdf", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    made = {*contents(root / "build" / "test")}
    pages = {name.removesuffix(".html") for name in made if name.endswith(".html")}
    word = {f"{what}-{version}.docx" for what in ("key", "paper") for version in "AB"}
    pdf = {f"{page}.pdf" for page in pages}
    assert made == word | pdf | {f"{page}.html" for page in pages} | {"marks.csv"}


EXTRAS = [("docx", "docx"), ("pdf", "weasyprint")]


@pytest.mark.parametrize(("extra", "library"), EXTRAS)
def test_without_its_extra_one_line_says_how_to_get_it(
    extra: str,
    library: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from studypress.cli import app

    root = write_bank(tmp_path, FILES)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SystemExit) as end:
        app(["build", "--root", str(root), f"--{extra}"])
    assert end.value.code == 1
    assert capsys.readouterr() == (
        "",
        f"studypress: --{extra} needs an extra: pip install 'studypress[{extra}]'\n",
    )
    assert not (root / "build").exists()


def test_without_pango_one_line_says_where_to_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from studypress.outputs.extras import Extra, advice

    (tmp_path / "weasyprint.py").write_text("print('-----')\nraise OSError('libpango-1.0-0')\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    said = advice(Extra.PDF)
    assert said
    assert said.startswith("--pdf needs the library Pango")
