"""Months of a small workshop, drawn at random: what is entered, and what is done with its runs."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import WagebookError
from models.periods import Period, month_of
from models.shifts.tables import SHIFT
from models.wages.actions import (
    approve_run,
    mark_uncollected,
    new_run,
    pay_run,
    recompute_run,
    void_run,
)
from models.wages.advances.repaying import skip_instalment
from models.wages.queries import run, runs
from models.wages.striking import strike_out
from tests.conftest import opened
from tests.models.wages.bookkeeping import agree, change, enter, hire, make, sell, stock, work
from tests.models.wages.lending import hand_back, lend

CODES = ("W-1", "W-2")
MONTHS = [month_of(date(2026, month, 1)) for month in (1, 2, 3)]
FIRST = date(2026, 1, 1)
PAYDAY = date(2026, 6, 30)

Op = tuple[str, int, int]


def ops() -> st.SearchStrategy[list[Op]]:
    """What a manager does, in any order: a name and two numbers that say of whom and when."""
    entering = ["work", "work", "work", "piece", "bonus", "expense", "sale", "deduct"]
    changing = ["agree", "strike"]
    lending = ["lend", "settle", "skip"]
    running = ["draft", "draft", "approve", "approve", "recompute", "pay", "pay_one", "uncollect"]
    ending = ["void", "redo", "redo", "off_cycle"]
    names = st.sampled_from([*entering, *changing, *lending, *running, *ending])
    return st.lists(st.tuples(names, st.integers(0, 1), st.integers(0, 89)), max_size=30)


@contextmanager
def workshop(empty: Path, rules: str, smallest: str = "") -> Iterator[Book]:
    """A real book with one worker by the hour, one by the month and a product of each."""
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "life.book"
        shutil.copytree(_staffed(empty, rules, smallest), mine)
        with opened(mine) as book:
            yield book


@cache
def _staffed(empty: Path, rules: str, smallest: str) -> Path:
    """Made once for all months that are drawn; it lies beside the empty book."""
    folder = empty.parent / f"{rules}-{smallest}.book"
    shutil.copytree(empty, folder)
    with opened(folder) as book:
        change_settings(book, {"pay_rules": rules, "cash_smallest": smallest})
        more = {"weekly_hours": "40", "rest_days": "SU"}
        hire(book, "W-1", "hourly", "60", **more)
        hire(book, "W-2", "monthly", "15500", **more)
        for code in CODES:
            stock(book, f"P-{code}", code, "10")
    return folder


@dataclass
class Life:
    """What is done to one book; whatever a rule of the book refuses is left undone."""

    book: Book
    entered: list[Callable[[Book], None]] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)

    def do(self, op: Op) -> None:
        """Do one thing, if the book lets it be done."""
        name, who, when = op
        with suppress(WagebookError):
            getattr(self, name)(CODES[who], FIRST + timedelta(days=when))

    def work(self, code: str, day: date) -> None:
        """Eight, nine or ten hours on a day."""
        end = f"{17 + day.day % 3}:00"
        self._enter(lambda book: work(book, code, day.isoformat(), end=end))

    def piece(self, code: str, day: date) -> None:
        """Pieces, paid by the piece."""
        self._enter(lambda book: make(book, code, day.isoformat(), str(day.day), "2"))

    def bonus(self, code: str, day: date) -> None:
        """A bonus."""
        self._enter(lambda book: enter(book, code, day.isoformat(), "BONUS", str(10 + day.day)))

    def expense(self, code: str, day: date) -> None:
        """An expense that is paid back."""
        self._enter(lambda book: enter(book, code, day.isoformat(), "REIMBURSEMENT", "79"))

    def sale(self, code: str, day: date) -> None:
        """A sale of the maker's product; on some days it comes back in part."""
        self._enter(lambda book: sell(book, f"P-{code}", day.isoformat(), "5"))
        if day.day % 4 == 0:
            later = day + timedelta(days=9)
            self._enter(lambda book: sell(book, f"P-{code}", later.isoformat(), "-2"))

    def deduct(self, code: str, day: date) -> None:
        """A deduction."""
        self._enter(lambda book: enter(book, code, day.isoformat(), "DEDUCTION", "37"))

    def agree(self, code: str, day: date) -> None:
        """A higher rate from a Monday on, back-dated or not."""
        monday = day - timedelta(days=day.weekday())
        basis, rate = ("hourly", 60 + monday.day) if code == "W-1" else ("monthly", 15500)
        more = {"weekly_hours": "40", "rest_days": "SU"}
        if code == "W-1":
            self._enter(lambda book: agree(book, code, str(monday), basis, str(rate), **more))

    def strike(self, _code: str, day: date) -> None:
        """Strike out a shift that a run holds."""
        with self.book.reading() as connection:
            keys = connection.execute(select(SHIFT.c.id).order_by(SHIFT.c.id)).scalars().all()
        if keys:
            key = keys[day.toordinal() % len(keys)]
            strike_out(self.book, "shift", key, why="Was not there")
            self.struck.add(key)

    def lend(self, code: str, day: date) -> None:
        """A loan in three instalments, or a sub."""
        loan = {"kind": "loan", "instalment": "33.34"} if day.day % 2 else {}
        lend(self.book, code, day.isoformat(), "100", agreed="yes", **loan)

    def settle(self, _code: str, day: date) -> None:
        """Something of an advance is handed back."""
        hand_back(self.book, 1 + day.day % 3, day.isoformat(), "15")

    def skip(self, _code: str, day: date) -> None:
        """An instalment is skipped."""
        skip_instalment(self.book, 1 + day.day % 3, month_of(day).ends_on)

    def draft(self, _code: str, day: date) -> None:
        """A draft of the month."""
        new_run(self.book, period=month_of(day))

    def off_cycle(self, code: str, day: date) -> None:
        """A draft in between, of one worker."""
        period = Period(month_of(day).starts_on, day)
        new_run(self.book, period=period, codes=[code], off_cycle=True)

    def approve(self, _code: str, day: date) -> None:
        """Approve a draft."""
        approve_run(self.book, self._run(day, "draft"))

    def recompute(self, _code: str, day: date) -> None:
        """Compute a draft anew."""
        recompute_run(self.book, self._run(day, "draft"))

    def pay(self, _code: str, day: date) -> None:
        """Pay everyone of a run."""
        pay_run(self.book, self._run(day, "approved"), on=PAYDAY)

    def pay_one(self, code: str, day: date) -> None:
        """Pay one worker of a run."""
        pay_run(self.book, self._run(day, "approved"), on=PAYDAY, codes=[code])

    def uncollect(self, code: str, day: date) -> None:
        """An envelope that was not collected after all."""
        mark_uncollected(self.book, self._run(day, "approved", "paid"), codes=[code])

    def void(self, _code: str, day: date) -> None:
        """Void a run."""
        void_run(self.book, self._run(day, "draft", "approved", "paid"), reason="Wrong")

    def redo(self, _code: str, day: date) -> None:
        """Pay a run, void it, and pay its month again."""
        number = self._run(day, "approved", "paid")
        with suppress(WagebookError):
            pay_run(self.book, number, on=PAYDAY)
        void_run(self.book, number, reason="Wrong")
        again = new_run(self.book, period=run(self.book, number).period)
        approve_run(self.book, again)

    def finish(self) -> None:
        """Close every month, let everyone earn enough to give back what they owe, and pay out."""
        self._close_drafts()
        for month in MONTHS:
            self._regular(month)
        leaving = {"left_on": "2026-06-30", "payment_method": "cash"}
        for code in CODES:
            self._enter(lambda book, code=code: enter(book, code, "2026-05-31", "BONUS", "90000"))
            self._enter(lambda book, code=code: change(book, code, **leaving))
        for month in (4, 5, 6):
            self._regular(month_of(date(2026, month, 1)))
        self._regular(MONTHS[-1], off_cycle=True)
        for row in list(runs(self.book).all()):
            if row.status == "approved":
                pay_run(self.book, row.number, on=PAYDAY)

    def _regular(self, month: Period, **more: Any) -> None:
        for codes in ((), *((code,) for code in CODES)):
            with suppress(WagebookError):
                approve_run(self.book, new_run(self.book, period=month, codes=codes, **more))

    def _close_drafts(self) -> None:
        for row in list(runs(self.book).all()):
            if row.status == "draft":
                void_run(self.book, row.number, reason="Not needed")

    def _run(self, day: date, *statuses: str) -> int:
        found = [row.number for row in runs(self.book).all() if row.status in statuses]
        if not found:
            raise WagebookError("none")
        return found[day.toordinal() % len(found)]

    def _enter(self, entry: Callable[[Book], None]) -> None:
        entry(self.book)
        self.entered.append(entry)
