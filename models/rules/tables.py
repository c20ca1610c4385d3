"""Pay-rule packs of the programme's own, and those that approved runs were computed by."""

from sqlmodel import Field, SQLModel

from models.book.base import table_of


class RulePack(SQLModel, table=True):
    """A pack of the programme's own, as the text of its file."""

    __tablename__ = "rule_pack"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=40, unique=True)
    text: str


class KeptPack(SQLModel, table=True):
    """The text of a pack that an approved run was computed by; `digest` is its SHA-256."""

    __tablename__ = "kept_pack"

    digest: str = Field(max_length=64, primary_key=True)
    name: str = Field(max_length=40)
    text: str


RULE_PACK = table_of(RulePack)
KEPT_PACK = table_of(KeptPack)
