"""What is behind a payslip line, on one screen: rule, article, both languages, records."""

from typing import Any

import pytest
from textual.widgets import Static

from models.book.book import Book
from models.language import use_language
from models.rules.actions import change_programme
from models.wages.drafts import AdjustmentDraft
from models.wages.records import add_adjustment
from tests.models.wages.bookkeeping import hire, make, run, work
from tests.tui.picture import SIZES, press, screen_text, showing
from tui.wages.behind import BehindScreen
from tui.wages.payslip_screen import PayslipScreen

APRIL = [f"2026-04-{day:02}" for day in range(6, 11)]


@pytest.fixture
def under_law(book: Book) -> Book:
    """A Korean worker under KR, a Chinese one under TH, and one paid by the piece under US."""
    change_programme(book, {"currency": "KRW", "country": "KR", "pay_rules": "KR"})
    contract = {"daily_hours": "8", "rest_days": "SA,SU"}
    hire(book, "K-1", "hourly", "15000", work_name="김민지", language="ko", **contract)
    work(book, "K-1", *APRIL[:4], start="09:00", end="18:00", break_minutes="60")
    work(book, "K-1", APRIL[4], start="14:00", end="00:00", activity="[/x] baking")
    hire(book, "T-1", "hourly", "100", language="zh", rules="TH", currency="THB", **contract)
    work(book, "T-1", *APRIL)
    uniform = {"employee": "T-1", "date": "2026-04-20", "item": "DEDUCTION", "amount": "1500"}
    add_adjustment(book, AdjustmentDraft.model_validate({**uniform, "kind": "employer"}))
    hire(book, "U-1", "piece", "0", language="ko", rules="US", currency="USD")
    work(book, "U-1", *APRIL, start="08:00", end="17:12")
    make(book, "U-1", APRIL[0], "400", "1", task="knives")
    make(book, "U-1", APRIL[1], "91", "1", task="forks [b")
    return book


@pytest.fixture
def drafted(under_law: Book) -> Book:
    """The same book with a draft of April."""
    from models.periods import month_of
    from tests.conftest import TODAY

    run(under_law, month_of(TODAY.replace(month=4)))
    return under_law


FIRST_SLIP = ("enter", "enter")


async def test_the_key_that_explains_a_line_is_named(drafted: Book) -> None:
    async with showing(drafted, "wages") as pilot:
        assert "Enter Explain" in await press(pilot, *FIRST_SLIP)
        assert isinstance(pilot.app.screen, PayslipScreen)
        assert "The rule and the records behind the line." in await press(pilot, "?")


async def test_a_line_shows_rule_article_and_record_in_both_languages(drafted: Book) -> None:
    async with showing(drafted, "wages") as pilot:
        text = await press(pilot, *FIRST_SLIP, "down", "enter")
        assert isinstance(pilot.app.screen, BehindScreen)
        for said in (
            "2 h × 15,000 × 1.5 = 45,000",
            "Hours beyond 8 a day or 40 a week earn 1.5 times the hourly rate.",
            "Labor Standards Act, Article 56(1) · KR of 2026-01-01 · verified",
            "연장근로수당: 2시간 × 15,000 × 1.5 = 45,000",
            "근로기준법 제56조제1항",
            "14:00–00:00",
            "[/x] baking",
        ):
            assert said in text


async def test_a_manager_who_reads_the_worker_s_language_sees_it_once(drafted: Book) -> None:
    use_language("ko")
    async with showing(drafted, "wages") as pilot:
        text = await press(pilot, *FIRST_SLIP, "down", "enter")
        assert text.count("2시간 × 15,000 × 1.5 = 45,000") == 1
        assert "Labor Standards Act" not in text


async def test_every_line_can_be_explained_and_its_records_are_in_view(drafted: Book) -> None:
    async with showing(drafted, "wages") as pilot:
        await press(pilot, *FIRST_SLIP)
        for slip in range(3):
            screen = pilot.app.screen
            assert isinstance(screen, PayslipScreen)
            shown = screen._explained
            assert shown is not None
            await press(pilot, "home")
            for line in shown.slip.lines:
                text = await press(pilot, "enter")
                assert isinstance(pilot.app.screen, BehindScreen)
                assert line.formula[:40] in text
                records = shown.records(line)
                assert ("▸" in text) == bool(records), text
                await press(pilot, "escape", "down")
            if slip < 2:
                await press(pilot, "right")


async def test_the_side_says_the_rule_of_the_marked_line(drafted: Book) -> None:
    async with showing(drafted, "wages", size=(120, 40)) as pilot:
        await press(pilot, *FIRST_SLIP, "down")
        side = str(pilot.app.screen.query_one(".aside", Static).render())
        assert "Labor Standards Act, Article 56(1)" in side
        assert "10 Apr  14:00–00:00" in side


@pytest.mark.parametrize("size", SIZES)
async def test_explained_lines_look_as_they_did(
    drafted: Book, size: tuple[int, int], snapshot: Any
) -> None:
    async with showing(drafted, "wages", size=size) as pilot:
        assert await press(pilot, *FIRST_SLIP, "down") == snapshot(name="slip")
        assert await press(pilot, "enter") == snapshot(name="overtime")
        await press(pilot, "escape", "right", "end", "enter")
        assert screen_text(pilot.app) == snapshot(name="cap")
        await press(pilot, "escape", "right", "end", "enter")
        assert screen_text(pilot.app) == snapshot(name="week")
