"""The packs of a book: those that the program ships and the programme's own."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select

from models.errors import RefusedError
from models.language import gettext as _
from models.rules.packs import Pack, read_pack
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.tables import RULE_PACK
from models.rules.values import Rules


class Shelf:
    """Packs by name; each is read when it is first asked for."""

    def __init__(self, own: Mapping[str, str], *, only: bool = False) -> None:
        """Take the texts of packs by name; with `only`, those that are shipped stay out."""
        self._own = own
        self._only = only
        self._read: dict[str, Pack] = {}

    def __iter__(self) -> Iterator[str]:
        shipped = () if self._only else shipped_names()
        return iter(sorted({*shipped, *self._own}))

    def __contains__(self, name: object) -> bool:
        return name in self._own or (not self._only and name in shipped_names())

    def pack(self, name: str) -> Pack:
        """One pack.

        Raises:
            RefusedError: there is none of that name, or it has faults.
        """
        if name not in self._read:
            self._read[name] = self._opened(name)
        return self._read[name]

    def _opened(self, name: str) -> Pack:
        if name in self._own:
            return read_pack(self._own[name])
        if name in self:
            return shipped_pack(name)
        raise RefusedError(_("There is no pay-rule pack {pack}.").format(pack=name))

    def on(self, name: str, day: date) -> Rules:
        """What a pack says on a day.

        Raises:
            RefusedError: there is no such pack, it has faults, or it is not in force yet.
        """
        return self.pack(name).on(day)


def shelf(connection: Connection, instead: Mapping[str, str] | None = None) -> Shelf:
    """The packs of this book; the texts of `instead` take the place of those of the same name."""
    rows = connection.execute(select(RULE_PACK.c.name, RULE_PACK.c.text))
    return Shelf({**{row.name: row.text for row in rows}, **(instead or {})})
