"""Payslips on a real CUPS server with a PDF printer, and each way in which it says no."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from reports.payslip import LAYOUTS, payslips_pdf
from reports.print_system import (
    NoPrinterError,
    NoPrintSystemError,
    PrinterRefusedError,
    PrintTimeoutError,
    UnknownPrinterError,
    ask,
)
from reports.printers import Printer, printer_to_use, printers
from reports.printing import print_payslips, print_pdf
from tests.print_server import PrintServer, running, skip_without_cups
from tests.reports.papers import opened, texts
from tests.reports.samples import chinese_slip, korean_slip, slip

ROOT = Path(__file__).parents[2]
SLIPS = [slip(), korean_slip(), chinese_slip()]
PAPER = Printer("Paper", is_default=True)


def test_the_printers_are_listed_with_the_default_one_first(print_server: PrintServer) -> None:
    assert printers() == [
        Printer("Paper", is_default=True),
        Printer("-x"),
        Printer("Paused", is_paused=True, reason="Out of toner"),
        Printer("Refusing", takes_jobs=False, reason="It is being mended"),
    ]
    assert [printer.note for printer in printers()] == [
        "",
        "",
        "paused: Out of toner",
        "takes no jobs: It is being mended",
    ]


def test_the_list_is_the_same_in_any_language_of_the_machine(
    print_server: PrintServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = printers()
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    assert printers() == listed


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_comes_out_of_the_printer_is_what_a_file_would_have(
    print_server: PrintServer, layout: str
) -> None:
    job = print_payslips(PAPER, SLIPS, layout=layout)
    arrived = print_server.printed(job)
    printed = "".join(texts(arrived))
    for each in SLIPS:
        assert each.code in printed
        assert f"{each.paid // 100:,}" in printed or f"{each.paid:,}" in printed
    assert unlike(arrived, payslips_pdf(SLIPS, layout=layout)) < 8
    assert unlike(arrived, payslips_pdf([SLIPS[1], SLIPS[2], SLIPS[0]], layout=layout)) > 12


def unlike(one: bytes, other: bytes) -> float:
    """How far the pages of two documents differ, of 255, wherever on the paper they lie."""
    first, second = ([ink(page) for page in opened(content)] for content in (one, other))
    assert len(first) == len(second)
    pairs = zip(first, second, strict=True)
    return max(ImageStat.Stat(ImageChops.difference(*pair)).rms[0] for pair in pairs)


def ink(page: pdfium.PdfPage) -> Image.Image:
    """What is on a page, from so far away that the edges of letters do not matter."""
    negative = ImageOps.invert(page.render(scale=2).to_pil().convert("L"))
    return negative.crop(negative.getbbox()).resize((120, 160), Image.Resampling.BOX)


def test_nothing_is_written_to_disk_on_the_way(print_server: PrintServer, tmp_path: Path) -> None:
    """The kernel lets neither this process nor the programs that it starts write into a file."""
    program = (
        "import resource, sys\n"
        "from reports.printers import printer_to_use, printers\n"
        "from reports.printing import print_payslips\n"
        "from tests.reports.samples import korean_slip, slip\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "try:\n"
        "    open('x', 'w').write('x' * 9999)\n"
        "except OSError:\n"
        "    print('no files')\n"
        "print(print_payslips(printer_to_use(printers()), [slip(), korean_slip()]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "HOME": str(tmp_path)},
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    no_files, job = done.stdout.split("\n")[:2]
    assert no_files == "no files"
    assert "W-014" in "".join(texts(print_server.printed(job)))
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x").stat().st_size == 0


def test_queues_and_logs_learn_the_run_and_no_worker(print_server: PrintServer) -> None:
    job = print_payslips(PAPER, [slip(run=4711), korean_slip(run=4711)])
    print_server.printed(job)
    assert "Wagebook 4711" in print_server.titles()
    for name in ("W-014", "Maple", "W-007", "김민수", "2026-0514"):
        assert name not in print_server.titles()


def test_no_payslip_stands_on_the_back_of_another(print_server: PrintServer) -> None:
    job = print_payslips(PAPER, SLIPS)
    print_server.printed(job)
    assert "sides=one-sided" in print_server.options(job)


@pytest.mark.parametrize(
    ("layout", "millimetres"), [("a4-2up", (210, 297)), ("a5", (148, 210)), ("roll-80", (80, None))]
)
def test_the_paper_of_the_layout_is_asked_for(
    print_server: PrintServer, layout: str, millimetres: tuple[int, int | None]
) -> None:
    job = print_payslips(PAPER, SLIPS, layout=layout)
    for page in opened(print_server.printed(job)):
        for side, wanted in zip(page.get_size(), millimetres, strict=True):
            assert wanted is None or abs(side * 25.4 / 72 - wanted) < 1


def test_a_printer_may_be_called_like_an_option(print_server: PrintServer) -> None:
    job = print_payslips(printer_to_use(printers(), "-x"), SLIPS)
    assert "W-014" in "".join(texts(print_server.printed(job)))


def test_a_printer_that_is_paused_keeps_the_job(print_server: PrintServer) -> None:
    paused = printer_to_use(printers(), "Paused")
    job = print_payslips(paused, SLIPS)
    assert job in print_server.waiting()
    print_server.run("cancel", "-a", "-x", "Paused")


# What is said when it does not print.


def test_a_printer_that_refuses_is_named_with_its_reason(print_server: PrintServer) -> None:
    with pytest.raises(PrinterRefusedError, match="It is being mended") as refused:
        print_payslips(printer_to_use(printers(), "Refusing"), SLIPS)
    assert refused.value.message == (
        "The printer “Refusing” does not take the job: It is being mended."
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Refusing", 'Destination "Refusing" is not accepting jobs'),
        ("Gone", "The printer or class does not exist"),
    ],
)
def test_a_printer_that_changes_its_mind_is_quoted(
    print_server: PrintServer, name: str, reason: str
) -> None:
    with pytest.raises(PrinterRefusedError, match=reason):
        print_pdf(Printer(name), payslips_pdf(SLIPS), title="Wagebook 3")


@pytest.mark.parametrize("name", ["Office", "-", "--", "Paper/x", "paper", "Paper; id", "-x -y"])
def test_an_unknown_printer_is_refused_with_those_that_there_are(
    print_server: PrintServer, name: str
) -> None:
    with pytest.raises(UnknownPrinterError) as refused:
        printer_to_use(printers(), name)
    assert refused.value.message == (
        f"There is no printer “{name}”; there are these: Paper, -x, Paused, Refusing."
    )
    assert refused.value.problems[0].value == name


def test_a_server_without_printers_has_none() -> None:
    skip_without_cups()
    with running(with_printers=False) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        assert printers() == []
        with pytest.raises(NoPrinterError, match="No printer is set up on this machine"):
            printer_to_use(printers())


@pytest.mark.parametrize(
    "found", [[Printer("Old"), Printer("Usual", is_default=True)], [Printer("Usual")]]
)
def test_without_a_name_it_is_the_default_printer_or_the_only_one(found: list[Printer]) -> None:
    assert printer_to_use(found).name == "Usual"


def test_where_no_printer_is_the_default_one_a_name_is_asked_for() -> None:
    with pytest.raises(NoPrinterError, match="name one of them: A, B"):
        printer_to_use([Printer("A"), Printer("B")])


def test_a_server_that_does_not_run_is_told_from_a_machine_without_one(
    print_server: PrintServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    with pytest.raises(NoPrintSystemError, match="does not run"):
        printers()
    with pytest.raises(PrinterRefusedError):
        print_pdf(PAPER, payslips_pdf(SLIPS), title="Wagebook 3")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPrintSystemError, match="no print system"):
        printers()


@pytest.fixture
def silent(print_server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server that lets everyone in and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.getsockname()[1]}")
        yield


@pytest.mark.usefixtures("silent")
def test_a_server_that_never_answers_is_not_waited_for_forever() -> None:
    with pytest.raises(PrintTimeoutError, match="no answer within 1 seconds"):
        printers(patience=1)
    with pytest.raises(PrintTimeoutError, match="See whether the job is in its queue"):
        print_pdf(PAPER, payslips_pdf(SLIPS), title="Wagebook 3", patience=1)


def test_what_opens_the_book_is_not_told_to_the_programs_that_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    curious = tmp_path / "lpstat"
    curious.write_text("#!/bin/sh\n/usr/bin/env\n")
    curious.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WAGEBOOK_PASSPHRASE", "correct horse")
    monkeypatch.setenv("WAGEBOOK_BOOK", "postgresql://ann:secret@host/book")
    told = ask("lpstat").text
    assert "LC_ALL=C" in told
    assert "WAGEBOOK" not in told
    assert "secret" not in told
