"""Payslips and summaries written by hand, to print."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from models.periods import Period
from models.sales.figures import SalesFigures, SalesGroup, SalesSummary
from models.wages.engine.values import Balance, Minutes, PayWarning
from models.wages.rows import LineRow, PayslipRow

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
LONG_NAME = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토"
HOSTILE_NAMES = (
    "Ann [/B]",
    "[A1]",
    "<b>x</b> & y",
    "김민수",
    "张伟",
    "x [b",
    LONG_NAME,
    "Ann 😀 ann",
    "tab\tname",
    "(paren\\ )",
    "Ann [/B] 김민수 张伟 ₩1,000 😀",
)


def line(
    code: str = "BASE", quantity: Fraction | int = 168, rate: int = 250_000, **more: Any
) -> LineRow:
    """A line whose amount is quantity × rate ÷ divisor × factor, in CNY unless told otherwise."""
    factor = Fraction(more.get("factor", 1)) / Fraction(more.get("divisor", 1))
    currency = more.get("currency", "CNY")
    digits = 0 if currency == "KRW" else 2
    exact = Fraction(quantity) * Fraction(rate, 10_000) * factor * 10**digits
    values = {
        "group": "earning",
        "unit": "hour",
        "amount": int(exact + Fraction(1, 2)),
        "currency": "CNY",
        **more,
    }
    return LineRow(code=code, quantity=Fraction(quantity), rate=rate, **values)


USUAL_LINES = (
    line(),
    line("OVERTIME", 12, factor=Fraction(3, 2)),
    line("NIGHT", Fraction(17, 2), factor=Fraction(1, 2)),
    line("PIECE", 340, 4_000, unit="piece", detail="sewing bags"),
    line("MAKER_SHARE", 2_160, 125_000, unit="sales_share", divisor=Fraction(100)),
    line("BONUS", 1, 1_500_000, unit="amount", detail="May festival"),
    line("DEDUCTION", 1, 300_000, unit="amount", group="deduction", detail="lunch"),
    line("ADVANCE", 1, 5_000_000, unit="amount", group="deduction"),
    line("ROUNDING", 1, 1_000, unit="amount", group="rounding", amount=-50),
)


def slip(**more: Any) -> PayslipRow:
    """A payslip of a month at an hourly rate; its sums follow from its lines."""
    lines = more.pop("lines", USUAL_LINES)
    sums = {
        group: sum(one.amount for one in lines if one.group == group)
        for group in ("earning", "deduction", "rounding")
    }
    net = sums["earning"] - sums["deduction"]
    values: dict[str, Any] = {
        "number": "2026-0514",
        "run": 3,
        "status": "approved",
        "code": "W-014",
        "work_name": "Maple",
        "site": "North workshop",
        "language": "en",
        "payment_method": "cash",
        "period": MAY,
        "currency": "CNY",
        "basis": "hourly",
        "pack": "PLAIN",
        "pack_from": date(2020, 1, 1),
        "gross": sums["earning"],
        "deductions": sums["deduction"],
        "net": net,
        "paid": net + sums["rounding"],
        "minutes": Minutes(worked=180 * 60, overtime=720, night=510),
        "lines": lines,
        **more,
    }
    return PayslipRow(**values)


def korean_slip(**more: Any) -> PayslipRow:
    """A payslip in won, for a Korean reader, with a line for a part of the month."""
    lines = (
        line("BASE", 1, 20_602_400_000, unit="month", currency="KRW"),
        line(
            "OVERTIME",
            Fraction(35, 3),
            20_602_400_000,
            unit="salary_hour",
            factor=Fraction(3, 2),
            divisor=Fraction(209),
            currency="KRW",
            starts_on=date(2026, 5, 1),
            ends_on=date(2026, 5, 17),
        ),
        line("WEEKLY_HOLIDAY", 4, 825_600_000, unit="day", currency="KRW"),
        line("PIECE", 120, 3_500_000, unit="piece", detail="가방 바느질", currency="KRW"),
        line(
            "DEDUCTION",
            1,
            300_000_000,
            unit="amount",
            group="deduction",
            detail="점심값",
            currency="KRW",
        ),
        line(
            "ADVANCE",
            1,
            1_000_000_000,
            unit="amount",
            group="deduction",
            currency="KRW",
            carried=20_000,
            amount=80_000,
        ),
    )
    values: dict[str, Any] = {
        "code": "W-007", "work_name": "김민수", "site": "북쪽 작업장", "language": "ko",
        "currency": "KRW", "basis": "monthly", "pack": "KR",
        "status": "paid", "paid_on": date(2026, 6, 5),
        "lines": lines, "advances": Balance(350_000, 300_000), "payment_method": "bank",
        "warnings": (PayWarning("carried_forward", amounts=(20_000,)),), **more,
    }  # fmt: skip
    return slip(**values)


def chinese_slip(**more: Any) -> PayslipRow:
    """A payslip for a Chinese reader."""
    values: dict[str, Any] = {
        "code": "W-021", "work_name": "张伟", "site": "东车间", "language": "zh",
        "warnings": (PayWarning("planned_shifts", number=2),), **more,
    }  # fmt: skip
    return slip(**values)


def day(n: int) -> date:
    """The day of May after `n` others, over again from the 1st."""
    return MAY.starts_on + timedelta(days=n % 31)


def long_slip(count: int = 40, **more: Any) -> PayslipRow:
    """A payslip with `count` lines of piece-work, a day each."""
    lines = tuple(
        line(
            "PIECE", n + 1, 35_000, unit="piece", detail=f"basket {n + 1}",
            starts_on=day(n), ends_on=day(n),
        )
        for n in range(count)
    )  # fmt: skip
    return slip(lines=lines, **more)


def summary(products: int = 12, currency: str = "GBP", **more: Any) -> SalesSummary:
    """A month's sales summary of `products` products whose breakdowns add up to its totals."""
    by_product = tuple(
        SalesGroup(
            f"SKU-{n:04d}",
            f"tote bag {n}" if n % 3 else f"손가방 {n} 张伟",
            SalesFigures(
                10_000 * (n + 1), 9_999 + 37 * (products - n), 100 * (n % 5), 200 * (n % 3)
            ),
        )
        for n in range(products)
    )
    totals = sum((group.figures for group in by_product), SalesFigures())
    days = 31
    values: dict[str, Any] = {
        "month": MAY, "currency": currency, "orders": 57, "lines": products * 3, "totals": totals,
        "by_product": by_product,
        "by_channel": (SalesGroup("", "", SalesFigures()), SalesGroup("market", "market", totals)),
        "by_maker": (SalesGroup("W-014", "Maple", totals),),
        "by_day": tuple(
            SalesGroup(
                (MAY.starts_on + timedelta(days=n)).isoformat(), "",
                SalesFigures(0, 10_000 * ((n * 7) % 11), 0, 90_000 if n == 12 else 0),
            )
            for n in range(days)
        ),
        "previous_month": Period(date(2026, 4, 1), date(2026, 4, 30)),
        "previous_net": 90_000, "wages_gross": 120_000, **more,
    }  # fmt: skip
    return SalesSummary(**values)
