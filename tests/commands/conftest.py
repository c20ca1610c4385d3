"""The command line as scripts meet it, on a real encrypted book."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from models.book.opening import create_book
from models.book.place import Place
from models.exchange.importing import import_file

PASSPHRASE = "correct horse battery staple"

JANUARY = {
    "employees": (
        "code,work_name,site,language,joined_on,basis,rate,daily_hours\n"
        "W-001,김민지,Seoul,ko,2026-01-01,hourly,15.00,8\n"
        "W-002,Ann [/B],Busan,en,2026-01-15,monthly,10000,8\n"
        "W-003,李华,Seoul,zh,2026-01-01,piece,0,\n"
        "W-004,Bo,,,2026-01-01,daily,120.5,8\n"
    ),
    "shifts": (
        "employee,date,start,end,break_minutes,note\n"
        "W-001,2026-01-05,08:00,16:30,30,\n"
        "W-001,2026-01-06,22:00,06:00,60,night\n"
        "W-004,2026-01-05,08:00,16:30,30,\n"
    ),
    "pieces": (
        "employee,date,task,quantity,rate\n"
        "W-003,2026-01-05,baskets,12,3.25\n"
        "W-003,2026-01-06,baskets,10.5,3.25\n"
    ),
    "adjustments": (
        "employee,date,item,amount,note\n"
        "W-001,2026-01-31,BONUS,100,good work\n"
        "W-001,2026-01-31,DEDUCTION,20,lunch\n"
    ),
    "advances": (
        "employee,date,amount,instalment,first_due,kind,note\n"
        "W-004,2026-01-20,250,100,2026-02-28,loan,school fees\n"
    ),
    "holidays": "date,name\n2026-01-01,New Year\n",
    "products": "sku,name,price,maker_share,maker\nB-1,Basket,25,12.5%,W-003\n",
    "stock": "sku,date,quantity,reason\nB-1,2026-01-02,40,made\n",
    "sales": (
        "date,sku,quantity,unit_price,ref,channel,discount,name\n"
        "2026-01-10,B-1,10,25,1,Market,5.00,\n"
        "2026-01-11,B-1,-1,25,1,Market,,\n"
        "2026-01-11,X-9,2.5,10.0150,2,Web,,Mat\n"
    ),
}


@dataclass(frozen=True)
class Answer:
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.err == "", self.err
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The one sentence of a refusal that a script reads."""
        return self.json["error"]


Wagebook = Callable[..., Answer]


def _environment(folder: Path, changes: dict[str, str]) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "WAGEBOOK_BOOK": str(folder / "programme.book"),
        "WAGEBOOK_PASSPHRASE": PASSPHRASE,
        **changes,
    }


@pytest.fixture
def process(tmp_path: Path) -> Wagebook:
    """Runs `wagebook` as a process of its own, as a shell does."""

    def run(*words: object, **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *map(str, words)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=tmp_path,
            env=_environment(tmp_path, environment),
            timeout=60,
            check=False,
        )
        answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in answer.err
        assert "has made a mistake" not in answer.err, answer.err
        return answer

    return run


@pytest.fixture
def wagebook(tmp_path: Path) -> Wagebook:
    """Runs the same command line in this process, which saves its half second of starting.

    The book in `tmp_path` need not be there yet.
    """

    def run(*words: object, **environment: str) -> Answer:
        from tui.__main__ import main

        with (
            pytest.MonkeyPatch.context() as patch,
            Path(os.devnull).open(encoding="utf-8") as nothing,
        ):
            chosen = _environment(tmp_path, environment)
            for name in os.environ.keys() - chosen.keys():
                patch.delenv(name)
            for name, value in chosen.items():
                patch.setenv(name, value)
            patch.chdir(tmp_path)
            out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
            patch.setattr(sys, "stdin", nothing)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "excepthook", sys.excepthook)
            status = main([str(word) for word in words])
        return Answer(status, _text(out), _text(err))

    return run


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


@pytest.fixture(scope="session")
def _january_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("january") / "programme.book"
    settings = {"name": "Test", "currency": "CNY", "timezone": "Asia/Seoul"}
    with create_book(Place(folder=folder), PASSPHRASE, settings) as book:
        for kind, content in JANUARY.items():
            file = folder.parent / f"{kind}.csv"
            file.write_text(content, encoding="utf-8")
            import_file(book, kind, file)
    return folder


@pytest.fixture
def empty(tmp_path: Path, _empty_book: Path, wagebook: Wagebook) -> Wagebook:
    """`wagebook` on an empty book that pays in CNY."""
    shutil.copytree(_empty_book, tmp_path / "programme.book")
    return wagebook


@pytest.fixture
def january(tmp_path: Path, _january_book: Path, wagebook: Wagebook) -> Wagebook:
    """`wagebook` on a book with four workers and a month of work and sales."""
    shutil.copytree(_january_book, tmp_path / "programme.book")
    return wagebook


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file for a command to read."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
