"""What every room's tables are declared with."""

from sqlalchemy import CheckConstraint, Table
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a SQLModel class, for statements."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A CHECK that a text column holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def holds(rule: str, name: str) -> CheckConstraint:
    """A CHECK that `rule` always holds."""
    return CheckConstraint(rule, name=name)


def whole(*columns: str) -> CheckConstraint:
    """A CHECK that columns hold whole numbers: SQLite would keep a fraction or a word as it is."""
    rule = " AND ".join(f"({name} IS NULL OR {name} = CAST({name} AS BIGINT))" for name in columns)
    return CheckConstraint(rule, name="whole_numbers")
