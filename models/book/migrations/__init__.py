"""The book's schema, step by step, and how a book is brought up to date."""

from importlib import resources
from typing import Final

from sqlalchemy import Connection, inspect, text

HEAD: Final = "0001"


def revision_of(connection: Connection) -> str | None:
    """The schema revision of the book, or None in an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_newer(revision: str) -> bool:
    """Whether this program does not know `revision` yet. Revisions are numbers that count up."""
    return revision > HEAD


def upgrade(connection: Connection) -> None:
    """Bring the schema to `HEAD` inside the caller's transaction."""
    # Alembic takes a third of a second to import; it is wanted only when there is work for it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files(__name__)))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
