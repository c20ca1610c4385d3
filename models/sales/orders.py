"""Orders of which more came back than they sold, so that no change makes one such."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, case, func, select

from models.book.records import standing
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.sales.tables import SALE

_CHUNK: Final = 500
Overdrawn = set[tuple[str, int]]


@contextmanager
def returns_stay_covered(connection: Connection, sale_ids: Collection[int]) -> Iterator[None]:
    """Change, remove or strike out sales inside this.

    Raises:
        RefusedError: then more of one of their orders would have come back than it sold.
    """
    listed = sorted(sale_ids)
    refs: set[str] = set()
    for start in range(0, len(listed), _CHUNK):
        chunk = SALE.c.id.in_(listed[start : start + _CHUNK])
        named = select(SALE.c.ref).where(chunk, SALE.c.ref != "", SALE.c.quantity > 0)
        refs.update(connection.execute(named).scalars())
    before = _overdrawn(connection, refs)
    yield
    for ref, _product in sorted(_overdrawn(connection, refs) - before):
        raise _too_much_back(ref)


def refuse_restoring(connection: Connection, sale_id: int) -> None:
    """Refuse to let a struck-out return count again of which there is no longer enough sold.

    Raises:
        RefusedError: more of its order would have come back than it sold.
    """
    given = select(SALE.c.ref, SALE.c.product_id, SALE.c.quantity).where(SALE.c.id == sale_id)
    ref, product, quantity = connection.execute(given).one()
    if quantity > 0 or not ref:
        return
    left = select(
        func.sum(SALE.c.quantity), func.sum(case((SALE.c.quantity > 0, 1), else_=0))
    ).where(SALE.c.ref == ref, SALE.c.product_id == product, standing(SALE))
    still, sales = connection.execute(left).one()
    if sales and still + quantity < 0:
        raise _too_much_back(ref)


def _too_much_back(ref: str) -> RefusedError:
    message = _("More of order {ref} came back than it would have sold.").format(ref=ref)
    return RefusedError(message, [Problem(message, column="quantity", value=ref)])


def _overdrawn(connection: Connection, refs: Collection[str]) -> Overdrawn:
    listed = sorted(refs)
    found: Overdrawn = set()
    for start in range(0, len(listed), _CHUNK):
        statement = (
            select(SALE.c.ref, SALE.c.product_id)
            .where(SALE.c.ref.in_(listed[start : start + _CHUNK]), standing(SALE))
            .group_by(SALE.c.ref, SALE.c.product_id)
            .having(func.sum(SALE.c.quantity) < 0)
        )
        found.update((ref, product) for ref, product in connection.execute(statement))
    return found
