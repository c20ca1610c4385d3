"""Alembic's entry: migrate the connection that the book hands over."""

from alembic import context

from models.book.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
