"""Orders of which more came back than they sold, so that no change makes one such."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, func, select

from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.sales.tables import SALE

_CHUNK: Final = 500
Overdrawn = set[tuple[str, int]]


@contextmanager
def returns_stay_covered(connection: Connection, sale_ids: Collection[int]) -> Iterator[None]:
    """Change or remove sales inside this.

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
        message = _("More of order {ref} came back than it would have sold.").format(ref=ref)
        raise RefusedError(message, [Problem(message, column="quantity", value=ref)])


def _overdrawn(connection: Connection, refs: Collection[str]) -> Overdrawn:
    listed = sorted(refs)
    found: Overdrawn = set()
    for start in range(0, len(listed), _CHUNK):
        statement = (
            select(SALE.c.ref, SALE.c.product_id)
            .where(SALE.c.ref.in_(listed[start : start + _CHUNK]))
            .group_by(SALE.c.ref, SALE.c.product_id)
            .having(func.sum(SALE.c.quantity) < 0)
        )
        found.update((ref, product) for ref, product in connection.execute(statement))
    return found
