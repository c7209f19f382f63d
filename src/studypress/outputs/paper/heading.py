"""What stands at the head and foot of a page: the same on a paper and on its key."""

from __future__ import annotations

from msgspec import Struct

from studypress.languages import Direction, direction, language
from studypress.languages.catalogue import PaperWords
from studypress.paper import Paper


class Heading(Struct, frozen=True):
    """Words that name a paper. `edition` says which version and arrangement it is."""

    title: str
    extent: str
    edition: str
    imprint: str
    language: str

    @property
    def direction(self) -> Direction:
        return direction(self.language)

    def running_title(self, longest: int) -> str:
        """The title where it shares a line with something else: so many characters at most."""
        if len(self.title) <= longest:
            return self.title
        cut = self.title[:longest]
        return (cut[: cut.rfind(" ")] if " " in cut else cut[:-1]).rstrip(" ,;:") + "…"


def words_of(paper: Paper) -> PaperWords:
    """The words of its language."""
    return language(paper.language).papers


def heading(paper: Paper) -> Heading:
    """The heading of one version, in the language of its bank."""
    words = words_of(paper)
    extent = (
        words.counted(len(paper.entries), words.questions),
        words.counted(paper.marks, words.marks),
        words.counted(paper.minutes, words.minutes),
    )
    edition = words.version.format(paper.version)
    return Heading(
        title=paper.title,
        extent=" · ".join(extent),
        edition=f"{edition} · {paper.id}",
        imprint=f"{paper.bank_title} {paper.bank_version} · {paper.id} · {edition}",
        language=paper.language,
    )
