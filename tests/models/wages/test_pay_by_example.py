"""Pay under PLAIN by literal examples: what is worked and agreed, and the lines that follow."""

from fractions import Fraction
from typing import Any

import pytest

from models.rules.values import DeductionCap
from tests.models.wages.paying import (
    BASKETS,
    CLERK,
    HOURLY,
    JANUARY,
    MONTHLY,
    PLAIN,
    TOP_UP,
    entered,
    follows,
    paid,
    pieces,
    sale,
    shift,
    shifts,
    span,
    terms,
    told,
)

A_FIFTH = PLAIN.model_copy(
    update={
        "deductions": PLAIN.deductions.model_copy(
            update={"caps": (DeductionCap(kinds=("",), share=Fraction(1, 5)),)}
        )
    }
)

EXAMPLES: dict[str, tuple[dict[str, Any], list[str]]] = {
    # hours
    "hours are paid at the hourly rate": (
        {"terms": HOURLY, "shifts": shifts("05", "09")},
        ["BASE 860.00: 40 h × 21.50"],
    ),
    "12 entries of 50 minutes are 10 hours": (
        {"terms": terms("hourly", 25), "shifts": [shift("05", minutes=50) for _ in range(12)]},
        ["BASE 250.00: 10 h × 25.00"],
    ),
    "a third of an hour is rounded only in the line": (
        {"terms": terms("hourly", "20.01"), "shifts": [shift("05", minutes=100)]},
        ["BASE 33.35: 1 h 40 min × 20.01"],
    ),
    "the unpaid break is taken off": (
        {"terms": HOURLY, "shifts": [shift("05", 9, break_minutes=60)]},
        ["BASE 172.00: 8 h × 21.50"],
    ),
    "a shift's own rate stands on a line of its own": (
        {"terms": HOURLY, "shifts": [shift("05"), shift("06", 3, pay=30), shift("07", 1, pay=30)]},
        ["BASE 172.00: 8 h × 21.50", "BASE 120.00: 4 h × 30.00"],
    ),
    "a shift's own rate of zero is a rate": (
        {"terms": HOURLY, "shifts": [shift("05"), shift("06", pay=0)]},
        ["BASE 172.00: 8 h × 21.50", "BASE 0.00: 8 h × 0.00"],
    ),
    "planned, absent and unpaid shifts earn nothing": (
        {
            "terms": HOURLY,
            "shifts": [
                shift("05"),
                shift("06", status="planned"),
                shift("07", status="absent"),
                shift("08", status="unpaid_leave"),
            ],
        },
        ["BASE 172.00: 8 h × 21.50"],
    ),
    "paid leave of hourly terms is its hours": (
        {"terms": HOURLY, "shifts": [shift("05"), shift("06", status="paid_leave")]},
        ["BASE 172.00: 8 h × 21.50", "LEAVE 172.00: 8 h × 21.50"],
    ),
    "a rate that changes inside the period is split there": (
        {"terms": [HOURLY, terms("hourly", 23, "15")], "shifts": shifts("12", "16")},
        ["BASE 516.00: 24 h × 21.50", "BASE 368.00: 16 h × 23.00"],
    ),
    "a night shift belongs wholly to the day that it starts on": (
        {"terms": [HOURLY, terms("hourly", 23, "15")], "shifts": [shift("14", 10)]},
        ["BASE 215.00: 10 h × 21.50"],
    ),
    # days
    "days are paid at the day's rate": (
        {"terms": terms("daily", 150), "shifts": shifts("05", "09")},
        ["BASE 750.00: 5 days × 150.00"],
    ),
    "two shifts on one day are one day": (
        {"terms": terms("daily", 150), "shifts": [shift("05", 4), shift("05", 4), shift("06")]},
        ["BASE 300.00: 2 days × 150.00"],
    ),
    "one day is a day": (
        {"terms": terms("daily", 150), "shifts": [shift("05", 2)]},
        ["BASE 150.00: 1 day × 150.00"],
    ),
    "a day with some paid leave is a day worked, not two": (
        {
            "terms": terms("daily", 150),
            "shifts": [
                shift("05", 4),
                shift("05", 4, status="paid_leave"),
                shift("06", status="paid_leave"),
            ],
        },
        ["BASE 150.00: 1 day × 150.00", "LEAVE 150.00: 1 day × 150.00"],
    ),
    "a day that another run has paid is not paid again for a second shift": (
        {
            "terms": terms("daily", 150),
            "shifts": [shift("05", 4, paid_to=JANUARY.ends_on), *shifts("05", "06", 4)],
        },
        ["BASE 150.00: 1 day × 150.00"],
    ),
    # months
    "a salary is due whether or not shifts are entered": (
        {"terms": MONTHLY},
        ["BASE 10,000.00: 1 month × 10,000.00"],
    ),
    "10,000 a month joined on 15 January is 5,483.87": (
        {"terms": terms("monthly", 10_000, "15"), "joined": "15"},
        ["BASE 5,483.87: 10,000.00 × 17 ÷ 31 days"],
    ),
    "leaving inside the month pays to the last day": (
        {"terms": MONTHLY, "left": "20"},
        ["BASE 6,451.61: 10,000.00 × 20 ÷ 31 days"],
    ),
    "joining and leaving inside the month pays the days between": (
        {"terms": MONTHLY, "joined": "10", "left": "12"},
        ["BASE 967.74: 10,000.00 × 3 ÷ 31 days"],
    ),
    "joining on the first is a whole month": (
        {"terms": terms("monthly", 10_000, "01"), "joined": "01", "left": "31"},
        ["BASE 10,000.00: 1 month × 10,000.00"],
    ),
    "absent days and unpaid leave come off a salary": (
        {
            "terms": MONTHLY,
            "shifts": [shift("05", status="absent"), shift("06", status="unpaid_leave")],
        },
        ["BASE 9,354.84: 10,000.00 × 29 ÷ 31 days"],
    ),
    "a salary contains paid leave": (
        {"terms": MONTHLY, "shifts": [shift("05", status="paid_leave")]},
        ["BASE 10,000.00: 1 month × 10,000.00"],
    ),
    "a day with some absence counts by its hours": (
        {"terms": MONTHLY, "shifts": [shift("05", 6), shift("05", 2, status="absent")]},
        ["BASE 9,919.35: 10,000.00 × 30.75 ÷ 31 days"],
    ),
    "two hours of absence are a quarter of a contracted day, though nothing else is entered": (
        {
            "terms": terms("monthly", 10_000, daily_minutes=480),
            "shifts": [shift("05", 2, status="absent")],
        },
        ["BASE 9,919.35: 10,000.00 × 30.75 ÷ 31 days"],
    ),
    "a day's absence is one day at most": (
        {
            "terms": terms("monthly", 10_000, daily_minutes=480),
            "shifts": [shift("05", 12, status="absent")],
        },
        ["BASE 9,677.42: 10,000.00 × 30 ÷ 31 days"],
    ),
    "an absence by thirds of a day is exact": (
        {"terms": MONTHLY, "shifts": [shift("05", 6), shift("05", 3, status="absent")]},
        ["BASE 9,892.47: 10,000.00 × 92 ÷ 3 ÷ 31 days"],
    ),
    "someone absent every day gets nothing, not less": (
        {"terms": MONTHLY, "shifts": shifts("01", "31", status="absent")},
        ["BASE 0.00: 10,000.00 × 0 ÷ 31 days"],
    ),
    "absence of someone who joined late does not go below nothing": (
        {"terms": MONTHLY, "joined": "30", "shifts": shifts("01", "31", status="absent")},
        ["BASE 0.00: 10,000.00 × 0 ÷ 31 days"],
    ),
    "a salary that rises inside the month is split there": (
        {"terms": [MONTHLY, terms("monthly", 12_000, "11")]},
        ["BASE 3,225.81: 10,000.00 × 10 ÷ 31 days", "BASE 8,129.03: 12,000.00 × 21 ÷ 31 days"],
    ),
    "a basis that changes inside the month is split there": (
        {"terms": [HOURLY, terms("monthly", 6_200, "16")], "shifts": shifts("14", "16")},
        ["BASE 344.00: 16 h × 21.50", "BASE 3,200.00: 6,200.00 × 16 ÷ 31 days"],
    ),
    "extra work at its own rate comes on top of a salary": (
        {"terms": MONTHLY, "shifts": [shift("10", 3, pay=80)]},
        ["BASE 10,000.00: 1 month × 10,000.00", "BASE 240.00: 3 h × 80.00"],
    ),
    # weeks
    "a weekly salary of a part is its days over seven": (
        {"terms": terms("weekly", 700), "period": span("05", "14")},
        ["BASE 1,000.00: 700.00 × 10 ÷ 7 days"],
    ),
    "two whole weeks are two weeks": (
        {"terms": terms("weekly", 700), "period": span("05", "18")},
        ["BASE 1,400.00: 2 weeks × 700.00"],
    ),
    "an absent day is a seventh of the week": (
        {
            "terms": terms("weekly", 700),
            "period": span("05", "11"),
            "shifts": [shift("06", status="absent")],
        },
        ["BASE 600.00: 700.00 × 6 ÷ 7 days"],
    ),
    "a period over two months has a line for each month": (
        {"terms": MONTHLY, "period": span("19", "02-01")},
        ["BASE 4,193.55: 10,000.00 × 13 ÷ 31 days", "BASE 357.14: 10,000.00 × 1 ÷ 28 days"],
    ),
    # hours beyond the contracted ones
    "hours within the contract add nothing to a salary": (
        {"terms": CLERK, "shifts": shifts("05", "09")},
        ["BASE 5,200.00: 1 month × 5,200.00"],
    ),
    "hours beyond the contract are paid at the salary's hourly rate": (
        {"terms": CLERK, "shifts": shifts("05", "10", 7)},
        [
            "BASE 5,200.00: 1 month × 5,200.00",
            "OVERTIME 60.00: 2 h × 5,200.00 × 12 ÷ 52 ÷ 40 h",
        ],
    ),
    "each week stands alone: a short one does not make up for a long one": (
        {"terms": CLERK, "shifts": [*shifts("05", "10", 7), *shifts("12", "16", 4)]},
        [
            "BASE 5,200.00: 1 month × 5,200.00",
            "OVERTIME 60.00: 2 h × 5,200.00 × 12 ÷ 52 ÷ 40 h",
        ],
    ),
    "contracted days and rest days make a contracted week": (
        {
            "terms": terms("weekly", 1000, daily_minutes=480, rest_days=("SA", "SU")),
            "period": span("05", "11"),
            "shifts": shifts("05", "10"),
        },
        ["BASE 1,000.00: 1 week × 1,000.00", "OVERTIME 200.00: 8 h × 1,000.00 ÷ 40 h"],
    ),
    "absence does not raise the rate of the hours beyond the contract": (
        {
            "terms": CLERK,
            "shifts": [*shifts("05", "08", 11), shift("09", status="absent")],
        },
        [
            "BASE 5,032.26: 5,200.00 × 30 ÷ 31 days",
            "OVERTIME 120.00: 4 h × 5,200.00 × 12 ÷ 52 ÷ 40 h",
        ],
    ),
    "contracted hours of a third are divided by as a whole": (
        {
            "terms": terms("weekly", 700, weekly_minutes=2240),
            "period": span("05", "11"),
            "shifts": shifts("05", "09"),
        },
        ["BASE 700.00: 1 week × 700.00", "OVERTIME 50.00: 2 h 40 min × 700.00 ÷ (112 ÷ 3) h"],
    ),
    "leave is not work beyond the contract": (
        {"terms": CLERK, "shifts": [*shifts("05", "09"), shift("10", status="paid_leave")]},
        ["BASE 5,200.00: 1 month × 5,200.00"],
    ),
    "without contracted hours nothing is beyond them": (
        {"terms": MONTHLY, "shifts": shifts("05", "11", 12)},
        ["BASE 10,000.00: 1 month × 10,000.00"],
    ),
    # pieces
    "pieces are paid by task and price": (
        {
            "terms": terms("piece", 0),
            "pieces": [
                pieces("05", "baskets", 300, "1.5"),
                pieces("06", "baskets", 191, "1.5"),
                pieces("06", "baskets", 10, "1.75"),
                pieces("06", "mats", "2.5", 8),
            ],
        },
        [
            "PIECE [baskets] 736.50: 491 pcs × 1.50",
            "PIECE [baskets] 17.50: 10 pcs × 1.75",
            "PIECE [mats] 20.00: 2.5 pcs × 8.00",
        ],
    ),
    "a piece price of a hundredth of a cent is rounded once": (
        {"terms": terms("piece", 0), "pieces": [pieces("05", "beads", 333, "0.0155")]},
        ["PIECE [beads] 5.16: 333 pcs × 0.0155"],
    ),
    "piece-work below the guarantee is topped up": (
        {
            "terms": BASKETS,
            "shifts": shifts("05", "09"),
            "pieces": [pieces("09", "baskets", 200, 1)],
        },
        [
            "PIECE [baskets] 200.00: 200 pcs × 1.00",
            "MINIMUM_TOP_UP 200.00: 40 h × 10.00, less 200.00 already earned",
        ],
    ),
    "piece-work at the guarantee is not topped up": (
        {
            "terms": BASKETS,
            "shifts": shifts("05", "09"),
            "pieces": [pieces("09", "baskets", 400, 1)],
        },
        ["PIECE [baskets] 400.00: 400 pcs × 1.00"],
    ),
    "hours without a single piece are paid the guarantee": (
        {"terms": BASKETS, "shifts": [shift("05")]},
        ["MINIMUM_TOP_UP 80.00: 8 h × 10.00"],
    ),
    "paid leave of piece-work is paid at the guarantee": (
        {"terms": BASKETS, "shifts": [shift("05", status="paid_leave")]},
        ["LEAVE 80.00: 8 h × 10.00"],
    ),
    "pieces come on top of a salary": (
        {"terms": MONTHLY, "pieces": [pieces("05", "baskets", 10, 1)]},
        ["BASE 10,000.00: 1 month × 10,000.00", "PIECE [baskets] 10.00: 10 pcs × 1.00"],
    ),
    # sales
    "a maker gets the share of the net sales": (
        {"terms": MONTHLY, "sales": [sale("05", "123.45", "12.5"), sale("06", "76.55", "12.5")]},
        ["BASE 10,000.00: 1 month × 10,000.00", "MAKER_SHARE 25.00: net sales 200.00 × 12.5 %"],
    ),
    "returns take the share back": (
        {"terms": MONTHLY, "sales": [sale("05", 200, 10), sale("06", -50, 10)]},
        ["BASE 10,000.00: 1 month × 10,000.00", "MAKER_SHARE 15.00: net sales 150.00 × 10 %"],
    ),
    "a share below zero comes off the other earnings": (
        {"terms": HOURLY, "shifts": [shift("05", 2)], "sales": [sale("06", -50, 10)]},
        ["BASE 43.00: 2 h × 21.50", "MAKER_SHARE -5.00: net sales -50.00 × 10 %"],
    ),
    "a share below zero takes what there is, and the rest is carried forward": (
        {"terms": HOURLY, "shifts": [shift("05", 1)], "sales": [sale("06", -500, 10)]},
        [
            "BASE 21.50: 1 h × 21.50",
            "MAKER_SHARE -21.50: net sales -500.00 × 10 %, less -28.50 carried forward",
        ],
    ),
    "a share below zero is borne by a share above it": (
        {"terms": HOURLY, "sales": [sale("05", -200, 5), sale("06", 1000, 10)]},
        [
            "MAKER_SHARE -10.00: net sales -200.00 × 5 %",
            "MAKER_SHARE 100.00: net sales 1,000.00 × 10 %",
        ],
    ),
    # entered by hand
    "what is entered by hand stands as it was entered": (
        {
            "terms": HOURLY,
            "shifts": [shift("05", 2)],
            "adjustments": [
                entered("31", "DEDUCTION", 5, "Apron"),
                entered("20", "REIMBURSEMENT", "12.30", "Bus"),
                entered("10", "ALLOWANCE", 20),
                entered("31", "BONUS", 100, "New year"),
            ],
        },
        [
            "BASE 43.00: 2 h × 21.50",
            "BONUS [New year] 100.00: 100.00 as entered",
            "ALLOWANCE 20.00: 20.00 as entered",
            "REIMBURSEMENT [Bus] 12.30: 12.30 as entered",
            "DEDUCTION [Apron] 5.00: 5.00 as entered",
        ],
    ),
    "a deduction takes no more than there is, the oldest first": (
        {
            "terms": HOURLY,
            "shifts": [shift("05", 2)],
            "adjustments": [
                entered("20", "DEDUCTION", 30, "Later"),
                entered("10", "DEDUCTION", 30, "Sooner"),
            ],
        },
        [
            "BASE 43.00: 2 h × 21.50",
            "DEDUCTION [Sooner] 30.00: 30.00 as entered",
            "DEDUCTION [Later] 13.00: 30.00 as entered, less 17.00 carried forward",
        ],
    ),
    "a pack's cap leaves more than nothing": (
        {
            "terms": HOURLY,
            "rules": A_FIFTH,
            "shifts": [shift("05", 2)],
            "adjustments": [entered("10", "DEDUCTION", 30)],
        },
        ["BASE 43.00: 2 h × 21.50", "DEDUCTION 8.60: 30.00 as entered, less 21.40 carried forward"],
    ),
    # minimum wages
    "a pack may top up to the minimum wage": (
        {"terms": HOURLY, "rules": TOP_UP, "shifts": shifts("05", "06"), "hourly": 25},
        [
            "BASE 344.00: 16 h × 21.50",
            "MINIMUM_TOP_UP 56.00: 16 h × 25.00, less 344.00 already earned",
        ],
    ),
    "pay at the minimum wage is not topped up": (
        {"terms": HOURLY, "rules": TOP_UP, "shifts": shifts("05", "06"), "hourly": "21.5"},
        ["BASE 344.00: 16 h × 21.50"],
    ),
    "bonus and leave do not count towards the minimum wage, the share does": (
        {
            "terms": HOURLY,
            "rules": TOP_UP,
            "shifts": [shift("05"), shift("06", status="paid_leave")],
            "adjustments": [entered("10", "BONUS", 100)],
            "sales": [sale("10", 80, 10)],
            "hourly": 25,
        },
        [
            "BASE 172.00: 8 h × 21.50",
            "LEAVE 172.00: 8 h × 21.50",
            "MAKER_SHARE 8.00: net sales 80.00 × 10 %",
            "BONUS 100.00: 100.00 as entered",
            "MINIMUM_TOP_UP 20.00: 8 h × 25.00, less 180.00 already earned",
        ],
    ),
    # currencies
    "won have no decimals": (
        {"terms": terms("monthly", 2_100_000, currency="KRW"), "joined": "15"},
        ["BASE 1,151,613: 2,100,000 × 17 ÷ 31 days"],
    ),
    "won are rounded half up": (
        {
            "terms": terms("hourly", 10_321, currency="KRW"),
            "shifts": [shift("05", "0.5")],
            "adjustments": [entered("05", "ALLOWANCE", 5_000, currency="KRW")],
        },
        ["BASE 5,161: 30 min × 10,321", "ALLOWANCE 5,000: 5,000 as entered"],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_pay_comes_out_as_in_the_example(name: str) -> None:
    given, expected = EXAMPLES[name]
    assert told(paid(**given)) == expected


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_formula_of_each_line_evaluates_by_hand_to_its_amount(name: str) -> None:
    given, _expected = EXAMPLES[name]
    figures = paid(**given)
    assert [line for line in figures.lines if not follows(line, figures.currency)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_lines_of_the_example_add_up(name: str) -> None:
    given, _expected = EXAMPLES[name]
    figures = paid(**given)
    sums = {
        group: sum(line.amount for line in figures.lines if line.group == group)
        for group in ("earning", "deduction")
    }
    assert (figures.gross, figures.deductions) == (sums["earning"], sums["deduction"])
    assert figures.net == figures.paid == figures.gross - figures.deductions >= 0
