"""Chromium, for tests that open and print a page as a student's browser does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SECONDS = 120


def require_browser() -> str:
    """Chromium's path. Without one the test is skipped, or fails where a browser is required."""
    found = shutil.which("chromium")
    if found:
        return found
    if os.environ.get("STUDYPRESS_BROWSER") == "required":
        pytest.fail("STUDYPRESS_BROWSER=required, and there is no chromium on the path")
    pytest.skip("no chromium on the path")


def print_pdf(browser: str, page: bytes, folder: Path, paper: str = "") -> Path:
    """The page printed to `folder/page.pdf`, on the browser's own paper or on `paper` ("A4")."""
    target = folder / "page.pdf"
    html = _on_paper(page, paper) if paper else page
    _run(browser, html, folder, ["--no-pdf-header-footer", f"--print-to-pdf={target}"])
    return target


def overflow(browser: str, page: bytes, folder: Path, width: int) -> int:
    """By how many CSS pixels the page is wider than a window of that width.

    A headless window has a least width, so the page is shown in a frame. The frame's script is
    the test's own: the page still runs none.
    """
    (folder / "framed.html").write_bytes(page)
    frame = f"""<!DOCTYPE html><title>-</title>
<iframe id="frame" src="framed.html" style="width:{width}px;height:800px;border:0"></iframe>
<script>onload = () => {{
  const page = document.getElementById("frame").contentDocument.documentElement;
  document.title = "overflow " + (page.scrollWidth - page.clientWidth);
}};</script>"""
    dom = _run(browser, frame.encode(), folder, ["--allow-file-access-from-files", "--dump-dom"])
    found = re.search(r"<title>overflow (-?\d+)</title>", dom)
    assert found, f"the page could not be measured:\n{dom[:500]}"
    return int(found[1])


def dump_dom(browser: str, page: bytes, folder: Path) -> str:
    """The document as the browser understood it, after loading."""
    return _run(browser, page, folder, ["--dump-dom"])


def _on_paper(page: bytes, paper: str) -> bytes:
    """A copy with a fixed paper size, which a page for all papers must not have itself."""
    html = re.sub(rb"<meta http-equiv[^>]*>", b"", page)
    size = f"<style>@page {{ size: {paper}; }}</style></head>".encode()
    return html.replace(b"</head>", size)


def _run(browser: str, page: bytes, folder: Path, arguments: Sequence[str]) -> str:
    source = folder / "page.html"
    source.write_bytes(page)
    profile = folder / "profile"
    shutil.rmtree(profile, ignore_errors=True)
    command = [browser, *_FLAGS, f"--user-data-dir={profile}", *arguments, source.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    return done.stdout.decode()
