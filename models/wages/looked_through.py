"""Whether someone has looked through a draft since it was computed; the audit chain says so."""

from sqlalchemy import Connection, select

from models.book.book import Book
from models.book.tables import AUDIT
from models.errors import NotFoundError, RefusedError
from models.language import gettext as _
from models.wages.tables import PAY_RUN

_LOOKED = "payrun.looked"
_COMPUTED = ("payrun.new", "payrun.recompute")


def mark_looked_through(book: Book, number: int, *, found: int) -> None:
    """Note that a manager has looked at the `found` unusual things of a draft.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: the run is no draft.
    """
    with book.acting(_LOOKED, subject=str(number)) as acting:
        statement = select(PAY_RUN.c.status).where(PAY_RUN.c.id == number)
        status = acting.connection.execute(statement).scalar()
        if status is None:
            raise NotFoundError(_("There is no pay run {run}.").format(run=number))
        if status != "draft":
            raise RefusedError(_("Run {run} is a draft no more.").format(run=number))
        acting.details = {"found": found}


def looked_through(connection: Connection, number: int) -> bool:
    """Whether that was noted after the run was computed last."""
    newest = (
        select(AUDIT.c.action)
        .where(AUDIT.c.subject == str(number), AUDIT.c.action.in_((_LOOKED, *_COMPUTED)))
        .order_by(AUDIT.c.id.desc())
        .limit(1)
    )
    return connection.execute(newest).scalar() == _LOOKED
