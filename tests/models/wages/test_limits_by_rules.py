"""What the packs top up and let be taken off, by literal lines."""

from typing import Any

import pytest

from tests.models.wages.paying import JANUARY, entered, paid, sale, shift, terms, told

KR: dict[str, Any] = {"currency": "KRW"}

EXAMPLES: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "a wage below the minimum is topped up without counting premiums": (
        "KR",
        {"terms": terms("hourly", 10_000, **KR), "shifts": [shift("05", 10)]},
        [
            "BASE 80,000: 8 h × 10,000",
            "OVERTIME 30,000: 2 h × 10,000 × 1.5",
            "MINIMUM_TOP_UP 3,200: 10 h × 10,320, less 100,000 already earned",
        ],
    ),
    "the programme's monthly minimum is topped up by the same part of the month": (
        "CN",
        {"terms": terms("monthly", 2175), "joined": "20", "monthly": 2400},
        [
            "BASE 900.00: 2,175.00 × 9 ÷ 21.75 days",
            "MINIMUM_TOP_UP 93.10: 2,400.00 × 9 ÷ 21.75 days, less 900.00 already earned",
        ],
    ),
    "a Chinese loss takes a fifth and leaves the minimum": (
        "CN",
        {
            "terms": terms("monthly", 3000),
            "monthly": 2690,
            "adjustments": [entered("10", "DEDUCTION", 900, "kiln", kind="loss")],
        },
        [
            "BASE 3,000.00: 1 month × 3,000.00",
            "DEDUCTION [kiln] 310.00: 900.00 as entered, less 590.00 carried forward",
        ],
    ),
    "what remains counts everything that was taken before": (
        "CN",
        {
            "terms": terms("monthly", 5000),
            "monthly": 2490,
            "adjustments": [
                entered("10", "DEDUCTION", 2000, "rent", kind="agreed"),
                entered("11", "DEDUCTION", 800, "kiln", kind="loss"),
            ],
        },
        [
            "BASE 5,000.00: 1 month × 5,000.00",
            "DEDUCTION [rent] 2,000.00: 2,000.00 as entered",
            "DEDUCTION [kiln] 510.00: 800.00 as entered, less 290.00 carried forward",
        ],
    ),
    "a salary without shifts leaves the minimum for its hours": (
        "US",
        {
            "terms": terms("weekly", 400, currency="USD"),
            "joined": "05",
            "left": "11",
            "adjustments": [entered("09", "DEDUCTION", 400, "x", "USD", kind="employer")],
        },
        [
            "BASE 400.00: 1 week × 400.00",
            "DEDUCTION [x] 110.00: 400.00 as entered, less 290.00 carried forward",
        ],
    ),
    "what came back does not eat a reimbursement": (
        "PLAIN",
        {
            "terms": terms("hourly", 10),
            "shifts": [shift("05", 1)],
            "adjustments": [entered("10", "REIMBURSEMENT", 50)],
            "sales": [sale("06", -300, 10)],
        },
        [
            "BASE 10.00: 1 h × 10.00",
            "MAKER_SHARE -10.00: net sales −300.00 × 10 %, less −20.00 carried forward",
            "REIMBURSEMENT 50.00: 50.00 as entered",
        ],
    ),
    "a tax is not under the cap": (
        "CN",
        {
            "terms": terms("monthly", 3000),
            "adjustments": [entered("10", "DEDUCTION", 900, "tax", kind="statutory")],
        },
        ["BASE 3,000.00: 1 month × 3,000.00", "DEDUCTION [tax] 900.00: 900.00 as entered"],
    ),
    "what was agreed in writing lifts the Thai caps": (
        "TH",
        {
            "terms": terms("monthly", 10_000, currency="THB"),
            "adjustments": [
                entered("10", "DEDUCTION", 4000, "x", "THB", kind="agreed", agreed=True)
            ],
        },
        ["BASE 10,000.00: 1 month × 10,000.00", "DEDUCTION [x] 4,000.00: 4,000.00 as entered"],
    ),
    "a reimbursement is no room for a deduction": (
        "CN",
        {
            "terms": terms("monthly", 1000),
            "adjustments": [
                entered("10", "REIMBURSEMENT", 5000),
                entered("10", "DEDUCTION", 500, "x", kind="loss"),
            ],
        },
        [
            "BASE 1,000.00: 1 month × 1,000.00",
            "REIMBURSEMENT 5,000.00: 5,000.00 as entered",
            "DEDUCTION [x] 200.00: 500.00 as entered, less 300.00 carried forward",
        ],
    ),
    "a Korean deduction without a legal basis is left out": (
        "KR",
        {
            "terms": terms("monthly", 2_400_000, **KR),
            "adjustments": [
                entered("10", "DEDUCTION", 50_000, "x", "KRW"),
                entered("10", "DEDUCTION", 60_000, "tax", "KRW", legal_basis="소득세법"),
            ],
        },
        [
            "BASE 2,400,000: 1 month × 2,400,000",
            "DEDUCTION [tax] 60,000: 60,000 as entered",
        ],
    ),
}


@pytest.mark.parametrize(
    ("pack", "given", "lines"),
    [pytest.param(*example, id=name) for name, example in EXAMPLES.items()],
)
def test_top_ups_and_deductions_follow_the_pack(
    pack: str, given: dict[str, Any], lines: list[str]
) -> None:
    assert told(paid(JANUARY, rules=pack, **given)) == lines
