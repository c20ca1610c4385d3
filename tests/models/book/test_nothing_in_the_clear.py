"""Nothing that was typed is on disk in the clear: not while the book is open, not after a kill."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import func, select, text

from models.book.actions import change_settings
from models.book.book import Book
from models.book.opening import create_book, open_book
from models.book.place import Place
from models.checking import check_book
from models.employees.actions import add_employee
from models.employees.drafts import EmployeeDraft
from models.exchange.importing import import_file
from models.shifts.tables import SHIFT

PASSPHRASE = "canary passphrase 7319"
CODE, NAME, SITE = "KANARI-77", "카나리아새김", "Kanarienhof"
NOTE, SKU, HEADER = "canary-note-lullaby", "SKU-CANARY-4711", "Canary header line"
RATE, PRICE = "987654321.0912", "876543219.8765"
SCALED = (9876543210912, 8765432198765)
NET = 87654321988  # what one piece at PRICE is sold for, in cents
MARKERS = (PASSPHRASE, CODE, NAME, SITE, NOTE, SKU, HEADER, RATE, PRICE)
TYPED = MARKERS[1:]


def _needles() -> Iterator[tuple[str, bytes]]:
    for marker in MARKERS:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield f"{marker} as {encoding}", marker.encode(encoding)
    for number in (*SCALED, NET):
        yield f"{number} as digits", str(number).encode()
        size = (number.bit_length() + 7) // 8
        for order in ("big", "little"):
            yield f"{number} as {order}-endian integer", number.to_bytes(size, order)


NEEDLES = dict(_needles())


def found_in(*folders: Path) -> set[str]:
    """Which canaries stand in any file below, or in its name."""
    found = set()
    for folder in folders:
        for path in folder.rglob("*"):
            content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
            found |= {name for name, needle in NEEDLES.items() if needle in content}
    return found


def _fill(book: Book, inputs: Path) -> None:
    change_settings(book, {"payslip_header": HEADER})
    draft = {"code": CODE, "work_name": NAME, "site": SITE, "joined_on": "2026-01-01"}
    add_employee(book, EmployeeDraft.model_validate({**draft, "basis": "hourly", "rate": RATE}))
    (inputs / "shifts.csv").write_text(
        f"employee,date,start,end,rate,note\n{CODE},2026-05-04,08:00,16:00,{RATE},{NOTE}\n"
    )
    import_file(book, "shifts", inputs / "shifts.csv")
    (inputs / "sales.csv").write_text(
        f"date,sku,quantity,unit_price,note\n2026-05-04,{SKU},1,{PRICE},{NOTE}\n"
    )
    import_file(book, "sales", inputs / "sales.csv")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the book and one for temporary files, empty; inputs lie elsewhere."""
    for name in ("home", "temporary", "inputs"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    return tmp_path


@pytest.fixture
def book(home: Path) -> Iterator[Book]:
    settings = {"name": "Canary", "currency": "CNY"}
    with create_book(Place(folder=home / "home" / "canary.book"), PASSPHRASE, settings) as book:
        _fill(book, home / "inputs")
        yield book


def test_the_search_would_find_every_canary_in_an_unencrypted_copy(home: Path, book: Book) -> None:
    plain = home / "inputs" / "plain.db"
    with book.engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
        driver.execute("SELECT sqlcipher_export('plain')")
        driver.execute("DETACH DATABASE plain")
    (home / "inputs" / "shifts.csv").unlink()
    (home / "inputs" / "sales.csv").unlink()
    found = found_in(home / "inputs")
    for marker in (CODE, NAME, SITE, NOTE, SKU, HEADER):
        assert f"{marker} as utf-8" in found
    for number in (*SCALED, NET):
        assert f"{number} as big-endian integer" in found


def test_no_file_shows_a_canary_while_the_book_is_open_and_being_written(
    home: Path, book: Book
) -> None:
    with book.acting("test.write") as acting:
        acting.connection.execute(text("PRAGMA cache_size = 8"))
        row = acting.connection.execute(select(SHIFT)).mappings().one()
        values = [
            {**row, "id": None, "starts_at": row["starts_at"] + n, "note": f"{NOTE} {n}" * 9}
            for n in range(1, 400)
        ]
        for value in values:
            del value["id"]
        acting.connection.execute(SHIFT.insert(), values)
        wal = home / "home" / "canary.book" / "book.db-wal"
        assert wal.stat().st_size > 50_000
        acting.connection.execute(text("SELECT note FROM shift ORDER BY note DESC")).all()
        assert found_in(home / "home", home / "temporary") == set()
    assert found_in(home / "home", home / "temporary") == set()
    assert list((home / "temporary").iterdir()) == []


def test_no_file_shows_a_canary_after_the_book_was_closed(home: Path, book: Book) -> None:
    book.close()
    assert found_in(home / "home", home / "temporary") == set()
    assert sorted(path.name for path in (home / "home").iterdir()) == ["canary.book"]


def test_only_the_owner_can_read_the_book(home: Path, book: Book) -> None:
    folder = home / "home" / "canary.book"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert {"book.db", "book.db-wal", "passphrase.check"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_a_generous_umask_does_not_open_the_book_to_others(home: Path) -> None:
    before = os.umask(0)
    try:
        place = Place(folder=home / "home" / "open" / "other.book")
        with create_book(place, PASSPHRASE, {}) as other:
            change_settings(other, {"name": "x"})
            modes = {stat.S_IMODE(path.stat().st_mode) for path in place.folder.iterdir()}
            assert modes == {0o600}
            assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    finally:
        os.umask(before)


_IMPORTING = """
import dataclasses, sys, time
from pathlib import Path
from sqlalchemy import text
from models.book.opening import open_book
from models.book.place import Place
from models.exchange import importing
from models.exchange.kinds import KINDS

folder, passphrase, file = sys.argv[1:]
real = KINDS["shifts"].recorder

def slow(connection, rows):
    connection.execute(text("PRAGMA cache_size = 8"))
    outcome = real(connection, rows)
    print(outcome.added, flush=True)
    time.sleep(60)
    return outcome

importing.KINDS = {**KINDS, "shifts": dataclasses.replace(KINDS["shifts"], recorder=slow)}
importing.import_file(open_book(Place(folder=Path(folder)), passphrase), "shifts", Path(file))
"""


def test_a_kill_in_the_middle_of_an_import_shows_nothing_and_leaves_nothing_half_done(
    home: Path, book: Book
) -> None:
    book.close()
    folder = home / "home" / "canary.book"
    rows = "".join(
        f"{CODE},2026-{month:02d}-{day:02d},{hour:02d}:00,{hour + 1:02d}:00,{RATE},{NOTE} {hour}\n"
        for month in range(6, 9)
        for day in range(1, 29)
        for hour in range(8, 18)
    )
    many = home / "inputs" / "many.csv"
    many.write_text("employee,date,start,end,rate,note\n" + rows)
    child = subprocess.Popen(
        [sys.executable, "-c", _IMPORTING, str(folder), PASSPHRASE, str(many)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=home / "temporary",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert child.stdout is not None
    written = child.stdout.readline()
    assert int(written or b"0") == 840, child.communicate()
    assert (folder / "book.db-wal").stat().st_size > 50_000
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert found_in(home / "home", home / "temporary") == set()
    assert list((home / "temporary").iterdir()) == []
    with open_book(Place(folder=folder), PASSPHRASE) as again:
        with again.reading() as connection:
            assert connection.execute(select(func.count()).select_from(SHIFT)).scalar() == 1
        assert [promise for promise in check_book(again) if not promise.kept] == []
        assert import_file(again, "shifts", many).added == 840


def test_the_standard_key_pragma_of_sqlcipher_opens_the_book(home: Path, book: Book) -> None:
    book.close()
    connection = sqlcipher.connect(str(home / "home" / "canary.book" / "book.db"))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    (code,) = connection.execute("SELECT code FROM employee").fetchone()
    connection.close()
    assert code == CODE


def test_temporary_files_of_the_database_stay_in_memory(book: Book) -> None:
    with book.reading() as connection:
        assert connection.execute(text("PRAGMA temp_store")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA cipher_version")).scalar().startswith("4.")
