"""What a payslip was computed by: the packs, and the employee's pay terms."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from models.employees.tables import PAY_TERMS
from models.errors import RefusedError
from models.language import gettext as _
from models.periods import Period
from models.rules.shelf import Shelf
from models.rules.values import Rule, Rules
from models.rules.wording import rule_label, rule_text
from models.wages.engine.segments import terms_on
from models.wages.engine.values import DEDUCTION, EARNING, Terms
from models.wages.entered_work import terms_of
from models.wages.ground import Ground, ground_of, kept_ground
from models.wages.rows import LineRow, PayslipRow
from models.wages.tables import PAY_RUN, PAYSLIP

# Units whose divisor is the hours that a day's, week's or month's pay stands for.
_DIVIDED: Final = ("salary_hour", "month_hour")
_TIME: Final = ("hour", *_DIVIDED, "day", "week", "week_day", "month", "month_day")


@dataclass(frozen=True, slots=True)
class RuleBehind:
    """A rule of a pack behind a payslip line; its texts are in the language in use.

    `name` is its name in the pack's file. `rules` is the version of the pack that the line was
    computed by, or None where that can no longer be read.
    """

    name: str
    pack: str
    rules: Rules | None

    @property
    def rule(self) -> Rule | None:
        """The rule itself; None where the pack says nothing of it."""
        found = getattr(self.rules, self.name, None)
        return found if isinstance(found, Rule) else None

    @property
    def label(self) -> str:
        """What the rule is called."""
        return rule_label(self.name)

    @property
    def text(self) -> str:
        """What the rule says, or that its pack can no longer be read."""
        if self.rules is None:
            return _("The pay rules {pack} of that day can no longer be read.").format(
                pack=self.pack
            )
        return rule_text(self.name, self.rules)

    @property
    def source(self) -> str:
        """The article; empty where the pack names none."""
        return self.rule.cited if self.rule else ""

    @property
    def verified(self) -> bool | None:
        """Whether that text was read; None where there is none."""
        return self.rule.verified if self.rule else None


@dataclass(frozen=True, slots=True)
class Head:
    """What a payslip is headed by: the pack of its last day, and its period."""

    pack: str
    pack_from: date
    period: Period


@dataclass(frozen=True, slots=True)
class PaidBy:
    """Packs, settings and calendars, and the employee's terms, oldest first.

    `corrected` are the payslips that lines correct: those go by what theirs were computed by.
    """

    ground: Ground
    terms: tuple[Terms, ...]
    corrected: Mapping[str, tuple["PaidBy", Head]] = field(default_factory=dict)

    def terms_of(self, slip: PayslipRow | Head, line: LineRow) -> Terms | None:
        """The terms in force on a line's last day, if the line is for time."""
        if line.corrects in self.corrected:
            other, head = self.corrected[line.corrects]
            return other.terms_of(head, line)
        if line.unit not in _TIME and line.pool is None:
            return None
        return terms_on(self.terms, line.ends_on or slip.period.ends_on)

    def rules_of(self, slip: PayslipRow, line: LineRow) -> tuple[RuleBehind, ...]:
        """The rules behind a line: its own first, then the one that divides a salary by hours."""
        names = [line.rule] if line.rule else []
        if line.unit in _DIVIDED and "hourly_rate" not in names:
            names.append("hourly_rate")
        if not names:
            return ()
        pack, rules = self.version_of(slip, line)
        return tuple(RuleBehind(name, pack, rules) for name in names)

    def version_of(self, slip: PayslipRow | Head, line: LineRow) -> tuple[str, Rules | None]:
        """The name of a line's pack and its version; None where it can no longer be read."""
        if line.corrects in self.corrected:
            other, head = self.corrected[line.corrects]
            return other.version_of(head, line)
        if line.group != EARNING or line.ends_on is None:
            return slip.pack, _read(self.ground.packs, slip.pack, slip.pack_from)
        pack = self._pack_of(slip, line)
        return pack, _read(self.ground.packs, pack, line.ends_on)

    def _pack_of(self, slip: PayslipRow | Head, line: LineRow) -> str:
        """The pack of the terms of a line's last day; a payslip is headed by its last one."""
        last = terms_on(self.terms, slip.period.ends_on)
        then = terms_on(self.terms, line.ends_on or slip.period.ends_on)
        if then is None or then is last:
            return slip.pack
        name = then.rules or self.ground.pay_rules
        return name if name in self.ground.packs else slip.pack


def ground_behind(connection: Connection, slip: PayslipRow) -> Ground:
    """What the run of a payslip was computed by: what it kept, or of a draft what holds now."""
    statement = select(PAY_RUN.c.kept).where(PAY_RUN.c.id == slip.run)
    kept = connection.execute(statement).scalar_one()
    return kept_ground(connection, kept) if kept else ground_of(connection, slip.period)


def paid_by(connection: Connection, slip: PayslipRow) -> PaidBy:
    """What a payslip was computed by."""
    terms = _terms(connection, slip)
    numbers = {line.corrects for line in slip.lines} - {""}
    return PaidBy(ground_behind(connection, slip), terms, _corrected(connection, numbers, terms))


def _corrected(
    connection: Connection, numbers: Collection[str], terms: tuple[Terms, ...]
) -> dict[str, tuple[PaidBy, Head]]:
    """What corrected payslips were computed by; the terms are those of today."""
    if not numbers:
        return {}
    statement = (
        select(PAYSLIP.c.number, PAYSLIP.c.pack, PAYSLIP.c.pack_from)
        .add_columns(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on, PAY_RUN.c.kept)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(PAYSLIP.c.number.in_(numbers))
    )
    return {
        row.number: (
            PaidBy(kept_ground(connection, row.kept), terms),
            Head(row.pack, row.pack_from, Period(row.starts_on, row.ends_on)),
        )
        for row in connection.execute(statement)
    }


def with_caps(connection: Connection, slips: Sequence[PayslipRow]) -> list[PayslipRow]:
    """The payslips, with the rule beside each deduction that it reduced."""
    runs = {slip.run: slip for slip in slips if any(map(_capped, slip.lines))}
    known = {run: ground_behind(connection, slip).packs for run, slip in runs.items()}
    return [_with_caps(slip, known[slip.run]) if slip.run in known else slip for slip in slips]


def _with_caps(slip: PayslipRow, packs: Shelf) -> PayslipRow:
    rules = _read(packs, slip.pack, slip.pack_from)
    if rules is None:
        return slip
    lines = (replace(line, cap=rules.deductions) if _capped(line) else line for line in slip.lines)
    return replace(slip, lines=tuple(lines))


def _capped(line: LineRow) -> bool:
    return line.group == DEDUCTION and line.rule == "deductions"


def _read(packs: Shelf, pack: str, day: date) -> Rules | None:
    try:
        return packs.on(pack, day)
    except RefusedError:
        return None


def _terms(connection: Connection, slip: PayslipRow) -> tuple[Terms, ...]:
    statement = (
        select(PAY_TERMS)
        .join(PAYSLIP, PAYSLIP.c.employee_id == PAY_TERMS.c.employee_id)
        .where(PAYSLIP.c.number == slip.number)
        .order_by(PAY_TERMS.c.starts_on)
    )
    return tuple(terms_of(row) for row in connection.execute(statement))
