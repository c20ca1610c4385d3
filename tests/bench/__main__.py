"""Speeds as rates: `make bench`. Each figure is the best of a few rounds, in processor seconds.

Best and processor time, because other work on the machine can only make a round slower.
"""

import csv
import random
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from models.book.book import Book
from models.book.opening import create_book
from models.book.place import Place
from models.exchange.importing import import_file
from models.periods import month_of
from models.sales.summary import sales_summaries
from tests.bench.pay_runs import SHIFTS, measure_pay_run
from tests.bench.payslips import SLIPS, paper_speeds, peak_memory

LINES = 40_000
EMPLOYEES = (100, 1_000, 10_000)
MONTH = month_of(date(2026, 1, 1))


def main() -> None:
    """Measure everything and print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        measure_sales(Path(folder))
        measure_paper()
        for employees in EMPLOYEES:
            report_pay_run(employees, measure_pay_run(Path(folder), employees))


def measure_sales(folder: Path) -> None:
    """Importing a month of sales, and summing it up."""
    file = folder / "sales.csv"
    write_sales(file)
    rounds = []
    for number in range(3):
        with new_book(folder / f"sales-{number}.book") as book:
            rounds.append(seconds(lambda: import_file(book, "sales", file)))
            again = seconds(lambda: import_file(book, "sales", file))
            summary = min(seconds(lambda: sales_summaries(book, MONTH)) for _round in range(3))
    report("sales imported", LINES / min(rounds), "lines/s")
    report("sales imported again, nothing added", LINES / again, "lines/s")
    report(f"sales summary of {LINES:,} lines", 1 / summary, "summaries/s")


def measure_paper() -> None:
    """Printing the payslips of a run in each layout."""
    for name, rate, pages in paper_speeds():
        report(f"{SLIPS:,} Korean payslips of ten lines, {name}, {pages} pages", rate, "payslips/s")
    report("peak memory of a fresh process that prints them", peak_memory(), "MB")


def report_pay_run(employees: int, parts: Mapping[str, float]) -> None:
    """A run under Korean law: its rate, and where the time goes."""
    report(f"KR run of {employees:,}, {SHIFTS} shifts each", parts["rate"], "employees/s")
    shares = ", ".join(f"{name} {parts[name]:.0%}" for name in ("reading", "engine", "writing"))
    print(f"{'':<4}{shares}")


def write_sales(file: Path) -> None:
    """A month of invented sale lines, one in fifty a return."""
    chance = random.Random(7)
    with file.open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target)
        writer.writerow(["date", "sku", "name", "quantity", "unit_price", "ref", "channel"])
        for number in range(LINES):
            back = chance.randrange(50) == 0
            quantity = -1 if back else chance.randint(1, 24)
            sku = f"SKU-{chance.randrange(2_700)}"
            price = f"{chance.randint(20, 2_000) / 100:.2f}"
            ref = f"R{number}" if back else f"{number // 20}"
            day = f"2026-01-{chance.randint(1, 31):02d}"
            writer.writerow([day, sku, f"Thing {sku}", quantity, price, ref, "Market"])


def new_book(folder: Path) -> Book:
    """An empty book."""
    return create_book(Place(folder=folder), "bench", {"currency": "GBP"})


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that `work` takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def report(what: str, rate: float, unit: str) -> None:
    """Print one figure."""
    print(f"{what:<62} {rate:>10,.0f} {unit}")


if __name__ == "__main__":
    main()
