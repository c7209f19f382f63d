"""Commands that begin a bank: an empty one, or one that was somebody's deck."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from studypress.commands.common import fail, misuse, write_files
from studypress.commands.leaving import named, reason

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or one without a bank.")]
Namespace = Annotated[
    str | None,
    typer.Option("--bank", help="The bank's namespace, for ever: small letters and hyphens."),
]
Title = Annotated[str | None, typer.Option(help="The bank's name, for people.")]
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # as in BCP 47, whatever it names
_LONGEST_TITLE = 200  # characters
Tag = Annotated[str, typer.Option("--language", help="A language tag such as en, en-US or ru.")]


def new(folder: Folder, bank: Namespace = None, title: Title = None, language: Tag = "en") -> None:
    """Begin a bank: one question of each kind, a deck and a test."""
    from studypress.decode import Malformed
    from studypress.files import refuse_links_out
    from studypress.model.words import Id
    from studypress.starter import starter

    name = bank or _asked(folder)
    _refuse_what_is_no_tag(language)
    try:
        namespace = Id.parse(name)
    except Malformed as slip:
        misuse(f"{slip.message}; {slip.advice}")
    title = title or name.replace("-", " ").capitalize()
    if not _can_be_a_deck(title):
        misuse(f"`{title[:90]}` is no title: write a few plain words, on one line")
    files = starter(namespace, title, language)
    refuse_links_out(folder, files)
    taken = next((path for path in files if (folder / path).exists()), None)
    if taken:
        misuse(f"{folder / taken} is there already; name a new folder")
    write_files({folder / path: data for path, data in files.items()})
    (folder / ".githooks" / "pre-commit").chmod(0o755)
    there = shlex.quote(str(folder))
    typer.echo(f"{folder} has a bank of its own. Next: cd {there} && studypress build")


def adopt(
    package: Annotated[
        Path, typer.Argument(metavar="DECK.apkg", help="A deck as Anki exports it.")
    ],
    root: Annotated[
        Path | None, typer.Option(help="Where the bank will be [default: this folder].")
    ] = None,
    bank: Namespace = None,
    language: Tag = "en",
) -> None:
    """Begin a bank from an existing deck, whose students lose nothing."""
    from studypress.adopt import Naming, Refused, recover
    from studypress.adopt import adopt as adopt_package
    from studypress.decode import Malformed
    from studypress.model.words import Id
    from studypress.paths import FOLDERS, QUESTIONS

    _refuse_what_is_no_tag(language)
    folder = root or Path.cwd()
    try:
        if folder.is_dir():
            recover(folder)
        if taken := _taken(folder, FOLDERS):
            misuse(f"{taken} is not empty; name a new folder with --root")
        if bank is not None:
            Id.parse(bank)
        said = adopt_package(package, folder, Naming(bank, language))
    except Malformed as slip:
        misuse(f"{slip.message}; {slip.advice}")
    except Refused as refusal:
        fail(f"{package} cannot be adopted: {refusal}")
    except OSError as error:
        fail(f"cannot read or write {named(error, folder)}: {reason(error)}")
    there = f"cd {shlex.quote(str(folder))} && " if root else ""
    after = f"`{there}studypress build`, and try the package in Anki"
    typer.echo("\n".join((*said, f"Next: read some of {folder / QUESTIONS}, then {after}.")))


def _taken(folder: Path, names: Iterable[str]) -> Path | None:
    """A folder of these in which there is something."""
    folders = (folder / name for name in names)
    return next((path for path in folders if path.is_dir() and any(path.iterdir())), None)


def _refuse_what_is_no_tag(language: str) -> None:
    if not _LANGUAGE.fullmatch(language):
        misuse(f"`{language}` is not a language tag; write one such as en, en-US or ru")


def _can_be_a_deck(title: str) -> bool:
    from studypress.model.deck_names import changes
    from studypress.outputs.anki.reading import is_typeable

    is_text = is_typeable(title) and not title.startswith("$")
    return is_text and len(title) <= _LONGEST_TITLE and not changes(title)


def _asked(folder: Path) -> str:
    """The namespace, from whoever sits at the terminal. Ends where nobody answers."""
    question = "The bank's namespace (part of every card's identity: it never changes)"
    try:
        return str(typer.prompt(question, default=_suggested(folder)))
    except typer.Abort:
        typer.echo()  # the cursor is behind the question
        if sys.stdin.isatty():
            raise KeyboardInterrupt from None
        misuse("nobody answered; name the bank's namespace with --bank")


def _suggested(folder: Path) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.casefold())).lstrip(
        "0123456789-"
    )
