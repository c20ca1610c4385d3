"""The weekly paid holiday under KR by examples of the labour ministry and of calculators.

Each stands in a week in which its rate was lawful: the minimum hour is 8,720 in 2021, 9,860 in
2024 and 10,320 in 2026.
"""

from typing import Any

import pytest

from models.periods import WEEKDAYS, Period
from tests.models.wages.lawful import Example, cases, contracted, example
from tests.models.wages.paying import shift, shifts, span

# Weeks without a public holiday, Monday to Sunday.
SPRING_2021 = span("2021-03-08", "2021-03-14")
SPRING_2024 = span("2024-05-20", "2024-05-26")
SPRING_2026 = span("2026-03-09", "2026-03-15")

GOLDEN = (
    "github.com/isnanimoon-ship-it/calc, weekly-holiday-allowance/FORMULA.md and its test cases,"
    " there compared with the scripts of 노동OK, 알바천국 and calcava on 2026-09-04"
)
JUHYU = "juhyu.kr, 주휴수당 계산법 총정리"


def won(rate: int, minutes: int = 480, rest: tuple[str, ...] = ("SA", "SU")) -> Any:
    return contracted("hourly", rate, "KRW", minutes, rest)


def one_week(source: str, agreed: Any, week: Period, **told: Any) -> Example:
    """Every contracted day of a week attended, for the contracted minutes."""
    days = [on for on in week.dates() if WEEKDAYS[on.weekday()] not in agreed.rest_days]
    work = [shift(on, minutes=agreed.daily_minutes) for on in days]
    return example(source, period=week, terms=agreed, shifts=work, **told)


WEEKLY_HOLIDAYS = {
    "17 hours a week earn a holiday of 3.4 hours": one_week(
        "PAY.md, from Labor Standards Act, Art. 55(1), and Enforcement Decree, Art. 30 and Table 2",
        won(9_860, 204),
        SPRING_2024,
        lines={"WEEKLY_HOLIDAY": "33524"},
    ),
    "40 hours a week at the minimum wage of 2026": one_week(
        GOLDEN,
        won(10_320),
        SPRING_2026,
        gross="495360",
        lines={"BASE": "412800", "WEEKLY_HOLIDAY": "82560"},
    ),
    "20 hours a week": one_week(
        "고용노동부 빠른인터넷상담 (Ministry of Employment and Labor), quoted in " + GOLDEN,
        won(10_000, 240),
        SPRING_2024,
        gross="240000",
        lines={"WEEKLY_HOLIDAY": "40000"},
    ),
    "two days of eight hours a week": one_week(
        "namu.wiki, 주휴수당: (16 ÷ 40) × 8 × 9,000, quoted in " + GOLDEN,
        won(9_000, 480, ("WE", "TH", "FR", "SA", "SU")),
        SPRING_2021,
        gross="172800",
        lines={"WEEKLY_HOLIDAY": "28800"},
    ),
    "15 hours a week are just enough": one_week(
        GOLDEN,
        won(12_000, 180),
        SPRING_2026,
        gross="216000",
        lines={"WEEKLY_HOLIDAY": "36000"},
    ),
    "15 hours a week at the minimum wage of 2026": one_week(
        JUHYU + ": 10,320 × (15 ÷ 40) × 8",
        won(10_320, 180),
        SPRING_2026,
        lines={"WEEKLY_HOLIDAY": "30960"},
    ),
    "four days of five hours a week, as in a shop": one_week(
        "juhyu.kr, 편의점 알바: 10,320 × (20 ÷ 40) × 8",
        won(10_320, 300, ("FR", "SA", "SU")),
        SPRING_2026,
        lines={"WEEKLY_HOLIDAY": "41280"},
    ),
    "three days of eight hours a week, as in a café": one_week(
        "juhyu.kr, 카페 알바: 10,320 × (24 ÷ 40) × 8",
        won(10_320, 480, ("TH", "FR", "SA", "SU")),
        SPRING_2026,
        lines={"WEEKLY_HOLIDAY": "49536"},
    ),
    "14 hours a week earn none": one_week(
        "juhyu.kr, 주 14시간 알바: five days of 2.8 hours; Labor Standards Act, Art. 18(3)",
        won(12_000, 168),
        SPRING_2026,
        gross="168000",
        lines={"WEEKLY_HOLIDAY": "0"},
    ),
    "13.5 hours a week earn none": one_week(
        "Labor Standards Act, Art. 18(3); three days of 4.5 hours in " + GOLDEN,
        won(11_000, 270, ("TH", "FR", "SA", "SU")),
        SPRING_2026,
        gross="148500",
        lines={"WEEKLY_HOLIDAY": "0"},
    ),
    "23 hours a week earn 4.6 hours, unrounded": one_week(
        GOLDEN,
        won(10_000, 276),
        SPRING_2024,
        lines={"WEEKLY_HOLIDAY": "46000"},
    ),
    "37 hours a week earn 7.4 hours": one_week(
        GOLDEN,
        won(10_000, 444),
        SPRING_2024,
        lines={"WEEKLY_HOLIDAY": "74000"},
    ),
    "48 hours a week earn eight hours and no more": one_week(
        GOLDEN + " (there without the overtime, which is 8 h × 1.5)",
        won(15_000, 480, ("SU",)),
        SPRING_2026,
        gross="900000",
        lines={"OVERTIME": "180000", "WEEKLY_HOLIDAY": "120000"},
    ),
    "a week with a day missed earns none": example(
        "juhyu.kr, 하루만 결근해도: all of 82,560 is lost; Enforcement Decree, Art. 30(1)",
        period=SPRING_2026,
        terms=won(10_320),
        shifts=[*shifts("2026-03-09", "2026-03-12"), shift("2026-03-13", status="absent")],
        gross="330240",
        lines={"WEEKLY_HOLIDAY": "0"},
    ),
}


@pytest.mark.parametrize("example", cases(WEEKLY_HOLIDAYS))
def test_a_weekly_holiday_in_korea_is_what_ministry_and_calculators_say(example: Example) -> None:
    example.check("KR")
