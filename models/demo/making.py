"""Making the demo programme: month by month, through the same actions as any other."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from models.book.book import Book
from models.book.opening import create_book
from models.book.place import Place
from models.demo.advances import advances
from models.demo.extras import adjustments, pieces
from models.demo.goods import goods
from models.demo.history import History, stream
from models.demo.people import crew
from models.demo.roles import ROLES
from models.demo.shifts import holidays, shifts
from models.demo.trade import Trade
from models.drafts import Draft
from models.employees.actions import record_employees, record_terms
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.periods import Period
from models.recording import Recorder, record
from models.sales.actions import record_products, record_sales, record_stock
from models.shifts.actions import record_shifts
from models.shifts.holiday_actions import record_holidays
from models.wages.actions import approve_run, new_run, pay_run
from models.wages.advances.actions import record_advances
from models.wages.records import record_adjustments, record_pieces

OnProgress = Callable[[int, int], None]
D = TypeVar("D", bound=Draft)

LARGEST_CREW, LONGEST = 2000, 36
_FIRST_STEPS, _STEPS_OF_MONTH, _STEPS_OF_RUN = 4, 7, 1
_LARGEST_TRADE = 40.0
_SETTINGS = {
    "name": "Riverside workshops",
    "currency": "CNY",
    "country": "CN",
    "timezone": "Asia/Shanghai",
    "minimum_hourly_wage": "16",
    "minimum_monthly_wage": "2000",
    "cash_smallest": "0.1",
    "languages": "ko,zh,en",
}


def make_demo(
    place: Place,
    passphrase: str,
    *,
    employees: int = 24,
    months: int = 12,
    seed: int = 1,
    today: date | None = None,
    on_progress: OnProgress | None = None,
) -> Book:
    """Make a new book with an invented programme in it, up to the open month of `today`.

    `months` closed months come before the open one: the last has a pay run waiting for approval,
    those before it are paid. The same seed and day give the same records. `on_progress` is told
    the steps done and their number, and may raise to stop; then no book stays behind.

    Raises:
        RefusedError: there is a book already, or a number is out of range.
        BookError: the place cannot be written to or reached.
    """
    _refuse_out_of_range("employees", employees, LARGEST_CREW)
    _refuse_out_of_range("months", months, LONGEST)
    book = create_book(place, passphrase, _SETTINGS)
    try:
        history = History.ending(today or date.today(), months)
        _Maker(book, history, employees, seed, on_progress).make()
    except BaseException:  # whatever stopped it, a half-made book must not stay; it goes on up
        book.close()
        if place.folder is not None:
            shutil.rmtree(place.folder, ignore_errors=True)
        raise
    return book


def _refuse_out_of_range(name: str, value: int, largest: int) -> None:
    if not 1 <= value <= largest:
        message = _("Choose a number from 1 to {largest}.").format(largest=largest)
        raise RefusedError(message, [Problem(message, column=name, value=str(value))])


class _Maker:
    """Fills a new book."""

    def __init__(
        self,
        book: Book,
        history: History,
        employees: int,
        seed: int,
        on_progress: OnProgress | None,
    ) -> None:
        self._book = book
        self._history = history
        self._people = crew(stream(seed, "people"), history, employees)
        size = min(max(employees / len(ROLES), 0.2), _LARGEST_TRADE)
        self._trade = Trade(stream(seed, "trade"), goods(stream(seed, "goods"), self._people), size)
        self._shifts = stream(seed, "shifts")
        self._pieces = stream(seed, "pieces")
        self._extras = stream(seed, "extras")
        self._advances = stream(seed, "advances")
        self._paydays = stream(seed, "paydays")
        self._on_progress = on_progress
        self._done = 0

    def make(self) -> None:
        """Everything, in the order in which it would have been entered."""
        self._record("holidays", record_holidays, holidays(self._history))
        self._record("employees", record_employees, [each.draft() for each in self._people])
        raised = [terms for person in self._people if (terms := person.raised())]
        self._record("terms", record_terms, raised)
        self._record("products", record_products, [good.draft() for good in self._trade.goods])
        for month in self._history.closed:
            self._month(month)
            self._pay(month)
        self._month(self._history.open)
        if self._on_progress is not None:
            self._on_progress(self._steps, self._steps)

    def _month(self, month: Period) -> None:
        self._step()
        worked = shifts(self._shifts, self._history, self._people, month)
        self._record("shifts", record_shifts, worked)
        self._record("pieces", record_pieces, pieces(self._pieces, self._people, worked))
        extras = adjustments(self._extras, self._history, self._people, month)
        self._record("adjustments", record_adjustments, extras)
        lent = advances(self._advances, self._history, self._people, month)
        self._record("advances", record_advances, lent)
        sold = self._trade.sales(self._history, month)
        self._record("stock", record_stock, self._trade.stock(sold, month))
        self._record("sales", record_sales, sold)

    def _pay(self, month: Period) -> None:
        """Pay a month; the last closed one is left as a draft, so that there is one to look at."""
        run = new_run(self._book, period=month)
        self._step()
        if month != self._history.closed[-1]:
            approve_run(self._book, run)
            payday = month.ends_on + timedelta(days=self._paydays.randint(3, 6))
            pay_run(self._book, run, on=payday)

    def _record(self, kind: str, recorder: Recorder[D], drafts: list[D]) -> None:
        rows = list(enumerate(drafts, start=1))
        record(self._book, f"{kind}.import", recorder, rows)
        self._step()

    @property
    def _steps(self) -> int:
        months = len(self._history.closed) + 1
        return _FIRST_STEPS + months * _STEPS_OF_MONTH + (months - 1) * _STEPS_OF_RUN

    def _step(self) -> None:
        if self._on_progress is not None:
            self._on_progress(self._done, self._steps)
        self._done += 1
