"""Writing down who worked when, by keyboard, on a real book."""

import pytest

from models.book.book import Book
from models.shifts.queries import shifts
from models.wages.queries import pieces
from tests.models.wages.bookkeeping import agree, hire, make, run, work
from tests.tui.employees.test_employees import fill
from tests.tui.picture import SIZES, look_around, pick, press, screen_text, showing, write
from tui.shifts.shift_form import ShiftForm
from tui.widgets.dialogs import Ask


def written(book: Book) -> list[tuple[str, str, str, str, str]]:
    return [
        (row.employee, row.day.isoformat(), row.start, row.end, row.status)
        for row in shifts(book).all()
    ]


@pytest.fixture
def workshop(book: Book) -> Book:
    """Two people who rest on Saturday and Sunday."""
    hire(book, "W-1", "hourly", "20", work_name="Ann [/B]", rest_days="SA,SU")
    hire(book, "W-2", "hourly", "22", work_name="김민수", site="Kitchen")
    return book


async def test_a_month_of_shifts_is_written_down_by_keyboard(workshop: Book) -> None:
    async with showing(workshop, "shifts") as pilot:
        assert "No shifts here." in screen_text(pilot.app)
        await press(pilot, "n")
        await pick(pilot, "ann")
        await write(pilot, "1")
        await press(pilot, "enter")
        await write(pilot, "9")
        await press(pilot, "enter")
        await write(pilot, "17:30")
        assert "= 17:30, 8 h 30 min" in screen_text(pilot.app)
        await press(pilot, "enter")
        await write(pilot, "30")
        for _day in range(4):
            shown = await press(pilot, "ctrl+n")
        assert "Thu 7 May 2026" in shown
        await press(pilot, "ctrl+s")
        assert "40 h worked" in screen_text(pilot.app)
    days = [day for _code, day, *_rest in written(workshop)]
    assert len(days) == 5
    assert days[0] == "2026-05-01"
    assert days[1] == "2026-05-04", "the weekend is left out"


async def test_a_shift_on_a_later_day_is_planned_until_someone_says_otherwise(
    workshop: Book,
) -> None:
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "n")
        await fill(pilot, date="+3")
        assert pilot.app.screen.values()["status"] == "planned"
        await fill(pilot, date="-3")
        assert pilot.app.screen.values()["status"] == "worked"
        await fill(pilot, status="paid_leave", date="+3")
        assert pilot.app.screen.values()["status"] == "paid_leave"


async def test_an_overlap_is_refused_beside_the_start_and_names_the_other(
    workshop: Book,
) -> None:
    work(workshop, "W-1", "2026-05-04", start="22:00", end="06:00")
    async with showing(workshop, "shifts", size=(120, 40)) as pilot:
        await press(pilot, "n")
        await pick(pilot, "W-1")
        await fill(pilot, date="2026-05-05", start="5", end="9")
        shown = await press(pilot, "ctrl+s")
        assert "This shift overlaps the shift 2026-05-04 22:00–06:00 of W-1." in shown
        assert pilot.app.screen.rows["start"].is_wrong
        await fill(pilot, start="6")
        await press(pilot, "ctrl+s")
    assert len(written(workshop)) == 2


WRONG = [
    ("date", "31 feb", "There is no 31 February"),
    ("date", "2024-12-31", "W-1 was not employed on 2024-12-31."),
    ("start", "25:00", "is not a time of day"),
    ("end", "", "Please fill this in."),
    ("break_minutes", "540", "The break is as long as the shift or longer."),
    ("break_minutes", "-1", "This cannot be below zero."),
    ("rate", "-1", "This cannot be below zero."),
    ("start", "9:00", "This shift is in the book already."),
]


async def test_what_is_wrong_with_a_shift_is_said_beside_its_field(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-11")
    async with showing(workshop, "shifts", size=(120, 40)) as pilot:
        await press(pilot, "n", *"nobody", "tab")
        assert "Please choose one from the list." in await press(pilot, "ctrl+s")
        await press(pilot, "home", *["delete"] * 6)
        await pick(pilot, "W-1")
        await fill(pilot, date="2026-05-11", start="8", end="17")
        for field, typed, sentence in WRONG:
            right = pilot.app.screen.values()[field]
            await fill(pilot, **{field: typed})
            assert sentence in await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, ShiftForm)
            assert pilot.app.screen.rows[field].is_wrong
            await fill(pilot, **{field: right})
    assert len(written(workshop)) == 1


async def test_planned_shifts_are_confirmed_one_after_the_other(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-18", "2026-05-19", "2026-05-25", status="planned")
    async with showing(workshop, "shifts") as pilot:
        assert "3 planned · 2 to confirm" in screen_text(pilot.app)
        assert "8 h worked · 2 planned · 1 to confirm" in await press(pilot, "c")
        assert "16 h worked · 1 planned" in await press(pilot, "c")
    assert [row[-1] for row in written(workshop)] == ["worked", "worked", "planned"]


async def test_all_planned_shifts_that_are_past_are_confirmed_together(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-18", "2026-05-19", "2026-05-20", status="planned")
    work(workshop, "W-2", "2026-05-18", status="planned")
    async with showing(workshop, "shifts") as pilot:
        assert "Confirm 3 planned shifts as worked?" in await press(pilot, "C")
        assert "1 planned" in await press(pilot, "y")
        await press(pilot, "C")
    assert [row[-1] for row in written(workshop)].count("planned") == 1


async def test_only_shown_shifts_are_confirmed_together(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-18", status="planned")
    work(workshop, "W-2", "2026-05-18", status="planned")
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "f")
        await pick(pilot, "김")
        shown = await press(pilot, "ctrl+s")
        assert "W-2  김민수" in shown
        assert "Ann" not in shown
        await press(pilot, "C", "y")
    assert {row[0]: row[-1] for row in written(workshop)} == {
        "W-1": "planned",
        "W-2": "worked",
    }


async def test_a_shift_is_marked_as_leave(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-18")
    async with showing(workshop, "shifts") as pilot:
        assert "paid leave" in await press(pilot, "m")
        await press(pilot, "down", "down", "down", "enter")
    assert written(workshop)[0][-1] == "paid_leave"


async def test_a_shift_is_copied_to_the_next_day_of_work_and_struck_out(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-15", note="of that day")
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "d")
        assert pilot.app.screen.values()["date"] == "2026-05-18", "after the weekend"
        await press(pilot, "ctrl+s")
        assert len(written(workshop)) == 2
        assert "W-1, 2026-05-15 09:00–17:00" in await press(pilot, "home", "delete")
        await press(pilot, "y")
    assert [row[1] for row in written(workshop)] == ["2026-05-18"]


async def test_a_paid_shift_stays_and_the_run_that_holds_it_is_named(workshop: Book) -> None:
    work(workshop, "W-1", "2026-01-05")
    run(workshop, approve=True)
    async with showing(workshop, "shifts") as pilot:
        shown = await press(pilot, *["["] * 4)
        assert "January 2026" in shown or "Jan" in shown
        assert "worked · run 1" in shown
        for key in ("e", "enter", "delete", "m"):
            shown = await press(pilot, key)
            assert isinstance(pilot.app.screen, Ask), key
            assert "The approved pay run 1 holds this and stays as it is." in shown
            await press(pilot, "escape")
    assert len(written(workshop)) == 1


async def test_the_period_goes_back_and_forth_and_totals_with_it(workshop: Book) -> None:
    work(workshop, "W-1", "2026-04-30", "2026-05-01")
    async with showing(workshop, "shifts") as pilot:
        assert "8 h worked" in screen_text(pilot.app)
        assert "No shifts here." in await press(pilot, "]")
        assert "Thu 30 Apr" in await press(pilot, "[", "[")


async def test_weekly_pay_periods_are_stepped_through_by_weeks(book: Book) -> None:
    from models.book.actions import change_settings

    change_settings(book, {"pay_period": "weekly", "week_starts": "SU"})
    async with showing(book, "shifts") as pilot:
        assert "17–23 May 2026" in screen_text(pilot.app)
        assert "10–16 May 2026" in await press(pilot, "[")


async def test_a_week_is_copied_and_what_is_in_the_way_is_listed(workshop: Book) -> None:
    work(workshop, "W-1", "2026-05-18", "2026-05-19")
    work(workshop, "W-2", "2026-05-18")
    work(workshop, "W-2", "2026-05-25", start="08:00", end="12:00")
    async with showing(workshop, "shifts", size=(120, 40)) as pilot:
        shown = await press(pilot, "w")
        assert "Mon 18 May – Sun 24 May" in shown
        assert "Mon 25 May – Sun 31 May" in shown
        shown = await press(pilot, "ctrl+s")
        assert "overlaps the shift 2026-05-25 08:00–12:00 of W-2" in shown
        assert len(written(workshop)) == 4
        await fill(pilot, clash="skip")
        await press(pilot, "ctrl+s")
    added = [row for row in written(workshop) if row[-1] == "planned"]
    assert [(row[0], row[1]) for row in added] == [("W-1", "2026-05-25"), ("W-1", "2026-05-26")]


async def test_a_week_is_not_copied_to_itself(workshop: Book) -> None:
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "w")
        await fill(pilot, to="fri")
        assert "This is the same week." in await press(pilot, "ctrl+s")


async def test_pieces_are_written_down_one_after_the_other(workshop: Book) -> None:
    async with showing(workshop, "shifts") as pilot:
        assert "No pieces here." in await press(pilot, "l")
        await press(pilot, "n")
        await pick(pilot, "W-2")
        await fill(pilot, task="mats [A1]", quantity="12", rate="3.5")
        await press(pilot, "ctrl+n")
        assert pilot.app.screen.values()["task"] == "mats [A1]"
        await write(pilot, "14")
        shown = await press(pilot, "ctrl+s")
        assert "mats [A1]" in shown
        await press(pilot, "delete", "y")
        await press(pilot, "e")
        await fill(pilot, quantity="15")
        await press(pilot, "ctrl+s")
    assert [(row.day.day, row.quantity) for row in pieces(workshop).all()] == [(21, 150_000)]


async def test_someones_own_shifts_are_written_down_from_their_screen(workshop: Book) -> None:
    agree(workshop, "W-2", "2026-01-01", "hourly", "25")
    async with showing(workshop, "employees") as pilot:
        await press(pilot, "down", "enter", "l", "n")
        assert pilot.app.screen.values()["employee"] == "W-2"
        await fill(pilot, start="8", end="16")
        assert "20 May 2026" in await press(pilot, "ctrl+s")
    assert written(workshop) == [("W-2", "2026-05-20", "08:00", "16:00", "worked")]


async def test_hostile_names_stand_in_line(book: Book, hostile_names: tuple[str, ...]) -> None:
    for number, name in enumerate(hostile_names, 1):
        if name.isprintable():
            hire(book, f"W-{number}", "hourly", "20", work_name=name)
            work(book, f"W-{number}", "2026-05-18", activity=name, note=name)
            make(book, f"W-{number}", "2026-05-18", "3", "2", task=name)
    async with showing(book, "shifts") as pilot:
        for key in (*["down"] * 6, "e", "escape", "m", "escape", "delete", "n", "l", "e"):
            await press(pilot, key)
        await press(pilot, "escape", "end", "delete", "n")


SCREENS = {
    "list": ("down",),
    "new": ("n",),
    "copy": ("d",),
    "filter": ("f",),
    "mark": ("m",),
    "confirm": ("C",),
    "week": ("w",),
    "help": ("question_mark",),
    "earlier": ("[",),
    "pieces": ("l",),
    "new piece": ("n",),
    "holidays": ("l",),
    "new holiday": ("n",),
    "holiday of the country": ("e",),
    "strike out": ("delete",),
}


@pytest.mark.parametrize("size", SIZES)
async def test_the_screens_look_as_they_did(demo: Book, snapshot, size: tuple[int, int]) -> None:
    async with showing(demo, "shifts", size=size) as pilot:
        await look_around(pilot, snapshot, SCREENS)
