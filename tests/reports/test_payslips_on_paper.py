"""Payslips as the people who get them read them."""

from pathlib import Path

import pytest

from models.language import speaking
from models.rules.values import ALWAYS
from models.wages.engine.values import Balance, Minutes, PayWarning
from models.wages.rows import PayslipRow
from reports.payslip import LAYOUTS, payslips_pdf, write_payslips
from reports.payslip_words import hours
from tests.reports.papers import opened, overlapping, squeezed, texts, words
from tests.reports.samples import (
    HOSTILE_NAMES,
    LONG_NAME,
    chinese_slip,
    korean_slip,
    line,
    long_slip,
    slip,
)


def assert_reads(content: bytes, slips: list[PayslipRow]) -> None:
    printed = squeezed("".join(texts(content)))
    for one in slips:
        with speaking(one.language):
            for row in one.lines:
                assert squeezed(row.label) in printed
                if row.group != "rounding":
                    assert squeezed(row.formula) in printed
                    assert row.money.grouped in printed


def test_rules_are_dated_unless_they_have_always_been_in_force() -> None:
    dated = "".join(texts(payslips_pdf([slip()], language="en")))
    assert "pay rules PLAIN of 2020-01-01" in dated
    always = "".join(texts(payslips_pdf([slip(pack_from=ALWAYS)], language="en")))
    assert "pay rules PLAIN" in always
    assert "1900" not in always


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_is_printed_with_its_formula_in_the_workers_language(layout: str) -> None:
    slips = [slip(), korean_slip(), chinese_slip()]
    assert_reads(payslips_pdf(slips, layout=layout), slips)


def test_the_totals_are_those_of_the_payslip() -> None:
    printed = squeezed(texts(payslips_pdf([slip()]))[0])
    for figure in ("5,312.25", "530.00", "4,782.25", "0.50", "4,781.75CNY"):
        assert figure in printed


def test_the_terms_are_those_of_the_ministries() -> None:
    korean, chinese = (
        squeezed(texts(payslips_pdf([one]))[0]) for one in (korean_slip(), chinese_slip())
    )
    for term in (
        "임금명세서",
        "임금산정기간",
        "임금지급일",
        "계산방법",
        "지급액계",
        "공제액계",
        "실수령액",
    ):
        assert term in korean
    for term in ("工资条", "工资周期", "应发工资合计", "扣款合计", "实发工资", "计算方法", "签收"):
        assert term in chinese


def test_one_language_can_be_asked_for_all() -> None:
    printed = texts(payslips_pdf([korean_slip(), chinese_slip()], language="en"))[0]
    assert printed.count("Payslip") == 2
    assert "임금명세서" not in printed


def test_two_lie_on_a_sheet_each_in_its_half() -> None:
    content = payslips_pdf([slip(code=f"W-{n:03d}") for n in range(5)])
    document = opened(content)
    assert len(document) == 3
    assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=0.1)
    middle = 841.9 / 2
    for page, codes in enumerate((("W-000", "W-001"), ("W-002", "W-003"), ("W-004",))):
        found = words(content, page)
        edges = [word.box[1] > middle for word in found if word.text in codes]
        assert edges == [True, False][: len(codes)]
        # Nothing but the scissors lies on the cut.
        crossing = [one.text for one in found if one.box[1] < middle < one.box[3]]
        assert crossing == ["✂"]


def test_one_lies_on_an_a5_page() -> None:
    document = opened(payslips_pdf([slip(), slip()], layout="a5"))
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx((419.5, 595.3), abs=0.1)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [1, 11, 12, 13, 14, 15, 16, 40, 120])
def test_long_slips_go_on_in_the_next_part_and_nothing_overlaps(layout: str, count: int) -> None:
    one = long_slip(count)
    content = payslips_pdf([one, slip()], layout=layout, header="Header")
    assert_reads(content, [one])
    margin = 10
    for page, sheet in enumerate(opened(content)):
        found = words(content, page)
        assert not overlapping(found)
        width, height = sheet.get_size()
        for word in found:
            assert word.box[0] >= margin or word.text == "✂"
            assert word.box[2] <= width - margin
            assert margin < word.box[1] < word.box[3] < height - margin


def test_parts_are_counted_and_only_the_last_is_signed() -> None:
    first, second = texts(payslips_pdf([long_slip(40)], layout="a5"))
    assert "page 1 of 2" in first
    assert "continued on the next page" in first
    assert "Signature" not in first
    assert "page 2 of 2" in second
    assert "Signature or thumbprint" in second


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_print_and_nothing_overlaps(layout: str, name: str) -> None:
    content = payslips_pdf(
        [slip(work_name=name, site=name, lines=(line("PIECE", 3, unit="piece", detail=name),))],
        layout=layout,
        header=name,
    )
    printable = name.replace("😀", "?").replace("\t", " ")
    assert squeezed(printable) in squeezed(texts(content)[0])
    assert not overlapping(words(content))


def test_a_note_without_end_is_cut_and_stays_in_its_column() -> None:
    rows = tuple(line("BONUS", 1, unit="amount", detail="끝없는 메모 " * 60) for _ in range(3))
    content = payslips_pdf([slip(lines=rows)])
    assert not overlapping(words(content))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_large_amounts_fit_and_are_never_cut(layout: str) -> None:
    rows = (
        line("BASE", 1, 10**16, unit="month", currency="KRW"),
        line("DEDUCTION", 1, 3 * 10**15, unit="amount", group="deduction", currency="KRW"),
        line("ROUNDING", 1, 10_000, unit="amount", group="rounding", amount=1, currency="KRW"),
    )
    content = payslips_pdf([slip(lines=rows, currency="KRW", work_name=LONG_NAME)], layout=layout)
    assert not overlapping(words(content))
    printed = squeezed(texts(content)[0])
    for figure in ("1,000,000,000,000", "300,000,000,000", "700,000,000,000", "700,000,000,001KRW"):
        assert figure in printed


def test_a_slip_without_lines_still_prints() -> None:
    assert "0.00" in texts(payslips_pdf([slip(lines=())]))[0]


def test_a_worker_without_a_site_has_no_blank_to_fill_in_for_it() -> None:
    assert "Place of work" in texts(payslips_pdf([slip()]))[0]
    assert "Place of work" not in texts(payslips_pdf([slip(site="")]))[0]


def test_no_slips_give_a_document_that_opens() -> None:
    assert len(opened(payslips_pdf([]))) == 1


@pytest.mark.parametrize(
    ("status", "mark"), [("draft", "DRAFT"), ("void", "VOID"), ("approved", ""), ("paid", "")]
)
def test_what_is_not_to_be_relied_on_is_stamped(status: str, mark: str) -> None:
    printed = texts(payslips_pdf([slip(status=status)]))[0]
    for word in ("DRAFT", "VOID"):
        assert (word in printed) == (word == mark)


def test_the_organisation_is_named_only_where_a_header_is_given() -> None:
    assert "Sunrise" not in texts(payslips_pdf([slip()]))[0]
    assert "Sunrise Crafts" in texts(payslips_pdf([slip()], header="Sunrise Crafts"))[0]


def test_a_line_for_a_part_of_the_period_says_which_days() -> None:
    printed = squeezed(texts(payslips_pdf([korean_slip()]))[0])
    assert "5월1일~17일:11시간40분" in printed


def test_what_was_carried_forward_and_what_is_owed_is_said() -> None:
    one = slip(
        warnings=(PayWarning("carried_forward", amounts=(2_000,)),),
        advances=Balance(35_000, 30_000),
    )
    printed = texts(payslips_pdf([one]))[0]
    assert "20.00 could not be taken" in printed
    assert "Advances: 350.00 CNY owed before − 50.00 CNY repaid = 300.00 CNY still owed." in printed


def test_hours_are_told_by_kind() -> None:
    one = slip(minutes=Minutes(worked=600, overtime=120, rest_day=30))
    assert hours(one) == "10 h, of which overtime 2 h, rest day 30 min"
    assert hours(slip(minutes=Minutes())) == ""


def test_progress_is_told_and_stopping_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    told: list[tuple[int, int]] = []
    write_payslips(path, [slip()] * 3, on_progress=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]
    before = path.read_bytes()

    def stop(_done: int, _all: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_payslips(path, [slip(work_name=LONG_NAME)] * 3, on_progress=stop)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
