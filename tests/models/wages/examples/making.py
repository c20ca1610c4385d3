"""Examples of pay for what people make: pieces, and shares of sales."""

from tests.models.wages.paying import (
    BASKETS,
    HOURLY,
    MONTHLY,
    Examples,
    pieces,
    sale,
    shift,
    shifts,
    terms,
)

PIECES: Examples = {
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
}

SALES: Examples = {
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
        ["BASE 43.00: 2 h × 21.50", "MAKER_SHARE -5.00: net sales −50.00 × 10 %"],
    ),
    "a share below zero takes what there is, and the rest is carried forward": (
        {"terms": HOURLY, "shifts": [shift("05", 1)], "sales": [sale("06", -500, 10)]},
        [
            "BASE 21.50: 1 h × 21.50",
            "MAKER_SHARE -21.50: net sales −500.00 × 10 %, less −28.50 carried forward",
        ],
    ),
    "a share below zero is borne by a share above it": (
        {"terms": HOURLY, "sales": [sale("05", -200, 5), sale("06", 1000, 10)]},
        [
            "MAKER_SHARE -10.00: net sales −200.00 × 5 %",
            "MAKER_SHARE 100.00: net sales 1,000.00 × 10 %",
        ],
    ),
}
