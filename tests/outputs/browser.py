"""Chromium, for tests that open and print a page as a student's browser does.

One process serves the whole run. It is spoken to over a pipe in the Chrome DevTools Protocol
(`--remote-debugging-pipe`: JSON messages, each ended by a zero byte), which needs no package.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.needs import missing

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)
_INCHES = {"A4": (8.27, 11.69), "letter": (8.5, 11.0)}
_TO_BROWSER, _FROM_BROWSER = 3, 4  # the descriptors that Chromium reads and writes

Message = dict[str, Any]


def find_browser() -> str:
    """Chromium's path. Without one the test is skipped, or fails where a browser is required."""
    found = shutil.which("chromium")
    if not found:
        missing("BROWSER", "no chromium on the path")
    return found


class Browser:
    """A running Chromium that cannot resolve any name. `folder` is for its profile and pages."""

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
        here, theirs = _pipe(), _pipe()
        self._write, self._read = here[1], os.fdopen(theirs[0], "rb", buffering=0)
        self._pid = os.posix_spawn(
            program,
            [program, *_FLAGS, f"--user-data-dir={folder / 'profile'}", "about:blank"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, here[0], _TO_BROWSER),
                (os.POSIX_SPAWN_DUP2, theirs[1], _FROM_BROWSER),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
        os.close(here[0])
        os.close(theirs[1])
        self._last = 0
        self._rest = b""
        self.events: list[Message] = []

    def close(self) -> None:
        os.close(self._write)
        self._read.close()
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def call(self, method: str, session: str | None = None, **params: Any) -> Message:
        """One command and its result; events that come before it are kept."""
        self._last += 1
        message: Message = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._last:
            self.events.append(answer)
        assert "error" not in answer, answer["error"]
        result: Message = answer["result"]
        return result

    def wait_for(self, method: str, session: str) -> None:
        seen = iter(self.events)
        while not any(e.get("method") == method and e.get("sessionId") == session for e in seen):
            self.events.append(self._next())
            seen = iter(self.events[-1:])

    def _next(self) -> Message:
        while b"\0" not in self._rest:
            more = self._read.read(1 << 16)
            assert more, "the browser has ended"
            self._rest += more
        raw, self._rest = self._rest.split(b"\0", 1)
        message: Message = json.loads(raw)
        return message

    @contextmanager
    def open(self, html: bytes) -> Iterator[Page]:
        """The page as a file of its own, loaded in a tab of its own."""
        file = self.folder / "page.html"
        file.write_bytes(html)
        self.events.clear()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        page = Page(self, attached["sessionId"], file.as_uri())
        for domain in ("Page", "Network", "Runtime", "Log"):
            page.call(f"{domain}.enable")
        page.call("Page.navigate", url=page.address)
        self.wait_for("Page.loadEventFired", page.session)
        try:
            yield page
        finally:
            self.call("Target.closeTarget", targetId=target)


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are not among the descriptors that the browser will use."""
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return high[0], high[1]


@dataclass(frozen=True, slots=True)
class Page:
    """An open page."""

    browser: Browser = field(repr=False)
    session: str
    address: str

    def call(self, method: str, **params: Any) -> Message:
        return self.browser.call(method, self.session, **params)

    def value(self, expression: str) -> Any:
        """What an expression comes to in the page; promises are waited for."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def pdf(self, paper: str = "A4") -> Path:
        """The page printed on A4 or on letter paper."""
        width, height = _INCHES[paper]
        printed = self.call("Page.printToPDF", paperWidth=width, paperHeight=height)
        target = self.browser.folder / "page.pdf"
        target.write_bytes(b64decode(printed["data"]))
        return target

    def set_width(self, width: int) -> None:
        """A window so many CSS pixels wide."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=False,
        )

    def set_media(self, media: str) -> None:
        """`print` or `screen`."""
        self.call("Emulation.setEmulatedMedia", media=media)

    def overflow(self) -> int:
        """By how many CSS pixels the page is wider than its window."""
        root = "document.documentElement"
        found: int = self.value(f"{root}.scrollWidth - {root}.clientWidth")
        return found

    def requests(self) -> list[str]:
        """What the page asked for besides itself."""
        sent = (e["params"]["request"]["url"] for e in self._events("Network.requestWillBeSent"))
        return [url for url in sent if url != self.address]

    def loaded(self) -> list[str]:
        """What was answered besides the page itself: a request may have been refused."""
        answers = (e["params"]["response"]["url"] for e in self._events("Network.responseReceived"))
        return [url for url in answers if url != self.address]

    def errors(self) -> list[str]:
        """What the console shows in red: exceptions, refused styles and scripts, failed loads."""
        thrown = [str(e["params"]) for e in self._events("Runtime.exceptionThrown")]
        entries = (e["params"]["entry"] for e in self._events("Log.entryAdded"))
        return thrown + [e["text"] for e in entries if e["level"] in ("warning", "error")]

    def violations(self) -> list[str]:
        """What axe-core finds: the rule and the elements that break it."""
        if self.value("typeof axe") == "undefined":
            source = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
            self.call("Runtime.evaluate", expression=source)
        found = self.value("axe.run(document, {resultTypes: ['violations']})")["violations"]
        return [f"{v['id']}: {[n['html'][:120] for n in v['nodes']]}" for v in found]

    def _events(self, method: str) -> list[Message]:
        seen = self.browser.events
        return [e for e in seen if e.get("method") == method and e.get("sessionId") == self.session]
