"""What tests need from outside the repo, and the reason for a skip where it is missing."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Timings on a busy machine are no property of the code; the same examples every time keep CI from failing by chance.
settings.register_profile("sayso", deadline=None, derandomize=True)
settings.load_profile("sayso")

REPO = Path(__file__).resolve().parents[1]
REQUIRED = frozenset(filter(None, os.environ.get("SAYSO_REQUIRE", "").split(",")))


def absent(what: str, why: str) -> None:
    """Skip with a reason; fail instead where SAYSO_REQUIRE names `what`."""
    if what in REQUIRED:
        pytest.fail(f"{what} is required here (SAYSO_REQUIRE) and missing: {why}")
    pytest.skip(f"{what} is missing: {why}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared with the measuring data, scorers and schemas."""
    folder = REPO.parent / "shared"
    if not (folder / "schema" / "check_format.py").is_file():
        absent("shared", "no folder ../shared beside the checkout")
    return folder
