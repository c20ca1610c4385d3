"""An open book: reading, acting, and closing it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, OperationalError

from models.book import audit, settings
from models.book.place import Place
from models.errors import BookDamagedError, BookError, RefusedError
from models.language import gettext as _


@dataclass
class Acting:
    """One action under way: its connection, and what the audit entry will say of it."""

    connection: Connection
    subject: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    changed: bool = True


class Book:
    """An open book, on this machine or on a server. Safe to use from several threads."""

    def __init__(self, place: Place, engine: Engine) -> None:
        self.place = place
        self.engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the book and changes nothing."""
        with self._saying_what_is_wrong(), self.engine.connect() as connection:
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def acting(self, action: str, subject: str = "") -> Iterator[Acting]:
        """One transaction and one audit entry; whatever is raised inside undoes all of it.

        An action that finds nothing to do sets `changed` to False and leaves no entry.
        """
        with (
            self._saying_what_is_wrong(),
            self.engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            if connection.dialect.name == "postgresql":
                # One writer at a time, as in a book on disk: the audit chain has one end.
                connection.execute(text("LOCK TABLE audit_entry IN EXCLUSIVE MODE"))
            acting = Acting(connection, subject)
            yield acting
            if acting.changed:
                audit.append(
                    connection, action=action, subject=acting.subject, details=acting.details
                )

    @contextmanager
    def _saying_what_is_wrong(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise RefusedError(
                _("The book has this already, or it breaks a rule of the book; nothing changed.")
            ) from None
        except (DataError, OverflowError):
            raise RefusedError(
                _("An amount or a text is larger than the book can hold; nothing changed.")
            ) from None
        except OperationalError as error:
            raise BookError(
                _("The book at {place} cannot be used just now: {reason}.").format(
                    place=self.place, reason=str(error.orig).partition("\n")[0]
                )
            ) from None
        except DatabaseError:
            raise BookDamagedError(
                _("The book at {place} is damaged; restore a backup.").format(place=self.place)
            ) from None

    def programme(self) -> settings.Programme:
        """The programme's settings."""
        with self.reading() as connection:
            return settings.programme(connection)

    def settings(self) -> Mapping[str, str]:
        """The programme's settings as text."""
        with self.reading() as connection:
            return settings.stored(connection)

    def close(self) -> None:
        """Close the connections to the database."""
        self.engine.dispose()

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
