"""Taking people on and agreeing their terms, by keyboard, on a real book."""

import pytest

from models.book.book import Book
from models.employees.queries import employee, employees, terms
from tests.conftest import TODAY
from tests.models.wages.bookkeeping import agree, hire, run, work
from tests.tui.picture import SIZES, look_around, press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.employees.employee_screen import EmployeeScreen
from tui.employees.forms import EmployeeForm, TermsForm
from tui.wages.payslip_screen import PayslipScreen


async def fill(pilot, **values: str) -> None:
    """Put texts into fields of the form in front, by name."""
    for name, text in values.items():
        pilot.app.screen.rows[name].field.entry.put(text)
    await settle(pilot)


async def test_someone_is_taken_on_with_first_terms_and_gets_better_ones_later(book: Book) -> None:
    async with showing(book, "employees") as pilot:
        assert "Nobody is shown." in screen_text(pilot.app)
        assert "W-001" in await press(pilot, "n")
        await write(pilot, "김민수")
        await press(pilot, "enter")
        await write(pilot, "Sewing room")
        assert "= Sewing room, a new site" in screen_text(pilot.app)
        await fill(pilot, joined_on="2 mar", basis="hourly", rate="20", rest_days="sa,su")
        assert "= Sat, Sun" in screen_text(pilot.app)
        shown = await press(pilot, "ctrl+s")
        assert "김민수" in shown
        assert "20.00 CNY" in shown

        assert "20.00 CNY an hour" in await press(pilot, "enter")
        assert "New pay terms of W-001" in await press(pilot, "n")
        await fill(pilot, **{"from": "1 jun", "rate": "22.5"})
        shown = await press(pilot, "ctrl+s")
        assert "22.50 CNY an hour" in shown
        assert "1 Jun 2026" in shown
    found = [(row.starts_on.isoformat(), row.rate) for row in terms(book).all()]
    assert found == [("2026-03-02", 200_000), ("2026-06-01", 225_000)]
    assert employee(book, "W-001", on=TODAY).site == "Sewing room"


WRONG = [
    ("code", "W 001", "is not a code"),
    ("code", "W-009", "The code W-009 is taken."),
    ("joined_on", "31 feb", "There is no 31 February"),
    ("joined_on", "", "Please fill this in."),
    ("left_on", "2020-01-01", "This is before the day of joining."),
    ("rate", "-5", "This cannot be below zero."),
    ("rate", "1,25", "Write decimals with a point"),
    ("rate", "0", "The rate is zero; write what is paid"),
    ("rate", "0.00001", "At most 4 decimals."),
    ("currency", "XYZ", "is not a currency"),
    ("daily_hours", "0", "is not a number of hours above zero"),
    ("rest_days", "XX", "is none of"),
]


async def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(book: Book) -> None:
    hire(book, "W-009", "hourly", "20")
    async with showing(book, "employees", size=(120, 40)) as pilot:
        await press(pilot, "n")
        await fill(pilot, work_name="Ann [/B]", basis="hourly", rate="20")
        for field, typed, sentence in WRONG:
            right = pilot.app.screen.values()[field]
            await fill(pilot, **{field: typed})
            shown = await press(pilot, "ctrl+s")
            assert sentence in shown
            assert isinstance(pilot.app.screen, EmployeeForm)
            assert pilot.app.screen.rows[field].is_wrong
            await fill(pilot, **{field: right})
        assert pilot.app.screen.values()["work_name"] == "Ann [/B]"
        await press(pilot, "ctrl+s")
    assert employees(book, on=TODAY).count() == 2


async def test_a_basis_without_a_rate_is_asked_for(book: Book) -> None:
    async with showing(book, "employees") as pilot:
        await press(pilot, "n")
        await fill(pilot, basis="daily")
        assert "A basis needs a rate." in await press(pilot, "ctrl+s")


async def test_two_terms_from_one_day_are_refused_beside_the_day(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    async with showing(book, "employees") as pilot:
        await press(pilot, "enter", "n")
        await fill(pilot, **{"from": "2025-01-01"})
        assert "There are pay terms from that day already." in await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, TermsForm)


async def test_terms_are_taken_back_after_a_question(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    agree(book, "W-1", "2026-06-01", "monthly", "5000")
    async with showing(book, "employees") as pilot:
        await press(pilot, "enter", "down")
        assert "Take back the pay terms from 1 Jun 2026?" in await press(pilot, "delete")
        await press(pilot, "enter")
        assert terms(book).count() == 2, "enter takes nothing back"
        await press(pilot, "delete", "y")
    assert [row.basis for row in terms(book).all()] == ["hourly"]


async def test_facts_are_changed_even_the_code(book: Book) -> None:
    hire(book, "W-1", "hourly", "20", work_name="Ann")
    async with showing(book, "employees") as pilot:
        await press(pilot, "enter", "e")
        await fill(pilot, code="W-100", work_name="Ann [/B]", payment_method="wallet")
        shown = await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EmployeeScreen)
        assert "W-100  Ann [/B]" in shown
        assert "mobile wallet" in shown
        assert "W-100" in await press(pilot, "escape")


async def test_another_one_like_this_takes_site_and_terms_along(book: Book) -> None:
    hire(book, "W-1", "hourly", "20", site="Kitchen", weekly_hours="40")
    async with showing(book, "employees") as pilot:
        await press(pilot, "d")
        values = pilot.app.screen.values()
        assert (values["code"], values["site"], values["rate"]) == ("W-2", "Kitchen", "20")
        await press(pilot, "ctrl+s")
    assert terms(book, employee="W-2").count() == 1


async def test_those_who_left_are_shown_when_asked_for(book: Book) -> None:
    hire(book, "W-1", "hourly", "20", work_name="Here")
    hire(book, "W-2", "monthly", "20", work_name="Gone", left_on="2026-01-31")
    async with showing(book, "employees") as pilot:
        assert "Gone" not in screen_text(pilot.app)
        await press(pilot, "f")
        await fill(pilot, status="left")
        shown = await press(pilot, "ctrl+s")
        assert "Gone" in shown
        assert "to 31 Jan 2026" in shown
        assert "Here" not in shown
        await press(pilot, "f")
        await fill(pilot, status="all", basis="hourly")
        shown = await press(pilot, "ctrl+s")
        assert "all · hourly" in shown
        assert "Here" in shown
        assert "Gone" not in shown


async def test_a_search_and_an_order_find_someone(book: Book) -> None:
    for number, name in enumerate(("Zoe", "Ann", "Mia"), 1):
        hire(book, f"W-{number}", "hourly", "20", work_name=name)
    async with showing(book, "employees") as pilot:
        shown = await press(pilot, "s")
        assert shown.index("Ann") < shown.index("Mia") < shown.index("Zoe")
        shown = await press(pilot, "S")
        assert shown.index("Zoe") < shown.index("Mia") < shown.index("Ann")
        await press(pilot, "slash")
        await write(pilot, "mi")
        shown = await press(pilot, "enter")
        assert "Mia" in shown
        assert "Zoe" not in shown


async def test_hostile_names_stand_in_line_and_open(
    book: Book, hostile_names: tuple[str, ...]
) -> None:
    for number, name in enumerate(hostile_names, 1):
        if name.isprintable():
            hire(book, f"W-{number}", "hourly", "20", work_name=name, site=name)
    count = employees(book, on=TODAY).count()
    async with showing(book, "employees") as pilot:
        for _name in range(count):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, EmployeeScreen)
            await press(pilot, "escape", "down")
        await press(pilot, "enter", "l", "l", "l", "e", "escape", "escape")
        assert "[A1]" in screen_text(pilot.app)


async def test_the_payslips_of_someone_open(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-01-05")
    run(book, approve=True)
    async with showing(book, "employees") as pilot:
        shown = await press(pilot, "enter", "l", "l", "l")
        assert "1-W-1" in shown
        assert "160.00" in shown
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PayslipScreen)


SCREENS = {
    "list": (),
    "new": ("n",),
    "filter": ("f",),
    "import": ("i",),
    "help": ("question_mark",),
    "terms": ("enter",),
    "new terms": ("n",),
    "change": ("e",),
    "shifts": ("l",),
    "pieces": ("l",),
    "payslips": ("l",),
}


@pytest.mark.parametrize("size", SIZES)
async def test_the_screens_look_as_they_did(demo: Book, snapshot, size: tuple[int, int]) -> None:
    async with showing(demo, "employees", size=size) as pilot:
        await look_around(pilot, snapshot, SCREENS)
