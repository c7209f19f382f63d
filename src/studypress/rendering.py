"""A project and a definition to files: choose, arrange, write out. It reads the
pictures and sounds that a deck ships, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from studypress import choose
from studypress.arrange import Layout, id_of, lay_out, papers
from studypress.bank import Bank
from studypress.extracts import missing_texts, with_texts
from studypress.files import media_files
from studypress.forms import landmarks
from studypress.keeping import kept_file, kept_path
from studypress.languages import paper_size
from studypress.model.definitions import Deck, Quiz
from studypress.outputs.built import Built, Length, Tell, UntrustedLook, silent
from studypress.outputs.extras import Extra
from studypress.paper import Paper
from studypress.paths import MEDIA_FOLDER
from studypress.project import Files, Project
from studypress.proving import Texts

if TYPE_CHECKING:
    from studypress.outputs.anki.setting import Setting
    from studypress.outputs.paper.look import Look


class Wishes(Struct, frozen=True):
    """What a build is asked for.

    `now` (seconds since 1970) stamps the notes that are not as released; None: the ledger's next
    time. `extras` are made of quizzes besides their pages, `texts` are those at hand, by key.
    `allow_templates`: looks of quizzes may be used. `tell` hears what is being made.
    """

    now: int | None = None
    extras: Collection[Extra] = ()
    texts: Texts = field(default_factory=dict)
    allow_templates: bool = False
    tell: Tell = silent


_PLAIN = Wishes()


def render(project: Project, name: str, wishes: Wishes = _PLAIN) -> Built:
    """What is made of one definition. The project must have no errors.

    Raises UntrustedLook where it has a look and that is not allowed, BrokenLook where it fails.
    """
    definition = project.definitions[name]
    return _OUTPUTS[type(definition)](name, definition, project, wishes)


def _render_deck(name: str, deck: Deck, project: Project, wishes: Wishes) -> Built:
    from studypress.outputs import anki

    wishes.tell(name)
    items = choose.cards(project.bank, deck, project.ledger)
    return Built(anki.render(name, deck, items, setting(project), project.ledger, wishes.now))


def _render_quiz(name: str, quiz: Quiz, project: Project, wishes: Wishes) -> Built:
    layout = lay_out(name, quiz, project.drawn[name], project.bank)
    return laid_out(layout, quiz, project.bank, project.looks.get(name), wishes)


def laid_out(
    layout: Layout, quiz: Quiz, bank: Bank, look: Look | None, wishes: Wishes = _PLAIN
) -> Built:
    """What is made of a paper; the quiz says what is printed around its questions."""
    if look and not wishes.allow_templates:
        raise UntrustedLook(layout.name, look.folder)
    filled = tuple(with_texts(paper, quiz, bank, wishes.texts) for paper in papers(layout))
    return printed(filled, wishes, look)


def kept(project: Project, name: str) -> dict[str, bytes]:
    """The file in which a quiz's paper is kept, by its path under the root."""
    quiz = project.definitions[name]
    assert isinstance(quiz, Quiz)
    layout = lay_out(name, quiz, project.drawn[name], project.bank)
    return {kept_path(id_of(layout)): kept_file(layout)}


def printed(
    versions: tuple[Paper, ...], wishes: Wishes = _PLAIN, look: Look | None = None
) -> Built:
    """The pages of all versions of a quiz, in its own look where it has one, and what else is
    made of them."""
    from studypress.outputs import paper

    files = dict(paper.render(versions, look, wishes.tell))
    for extra in wishes.extras:
        wishes.tell(f"{versions[0].name}: {extra}")
        files |= _EXTRAS[extra](versions, files)
    lengths = tuple(_counted(length, files) for length in paper.lengths(versions, look))
    return Built(files, lengths, tuple(missing_texts(versions[0])))


def _counted(length: Length, files: Mapping[str, bytes]) -> Length:
    """The length of a paper that was printed to PDF is known."""
    file = PurePath(length.file).with_suffix(".pdf").name
    if file not in files:
        return length
    from studypress.outputs import pdf

    pages = pdf.page_count(files[file])
    return replace(length, fewest=pages, most=pages, is_exact=True)


def _render_docx(versions: tuple[Paper, ...], files: Files) -> Files:
    from studypress.outputs import docx

    return docx.render(versions)


def _render_pdf(versions: tuple[Paper, ...], files: Files) -> Files:
    from studypress.outputs import pdf

    return pdf.render(files, paper_size(versions[0].language))


_EXTRAS: Mapping[Extra, Callable[[tuple[Paper, ...], Files], Files]] = {
    Extra.DOCX: _render_docx,
    Extra.PDF: _render_pdf,
}

# Adding an output: its package, its definition's type, one line here. Imported when needed only:
# genanki takes nine times as long to import as Python to start.
_OUTPUTS: Mapping[type, Callable[[str, Any, Project, Wishes], Built]] = {
    Deck: _render_deck,
    Quiz: _render_quiz,
}


def setting(project: Project) -> Setting:
    """What all notes of the project's bank share."""
    from studypress.outputs.anki.setting import Setting

    bank, ledger = project.bank, project.ledger
    media = media_files(project.root / MEDIA_FOLDER)
    identity = ledger.identity(str(bank.record.bank))
    return Setting(bank.record, identity, landmarks(bank), ledger.adopted, media)
