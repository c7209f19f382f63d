"""What is installed: its dependencies with their licences, its types, its completion."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.needs import missing
from tests.running import FILES
from tests.written import write_bank

ROOT = Path(__file__).parents[1]
LICENCES = ROOT / ".github" / "LICENCES.md"
ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def name_of(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", requirement).lower()


def needed(requirements: list[str]) -> Iterator[str]:
    """All that these bring, and what they bring, as installed here."""
    waiting = [(Requirement(r), "") for r in requirements]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        for wanted in requirement.extras or {""}:
            key = name_of(requirement.name), wanted
            if key in seen:
                continue
            seen.add(key)
            yield key[0]
            brought = distribution(requirement.name).requires or []
            waiting += [(Requirement(r), wanted) for r in brought]


def test_every_dependency_is_listed_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = LICENCES.read_text(encoding="utf-8").partition("|---|")[2]
    rows = {match[1]: match[2] for match in ROW.finditer(listed)}
    try:
        brought = {
            name
            for group in (project["dependencies"], *(extras[e] for e in extras if e != "dev"))
            for name in needed(group)
        }
    except PackageNotFoundError as lacking:
        missing("DEPENDENCIES", f"{lacking.name} is not installed")
    assert brought - rows.keys() == set(), "add them to .github/LICENCES.md"
    assert rows.keys() - brought <= {"colorama", "tzdata"}, "these are not needed any more"
    assert all(licence.strip() for licence in rows.values())


PARTS = (
    "py.typed",
    "outputs/anki/templates/front.html",
    "outputs/anki/templates/card.css",
    "outputs/paper/templates/page.html.j2",
    "outputs/paper/styles/print.css",
    "outputs/coverage/templates/coverage.html.j2",
    "outputs/docx/skeleton/word/styles.xml",
    "starter/files/README.md",
)


@pytest.mark.parametrize("part", PARTS)
def test_what_is_not_python_is_part_of_the_package(part: str) -> None:
    assert files("studypress").joinpath(*part.split("/")).is_file()


def completed(words: str, root: Path) -> list[str]:
    """What bash offers after these words."""
    code = "import sys; sys.argv[0] = 'studypress'; from studypress.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "_STUDYPRESS_COMPLETE": "complete_bash",
            "COMP_WORDS": f"studypress {words}",
            "COMP_CWORD": str(len(f"studypress {words}".split(" ")) - 1),
        },
        check=False,
    )
    return done.stdout.split()


def test_the_shell_completes_commands_options_and_definitions(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    assert completed("bu", root) == ["build"]
    assert completed("build --lo", root) == ["--locked"]
    assert sorted(completed("build ", root)) == ["cards", "test"]
    assert completed("list --kind q", root) == ["quote"]
