"""The demo programme from the command line, and progress where a person is watching."""

import io
import sys

import pytest

from tui.commands.progress import progress


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_demo_book_is_made_and_keeps_its_promises(wagebook):
    words = ("--employees", "3", "--months", "1", "--seed", "5", "--json")
    made = wagebook("demo", *words)
    assert (made.status, made.err) == (0, "")
    assert made.json["settings"]["name"]
    assert len(wagebook("list", "employees", "--json").json) == 3
    assert wagebook("payrun", "list", "--json").json[0]["status"] == "draft"
    assert wagebook("check").status == 0
    assert wagebook("demo", *words).status == 1


def test_the_same_seed_invents_the_same_programme(wagebook, tmp_path):
    words = ("demo", "--employees", "2", "--months", "1", "--seed", "9")
    for name in ("one.book", "two.book"):
        assert wagebook(*words, "--book", tmp_path / name).status == 0
    one, two = (
        wagebook("export", "shifts", "--book", tmp_path / name).out
        for name in ("one.book", "two.book")
    )
    assert one == two


@pytest.fixture
def clock(monkeypatch):
    """A clock that moves when told to."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def test_progress_is_shown_after_a_second_and_cleared(monkeypatch, clock):
    shown = _Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with progress("Reading …") as tell:
        tell(1, 4)
        assert shown.getvalue() == ""
        clock[0] += 1.5
        tell(2, 4)
        assert shown.getvalue().endswith("Reading … 50 %")
    assert shown.getvalue().endswith("\r\x1b[2K")


def test_progress_is_not_shown_to_a_script(monkeypatch, clock):
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    with progress("Reading …") as tell:
        clock[0] += 9
        tell(2, 4)
    assert shown.getvalue() == ""
