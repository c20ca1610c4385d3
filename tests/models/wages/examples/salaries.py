"""Examples of salaries by the month and by the week, and of hours beyond the contracted ones."""

from tests.models.wages.paying import CLERK, HOURLY, MONTHLY, Examples, shift, shifts, span, terms

MONTHS: Examples = {
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
}

WEEKS: Examples = {
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
}

BEYOND_THE_CONTRACT: Examples = {
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
}
