"""What stands at the head and foot of a page: the same on a paper and on its key."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from studypress.paper import Paper

_LONGEST_RUNNING_TITLE = 64  # characters of 8 pt that leave room for the name beside them


@dataclass(frozen=True, slots=True)
class Heading:
    """Words that name a paper. `edition` says which version and arrangement it is."""

    title: str
    extent: str
    edition: str
    imprint: str
    language: str

    @property
    def running_title(self) -> str:
        """The title where it shares a line with something else."""
        if len(self.title) <= _LONGEST_RUNNING_TITLE:
            return self.title
        return self.title[: _LONGEST_RUNNING_TITLE - 1].rstrip() + "…"


def heading(paper: Paper) -> Heading:
    extent = (
        counted(len(paper.entries), "question"),
        counted(paper.marks, "mark"),
        counted(paper.minutes, "minute"),
    )
    return Heading(
        title=paper.title,
        extent=" · ".join(extent),
        edition=f"Version {paper.version} · {paper.code}",
        imprint=f"{paper.bank_title} {paper.bank_version} · {paper.code} · Version {paper.version}",
        language=paper.language,
    )


def counted(count: int, noun: str) -> str:
    """`1 mark`, `2 marks`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def letter(position: int) -> str:
    """The letter of an option, from 0: A to Z, then AA, AB, and so on."""
    rounds, place = divmod(position, len(ascii_uppercase))
    return (letter(rounds - 1) if rounds else "") + ascii_uppercase[place]
