"""What the pay engine takes and gives back.

Rates are ten-thousandths of a major unit, amounts are minor units, hours are minutes. Quantities
and factors are exact fractions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from models.periods import Period
from models.rules.values import Rules
from models.shifts.calendar import NO_CALENDAR, Calendar

Basis = Literal["hourly", "daily", "weekly", "monthly", "piece"]
Group = Literal["earning", "deduction", "rounding", "information"]
ShiftStatus = Literal["worked", "planned", "absent", "paid_leave", "unpaid_leave"]
Item = Literal["BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION"]
AdvanceKind = Literal["sub", "loan"]
SourceKind = Literal["shift", "piece", "adjustment", "sale", "advance"]
Unit = Literal[
    "hour",  # an hour at an hourly rate
    "salary_hour",  # an hour of a day's, week's or month's pay: the divisor is its hours
    "month_hour",  # the same of a month's salary: the divisor is a week's hours × 52 ÷ 12
    "day",
    "week",
    "week_day",  # a calendar day of a week's salary: the divisor is 7
    "month",
    "month_day",  # a day of a month's salary: the divisor is the days that make a month
    "pool_hour",  # an hour at the average of what a week's work earned: pool ÷ divisor
    "piece",
    "sales_share",  # the quantity is net sales in major units, the rate a percentage
    "amount",  # entered as it stands
]

EARNING: Final = "earning"
DEDUCTION: Final = "deduction"

LINE_CODES: Final = (
    "BASE",
    "OVERTIME",
    "NIGHT",
    "REST_DAY",
    "HOLIDAY",
    "HOLIDAY_OVERTIME",
    "WEEKLY_HOLIDAY",
    "LEAVE",
    "PIECE",
    "MAKER_SHARE",
    "BONUS",
    "ALLOWANCE",
    "REIMBURSEMENT",
    "MINIMUM_TOP_UP",
    "DEDUCTION",
    "ADVANCE",
    "ROUNDING",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Pay terms in force from `starts_on` until the next terms of the same employee."""

    starts_on: date
    basis: Basis
    rate: int
    currency: str
    rules: str = ""
    daily_minutes: int | None = None
    weekly_minutes: int | None = None
    rest_days: tuple[str, ...] = ()
    guaranteed_hourly: int | None = None


@dataclass(frozen=True, slots=True)
class ShiftWork:
    """One shift: real minutes between start and end, and the unpaid break inside them.

    `rate` is an hourly rate for this shift only; zero is a rate, None is not. `paid_to` is the
    last day of the period of another run that paid it: it only counts towards the hours of its
    day and week. `starts` is minutes after midnight by the clock; where the clocks change inside
    it, `change` is (real minutes from the start, minutes that they jump ahead).
    """

    id: int
    day: date
    minutes: int
    break_minutes: int = 0
    status: ShiftStatus = "worked"
    rate: int | None = None
    paid_to: date | None = None
    starts: int = 9 * 60
    change: tuple[int, int] | None = None

    @property
    def paid_minutes(self) -> int:
        """Minutes without the unpaid break."""
        return self.minutes - self.break_minutes


@dataclass(frozen=True, slots=True)
class PieceWork:
    """Pieces of one task made on one day. `quantity` is in ten-thousandths."""

    id: int
    day: date
    task: str
    quantity: int
    rate: int
    paid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An amount entered by hand, above zero; a DEDUCTION is taken off.

    A deduction has a kind, its legal basis and whether the worker agreed to it in writing; a
    bonus the days in which it was earned, else it belongs to the workweek of its day.
    """

    id: int
    day: date
    item: Item
    amount: int
    currency: str
    note: str = ""
    kind: str = ""
    legal_basis: str = ""
    agreed: bool = False
    earned: Period | None = None
    paid_to: date | None = None


@dataclass(frozen=True, slots=True)
class AdvanceDue:
    """An advance of which something is owed: in all, and what is due by now; minor units."""

    id: int
    day: date
    kind: AdvanceKind
    outstanding: int
    due: int
    currency: str
    note: str = ""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class MakerSale:
    """Net sales of one sale line (negative for a return) of which the maker has a share."""

    id: int
    day: date
    net: int
    currency: str
    share: int
    paid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Minimums:
    """The minimum wages that the programme entered, in ten-thousandths; None where it did not."""

    currency: str
    hourly: int | None = None
    monthly: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What rounding up has paid out and not taken back, in minor units.

    `smallest` is the smallest note or coin of the pay, None where it is not handed over in cash.
    For someone who is `leaving` the account is closed: what the smallest coin cannot take back is
    theirs.
    """

    owed: int = 0
    smallest: int | None = None
    leaving: bool = False


NO_ACCOUNT: Final = Account()


@dataclass(frozen=True, slots=True)
class PayInput:
    """Everything that one employee's pay for one period is computed from.

    Shifts, pieces, bonuses and sales reach back over the workweek that the period starts in (and
    shifts a day more), because what a week adds is paid in the period in which it ends. With
    `salary` false only shifts, pieces, adjustments and sales are paid: an off-cycle run.
    `calendars` are by country; the empty one is the programme's. `corrections` are what closed
    payslips lack or paid too much, by currency; `advances` what was lent and is owed;
    `not_corrected` counts closed payslips that could not be computed again, and `corrected_hours`
    are the hours that those which could lacked or had too many, by their numbers.
    """

    period: Period
    joined_on: date
    left_on: date | None
    terms: tuple[Terms, ...]
    shifts: tuple[ShiftWork, ...] = ()
    pieces: tuple[PieceWork, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    sales: tuple[MakerSale, ...] = ()
    minimums: Minimums | None = None
    week_starts: str = "MO"
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    salary: bool = True
    corrections: Mapping[str, Sequence["Line"]] = field(default_factory=dict)
    advances: tuple[AdvanceDue, ...] = ()
    account: Account = NO_ACCOUNT
    not_corrected: int = 0
    corrected_hours: Mapping[str, "Minutes"] = field(default_factory=dict)

    def calendar(self, rules: Rules) -> Calendar:
        """The calendar that holds under a pack."""
        return self.calendars.get(rules.country, self.calendars.get("", NO_CALENDAR))


class Source(NamedTuple):
    """A record that a line was computed from, and how much of it: minutes, pieces or net."""

    kind: SourceKind
    id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a payslip.

    `amount` is quantity × rate ÷ divisor × factor, rounded half up once, minus `less` (what was
    earned already, for a top-up) and minus `carried` (what is left for a later payslip), both in
    minor units. With a `pool`, what a week's work earned in major units, that stands for the rate,
    which then is the pool ÷ divisor to four decimals. `detail` is what a person typed: a task, a
    note. `rule` is the rule of the pack behind the line, if one is.

    A correction is the line as it comes out now, minus in `less` what was paid for it before:
    `corrects` is the number of the payslip that it corrects, `corrects_line` the id of the stored
    line that it takes the place of. It carries what could not be taken back.
    """

    code: str
    group: Group
    quantity: Fraction
    unit: Unit
    rate: int
    amount: int
    factor: Fraction = Fraction(1)
    divisor: Fraction = Fraction(1)
    detail: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    less: int = 0
    carried: int = 0
    pool: Fraction | None = None
    rule: str = ""
    corrects: str = ""
    corrects_line: int | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class PayWarning:
    """Something that the manager should look at; `number` and `amounts` fill its sentence."""

    code: str
    number: int = 0
    amounts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes by kind. Overtime, night, rest day and holiday are among those worked."""

    worked: int = 0
    overtime: int = 0
    night: int = 0
    rest_day: int = 0
    holiday: int = 0

    def __add__(self, other: "Minutes") -> "Minutes":
        return Minutes(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    def __neg__(self) -> "Minutes":
        return Minutes(*(-minutes for minutes in astuple(self)))


@dataclass(frozen=True, slots=True)
class Balance:
    """What is owed by the employee before and after a payslip, in minor units."""

    before: int = 0
    after: int = 0


NO_BALANCE: Final = Balance()


@dataclass(frozen=True, slots=True)
class PayFigures:
    """The result: lines in printing order and their sums in minor units.

    `minutes` are of its own period; `corrected_hours` are of closed payslips, by their numbers.
    """

    currency: str
    basis: Basis
    rules: Rules
    lines: tuple[Line, ...]
    gross: int
    deductions: int
    net: int
    paid: int
    minutes: Minutes = Minutes()
    warnings: tuple[PayWarning, ...] = field(default=())
    advances: Balance = NO_BALANCE
    account: Balance = NO_BALANCE
    corrected_hours: Mapping[str, Minutes] = field(default_factory=dict)
