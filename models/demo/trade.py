"""Sales through the year, what comes back, and the stock that is made for them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random

from models.demo.channels import CHANNELS, SEASON, Channel
from models.demo.goods import Good
from models.demo.history import History
from models.money import RATE_SCALE
from models.periods import Period
from models.sales.drafts import SaleDraft, StockDraft

# Why goods come back or are written off: first those of the kitchen, then those that keep.
_WHY_BACK = (
    ("Jar was cracked", "Ordered twice", "Arrived too late", "Arrived crushed"),
    ("Seam open", "Other colour wanted", "Not as in the picture", "Ordered twice"),
)
_WHY_LOST = (("Past its date", "Jar broken"), ("Stained", "Sample for a shop"))
_YUAN_OF_DOLLAR = 6
_MINOR = RATE_SCALE // 100


@dataclass
class Trade:
    """The shop as the months go by: order numbers, stock, and what will come back later.

    `size` is how much is sold: 1 for a programme of two dozen.
    """

    rng: Random
    goods: list[Good]
    size: float
    _orders: Counter[str] = field(default_factory=Counter)
    _later: list[SaleDraft] = field(default_factory=list)
    _stock: Counter[str] = field(default_factory=Counter)
    _offered: dict[str, tuple[list[Good], list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._stock.update({good.sku: good.opening_stock for good in self.goods})
        # A maker's share in another currency would wait for a payslip, so only goods of the house
        # go abroad.
        abroad = [good for good in self.goods if good.keeps and not good.maker]
        for currency, offered in (("CNY", self.goods), ("USD", abroad)):
            weights = accumulate(good.popularity for good in offered)
            self._offered[currency] = (offered, list(weights))

    def sales(self, history: History, month: Period) -> list[SaleDraft]:
        """The sales and returns of `month` up to today, by day."""
        days = Period(month.starts_on, min(month.ends_on, history.today))
        sold = [sale for day in days.dates() for sale in self._of_day(day)]
        drafts = [*sold, *self._later]
        self._later = [sale for sale in drafts if sale.day > days.ends_on]
        now = [sale for sale in drafts if sale.day <= days.ends_on]
        return sorted(now, key=lambda sale: sale.day)

    def stock(self, sales: list[SaleDraft], month: Period) -> list[StockDraft]:
        """What was made for these sales, with some in reserve, and now and then a loss."""
        sold: Counter[str] = Counter()
        for sale in sales:
            sold[sale.sku] += sale.quantity // RATE_SCALE
        return [
            entry for good in self.goods for entry in self._entries(good, sold[good.sku], month)
        ]

    def _entries(self, good: Good, sold: int, month: Period) -> Iterator[StockDraft]:
        reserve = good.popularity * 2 + sold // 2
        made = sold + reserve - self._stock[good.sku]
        lost = 1 if self.rng.random() < 0.08 else 0
        self._stock[good.sku] -= sold
        if made > 0:
            self._stock[good.sku] += made
            yield self._entry(good, month.starts_on, made, "Made in the workshop")
        if lost:
            self._stock[good.sku] -= lost
            yield self._entry(good, month.starts_on, -lost, self.rng.choice(_WHY_LOST[good.keeps]))

    @staticmethod
    def _entry(good: Good, day: date, quantity: int, reason: str) -> StockDraft:
        return StockDraft(sku=good.sku, day=day, quantity=quantity * RATE_SCALE, reason=reason)

    def _of_day(self, day: date) -> Iterator[SaleDraft]:
        for channel in CHANNELS:
            if channel.sells_on(day):
                usual = channel.orders * self.size * SEASON[day.month - 1]
                expected = usual * self.rng.uniform(0.6, 1.4)
                for _order in range(int(expected) + (self.rng.random() < expected % 1)):
                    yield from self._order(channel, day)

    def _order(self, channel: Channel, day: date) -> Iterator[SaleDraft]:
        self._orders[channel.prefix] += 1
        ref = f"{channel.prefix}-{self._orders[channel.prefix]:05d}"
        offered, weights = self._offered[channel.currency]
        chosen = self.rng.choices(offered, cum_weights=weights, k=self.rng.randint(*channel.lines))
        for good in dict.fromkeys(chosen):
            sale = self._line(channel, day, ref, good)
            yield sale
            if self.rng.random() < channel.returned:
                self._later.append(self._return(sale, _WHY_BACK[good.keeps]))

    def _line(self, channel: Channel, day: date, ref: str, good: Good) -> SaleDraft:
        units = self.rng.choice(channel.units)
        price = good.price
        if channel.currency == "USD":
            price = -(-price // (_YUAN_OF_DOLLAR * RATE_SCALE)) * RATE_SCALE
        percent = channel.discount or self.rng.choice((0,) * 18 + (5, 10))
        return SaleDraft(
            day=day,
            sku=good.sku,
            quantity=units * RATE_SCALE,
            unit_price=price,
            discount=Decimal(units * price * percent // (100 * _MINOR)) / 100,
            ref=ref,
            channel=channel.name,
            currency=channel.currency,
        )

    def _return(self, sale: SaleDraft, reasons: tuple[str, ...]) -> SaleDraft:
        """Some or all of a line comes back within a fortnight, at what was paid for it."""
        sold = sale.quantity // RATE_SCALE
        back = self.rng.randint(1, sold)
        # Rounded up, so that the refund is never more than was paid.
        discount = -(-int(sale.discount * 100) * back // sold)
        return sale.model_copy(
            update={
                "day": sale.day + timedelta(days=self.rng.randint(2, 14)),
                "quantity": -back * RATE_SCALE,
                "discount": Decimal(discount) / 100,
                "note": self.rng.choice(reasons),
            }
        )
