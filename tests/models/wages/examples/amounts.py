"""Examples of amounts entered by hand, topped up to a minimum wage, and without decimals."""

from fractions import Fraction

from models.rules.values import DeductionCap
from tests.models.wages.paying import (
    HOURLY,
    PLAIN,
    TOP_UP,
    Examples,
    entered,
    sale,
    shift,
    shifts,
    terms,
)

A_FIFTH = PLAIN.model_copy(
    update={
        "deductions": PLAIN.deductions.model_copy(
            update={"caps": (DeductionCap(kinds=("",), share=Fraction(1, 5)),)}
        )
    }
)

ENTERED: Examples = {
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
}

MINIMUMS: Examples = {
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
}

WON: Examples = {
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
