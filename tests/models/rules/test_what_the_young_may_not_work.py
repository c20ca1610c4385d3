"""What young employees may not work, pack by pack."""

from datetime import date
from typing import Any

import pytest

from models.rules.values import AgeBand, Rules
from models.rules.young import AGES, YoungShift, excesses, in_summer, is_school_day
from tests.models.wages.paying import law

WEDNESDAY = date(2026, 5, 6)
SATURDAY = date(2026, 5, 9)
IN_JULY = date(2026, 7, 1)


def shift(
    start: str, end: str, *, day: date = WEDNESDAY, break_minutes: int = 0, **more: Any
) -> YoungShift:
    starts, ends = (int(each[:2]) * 60 + int(each[3:]) for each in (start, end))
    ends += 0 if ends > starts else 24 * 60
    values: dict[str, Any] = {"minutes": ends - starts - break_minutes, **more}
    return YoungShift(day=day, starts=starts, ends=ends, **values)


def with_band(pack: str, **band: object) -> Rules:
    found = law(pack)
    young = found.young_workers.model_copy(
        update={"bands": (AgeBand.model_validate({"ages": ("15",), **band}),)}
    )
    return found.model_copy(update={"young_workers": young})


@pytest.mark.parametrize(
    ("pack", "age", "worked", "found"),
    [
        pytest.param("KR", "15", shift("09:00", "17:00", break_minutes=60), [], id="KR 7 h"),
        pytest.param("KR", "18+", shift("20:00", "08:00"), [], id="KR grown-up"),
        pytest.param(
            "KR",
            "16-17",
            shift("09:00", "17:00", break_minutes=59),
            [("end", "at most 7 h a day, and 2026-05-06 would have 7 h 1 min")],
            id="KR a minute beyond 7 h",
        ),
        pytest.param(
            "KR",
            "15",
            shift("14:00", "18:00", of_day=240),
            [("end", "at most 7 h a day, and 2026-05-06 would have 8 h")],
            id="KR two shifts of a day",
        ),
        pytest.param(
            "KR",
            "15",
            shift("14:00", "18:30", of_week=31 * 60),
            [("date", "at most 35 h a week, and the week of 2026-05-06 would have 35 h 30 min")],
            id="KR 35 h of a week",
        ),
        pytest.param("KR", "15", shift("14:00", "18:00", of_week=31 * 60), [], id="KR just 35 h"),
        pytest.param("KR", "15", shift("06:00", "07:00"), [], id="KR from 06:00 on"),
        pytest.param("KR", "15", shift("21:00", "22:00"), [], id="KR until 22:00"),
        pytest.param(
            "KR",
            "15",
            shift("05:59", "07:00"),
            [("start", "no work before 06:00, and this shift starts at 05:59")],
            id="KR a minute before 06:00",
        ),
        pytest.param(
            "KR",
            "15",
            shift("21:00", "22:01"),
            [("end", "no work after 22:00, and this shift ends at 22:01")],
            id="KR a minute after 22:00",
        ),
        pytest.param(
            "KR",
            "15",
            shift("20:00", "01:00"),
            [("end", "no work after 22:00, and this shift ends at 01:00")],
            id="KR past midnight",
        ),
        pytest.param(
            "KR",
            "15",
            shift("10:00", "12:00", kind="rest_day"),
            [("date", "no work on rest days, and 2026-05-06 is one")],
            id="KR rest day",
        ),
        pytest.param(
            "KR",
            "15",
            shift("10:00", "12:00", kind="holiday"),
            [("date", "no work on public holidays, and 2026-05-06 is one")],
            id="KR holiday",
        ),
        pytest.param(
            "KR",
            "15",
            shift("05:00", "23:00", kind="holiday", of_week=30 * 60),
            [
                ("date", "no work on public holidays, and 2026-05-06 is one"),
                ("start", "no work before 06:00, and this shift starts at 05:00"),
                ("end", "no work after 22:00, and this shift ends at 23:00"),
                ("end", "at most 7 h a day, and 2026-05-06 would have 18 h"),
                ("date", "at most 35 h a week, and the week of 2026-05-06 would have 48 h"),
            ],
            id="KR everything at once",
        ),
        pytest.param("CN", "16-17", shift("20:00", "08:00", kind="holiday"), [], id="CN 16 or 17"),
        pytest.param("PLAIN", "under 14", shift("20:00", "08:00"), [], id="PLAIN has no limits"),
        pytest.param("TH", "16-17", shift("08:00", "16:00", of_week=40 * 60), [], id="TH 48 h"),
        pytest.param(
            "TH",
            "16-17",
            shift("08:00", "16:30"),
            [("end", "no overtime beyond 8 h a day, and 2026-05-06 would have 8 h 30 min")],
            id="TH overtime of a day",
        ),
        pytest.param(
            "TH",
            "15",
            shift("08:00", "16:00", of_week=41 * 60),
            [
                (
                    "date",
                    "no overtime beyond 48 h a week, and the week of 2026-05-06 would have 49 h",
                )
            ],
            id="TH overtime of a week",
        ),
        pytest.param(
            "TH",
            "16-17",
            shift("08:00", "12:00", kind="holiday"),
            [("date", "no work on public holidays, and 2026-05-06 is one")],
            id="TH holiday",
        ),
        pytest.param(
            "LA",
            "14",
            shift("08:00", "17:00"),
            [("end", "no overtime beyond 8 h a day, and 2026-05-06 would have 9 h")],
            id="LA overtime",
        ),
        pytest.param("LA", "16-17", shift("08:00", "16:00", kind="holiday"), [], id="LA holiday"),
        pytest.param("US", "16-17", shift("20:00", "08:00"), [], id="US 16 or 17"),
        pytest.param("US", "14", shift("15:00", "18:00"), [], id="US 3 h after school"),
        pytest.param(
            "US",
            "14",
            shift("15:00", "18:15"),
            [("end", "at most 3 h on a school day, and 2026-05-06 would have 3 h 15 min")],
            id="US beyond 3 h on a school day",
        ),
        pytest.param(
            "US", "15", shift("09:00", "17:00", day=SATURDAY), [], id="US 8 h on a Saturday"
        ),
        pytest.param(
            "US", "15", shift("09:00", "17:00", kind="holiday"), [], id="US 8 h on a holiday"
        ),
        pytest.param(
            "US", "15", shift("09:00", "17:00", day=IN_JULY), [], id="US 8 h in the summer"
        ),
        pytest.param(
            "US",
            "15",
            shift("09:00", "18:00", day=IN_JULY),
            [("end", "at most 8 h a day, and 2026-07-01 would have 9 h")],
            id="US beyond 8 h in the summer",
        ),
        pytest.param("US", "15", shift("19:00", "21:00", day=IN_JULY), [], id="US summer evening"),
        pytest.param(
            "US",
            "15",
            shift("18:00", "20:00"),
            [("end", "no work after 19:00, and this shift ends at 20:00")],
            id="US evening outside the summer",
        ),
        pytest.param(
            "US",
            "15",
            shift("09:00", "12:00", day=IN_JULY, of_week=38 * 60),
            [("date", "at most 40 h a week, and the week of 2026-07-01 would have 41 h")],
            id="US beyond 40 h of a week without school",
        ),
        pytest.param(
            "US",
            "15",
            shift("09:00", "12:00", day=SATURDAY, of_week=15 * 60, school_week=True),
            [],
            id="US 18 h of a week with school",
        ),
        pytest.param(
            "US",
            "15",
            shift("09:00", "12:00", day=SATURDAY, of_week=16 * 60, school_week=True),
            [
                (
                    "date",
                    "at most 18 h in a week with school, and that of 2026-05-09 would have 19 h",
                )
            ],
            id="US beyond 18 h of a week with school",
        ),
        pytest.param(
            "KR",
            "15",
            shift("09:00", "12:00", of_week=30 * 60, school_week=True),
            [],
            id="KR knows no weeks with school",
        ),
    ],
)
def test_what_a_pack_does_not_let_young_employees_work(
    pack: str, age: str, worked: YoungShift, found: list[tuple[str, str]]
) -> None:
    cited = law(pack).young_workers.cited
    said = excesses(law(pack), age, worked)
    assert [(excess.column, excess.message) for excess in said] == [
        (column, f"Age {AGES[age]}: {excess} ({cited}).") for column, excess in found
    ]


@pytest.mark.parametrize(
    ("band", "worked", "found"),
    [
        pytest.param({"latest": "24:00"}, shift("16:00", "24:00"), "", id="until midnight"),
        pytest.param(
            {"latest": "24:00"}, shift("16:00", "00:01"), "after 24:00", id="past midnight"
        ),
        pytest.param({"earliest": "05:00"}, shift("16:00", "24:00"), "", id="from five on"),
        pytest.param(
            {"earliest": "05:00"},
            shift("23:00", "01:00"),
            "after 24:00",
            id="past midnight is before five",
        ),
        pytest.param(
            {"summer_latest": "21:00"}, shift("20:00", "23:00"), "", id="a limit of the summer only"
        ),
        pytest.param(
            {"summer_latest": "21:00"},
            shift("20:00", "23:00", day=IN_JULY),
            "after 21:00",
            id="a limit of the summer in summer",
        ),
        pytest.param({"overtime": False}, shift("00:00", "24:00"), "", id="no hours are normal"),
    ],
)
def test_limits_that_a_programme_may_write(
    band: dict[str, object], worked: YoungShift, found: str
) -> None:
    said = excesses(with_band("PLAIN", **band), "15", worked)
    assert [found in excess.message for excess in said] == ([True] if found else [])


@pytest.mark.parametrize(
    ("day", "summer"),
    [
        pytest.param(date(2026, 5, 31), False, id="the day before June"),
        pytest.param(date(2026, 6, 1), True, id="the first of June"),
        pytest.param(date(2026, 9, 7), True, id="Labor Day 2026"),
        pytest.param(date(2026, 9, 8), False, id="the day after"),
        pytest.param(date(2025, 9, 1), True, id="Labor Day on the first"),
        pytest.param(date(2025, 9, 2), False, id="the second"),
    ],
)
def test_summer_is_from_june_to_labor_day(day: date, *, summer: bool) -> None:
    assert in_summer(day) is summer


def test_there_is_school_from_monday_to_friday_outside_the_summer_and_holidays() -> None:
    assert is_school_day(WEDNESDAY, "normal")
    assert is_school_day(WEDNESDAY, "rest_day")
    assert not is_school_day(WEDNESDAY, "holiday")
    assert not is_school_day(SATURDAY, "normal")
    assert not is_school_day(IN_JULY, "normal")
