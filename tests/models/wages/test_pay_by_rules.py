"""What the packs make of hours, days and weeks, by literal lines."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.periods import Period
from models.wages.engine.values import ShiftWork
from tests.models.wages.paying import (
    JANUARY,
    law,
    paid,
    pieces,
    shift,
    shifts,
    span,
    terms,
    told,
)

KR: dict[str, Any] = {"currency": "KRW"}
US: dict[str, Any] = {"currency": "USD"}
FULL: dict[str, Any] = {"daily_minutes": 480, "weekly_minutes": 2400, "rest_days": ("SU",)}
HOURLY_KR = terms("hourly", 11_000, **KR)
FULL_KR = terms("hourly", 11_000, **KR, **FULL)
DAILY_TH = terms("daily", 400, currency="THB", daily_minutes=480, rest_days=("SU",))
HOURLY_US = terms("hourly", 20, **US)
NEW_YEAR = ["01"]  # 1 January 2026 is a Thursday


EXAMPLES: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    # days and weeks
    "hours beyond eight in a day are overtime first": (
        "KR",
        {"terms": HOURLY_KR, "shifts": [*shifts("05", "08", 9), shift("09", 8)]},
        ["BASE 440,000: 40 h × 11,000", "OVERTIME 66,000: 4 h × 11,000 × 1.5"],
    ),
    "then those beyond forty in the week, none of them twice": (
        "KR",
        {"terms": HOURLY_KR, "shifts": [*shifts("05", "08", 9), *shifts("09", "10", 8)]},
        ["BASE 440,000: 40 h × 11,000", "OVERTIME 198,000: 12 h × 11,000 × 1.5"],
    ),
    "a part-timer's overtime begins after the contracted hours": (
        "KR",
        {
            "terms": terms("hourly", 11_000, **KR, daily_minutes=240, weekly_minutes=840),
            "shifts": [shift("05", 6), *shifts("06", "08", 4)],
        },
        # two hours beyond four on Monday; then 16 normal hours, two beyond fourteen
        ["BASE 154,000: 14 h × 11,000", "OVERTIME 66,000: 4 h × 11,000 × 1.5"],
    ),
    "in China a part-timer's hours up to eight earn the plain rate": (
        "CN",
        {"terms": terms("hourly", 30, daily_minutes=240), "shifts": [shift("05", 6)]},
        ["BASE 180.00: 6 h × 30.00"],
    ),
    "hours of a rest day are no hours of the week": (
        "CN",
        {
            "terms": terms("hourly", 30, rest_days=("SU",)),
            "shifts": [*shifts("05", "09", 8), shift("11", 8)],
        },
        ["BASE 1,200.00: 40 h × 30.00", "REST_DAY 480.00: 8 h × 30.00 × 2"],
    ),
    "a public holiday on a rest day is a public holiday": (
        "CN",
        {
            "terms": terms("hourly", 30, rest_days=("TH",)),
            "holidays": NEW_YEAR,
            "shifts": [shift("01", 8)],
        },
        ["HOLIDAY 720.00: 8 h × 30.00 × 3"],
    ),
    "hours beyond eight of a free day stand on a line of their own": (
        "KR",
        {"terms": FULL_KR, "shifts": [shift("04", 10)]},
        ["REST_DAY 132,000: 8 h × 11,000 × 1.5", "HOLIDAY_OVERTIME 44,000: 2 h × 11,000 × 2"],
    ),
    # nights
    "night hours add half, and overtime at night both": (
        "KR",
        {"terms": HOURLY_KR, "shifts": [shift("05", 10, at="15:00")]},
        [
            "BASE 88,000: 8 h × 11,000",
            "OVERTIME 33,000: 2 h × 11,000 × 1.5",
            "NIGHT 16,500: 3 h × 11,000 × 0.5",
        ],
    ),
    "an eight-hour night shift has eight night hours and no more": (
        "KR",
        {"terms": HOURLY_KR, "shifts": [shift("05", 8, at="22:00")]},
        ["BASE 88,000: 8 h × 11,000", "NIGHT 44,000: 8 h × 11,000 × 0.5"],
    ),
    "the break comes off the hours that are not night": (
        "KR",
        {"terms": HOURLY_KR, "shifts": [shift("05", 9, at="20:00", break_minutes=60)]},
        ["BASE 88,000: 8 h × 11,000", "NIGHT 38,500: 7 h × 11,000 × 0.5"],
    ),
    "two shifts that touch share their breaks": (
        "KR",
        {
            "terms": HOURLY_KR,
            "shifts": [shift("05", 2, at="20:00"), shift("05", 7, at="22:00", break_minutes=60)],
        },
        ["BASE 88,000: 8 h × 11,000", "NIGHT 38,500: 7 h × 11,000 × 0.5"],
    ),
    "an early shift has night hours before six": (
        "KR",
        {"terms": HOURLY_KR, "shifts": [shift("05", 8, at="05:30")]},
        ["BASE 88,000: 8 h × 11,000", "NIGHT 2,750: 30 min × 11,000 × 0.5"],
    ),
    # the weekly paid holiday
    "a week attended has its paid holiday": (
        "KR",
        {"terms": FULL_KR, "shifts": shifts("05", "09", 8)},
        ["BASE 440,000: 40 h × 11,000", "WEEKLY_HOLIDAY 88,000: 8 h × 11,000"],
    ),
    "an absence loses it": (
        "KR",
        {"terms": FULL_KR, "shifts": [*shifts("05", "08", 8), shift("09", 8, status="absent")]},
        ["BASE 352,000: 32 h × 11,000"],
    ),
    "a day that nobody wrote down loses it, too": (
        "KR",
        {"terms": FULL_KR, "shifts": shifts("05", "08", 8)},
        ["BASE 352,000: 32 h × 11,000"],
    ),
    "paid leave does not": (
        "KR",
        {"terms": FULL_KR, "shifts": [*shifts("05", "08", 8), shift("09", 8, status="paid_leave")]},
        [
            "BASE 352,000: 32 h × 11,000",
            "LEAVE 88,000: 8 h × 11,000",
            "WEEKLY_HOLIDAY 88,000: 8 h × 11,000",
        ],
    ),
    "below fifteen contracted hours there is none": (
        "KR",
        {
            "terms": terms("hourly", 11_000, **KR, weekly_minutes=14 * 60),
            "shifts": shifts("05", "06", 7),
        },
        ["BASE 154,000: 14 h × 11,000"],
    ),
    "whoever leaves inside the week has none for it": (
        "KR",
        {"terms": FULL_KR, "left": "09", "shifts": shifts("05", "09", 8)},
        ["BASE 440,000: 40 h × 11,000"],
    ),
    # public holidays
    "a contracted day that is a public holiday is paid, and work on it besides": (
        "KR",
        {"terms": FULL_KR, "holidays": ["08"], "shifts": shifts("05", "09", 8)},
        [
            "BASE 352,000: 32 h × 11,000",
            "HOLIDAY 132,000: 8 h × 11,000 × 1.5",
            "LEAVE 88,000: 8 h × 11,000",
            "WEEKLY_HOLIDAY 88,000: 8 h × 11,000",
        ],
    ),
    "in Thailand a holiday not worked is a day's pay": (
        "TH",
        {"terms": DAILY_TH, "holidays": ["08"], "shifts": shifts("05", "07", 8)},
        ["BASE 1,200.00: 3 days × 400.00", "LEAVE 400.00: 1 day × 400.00"],
    ),
    "and one worked is two in all": (
        "TH",
        {"terms": DAILY_TH, "holidays": ["08"], "shifts": shifts("05", "08", 8)},
        ["BASE 1,200.00: 3 days × 400.00", "HOLIDAY 800.00: 1 day × 400.00 × 2"],
    ),
    "a holiday in a time without work is not": (
        "KR",
        {"terms": FULL_KR, "holidays": ["29"], "shifts": [shift("05", 8)]},
        ["BASE 88,000: 8 h × 11,000"],
    ),
    "an hour on a holiday never pays less than none": (
        "CN",
        {
            "terms": terms("hourly", 100, **FULL),
            "holidays": ["08"],
            "shifts": [shift("07", 8), shift("08", 1)],
        },
        [
            "BASE 800.00: 8 h × 100.00",
            "HOLIDAY 300.00: 1 h × 100.00 × 3",
            "LEAVE 700.00: 7 h × 100.00",
        ],
    ),
    "a part-timer's free day has eight hours before those beyond": (
        "KR",
        {
            "terms": terms(
                "hourly", 11_000, **KR, daily_minutes=240, weekly_minutes=1200, rest_days=("SU",)
            ),
            "shifts": [shift("04", 6)],
        },
        ["REST_DAY 99,000: 6 h × 11,000 × 1.5"],
    ),
    "a day's pay covers the plain rate of a sixth day; the week adds the premium": (
        "CN",
        {"terms": terms("daily", 800), "shifts": shifts("05", "10", 8)},
        ["BASE 4,800.00: 6 days × 800.00", "OVERTIME 400.00: 8 h × 800.00 ÷ 8 h × 0.5"],
    ),
    "pieces made under other terms are not in the premium of piece-work": (
        "KR",
        {
            "terms": [HOURLY_KR, terms("piece", 0, "08", **KR)],
            "shifts": [shift("05", 8), shift("08", 10), shift("09", 8)],
            "pieces": [pieces("05", "m", 100, 1000), pieces("08", "m", 190, 1000)],
        },
        [
            "BASE 88,000: 8 h × 11,000",
            "PIECE [m] 100,000: 100 pcs × 1,000",
            "PIECE [m] 190,000: 190 pcs × 1,000",
            "OVERTIME 10,556: 2 h × 190,000 ÷ 18 h × 0.5",
        ],
    ),
}


@pytest.mark.parametrize(
    ("pack", "given", "lines"),
    [pytest.param(*example, id=name) for name, example in EXAMPLES.items()],
)
def test_pay_follows_the_pack(pack: str, given: dict[str, Any], lines: list[str]) -> None:
    assert told(paid(JANUARY, rules=pack, **given)) == lines


def test_a_workplace_without_premiums_owes_the_weekly_holiday_only() -> None:
    small = law("KR").without_premiums()
    work = [*shifts("05", "08", 9), shift("09", 8), shift("11", 4, at="20:00")]
    assert told(paid(rules=small, terms=FULL_KR, shifts=work)) == [
        "BASE 440,000: 40 h × 11,000",
        "OVERTIME 44,000: 4 h × 11,000",
        "REST_DAY 44,000: 4 h × 11,000",
        "WEEKLY_HOLIDAY 88,000: 8 h × 11,000",
    ]
    monthly = paid(rules=small, terms=terms("monthly", 2_508_000, **KR, **FULL), shifts=work)
    assert told(monthly) == [
        "BASE 2,508,000: 1 month × 2,508,000",
        "OVERTIME 48,000: 4 h × 2,508,000 ÷ 209 h",
        "REST_DAY 48,000: 4 h × 2,508,000 ÷ 209 h",
    ]


def test_a_version_that_begins_inside_the_period_holds_from_its_day() -> None:
    around = Period(date(2025, 12, 29), date(2026, 1, 4))
    cheap = terms("hourly", 9_000, **KR)
    work = [shift("2025-12-30", 8), shift("2026-01-02", 8)]
    assert told(paid(around, rules="KR", terms=cheap, shifts=work))[2:] == [
        "MINIMUM_TOP_UP 8,240: 8 h × 10,030, less 72,000 already earned",
        "MINIMUM_TOP_UP 10,560: 8 h × 10,320, less 72,000 already earned",
    ]


@pytest.mark.parametrize(
    ("pack", "agreed", "line"),
    [
        ("KR", HOURLY_KR, "OVERTIME 16,500: 3 h × 11,000 × 0.5"),
        ("US", HOURLY_US, "OVERTIME 30.00: 3 h × 860.00 ÷ 43 h × 0.5"),
    ],
)
def test_days_that_another_run_paid_count_towards_the_week(
    pack: str, agreed: Any, line: str
) -> None:
    # Wednesday to Saturday in the first period; three hours too many fall on its last day
    before = [replace(each, paid_to=JANUARY.ends_on) for each in shifts("28", "31", 8)]
    before = [replace(shift("27", 8), paid_to=JANUARY.ends_on), *before]
    before += [replace(shift("26", 3), paid_to=JANUARY.ends_on)]
    figures = paid(span("02-01", "02-28"), rules=pack, terms=agreed, shifts=before)
    assert told(figures) == [line]


def test_minutes_are_counted_by_kind() -> None:
    work = [shift("05", 10, at="15:00"), shift("08", 8), shift("11", 9)]
    figures = paid(rules="KR", terms=FULL_KR, holidays=["08"], shifts=work)
    minutes = figures.minutes
    assert (minutes.worked, minutes.overtime, minutes.night) == (27 * 60, 120, 180)
    assert (minutes.rest_day, minutes.holiday) == (9 * 60, 8 * 60)


def test_night_hours_are_real_hours_when_the_clocks_change() -> None:
    # 22:00 to 06:00: seven hours when they go forward, nine when they go back
    for minutes, change in ((420, (240, 60)), (540, (300, -60))):
        night = ShiftWork(1, date(2026, 1, 5), minutes, starts=22 * 60, change=change)
        figures = paid(rules="KR", terms=HOURLY_KR, shifts=[night])
        assert (figures.minutes.worked, figures.minutes.night) == (minutes, minutes)


@pytest.mark.parametrize(
    ("hours", "agreed", "codes"),
    [
        (15, HOURLY_KR, ["no_contracted_hours"]),
        (14, HOURLY_KR, []),
        (15, FULL_KR, []),
    ],
)
def test_a_weekly_holiday_that_cannot_be_known_is_pointed_out(
    hours: int, agreed: Any, codes: list[str]
) -> None:
    figures = paid(rules="KR", terms=agreed, shifts=[shift("05", 8), shift("06", hours - 8)])
    assert [warning.code for warning in figures.warnings] == codes
