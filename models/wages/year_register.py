"""A year of a programme or of a site: months by items, with the sums of each site and of all."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from models.book.book import Book
from models.book.settings import programme
from models.errors import NotFoundError, Problem
from models.language import gettext as _
from models.wages.tables import PAY_RUN, PAYSLIP
from models.wages.year import COUNTED, figures_of
from models.wages.year_figures import YearTable, year_tables


@dataclass(frozen=True, slots=True)
class YearPart:
    """A site's year, or the `whole` one: a table for each currency, the programme's first."""

    site: str
    tables: tuple[YearTable, ...]
    whole: bool = False

    @property
    def name(self) -> str:
        """The site, or that there is none or it is all of them, in the language in use."""
        return _("All sites") if self.whole else self.site or _("Without a site")


@dataclass(frozen=True, slots=True)
class YearRegister:
    """A year of the sites that paid in it; `total` is all of them together."""

    year: int
    sites: tuple[YearPart, ...]
    total: YearPart

    @property
    def parts(self) -> tuple[YearPart, ...]:
        """All sites together and then each of them; the one, where there is no other."""
        return (self.total, *self.sites) if len(self.sites) > 1 else self.sites


def year_register(book: Book, year: int, *, site: str | None = None) -> YearRegister:
    """The year of the programme, or of one site: where its payslips say that people worked.

    Those of approved and paid runs count, in the month that their pay period ends in.

    Raises:
        NotFoundError: no payslip of that year, or of that site in it, counts.
    """
    which = COUNTED & PAY_RUN.c.ends_on.between(date(year, 1, 1), date(year, 12, 31))
    if site is not None:
        which &= PAYSLIP.c.site == site
    with book.reading() as connection:
        own = programme(connection).currency
        names = _sites(connection, which)
        if not names:
            raise _nothing(year, site)
        sites = [
            YearPart(name, _tables(connection, which & (PAYSLIP.c.site == name), own))
            for name in names
        ]
        total = YearPart("", _tables(connection, which, own), whole=True)
    return YearRegister(year, tuple(sites), total)


def _sites(connection: Connection, which: ColumnElement[bool]) -> list[str]:
    statement = select(PAYSLIP.c.site).distinct().order_by(PAYSLIP.c.site)
    joined = statement.join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
    return list(connection.execute(joined.where(which)).scalars())


def _tables(connection: Connection, which: ColumnElement[bool], own: str) -> tuple[YearTable, ...]:
    slips, lines = figures_of(connection, which)
    return year_tables(slips, lines, own=own, advances={}, account={})


def _nothing(year: int, site: str | None) -> NotFoundError:
    if site is None:
        message = _("There is no approved payslip for a period that ends in {year}.")
        return NotFoundError(message.format(year=year))
    message = _("{site} has no approved payslip for a period that ends in {year}.").format(
        site=site, year=year
    )
    return NotFoundError(message, [Problem(message, column="site", value=site)])
