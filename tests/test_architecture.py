"""The shape of the code: imports point one way, and rooms stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "studypress"
FILES = sorted(SRC.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# Each room may import from those that stand after it, never from one before it. Outputs and forms
# meet in items: neither may import the other.
ROOMS = [
    "cli", "commands", "starter", "adopt", "release", "previewing", "remaking", "rendering", "project", "looks", "outputs", "extracts", "coverage", "proving", "listing", "explain", "schema", "keeping", "arrange", "checks", "choose", "atomic",
    "filters", "forms", "paper", "items", "rules", "bank", "files", "show", "report_style", "ledger", "identity", "model",
    "languages", "texts", "seeds", "fingerprints", "decode", "source", "lookalikes", "codes", "diagnostics", "adopted", "markdown", "counted", "batches", "bounded", "limits", "paths",
]  # fmt: skip
FORBIDDEN = {
    ("outputs", "forms"),
    ("outputs", "checks"),
    ("outputs", "choose"),
    ("outputs", "bank"),
}
ENTRANCES = {"__init__", "__main__"}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(file: Path) -> Iterator[str]:
    """Modules of this package that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "studypress":
                yield from (f"studypress.{alias.name}" for alias in node.names)
            elif node.module.startswith("studypress."):
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("studypress"))


def name_of(file: Path) -> str:
    return ".".join(["studypress", *file.relative_to(SRC).with_suffix("").parts])


def test_every_room_is_in_the_table() -> None:
    assert {room(name_of(f)) for f in FILES} - ENTRANCES == set(ROOMS)


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SRC)))
def test_imports_point_one_way(file: Path) -> None:
    here = room(name_of(file))
    if here in ENTRANCES:
        return
    for module in imports(file):
        there = room(module)
        if there == here or there == "__version__":
            continue
        assert ROOMS.index(here) < ROOMS.index(there), f"{name_of(file)} imports {module}"
        assert (here, there) not in FORBIDDEN, f"{name_of(file)} imports {module}"


def test_each_library_is_imported_in_its_own_room_only() -> None:
    allowed = {
        "yaml": "source",
        "genanki": "outputs",
        "jinja2": "outputs",
        "weasyprint": "outputs",
        "docx": "outputs",
        "typer": "cli commands",
    }
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            modules = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for module in modules:
                top = module.split(".")[0]
                if top in allowed:
                    assert room(name_of(file)) in allowed[top].split(), f"{file} imports {module}"


@pytest.mark.parametrize("file", [*FILES, *TESTS], ids=lambda f: str(f.relative_to(ROOT)))
def test_files_and_functions_stay_small(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 350
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40, f"{file.name}:{node.lineno}: {node.name} has {length} lines"


def test_no_word_of_the_code_knows_the_bank_that_it_ships() -> None:
    subject = ("korea", "armistice", "stalin", "zhou", "mao ", "essay 2")
    for file in FILES:
        text = file.read_text(encoding="utf-8").casefold()
        assert [w for w in subject if w in text] == [], file
