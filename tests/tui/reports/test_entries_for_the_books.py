"""Entries for the books from the menu of reports, by keyboard."""

from pathlib import Path

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.wages.journal_queries import run_journal
from reports.journal import journal_text
from tests.tui.employees.test_employees import fill
from tests.tui.picture import SIZES, press, showing, write
from tui.widgets.dialogs import Notice

OPEN = ("down", "down", "enter")


async def test_the_journal_of_a_run_becomes_a_file(demo: Book, tmp_path: Path) -> None:
    async with showing(demo, "reports") as pilot:
        shown = await press(pilot, *OPEN)
        assert "From" not in shown
        await fill(pilot, what="1", names="yes")
        assert "journal-run-1.journal" in await press(pilot, "ctrl+s")
        await write(pilot, str(tmp_path / "one"))
        assert "one.journal" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Notice)
    text = (tmp_path / "one.journal").read_text(encoding="utf-8")
    assert text == journal_text(run_journal(demo, 1, by_employee=True), "hledger")
    assert "; employee: W-001" in text


async def test_advances_are_asked_for_by_days(demo: Book, tmp_path: Path) -> None:
    async with showing(demo, "reports") as pilot:
        await press(pilot, *OPEN)
        await fill(pilot, what="advances")
        await fill(pilot, **{"from": "2026-05-01", "to": "2026-04-01", "form": "csv"})
        assert "The last day is before the first." in await press(pilot, "ctrl+s")
        await fill(pilot, **{"from": "", "to": ""})
        await press(pilot, "ctrl+s")
        await write(pilot, str(tmp_path / "lent.csv"))
        await press(pilot, "enter")
    lines = (tmp_path / "lent.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("date,transaction,account")
    assert any("assets:employees:advances,Subs given" in line for line in lines)


async def test_a_name_that_beancount_cannot_have_is_said(demo: Book, tmp_path: Path) -> None:
    change_settings(demo, {"account_wages": "비용:임금"})
    async with showing(demo, "reports") as pilot:
        await press(pilot, *OPEN)
        await fill(pilot, form="beancount")
        await press(pilot, "ctrl+s")
        await write(pilot, str(tmp_path / "run.beancount"))
        shown = " ".join((await press(pilot, "enter")).replace("│", " ").split())
        assert "beancount takes Latin letters" in shown
    assert not list(tmp_path.glob("*.beancount"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_looks_as_it_did(demo: Book, snapshot, size: tuple[int, int]) -> None:
    async with showing(demo, "reports", size=size) as pilot:
        assert await press(pilot, *OPEN) == snapshot(name="of a run")
        await fill(pilot, what="advances")
        assert await press(pilot, "tab") == snapshot(name="of advances")
