"""Every way that opening a book can fail has its own type and its own plain sentence."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from models.book import keys
from models.book.book import Book
from models.book.opening import book_exists, create_book, open_book
from models.book.place import Place
from models.checking import check_book
from models.employees.queries import sites
from models.errors import (
    BookDamagedError,
    BookError,
    BookMissingError,
    BookTooNewError,
    WagebookError,
    WrongPassphraseError,
)
from tests.conftest import PASSPHRASE

PAGE = 4096


def refusal(folder: Path, passphrase: str = PASSPHRASE) -> WagebookError:
    with pytest.raises(BookError) as caught:
        open_book(Place(folder=folder), passphrase)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "Error" not in sentence
    assert "sqlite" not in sentence.lower()
    return caught.value


def overwrite(path: Path, offset: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def test_the_right_passphrase_opens_the_book(folder: Path) -> None:
    with open_book(Place(folder=folder), PASSPHRASE) as book:
        assert book.programme().name == "Test"


@pytest.mark.parametrize("wrong", ["Correct horse battery staple", PASSPHRASE + " ", "", "x'00'"])
def test_a_wrong_passphrase_is_told_from_damage(folder: Path, wrong: str) -> None:
    error = refusal(folder, wrong)
    assert type(error) is WrongPassphraseError
    assert str(error) == "The passphrase does not open this book."


def test_a_passphrase_may_have_quotes_and_any_script(tmp_path: Path) -> None:
    passphrase = 'l\'été "x" 김치 -- ; 😀'
    place = Place(folder=tmp_path / "b.book")
    create_book(place, passphrase, {}).close()
    open_book(place, passphrase).close()
    assert type(refusal(tmp_path / "b.book", "l'ete")) is WrongPassphraseError


def test_a_missing_book_is_said_to_be_missing(tmp_path: Path) -> None:
    assert type(refusal(tmp_path / "nothing.book")) is BookMissingError
    (tmp_path / "empty.book").mkdir()
    assert type(refusal(tmp_path / "empty.book")) is BookMissingError
    (tmp_path / "file.book").write_text("a file")
    assert type(refusal(tmp_path / "file.book")) is BookMissingError
    assert not book_exists(Place(folder=tmp_path / "file.book"))


@pytest.mark.parametrize(
    ("how", "content"),
    [
        ("emptied", b""),
        ("garbage", bytes(range(256)) * 64),
        ("zeros", bytes(PAGE * 3)),
        ("short", b"x" * 10),
        ("salt only", b"s" * 16),
        ("text", "이것은 책이 아니다".encode() * 500),
    ],
)
def test_a_file_that_is_no_book_is_said_to_be_damaged(
    folder: Path, how: str, content: bytes
) -> None:
    (folder / "book.db").write_bytes(content)
    assert type(refusal(folder)) is BookDamagedError


def test_a_first_page_that_was_written_over_is_damage(folder: Path) -> None:
    overwrite(folder / "book.db", 100, b"\x00" * 64)
    assert type(refusal(folder)) is BookDamagedError


def test_a_truncated_book_is_damaged(folder: Path) -> None:
    size = (folder / "book.db").stat().st_size
    for kept in (size - PAGE, size // 2, size - 100, PAGE):
        with (folder / "book.db").open("r+b") as file:
            file.truncate(kept)
        assert type(refusal(folder)) is BookDamagedError


def test_damage_in_a_middle_page_is_said_when_it_is_read(demo: Book) -> None:
    demo.close()
    assert demo.place.folder is not None
    database = demo.place.folder / "book.db"
    pages = database.stat().st_size // PAGE
    for page in range(10, pages):
        overwrite(database, page * PAGE + 200, b"damaged by a bad disk")

    def read() -> None:
        with open_book(demo.place, PASSPHRASE) as book:
            sites(book)
            check_book(book)

    with pytest.raises(BookDamagedError) as caught:
        read()
    assert "damaged" in str(caught.value)


def test_an_unencrypted_database_is_not_taken_for_a_book(folder: Path) -> None:
    (folder / "book.db").unlink()
    connection = sqlite3.connect(folder / "book.db")
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.commit()
    connection.close()
    assert type(refusal(folder)) is BookDamagedError


def test_an_encrypted_database_without_our_tables_is_not_a_book(tmp_path: Path) -> None:
    from models.book import sqlcipher as files

    folder = tmp_path / "other.book"
    folder.mkdir()
    engine = files.encrypted_engine(folder / "book.db", keys.derive("p", keys.new_salt()))
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    engine.dispose()
    assert type(refusal(folder, "p")) is BookDamagedError


def test_a_book_of_a_newer_version_is_left_alone(folder: Path) -> None:
    with open_book(Place(folder=folder), PASSPHRASE) as book, book.acting("test") as acting:
        acting.connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    error = refusal(folder)
    assert type(error) is BookTooNewError
    assert "newer version" in str(error)


@pytest.mark.parametrize(
    "check",
    [
        None,
        "",
        "[]",
        '{"salt": 7, "check": "x"}',
        '{"version": 1, "salt": "00", "check": "\\u00e9"}',
        "\xff\xfe",
    ],
)
def test_the_right_passphrase_opens_a_book_whose_check_is_missing_or_damaged(
    folder: Path, check: str | None
) -> None:
    (folder / "passphrase.check").unlink()
    if check is not None:
        (folder / "passphrase.check").write_text(check, encoding="latin-1")
    open_book(Place(folder=folder), PASSPHRASE).close()
    error = refusal(folder, "wrong")
    assert type(error) is WrongPassphraseError
    assert str(error) == "The passphrase does not open this book, or the book is damaged."


def test_a_server_that_is_not_there_is_said_plainly() -> None:
    place = Place.of("postgresql://ann:s3cret@127.0.0.1:9/wages")
    for attempt in (lambda: open_book(place), lambda: create_book(place, "", {})):
        with pytest.raises(BookError) as caught:
            attempt()
        assert "cannot be reached" in str(caught.value)
        assert "s3cret" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("url", ["postgresql://", "postgresql://[", "postgresql://h:port/x"])
def test_an_address_that_is_none_is_said_plainly(url: str) -> None:
    with pytest.raises(BookError):
        open_book(Place.of(url))


_OPENING = """
import sys
from pathlib import Path
from models.book.opening import open_book
from models.book.place import Place
from models.errors import WagebookError
try:
    open_book(Place(folder=Path(sys.argv[1])), sys.argv[2]).programme()
except WagebookError as error:
    print(type(error).__name__)
"""


def _in_a_process(folder: Path, passphrase: str, *before: str) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).parents[3])
    return subprocess.run(
        [*before, sys.executable, "-c", _OPENING, str(folder), passphrase],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd="/",
    )


def _zero_the_first_page(folder: Path) -> None:
    overwrite(folder / "book.db", 100, bytes(500))


@pytest.mark.parametrize(
    ("passphrase", "spoil", "said"),
    [
        ("wrong", lambda _folder: None, "WrongPassphraseError"),
        (PASSPHRASE, _zero_the_first_page, "BookDamagedError"),
    ],
)
def test_sqlcipher_itself_says_nothing_on_the_terminal(
    folder: Path, passphrase: str, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(folder)
    done = _in_a_process(folder, passphrase)
    assert (done.stdout.strip(), done.stderr) == (said, "")


def test_a_folder_that_cannot_be_written_to_is_said_plainly(folder: Path) -> None:
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere, and there is no setpriv to become another")
        become = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for path in [folder, *folder.parents]:
            if path.is_relative_to(tempfile.gettempdir()) and path != Path(tempfile.gettempdir()):
                path.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644)
        probe = [*become, sys.executable, "-c", "import models.book.opening"]
        root = str(Path(__file__).parents[3])
        env = {**os.environ, "PYTHONPATH": root}
        if subprocess.run(probe, capture_output=True, cwd="/", check=False, env=env).returncode:
            pytest.skip("another user cannot read this checkout")
    else:
        become = []
        folder.chmod(0o500)
    done = _in_a_process(folder, PASSPHRASE, *become)
    folder.chmod(0o700)
    assert (done.stdout.strip(), done.stderr) == ("BookError", "")


def test_a_book_that_another_program_holds_is_said_to_be_in_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.book import sqlcipher as files

    monkeypatch.setattr(files, "BUSY_SECONDS", 0.1)
    place = Place(folder=folder)
    with (
        open_book(place, PASSPHRASE) as one,
        open_book(place, PASSPHRASE) as other,
        one.acting("test.hold") as holding,
    ):
        holding.connection.execute(text("DELETE FROM setting"))
        with pytest.raises(BookError) as caught, other.acting("test.write"):
            pass
        assert "cannot be used just now" in str(caught.value)
        assert other.programme().name == "Test"
