"""Pay under KR by examples of the law's own figures, the labour ministry and calculators.

Each stands on a day on which its rate was lawful: the minimum hour is 8,720 in 2021, 9,860 in
2024, 10,030 in 2025 and 10,320 in 2026. Those of 2011 are paid without one.
"""

from typing import Any

import pytest

from models.periods import month_of
from tests.models.wages.lawful import (
    Example,
    Published,
    before_todays_minimum,
    cases,
    contracted,
    example,
)
from tests.models.wages.paying import day, shift, span

MARCH_2026 = month_of(day("2026-03-01"))

GUIDE = "calculatorhost.com/guide/overtime-night-holiday-allowance-2026, 2026-06-26"
PREMIUMS = "연장/야근/휴일수당 계산기, a published calculator with its examples, for 2025"


def won(rate: int | str) -> Any:
    return contracted("hourly", rate, "KRW")


def month(salary: int) -> Any:
    return contracted("monthly", salary, "KRW")


def one_day(source: str, rate: int | str, on: str, hours: int, **told: Any) -> Example:
    work = [shift(on, hours, at=told.pop("at", "09:00"))]
    return example(source, period=span(on, on), terms=won(rate), shifts=work, **told)


HOURS = {
    "ten hours in a day are eight and two at one and a half": one_day(
        "PAY.md, from Labor Standards Act, Art. 50 and 56(1)",
        10_000,
        "2024-05-20",
        10,
        gross="110000",
        lines={"BASE": "80000", "OVERTIME": "30000"},
    ),
    "eight hours at the minimum wage of 2025 are 80,240": one_day(
        "workbear.kr/en/guide/weekly-holiday-allowance-korea-foreign-workers-guide-3",
        10_030,
        "2025-03-10",
        8,
        gross="80240",
    ),
    "nine hours without a break are eight and one at one and a half": one_day(
        "github.com/junhyeong9812/payroll-calculator, PROBLEM.md (there on 1 January 2025, a public"
        " holiday; here on a plain Monday)",
        10_000,
        "2024-05-20",
        9,
        gross="95000",
    ),
    "three hours of overtime by day are 54,000": one_day(
        GUIDE, 12_000, "2026-03-09", 11, lines={"OVERTIME": "54000", "NIGHT": "0"}
    ),
    "two hours of overtime at night are 36,000 and 12,000 on top": one_day(
        GUIDE + ": 48,000 for the two hours",
        12_000,
        "2026-03-09",
        10,
        at="14:00",
        gross="144000",
        lines={"OVERTIME": "36000", "NIGHT": "12000"},
    ),
    "four hours of overtime all at night are paid twice over": one_day(
        "ai.bznav.com/contents/30535: 40,000 + 20,000 + 20,000 = 80,000 for the four hours",
        10_000,
        "2024-05-20",
        12,
        at="14:00",
        gross="160000",
        lines={"BASE": "80000", "OVERTIME": "60000", "NIGHT": "20000"},
    ),
    "four hours of overtime at night at 12,000 are 96,000": one_day(
        GUIDE + ": 12,000 × 4 × 2.0",
        12_000,
        "2026-03-09",
        12,
        at="14:00",
        gross="192000",
        lines={"OVERTIME": "72000", "NIGHT": "24000"},
    ),
    "two hours of night within the normal day earn one and a half": one_day(
        GUIDE + ": 36,000 for the two hours",
        12_000,
        "2026-03-09",
        8,
        at="16:00",
        gross="108000",
        lines={"BASE": "96000", "NIGHT": "12000"},
    ),
    "four hours of overtime at 10,000 are 60,000": one_day(
        PREMIUMS, 10_000, "2024-05-20", 12, lines={"OVERTIME": "60000"}
    ),
    "three hours of night within the normal day add half": one_day(
        PREMIUMS, 10_000, "2024-05-20", 8, at="17:00", gross="95000", lines={"NIGHT": "15000"}
    ),
    "the minimum wage of 2011 for a day": one_day(
        "migrant.nodong.net/index.php?mid=news_eng&page=28, notice for 2011: 34,560 a day",
        4_320,
        "2026-03-09",
        8,
        rules=before_todays_minimum("KR"),
        gross="34560",
    ),
    "the minimum wage of 2011 for an hour of overtime": one_day(
        "migrant.nodong.net/index.php?mid=news_eng&page=28, notice for 2011: 6,480 an hour",
        4_320,
        "2026-03-09",
        9,
        rules=before_todays_minimum("KR"),
        lines={"OVERTIME": "6480"},
    ),
    "the same hour of overtime of a month's salary at that minimum wage": example(
        "migrant.nodong.net/index.php?mid=news_eng&page=28: 902,880 a month, 6,480 an hour",
        period=MARCH_2026,
        rules=before_todays_minimum("KR"),
        terms=month(902_880),
        shifts=[shift("2026-03-09", 9)],
        gross="909360",
        lines={"OVERTIME": "6480"},
    ),
    "a day of ten hours agreed at 100,000 with its overtime in it": one_day(
        "KangNam Labor Law Firm, k-labor.co.kr/main/klabor_04_view.html, items_idx=6424: the hour"
        " is 100,000 ÷ (8 + 2 × 1.5)",
        "9090.9091",
        "2021-03-08",
        10,
        gross="100000",
    ),
    "an ordinary day of the same agreement": one_day(
        "KangNam Labor Law Firm, as above: 9,090 an hour and 72,700 a day, cut off",
        "9090.9091",
        "2021-03-08",
        8,
        gross="72727",
        published=Published("72700", step="100"),
    ),
}

REST_DAYS = {
    "eight hours on a rest day pay as twelve": one_day(
        "PAY.md, from Labor Standards Act, Art. 56(2)", 12_000, "2026-03-15", 8, gross="144000"
    ),
    "nine hours on a rest day pay as fourteen": one_day(
        "PAY.md, from Labor Standards Act, Art. 56(2)", 12_000, "2026-03-15", 9, gross="168000"
    ),
    "ten hours on a Sunday are eight at one and a half and two at twice": one_day(
        GUIDE + ": 8 × 18,000 + 2 × 24,000", 12_000, "2026-03-15", 10, gross="192000"
    ),
    "six hours on a rest day are 90,000": one_day(PREMIUMS, 10_000, "2024-05-26", 6, gross="90000"),
    "ten hours on a rest day are 160,000": one_day(
        PREMIUMS, 10_000, "2024-05-26", 10, gross="160000"
    ),
}

PUBLIC_HOLIDAYS = {
    "work on Labour Day is paid on top of the day itself": one_day(
        "rule: teflnews.org, Understanding Labor Day 2024; Labor Standards Act, Art. 55(2) and"
        " 56(2): 8 h + 8 h × 1.5, here at the minimum wage of 2026",
        10_320,
        "2026-05-01",
        8,
        holidays=["2026-05-01"],
        gross="206400",
        lines={"LEAVE": "82560", "HOLIDAY": "123840"},
    ),
    "work on Labour Day is paid on top of a month's salary": example(
        "teflnews.org, Understanding Labor Day 2024: 150 % of eight hours on top of the salary,"
        " here of the minimum wage of 2026, 2,156,880 a month",
        period=month_of(day("2026-05-01")),
        terms=month(2_156_880),
        shifts=[shift("2026-05-01", 8)],
        holidays=["2026-05-01"],
        gross="2280720",
        lines={"HOLIDAY": "123840"},
    ),
}

MINIMUM = {
    "the minimum hour of 2026 for a month of 209 hours": example(
        "juhyu.kr, 209시간의 비밀: 10,320 × 209 = 2,156,880; here with an hour of overtime",
        period=MARCH_2026,
        terms=month(2_156_880),
        shifts=[shift("2026-03-09", 9)],
        gross="2172360",
        lines={"OVERTIME": "15480", "MINIMUM_TOP_UP": "0"},
    ),
    "a month below 10,320 × 209 is topped up to it": example(
        "notice for 2026, as in github.com/wonjangcloud9/wonjangAgent, release v1.59.2; Minimum"
        " Wage Act, Art. 6, and Enforcement Decree, Art. 5",
        period=MARCH_2026,
        terms=month(2_100_000),
        gross="2156880",
        lines={"MINIMUM_TOP_UP": "56880"},
    ),
    "a month below 10,030 × 209 is topped up to it": example(
        "notice for 2025, as in github.com/wonjangcloud9/wonjangAgent, release v1.59.2: 2,096,270",
        period=month_of(day("2025-03-01")),
        terms=month(2_000_000),
        gross="2096270",
        lines={"MINIMUM_TOP_UP": "96270"},
    ),
}


@pytest.mark.parametrize("example", cases(HOURS, REST_DAYS, PUBLIC_HOLIDAYS, MINIMUM))
def test_pay_in_korea_is_what_law_ministry_and_calculators_say(example: Example) -> None:
    example.check("KR")
