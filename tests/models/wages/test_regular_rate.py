"""What a weekly regular rate makes of everything that a workweek earns, by literal lines."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.models.wages.paying import (
    JANUARY,
    entered,
    paid,
    pieces,
    sale,
    shift,
    shifts,
    span,
    terms,
    told,
)

US: dict[str, Any] = {"currency": "USD"}
HOURLY_US = terms("hourly", 20, **US)

EXAMPLES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a salary without agreed hours is for forty": (
        {
            "terms": terms("weekly", 400, **US),
            "shifts": shifts("05", "09", 10),
            "joined": "05",
            "left": "11",
        },
        [
            "BASE 400.00: 1 week × 400.00",
            "OVERTIME 100.00: 10 h × 400.00 ÷ 40 h",
            "OVERTIME 50.00: 10 h × 500.00 ÷ 50 h × 0.5",
        ],
    ),
    "a salary pays the hours that it is for, worked or not, at the minimum wage": (
        {
            "terms": terms("weekly", 400, **US),
            "shifts": [shift("05", 8), shift("06", 8, pay=0)],
            "joined": "05",
            "left": "11",
        },
        ["BASE 400.00: 1 week × 400.00", "BASE 0.00: 8 h × 0.00"],
    ),
    "two rates make a weighted average": (
        {
            "terms": HOURLY_US,
            "shifts": [*shifts("05", "08", 8), *shifts("09", "10", 7, pay=30)],
        },
        [
            "BASE 640.00: 32 h × 20.00",
            "BASE 420.00: 14 h × 30.00",
            "OVERTIME 69.13: 6 h × 1,060.00 ÷ 46 h × 0.5",
        ],
    ),
    "a shift across the end of the workweek is split there, its break in the new week": (
        # Monday to Saturday forty hours, and Sunday 20:00 to 06:00 with an hour's break
        {
            "terms": HOURLY_US,
            "shifts": [*shifts("05", "09", 8), shift("11", 10, at="20:00", break_minutes=60)],
        },
        ["BASE 980.00: 49 h × 20.00", "OVERTIME 40.00: 4 h × 880.00 ÷ 44 h × 0.5"],
    ),
    "a maker's share is in the week of its sales": (
        {
            "terms": HOURLY_US,
            "shifts": shifts("05", "09", 9),
            "sales": [sale("06", 450, 10, "USD")],
        },
        [
            "BASE 900.00: 45 h × 20.00",
            "OVERTIME 52.50: 5 h × 945.00 ÷ 45 h × 0.5",
            "MAKER_SHARE 45.00: net sales 450.00 × 10 %",
        ],
    ),
    "a bonus for several weeks is spread over their hours": (
        {
            "terms": HOURLY_US,
            "shifts": [*shifts("05", "09", 10), *shifts("12", "16", 8)],
            "adjustments": [
                entered("31", "BONUS", 90, currency="USD", earned=span("05", "18")),
            ],
        },
        [
            "BASE 1,800.00: 90 h × 20.00",
            # 50 of the 90 hours are in the first week: 50.00 of the bonus
            "OVERTIME 105.00: 10 h × 1,050.00 ÷ 50 h × 0.5",
            "BONUS 90.00: 90.00 as entered",
        ],
    ),
    "a guarantee is compared week by week, and the regular rate is not below it": (
        {
            "terms": terms("piece", 0, guaranteed=15, **US),
            "shifts": [*shifts("05", "09", 9), shift("12", 8)],
            "pieces": [pieces("05", "m", 450, 1), pieces("12", "m", 200, 1)],
        },
        [
            "PIECE [m] 650.00: 650 pcs × 1.00",
            "MINIMUM_TOP_UP 225.00: 45 h × 15.00, less 450.00 already earned",
            "OVERTIME 37.50: 5 h × 675.00 ÷ 45 h × 0.5",
        ],
    ),
}


@pytest.mark.parametrize(
    ("given", "lines"),
    [pytest.param(*example, id=name) for name, example in EXAMPLES.items()],
)
def test_a_week_follows_the_regular_rate(given: dict[str, Any], lines: list[str]) -> None:
    assert told(paid(JANUARY, rules="US", **given)) == lines


def test_a_bonus_for_weeks_that_were_paid_adds_to_their_overtime() -> None:
    paid_before = [replace(each, paid_to=date(2026, 1, 11)) for each in shifts("05", "09", 10)]
    given = [entered("31", "BONUS", 50, currency="USD", earned=span("05", "11"))]
    figures = paid(
        span("12", "31"), rules="US", terms=HOURLY_US, shifts=paid_before, adjustments=given
    )
    assert told(figures) == [
        "OVERTIME 5.00: 10 h × 50.00 ÷ 50 h × 0.5",
        "BONUS 50.00: 50.00 as entered",
    ]
