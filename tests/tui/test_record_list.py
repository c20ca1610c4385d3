from textual import events
from textual.widgets import Input, Label

from tests.tui.waiting import settle, until
from tui.text import clean
from tui.widgets import record_list
from tui.widgets.columns import Column
from tui.widgets.key_bar import KeyBar, KeyLabel
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords

NAMES = ["Ann [/B]", "[A1]", "김민수", "x [b", "Bogdan", "Aylin"]
COLUMNS = (Column[str]("name", "Name", lambda name: name, flex=1, sortable="name"),)


class Asked(list):
    def __call__(self, query):
        self.append(query)
        found = [name for name in NAMES if query.search in name]
        return ListRecords(sorted(found, reverse=query.descending) if query.sort else found)


def text_of(records, selector):
    return str(records.query_one(selector, Label).content)


def type_ahead(app, *keys):
    """Keys that come faster than the app deals with them, each by its name and character."""
    for name, character in keys:
        app.post_message(events.Key(name, character))


async def test_typing_searches_once_after_a_pause(stage, monkeypatch):
    # Long enough for a machine that is too busy to hand out two keys at once.
    monkeypatch.setattr(record_list, "_DEBOUNCE_SECONDS", 1.0)
    asked = Asked()
    records = RecordList(COLUMNS, key=str, source=asked)
    app = stage(records)
    async with app.run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await pilot.press("slash")
        type_ahead(app, ("민", "민"), ("수", "수"))
        await until(pilot, lambda: records.query_one(Input).value == "민수")
        assert asked == [ListQuery()]
        await until(pilot, lambda: records.row == "김민수")
        assert asked == [ListQuery(), ListQuery("민수")]
        assert records.row == "김민수"
        assert [m.search for m in app.heard.of(RecordList.SearchChanged)] == ["민수"]


async def test_enter_goes_to_the_rows_and_escape_clears_the_search(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await pilot.press("slash", "[", "enter")
        await until(pilot, lambda: records.table.has_focus and records.table.count == 3)
        assert records.table.has_focus
        assert records.table.count == 3
        await pilot.press("slash", "escape")
        await until(pilot, lambda: records.table.has_focus and records.table.count > 3)
        assert records.table.has_focus
        assert records.query_one(Input).value == ""
        assert records.table.count == len(NAMES)


async def test_a_search_without_matches_says_so(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.action_search()
        await pilot.press("Z", "enter")
        await settle(pilot)
        assert "Nothing matches the search." in records.table.render_line(2).text
        assert text_of(records, ".count") == ""


async def test_sorting_keeps_the_search_and_the_record(stage):
    asked = Asked()
    records = RecordList(COLUMNS, key=str, source=asked)
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await settle(pilot)
        await pilot.press("end", "s")
        await settle(pilot)
        await pilot.press("S")
        await settle(pilot)
        assert asked[-1] == ListQuery("", "name", descending=True)
        assert records.row == "Aylin"
        assert "▼" in records.table.render_line(0).text


async def test_the_bar_says_how_many_and_which(stage, hostile_names):
    records = RecordList(COLUMNS, key=str, source=Asked())
    async with stage(records).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: text_of(records, ".count"))
        assert text_of(records, ".count") == "1–6 of 6"
        for name in hostile_names:
            records.describe_filter(name)
            assert text_of(records, ".filter") == clean(name)


async def test_a_filter_change_makes_the_source_anew(stage):
    asked = Asked()
    records = RecordList(COLUMNS, key=str, source=asked)
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.refresh_records()
        await settle(pilot)
        assert len(asked) == 2


async def test_the_footer_shows_the_keys_of_the_list(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    app = stage(records, KeyBar())
    async with app.run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await until(pilot, lambda: len(app.query(KeyLabel)) == 5)
        labels = [str(label.content) for label in app.query(KeyLabel)]
        assert labels == ["Enter Open", "/ Search", "s Sort", "q Quit", "? Help"]
        assert app.query_one(RecordTable).has_focus


async def test_the_rows_have_the_focus_so_that_keys_are_not_typed_into_the_search(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    app = stage(records, KeyBar())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: records.table.has_focus)
        assert records.table.has_focus
        await pilot.press("4")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == ["wages"]


async def test_what_is_typed_right_after_the_search_key_goes_into_the_search(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    app = stage(records)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: records.table.has_focus)
        type_ahead(app, ("slash", "/"), ("1", "1"), ("slash", "/"), ("2", "2"))
        await until(pilot, lambda: records.query_one(Input).value == "1/2")
        assert records.query_one(Input).value == "1/2"
        assert app.heard.results == []
