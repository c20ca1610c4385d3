"""Migrations build exactly the schema that the tables declare, and only when they must."""

import os
import re
import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.schema import CheckConstraint

from models.book import migrations
from models.book.book import Book
from models.book.schema import METADATA
from tests.conftest import PASSPHRASE


def test_migrations_build_the_schema_that_the_tables_declare(book: Book) -> None:
    with book.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def _declared() -> dict[str, dict[str, str]]:
    return {
        table.name: {
            str(rule.name): _squeezed(str(rule.sqltext))
            for rule in table.constraints
            if isinstance(rule, CheckConstraint)
        }
        for table in METADATA.tables.values()
    }


def _squeezed(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()


def test_migrations_build_every_check_that_the_tables_declare(book: Book) -> None:
    with book.reading() as connection:
        inspector = inspect(connection)
        built = {
            name: {
                str(rule["name"]): _squeezed(rule["sqltext"])
                for rule in inspector.get_check_constraints(name)
            }
            for name in METADATA.tables
        }
    assert built == _declared()


def test_head_is_the_newest_migration_and_revisions_count_up() -> None:
    folder = Path(migrations.__file__).parent
    scripts = ScriptDirectory(str(folder))
    revisions = [script.revision for script in scripts.walk_revisions()][::-1]
    assert revisions == sorted(revisions)
    assert revisions[-1] == migrations.HEAD
    assert not migrations.is_newer(migrations.HEAD)
    assert migrations.is_newer(f"{int(migrations.HEAD) + 1:04d}")


_OPENING = """
import sys
from pathlib import Path
from models.book.opening import open_book
from models.book.place import Place
open_book(Place(folder=Path(sys.argv[1])), sys.argv[2]).programme()
print(sorted({"alembic", "reportlab", "textual", "openpyxl", "psycopg"} & set(sys.modules)))
"""


def test_opening_a_book_of_today_imports_neither_alembic_nor_anything_slow(
    _empty_book: Path,  # noqa: PT019 - its path is needed, not only its being there
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPENING, str(_empty_book), PASSPHRASE],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
