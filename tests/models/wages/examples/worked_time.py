"""Examples of work paid by the hour and by the day."""

from tests.models.wages.paying import HOURLY, JANUARY, Examples, shift, shifts, terms

HOURS: Examples = {
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
}

DAYS: Examples = {
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
}
