"""Where the goods are sold, how often, and how much at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Final

# A year of trade, January first: quiet after the New Year, busy before Christmas.
SEASON: Final = (0.85, 0.7, 0.85, 0.95, 1.05, 0.95, 0.85, 0.85, 1.0, 1.1, 1.3, 1.9)
_EVERY_DAY: Final = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True)
class Channel:
    """A way of selling. `orders` is how many a day has; lines and units are from–to."""

    name: str
    prefix: str
    orders: float
    days: tuple[int, ...] = _EVERY_DAY
    lines: tuple[int, int] = (1, 2)
    units: tuple[int, ...] = (1, 1, 1, 1, 2, 2, 3)
    discount: int = 0  # percent of every line
    returned: float = 0.0
    currency: str = "CNY"
    monthly: bool = False

    def sells_on(self, day: date) -> bool:
        """Whether there are sales on `day`; what is monthly is on the second of its weekdays."""
        second = not self.monthly or 8 <= day.day <= 14
        return day.weekday() in self.days and second


CHANNELS: Final = (
    Channel("Market stall", "MS", 7.5, days=(5, 6), lines=(1, 3), returned=0.008),
    Channel("Online", "WEB", 1.7, lines=(1, 3), returned=0.04),
    Channel("Church fair", "CF", 14, days=(6,), lines=(1, 3), monthly=True),
    Channel(
        "Wholesale",
        "INV",
        0.55,
        days=(1, 3),
        lines=(2, 4),
        units=(6, 8, 10, 10, 12, 15, 20),
        discount=20,
    ),
    Channel("Overseas", "EXP", 0.35, days=(2, 4), units=(1, 1, 2), currency="USD"),
)
