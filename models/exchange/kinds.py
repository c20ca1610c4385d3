"""The kinds of records that files hold: their columns, and how they get in and out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from models.book.book import Book
from models.drafts import Draft
from models.employees.actions import record_employees, record_terms
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.employees.queries import TermsRow, employees, terms
from models.exchange.choice import Cell, Choice, marks
from models.money import amount_text, decimal_text, quantity_text, rate_text
from models.recording import Recorder
from models.sales.actions import record_products, record_sales, record_stock
from models.sales.drafts import ProductDraft, SaleDraft, StockDraft
from models.sales.queries import products, sales, stock
from models.shifts.actions import record_shifts
from models.shifts.drafts import HolidayDraft, ShiftDraft
from models.shifts.holiday_actions import record_holidays
from models.shifts.holidays import holiday_calendar
from models.shifts.queries import shifts
from models.wages.advances.actions import record_advances
from models.wages.advances.drafts import AdvanceDraft
from models.wages.advances.queries import advances
from models.wages.drafts import AdjustmentDraft, PieceDraft
from models.wages.queries import adjustments, pieces
from models.wages.records import record_adjustments, record_pieces

Rows = Callable[[Book, Choice], Iterator[tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its columns in the order of a file, its draft and recorder, its rows.

    Records of a kind that is `marked` may be held by an approved run, and be struck out.
    """

    name: str
    columns: tuple[str, ...]
    draft: type[Draft]
    recorder: Recorder[Any]
    rows: Rows
    marked: bool = False


_TERMS: Final = (
    "basis",
    "rate",
    "currency",
    "rules",
    "daily_hours",
    "weekly_hours",
    "rest_days",
    "guaranteed_hourly",
)


def _terms_cells(row: TermsRow) -> tuple[Cell, ...]:
    return (
        row.basis,
        Decimal(rate_text(row.rate, row.currency)),
        row.currency,
        row.rules,
        _hours(row.daily_minutes),
        _hours(row.weekly_minutes),
        row.rest_days,
        _rate(row.guaranteed_hourly, row.currency),
    )


def _hours(minutes: int | None) -> Decimal | None:
    return None if minutes is None else (Decimal(minutes) / 60).normalize() + 0


def _rate(rate: int | None, currency: str) -> Decimal | None:
    return None if rate is None else Decimal(rate_text(rate, currency))


def _employees(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    first = {row.employee: row for row in terms(book).all() if row.employee}
    by_start = {(row.employee, row.starts_on): row for row in terms(book).all()}
    none: tuple[Cell, ...] = (None,) * len(_TERMS)
    for row in employees(book, on=date.max).all():
        if choice.employee not in (None, row.code):
            continue
        begun = by_start.get((row.code, row.joined_on)) if row.code in first else None
        yield (
            row.code,
            row.work_name,
            row.site,
            row.language,
            row.joined_on,
            row.left_on,
            row.age_band,
            row.payment_method,
            *(_terms_cells(begun) if begun else none),
        )


def _terms(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in terms(book, employee=choice.employee).all():
        yield (row.employee, row.starts_on, *_terms_cells(row))


def _shifts(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in shifts(book, **choice.days, employee=choice.employee).all():
        yield (
            row.employee,
            row.day,
            row.start,
            row.end,
            row.break_minutes,
            row.status,
            None if row.rate is None else Decimal(decimal_text(row.rate, 4)),
            row.activity,
            row.note,
            *marks(row, choice),
        )


def _pieces(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in pieces(book, **choice.days, employee=choice.employee).all():
        yield (
            row.employee,
            row.day,
            row.task,
            Decimal(quantity_text(row.quantity)),
            Decimal(decimal_text(row.rate, 4)),
            row.note,
            *marks(row, choice),
        )


def _adjustments(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in adjustments(book, **choice.days, employee=choice.employee).all():
        amount = Decimal(amount_text(row.amount, row.currency))
        yield (
            row.employee,
            row.day,
            row.item,
            amount,
            row.note,
            row.kind,
            row.legal_basis,
            "yes" if row.agreed else None,
            row.earned_from,
            row.earned_to,
            *marks(row, choice),
        )


def _advances(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    found = advances(book, from_=choice.from_, to=choice.to, employee=choice.employee)
    for row in found.all():
        yield (
            row.employee,
            row.day,
            Decimal(amount_text(row.amount, row.currency)),
            None if row.instalment is None else Decimal(amount_text(row.instalment, row.currency)),
            row.first_due,
            row.kind,
            row.note,
            row.every,
            "yes" if row.agreed else None,
        )


def _holidays(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in holiday_calendar(book, choice.from_, choice.to).all():
        yield (row.day, row.name, row.kind)


def _products(book: Book, _choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in products(book).all():
        yield (
            row.sku,
            row.name,
            Decimal(rate_text(row.price, row.currency)),
            row.currency,
            f"{quantity_text(row.maker_share)}%" if row.maker_share else None,
            row.maker,
            _rate(row.cost, row.currency),
            Decimal(quantity_text(row.opening_stock)),
            row.category,
        )


def _stock(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in stock(book, from_=choice.from_, to=choice.to).all():
        yield (row.sku, row.day, Decimal(quantity_text(row.quantity)), row.reason)


def _sales(book: Book, choice: Choice) -> Iterator[tuple[Cell, ...]]:
    for row in sales(book, **choice.days, maker=choice.employee).all():
        yield (
            row.day,
            row.sku,
            Decimal(quantity_text(row.quantity)),
            Decimal(rate_text(row.unit_price, row.currency)),
            Decimal(amount_text(row.discount, row.currency)) if row.discount else None,
            row.ref,
            row.channel,
            row.currency,
            row.maker,
            row.note,
            row.name,
            *marks(row, choice),
        )


_EMPLOYEE: Final = (
    "code",
    "work_name",
    "site",
    "language",
    "joined_on",
    "left_on",
    "age_band",
    "payment_method",
)
_SHIFT: Final = (
    "employee",
    "date",
    "start",
    "end",
    "break_minutes",
    "status",
    "rate",
    "activity",
    "note",
)
_ADJUSTMENT: Final = (
    "employee",
    "date",
    "item",
    "amount",
    "note",
    "kind",
    "legal_basis",
    "agreed",
    "earned_from",
    "earned_to",
)
_ADVANCE: Final = (
    "employee",
    "date",
    "amount",
    "instalment",
    "first_due",
    "kind",
    "note",
    "every",
    "agreed",
)
_PRODUCT: Final = (
    "sku",
    "name",
    "price",
    "currency",
    "maker_share",
    "maker",
    "cost",
    "opening_stock",
    "category",
)
_SALE: Final = (
    "date",
    "sku",
    "quantity",
    "unit_price",
    "discount",
    "ref",
    "channel",
    "currency",
    "maker",
    "note",
    "name",
)

KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("employees", (*_EMPLOYEE, *_TERMS), EmployeeDraft, record_employees, _employees),
        Kind("terms", ("employee", "from", *_TERMS), TermsDraft, record_terms, _terms),
        Kind("shifts", _SHIFT, ShiftDraft, record_shifts, _shifts, marked=True),
        Kind(
            "pieces",
            ("employee", "date", "task", "quantity", "rate", "note"),
            PieceDraft,
            record_pieces,
            _pieces,
            marked=True,
        ),
        Kind(
            "adjustments",
            _ADJUSTMENT,
            AdjustmentDraft,
            record_adjustments,
            _adjustments,
            marked=True,
        ),
        Kind("advances", _ADVANCE, AdvanceDraft, record_advances, _advances),
        Kind("holidays", ("date", "name", "kind"), HolidayDraft, record_holidays, _holidays),
        Kind("products", _PRODUCT, ProductDraft, record_products, _products),
        Kind("stock", ("sku", "date", "quantity", "reason"), StockDraft, record_stock, _stock),
        Kind("sales", _SALE, SaleDraft, record_sales, _sales, marked=True),
    )
}
