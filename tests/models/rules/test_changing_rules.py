"""Rules of an own pack changed from a day on: what is written, and what is refused."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from models.book.book import Book
from models.book.queries import audit_entries
from models.errors import RefusedError
from models.language import use_language
from models.rules.actions import change_rule, copy_pack, save_pack
from models.rules.queries import pack, pack_text
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.tables import RULE_PACK
from tests.models.rules.packtext import SMALL
from tests.models.wages.bookkeeping import actions

FIRST_OF_27 = date(2027, 1, 1)


def test_a_change_holds_from_its_day_and_says_only_what_changes(book: Book) -> None:
    save_pack(book, SMALL)
    change_rule(book, "OURS", "overtime", FIRST_OF_27, {"multiplier": "1.75"})
    ours = pack(book, "OURS")
    assert ours.on(date(2026, 12, 31)).overtime == ours.versions[0].overtime
    changed = ours.on(FIRST_OF_27)
    assert changed.overtime is not None
    assert str(changed.overtime.multiplier) == "7/4"
    assert changed.minimum_wage.hourly == 225_000
    assert ours.text.startswith(SMALL.rstrip())
    assert ours.text.removeprefix(SMALL).strip().splitlines() == [
        "[[versions]]",
        "from = 2027-01-01",
        "",
        "[versions.overtime]",
        "multiplier = 1.75",
        'source = {en = "Handbook, 2", ko = "안내서 2"}',
        "verified = false",
    ]
    entry = next(iter(audit_entries(book).all()))
    assert (entry.action, entry.subject) == ("rules.change", "OURS")
    assert json.loads(entry.details) == {"from": "2027-01-01", "rule": "overtime"}


def test_a_second_change_of_one_day_extends_its_version(book: Book) -> None:
    save_pack(book, SMALL)
    change_rule(book, "OURS", "overtime", FIRST_OF_27, {"multiplier": "2"})
    change_rule(book, "OURS", "minimum_wage", FIRST_OF_27, {"hourly": "24", "verified": "yes"})
    change_rule(book, "OURS", "minimum_wage", date(2026, 1, 1), {"hourly": "23"})
    starts = [version.starts_on.isoformat() for version in pack(book, "OURS").versions]
    assert starts == ["2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]
    assert pack(book, "OURS").text.count("[[versions]]") == 4
    wages = [version.minimum_wage for version in pack(book, "OURS").versions]
    assert [wage.hourly for wage in wages] == [200_000, 225_000, 230_000, 240_000]
    assert [wage.verified for wage in wages] == [False, True, False, True]


def test_a_change_from_the_day_of_a_version_keeps_the_comments_in_it(book: Book) -> None:
    save_pack(book, SMALL)
    first = date(2024, 1, 1)
    change_rule(book, "OURS", "overtime", first, {"multiplier": "1.6", "verified": "yes"})
    assert pack_text(book, "OURS") == SMALL.replace("= 1.5  # half", "= 1.6  # half")


CHANGES: list[Callable[[Book], None]] = [
    lambda book: change_rule(book, "OURS", "overtime", FIRST_OF_27, {"multiplier": "0"}),
    lambda book: change_rule(book, "OURS", "overtime", FIRST_OF_27, {"multiplier": ""}),
    lambda book: change_rule(book, "OURS", "overtime", FIRST_OF_27, {"times": "2"}),
    lambda book: change_rule(book, "OURS", "overtime", FIRST_OF_27, {"verified": "perhaps"}),
    lambda book: change_rule(book, "OURS", "overtime", FIRST_OF_27, {}),
    lambda book: change_rule(book, "OURS", "overtimes", FIRST_OF_27, {"multiplier": "2"}),
    lambda book: change_rule(book, "OURS", "night", FIRST_OF_27, {"premium": "0.5"}),
    lambda book: change_rule(book, "OURS", "overtime", date(2020, 1, 1), {"multiplier": "2"}),
    lambda book: change_rule(book, "OURS", "premiums", FIRST_OF_27, {"premiums": "few"}),
    lambda book: change_rule(book, "OURS", "premiums", FIRST_OF_27, {"multiplier": "2"}),
    lambda book: change_rule(book, "KR", "overtime", FIRST_OF_27, {"multiplier": "2"}),
    lambda book: change_rule(book, "NOPE", "overtime", FIRST_OF_27, {"multiplier": "2"}),
]
SAID = (
    "versions[2027-01-01].overtime.multiplier: This must be above zero.",
    "versions[2027-01-01].overtime.multiplier: This is missing.",
    "There is no such key; there are: method, multiplier, source, verified.",
    "versions[2027-01-01].overtime.verified: Write true or false.",
    "Say what changes: key=value.",
    "There is no rule “overtimes”; there are: normal_hours, overtime,",
    "versions[2027-01-01].night.source: This is missing.",
    "The pack begins on 2024-01-01; a change cannot be earlier.",
    "Premiums are switched with premiums=yes or premiums=no alone.",
    "Premiums are switched with premiums=yes or premiums=no alone.",
    "The pack KR comes with Wagebook and stays as it is",
    "There is no pay-rule pack NOPE",
)


@pytest.mark.parametrize(("change", "said"), list(zip(CHANGES, SAID, strict=True)))
def test_a_change_that_would_be_wrong_is_refused_and_nothing_changes(
    book: Book, change: Callable[[Book], None], said: str
) -> None:
    save_pack(book, SMALL)
    with pytest.raises(RefusedError) as caught:
        change(book)
    assert said in caught.value.message
    assert pack_text(book, "OURS") == SMALL
    assert actions(book) == ["rules.save", "book.create"]


def test_values_are_typed_as_people_write_them(book: Book) -> None:
    copy_pack(book, "US", "MINE")
    day = date(2026, 1, 1)
    change_rule(book, "MINE", "night", day, {
        "from": "22:00", "to": "6:00", "premium": "1/3", "source": "Handbook", "verified": "no",
    })  # fmt: skip
    change_rule(book, "MINE", "young_workers", day, {
        "refused": "under 14, under 16", "bands": '{ ages = ["14"], daily = 4 }', "warn": "yes",
    })  # fmt: skip
    change_rule(book, "MINE", "deductions", day, {"caps": ""})
    change_rule(book, "MINE", "normal_hours", day, {"daily": "7.5", "weekly": ""})
    rules = pack(book, "MINE").on(day)
    assert rules.night is not None
    assert (rules.night.from_, rules.night.to, str(rules.night.premium)) == (1320, 360, "1/3")
    assert rules.young_workers.refused == ("under 14", "under 16")
    assert [band.daily for band in rules.young_workers.bands] == [240]
    assert rules.deductions.caps == ()
    assert (rules.normal_hours.daily, rules.normal_hours.weekly) == (450, None)


def test_a_small_workplace_switches_the_premiums_off(book: Book) -> None:
    copy_pack(book, "KR", "KR-SMALL")
    change_rule(book, "KR-SMALL", "premiums", date(2026, 1, 1), {"premiums": "no"})
    small = pack(book, "KR-SMALL")
    larger, now = small.on(date(2025, 12, 31)), small.on(date(2026, 1, 1))
    assert [rules.overtime and rules.overtime.multiplier for rules in (larger, now)] == [1.5, 1]
    assert [rules.night is None for rules in (larger, now)] == [False, True]
    assert now.weekly_holiday == larger.weekly_holiday


def test_a_pack_written_in_one_line_can_be_changed_too(book: Book) -> None:
    tables = (
        'hourly_rate = {source="a", verified=true}',
        'normal_hours = {source="a", verified=true}',
        'part_of_salary = {by="calendar_days", source="a", verified=true}',
        'minimum_wage = {below="warning", source="a", verified=true}',
        'deductions = {source="a", verified=true, caps=[{kinds=[""], share="1/5"}]}',
        'young_workers = {source="a", verified=true}',
    )
    text = 'name = "FLAT"\ntitle = "x"\nversions = [{from = 2020-01-01, ' + ", ".join(tables) + "}]"
    save_pack(book, text)
    change_rule(book, "FLAT", "deductions", FIRST_OF_27, {"legal_basis": "yes"})
    assert pack(book, "FLAT").on(FIRST_OF_27).deductions.legal_basis
    assert not pack(book, "FLAT").versions[0].deductions.legal_basis


def test_every_version_of_a_book_is_kept_apart_from_its_neighbours(book: Book) -> None:
    save_pack(book, SMALL)
    copy_pack(book, "OURS", "OURS-2")
    change_rule(book, "OURS-2", "overtime", FIRST_OF_27, {"multiplier": "3"})
    assert pack_text(book, "OURS") == SMALL
    with book.reading() as connection:
        stored = connection.execute(select(RULE_PACK.c.name).order_by(RULE_PACK.c.name)).scalars()
        assert list(stored) == ["OURS", "OURS-2"]


def test_a_refusal_speaks_the_language_in_use(book: Book) -> None:
    use_language("ko")
    change = {"multiplier": "1.75"}
    save_pack(book, SMALL)
    change_rule(book, "OURS", "overtime", FIRST_OF_27, change)
    rule = pack(book, "OURS").on(FIRST_OF_27).overtime
    assert rule is not None
    assert rule.cited == "안내서 2"


def test_whether_loans_are_taken_from_wages_is_a_rule_of_its_own(book: Book) -> None:
    assert {name: shipped_pack(name).versions[-1].deductions.loans for name in shipped_names()} == {
        "CN": "allowed",
        "KR": "agreed",
        "LA": "allowed",
        "PLAIN": "allowed",
        "TH": "allowed",
        "US": "allowed",
    }
    copy_pack(book, "CN", "MINE")
    change_rule(book, "MINE", "deductions", FIRST_OF_27, {"loans": "agreed"})
    versions = {rules.starts_on: rules.deductions.loans for rules in pack(book, "MINE").versions}
    assert versions[FIRST_OF_27] == "agreed"
    assert set(versions.values()) == {"allowed", "agreed"}
    with pytest.raises(RefusedError, match="This is none of: allowed, agreed"):
        change_rule(book, "MINE", "deductions", FIRST_OF_27, {"loans": "never"})
