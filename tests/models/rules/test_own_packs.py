"""Packs of the programme's own: copied, saved, removed, and who uses them."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from models.book.book import Book
from models.errors import FileRefusedError, NotFoundError, RefusedError
from models.rules.actions import change_programme, copy_pack, remove_pack, save_file, save_pack
from models.rules.packs import PackRefusedError
from models.rules.queries import PackRow, pack, pack_names, pack_text, packs
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.tables import RULE_PACK
from tests.models.rules.packtext import SMALL, with_changes
from tests.models.wages.bookkeeping import actions, agree, hire


def row_of(book: Book, name: str) -> PackRow:
    return next(row for row in packs(book) if row.name == name)


def names(book: Book) -> tuple[str, ...]:
    with book.reading() as connection:
        return pack_names(connection)


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
