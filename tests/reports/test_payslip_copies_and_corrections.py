"""Reprints, corrections, balances and rounding on paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.language import speaking
from models.wages.engine.values import Balance, Source
from models.wages.rows import LineRow, PayslipRow
from reports.payslip import LAYOUTS, payslips_pdf
from reports.payslip_words import text_of
from tests.reports.papers import opened, overlapping, squeezed, texts, words
from tests.reports.samples import (
    LONG_NAME,
    chinese_slip,
    korean_slip,
    line,
    long_slip,
    slip,
)

PRINTED = date(2026, 6, 6)
CORRECTS: dict[str, Any] = {
    "corrects": "3-W-014",
    "starts_on": date(2026, 4, 1),
    "ends_on": date(2026, 4, 30),
}


def rounding(minor: int) -> LineRow:
    return line("ROUNDING", 1, minor * 100, unit="amount", group="rounding", amount=minor)


def settled(**more: Any) -> PayslipRow:
    """A payslip with a correction, an instalment and rounding."""
    lines = (
        line(),
        line(amount=8_000, less=412_000, **CORRECTS),
        line(
            "ADVANCE", 1, 500_000, unit="amount", group="deduction", amount=5_000,
            sources=(Source("advance", 7, 30_000),),
        ),
        rounding(30),
    )  # fmt: skip
    balances = {"advances": Balance(30_000, 25_000), "account": Balance(60, 90)}
    return slip(**{"lines": lines, **balances, **more})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("one", [slip(), korean_slip(), chinese_slip(), long_slip(40)])
def test_a_reprint_says_so_on_every_part_and_is_laid_out_like_the_first(
    layout: str, one: PayslipRow
) -> None:
    first = payslips_pdf([one], layout=layout, header="Header")
    content = payslips_pdf([replace(one, printed_on=PRINTED)], layout=layout, header="Header")
    with speaking(one.language):
        mark = text_of(replace(one, printed_on=PRINTED)).copy
        assert text_of(one).copy == ""
    assert squeezed(mark)
    for page, (text, plain) in enumerate(zip(texts(content), texts(first), strict=True)):
        parts = text.count("Header")
        assert squeezed(text).count(squeezed(mark)) == parts
        assert squeezed(mark) not in squeezed(plain)
        assert squeezed(text).replace(squeezed(mark), "") == squeezed(plain)
        assert not overlapping(words(content, page))


def test_a_reprint_names_the_day_of_the_first_print() -> None:
    printed = texts(payslips_pdf([slip(printed_on=PRINTED)]))[0]
    assert "Copy – first printed on 6 June 2026" in printed


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("spoken", ["en", "ko", "zh"])
def test_corrections_and_balances_are_printed_whole(layout: str, spoken: str) -> None:
    one = settled(language=spoken, work_name=LONG_NAME)
    content = payslips_pdf([one], layout=layout)
    printed = squeezed("".join(texts(content)))
    with speaking(spoken):
        for row in one.lines:
            assert squeezed(row.label) in printed
        for sentence in (one.lines[1].formula, one.lines[2].formula, *one.balance_texts):
            assert squeezed(sentence) in printed
    for page in range(len(opened(content))):
        assert not overlapping(words(content, page))


def test_a_correction_names_its_payslip_and_its_days() -> None:
    printed = " ".join(texts(payslips_pdf([settled()]))[0].split())
    assert "Basic pay – correction of payslip 3-W-014" in printed
    formula = "1–30 Apr: 168 h × 25.00 = 4,200.00 − 4,120.00 paid before = 80.00"
    assert formula in printed
    assert "300.00 − 50.00 = 250.00 still owed" in printed


def test_days_of_another_year_have_their_year() -> None:
    december = {"starts_on": date(2025, 12, 1), "ends_on": date(2025, 12, 31)}
    one = slip(lines=(line(**{**CORRECTS, **december}),))
    assert "1–31 Dec 2025: 168 h" in texts(payslips_pdf([one]))[0]


@pytest.mark.parametrize("minor", [30, -30, 0])
def test_the_totals_lead_to_the_amount_that_is_handed_over(minor: int) -> None:
    one = slip(lines=(line(), *([rounding(minor)] if minor else [])))
    signs = {"": 1, "+": 1, "−": -1}
    *parts, paid = text_of(one).totals
    figures = [(each, Decimal(each.value.replace(",", ""))) for each in parts]
    net = sum(signs[each.sign] * figure for each, figure in figures[:2])
    assert figures[2][0].sign == "="
    assert net == figures[2][1]
    handed = net + sum(signs[each.sign] * figure for each, figure in figures[3:])
    assert paid.value == f"{handed:,.2f} CNY"
    assert len(parts) == (4 if minor else 3)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_printed_lines_add_up_to_the_printed_totals(layout: str) -> None:
    one = settled()
    printed = squeezed("".join(texts(payslips_pdf([one], layout=layout))))
    said = text_of(one)
    sums = [
        sum(Decimal(each.amount.replace(",", "")) for each in lines)
        for _name, lines in said.sections
    ]
    assert [f"{each:,.2f}" for each in sums] == [said.totals[0].value, said.totals[1].value]
    for total in said.totals:
        assert squeezed(total.name) in printed
        assert squeezed(total.value) in printed


@pytest.mark.parametrize("layout", LAYOUTS)
def test_deductions_that_are_given_back_fit_too(layout: str) -> None:
    given = line(
        "DEDUCTION", -1, 300_000, unit="amount", group="deduction", amount=-3_000,
        corrects="3-W-014",
    )  # fmt: skip
    content = payslips_pdf([slip(lines=(line(), given))], layout=layout)
    printed = squeezed(texts(content)[0])
    for figure in ("−30.00,givenback", "4,200.00", "4,230.00CNY"):
        assert figure in printed
    assert not overlapping(words(content))


def test_pay_by_the_hour_leaves_out_what_corrects_earlier_pay() -> None:
    pieces = line("PIECE", 340, 4_000, unit="piece", detail="bags")
    late = line("PIECE", 100, 4_000, unit="piece", detail="bags", **CORRECTS)
    for basis in ("piece", "hourly"):
        alone = slip(basis=basis, lines=(line("BASE", 100), pieces))
        both = slip(basis=basis, lines=(line("BASE", 100), pieces, line(**CORRECTS), late))
        assert alone.hourly_equivalent
        assert alone.hourly_equivalent == both.hourly_equivalent
        assert alone.equivalent_minutes == both.equivalent_minutes
