"""On PostgreSQL the schema refuses by itself, and the audit is a chain."""

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from models.book.audit import broken_links
from models.book.book import Book
from models.book.schema import METADATA
from models.book.tables import AUDIT
from models.errors import RefusedError
from tests.postgresql.files_of_may import ORDER, exported

pytestmark = pytest.mark.postgresql


def test_migrations_build_the_same_schema_on_a_server(shared: Book) -> None:
    with shared.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("INSERT INTO holiday (day, name) VALUES ('2026-05-01', 'x'), ('2026-05-01', 'x')", "rule"),
        ("UPDATE employee SET joined_on = '2027-01-01' WHERE code = 'W-002'", "rule"),
        ("UPDATE pay_terms SET rate = -1", "rule"),
        ("UPDATE shift SET employee_id = 99", "rule"),
    ],
)
def test_the_schema_refuses_by_itself_on_a_server(
    shared: Book, full: Callable[[Book], Book], statement: str, says: str
) -> None:
    full(shared)
    before = exported(shared, "employees")

    def act() -> None:
        with shared.acting("test") as acting:
            acting.connection.execute(text(statement))

    with pytest.raises(RefusedError, match=says):
        act()
    assert exported(shared, "employees") == before


def test_what_does_not_fit_is_refused_and_not_called_damage(shared: Book) -> None:
    def act(statement: str) -> None:
        with shared.acting("test") as acting:
            acting.connection.execute(text(statement))

    for statement in (
        f"INSERT INTO setting (key, value) VALUES ('{'k' * 50}', 'x')",
        "INSERT INTO setting (key, value) VALUES ('k', CAST(99999999999999999999 AS BIGINT)::text)",
    ):
        with pytest.raises(RefusedError):
            act(statement)


def test_the_audit_of_a_server_is_a_chain_and_its_breaks_are_found(
    shared: Book, full: Callable[[Book], Book]
) -> None:
    full(shared)
    with shared.reading() as connection:
        assert broken_links(connection) == []
        actions = connection.execute(select(AUDIT.c.action).order_by(AUDIT.c.id)).scalars().all()
    assert actions == ["book.create", *(f"{kind}.import" for kind in ORDER)]
    with shared.engine.begin() as connection:
        connection.execute(text("UPDATE audit_entry SET subject = 'x' WHERE id = 3"))
        assert broken_links(connection) == [3]
