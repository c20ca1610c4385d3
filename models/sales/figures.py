"""The monthly sales summary as values: what was sold, what came back, what remains."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from models.money import round_half_up, to_minor, unscaled
from models.periods import Period


def line_amounts(quantity: int, unit_price: int, discount: int, currency: str) -> tuple[int, int]:
    """The (gross, net) of one sale line in minor units, each rounded once, half up.

    `quantity` and `unit_price` are ten-thousandths; a negative quantity came back. Gross is the
    value before the discount, never negative; net is negative for a return, whose refund the
    discount makes smaller.
    """
    gross = to_minor(abs(unscaled(quantity)) * unscaled(unit_price), currency)
    net = gross - discount
    return gross, -net if quantity < 0 else net


@dataclass(frozen=True, slots=True)
class SalesFigures:
    """Sums of sale lines: units in ten-thousandths, amounts in minor units.

    Net is gross − discounts − returns; `returns` is positive.
    """

    units: int = 0
    gross: int = 0
    discounts: int = 0
    returns: int = 0

    @property
    def net(self) -> int:
        """What was sold, less discounts and what came back."""
        return self.gross - self.discounts - self.returns

    def __add__(self, other: "SalesFigures") -> "SalesFigures":
        return SalesFigures(
            self.units + other.units,
            self.gross + other.gross,
            self.discounts + other.discounts,
            self.returns + other.returns,
        )


def total(figures: Iterable[SalesFigures]) -> SalesFigures:
    """The sum of `figures`."""
    return sum(figures, SalesFigures())


@dataclass(frozen=True, slots=True)
class SalesGroup:
    """The figures of one product, channel, maker or day. `key` is a SKU, a code or a name."""

    key: str
    name: str
    figures: SalesFigures


@dataclass(frozen=True, slots=True)
class SalesSummary:
    """One month's sales in one currency, with each breakdown largest net first.

    `wages_gross` is the gross of the payslips whose period ends in the month, or None where no
    run has been computed for it.
    """

    month: Period
    currency: str
    orders: int
    lines: int
    totals: SalesFigures
    by_product: tuple[SalesGroup, ...]
    by_channel: tuple[SalesGroup, ...]
    by_maker: tuple[SalesGroup, ...]
    by_day: tuple[SalesGroup, ...]
    previous_month: Period
    previous_net: int
    wages_gross: int | None

    @property
    def change_percent(self) -> Fraction | None:
        """Net against the month before, in percent; None where that month had no net sales."""
        return percent_of(self.totals.net - self.previous_net, self.previous_net)

    @property
    def wages_to_sales_percent(self) -> Fraction | None:
        """Gross wages in percent of net sales; None where either is missing."""
        if self.wages_gross is None:
            return None
        return percent_of(self.wages_gross, self.totals.net)


def percent_of(part: int, whole: int) -> Fraction | None:
    """`part` in percent of `whole`; None where `whole` is not above zero."""
    return Fraction(part * 100, whole) if whole > 0 else None


def percent_text(percent: Fraction | None) -> str | None:
    """A percentage with two decimals, rounded half up once: `"-4.35"`."""
    if percent is None:
        return None
    hundredths = round_half_up(percent * 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"
