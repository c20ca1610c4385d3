"""Packs of the programme's own: copied, saved, dated, removed, and who uses them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from models.book.book import Book
from models.book.queries import audit_entries
from models.errors import FileRefusedError, NotFoundError, RefusedError
from models.language import use_language
from models.rules.actions import (
    change_programme,
    change_rule,
    copy_pack,
    remove_pack,
    save_file,
    save_pack,
)
from models.rules.packs import PackRefusedError
from models.rules.queries import PackRow, pack, pack_names, pack_text, packs
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.tables import RULE_PACK
from tests.models.rules.packtext import SMALL, with_changes
from tests.models.wages.bookkeeping import agree, hire

FIRST_OF_27 = date(2027, 1, 1)


def row_of(book: Book, name: str) -> PackRow:
    return next(row for row in packs(book) if row.name == name)


def names(book: Book) -> tuple[str, ...]:
    with book.reading() as connection:
        return pack_names(connection)


def actions(book: Book) -> list[str]:
    return [row.action for row in audit_entries(book).all()]


def test_a_book_has_the_packs_that_are_shipped(book: Book) -> None:
    assert names(book) == shipped_names() == ("CN", "KR", "LA", "PLAIN", "TH", "US")
    assert [row.own for row in packs(book)] == [False] * 6
    assert [row.name for row in packs(book) if row.is_default] == ["PLAIN"]
    assert row_of(book, "KR").versions[-1] == date(2026, 1, 1)


@pytest.mark.parametrize("name", shipped_names())
def test_a_copy_says_the_same_under_its_own_name_and_keeps_the_comments(
    book: Book, name: str
) -> None:
    assert copy_pack(book, name, f"my-{name}".lower()) == f"MY-{name}"
    mine, theirs = pack(book, f"MY-{name}"), shipped_pack(name)
    assert mine.title == f"{theirs.title} (MY-{name})"
    assert [dict(version.rules) for version in mine.versions] == [
        dict(version.rules) for version in theirs.versions
    ]
    head = {"name", "title"}
    assert [line for line in mine.text.splitlines() if line.split(" = ")[0] not in head] == [
        line for line in theirs.text.splitlines() if line.split(" = ")[0] not in head
    ]
    assert row_of(book, f"MY-{name}").own
    assert actions(book)[0] == "rules.copy"


@pytest.mark.parametrize(
    ("name", "as_", "sentence"),
    [
        pytest.param("KR", "KR", "comes with Wagebook", id="a shipped name"),
        pytest.param("KR", "us", "comes with Wagebook", id="another shipped name"),
        pytest.param("KR", "OURS", "There is a pay-rule pack OURS already.", id="an own name"),
        pytest.param("KR", "K R", "is not the name of a pay-rule pack", id="no name"),
        pytest.param("KR", "", "is not the name of a pay-rule pack", id="nothing"),
        pytest.param(
            "NOPE", "MINE", "There is no pay-rule pack NOPE; there are: CN,", id="no pack"
        ),
    ],
)
def test_a_copy_needs_a_name_of_its_own(book: Book, name: str, as_: str, sentence: str) -> None:
    save_pack(book, SMALL)
    before = actions(book)
    with pytest.raises(RefusedError, match=sentence):
        copy_pack(book, name, as_)
    assert actions(book) == before
    assert names(book) == ("CN", "KR", "LA", "OURS", "PLAIN", "TH", "US")


def test_a_pack_is_added_and_replaced_by_its_text(book: Book) -> None:
    assert save_pack(book, SMALL) == "OURS"
    assert pack_text(book, "OURS") == SMALL
    changed = with_changes(("daily = 8", "daily = 7.5"))
    save_pack(book, changed, name="OURS")
    assert pack(book, "OURS").versions[0].normal_hours.daily == 450
    save_pack(book, changed)
    assert actions(book) == ["rules.save", "rules.save", "book.create"], "the same is no change"


def test_a_text_is_refused_with_every_fault_and_the_pack_stays(book: Book) -> None:
    save_pack(book, SMALL)
    with pytest.raises(PackRefusedError) as caught:
        save_pack(book, with_changes(("daily = 8", "daily = 0"), ("weekly = 40", "weekly = 0")))
    assert len(caught.value.problems) == 2
    assert pack_text(book, "OURS") == SMALL


def test_a_pack_keeps_its_name_and_takes_none_that_is_shipped(book: Book) -> None:
    save_pack(book, SMALL)
    other = with_changes(('name = "OURS"', 'name = "THEIRS"'))
    with pytest.raises(RefusedError, match="its name stays") as caught:
        save_pack(book, other, name="OURS")
    assert [problem.column for problem in caught.value.problems] == ["name"]
    with pytest.raises(RefusedError, match="comes with Wagebook"):
        save_pack(book, with_changes(('name = "OURS"', 'name = "kr"')))
    assert "THEIRS" not in names(book)


def test_a_file_is_named_beside_every_fault(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert save_file(book, path) == "OURS"
    assert pack_text(book, "OURS") == SMALL
    path.write_text(with_changes(('name = "OURS"', 'name = "US"')), encoding="utf-8")
    with pytest.raises(RefusedError) as caught:
        save_file(book, path)
    assert [(each.file, each.column) for each in caught.value.problems] == [("ours.toml", "name")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(None, "cannot be read", id="no file"),
        pytest.param(b"\xff\xfe", "no readable text", id="no text"),
        pytest.param(b"#" * 1_000_001, "too large", id="too large"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    book: Book, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "ours.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileRefusedError, match=sentence):
        save_file(book, path)


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


def test_a_pack_that_is_used_is_not_removed(book: Book) -> None:
    save_pack(book, SMALL)
    for code in ("W-1", "W-2"):
        hire(book, code, "hourly", "20", rules="OURS")
    change_programme(book, {"pay_rules": "OURS"})
    assert (row_of(book, "OURS").terms, row_of(book, "OURS").is_default) == (2, True)
    with pytest.raises(RefusedError) as caught:
        remove_pack(book, "OURS")
    assert "Pay terms of 2 employees name the pack OURS: W-1, W-2." in caught.value.message
    assert "The programme's settings name the pack OURS." in caught.value.message
    assert "OURS" in names(book)


def test_a_pack_that_nobody_uses_is_removed(book: Book) -> None:
    save_pack(book, SMALL)
    remove_pack(book, "OURS")
    assert "OURS" not in names(book)
    assert actions(book)[0] == "rules.remove"
    with pytest.raises(NotFoundError):
        remove_pack(book, "OURS")
    with pytest.raises(RefusedError, match="comes with Wagebook"):
        remove_pack(book, "KR")


def test_a_pack_that_cannot_be_read_is_in_the_list_and_says_why(book: Book) -> None:
    with book.acting("test") as acting:
        acting.connection.execute(insert(RULE_PACK).values(name="OLD", text='name = "OLD"\n'))
    row = row_of(book, "OLD")
    assert row.fault
    assert not row.all_verified
    assert pack_text(book, "OLD") == 'name = "OLD"\n'
    with pytest.raises(PackRefusedError):
        pack(book, "OLD")
    save_pack(book, with_changes(('name = "OURS"', 'name = "OLD"')), name="OLD")
    assert not row_of(book, "OLD").fault


def test_terms_name_a_pack_of_the_book(book: Book) -> None:
    save_pack(book, SMALL)
    hire(book, "W-1", "hourly", "20", rules="ours")
    for refused in (
        lambda: agree(book, "W-1", "2026-01-01", "hourly", "21", rules="OUR"),
        lambda: hire(book, "W-2", "hourly", "20", rules="OUR"),
        lambda: hire(book, "W-2", rules="OUR"),
    ):
        with pytest.raises(RefusedError) as caught:
            refused()
        assert [(each.column, each.value) for each in caught.value.problems] == [("rules", "OUR")]
        assert "There is no pay-rule pack OUR; there are: CN, KR," in caught.value.message
    assert row_of(book, "OURS").terms == 1


def test_the_default_is_a_pack_of_the_book(book: Book) -> None:
    with pytest.raises(RefusedError) as caught:
        change_programme(book, {"pay_rules": "OURS", "name": "Other"})
    assert [(each.column, each.value) for each in caught.value.problems] == [("pay_rules", "OURS")]
    assert book.programme().name == "Test"
    save_pack(book, SMALL)
    change_programme(book, {"pay_rules": "ours", "name": "Other"})
    assert (book.programme().pay_rules, book.programme().name) == ("OURS", "Other")


@pytest.mark.parametrize("basis", ["hourly", "daily", "weekly", "monthly"])
def test_a_rate_of_zero_is_for_piece_work_alone(book: Book, basis: str) -> None:
    with pytest.raises(ValueError, match="The rate is zero; write what is paid"):
        hire(book, "W-1", basis, "0")
    hire(book, "W-1", "piece", "0")
    with pytest.raises(ValueError, match="The rate is zero; write what is paid"):
        agree(book, "W-1", "2026-01-01", basis, "0")


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
