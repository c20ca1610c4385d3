"""An empty book that is not open, for the tests of opening it."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, _empty_book: Path) -> Path:
    copied = tmp_path / "programme.book"
    shutil.copytree(_empty_book, copied)
    return copied
