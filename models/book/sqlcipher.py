"""Connections to the encrypted database: all that is SQLite's alone lives here."""

from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from models.book.keys import BookKey

BUSY_SECONDS: Final = 20

# WAL lets a reader go on while an import writes; temporary files stay in memory, because SQLite
# would write them in the clear.
_PRAGMAS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
)


def encrypted_engine(path: Path, key: BookKey) -> Engine:
    """An engine on the database file at `path`, which may not exist yet."""

    def connect() -> Any:
        connection = sqlcipher.connect(
            str(path), timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
        )
        try:
            # SQLCipher would write its complaints about a wrong key on the terminal.
            connection.execute("PRAGMA cipher_log_level = NONE")
            key.unlock(connection)
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except sqlcipher.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, hide_parameters=True
    )
    # The driver would begin transactions late and commit before DDL; SQLAlchemy says BEGIN itself.
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def is_plain_sqlite(path: Path) -> bool:
    """Whether the file at `path` is an unencrypted SQLite database."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
