"""Creating and opening books. Every way that it can fail has a sentence of its own."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, insert
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from models.book import audit, keys, migrations
from models.book import sqlcipher as files
from models.book.book import Book
from models.book.place import Place
from models.book.settings import SETTINGS
from models.book.tables import SETTING
from models.errors import (
    BookDamagedError,
    BookError,
    BookMissingError,
    BookTooNewError,
    Problem,
    RefusedError,
    WrongPassphraseError,
)
from models.language import gettext as _

DATABASE: Final = "book.db"
CHECK: Final = "passphrase.check"


def create_book(place: Place, passphrase: str, settings: Mapping[str, str]) -> Book:
    """Make a new, empty book with `settings` (key to text; the rest keep their defaults).

    Raises:
        RefusedError: there is a book already, the passphrase is empty, a setting is wrong.
        BookError: the place cannot be written to or reached.
    """
    checked = check_settings(settings)
    if place.folder is None:
        return _create_on_server(place, checked)
    if not passphrase:
        raise RefusedError(_("A book needs a passphrase."))
    folder = place.folder
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise RefusedError(_("There is something at {place} already.").format(place=place))
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise _unreachable(place, error) from error
    try:
        engine = files.encrypted_engine(draft / DATABASE, keys.derive(passphrase, keys.new_salt()))
        _fill(engine, checked)
        engine.dispose()
        keys.write_check(draft / CHECK, passphrase)
        (draft / DATABASE).chmod(0o600)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except OSError as error:
        raise _unreachable(place, error) from error
    except DBAPIError as error:
        raise _in_use(place) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return open_book(place, passphrase)


def open_book(place: Place, passphrase: str = "") -> Book:
    """Open the book at `place`, and bring its schema up to date if it is older.

    Raises:
        BookMissingError, WrongPassphraseError, BookDamagedError, BookTooNewError, BookError
    """
    engine = (
        _server_engine(place) if place.folder is None else _file_engine(place.folder, passphrase)
    )
    try:
        _bring_up_to_date(engine, place)
    except (DBAPIError, sqlcipher.Error) as error:
        engine.dispose()
        raise _why_not(place, passphrase, error) from None
    except BookError:
        engine.dispose()
        raise
    return Book(place, engine)


def book_exists(place: Place) -> bool:
    """Whether there is a book file at `place`; a server is asked only when it is opened."""
    try:
        return place.folder is None or (place.folder / DATABASE).is_file()
    except OSError:  # a name that no file can have
        return False


def check_settings(values: Mapping[str, str]) -> dict[str, str]:
    """The settings as they are stored.

    Raises:
        RefusedError: with a problem for each setting that is unknown or wrong.
    """
    checked, problems = {}, []
    for key, value in values.items():
        kind = SETTINGS.get(key)
        if kind is None:
            message = _("There is no setting “{key}”; there are: {keys}.")
            sentence = message.format(key=key, keys=", ".join(SETTINGS))
            problems.append(Problem(sentence, column=key, value=value))
            continue
        try:
            checked[key] = kind.check(value.strip())
        except ValueError as error:
            problems.append(Problem(str(error), column=key, value=value))
    if problems:
        raise RefusedError(problems[0].message, problems)
    return checked


def _fill(engine: Engine, checked: Mapping[str, str]) -> None:
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        migrations.upgrade(connection)
        if checked:
            connection.execute(
                insert(SETTING), [{"key": key, "value": value} for key, value in checked.items()]
            )
        audit.append(connection, action="book.create", subject="", details={})


def _create_on_server(place: Place, checked: Mapping[str, str]) -> Book:
    engine = _server_engine(place)
    try:
        with engine.connect() as connection:
            if migrations.revision_of(connection) is not None:
                raise RefusedError(_("There is a book at {place} already.").format(place=place))
        _fill(engine, checked)
    except DBAPIError as error:
        raise _why_not(place, "", error) from None
    return Book(place, engine)


def _file_engine(folder: Path, passphrase: str) -> Engine:
    database = folder / DATABASE
    if not database.is_file():
        raise BookMissingError(_("There is no book at {place}.").format(place=folder))
    try:
        with database.open("rb") as file:
            salt = file.read(keys.SALT_BYTES)
    except OSError as error:
        raise _unreachable(Place(folder=folder), error) from error
    if len(salt) < keys.SALT_BYTES or files.is_plain_sqlite(database):
        raise _damaged(Place(folder=folder))
    return files.encrypted_engine(database, keys.derive(passphrase, salt))


def _server_engine(place: Place) -> Engine:
    url = "postgresql+psycopg://" + (place.url or "").partition("://")[2]
    try:
        # Each reading sees one state of the book, as it does of a book on disk.
        return create_engine(url, hide_parameters=True, isolation_level="REPEATABLE READ")
    except (ModuleNotFoundError, NoSuchModuleError):
        raise BookError(
            _("A book on PostgreSQL needs the package psycopg: install wagebook[postgresql].")
        ) from None
    except (ArgumentError, ValueError):
        raise BookError(_("That is not a PostgreSQL address.")) from None


def _bring_up_to_date(engine: Engine, place: Place) -> None:
    with engine.connect() as connection:
        revision = migrations.revision_of(connection)
    if revision is None:
        if place.folder is None:
            raise BookMissingError(_("There is no book at {place}.").format(place=place))
        raise _damaged(place)
    if migrations.is_newer(revision):
        raise BookTooNewError(
            _("The book at {place} was written by a newer version of Wagebook.").format(place=place)
        )
    if revision != migrations.HEAD:
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            migrations.upgrade(connection)


def _why_not(place: Place, passphrase: str, error: Exception) -> BookError:
    if place.folder is None:
        if isinstance(error, OperationalError):
            return BookError(_("The server of {place} cannot be reached.").format(place=place))
        return _damaged(place)
    if "locked" in str(error) or "unable to open" in str(error) or "readonly" in str(error):
        return _in_use(place)
    right = keys.passphrase_is_right(place.folder / CHECK, passphrase)
    if right is None:
        return WrongPassphraseError(
            _("The passphrase does not open this book, or the book is damaged.")
        )
    return (
        _damaged(place)
        if right
        else WrongPassphraseError(_("The passphrase does not open this book."))
    )


def _in_use(place: Place) -> BookError:
    return BookError(
        _("The book at {place} is in use or cannot be written to.").format(place=place)
    )


def _damaged(place: Place) -> BookDamagedError:
    return BookDamagedError(
        _("The book at {place} is damaged, or is not a book; restore a backup.").format(place=place)
    )


def _unreachable(place: Place, error: OSError) -> BookError:
    return BookError(
        _("The book at {place} cannot be reached: {reason}.").format(
            place=place, reason=os.strerror(error.errno or 0)
        )
    )
