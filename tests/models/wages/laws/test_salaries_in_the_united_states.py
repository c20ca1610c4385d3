"""Salaries, day rates and deductions under US by examples of 29 CFR 531 and 778 and agencies.

Examples older than today's minimum wage of 7.25 are paid without it.
"""

from typing import Any

import pytest

from tests.models.wages.lawful import (
    Example,
    Published,
    before_todays_minimum,
    cases,
    deduction,
    example,
    worked,
)
from tests.models.wages.paying import JANUARY, shifts, span, terms

WEEK = span("05", "11")  # Monday to Sunday
OLD = before_todays_minimum("US")

CFR_1981 = "29 CFR 778, text of 1981, webarchive.library.unt.edu/eot2008: "
CFR_325 = "29 CFR 778.325, law.cornell.edu/cfr/text/29/778.325: "
CTAS = "University of Tennessee, eli.ctas.tennessee.edu, Employees paid on a salary basis: "
MTAS = "University of Tennessee, mtas.tennessee.edu/reference: "


def hourly(rate: str) -> Any:
    return terms("hourly", rate, currency="USD")


def salary(amount: int | str, hours: int, basis: str = "weekly") -> Any:
    """A salary that is meant for so many hours a week."""
    return terms(basis, amount, currency="USD", weekly_minutes=hours * 60)


def week(source: str, agreed: Any, hours: int, **told: Any) -> Example:
    return example(source, period=WEEK, terms=agreed, shifts=worked(hours), **told)


SALARIES = {
    "182.70 for 35 hours, 42 worked": week(
        CFR_1981 + "778.113(a), 40 × 5.22 + 2 × 7.83",
        salary("182.7", 35),
        42,
        rules=OLD,
        gross="224.46",
    ),
    "220.80 for 40 hours, 44 worked": week(
        CFR_1981 + "778.113(a), a regular rate of 5.52",
        salary("220.8", 40),
        44,
        rules=OLD,
        gross="253.92",
    ),
    "1,040 a month for 40 hours a week, 44 worked in one": example(
        CFR_1981 + "778.113(b), 1,040 × 12 ÷ 52 ÷ 40 = 6.00, and 4 × 9",
        period=JANUARY,
        rules=OLD,
        terms=salary(1_040, 40, "monthly"),
        shifts=worked(44),
        gross="1076.00",
        lines={"OVERTIME": "36.00"},
    ),
    "250 for 35 hours, 42 worked": week(
        CTAS + "7.14 for the first 40 hours, 10.71 beyond",
        salary(250, 35),
        42,
        rules=OLD,
        gross="307.14",
        published=Published("307.02", step="0.005", times=43),
    ),
    "350 for 40 hours, 44 worked": week(
        CTAS + "a regular rate of 8.75",
        salary(350, 40),
        44,
        gross="402.50",
    ),
    "400 for 40 hours, 48 worked": week(
        MTAS + "salaried-employee-fixed-work-week, 8 × 15 = 120",
        salary(400, 40),
        48,
        gross="520.00",
        lines={"OVERTIME": "120.00"},
    ),
    "52,000 a year for 40 hours a week, 42 worked": week(
        "pearson.com/channels/calculators/overtime-calculator: 1,000 + 75",
        salary(1_000, 40),
        42,
        gross="1075.00",
    ),
    "700 for 35 hours, 45 worked": week(
        "wopular.com/newsracks/overtime: 5 × 30 = 150; 29 CFR 778.322 adds 5 × 20 from 35 to 40",
        salary(700, 35),
        45,
        gross="950.00",
    ),
    "200 for 35 hours, 41 worked": week(
        "29 CFR 778.322, old.govregs.com/regulations/29/778.322: 200 + 5 × 5.71 + 8.57",
        salary(200, 35),
        41,
        rules=OLD,
        # Our lines are 6 × 5.7142… and half of it for one hour: 34.29 and 2.86.
        gross="237.15",
        published=Published("237.12", step="0.005", times=7),
    ),
    "400 for the 50 hours worked": week(
        "blr.com/compensationtips/overtime-calculation: 10 × half of 8",
        salary(400, 50),
        50,
        gross="440.00",
    ),
    "500 for the 50 hours worked": week(
        MTAS + "salaried-employee-more-40-hour-work-week, 10 × 5 = 50",
        salary(500, 50),
        50,
        gross="550.00",
    ),
    "480 for the 48 hours worked": week(
        MTAS + "fixed-weekly-salary-more-40-hour-work-week, 480 + 8 × 5",
        salary(480, 48),
        48,
        gross="520.00",
    ),
    "480 for 48 hours, 50 worked": week(
        MTAS + "fixed-weekly-salary-more-40-hour-work-week, 15 an hour beyond 48",
        salary(480, 48),
        50,
        gross="550.00",
    ),
    "275 for the 55 hours worked": week(
        CFR_325 + "15 × 2.50",
        salary(275, 55),
        55,
        rules=OLD,
        gross="312.50",
    ),
    "275 for 55 hours, 58 worked": week(
        CFR_325 + "15 × 2.50 + 3 × 7.50",
        salary(275, 55),
        58,
        rules=OLD,
        gross="335.00",
    ),
    "275 for 50 hours, 52 worked": week(
        CFR_325 + "a regular rate of 5.50",
        salary(275, 50),
        52,
        rules=OLD,
        gross="319.00",
    ),
}

DAY_RATES = {
    "80 a day, five days of nine hours": example(
        "attorneykennugent.com/paid-a-day-rate-and-also-overtime, 29 CFR 778.112, with a half rate"
        " of 4.45",
        period=WEEK,
        terms=terms("daily", 80, currency="USD"),
        shifts=shifts("05", "09", 9),
        gross="422.22",
        lines={"BASE": "400.00", "OVERTIME": "22.22"},
        published=Published("22.25", step="0.01", times=5, of="OVERTIME"),
    ),
    "200 a day, five days of ten hours": example(
        "owedovertime.com/day-rate-violations.php, example 1: 1,000 + 10 × 10",
        period=WEEK,
        terms=terms("daily", 200, currency="USD"),
        shifts=shifts("05", "09", 10),
        gross="1100.00",
    ),
    "300 a day, six days of twelve hours": example(
        "owedovertime.com/day-rate-violations.php, example 2: a regular rate of 25, so 1,800 + 32 ×"
        " 12.50",
        period=WEEK,
        terms=terms("daily", 300, currency="USD"),
        shifts=shifts("05", "10", 12),
        gross="2200.00",
    ),
}

DEDUCTIONS = {
    "a uniform takes 0.50 an hour of 7.75 and no more": week(
        "Department of Labor, Fact Sheet 16 (July 2009), docslib.org/download/6886759: 30 × 0.50",
        hourly("7.75"),
        30,
        adjustments=[deduction("09", 20, "USD")],
        deductions="15.00",
        carried="5.00",
    ),
    "a uniform takes nothing of the minimum wage": week(
        "Department of Labor, Fact Sheet 16 (July 2009), docslib.org/download/6886759",
        hourly("7.25"),
        30,
        adjustments=[deduction("09", 20, "USD")],
        deductions="0.00",
        carried="20.00",
    ),
    "tools in a week with overtime take what 40 hours bear": week(
        "29 CFR 531.37(a), webarchive.library.unt.edu/eot2008/20081104064349: 40 × 0.05, even if"
        " more than 40 hours are worked; here 40 × 0.50",
        hourly("7.75"),
        46,
        adjustments=[deduction("09", 25, "USD")],
        deductions="20.00",
        carried="5.00",
    ),
}


@pytest.mark.parametrize("example", cases(SALARIES, DAY_RATES, DEDUCTIONS))
def test_salaries_in_the_united_states_are_what_regulations_and_agencies_say(
    example: Example,
) -> None:
    example.check("US")
