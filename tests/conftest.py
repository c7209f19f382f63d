"""How hard the properties are tried: `pytest --hypothesis-profile=thorough` takes an hour."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_ANY_TIME = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}

settings.register_profile("suite", max_examples=150, **_ANY_TIME)  # type: ignore[arg-type]
settings.register_profile("thorough", max_examples=20_000, **_ANY_TIME)  # type: ignore[arg-type]
settings.load_profile("suite")
