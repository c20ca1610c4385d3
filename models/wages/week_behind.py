"""What a workweek earned, where a line is paid at the average of that week."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import Row

from models.language import gettext as _
from models.money import RATE_SCALE, amount_text, minor_digits, round_half_up, to_minor, unscaled
from models.periods import Period
from models.wages.engine.entered import as_rate
from models.wages.engine.hourly import HourRate, hour_rate
from models.wages.engine.segments import terms_on
from models.wages.engine.values import EARNING, Unit
from models.wages.explaining import SourceRow, Sources
from models.wages.paid_by import PaidBy
from models.wages.rows import LineRow, PayslipRow

_ONE: Final = Fraction(1)
_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class WeekPart:
    """One part of what a week earned, as a line of its own: hours at a rate, pieces, a bonus.

    With `rest` it is what the other parts do not tell: the top-up of the week, or pay that cannot
    be found any more.
    """

    line: LineRow
    rest: bool = False

    @property
    def label(self) -> str:
        """What it is, in the language in use."""
        if self.rest and self.line.code != "MINIMUM_TOP_UP":
            return _("Other pay of this week")
        return self.line.label

    @property
    def formula(self) -> str:
        """What it comes to, with its numbers."""
        if self.rest:
            return amount_text(self.line.amount, self.line.currency, grouped=True)
        return self.line.formula

    @property
    def exact(self) -> Fraction:
        """What it comes to, in major units, before any rounding."""
        line = self.line
        base = unscaled(line.rate) if line.pool is None else line.pool
        return line.quantity * base / line.divisor


@dataclass(frozen=True, slots=True)
class Weeks:
    """The records of an employee in the weeks of a payslip's lines, to tell what they earned.

    `lines` are those at the average of a week; `minutes` are those of every worked shift by day.
    """

    slip: PayslipRow
    by: PaidBy
    sources: Sources
    pieces: tuple[Row[Any], ...] = ()
    sales: tuple[Row[Any], ...] = ()
    bonuses: tuple[Row[Any], ...] = ()
    minutes: Mapping[date, int] = field(default_factory=dict)

    def parts_of(self, line: LineRow) -> tuple[WeekPart, ...]:
        """What the week of a line earned; nothing for a line that is not at a week's average."""
        if line.pool is None or line.starts_on is None or line.ends_on is None:
            return ()
        week = Period(line.starts_on, line.ends_on)
        parts = list(self._parts(line, week))
        rest = line.pool - sum((part.exact for part in parts), Fraction(0))
        if rest:
            parts.append(self._rest(line, rest))
        return tuple(parts)

    def _parts(self, line: LineRow, week: Period) -> Iterator[WeekPart]:
        if week.ends_on < self.slip.period.starts_on:
            # The week was paid before: the line is about bonuses that were not known then.
            new = [each for each in self.bonuses if each.run_id in (None, self.slip.run)]
            yield from self._given(line, week, [each for each in new if each.earned_from])
        elif self._regular(line):
            yield from self._worked(line)
            yield from self._made(piece for piece in self.pieces if piece.day in week)
            yield from self._sold(week)
            yield from self._given(line, week, self.bonuses)
        else:
            days = {row.day for _minutes, row in self._shifts(line)}
            yield from self._made(piece for piece in self.pieces if piece.day in days)

    def _regular(self, line: LineRow) -> bool:
        _pack, rules = self.by.version_of(self.slip, line)
        overtime = rules.overtime if rules else None
        return overtime is None or overtime.method == "regular_rate"

    def _worked(self, line: LineRow) -> Iterator[WeekPart]:
        """Hours at each rate; for a day's pay days."""
        sums: dict[tuple[Unit, int, Fraction], Fraction] = defaultdict(Fraction)
        days: set[date] = set()
        for minutes, row in self._shifts(line):
            rate = self._rate_on(line, row.day) if row.rate is None else HourRate("hour", row.rate)
            if rate is None:
                continue
            counted = Fraction(minutes, _HOUR)
            if rate.unit == "day":
                counted = Fraction(row.day not in days)
                days.add(row.day)
            sums[rate.unit, rate.rate, rate.divisor] += counted
        for (unit, rate_of, divisor), quantity in sorted(sums.items()):
            yield self._part("BASE", quantity, unit, rate_of, divisor=divisor)

    def _shifts(self, line: LineRow) -> Iterator[tuple[int, SourceRow]]:
        """The shifts of a line's week, with their minutes in it."""
        for source in line.sources:
            row = self.sources.get((source.kind, source.id))
            if row is not None:
                yield source.quantity, row

    def _rate_on(self, line: LineRow, day: date) -> HourRate | None:
        terms = terms_on(self.by.terms, day)
        _pack, rules = self.by.version_of(self.slip, line)
        if terms is None or rules is None:
            return None
        return HourRate("day", terms.rate) if terms.basis == "daily" else hour_rate(terms, rules)

    def _made(self, pieces: Iterable[Row[Any]]) -> Iterator[WeekPart]:
        sums: dict[tuple[str, int], int] = defaultdict(int)
        for piece in pieces:
            sums[piece.task, piece.rate] += piece.quantity
        for (task, rate), quantity in sorted(sums.items()):
            yield self._part("PIECE", unscaled(quantity), "piece", rate, detail=task)

    def _sold(self, week: Period) -> Iterator[WeekPart]:
        sums: dict[int, int] = defaultdict(int)
        for sale in self.sales:
            if sale.day in week and sale.currency == self.slip.currency:
                sums[sale.maker_share] += sale.net
        for share, net in sorted(sums.items()):
            sold = self._major(net)
            yield self._part("MAKER_SHARE", sold, "sales_share", share, divisor=Fraction(100))

    def _given(
        self, line: LineRow, week: Period, bonuses: Iterable[Row[Any]]
    ) -> Iterator[WeekPart]:
        """Bonuses of the week; one for other days, too, by the hours of the days it is for."""
        for bonus in bonuses:
            if bonus.currency != self.slip.currency:
                continue
            rate = as_rate(bonus.amount, bonus.currency)
            if bonus.earned_from is None:
                if bonus.day in week:
                    yield self._part("BONUS", _ONE, "amount", rate, detail=bonus.note)
                continue
            earned = Period(bonus.earned_from, bonus.earned_to)
            whole = sum(minutes for day, minutes in self.minutes.items() if day in earned)
            here = sum(minutes for minutes, row in self._shifts(line) if row.day in earned)
            if here and whole:
                yield self._part(
                    "BONUS",
                    Fraction(here, _HOUR),
                    "pool_hour",
                    rate,
                    divisor=Fraction(whole, _HOUR),
                    detail=bonus.note,
                    pool=self._major(bonus.amount),
                )

    def _rest(self, line: LineRow, rest: Fraction) -> WeekPart:
        days = (line.starts_on, line.ends_on)
        top_up = [
            each
            for each in self.slip.lines
            if each.code == "MINIMUM_TOP_UP" and (each.starts_on, each.ends_on) == days
        ]
        code, rule = ("MINIMUM_TOP_UP", top_up[0].rule) if top_up else ("BASE", "")
        part = self._part(code, _ONE, "amount", round_half_up(rest * RATE_SCALE), rule=rule)
        return WeekPart(part.line, rest=True)

    def _part(
        self,
        code: str,
        quantity: Fraction,
        unit: Unit,
        rate: int,
        *,
        divisor: Fraction = _ONE,
        detail: str = "",
        pool: Fraction | None = None,
        rule: str = "",
    ) -> WeekPart:
        currency = self.slip.currency
        base = unscaled(rate) if pool is None else pool
        return WeekPart(
            LineRow(
                code=code,
                group=EARNING,
                quantity=quantity,
                unit=unit,
                rate=rate,
                amount=to_minor(quantity * base / divisor, currency),
                divisor=divisor,
                detail=detail,
                pool=pool,
                rule=rule,
                currency=currency,
            )
        )

    def _major(self, minor: int) -> Fraction:
        return Fraction(minor, 10 ** minor_digits(self.slip.currency))
