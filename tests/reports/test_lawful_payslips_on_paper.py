"""Payslips under law packs on paper: premiums, weeks, caps and pay by the hour, all readable."""

from datetime import date
from fractions import Fraction

import pytest

from models.language import LANGUAGES, speaking
from models.rules.shipped import shipped_pack
from models.wages.engine.values import Minutes, PayWarning
from models.wages.rows import LineRow, PayslipRow
from models.wages.wording import equivalent_text
from reports.payslip import LAYOUTS, payslips_pdf
from reports.payslip_words import text_of
from tests.reports.papers import overlapping, squeezed, texts, words
from tests.reports.samples import line, slip

CAP = shipped_pack("TH").on(date(2026, 5, 1)).deductions
WEEK = {"starts_on": date(2026, 5, 4), "ends_on": date(2026, 5, 10)}


def won(code: str, hours: Fraction | int, factor: Fraction | int = 1, **more: object) -> LineRow:
    """Hours of a salary of 2,060,740 won: the longest way to the rate of an hour."""
    salary = {"unit": "salary_hour", "divisor": Fraction(209), "currency": "KRW"}
    return line(code, hours, 20_607_400_000, factor=Fraction(factor), **{**salary, **more})


def reduced(currency: str = "KRW") -> LineRow:
    """A deduction of which the cap let a part be taken."""
    return line(
        "DEDUCTION", 1, 3_000_000_000, unit="amount", group="deduction", amount=206_074,
        carried=93_926, rule="deductions", cap=CAP, detail="유니폼 구입비", currency=currency,
    )  # fmt: skip


def pooled(pool: Fraction, hours: Fraction) -> LineRow:
    """Overtime at the average of a week's work."""
    return line(
        "OVERTIME", Fraction(31, 3), int(pool / hours * 10_000), unit="pool_hour", pool=pool,
        divisor=hours, factor=Fraction(1, 2), rule="overtime", currency="KRW", **WEEK,
    )  # fmt: skip


LAWFUL = (
    line("BASE", 1, 20_607_400_000, unit="month", currency="KRW"),
    won("OVERTIME", Fraction(35, 3), Fraction(3, 2), rule="overtime"),
    won("NIGHT", Fraction(17, 2), Fraction(1, 2), rule="night"),
    won("REST_DAY", 8, Fraction(3, 2), rule="rest_day", **WEEK),
    won("HOLIDAY", 8, Fraction(3, 2), rule="public_holiday"),
    won("HOLIDAY_OVERTIME", 2, 2, rule="rest_day"),
    won("LEAVE", 8, rule="public_holiday"),
    won("WEEKLY_HOLIDAY", Fraction(16, 5), rule="weekly_holiday", **WEEK),
    won("OVERTIME", 4, rule="contracted"),
    line("PIECE", 340, 15_000_000, unit="piece", detail="바느질한 손가방", currency="KRW"),
    pooled(Fraction(1_234_567, 7), Fraction(139, 3)),
    reduced(),
)


def lawful(**more: object) -> PayslipRow:
    values = {"lines": LAWFUL, "currency": "KRW", "pack": "KR", "pack_from": date(2026, 1, 1)}
    return slip(**{**values, "minutes": Minutes(12_000, 700, 510, 480, 480), **more})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_formula_is_printed_whole_and_over_no_other(layout: str, spoken: str) -> None:
    one = lawful(language=spoken, work_name="김민지 李华 Ann")
    content = payslips_pdf([one], layout=layout)
    printed = squeezed("".join(texts(content)))
    with speaking(spoken):
        for row in one.lines:
            assert squeezed(row.formula) in printed
            assert squeezed(row.label) in printed
        for note in text_of(one).notes:
            assert squeezed(note) in printed
    for page in range(len(texts(content))):
        assert not overlapping(words(content, page))


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_reduced_deduction_names_the_article_in_the_worker_s_language(spoken: str) -> None:
    one = lawful(language=spoken, lines=(LAWFUL[0], reduced()))
    printed = squeezed(texts(payslips_pdf([one]))[0])
    with speaking(spoken):
        assert squeezed(CAP.cited) in printed
        assert squeezed(one.taken_off[0].reason) in printed


def test_a_deduction_that_was_taken_whole_gives_no_reason() -> None:
    whole = line("DEDUCTION", 1, 300_000, unit="amount", group="deduction")
    assert text_of(slip(lines=(line(), whole))).notes == ()


def test_the_rule_of_a_cap_may_be_unknown() -> None:
    one = slip(lines=(line(), line("DEDUCTION", group="deduction", rule="deductions")))
    assert text_of(one).notes == (
        "Deduction: reduced to the most that the pay rules let be taken off",
    )


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_pay_by_the_hour_is_printed_for_pieces_and_shares(spoken: str) -> None:
    pieces = (line("PIECE", 350, 20_000, unit="piece", detail="bags"),)
    one = slip(lines=pieces, basis="piece", language=spoken, minutes=Minutes(worked=46 * 60))
    printed = squeezed(texts(payslips_pdf([one]))[0])
    with speaking(spoken):
        assert squeezed(equivalent_text(1522, 46 * 60, "CNY", {"piece"})) in printed
    assert "15.22" in printed


def test_pay_by_the_hour_needs_hours() -> None:
    pieces = (line("PIECE", 350, 20_000, unit="piece"),)
    assert text_of(slip(lines=pieces, basis="piece", minutes=Minutes())).notes == ()


def test_hours_of_every_kind_and_the_pack_with_its_first_day_are_printed() -> None:
    printed = texts(payslips_pdf([lawful()]))[0]
    hours = (
        "200 h, of which overtime 11 h 40 min, night 8 h 30 min, rest day 8 h, public holiday 8 h"
    )
    assert squeezed(hours) in squeezed(printed)
    assert "pay rules KR of 2026-01-01" in printed
    assert squeezed("4–10 May: 8 h × 2,060,740 ÷ 209 h × 1.5 = 118,320") in squeezed(printed)


def test_warnings_of_the_law_read_as_sentences() -> None:
    warnings = (
        PayWarning("over_the_cap", amounts=(9_000,)),
        PayWarning("without_legal_basis", number=2),
    )
    over, without = text_of(slip(lines=(line(),), warnings=warnings)).notes
    assert over == (
        "90.00 is more than may be taken off this pay; it is carried forward and taken when there "
        "is room."
    )
    assert without == "2 deductions have no legal basis on record and are not taken."
