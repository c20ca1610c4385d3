"""Advances in the app: the list, the form with its plan in words, skipping and settling."""

from typing import Any

import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.wages.advances.queries import advance_plan, advances
from tests.models.wages.bookkeeping import hire
from tests.models.wages.lending import hand_back, lend, plan_of, taken
from tests.tui.picture import SIZES, pick, press, screen_text, showing
from tests.tui.waiting import settle
from tui.wages.advance_form import AdvanceForm
from tui.widgets.form import FormScreen

LIST = ("l", "l")


@pytest.fixture
def lent(book: Book) -> Book:
    """A loan of which a payslip took a part, a sub, a Korean loan, and one that is repaid."""
    hire(book, "W-1", "hourly", "20", work_name="Ann [/B]")
    hire(book, "K-1", "hourly", "20", rules="KR", work_name="김민수")
    lend(
        book, "W-1", "2026-01-10", "250", instalment="100", kind="loan", agreed="yes", note="A [/]"
    )
    taken(book, 1, "2026-01-31", 10_000)
    lend(book, "W-1", "2026-05-12", "80")
    lend(book, "K-1", "2026-05-02", "1000", instalment="250", kind="loan", first_due="2026-06-30")
    lend(book, "K-1", "2026-04-02", "60")
    hand_back(book, 4, "2026-04-20", note="cash")
    return book


def form_of(pilot: Pilot[None]) -> FormScreen[Any]:
    form = pilot.app.screen
    assert isinstance(form, FormScreen)
    return form


async def put(pilot: Pilot[None], **texts: str) -> str:
    for name, text in texts.items():
        form_of(pilot).rows[name].field.entry.put(text)
        await settle(pilot)
    return screen_text(pilot.app)


async def test_the_list_shows_what_is_owed_and_on_demand_all(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        text = await press(pilot, *LIST)
        assert "1–3 of 3" in text
        assert "Ann [/B]" in text
        assert "still owed" in text
        text = await press(pilot, "f")
        assert "1–4 of 4" in text
        assert "repaid" in text
        assert "1–3 of 3" in await press(pilot, "f")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount": "300", "instalment": "50"}, "→ 6 instalments of 50.00, last 50.00 on 31 Oct"),
        (
            {"amount": "300", "instalment": "70"},
            "→ 4 instalments of 70.00 and a last one of 20.00 on",
        ),
        (
            {"amount": "120", "instalment": "70"},
            "→ 1 instalment of 70.00 and a last one of 50.00 on 30",
        ),
        ({"amount": "300"}, "→ All 300.00 at once, on 31 May 2026"),
        ({"amount": "300", "first_due": "2026-06-15"}, "→ All 300.00 at once, on 15 Jun 2026"),
        ({"amount": "30", "instalment": "10", "every": "weekly"}, "last 10.00 on 14 Jun 2026"),
    ],
)
async def test_the_plan_is_said_while_it_is_typed(
    lent: Book, typed: dict[str, str], said: str
) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "n")
        assert said in await put(pilot, **typed)
        assert "→" not in await put(pilot, amount="-")


async def test_an_advance_is_written_down_changed_and_removed(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "n")
        await pick(pilot, "W-1")
        await put(pilot, kind="loan", amount="300", instalment="100", agreed="yes", note="stove")
        text = await press(pilot, "ctrl+s", "home")
        assert "loan · next 100.00 on 31 May 2026 · stove" in text
        await press(pilot, "e")
        assert form_of(pilot).values()["first_due"] == "2026-05-31"
        await put(pilot, instalment="150")
        await press(pilot, "ctrl+s")
        assert plan_of(lent, 5) == ["2026-05-31 15000", "2026-06-30 15000"]
        assert "Remove this advance of W-1, 300.00 CNY?" in await press(pilot, "delete")
        await press(pilot, "y")
    assert advances(lent).count() == 4


async def test_a_copy_has_days_of_its_own(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "end", "d")
        values = form_of(pilot).values()
        assert (values["amount"], values["instalment"], values["note"]) == (
            "250.00",
            "100.00",
            "A [/]",
        )
        assert values["first_due"] == ""
        assert (values["date"], values["agreed"]) == ("2026-05-20", "")


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"instalment": "0"}, "instalment", "An instalment of zero would never repay it"),
        ({"instalment": "0.01", "amount": "50000"}, "instalment", "more than 1,200 instalments"),
        ({"first_due": "2026-05-01"}, "first_due", "This is before the money is given."),
        ({"date": "2024-01-01"}, "date", "W-1 was not employed on 2024-01-01"),
        ({"amount": "0"}, "amount", "must be above zero"),
        ({"instalment": "ten"}, "instalment", "!"),
    ],
)
async def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    lent: Book, typed: dict[str, str], field: str, said: str
) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "n")
        await pick(pilot, "W-1")
        await put(pilot, **{"amount": "300", **typed})
        text = await press(pilot, "ctrl+s")
        assert said in text
        assert form_of(pilot).rows[field].is_wrong
    assert advances(lent).count() == 4


async def test_consent_is_asked_of_a_loan_only(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "n")
        assert isinstance(pilot.app.screen, AdvanceForm)
        assert not form_of(pilot).rows["agreed"].display
        await put(pilot, kind="loan")
        assert form_of(pilot).rows["agreed"].display


async def test_a_loan_that_may_not_be_set_off_says_why(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        text = await press(pilot, *LIST, "down")
        assert "not taken from wages: Labor Standards Act, Articles 21" in text
        assert "! not taken from wages" in await press(pilot, "enter")


async def test_an_instalment_is_skipped_and_taken_after_all(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "end", "enter")
        text = await press(pilot, "o")
        assert "The instalment of 2026-01-31 was taken, in whole or in part." in text
        text = await press(pilot, "escape", "down", "o")
        assert "skipped" in text
        assert plan_of(lent, 1)[1:] == [
            "2026-02-28 skipped",
            "2026-03-31 10000",
            "2026-04-30 5000",
        ]
        await press(pilot, "o")
        assert plan_of(lent, 1)[1:] == ["2026-02-28 10000", "2026-03-31 5000"]


async def test_what_is_handed_back_is_noted_and_struck_out_again(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "end", "enter", "r")
        assert form_of(pilot).values() == {"amount": "150.00", "date": "2026-05-20", "note": ""}
        await put(pilot, amount="151")
        assert "! Only 150.00 CNY is still owed of advance 1." in await press(pilot, "ctrl+s")
        await put(pilot, amount="20", date="2026-01-09")
        assert "! The money was given on 2026-01-10 only." in await press(pilot, "ctrl+s")
        await put(pilot, date="2026-05-19", note="cash [/]")
        await press(pilot, "ctrl+s")
        assert "20.00 repaid by hand on 19 May 2026 · cash [/]" in await press(pilot, "end")
        assert advance_plan(lent, 1).advance.outstanding == 13_000
        text = await press(pilot, "end", "delete")
        assert "Strike out that 20.00 was repaid on 19 May 2026?" in text
        await press(pilot, "y")
        assert advance_plan(lent, 1).advance.outstanding == 15_000


async def test_the_whole_is_settled_from_the_list_and_leaves_it(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "end", "r")
        assert "1–2 of 2" in await press(pilot, "ctrl+s")
    assert advance_plan(lent, 1).advance.outstanding == 0


async def test_one_that_is_being_repaid_is_not_removed_and_says_why(lent: Book) -> None:
    async with showing(lent, "wages") as pilot:
        await press(pilot, *LIST, "end", "delete")
        assert "Of advance 1 something was repaid; only its note" in await press(pilot, "y")


@pytest.mark.parametrize("size", SIZES)
async def test_advances_fit_on_the_screen(lent: Book, size: tuple[int, int], snapshot: Any) -> None:
    async with showing(lent, "wages", size=size) as pilot:
        assert await press(pilot, *LIST) == snapshot(name="list")
        assert await press(pilot, "end", "e") == snapshot(name="form")
        await press(pilot, "escape", "enter", "down", "o")
        hand_back(lent, 1, "2026-05-19", "20", "cash")
        await press(pilot, "escape", "enter")
        assert screen_text(pilot.app) == snapshot(name="plan")
        assert await press(pilot, "r") == snapshot(name="repaid")
