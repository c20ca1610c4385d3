"""The kinds of work in the two workshops: when, at what pay, and who makes goods for sale."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from models.money import RATE_SCALE
from models.periods import WEEKDAYS

SEWING: Final = "Sewing room"
KITCHEN: Final = "Kitchen"

# Yuan between two rates that somebody would agree on.
_STEPS: Final = {"hourly": 0.5, "daily": 5, "weekly": 10, "monthly": 50, "piece": 1}
_WEEKDAYS: Final = (0, 1, 2, 3, 4)


@dataclass(frozen=True)
class Role:
    """Work at a site. Hours are minutes after midnight, pay is yuan from `low` to `high`."""

    site: str
    basis: str
    low: int
    high: int
    activity: str
    starts: int = 8 * 60 + 30
    minutes: int = 9 * 60
    pause: int = 60
    days: tuple[int, ...] = _WEEKDAYS
    language: str = "ko"
    maker: bool = False
    guarantee: int | None = None
    tasks: tuple[tuple[str, int], ...] = ()  # (task, hundredths of a yuan for a piece)
    open_on_holidays: bool = False
    age_band: str = "18+"

    @cached_property
    def rates(self) -> list[int]:
        """The rates that can be agreed, in ten-thousandths."""
        step = int(_STEPS[self.basis] * RATE_SCALE)
        return list(range(self.low * RATE_SCALE, self.high * RATE_SCALE + 1, step))

    @property
    def step(self) -> int:
        """The smallest raise, in ten-thousandths."""
        return int(_STEPS[self.basis] * RATE_SCALE)

    @property
    def ends(self) -> int:
        """The usual end in minutes after midnight of the day on which the shift ends."""
        return (self.starts + self.minutes) % (24 * 60)

    @property
    def at_night(self) -> bool:
        """Whether the shift runs past midnight."""
        return self.starts + self.minutes > 24 * 60

    @property
    def week_minutes(self) -> int:
        """Paid minutes of a usual week."""
        return (self.minutes - self.pause) * len(self.days)

    @property
    def part_time(self) -> bool:
        """Whether a usual week has less than 30 hours."""
        return self.week_minutes < 30 * 60

    @property
    def rest_days(self) -> str:
        """The weekdays off; someone who comes on a few days only has none agreed."""
        if self.part_time:
            return ""
        return ",".join(name for day, name in enumerate(WEEKDAYS) if day not in self.days)


_SEAMS = (("Tote bags sewn", 650), ("Cushion covers sewn", 520), ("Buttonholes", 85))
_HEMS = (("Aprons hemmed", 380), ("Table runners hemmed", 310))
_TRAYS = (("Dumplings folded, trays", 450), ("Biscuit boxes packed", 160))
_SIX_DAYS = (0, 1, 2, 3, 4, 5)
_NIGHTS = (1, 2, 3, 4, 5)

# The first ones have every basis and both sites, so that a small demo shows them, too.
ROLES: Final = (
    Role(SEWING, "hourly", 17, 18, "Sewing", maker=True),
    Role(KITCHEN, "hourly", 23, 25, "Night baking", 22 * 60, 8 * 60, 30, _NIGHTS),
    Role(SEWING, "monthly", 5200, 5600, "Running the workshop", language="zh"),
    Role(SEWING, "piece", 0, 0, "Sewing", guarantee=16, tasks=_SEAMS),
    Role(KITCHEN, "daily", 150, 165, "Cooking", 7 * 60, open_on_holidays=True),
    Role(KITCHEN, "weekly", 860, 920, "Packing", 9 * 60),
    Role(SEWING, "hourly", 19, 21, "Finishing", 9 * 60, 4 * 60 + 30, 0, (0, 2, 4)),
    Role(SEWING, "piece", 0, 0, "Sewing", guarantee=16, tasks=_HEMS, maker=True),
    Role(KITCHEN, "monthly", 5400, 5800, "Head baker", 6 * 60),
    Role(KITCHEN, "daily", 130, 140, "Jams and pickles", 8 * 60, maker=True),
    Role(SEWING, "weekly", 560, 570, "Training"),
    Role(SEWING, "hourly", 17, 19, "Embroidery", maker=True),
    Role(KITCHEN, "hourly", 22, 24, "Night baking", 22 * 60, 8 * 60, 30, _NIGHTS, language="zh"),
    Role(SEWING, "daily", 140, 155, "Cutting"),
    Role(KITCHEN, "piece", 0, 0, "Folding and packing", guarantee=16, tasks=_TRAYS),
    Role(SEWING, "monthly", 3600, 4000, "Pattern making", language="en"),
    Role(KITCHEN, "hourly", 18, 20, "Counter", 10 * 60, 6 * 60, 30, (5, 6), age_band="16-17"),
    Role(SEWING, "hourly", 19, 21, "Sewing", 9 * 60),
    Role(SEWING, "piece", 0, 0, "Sewing", guarantee=16, tasks=_SEAMS),
    Role(KITCHEN, "hourly", 18, 19, "Cooking", 10 * 60, language="zh", maker=True),
    Role(SEWING, "weekly", 820, 880, "Ironing and packing", language="zh"),
    Role(KITCHEN, "daily", 115, 120, "Cleaning", 7 * 60, 8 * 60 + 30, 30, _SIX_DAYS),
    Role(SEWING, "piece", 0, 0, "Sewing", guarantee=16, tasks=_HEMS),
    Role(KITCHEN, "monthly", 3400, 3700, "Driving and market", 7 * 60, days=(2, 3, 4, 5, 6)),
)
