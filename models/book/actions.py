"""What a manager does with the programme itself."""

from collections.abc import Mapping

from sqlalchemy import delete, insert

from models.book.book import Book
from models.book.opening import check_settings
from models.book.tables import SETTING


def change_settings(book: Book, values: Mapping[str, str]) -> None:
    """Set the programme's settings, key to text; an empty text clears one that may be empty.

    Raises:
        RefusedError: with a problem for each setting that is unknown or wrong; none changed.
    """
    checked = check_settings(values)
    with book.acting("settings.change", subject=", ".join(sorted(checked))) as acting:
        acting.connection.execute(delete(SETTING).where(SETTING.c.key.in_(checked)))
        for key, value in checked.items():
            acting.connection.execute(insert(SETTING).values(key=key, value=value))
        acting.changed = bool(checked)
