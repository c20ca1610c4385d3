"""What every test can stand on: a real, encrypted, empty book, and one with the demo programme."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from models.book.book import Book
from models.book.keys import SALT_BYTES, BookKey, derive
from models.book.opening import DATABASE, create_book
from models.book.place import Place
from models.book.sqlcipher import encrypted_engine
from models.language import use_language
from tests.print_server import PrintServer, running, skip_without_cups

# The app makes and drops many small objects: looking for cycles so often takes a fifth of the time.
gc.set_threshold(200_000, 50, 100)

PASSPHRASE = "correct horse battery staple"
TODAY = date(2026, 5, 20)


def pytest_xdist_auto_num_workers() -> int:
    """One more than processors: tests of screens wait for typing to pause now and then."""
    return (os.cpu_count() or 1) + 1


@cache
def _key_of(salt: bytes) -> BookKey:
    """Copies of a book have its salt: what takes longest of opening one is done once."""
    return derive(PASSPHRASE, salt)


def opened(folder: Path) -> Book:
    """A book with `PASSPHRASE`, opened."""
    key = _key_of((folder / DATABASE).read_bytes()[:SALT_BYTES])
    return Book(Place(folder=folder), encrypted_engine(folder / DATABASE, key))


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


@pytest.fixture(autouse=True)
def _no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing comes out of a printer that somebody really has."""
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/cups.sock")


@pytest.fixture(scope="session")
def _print_server() -> Iterator[PrintServer]:
    skip_without_cups()
    with running() as server:
        yield server


@pytest.fixture
def print_server(_print_server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> PrintServer:
    """A print server with a PDF printer; what this process prints goes there."""
    for name, value in _print_server.environment.items():
        monkeypatch.setenv(name, value)
    return _print_server


@pytest.fixture(scope="session")
def _empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "empty.book"
    settings = {"name": "Test", "currency": "CNY", "timezone": "Asia/Shanghai"}
    create_book(Place(folder=folder), PASSPHRASE, settings).close()
    return folder


@pytest.fixture(scope="session")
def _demo_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from models.demo import make_demo

    folder = tmp_path_factory.mktemp("demo") / "demo.book"
    make_demo(Place(folder=folder), PASSPHRASE, months=3, today=TODAY).close()
    return folder


@pytest.fixture
def open_copy(tmp_path: Path) -> Iterator[Callable[[Path], Book]]:
    copies: list[Book] = []

    def copy(folder: Path) -> Book:
        mine = tmp_path / "programme.book"
        shutil.copytree(folder, mine)
        copies.append(opened(mine))
        return copies[-1]

    yield copy
    for book in copies:
        book.close()


@pytest.fixture
def book(open_copy: Callable[[Path], Book], _empty_book: Path) -> Book:
    """An empty book of a programme in Shanghai that pays in CNY."""
    return open_copy(_empty_book)


@pytest.fixture
def demo(open_copy: Callable[[Path], Book], _demo_book: Path) -> Book:
    """Three months of the demo programme and the open one around `TODAY`."""
    return open_copy(_demo_book)
