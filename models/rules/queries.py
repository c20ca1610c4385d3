"""What is read of pay-rule packs."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from models.book.book import Book
from models.book.settings import stored
from models.employees.tables import EMPLOYEE, PAY_TERMS
from models.errors import NotFoundError, RefusedError
from models.language import gettext as _
from models.rules.packs import Pack
from models.rules.shelf import Shelf, shelf
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.tables import RULE_PACK


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack as a list shows it.

    Attributes:
        name: What pay terms call it.
        title: Its title; empty where its text cannot be read.
        country: The two letters of its country, or nothing.
        own: Whether it is the programme's own; the others come with Wagebook.
        versions: The first day of each version, oldest first.
        rules: How many rules its newest version has.
        verified: How many of them were read in the law.
        terms: How many pay terms name it.
        is_default: Whether terms that name none use it.
        fault: Why its text cannot be read; empty when it can.
    """

    name: str
    title: str
    country: str
    own: bool
    versions: tuple[date, ...]
    rules: int
    verified: int
    terms: int
    is_default: bool
    fault: str = ""

    @property
    def all_verified(self) -> bool:
        """Whether the source of every rule was read."""
        return not self.fault and self.verified == self.rules


def packs(book: Book) -> list[PackRow]:
    """Every pack of the book, by name; one that cannot be read is among them and says why."""
    with book.reading() as connection:
        known = shelf(connection)
        own = set(connection.execute(select(RULE_PACK.c.name)).scalars())
        uses = _uses(connection)
        default = stored(connection)["pay_rules"]
    return [
        _row(known, name, own=name in own, terms=uses.get(name, 0), is_default=name == default)
        for name in known
    ]


def pack(book: Book, name: str) -> Pack:
    """One pack.

    Raises:
        NotFoundError: there is none of this name.
        RefusedError: its text has faults.
    """
    with book.reading() as connection:
        known = shelf(connection)
    if name not in known:
        raise no_such_pack(name, known)
    return known.pack(name)


def pack_text(book: Book, name: str) -> str:
    """The text of a pack, whether or not it can be read.

    Raises:
        NotFoundError: there is none of this name.
    """
    with book.reading() as connection:
        return text_of(connection, name)


def pack_names(connection: Connection) -> tuple[str, ...]:
    """The names of all packs, by the alphabet."""
    return tuple(shelf(connection))


def text_of(connection: Connection, name: str) -> str:
    """What `pack_text` gives, inside a transaction; see there."""
    found = connection.execute(select(RULE_PACK.c.text).where(RULE_PACK.c.name == name)).scalar()
    if found is not None:
        return str(found)
    if name not in shipped_names():
        raise no_such_pack(name, shelf(connection))
    return shipped_pack(name).text


def employees_on(connection: Connection, name: str) -> list[str]:
    """The codes of the employees with pay terms that name this pack."""
    statement = (
        select(EMPLOYEE.c.code)
        .join(PAY_TERMS, PAY_TERMS.c.employee_id == EMPLOYEE.c.id)
        .where(PAY_TERMS.c.rules == name)
        .distinct()
        .order_by(EMPLOYEE.c.code)
    )
    return list(connection.execute(statement).scalars())


def no_such_pack(name: str, known: Shelf) -> NotFoundError:
    """Nothing is called `name`; the sentence says what there is."""
    message = _("There is no pay-rule pack {pack}; there are: {packs}.")
    return NotFoundError(message.format(pack=name, packs=", ".join(known)))


def _uses(connection: Connection) -> dict[str, int]:
    counted = select(PAY_TERMS.c.rules, func.count().label("n")).group_by(PAY_TERMS.c.rules)
    return {row.rules: row.n for row in connection.execute(counted)}


def _row(known: Shelf, name: str, *, own: bool, terms: int, is_default: bool) -> PackRow:
    try:
        found = known.pack(name)
    except RefusedError as error:
        return PackRow(name, "", "", own, (), 0, 0, terms, is_default, fault=error.message)
    newest = [rule for _name, rule in found.versions[-1].rules]
    return PackRow(
        name=name,
        title=found.title,
        country=found.country,
        own=own,
        versions=tuple(version.starts_on for version in found.versions),
        rules=len(newest),
        verified=sum(rule.verified for rule in newest),
        terms=terms,
        is_default=is_default,
    )
