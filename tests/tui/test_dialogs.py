import itertools
import threading
import time
from pathlib import Path

import pytest
from textual.widgets import Label

from models.errors import Problem, RefusedError
from tests.tui.waiting import settle, until
from tui.text import clean
from tui.widgets.dialogs import Ask, Confirm, Notice
from tui.widgets.path_dialog import PathDialog, PathInput
from tui.widgets.paths import completions, expand
from tui.widgets.progress import Outcome, Progress, ProgressDialog, WorkCancelledError
from tui.widgets.record_table import RecordTable


async def asked(app, pilot, screen):
    app.ask(screen)
    await until(pilot, lambda: screen.is_mounted)
    await pilot.pause()
    return screen


@pytest.mark.parametrize(
    ("keys", "answer"),
    [(["y"], True), (["n"], False), (["escape"], False), (["enter"], True)],
)
async def test_a_question_is_answered_with_a_letter(stage, keys, answer):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, Confirm("Approve?", "For good."))
        await pilot.press(*keys)
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [answer]


async def test_a_hostile_question_is_asked_as_it_is(stage, hostile):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await asked(app, pilot, Confirm(hostile, hostile, yes=hostile))
        assert str(dialog.query_one(".dialog-title", Label).content) == clean(hostile)


async def test_enter_does_no_harm_where_there_is_danger(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, Confirm("Void the run?", danger=True))
        await pilot.press("enter")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [False]


async def test_arrows_go_to_the_other_answer(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, Confirm("Void the run?", danger=True))
        await pilot.press("left", "enter")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [True]


async def test_a_reason_is_asked_for_until_there_is_one(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await asked(app, pilot, Ask("Why [x]?", "W-014 [/B]"))
        await pilot.press("enter")
        error = dialog.query_one(".field-error", Label)
        await until(pilot, lambda: str(error.content))
        assert str(error.content) == "! Please fill this in."
        await pilot.press(*"[why]", "enter")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == ["[why]"]


async def test_escape_leaves_a_reason_unsaid(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, Ask("Why?"))
        await pilot.press("a", "escape")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [None]


async def test_every_problem_is_listed_with_its_place(stage, hostile_names):
    problems = [
        Problem(f"“{name}” is wrong.", "code", name, row, "a.csv")
        for row, name in enumerate(hostile_names * 5)
    ]
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await asked(app, pilot, Notice.of(RefusedError("No [/B].", problems)))
        table = dialog.query_one(RecordTable)
        await until(pilot, lambda: table.count)
        assert table.count == len(problems)
        detail = dialog.query_one(".dialog-detail", Label)
        await until(pilot, lambda: str(detail.content))
        detail.update("")
        await pilot.press("end")
        await until(pilot, lambda: str(detail.content))
        assert table.row is problems[-1]
        assert str(detail.content).startswith("a.csv: “")
        assert app.screen.region.contains_region(dialog.query_one("#close").region)
        await pilot.press("escape")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [None]


async def test_work_gives_back_its_outcome_and_runs_in_a_thread(stage):
    def job(progress):
        progress.step(1, 1)
        return threading.current_thread()

    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, ProgressDialog("Importing [x]", job))
        await until(pilot, lambda: app.heard.results)
        outcome = app.heard.results[0]
        assert outcome.is_done
        assert outcome.value is not threading.main_thread()


async def test_work_stops_at_its_next_step_when_it_is_cancelled(stage):
    unseen = []

    def job(progress):
        unseen.append(dialog.has_class("-unseen"))
        for done in range(10_000):
            progress.step(done % 1000, 1000)
            time.sleep(0.01)

    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = ProgressDialog("Importing", job)
        await asked(app, pilot, dialog)
        await until(pilot, lambda: not dialog.has_class("-unseen"))
        assert unseen == [True]
        assert not dialog.has_class("-unseen")
        count = dialog.query_one(".progress-count", Label)
        await until(pilot, lambda: "/" in str(count.content))
        assert "/ 1,000" in str(count.content)
        await pilot.press("escape")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [Outcome(cancelled=True)]


@pytest.mark.parametrize("error", [RefusedError("No."), ZeroDivisionError()])
async def test_work_that_fails_gives_back_why(stage, error):
    def job(progress):
        raise error

    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, ProgressDialog("Importing", job))
        await until(pilot, lambda: app.heard.results)
        outcome = app.heard.results[0]
        assert outcome.error is not None
        assert not outcome.is_done


def test_progress_is_reported_ten_times_a_second_at_most(monkeypatch):
    ticks = itertools.count(start=1, step=0.00005)
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks))
    reports = []
    progress = Progress(lambda done, total: reports.append(done))
    for done in range(10_001):
        progress.step(done, 10_000)
    assert len(reports) < 10
    assert reports[-1] == 10_000
    progress.cancelled.set()
    with pytest.raises(WorkCancelledError):
        progress.step(1, 2)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    (tmp_path / "shifts [A1].csv").write_text("x")
    (tmp_path / "shifts 김.csv").write_text("x")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".hidden.csv").write_text("x")
    return tmp_path


def test_a_path_is_completed_the_way_it_was_begun(home):
    assert completions("~/sh", suffixes=(".csv",)) == ["~/shifts [A1].csv", "~/shifts 김.csv"]
    assert completions("~/d") == ["~/Documents/"]
    assert completions(f"{home}/.h") == [f"{home}/.hidden.csv"]
    assert completions("/no/such/place/x") == []
    assert expand("~/a.csv") == home / "a.csv"


async def test_tab_completes_and_enter_takes_a_file(stage, home):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await asked(app, pilot, PathDialog("Open [x]", suffixes=(".csv",)))
        entry = dialog.query_one(PathInput)
        await pilot.press("s")
        await until(pilot, lambda: len(entry.candidates) == 2)
        await pilot.press("tab")
        await until(pilot, lambda: entry.value != "~/s")
        assert entry.value == "~/shifts "
        await pilot.press("[")
        await until(pilot, lambda: len(entry.candidates) == 1)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [home / "shifts [A1].csv"]


@pytest.mark.parametrize(
    ("purpose", "value", "sentence"),
    [
        ("open", "~/nothing.csv", "! There is no such file."),
        ("open", "~/Documents", "! This is a folder. Please name a file in it."),
        ("save", "~/nowhere/a.csv", "! There is no such folder."),
        ("folder", "~/notes.txt", "! There is no such folder."),
    ],
)
async def test_a_path_that_will_not_do_is_told(stage, home, purpose, value, sentence):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await asked(app, pilot, PathDialog("Which?", purpose, value=value))
        await pilot.press("enter")
        error = dialog.query_one(".field-error", Label)
        await until(pilot, lambda: str(error.content))
        assert str(error.content) == sentence
        assert app.heard.results == []


@pytest.mark.parametrize(("answer", "taken"), [("y", True), ("n", False)])
async def test_writing_over_a_file_is_asked_first(stage, home, answer, taken):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, PathDialog("Save", "save", value="~/shifts [A1].csv"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        assert isinstance(app.screen, Confirm)
        await pilot.press(answer)
        await until(pilot, lambda: not isinstance(app.screen, Confirm))
        await settle(pilot)
        assert app.heard.results == ([Path(home / "shifts [A1].csv")] if taken else [])
