"""The form of an adjustment: what an item has shows with it, and only that."""

from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.wages.drafts import AdjustmentDraft
from models.wages.entries import adjustments
from models.wages.records import add_adjustment
from tests.models.wages.bookkeeping import hire
from tests.tui.picture import SIZES, pick, press, screen_text, showing
from tests.tui.waiting import settle
from tui.wages.adjustment_form import AdjustmentForm

BEFORE = ["employee", "date", "item", "amount"]


@pytest.fixture
def workshop(book: Book) -> Book:
    """Someone under the programme's plain rules, and someone under the Korean ones."""
    hire(book, "W-1", "hourly", "20", work_name="Ann [/B]")
    hire(book, "K-1", "hourly", "20", rules="KR")
    return book


def form_of(pilot: Pilot[None]) -> AdjustmentForm:
    form = pilot.app.screen
    assert isinstance(form, AdjustmentForm)
    return form


async def put(pilot: Pilot[None], **texts: str) -> None:
    for name, text in texts.items():
        form_of(pilot).rows[name].field.entry.put(text)
        await settle(pilot)


async def begin(pilot: Pilot[None], code: str, **texts: str) -> None:
    """A new adjustment of an employee with these texts in its fields."""
    await press(pilot, "l", "n")
    await pick(pilot, code)
    await put(pilot, **texts)


def shown(pilot: Pilot[None]) -> list[str]:
    return [name for name, row in form_of(pilot).rows.items() if row.display]


async def test_the_fields_follow_the_item(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await begin(pilot, "W-1")
        assert shown(pilot) == [*BEFORE, "note"]
        for item, more in (
            ("DEDUCTION", ["kind", "legal_basis", "agreed"]),
            ("BONUS", ["earned_from", "earned_to"]),
            ("ALLOWANCE", []),
            ("REIMBURSEMENT", []),
        ):
            await put(pilot, item=item)
            assert shown(pilot) == [*BEFORE, *more, "note"], item


async def test_a_deduction_is_entered_with_what_it_is_for(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await begin(pilot, "W-1", item="DEDUCTION", amount="20", kind="loss")
        await put(pilot, legal_basis="Order [/] 7", agreed="yes")
        text = await press(pilot, "ctrl+s")
        assert "loss · Order [/] 7" in text
        (row,) = adjustments(workshop).all()
        assert (row.kind, row.legal_basis, row.agreed) == ("loss", "Order [/] 7", True)
        await press(pilot, "e", "tab")
        assert form_of(pilot).values()["kind"] == "loss"
        await put(pilot, kind="loan", agreed="no")
        await press(pilot, "ctrl+s")
    (row,) = adjustments(workshop).all()
    assert (row.kind, row.legal_basis, row.agreed) == ("loan", "Order [/] 7", False)


async def test_what_was_typed_for_another_item_is_left_out(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await begin(pilot, "W-1", item="DEDUCTION", amount="20", kind="loss")
        await put(pilot, item="BONUS", earned_from="2026-05-01")
        refused = await press(pilot, "ctrl+s")
        assert "! Give both days, the first and the last" in refused
        await put(pilot, earned_to="2026-05-15")
        assert "1–15 May 2026" in await press(pilot, "ctrl+s")
    (row,) = adjustments(workshop).all()
    assert (row.kind, row.earned_from, row.earned_to) == (
        "",
        date(2026, 5, 1),
        date(2026, 5, 15),
    )


async def test_a_legal_basis_is_asked_for_where_the_rules_do(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await begin(pilot, "K-1", item="DEDUCTION", amount="20", kind="statutory")
        assert "! The pay rules KR ask what law" in await press(pilot, "ctrl+s")
        assert form_of(pilot).rows["legal_basis"].is_wrong
        await put(pilot, legal_basis="Income Tax Act")
        await press(pilot, "ctrl+s")
    assert adjustments(workshop).count() == 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_has_room_for_every_item(
    workshop: Book, size: tuple[int, int], snapshot: Any
) -> None:
    values = {
        "employee": "W-1",
        "date": "2026-05-06",
        "item": "DEDUCTION",
        "amount": "20",
        "kind": "agreed",
        "legal_basis": "Wage agreement 3",
        "agreed": "yes",
        "note": "Canteen",
    }
    add_adjustment(workshop, AdjustmentDraft.model_validate(values))
    async with showing(workshop, "wages", size=size) as pilot:
        assert await press(pilot, "l") == snapshot(name="list")
        assert await press(pilot, "e", "tab", "tab") == snapshot(name="deduction")
        await put(pilot, item="BONUS")
        assert screen_text(pilot.app) == snapshot(name="bonus")
