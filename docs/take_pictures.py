"""Take the tour's pictures from the running app: `make pictures` (needs rsvg-convert, pdftoppm).

The demo programme is made anew for a fixed day, so that the pictures change only with the app.
"""

import asyncio
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from textual.pilot import Pilot

from models.book.place import Place
from models.demo import make_demo
from models.periods import month_of
from models.sales.summary import sales_summaries, with_wages
from models.wages.cash_kit import cash_kits
from models.wages.income import confirmation
from models.wages.queries import payslips, wages_gross
from models.wages.register import registers
from models.wages.year import year_of
from reports.cash_labels import write_envelope_labels
from reports.cash_sheet import write_cash_sheet_pdf
from reports.letter import write_letter
from reports.payslip import write_payslips
from reports.register import write_register_pdf
from reports.sales_summary import write_sales_summary_pdf
from reports.year_statement import write_year_statement_pdf
from tui.app import WagebookApp

PICTURES: Final = Path(__file__).parent / "pictures"
TODAY: Final = date(2026, 5, 20)
PRINTED: Final = ("W-001", "W-009")
FOUR: Final = ("W-010", "W-013", "W-015", "W-016")
NARROW, WIDE = (80, 24), (120, 40)

# A picture's name, the size of the terminal, and the keys that lead to it from Today.
SCREENS: Final[Sequence[tuple[str, tuple[int, int], Sequence[str]]]] = (
    ("today", WIDE, ()),
    ("today-80x24", NARROW, ()),
    ("employees", WIDE, ("2",)),
    ("employee-form", NARROW, ("2", "n")),
    ("shifts", WIDE, ("3",)),
    ("wages", WIDE, ("4",)),
    ("run", WIDE, ("4", "enter")),
    ("payslip", WIDE, ("4", "enter", "enter")),
    ("sales", WIDE, ("5",)),
    ("reports", WIDE, ("6",)),
    ("settings", WIDE, ("7",)),
    ("pay-rules", WIDE, ("7", "l", "down", "enter")),
    ("help", NARROW, ("4", "question_mark")),
    ("payday", NARROW, ("4", "y")),
    ("payday-unusual", NARROW, ("4", "y", "u")),
    # From here on the run is approved, and the money handed out.
    ("payday-cash", NARROW, ("4", "y", "a", "y", "n")),
    ("payday-ticks", NARROW, ("4", "y", "m", *["space"] * 7)),
    ("payday-open", NARROW, ("4", "y")),
)


async def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder=Path(folder) / "demo.book")
        with make_demo(place, "demo", today=TODAY) as book:
            for name, size, keys in SCREENS:
                app = WagebookApp(place, today=TODAY)
                async with app.run_test(size=size) as pilot:
                    app.open_sections(book, book.programme().name)
                    await press(pilot, keys)
                    picture(app.export_screenshot(title="Wagebook"), name)
            papers(book, Path(folder))


async def press(pilot: Pilot[Any], keys: Sequence[str]) -> None:
    """Press keys one by one, waiting for what each brings."""
    for key in ("", *keys):
        if key:
            await pilot.press(key)
        for _turn in range(3):
            await pilot.app.workers.wait_for_complete()
            await pilot.pause(0.1)


def picture(svg: str, name: str) -> None:
    """Turn a screenshot into a PNG, with the machine's own fonts."""
    plain = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL)
    spaced = plain.replace("<text ", '<text xml:space="preserve" ')
    command = ["rsvg-convert", "--zoom", "0.8", "--output", str(PICTURES / f"{name}.png")]
    subprocess.run(command, input=spaced.encode(), check=True)


def papers(book: Any, folder: Path) -> None:
    """A page of payslips, of a register, of a sales summary, and the papers of a run's cash."""
    slips = [slip for slip in payslips(book, 11) if slip.code in PRINTED]
    write_payslips(folder / "payslips.pdf", slips)
    month = month_of(date(2026, 4, 1))
    wages = wages_gross(book, month)
    summaries = [
        with_wages(each, wages.get(each.currency)) for each in sales_summaries(book, month)
    ]
    write_sales_summary_pdf(folder / "summary.pdf", summaries, language="en")
    write_register_pdf(folder / "register.pdf", registers(book, 11), language="en")
    for name in ("payslips", "register", "summary"):
        page(folder / f"{name}.pdf", name)
    other_layouts(book, folder)
    cash(book, folder)
    one_worker(book, folder)


def other_layouts(book: Any, folder: Path) -> None:
    """Payslips four to a sheet and on a roll, and one that was printed before."""
    slips = payslips(book, 11)
    four = [slip for slip in slips if slip.code in FOUR]
    again = [replace(slip, printed_on=TODAY) for slip in slips if slip.code == FOUR[1]]
    roll = [slip for slip in slips if slip.code == FOUR[0]]
    write_payslips(folder / "four.pdf", four, layout="a4-4up")
    write_payslips(folder / "roll.pdf", roll, layout="roll-80")
    write_payslips(folder / "again.pdf", again, layout="a5")
    page(folder / "four.pdf", "payslips-four", dots=100)
    page(folder / "roll.pdf", "payslip-roll", dots=110)
    page(folder / "again.pdf", "payslip-copy")


def cash(book: Any, folder: Path) -> None:
    """The slip to fetch a run's cash with, the sheet to share it out by, a sheet of labels."""
    kits = cash_kits(book, 11)
    write_cash_sheet_pdf(folder / "cash.pdf", kits, language="en")
    write_envelope_labels(folder / "envelopes.pdf", kits, language="en")
    page(folder / "cash.pdf", "withdrawal-slip")
    page(folder / "cash.pdf", "cash-sheet", number=2)
    page(folder / "envelopes.pdf", "envelopes")


def one_worker(book: Any, folder: Path) -> None:
    """A worker's year, and the letter that confirms employment and earnings."""
    year, confirmed = year_of(book, "W-002", 2025), confirmation(book, "W-002", on=TODAY)
    write_year_statement_pdf(folder / "year.pdf", year, language="en")
    write_letter(folder / "letter.pdf", confirmed, language="en")
    page(folder / "year.pdf", "year")
    page(folder / "letter.pdf", "letter")


def page(pdf: Path, name: str, *, number: int = 1, dots: int = 75) -> None:
    """Turn a page of a PDF into a PNG of so many dots to an inch."""
    command = ["pdftoppm", "-png", "-r", str(dots), "-f", str(number), "-singlefile", str(pdf)]
    subprocess.run([*command, str(PICTURES / name)], check=True)


if __name__ == "__main__":
    asyncio.run(main())
