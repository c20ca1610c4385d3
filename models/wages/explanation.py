"""Everything behind the lines of a payslip: records, rules with their articles, terms, weeks."""

from dataclasses import dataclass
from datetime import date

from models.book.book import Book
from models.wages.engine.values import Terms
from models.wages.explaining import Behind, Sources, read_sources, records_behind
from models.wages.holidays_behind import Holidays, holidays_behind
from models.wages.paid_by import PaidBy, RuleBehind, paid_by
from models.wages.rows import LineRow, PayslipRow
from models.wages.week_behind import WeekPart, Weeks
from models.wages.week_records import weeks_behind


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the lines of one payslip were computed from."""

    slip: PayslipRow
    by: PaidBy
    sources: Sources
    weeks: Weeks
    holidays: Holidays

    def records(self, line: LineRow) -> list[Behind]:
        """The records behind a line, by day."""
        return records_behind(line, self.sources)

    def rules(self, line: LineRow) -> tuple[RuleBehind, ...]:
        """The rules behind a line; none where the pay terms, or what was entered, say it all."""
        return self.by.rules_of(self.slip, line)

    def terms(self, line: LineRow) -> Terms | None:
        """The pay terms in force for a line that pays for time."""
        return self.by.terms_of(self.slip, line)

    def week(self, line: LineRow) -> tuple[WeekPart, ...]:
        """What the week of a line earned, if the line is paid at the average of a week."""
        return self.weeks.parts_of(line)

    def days(self, line: LineRow) -> tuple[date, ...]:
        """The public holidays that a line pays though nobody worked."""
        return self.holidays.days(line)


def explanation(book: Book, slip: PayslipRow) -> Explanation:
    """What is behind the lines of a payslip.

    The packs are those that an approved run kept; of a draft, those of the book.
    """
    with book.reading() as connection:
        by = paid_by(connection, slip)
        sources = read_sources(connection, slip)
        weeks = weeks_behind(connection, slip, by, sources)
        return Explanation(slip, by, sources, weeks, holidays_behind(connection, slip, by))
