from pathlib import Path

import pytest

from models.book.place import Place
from tests.conftest import TODAY
from tui.app import WagebookApp


class _FaultyApp(WagebookApp):
    def action_help(self) -> None:
        name_of_a_worker = "김민수"
        raise ValueError(name_of_a_worker)


async def _press_help(app: WagebookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("f1")


async def test_a_bug_in_the_app_is_told_by_its_place_and_names_nobody(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    app = _FaultyApp(Place(folder=tmp_path / "none.book"), today=TODAY)
    with pytest.raises(ValueError, match="김민수"):
        await _press_help(app)
    app._print_error_renderables()
    printed = capfd.readouterr()
    assert "test_mistakes_name_nobody.py" in printed.out + printed.err
    assert "ValueError" in printed.out + printed.err
    assert "김민수" not in printed.out + printed.err
