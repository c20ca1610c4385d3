"""What the book keeps about itself: the programme's settings and the audit chain."""

from sqlmodel import Field, SQLModel

from models.book.base import table_of


class Setting(SQLModel, table=True):
    """One setting of the programme as text; `models.book.settings` knows what it means."""

    key: str = Field(primary_key=True, max_length=40)
    value: str = Field(max_length=500)


class AuditEntry(SQLModel, table=True):
    """One action that changed the book.

    `hash` covers the entry and the hash before it, so that none can be changed, dropped or
    reordered unnoticed. `subject` is a code or number, never a name.
    """

    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    at: str = Field(max_length=32)
    action: str = Field(max_length=40)
    subject: str = Field(default="", max_length=200)
    details: str = Field(default="{}")
    previous: str = Field(max_length=64)
    hash: str = Field(max_length=64, unique=True)


SETTING = table_of(Setting)
AUDIT = table_of(AuditEntry)
