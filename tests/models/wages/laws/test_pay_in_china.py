"""Pay under CN by examples of the law's own figures, of payroll programs and calculators."""

from typing import Any

import pytest

from models.periods import month_of
from tests.models.wages.lawful import Example, Published, cases, contracted, deduction, example
from tests.models.wages.paying import JANUARY, day, pieces, shift, shifts, span

NEW_YEAR = ["2026-01-01"]
CASES = "github.com/norbital-ai/templates, payroll cases computed by hand from the law: "
SCHEDULE = "github.com/relaxRG/CR, tests/schedule-engine-audit.test.ts, 人社部发〔2025〕2号"
PUBLISHED = "PAY.md, from Labor Law, Art. 44, and 劳社部发〔2008〕3号"
LOSS = "工资支付暂行规定 (劳部发〔1994〕489号), Art. 16"


def month(salary: int) -> Any:
    return contracted("monthly", salary, "CNY")


def january(source: str, salary: int, *work: Any, **told: Any) -> Example:
    """January 2026, in which only the first is a public holiday."""
    return example(
        source,
        period=JANUARY,
        terms=month(salary),
        shifts=list(work),
        holidays=NEW_YEAR,
        **told,
    )


def lost(source: str, salary: int, loss: int, **told: Any) -> Example:
    """A loss to be made good from a month's wage, where the least a month is 2,490."""
    taken = [deduction("31", loss, "CNY", "loss")]
    return january(source, salary, adjustments=taken, monthly=2_490, **told)


OVERTIME = {
    "5,000 a month: two hours on a weekday evening": january(
        PUBLISHED + " (published cut off: 43.10 an hour)",
        5_000,
        shift("05", 10),
        lines={"OVERTIME": "86.21"},
        published=Published("86.20", step="0.01", times=2, of="OVERTIME"),
    ),
    "5,000 a month: two hours on a Saturday": january(
        PUBLISHED, 5_000, shift("10", 2), gross="5114.94", lines={"REST_DAY": "114.94"}
    ),
    "5,000 a month: eight hours on a public holiday": january(
        PUBLISHED + " (published cut off)",
        5_000,
        shift("01", 8),
        lines={"HOLIDAY": "689.66"},
        published=Published("689.65", step="0.01", of="HOLIDAY"),
    ),
    "21,750 a month: two hours beyond eight on a Monday": january(
        CASES + "CN-KM-WP08-1, Labor Law, Art. 44(1)",
        21_750,
        shift("05", 11, break_minutes=60),
        lines={"OVERTIME": "375.00"},
    ),
    "21,750 a month: three hours on a Sunday with no rest given back": january(
        CASES + "CN-KM-WP08-2, Labor Law, Art. 44(2)",
        21_750,
        shift("11", 3),
        lines={"REST_DAY": "750.00"},
    ),
    "21,750 a month: eight hours on New Year's Day": january(
        CASES + "CN-KM-WP08-3, Labor Law, Art. 44(3)",
        21_750,
        shift("01", 8),
        gross="24750.00",
        lines={"BASE": "21750.00", "HOLIDAY": "3000.00"},
    ),
    "21,750 a month: all three in one January": january(
        CASES + "CN-SH03-1, Labor Law, Art. 44: 1,125 + 375 + 750",
        21_750,
        shift("01", 3),
        shift("06", 10),
        shift("10", 3),
        gross="24000.00",
        lines={"HOLIDAY": "1125.00", "OVERTIME": "375.00", "REST_DAY": "750.00"},
    ),
    "6,000 a month: two hours on a weekday evening": january(
        SCHEDULE + ": 34.48 an hour, here taken three times",
        6_000,
        shift("05", 10),
        lines={"OVERTIME": "103.45"},
        published=Published("103.44", step="0.005", times=3, of="OVERTIME"),
    ),
}

PARTS_OF_A_MONTH = {
    "ten days between joining and leaving are ten times the salary ÷ 21.75": january(
        CASES + "CN-KM-WP09-2, 5 to 16 January",
        21_750,
        joined="05",
        left="16",
        gross="10000.00",
    ),
    "ten days after joining on a Monday": january(
        CASES + "CN-KM20-1, from 19 January", 21_750, joined="19", gross="10000.00"
    ),
    "thirteen days of a December": example(
        CASES + "CN-SH43-1, from 15 December 2025",
        period=month_of(day("2025-12-01")),
        terms=month(21_750),
        joined="2025-12-15",
        gross="13000.00",
    ),
    "ten days of a March before leaving": example(
        CASES + "CN-SH50-1, to 13 March 2026",
        period=month_of(day("2026-03-01")),
        terms=month(43_500),
        left="2026-03-13",
        gross="20000.00",
    ),
    "one day of a month of 6,000": january(
        SCHEDULE + ": 275.86 a day", 6_000, joined="30", gross="275.86"
    ),
    "22 paid days are the month and no more than it": january(
        CASES + "CN-KM20-1, its rule: never above the month", 21_750, gross="21750.00"
    ),
}

DEDUCTIONS = {
    "a loss takes a fifth of the month's wage": lost(
        LOSS, 5_000, 1_000, deductions="1000.00", carried="0.00"
    ),
    "a loss beyond a fifth waits": lost(LOSS, 5_000, 1_200, deductions="1000.00", carried="200.00"),
    "a loss leaves the local minimum wage": lost(
        LOSS, 3_000, 1_000, deductions="510.00", carried="490.00"
    ),
    "a loss takes nothing of the local minimum wage itself": lost(
        LOSS, 2_490, 1_000, deductions="0.00", carried="1000.00"
    ),
}

PIECES = {
    # At one pace throughout: 2.5 pieces an hour, so that the 8 hours of overtime made 20.
    "a piece is worth one and a half, two and three times its price outside normal hours": example(
        "工资支付暂行规定, Art. 13: 100 × 2.00, 20 × 3.00 in overtime, 15 × 4.00 on a rest day and"
        " 10 × 6.00 on a public holiday",
        period=JANUARY,
        terms=contracted("piece", 0, "CNY"),
        shifts=[shift("01", 4), *shifts("05", "08", 10), shift("09", 8), shift("10", 6)],
        pieces=[
            pieces("01", "baskets", 10, 2),
            *[pieces(on, "baskets", 25, 2) for on in ("05", "06", "07", "08")],
            pieces("09", "baskets", 20, 2),
            pieces("10", "baskets", 15, 2),
        ],
        holidays=NEW_YEAR,
        gross="380.00",
        lines={"HOLIDAY": "60.00", "REST_DAY": "60.00"},
    ),
    "a piece is worth its price in normal hours": example(
        "工资支付暂行规定, Art. 13",
        period=span("05", "11"),
        terms=contracted("piece", 0, "CNY"),
        shifts=shifts("05", "09"),
        pieces=[pieces("09", "baskets", 100, 2)],
        gross="200.00",
    ),
}


@pytest.mark.parametrize("example", cases(OVERTIME, PARTS_OF_A_MONTH, DEDUCTIONS, PIECES))
def test_pay_in_china_is_what_law_and_calculators_say(example: Example) -> None:
    example.check("CN")
