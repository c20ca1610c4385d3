"""Pay for hours and pieces under US by examples of 29 CFR 778, agencies and calculators.

Examples older than today's minimum wage of 7.25 are paid without it.
"""

from typing import Any

import pytest

from tests.models.wages.lawful import (
    Example,
    Published,
    before_todays_minimum,
    cases,
    example,
    worked,
)
from tests.models.wages.paying import day, entered, pieces, sale, span, terms

WEEK = span("05", "11")  # Monday to Sunday
OLD = before_todays_minimum("US")

CFR_1981 = "29 CFR 778, text of 1981, webarchive.library.unt.edu/eot2008: "
FACT_SHEET = "Department of Labor, Fact Sheet 56C, quoted at hrsource.org, 2024-02-13: "
HANDY = "Department of Labor, Handy Reference Guide to the FLSA, "


def hourly(rate: int | str) -> Any:
    return terms("hourly", rate, currency="USD")


def week(source: str, agreed: Any, hours: int | str = 0, **told: Any) -> Example:
    told.setdefault("shifts", worked(hours))
    return example(source, period=WEEK, terms=agreed, **told)


def bonus(amount: str, **more: Any) -> list[Any]:
    return [entered("09", "BONUS", amount, currency="USD", **more)]


HOURLY = {
    "46 hours at 12": week(
        "PAY.md, 29 CFR 778.110(a), casemine.com/regulation/us/59476a16add7b00bc4b4c9f4",
        hourly(12),
        46,
        gross="588.00",
        lines={"BASE": "552.00", "OVERTIME": "36.00"},
    ),
    "46 hours at 6": week(CFR_1981 + "778.110(a)", hourly(6), 46, rules=OLD, gross="294.00"),
    "44 hours at 8": week(HANDY + "osrllg.com/federal_gi3.php", hourly(8), 44, gross="368.00"),
    "42 hours at the minimum wage": week(
        "dwmbeancounter.com/BCTutorials/Payroll/wet-hands.html, with an overtime rate of 10.88",
        hourly("7.25"),
        42,
        gross="311.75",
        published=Published("311.76", step="0.005", times=2),
    ),
    "44.5 hours at 15.68": week(
        "mathcelebrity.com, community thread 1616: 627.20 + 105.84",
        hourly("15.68"),
        "44.5",
        gross="733.04",
    ),
    "45 hours at 20": week(
        "pearson.com/channels/calculators/overtime-calculator: 800 + 150",
        hourly(20),
        45,
        gross="950.00",
    ),
    "44 hours that come to 748": week(
        FACT_SHEET + "748 ÷ 44 = 17, and 4 × 8.50",
        hourly(17),
        44,
        gross="782.00",
        lines={"OVERTIME": "34.00"},
    ),
    "44 hours at 12.50 and 1.50 more for the shift": week(
        "Texas Workforce Commission, twc.state.tx.us/news/efte/c_regular_rate_hourly.html: a"
        " regular rate of 14.00",
        hourly("12.5"),
        shifts=worked(44, pay=14),
        gross="644.00",
    ),
}

BONUSES = {
    "46 hours at 12 and a production bonus of 46": week(
        "PAY.md, 29 CFR 778.110(b), casemine.com/regulation/us/59476a16add7b00bc4b4c9f4: 46 × 13"
        " + 6 × 6.50",
        hourly(12),
        46,
        adjustments=bonus("46"),
        gross="637.00",
        lines={"OVERTIME": "39.00"},
    ),
    "46 hours at 6 and a production bonus of 9.20": week(
        CFR_1981 + "778.110(b), 46 × 6.20 + 6 × 3.10",
        hourly(6),
        46,
        rules=OLD,
        adjustments=bonus("9.20"),
        gross="303.80",
    ),
    "48 hours at 9 and a bonus of 10": week(
        "delawareemploymentlawblog.com/2008/11/13/flsa-104-overtime-and-the-fair, with rates of"
        " 9.21 and 4.61",
        hourly(9),
        48,
        adjustments=bonus("10"),
        gross="478.83",
        lines={"OVERTIME": "36.83"},
        published=Published("36.88", step="0.01", times=8, of="OVERTIME"),
    ),
    "43 hours at 10 and a bonus of 50": week(
        FACT_SHEET + "example A, 480 ÷ 43",
        hourly(10),
        43,
        adjustments=bonus("50"),
        gross="496.74",
        lines={"OVERTIME": "16.74"},
    ),
    "50 hours at 12 and a bonus of 100": week(
        "payroll firm's text at w6.fakespot.com/pregunas/26838089: 700 ÷ 50 = 14, and 10 × 7",
        hourly(12),
        50,
        adjustments=bonus("100"),
        gross="770.00",
    ),
    "50 hours at 12 and a bonus of 250": week(
        "29 CFR 778.209(a): (600 + 250) ÷ 50 = 17; overtime.cronelawfirmplc.com divides by 40",
        hourly(12),
        50,
        adjustments=bonus("250"),
        gross="935.00",
        lines={"OVERTIME": "85.00"},
    ),
    "50 hours at 20 and bonuses of 500": week(
        "yourpaybot.com/tools/flsa-calculator: 1,000 + 500 + 10 × 15",
        hourly(20),
        50,
        adjustments=[*bonus("300"), *bonus("200")],
        gross="1650.00",
    ),
}

COMMISSIONS = {
    "50 hours at 15 and a share of 100 in sales": week(
        "overtime-flsa.com/how-are-you-paid/commission-pay: 850 ÷ 50 = 17, and 10 × 8.50",
        hourly(15),
        50,
        sales=[sale("08", 1_000, 10, currency="USD")],
        gross="935.00",
        lines={"MAKER_SHARE": "100.00", "OVERTIME": "85.00"},
    ),
    "50 hours at 10 and a share of 100 in sales": week(
        "pinnaclehro.com/human-resources-articles/bid/83823: 400 + 150 + 100 + 10",
        hourly(10),
        50,
        sales=[sale("08", 1_000, 10, currency="USD")],
        gross="660.00",
    ),
    "nothing but a share of 850 in 50 hours": week(
        "overtime-flsa.com/how-are-you-paid/commission-pay: 850 + 10 × half of 17",
        terms("piece", 0, currency="USD"),
        50,
        sales=[sale("08", 8_500, 10, currency="USD")],
        gross="935.00",
    ),
    "a bonus of 192 for two weeks of 48 hours that were paid before": example(
        "29 CFR 778.120(a), laws9.com/cfr/text/29/778/120, and 778.209(b): for each of the weeks 96"
        " × 8 ÷ (48 × 2)",
        period=span("19", "25"),
        terms=hourly(10),
        shifts=[*worked(48, paid_to=day("18")), *worked(48, "12", paid_to=day("18"))],
        adjustments=[*bonus("192", earned=span("05", "18"))],
        gross="208.00",
        lines={"BONUS": "192.00", "OVERTIME": "16.00"},
    ),
}

SEVERAL_RATES = {
    "24 hours at 8 by day and 24 at 9 in the evening": week(
        "Department of Labor, Fact Sheet 54, providermagazine.com/Monthly-Issue/2014: 408 ÷ 48 ="
        " 8.50, and 8 × 4.25",
        hourly(8),
        shifts=[*worked(24), *worked(24, "08", pay=9)],
        gross="442.00",
        lines={"OVERTIME": "34.00"},
    ),
    "24 hours at 10 and 21 at 15": week(
        "spectrum-research.com/tckb/weighted-average-regular-rate.asp, with a rate of 12.33 for 40"
        " hours and 5 at one and a half",
        hourly(10),
        shifts=[*worked(24), *worked(21, "08", pay=15)],
        gross="585.83",
        published=Published("585.68", step="0.005", times="47.5"),
    ),
    "21 hours at 8.50 and 26 at 9": week(
        "delawareemploymentlawblog.com/2008/11/13/flsa-104-overtime-and-the-fair, with a half rate"
        " of 4.39",
        hourly("8.5"),
        shifts=[*worked(21), *worked(26, "08", pay=9)],
        gross="443.22",
        lines={"OVERTIME": "30.72"},
        published=Published("30.73", step="0.005", times=7, of="OVERTIME"),
    ),
    "10 hours at 10 and 40 at 20": week(
        "payroll firm's text at w6.fakespot.com/pregunas/26838089: 900 ÷ 50 = 18",
        hourly(10),
        shifts=[*worked(10), *worked(40, "06", pay=20)],
        gross="990.00",
    ),
    "44.5 hours at 10 and 8 at 8": week(
        "school seminar in Texas, paperzz.com/doc/8680927: 509 ÷ 52.5",
        hourly(10),
        shifts=[*worked("44.5"), *worked(8, "10", pay=8)],
        gross="569.60",
        lines={"OVERTIME": "60.60"},
    ),
}

PIECES = {
    "pieces of 491 in 46 hours and four hours of waiting at 8": week(
        "PAY.md, 29 CFR 778.111(a): (491 + 32) ÷ 50 = 10.46, and 10 × 5.23",
        terms("piece", 0, currency="USD"),
        shifts=[*worked(46), *worked(4, "10", pay=8)],
        pieces=[pieces("09", "baskets", 491, 1)],
        gross="575.30",
    ),
    "pieces of 491 in 46 hours with 11 an hour guaranteed": week(
        "29 CFR 778.111(b), zomichiganemploymentlaw.wnj.com/?p=589: 46 × 11 + 6 × 5.50",
        terms("piece", 0, currency="USD", guaranteed=11),
        46,
        pieces=[pieces("09", "baskets", 491, 1)],
        gross="539.00",
        lines={"OVERTIME": "33.00"},
    ),
    "pieces of 405 in 45 hours": week(
        "PAY.md, " + HANDY + "unpaidovertimelawyers.net/overtime-laws",
        terms("piece", 0, currency="USD"),
        45,
        pieces=[pieces("09", "baskets", 405, 1)],
        gross="427.50",
        lines={"PIECE": "405.00", "OVERTIME": "22.50"},
    ),
    "pieces of 315 in 45 hours": week(
        HANDY + "an earlier edition, osrllg.com/federal_gi3.php",
        terms("piece", 0, currency="USD"),
        45,
        rules=OLD,
        pieces=[pieces("09", "baskets", 315, 1)],
        gross="332.50",
    ),
}


@pytest.mark.parametrize("example", cases(HOURLY, BONUSES, COMMISSIONS, SEVERAL_RATES, PIECES))
def test_pay_in_the_united_states_is_what_regulations_and_agencies_say(example: Example) -> None:
    example.check("US")
