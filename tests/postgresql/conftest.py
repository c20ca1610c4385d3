"""A real PostgreSQL server on a socket of its own, and a new database for each test."""

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.book.book import Book
from models.book.opening import create_book
from models.book.place import Place
from models.exchange.importing import import_file
from tests.postgresql.files_of_may import FILES, ORDER

SETTINGS = {"name": "Test", "currency": "CNY", "timezone": "Asia/Shanghai"}
_OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c shared_buffers=16MB"


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).parent if on_path else None


def _as_nobody() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[], str]]:
    """Makes a new, empty database and gives back its address."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL's server programs are not on this machine")
    home = Path(tempfile.mkdtemp(prefix="wb-pg-"))
    become = _as_nobody()
    if become:
        os.chown(home, 65534, 65534)

    def run(program: str, *arguments: str) -> None:
        done = subprocess.run(
            [*become, str(programs / program), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=home,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home)},
        )
        assert done.returncode == 0, done.stderr + done.stdout

    data, log = str(home / "data"), str(home / "log")
    # Names sort here as they do in a manager's language, not by their bytes.
    sorting = ("--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8")
    run("initdb", "-D", data, "-U", "ann", "-A", "trust", "--no-sync", *sorting)
    run("pg_ctl", "-D", data, "-l", log, "-w", "-o", f"{_OPTIONS} -k {home}", "start")
    numbers = itertools.count(1)

    def database() -> str:
        name = f"book{next(numbers)}"
        run("createdb", "-h", str(home), "-U", "ann", name)
        return f"postgresql:///{name}?host={home}&user=ann"

    yield database
    run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def url(server: Callable[[], str]) -> str:
    return server()


@pytest.fixture
def shared(url: str) -> Iterator[Book]:
    """An empty book on the server, with the settings of the book on disk."""
    with create_book(Place.of(url), "", SETTINGS) as book:
        yield book


@pytest.fixture
def full(tmp_path: Path) -> Callable[[Book], Book]:
    def fill(book: Book) -> Book:
        for kind in ORDER:
            path = tmp_path / f"{kind}.csv"
            path.write_text(FILES[kind])
            report = import_file(book, kind, path)
            assert report.added == FILES[kind].count("\n") - 1
        return book

    return fill
