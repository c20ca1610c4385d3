"""What a manager does with the programme itself."""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert

from models.book.book import Book
from models.book.opening import check_settings
from models.book.tables import SETTING
from models.errors import Problem, RefusedError

SettingsCheck = Callable[[Connection, Mapping[str, str]], Sequence[Problem]]
"""Finds faults of settings that only the records of a room can show."""


def change_settings(
    book: Book, values: Mapping[str, str], *, check: SettingsCheck | None = None
) -> None:
    """Set the programme's settings, key to text; an empty text clears one that may be empty.

    Raises:
        RefusedError: with a problem for each setting that is unknown or wrong; none changed.
    """
    checked = check_settings(values)
    with book.acting("settings.change", subject=", ".join(sorted(checked))) as acting:
        problems = check(acting.connection, checked) if check else ()
        if problems:
            raise RefusedError(problems[0].message, problems)
        acting.connection.execute(delete(SETTING).where(SETTING.c.key.in_(checked)))
        for key, value in checked.items():
            acting.connection.execute(insert(SETTING).values(key=key, value=value))
        acting.changed = bool(checked)
