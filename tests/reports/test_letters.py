"""The letter that confirms employment and earnings: one page, in three languages."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.periods import month_of
from models.wages.income import Average, Confirmation
from reports.letter import letter_pdf, write_letter
from tests.reports.papers import opened, overlapping, texts, words
from tests.reports.samples import HOSTILE_NAMES

SPRING = tuple(month_of(date(2026, month, 1)) for month in (3, 4, 5))
HERE = Confirmation(
    code="W-014",
    work_name="Maple",
    language="ko",
    on=date(2026, 6, 15),
    joined_on=date(2025, 1, 6),
    left_on=None,
    basis="hourly",
    rate=260_000,
    currency="CNY",
    averages=(Average("CNY", SPRING, 422_050, 400_000),),
)
GONE = replace(HERE, left_on=date(2026, 5, 31))
LEAVING = replace(HERE, left_on=date(2026, 6, 30))
LANGUAGES = ("en", "ko", "zh")


def printed(of: Confirmation, language: str = "en", **more: str) -> str:
    [page] = texts(letter_pdf(of, language=language, **more))
    return re.sub(r"\s+", " ", page)


def test_it_says_since_when_how_and_how_much_someone_is_paid() -> None:
    said = printed(HERE)
    for part in (
        "Confirmation of employment and earnings",
        "To whom it may concern",
        "has been employed by us since 6 January 2025 and is employed by us at the date",
        "W-014",
        "hourly",
        "26.00 CNY an hour",
        "Average earnings a month: 3 months paid, March – May 2026",
        "4,220.50 CNY",
        "4,000.00 CNY",
        "15 June 2026",
        "Signature",
        "Stamp",
    ):
        assert part in said


def test_of_who_has_left_it_speaks_in_the_past() -> None:
    said = printed(GONE)
    assert "Confirmation of past employment and earnings" in said
    assert "was employed by us from 6 January 2025 to 31 May 2026." in said
    assert "Last rate of pay" in said
    assert "has been" not in said
    assert "the employment ends on 30 June 2026" in printed(LEAVING)


@pytest.mark.parametrize(
    ("of", "title"), [(HERE, "Confirmation of employment "), (GONE, "of past employment ")]
)
def test_without_payslips_it_confirms_employment_only(of: Confirmation, title: str) -> None:
    said = printed(replace(of, averages=()))
    assert title in said
    assert "arnings" not in said
    assert "payslip" not in said


def test_one_month_is_no_average() -> None:
    said = printed(replace(HERE, averages=(Average("CNY", SPRING[:1], 1, 1),)))
    assert "Earnings paid for March 2026" in said
    assert "verage" not in said


def test_pieces_with_a_price_each_have_no_rate() -> None:
    said = printed(replace(HERE, basis="piece", rate=0))
    assert "piece-work" in said
    assert "rate of pay" not in said


def test_it_goes_under_the_code_or_the_name_that_is_given() -> None:
    assert "Maple" not in printed(HERE)
    said = printed(HERE, name="Kim Minsu")
    assert "Kim Minsu" in said
    assert "W-014" not in said, "a name that leads to no code"


def test_nothing_names_the_organisation_unless_a_header_is_given() -> None:
    assert "Riverside Workshops" in printed(HERE, header="Riverside Workshops")
    assert "Riverside" not in printed(HERE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_the_language_chosen_or_the_workers_own(language: str) -> None:
    assert letter_pdf(HERE, language=language) == letter_pdf(replace(HERE, language=language))
    said = printed(HERE, language)
    assert {"en": "hourly", "ko": "시급제", "zh": "按小时计薪"}[language] in said
    assert {"en": "May", "ko": "2026년", "zh": "2026年"}[language] in said


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, "가" * 80, "W" * 80])
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_stay_in_their_place_on_one_page(name: str, language: str) -> None:
    several = tuple(replace(HERE.averages[0], currency=each) for each in ("CNY", "KRW", "USD"))
    for of in (HERE, replace(LEAVING, averages=several)):
        content = letter_pdf(of, language=language, name=name, header=name * 2)
        [sheet] = opened(content)
        width, height = sheet.get_size()
        assert (round(width), round(height)) == (595, 842)
        found = words(content)
        assert not overlapping(found)
        assert all(word.embedded for word in found)
        assert all(word.box[0] > 60 and word.box[2] < width - 60 for word in found)
        assert all(word.box[1] > 60 and word.box[3] < height - 30 for word in found)


def test_it_says_nothing_of_its_maker_and_is_the_same_each_time() -> None:
    content = letter_pdf(HERE, name="Kim Minsu")
    assert content == letter_pdf(HERE, name="Kim Minsu")
    assert not any(opened(content).get_metadata_dict().values())


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    write_letter(tmp_path / "letter.pdf", HERE)
    assert (tmp_path / "letter.pdf").stat().st_mode & 0o777 == 0o600
