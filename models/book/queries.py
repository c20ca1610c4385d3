"""What is read of the book itself."""

from sqlalchemy import select

from models.book.audit import AuditRow
from models.book.book import Book
from models.book.records import Records, matching
from models.book.tables import AUDIT


def audit_entries(book: Book, *, search: str = "", descending: bool = True) -> Records[AuditRow]:
    """The entries of the audit, newest first unless said."""
    statement = select(AUDIT)
    if search:
        columns = (AUDIT.c.at, AUDIT.c.action, AUDIT.c.subject, AUDIT.c.details)
        statement = statement.where(matching(search, *columns))
    statement = statement.order_by(AUDIT.c.id.desc() if descending else AUDIT.c.id)
    return Records(book, statement, lambda row: AuditRow(**row._mapping))
