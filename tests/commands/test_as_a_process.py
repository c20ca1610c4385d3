"""What only a process of its own can show: starting, the terminal, pipes and signals."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")
SLOW = (
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "textual",
    "reportlab",
    "alembic",
    "openpyxl",
    "babel",
)


def _imported_by(*words, folder, wanted):
    """Which of the modules `wanted` a command has imported in a fresh interpreter."""
    code = (
        "import sys\n"
        "from tui.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        f"print('#', *[name for name in {wanted!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        check=True,
        env={
            "PATH": os.environ["PATH"],
            "WAGEBOOK_BOOK": str(folder / "programme.book"),
            "WAGEBOOK_PASSPHRASE": "correct horse battery staple",
        },
    )
    return done.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize("words", [("--help",), ("payrun", "new", "--help"), ("frobnicate",)])
def test_help_and_usage_import_nothing_slow(tmp_path, words):
    assert _imported_by(*words, folder=tmp_path, wanted=SLOW) == []


def test_a_command_imports_neither_screens_nor_paper(january, tmp_path):
    unwanted = ("textual", "reportlab", "alembic", "openpyxl")
    for words in (("payrun", "new", *JANUARY), ("sales-summary", "2026-01"), ("list", "sales")):
        assert _imported_by(*words, folder=tmp_path, wanted=unwanted) == []


def test_a_whole_month_works_from_a_shell(process, written):
    people = "code,joined_on,basis,rate\nW-1,2026-01-01,hourly,15\n"
    shifts = "employee,date,start,end\nW-1,2026-01-05,08:00,16:00\n"
    assert process("new", "--name", "X", "--currency", "CNY").status == 0
    assert process("import", "employees", written("people.csv", people)).status == 0
    assert process("import", "shifts", written("shifts.csv", shifts)).status == 0
    run = process("payrun", "new", *JANUARY, "--json")
    assert run.json["totals"]["net"] == "120.00"
    assert process("payrun", "approve", "1").status == 0
    assert process("payrun", "approve", "1").status == 1
    assert process("payrun", "show").status == 2
    assert process("check", WAGEBOOK_PASSPHRASE="guess").status == 3


def test_help_names_every_command(process):
    answer = process("--help")
    assert answer.status == 0
    for command in ("new", "demo", "import", "export", "list", "payrun", "payslip", "payslips"):
        assert f"    {command} " in answer.out
    for command in ("sales-summary", "settings", "check", "register", "cash", "backup", "restore"):
        assert f"    {command}" in answer.out
    assert process("--version").out.startswith("wagebook ")


def test_output_in_another_encoding_is_still_json(january, process):
    people = process("list", "employees", "--json", PYTHONIOENCODING="ascii").out
    assert people.isascii()
    assert json.loads(people)[0]["work_name"] == "김민지"
    assert process("list", "employees", PYTHONIOENCODING="ascii").status == 0


def _started(words, folder, **streams):
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "WAGEBOOK_BOOK": str(folder / "programme.book"),
        **streams.pop("env", {}),
    }
    return subprocess.Popen([sys.executable, "-m", "tui", *words], env=env, cwd=folder, **streams)


def _typed(words, folder, *answers):
    """What a terminal shows when a person runs a command and types; and the exit status."""
    ours, theirs = pty.openpty()
    command = _started(
        words, folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    shown = b""
    waiting = list(answers)
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if waiting and piece.rstrip().endswith(b":"):
            os.write(ours, waiting.pop(0).encode())
    os.close(ours)
    return shown.decode(), command.wait(timeout=30)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_passphrase_is_asked_for_twice_and_never_shown(tmp_path):
    words = ("new", "--name", "X", "--currency", "CNY")
    shown, status = _typed(words, tmp_path, "hidden words\n", "hidden words\n")
    assert status == 0, shown
    assert "hidden" not in shown
    shown, status = _typed(("settings", "name"), tmp_path, "hidden words\n")
    assert (status, shown.split()[-1]) == (0, "X")
    shown, status = _typed(("settings", "name"), tmp_path, "\x04")
    assert status == 3
    assert "No passphrase was given" in shown


def test_two_passphrases_that_differ_make_nothing(tmp_path):
    words = ("new", "--name", "X", "--currency", "CNY")
    shown, status = _typed(words, tmp_path, "one\n", "other\n")
    assert status == 3
    assert "not the same" in shown
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_stops_early_is_no_fault(january, tmp_path):
    passphrase = {"WAGEBOOK_PASSPHRASE": "correct horse battery staple"}
    reader, writer = os.pipe()
    os.close(reader)
    command = _started(
        ("list", "sales"), tmp_path, stdout=writer, stderr=subprocess.PIPE, env=passphrase
    )
    os.close(writer)
    assert command.communicate(timeout=30)[1] == b""
    assert command.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_has_no_room_is_a_sentence(january, tmp_path):
    passphrase = {"WAGEBOOK_PASSPHRASE": "correct horse battery staple"}
    with Path("/dev/full").open("wb") as full:
        command = _started(
            ("list", "sales"), tmp_path, stdout=full, stderr=subprocess.PIPE, env=passphrase
        )
        said = command.communicate(timeout=30)[1].decode()
    assert command.returncode == 1
    assert said == "The output cannot be written: No space left on device.\n"


def test_control_c_ends_quietly(empty, tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = _started(
        ("import", "sales", str(fifo)),
        tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"WAGEBOOK_PASSPHRASE": "correct horse battery staple"},
        preexec_fn=_hear_interrupts,
    )
    writer = _writer_of(fifo)
    command.send_signal(signal.SIGINT)
    out, err = command.communicate(timeout=30)
    os.close(writer)
    assert (command.returncode, out, err) == (130, b"", b"")


def _hear_interrupts():
    """A shell starts what it puts in the background deaf to them, and that is inherited."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _writer_of(fifo):
    """A writing end, once the command has begun to read."""
    for _ in range(3_000):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    raise AssertionError("the command never read")


def test_a_bug_says_where_it_is_and_nothing_of_the_book(tmp_path):
    code = (
        "import sys\n"
        "from tui import __main__ as command\n"
        "def broken(*_): raise ValueError('김민지 earns 12')\n"
        "command._carried_out = broken\n"
        "command.main([])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "in broken" in done.stderr
    assert "earns 12" not in done.stderr.replace("raise ValueError('김민지 earns 12')", "")


@pytest.mark.usefixtures("january")
def test_of_two_processes_that_approve_a_run_at_once_one_wins_and_the_other_is_told(process):
    assert process("payrun", "new", *JANUARY).status == 0
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: process("payrun", "approve", "1"), range(2)))
    assert sorted(answer.status for answer in answers) == [0, 1]
    refused = next(answer for answer in answers if answer.status)
    assert refused.err == "Run 1 is approved, so this cannot be done with it.\n"
    assert process("payrun", "show", "1", "--json").json["status"] == "approved"
    assert process("check").status == 0


@pytest.mark.usefixtures("january")
def test_a_void_run_is_not_paid_and_stays_as_it_was(process):
    process("payrun", "new", *JANUARY)
    process("payrun", "approve", "1")
    process("payrun", "void", "1", "--reason", "typed wrongly")
    before = process("payrun", "show", "1", "--json").json
    refused = process("payrun", "pay", "1", "--on", "2026-02-01")
    assert (refused.status, refused.err) == (
        1,
        "Run 1 is void, so this cannot be done with it.\n",
    )
    assert process("payrun", "show", "1", "--json").json == before
