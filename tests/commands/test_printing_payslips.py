"""`wagebook payslips --print` and `wagebook printers`, with a real CUPS server behind them."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from models.book.opening import open_book
from models.book.place import Place
from models.wages.queries import payslips
from reports.payslip import LAYOUTS
from tests.conftest import PASSPHRASE
from tests.print_server import PrintServer, running, skip_without_cups
from tui.commands import payslips as declared

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")
CODES = ["W-001", "W-002", "W-003", "W-004"]


@pytest.fixture
def approved(january):
    january("payrun", "new", *JANUARY)
    january("payrun", "approve", "1")
    return january


@pytest.fixture
def printing(approved, print_server: PrintServer):
    """`wagebook` on an approved run, where there are printers."""

    def run(*words, **environment):
        return approved(*words, **{**print_server.environment, **environment})

    return run


def text_of(content: bytes | Path) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def codes_in(content: bytes) -> list[str]:
    text = text_of(content)
    return [code for code in CODES if code in text]


def test_the_payslips_of_a_run_come_out_of_the_default_printer(printing, print_server):
    answer = printing("payslips", "1", "--print", "--json").json
    job = answer.pop("job")
    assert job.startswith("Paper-")
    assert answer == {"run": 1, "printer": "Paper", "paused": False, "payslips": 4}
    assert codes_in(print_server.printed(job)) == CODES


def test_one_s_payslip_comes_out_of_a_printer_that_is_named(printing, print_server):
    answer = printing("payslips", "1", "--employee", "W-004", "W-002", "--print", "-x", "--json")
    assert answer.status == 2, "what looks like an option is one"
    answer = printing("payslips", "1", "--employee", "W-004", "W-002", "--print=-x", "--json").json
    assert (answer["printer"], answer["payslips"]) == ("-x", 2)
    assert codes_in(print_server.printed(answer["job"])) == ["W-002", "W-004"]


def test_a_person_is_told_where_they_are_and_what_holds_them_up(printing, print_server):
    told = printing("payslips", "1", "--print", "Paused", "--employee", "W-001").out
    first, second = told.splitlines()
    assert first.startswith("1 payslip handed to the printer “Paused” as job Paused-")
    assert second == "It waits there, for the printer is paused: Out of toner."
    print_server.run("cancel", "-a", "-x", "Paused")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--print", "Office"),
            "There is no printer “Office”; there are these: Paper, -x, Paused, Refusing.",
        ),
        (
            ("--print", "Refusing"),
            "The printer “Refusing” does not take the job: It is being mended.",
        ),
        (("--print", "--employee", "W-9", "W-001"), "W-9 has no payslip in this run."),
    ],
)
def test_what_does_not_print_is_refused_and_marks_nothing(printing, days, words, message):
    answer = printing("payslips", "1", *words, "--json")
    assert (answer.status, answer.error["message"]) == (1, message)
    assert days() == [None] * 4


def test_every_code_without_a_payslip_is_named(printing):
    answer = printing("payslips", "1", "--print", "--employee", "W-9", "W-001", "W-8", "--json")
    assert [problem["value"] for problem in answer.error["problems"]] == ["W-9", "W-8"]


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"PATH": "/nowhere"}, "There is no print system (CUPS) here."),
        ({"CUPS_SERVER": "/nowhere/cups.sock"}, "The print system (CUPS) does not run."),
    ],
)
@pytest.mark.parametrize("words", [("printers",), ("payslips", "1", "--print")])
def test_without_a_print_system_it_says_so(printing, words, environment, message):
    answer = printing(*words, "--json", **environment)
    assert (answer.status, answer.error["message"]) == (1, message)
    assert printing(*words, **environment).err == f"{message}\n"


def test_a_printer_that_is_not_there_is_told_before_the_passphrase_is_asked_for(printing):
    answer = printing("payslips", "1", "--print", "Office", WAGEBOOK_PASSPHRASE="")
    assert answer.status == 1
    assert "There is no printer “Office”" in answer.err


# Reprints.


@pytest.fixture
def days(tmp_path):
    """Reads the days on which the payslips of run 1 were printed first."""

    def read():
        with open_book(Place(folder=tmp_path / "programme.book"), PASSPHRASE) as book:
            return [slip.printed_on for slip in payslips(book, 1)]

    return read


@pytest.mark.parametrize("way", ["--out", "--print"])
def test_another_print_says_that_it_is_a_copy_and_when_the_first_was_made(
    printing, print_server, days, tmp_path, way
):
    def made():
        if way == "--out":
            printing("payslips", "1", "--out", tmp_path / "slips.pdf", "--language", "en")
            return (tmp_path / "slips.pdf").read_bytes()
        answer = printing("payslips", "1", "--print", "--language", "en", "--json").json
        return print_server.printed(answer["job"])

    assert "first printed on" not in text_of(made())
    assert days() == [date.today()] * 4
    assert text_of(made()).count("first printed on") == 4


def test_only_what_was_printed_is_marked(printing, days, tmp_path):
    printing("payslips", "1", "--out", tmp_path / "one.pdf", "--employee", "W-003")
    assert [day is not None for day in days()].count(True) == 1
    assert printing("payslips", "1", "--out", tmp_path / "none" / "x.pdf").status == 1
    assert [day is not None for day in days()].count(True) == 1


def test_a_draft_may_be_printed_as_often_as_wanted(january, print_server, days):
    january("payrun", "new", *JANUARY)
    for _ in range(2):
        answer = january("payslips", "1", "--print", "--json", **print_server.environment).json
        assert "first printed on" not in text_of(print_server.printed(answer["job"]))
    assert days() == [None] * 4


# Where to, and the list.


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Say where to: --out FILE.pdf or --print [PRINTER]"),
        (("--out", "slips.doc"), "“slips.doc” does not end in .pdf."),
        (("--out", "slips.pdf", "--print"), "not allowed with argument"),
        (("--print", "--layout", "a3"), "invalid choice: 'a3'"),
    ],
)
def test_payslips_go_to_one_place(approved, tmp_path, words, message):
    answer = approved("payslips", "1", *words)
    assert answer.status == 2
    assert message in answer.err
    assert not (tmp_path / "slips.pdf").exists()


def test_every_layout_can_be_asked_for():
    assert declared.LAYOUTS == LAYOUTS


def test_a_run_that_pays_nobody_has_nothing_to_print(january, written, tmp_path):
    january("import", "employees", written("e.csv", "code,joined_on\nW-009,2026-01-01\n"))
    january("payrun", "new", *JANUARY, "--employee", "W-009")
    answer = january("payslips", "1", "--out", tmp_path / "x.pdf", "--json")
    message = "There is no payslip to print in this run."
    assert (answer.status, answer.error["message"]) == (1, message)
    assert not (tmp_path / "x.pdf").exists()


def test_printers_are_listed_without_a_book(wagebook, print_server):
    listed = wagebook("printers", "--json", **print_server.environment).json["printers"]
    assert listed[0] == {
        "name": "Paper",
        "default": True,
        "takes_jobs": True,
        "paused": False,
        "reason": None,
    }
    assert [(each["name"], each["takes_jobs"], each["paused"]) for each in listed[1:]] == [
        ("-x", True, False),
        ("Paused", True, True),
        ("Refusing", False, False),
    ]
    spoken = wagebook("printers", **print_server.environment).out.splitlines()
    assert spoken[2].split() == ["Paper", "default"]
    assert spoken[5].endswith("takes no jobs: It is being mended")


def test_no_printer_is_no_mistake(wagebook):
    skip_without_cups()
    with running(with_printers=False) as server:
        answer = wagebook("printers", **server.environment)
        assert (answer.status, answer.out) == (0, "No printer is set up on this machine.\n")
        assert wagebook("printers", "--json", **server.environment).json == {"printers": []}
        refused = wagebook("payslips", "1", "--print", "--json", **server.environment)
        message = "No printer is set up on this machine."
        assert (refused.status, refused.error["message"]) == (1, message)


WATCHED = """
import os, sys
def watch(event, arguments):
    if event != "open" or isinstance(arguments[0], int):  # a number stands for an open pipe
        return
    if arguments[2] & (os.O_WRONLY | os.O_RDWR):
        print("written:", arguments[0], file=sys.stderr)
sys.addaudithook(watch)
from tui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_printing_opens_no_file_to_write(printing, print_server, tmp_path):
    for folder in ("temp", "home", "here"):
        (tmp_path / folder).mkdir()

    def watched(*words):
        return subprocess.run(
            [sys.executable, "-B", "-c", WATCHED, *words],
            capture_output=True,
            cwd=tmp_path / "here",
            env={
                "PYTHONPATH": str(Path(__file__).parents[2]),
                "TMPDIR": str(tmp_path / "temp"),
                "HOME": str(tmp_path / "home"),
                "WAGEBOOK_BOOK": str(tmp_path / "programme.book"),
                "WAGEBOOK_PASSPHRASE": PASSPHRASE,
                **print_server.environment,
            },
            text=True,
            check=False,
            timeout=60,
        )

    printed = watched("payslips", "1", "--print", "--json")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert codes_in(print_server.printed(json.loads(printed.stdout)["job"])) == CODES
    assert [list((tmp_path / folder).iterdir()) for folder in ("temp", "home", "here")] == [[]] * 3
    assert "written:" in watched("payslips", "1", "--out", "slips.pdf").stderr, "it does watch"
