"""The command that begins a bank."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from studypress.commands.common import fail, misuse, write_files

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or one without a bank.")]
Namespace = Annotated[
    str | None,
    typer.Option("--bank", help="The bank's namespace, for ever: small letters and hyphens."),
]
Title = Annotated[str | None, typer.Option(help="The bank's name, for people.")]
Tag = Annotated[str, typer.Option("--language", help="A language tag such as en, en-US or ru.")]


def new(folder: Folder, bank: Namespace = None, title: Title = None, language: Tag = "en") -> None:
    """Begin a bank: one question of each kind, a deck and a test."""
    from studypress.decode import Malformed
    from studypress.model.words import Id
    from studypress.starter import starter

    name = bank or typer.prompt(
        "The bank's namespace (part of every card's identity: it never changes)",
        default=_suggested(folder),
    )
    try:
        namespace = Id.parse(name)
    except Malformed as slip:
        misuse(f"{slip.message}; {slip.advice}")
    files = starter(namespace, title or name.replace("-", " ").capitalize(), language)
    taken = next((path for path in files if (folder / path).exists()), None)
    if taken:
        fail(f"{folder / taken} is there already; name a new folder")
    write_files({folder / path: data for path, data in files.items()})
    (folder / ".githooks" / "pre-commit").chmod(0o755)
    typer.echo(f"{folder} has a bank of its own. Next: cd {folder} && studypress build")


def _suggested(folder: Path) -> str:
    import re

    return "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.casefold())).lstrip(
        "0123456789-"
    )
