"""What the calendars of countries say, against what their governments published."""

from collections import Counter
from datetime import date

import pytest

from models.language import LANGUAGES, speaking
from models.shifts.country_days import NAME_LENGTH, country_day, country_days, says_the_same


def _of_kind(country: str, year: int, kind: str) -> str:
    days = country_days(country, year)
    return " ".join(f"{day:%m-%d}" for day, said in days.items() if said.kind == kind)


# Notices of the General Office of the State Council, 国务院办公厅关于2025年部分节假日安排的通知 and
# the same for 2026. Which of the days are statutory (paid three times) says article 2 of
# 全国年节及纪念日放假办法, as State Council Order 795 has it since 2025.
CHINA_2025 = {
    "holiday": "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06",
    "rest_day": "02-03 02-04 05-05 06-02 10-07 10-08",
    "working_day": "01-26 02-08 04-27 09-28 10-11",
}
CHINA_2026 = {
    "holiday": "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03",
    "rest_day": "01-02 02-20 02-23 04-06 05-04 05-05 10-05 10-06 10-07",
    "working_day": "01-04 02-14 02-28 05-09 09-20 10-10",
}


@pytest.mark.parametrize(("year", "published"), [(2025, CHINA_2025), (2026, CHINA_2026)])
def test_china_has_thirteen_statutory_days_and_moves_weekends_around_them(year, published):
    assert {kind: _of_kind("CN", year, kind) for kind in published} == published
    assert len(published["holiday"].split()) == 13


def test_a_chinese_day_off_in_the_place_of_a_weekend_day_names_that_day():
    said = country_day("CN", date(2026, 10, 7))
    assert said is not None
    assert (said.kind, said.name) == ("rest_day", "Day off (in place of 2026-10-10)")


# 관공서의 공휴일에 관한 규정 (with days of elections, alternative days and the temporary ones of
# 2024-10-01 and 2025-01-27), and Labour Day, a paid holiday of workers by its own act (근로자의 날
# 제정에 관한 법률) and since 2026 a public one.
KOREA = {
    2024: (
        "01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-01 05-05 05-06 05-15 06-06 08-15 09-16 09-17 "
        "09-18 10-01 10-03 10-09 12-25"
    ),
    2025: (
        "01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-01 05-05 05-06 06-03 06-06 08-15 10-03 10-05 "
        "10-06 10-07 10-08 10-09 12-25"
    ),
    2026: (
        "01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 "
        "09-24 09-25 09-26 10-03 10-05 10-09 12-25"
    ),
}


@pytest.mark.parametrize("year", KOREA)
def test_korea_counts_alternatives_elections_and_labour_day_as_holidays(year):
    assert _of_kind("KR", year, "holiday") == KOREA[year]
    assert len(country_days("KR", year)) == len(KOREA[year].split())


def test_days_in_lieu_are_holidays_where_the_holiday_moves():
    assert {"06-01", "12-07"} <= set(_of_kind("TH", 2026, "holiday").split())
    assert {"07-03", "07-04"} <= set(_of_kind("US", 2026, "holiday").split())


@pytest.mark.parametrize("country", ["CN", "KR", "TH", "US", "VN", "HU", "LA", "MM", "KZ"])
def test_the_language_has_no_say_in_the_kinds(country):
    kinds = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            kinds.append({d: said.kind for d, said in country_days(country, 2026).items()})
    assert kinds[0] == kinds[1] == kinds[2] != {}


@pytest.mark.parametrize(
    ("country", "spoken", "name"),
    [
        pytest.param("CN", "zh", "国庆节", id="Chinese in China"),
        pytest.param("CN", "en", "National Day", id="English in China"),
        pytest.param("CN", "ko", "National Day", id="English where Korean is not known"),
        pytest.param("KR", "ko", "한글날", id="Korean in Korea"),
        pytest.param("KR", "zh", "Hangul Day", id="English where Chinese is not known"),
        pytest.param("DE", "ko", "German Unity Day", id="English in Germany"),
        pytest.param("BR", "en", "Our Lady of Aparecida", id="English in Brazil"),
    ],
)
def test_names_are_in_the_language_in_use_or_in_english(monkeypatch, country, spoken, name):
    monkeypatch.setenv("LANGUAGE", "th")
    with speaking(spoken):
        assert name in {said.name for said in country_days(country, 2026).values()}


@pytest.mark.parametrize("country", ["", "ZZ", "XK-1", "cn, kr"])
def test_a_country_that_is_not_known_has_no_special_days(country):
    assert not country_days(country, 2026)


@pytest.mark.parametrize("year", [1, 1899, 2199, 9999])
def test_years_beyond_the_calendars_have_no_special_days(year):
    assert not country_days("CN", year)


def test_every_name_fits_into_the_book():
    for country in ("TH", "KR", "LK", "IN", "ID", "PH"):
        for year in (2025, 2026, 2027):
            assert all(len(s.name) <= NAME_LENGTH for s in country_days(country, year).values())


def test_days_come_in_their_order():
    assert list(country_days("CN", 2026)) == sorted(country_days("CN", 2026))
    assert Counter(d.year for d in country_days("CN", 2026)).keys() == {2026}


def test_the_same_is_the_same_in_every_language():
    day = date(2026, 10, 1)
    assert says_the_same("CN", day, "holiday", "国庆节")
    assert says_the_same("CN", day, "holiday", "National Day")
    assert not says_the_same("CN", day, "rest_day", "National Day")
    assert not says_the_same("CN", day, "holiday", "Founding Day")
    assert not says_the_same("", day, "holiday", "National Day")
