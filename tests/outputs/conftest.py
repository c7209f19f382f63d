"""One browser for all tests that need it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.outputs.browser import Browser, find_browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    running = Browser(find_browser(), tmp_path_factory.mktemp("browser"))
    yield running
    running.close()
