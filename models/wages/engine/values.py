"""What the pay engine takes and gives back.

Rates are ten-thousandths of a major unit, amounts are minor units, hours are minutes. Quantities
and factors are exact fractions.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from models.periods import Period

Basis = Literal["hourly", "daily", "weekly", "monthly", "piece"]
Group = Literal["earning", "deduction", "rounding", "information"]
ShiftStatus = Literal["worked", "planned", "absent", "paid_leave", "unpaid_leave"]
Item = Literal["BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION"]
SourceKind = Literal["shift", "piece", "adjustment", "sale"]
Unit = Literal[
    "hour",  # an hour at an hourly rate
    "salary_hour",  # an hour at the rate of a salary: the divisor is the hours that it covers
    "month_hour",  # the same of a month's salary: the divisor is a week's hours × 52 ÷ 12
    "day",
    "week",
    "week_day",  # a calendar day of a week's salary: the divisor is 7
    "month",
    "month_day",  # a calendar day of a month's salary: the divisor is the days of that month
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

    `rate` is an hourly rate for this shift only; zero is a rate, None is not. A `settled` shift
    was paid by another run and only counts towards the hours of its week.
    """

    id: int
    day: date
    minutes: int
    break_minutes: int = 0
    status: ShiftStatus = "worked"
    rate: int | None = None
    settled: bool = False

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


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An amount entered by hand, above zero; a DEDUCTION is taken off."""

    id: int
    day: date
    item: Item
    amount: int
    currency: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MakerSale:
    """Net sales of one sale line (negative for a return) of which the maker has a share."""

    id: int
    day: date
    net: int
    currency: str
    share: int


@dataclass(frozen=True, slots=True)
class Minimums:
    """The minimum wages that the programme entered, in ten-thousandths; None where it did not."""

    currency: str
    hourly: int | None = None
    monthly: int | None = None


@dataclass(frozen=True, slots=True)
class PayInput:
    """Everything that one employee's pay for one period is computed from.

    `shifts` reach back to the start of the workweek that the period starts in, because overtime
    of that week is paid in the period in which the week ends. With `salary` false only shifts,
    pieces, adjustments and sales are paid: an off-cycle run.
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
    holidays: frozenset[date] = frozenset()
    salary: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A record that a line was computed from, and how much of it: minutes, pieces or net."""

    kind: SourceKind
    id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a payslip.

    `amount` is quantity × rate ÷ divisor × factor, rounded half up once, minus `less` (what was
    earned already, for a top-up) and minus `carried` (what is left for a later payslip), both in
    minor units. `detail` is what a person typed: a task, a note.
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


@dataclass(frozen=True, slots=True)
class PayFigures:
    """The result: lines in printing order and their sums in minor units."""

    currency: str
    basis: Basis
    rules: str
    lines: tuple[Line, ...]
    gross: int
    deductions: int
    net: int
    paid: int
    minutes: Minutes = Minutes()
    warnings: tuple[PayWarning, ...] = field(default=())
