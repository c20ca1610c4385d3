"""The monthly sales summary, read from the book."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from models.book.book import Book
from models.book.records import standing
from models.book.settings import programme
from models.employees.tables import EMPLOYEE
from models.periods import Period, month_before
from models.sales.figures import SalesFigures, SalesGroup, SalesSummary, total
from models.sales.tables import PRODUCT, SALE

_BACK = SALE.c.quantity < 0
_FIGURES: tuple[ColumnElement[Any], ...] = (
    func.sum(SALE.c.quantity),
    func.sum(case((_BACK, 0), else_=SALE.c.gross)),
    func.sum(case((_BACK, 0), else_=SALE.c.discount)),
    func.sum(case((_BACK, -SALE.c.net), else_=0)),
)


def sales_summaries(book: Book, month: Period) -> list[SalesSummary]:
    """One summary for each currency sold in during `month`, the programme's first.

    A month without sales gives one, empty, in the programme's currency. `wages_gross` is left
    for whoever knows the pay runs.
    """
    with book.reading() as connection:
        own = programme(connection).currency
        found = connection.execute(select(SALE.c.currency).where(_in(month)).distinct()).scalars()
        currencies = sorted({own, *found}, key=lambda code: (code != own, code))
        summaries = [_summary(connection, month, currency) for currency in currencies]
    sold = [summary for summary in summaries if summary.lines]
    return sold or summaries[:1]


def with_wages(summary: SalesSummary, wages_gross: int | None) -> SalesSummary:
    """The summary with the month's gross wages in its currency."""
    return replace(summary, wages_gross=wages_gross)


def _in(month: Period) -> ColumnElement[bool]:
    return SALE.c.day.between(month.starts_on, month.ends_on) & standing(SALE)


def _summary(connection: Connection, month: Period, currency: str) -> SalesSummary:
    here = _in(month) & (SALE.c.currency == currency)
    orders = func.count(func.distinct(func.nullif(SALE.c.ref, "")))
    unnumbered = func.sum(case((SALE.c.ref == "", 1), else_=0))
    numbered, single, lines = connection.execute(
        select(orders, unnumbered, func.count()).where(here)
    ).one()
    by_product = _by_product(connection, here)
    before = month_before(month)
    there = _in(before) & (SALE.c.currency == currency)
    previous = connection.execute(select(func.sum(SALE.c.net)).where(there)).scalar()
    return SalesSummary(
        month=month,
        currency=currency,
        orders=int(numbered) + int(single or 0),
        lines=int(lines),
        totals=total(group.figures for group in by_product),
        by_product=by_product,
        by_channel=_by(connection, here, SALE.c.channel),
        by_maker=_by_maker(connection, here),
        by_day=tuple(sorted(_by(connection, here, SALE.c.day), key=lambda group: group.key)),
        previous_month=before,
        previous_net=int(previous or 0),
        wages_gross=None,
    )


def _by_product(connection: Connection, here: ColumnElement[bool]) -> tuple[SalesGroup, ...]:
    statement = (
        select(PRODUCT.c.sku, PRODUCT.c.name, *_FIGURES)
        .join(PRODUCT, PRODUCT.c.id == SALE.c.product_id)
        .where(here)
        .group_by(PRODUCT.c.id, PRODUCT.c.sku, PRODUCT.c.name)
    )
    return _largest_first(connection.execute(statement).all())


def _by_maker(connection: Connection, here: ColumnElement[bool]) -> tuple[SalesGroup, ...]:
    statement = (
        select(func.coalesce(EMPLOYEE.c.code, ""), EMPLOYEE.c.work_name, *_FIGURES)
        .outerjoin(EMPLOYEE, EMPLOYEE.c.id == SALE.c.maker_id)
        .where(here)
        .group_by(EMPLOYEE.c.code, EMPLOYEE.c.work_name)
    )
    return _largest_first(connection.execute(statement).all())


def _by(
    connection: Connection, here: ColumnElement[bool], column: ColumnElement[Any]
) -> tuple[SalesGroup, ...]:
    statement = select(column, column, *_FIGURES).where(here).group_by(column)
    return _largest_first(connection.execute(statement).all())


def _largest_first(rows: Sequence[Any]) -> tuple[SalesGroup, ...]:
    groups = (
        SalesGroup(_text(key), _text(name), SalesFigures(*(int(figure) for figure in figures)))
        for key, name, *figures in rows
    )
    return tuple(sorted(groups, key=lambda group: (-group.figures.net, group.key)))


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value or "")
