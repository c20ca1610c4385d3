"""Struck-out records in files and lists: not brought back, not given out, named with the reason."""

from pathlib import Path

import pytest

from models.book.book import Book
from models.exchange.exporting import export_rows, listed_rows
from models.exchange.importing import import_file
from models.exchange.kinds import KINDS
from models.shifts.actions import add_shift
from models.shifts.drafts import ShiftDraft
from models.wages.entries import adjustments, pieces
from models.wages.striking import strike_out, unstrike
from tests.models.wages.bookkeeping import enter, make
from tests.models.wages.struck import DAY, KIND


def taken(book: Book, kind: str, text: str, folder: Path) -> tuple[int, int]:
    """How many rows of a file were added, and how many were there already."""
    path = folder / f"{kind}.csv"
    path.write_text(text)
    report = import_file(book, kind, path)
    return report.added, report.skipped


FILES = {
    "shifts": f"employee,date,start,end\nW-1,{DAY},09:00,17:00\n",
    "pieces": f"employee,date,task,quantity,rate\nW-1,{DAY},mats,10,2\n",
    "adjustments": f"employee,date,item,amount,note\nW-1,{DAY},BONUS,50,well done\n",
    "sales": f"date,sku,quantity,unit_price,ref\n{DAY},MAT,3,10,A1\n",
}
RIGHT = {
    "shifts": ("17:00", "18:00"),
    "pieces": (",10,", ",11,"),
    "adjustments": (",50,", ",60,"),
    "sales": (",3,", ",4,"),
}


@pytest.mark.parametrize("kind", FILES)
def test_importing_its_file_again_does_not_bring_it_back_but_the_right_one_is_taken(
    january: Book, kind: str, tmp_path: Path
) -> None:
    assert taken(january, kind, FILES[kind], tmp_path) == (0, 1)
    strike_out(january, KIND[kind], 1, why="wrong")
    assert taken(january, kind, FILES[kind], tmp_path) == (0, 1)
    right = FILES[kind].replace(*RIGHT[kind])
    assert taken(january, kind, right, tmp_path) == (1, 0)
    assert taken(january, kind, right, tmp_path) == (0, 1)
    assert taken(january, kind, FILES[kind], tmp_path) == (0, 1)


@pytest.mark.parametrize(
    ("columns", "added"),
    [
        ("break_minutes,status,rate,note\n,worked,,another note", 0),
        ("break_minutes,status,rate\n,planned,", 0),
        ("break_minutes,status,rate\n60,worked,", 1),
        ("break_minutes,status,rate\n,worked,25", 1),
        ("break_minutes,status,rate\n,absent,", 1),
    ],
)
def test_a_shift_of_the_same_hours_is_the_right_one_where_it_is_paid_otherwise(
    january: Book, columns: str, added: int, tmp_path: Path
) -> None:
    strike_out(january, "shift", 1, why="wrong")
    names, values = columns.split("\n")
    text = f"employee,date,start,end,{names}\nW-1,{DAY},09:00,17:00,{values}\n"
    assert taken(january, "shifts", text, tmp_path) == (added, 1 - added)


def test_what_was_struck_out_by_mistake_and_corrected_since_can_be_typed_in_again(
    january: Book,
) -> None:
    strike_out(january, "shift", 1, why="wrong")
    strike_out(january, "piece", 1, why="wrong")
    same = {"employee": "W-1", "date": DAY, "start": "09:00", "end": "17:00"}
    add_shift(january, ShiftDraft.model_validate(same))
    make(january, "W-1", DAY, "10", "2")
    assert [each.struck_as for each in pieces(january).all()] == [1, None]


@pytest.mark.parametrize("kind", KIND)
def test_an_export_leaves_it_out_and_a_list_says_why_it_was_struck_out(
    january: Book, kind: str
) -> None:
    strike_out(january, KIND[kind], 1, why="wrong")
    assert list(export_rows(january, kind).rows) == []
    listed = listed_rows(january, kind)
    assert listed.columns == (*KINDS[kind].columns, "id", "run", "struck")
    (cells,) = listed.rows
    assert cells[-3:] == (1, 1, "wrong")
    unstrike(january, KIND[kind], 1)
    assert len(list(export_rows(january, kind).rows)) == 1


def test_a_record_that_no_run_holds_is_listed_with_its_id_alone(january: Book) -> None:
    enter(january, "W-1", "2026-02-02", "BONUS", "1")
    *_rest, last = listed_rows(january, "adjustments").rows
    assert last[-3:] == (2, None, None)
    assert [each.id for each in adjustments(january).all()] == [1, 2]
