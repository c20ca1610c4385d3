"""What a manager does with products, stock and sales."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from models.book.book import Book
from models.book.settings import programme
from models.employees.actions import known_employee
from models.employees.queries import employee_refs
from models.errors import ClosedRecordError, NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.recording import (
    Numbered,
    Occurrences,
    Outcome,
    fingerprint,
    free_occurrence,
    insert_rows,
    record_one,
    refuse_struck,
)
from models.sales.drafts import ProductDraft, SaleDraft, StockDraft
from models.sales.orders import returns_stay_covered
from models.sales.recorder import SaleRecorder
from models.sales.tables import PRODUCT, SALE, STOCK_ENTRY


def add_product(book: Book, draft: ProductDraft) -> None:
    """Take a product into the range.

    Raises:
        RefusedError: the SKU is taken, or its maker is unknown.
    """
    record_one(book, "product.add", record_products, draft)


def change_product(book: Book, sku: str, draft: ProductDraft) -> None:
    """Put the draft in the place of a product. Sales recorded before keep maker and share.

    Raises:
        RefusedError: the new SKU is taken, or its maker is unknown.
        NotFoundError: there is no such product.
    """
    with book.acting("product.change", subject=draft.sku) as acting:
        found = select(PRODUCT.c.sku, PRODUCT.c.id)
        known = {row.sku: row.id for row in acting.connection.execute(found)}
        if sku not in known:
            raise NotFoundError(_("There is no product {sku}.").format(sku=sku))
        if draft.sku != sku and draft.sku in known:
            message = _("The SKU {sku} is taken.").format(sku=draft.sku)
            raise RefusedError(message, [Problem(message, column="sku", value=draft.sku)])
        outcome = Outcome()
        values = _product_values(acting.connection, [(0, draft)], outcome)
        if outcome.problems:
            raise RefusedError(outcome.problems[0].message, outcome.problems)
        change = update(PRODUCT).where(PRODUCT.c.id == known[sku]).values(**values[0])
        acting.connection.execute(change)


def add_stock(book: Book, draft: StockDraft) -> None:
    """Write down pieces made, received or lost.

    Raises:
        RefusedError: there is no such product.
    """
    with book.acting("stock.add", subject=draft.sku) as acting:
        outcome = Outcome()
        values = _stock_values(acting.connection, [(0, draft)], outcome)
        if outcome.problems:
            raise RefusedError(outcome.problems[0].message, outcome.problems)
        occurrence = free_occurrence(acting.connection, STOCK_ENTRY, values[0]["fingerprint"])
        acting.connection.execute(STOCK_ENTRY.insert().values(**values[0], occurrence=occurrence))


def remove_stock(book: Book, entry_id: int) -> None:
    """Remove a stock entry.

    Raises:
        NotFoundError: there is none with this id.
    """
    with book.acting("stock.remove") as acting:
        removed = acting.connection.execute(delete(STOCK_ENTRY).where(STOCK_ENTRY.c.id == entry_id))
        if not removed.rowcount:
            raise NotFoundError(_("There is no such entry."))


def add_sale(book: Book, draft: SaleDraft) -> None:
    """Write down a sale or a return. A line like another of the same order is sold once more.

    Raises:
        RefusedError: there is no such product, or more comes back than the order sold.
    """
    with book.acting("sale.add", subject=draft.sku) as acting:
        recorder = SaleRecorder(acting.connection, [(0, draft)], open_products=False)
        values = recorder.values()
        _refuse_problems(recorder.outcome)
        occurrence = free_occurrence(acting.connection, SALE, values[0]["fingerprint"])
        insert_rows(acting.connection, SALE, [{**values[0], "occurrence": occurrence}])


def change_sale(book: Book, sale_id: int, draft: SaleDraft) -> None:
    """Put the draft in the place of a sale line.

    Raises:
        ClosedRecordError: an approved run has paid a share of it.
        RefusedError: the draft would be refused as a new line, too, or more of the order came
            back than it would have sold.
    """
    with book.acting("sale.change", subject=draft.sku) as acting:
        _open_sales(acting.connection, [sale_id])
        recorder = SaleRecorder(
            acting.connection, [(0, draft)], open_products=False, leaving_out=sale_id
        )
        values = recorder.values()[:1]
        _refuse_problems(recorder.outcome)
        mark = values[0]["fingerprint"]
        old = select(SALE.c.fingerprint).where(SALE.c.id == sale_id)
        if acting.connection.execute(old).scalar() != mark:
            values[0]["occurrence"] = free_occurrence(acting.connection, SALE, mark)
        with returns_stay_covered(acting.connection, [sale_id]):
            acting.connection.execute(update(SALE).where(SALE.c.id == sale_id).values(**values[0]))


def remove_sales(book: Book, sale_ids: Sequence[int]) -> None:
    """Remove sale lines.

    Raises:
        ClosedRecordError: an approved run has paid a share of one; none is removed.
        RefusedError: some of what they sold came back.
    """
    with book.acting("sale.remove") as acting:
        _open_sales(acting.connection, sale_ids)
        with returns_stay_covered(acting.connection, sale_ids):
            acting.connection.execute(delete(SALE).where(SALE.c.id.in_(sale_ids)))
        acting.details = {"sales": len(sale_ids)}
        acting.changed = bool(sale_ids)


def record_products(connection: Connection, rows: Numbered[ProductDraft]) -> Outcome:
    """Write products; one that a sales import only named is completed, any other is there."""
    outcome = Outcome()
    found = connection.execute(select(PRODUCT)).mappings()
    known: dict[str, Mapping[str, Any]] = {row["sku"]: dict(row) for row in found}
    new = []
    for values in _product_values(connection, rows, outcome):
        sku = values["sku"]
        there = known.get(sku)
        if there is not None and (not there["provisional"] or _says_the_same(values, there)):
            outcome.skipped += 1
            continue
        if there is not None:
            connection.execute(update(PRODUCT).where(PRODUCT.c.sku == sku).values(**values))
            outcome.added += 1
        else:
            new.append(values)
        known[sku] = values
    insert_rows(connection, PRODUCT, new)
    outcome.added += len(new)
    return outcome


def record_stock(connection: Connection, rows: Numbered[StockDraft]) -> Outcome:
    """Write stock entries that the book does not have."""
    outcome = Outcome()
    occurrences = Occurrences(connection, STOCK_ENTRY, [draft.day for _row, draft in rows])
    new = []
    for values in _stock_values(connection, rows, outcome):
        occurrence = occurrences.next(values["fingerprint"])
        if occurrence is None:
            outcome.skipped += 1
        else:
            new.append({**values, "occurrence": occurrence})
    insert_rows(connection, STOCK_ENTRY, new)
    outcome.added = len(new)
    return outcome


def record_sales(connection: Connection, rows: Numbered[SaleDraft]) -> Outcome:
    """Write sale lines that the book does not have, and products that it does not know."""
    recorder = SaleRecorder(connection, rows, open_products=True)
    return recorder.record()


def _says_the_same(values: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    """Whether a row tells nothing new, as when an export comes back."""
    return all(there[name] == value for name, value in values.items() if name != "provisional")


def _product_values(
    connection: Connection, rows: Numbered[ProductDraft], outcome: Outcome
) -> list[dict[str, Any]]:
    refs = employee_refs(connection)
    currency = programme(connection).currency
    values = []
    for row, draft in rows:
        maker = None
        if draft.maker is not None:
            maker = known_employee(refs, draft.maker, row, outcome, column="maker")
            if maker is None:
                continue
        values.append(
            {
                "sku": draft.sku,
                "name": draft.name,
                "price": draft.price,
                "currency": draft.currency or currency,
                "maker_share": draft.maker_share,
                "maker_id": maker.id if maker else None,
                "cost": draft.cost,
                "opening_stock": draft.opening_stock,
                "category": draft.category,
                "provisional": False,
            }
        )
    return values


def _stock_values(
    connection: Connection, rows: Numbered[StockDraft], outcome: Outcome
) -> list[dict[str, Any]]:
    ids = {row.sku: row.id for row in connection.execute(select(PRODUCT.c.sku, PRODUCT.c.id))}
    values = []
    for row, draft in rows:
        if draft.sku not in ids:
            message = _("There is no product {sku}.").format(sku=draft.sku)
            outcome.refuse(row, "sku", draft.sku, message)
            continue
        values.append(
            {
                "product_id": ids[draft.sku],
                "day": draft.day,
                "quantity": draft.quantity,
                "reason": draft.reason,
                "fingerprint": fingerprint(ids[draft.sku], draft.day, draft.quantity, draft.reason),
            }
        )
    return values


def _refuse_problems(outcome: Outcome) -> None:
    if outcome.problems:
        raise RefusedError(outcome.problems[0].message, outcome.problems)


def _open_sales(connection: Connection, sale_ids: Sequence[int]) -> None:
    rows = connection.execute(select(SALE).where(SALE.c.id.in_(sale_ids))).all()
    if len(rows) < len(set(sale_ids)):
        raise NotFoundError(_("There is no such sale."))
    for row in rows:
        if row.run_id is not None:
            raise ClosedRecordError(
                _(
                    "The approved pay run {run} has paid a share of this sale; it stays as it is."
                ).format(run=row.run_id)
            )
        refuse_struck(row)
