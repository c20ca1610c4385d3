"""Where a book is: a folder on this machine, or a PostgreSQL database."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

POSTGRESQL: Final = "postgresql://"


@dataclass(frozen=True, slots=True)
class Place:
    """Exactly one of `folder` and `url` is given."""

    folder: Path | None = None
    url: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, text: str) -> "Place":
        """The place that `--book` or `WAGEBOOK_BOOK` names."""
        if text.startswith((POSTGRESQL, "postgres://")):
            return cls(url=text)
        return cls(folder=Path(text).expanduser())

    @classmethod
    def default(cls) -> "Place":
        """`WAGEBOOK_BOOK`, or a folder among the user's own data."""
        named = os.environ.get("WAGEBOOK_BOOK")
        if named:
            return cls.of(named)
        return cls(folder=user_data_path("wagebook") / "programme.book")

    @property
    def needs_passphrase(self) -> bool:
        """Whether the book is a file that a passphrase opens; a server has its own door."""
        return self.folder is not None

    def __str__(self) -> str:
        """The folder; of a URL only the server and database, without user, password and options."""
        if self.folder is not None:
            return str(self.folder)
        address = (self.url or "").partition("://")[2].partition("?")[0]
        return POSTGRESQL + address.rpartition("@")[2]
