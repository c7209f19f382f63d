"""The pages of a quiz printed to PDF, for whoever wants to send a file rather than print a page.

WeasyPrint lays the same HTML out that a browser prints, tagged for screen readers (PDF/UA-1).
It fetches nothing and reads no clock: the same pages give the same bytes.
"""

from __future__ import annotations

import gc
import hashlib
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import PurePath

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from studypress.languages import PaperSize

__all__ = ["page_count", "render"]


def render(pages: Mapping[str, bytes], size: PaperSize = PaperSize.A4) -> dict[str, bytes]:
    """`paper-A.pdf` for `paper-A.html`, and so on; files that are no pages are left alone."""
    names = [name for name in pages if PurePath(name).suffix == ".html"]
    with ProcessPoolExecutor(initializer=_prepare) as pool:  # a page takes seconds
        printed = pool.map(partial(_printed, size), (pages[name] for name in names))
        return {
            PurePath(name).with_suffix(".pdf").name: pdf
            for name, pdf in zip(names, printed, strict=True)
        }


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has that was made here.

    The root of the page tree knows (ISO 32000-1, 7.7.3.2); it stands in a compressed stream.
    """
    root = re.compile(rb"/Type\s*/Pages\b[^<>]*?/Count\s+(\d+)")
    return next(int(found[1]) for text in _streams(pdf) if (found := root.search(text)))


def _streams(pdf: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"/Type\s*/ObjStm.*?stream\r?\n", pdf, re.DOTALL):
        yield zlib.decompressobj().decompress(pdf[found.end() :])


def _prepare() -> None:
    """Set up a process that prints: a build may have switched collection off, and where HarfBuzz
    does not make the subsets of fonts, fontTools writes the time into them."""
    gc.enable()
    os.environ["SOURCE_DATE_EPOCH"] = "0"


def _printed(size: PaperSize, page: bytes) -> bytes:
    source = HTML(string=page.decode(), url_fetcher=URLFetcher(allowed_protocols={"data"}))
    identifier = hashlib.sha256(page).hexdigest()[:32].encode()
    sheets = [CSS(string=f"@page {{ size: {size} }}")]
    pdf = source.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    assert isinstance(pdf, bytes)  # without a target it returns the file
    return pdf
