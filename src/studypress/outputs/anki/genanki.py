"""genanki, without what it imports and studypress never makes it use.

PyYAML (for note types written in YAML) and asyncio (for cached properties that are coroutines)
take longer to import than all the rest of it, so they are run when first looked into.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """A package that is found, and run when anything of it is asked for.

    What `importlib.util.LazyLoader` makes is run already by a second `import` of it.
    """

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        assert spec
        assert spec.loader
        self.__class__ = ModuleType  # type: ignore[assignment]
        self.__path__ = spec.submodule_search_locations or []
        spec.loader.exec_module(self)
        return getattr(self, name)


def _defer(package: str) -> None:
    spec = None if package in sys.modules else find_spec(package)
    if spec:
        module = module_from_spec(spec)
        del module.__path__  # so that it is run before a part of it is
        module.__class__ = _Deferred
        sys.modules[package] = module


_defer("asyncio")
_defer("yaml")

from genanki import Deck, Model, Package  # noqa: E402

__all__ = ["Deck", "Model", "Package"]
