"""Pay under TH by examples of the Labour Protection Act, of payroll firms and calculators."""

from typing import Any

import pytest

from tests.models.wages.lawful import Example, Published, cases, contracted, deduction, example
from tests.models.wages.paying import JANUARY, shift, span

NEW_YEAR = ["2026-01-01"]
CASES = "github.com/norbital-ai/templates, payroll cases for Thailand computed from the law"
AGENCY = (
    "LPA s.76, as the Director General of Labour Protection stated it (teakdoor.com, thread"
    " 168432): 10 % for each kind, a fifth for all"
)


def january(source: str, salary: int, *work: Any, **told: Any) -> Example:
    """January 2026 for a monthly salary; the first is a traditional holiday."""
    return example(
        source,
        period=JANUARY,
        terms=contracted("monthly", salary, "THB"),
        shifts=list(work),
        holidays=NEW_YEAR,
        **told,
    )


def one_day(source: str, basis: str, rate: int, on: str, hours: int, **told: Any) -> Example:
    return example(
        source,
        period=span(on, on),
        terms=contracted(basis, rate, "THB"),
        shifts=[shift(on, hours)],
        **told,
    )


def taken(source: str, *amounts: tuple[str, int], agreed: bool = False, **told: Any) -> Example:
    """Deductions of these kinds and amounts from 10,000 due."""
    each = [deduction("31", amount, "THB", kind, agreed=agreed) for kind, amount in amounts]
    return january(source, 10_000, adjustments=each, **told)


OVERTIME = {
    "21,000 a month: three hours of overtime": january(
        "PAY.md, from LPA s.61 and s.68", 21_000, shift("05", 11), lines={"OVERTIME": "393.75"}
    ),
    "24,000 a month: three hours beyond eight on a Monday": january(
        CASES, 24_000, shift("05", 12, break_minutes=60), lines={"OVERTIME": "450.00"}
    ),
    "60,000 a month: three hours of overtime": january(
        CASES, 60_000, shift("05", 11), lines={"OVERTIME": "1125.00"}
    ),
    "10,000 a month: three hours of overtime": january(
        "th.cemle.com/post/working-on-public-holidays-daily: (10,000 ÷ 30 ÷ 8) × 1.5 × 3",
        10_000,
        shift("05", 11),
        gross="10187.50",
        lines={"OVERTIME": "187.50"},
    ),
    "24,000 a month: an hour after 17:00": january(
        "msnagroup.com/2019/09", 24_000, shift("05", 9), lines={"OVERTIME": "150.00"}
    ),
    "15,000 a month: one hour of overtime": january(
        "coachhcm.com/blogs/hr-calculate-ot: 62.50 × 1.5",
        15_000,
        shift("05", 9),
        lines={"OVERTIME": "93.75"},
    ),
    "15,000 a month: four hours of overtime": january(
        "prosoft.co.th/Article/Detail/155490: 62.50 × 1.5 × 4",
        15_000,
        shift("05", 12),
        lines={"OVERTIME": "375.00"},
    ),
    "125 an hour: three hours of overtime": one_day(
        "taxcount.co/4-types-overtime-entrepreneur-should-know: (125 × 3) × 1.5",
        "hourly",
        125,
        "05",
        11,
        gross="1562.50",
        lines={"OVERTIME": "562.50"},
    ),
    "300 a day: two hours of overtime are of the hour, not of the day": one_day(
        "LPA s.61; shopdd.info and voiceextra.com multiply the day and print 900",
        "daily",
        300,
        "05",
        10,
        gross="412.50",
        lines={"OVERTIME": "112.50"},
    ),
}

HOLIDAYS = {
    "500 a day: a day worked on a holiday": one_day(
        "PAY.md, from LPA s.62(2)", "daily", 500, "01", 8, holidays=NEW_YEAR, gross="1000.00"
    ),
    "400 a day: New Year's Day worked": one_day(
        CASES + ", TH-WORK-02-1: the day's own 400 and 8 × 50; s.56(2), s.62(1)",
        "daily",
        400,
        "01",
        8,
        holidays=NEW_YEAR,
        gross="800.00",
    ),
    "400 a day: a January with New Year's Day worked": example(
        CASES + ", TH-WORK-02-1: 22 × 400 and 8 × 50 more",
        period=JANUARY,
        terms=contracted("daily", 400, "THB"),
        shifts=[shift(on) for on in JANUARY.dates() if on.weekday() < 5],
        holidays=NEW_YEAR,
        gross="9200.00",
    ),
    "800 a day: a weekly holiday worked": one_day(
        CASES + "; s.56(1), s.62(2)", "daily", 800, "10", 8, gross="1600.00"
    ),
    "24,000 a month: nine hours on a weekly holiday": january(
        CASES + ": 8 × 100 + 1 × 300; s.62(1), s.63",
        24_000,
        shift("10", 9),
        gross="25100.00",
        lines={"REST_DAY": "800.00", "HOLIDAY_OVERTIME": "300.00"},
    ),
    "24,000 a month: eight hours on a Saturday add as much again": january(
        "msnagroup.com/2019/09: 100.00 an hour",
        24_000,
        shift("10", 9, break_minutes=60),
        lines={"REST_DAY": "800.00"},
    ),
    "24,000 a month: eight hours on a traditional holiday": january(
        CASES + "; s.62(1)", 24_000, shift("01", 8), lines={"HOLIDAY": "800.00"}
    ),
    "24,000 a month: overtime, weekly and traditional holiday in one January": january(
        CASES + ": 24,000 + 450 + 1,100 + 800",
        24_000,
        shift("05", 11),
        shift("10", 9),
        shift("01", 8),
        gross="26350.00",
    ),
    "20,000 a month: the ninth hour on a holiday earns three": january(
        "phongnhaexplorer.com, โอที 3 แรง: 666.67 a day; 83.33 an hour rounded gives 249.99",
        20_000,
        shift("01", 9),
        lines={"HOLIDAY_OVERTIME": "250.00"},
        published=Published("249.99", step="0.005", times=3, of="HOLIDAY_OVERTIME"),
    ),
}

PARTS_OF_A_MONTH = {
    "20,000 a month: a day is the thirtieth part": january(
        "phongnhaexplorer.com, โอที 3 แรง: 666.67 a day; LPA s.68",
        20_000,
        joined="31",
        gross="666.67",
    ),
}

DEDUCTIONS = {
    "one kind takes a tenth, the rest waits": taken(
        AGENCY, ("loss", 1_500), deductions="1000.00", carried="500.00"
    ),
    "three kinds take a fifth together": taken(
        AGENCY,
        ("loss", 1_000),
        ("employer", 1_000),
        ("loan", 1_000),
        deductions="2000.00",
        carried="1000.00",
    ),
    "what the worker agreed to in writing may take more": taken(
        AGENCY + ", unless the worker consents in writing",
        ("loss", 1_500),
        agreed=True,
        deductions="1500.00",
        carried="0.00",
    ),
}


@pytest.mark.parametrize("example", cases(OVERTIME, HOLIDAYS, PARTS_OF_A_MONTH, DEDUCTIONS))
def test_pay_in_thailand_is_what_law_firms_and_calculators_say(example: Example) -> None:
    example.check("TH")
