from textual import events
from textual.widgets import Input, Label

from tui.text import clean
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


async def test_typing_searches_once_after_a_pause(stage):
    asked = Asked()
    records = RecordList(COLUMNS, key=str, source=asked)
    app = stage(records)
    async with app.run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await pilot.press("slash", *"민수")
        assert asked == [ListQuery()]
        await pilot.pause(0.4)
        assert asked == [ListQuery(), ListQuery("민수")]
        assert records.row == "김민수"
        assert [m.search for m in app.heard.of(RecordList.SearchChanged)] == ["민수"]


async def test_enter_goes_to_the_rows_and_escape_clears_the_search(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await pilot.press("slash", "[", "enter")
        await pilot.pause(0.2)
        assert records.table.has_focus
        assert records.table.count == 3
        await pilot.press("slash", "escape")
        await pilot.pause(0.2)
        assert records.table.has_focus
        assert records.query_one(Input).value == ""
        assert records.table.count == len(NAMES)


async def test_a_search_without_matches_says_so(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.action_search()
        await pilot.press("Z", "enter")
        await pilot.pause(0.2)
        assert "Nothing matches the search." in records.table.render_line(2).text
        assert text_of(records, ".count") == ""


async def test_sorting_keeps_the_search_and_the_record(stage):
    asked = Asked()
    records = RecordList(COLUMNS, key=str, source=asked)
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await pilot.press("end", "s")
        await pilot.pause(0.2)
        await pilot.press("S")
        await pilot.pause(0.2)
        assert asked[-1] == ListQuery("", "name", descending=True)
        assert records.row == "Aylin"
        assert "▼" in records.table.render_line(0).text


async def test_the_bar_says_how_many_and_which(stage, hostile_names):
    records = RecordList(COLUMNS, key=str, source=Asked())
    async with stage(records).run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        assert text_of(records, ".count") == "1–6 of 6"
        for name in hostile_names:
            records.describe_filter(name)
            await pilot.pause()
            assert text_of(records, ".filter") == clean(name)


async def test_a_filter_change_makes_the_source_anew(stage):
    asked = Asked()
    records = RecordList(COLUMNS, key=str, source=asked)
    async with stage(records).run_test(size=(80, 24)) as pilot:
        records.refresh_records()
        await pilot.pause(0.2)
        assert len(asked) == 2


async def test_the_footer_shows_the_keys_of_the_list(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    app = stage(records, KeyBar())
    async with app.run_test(size=(80, 24)) as pilot:
        records.focus_table()
        await pilot.pause(0.2)
        labels = [str(label.content) for label in app.query(KeyLabel)]
        assert labels == ["Enter Open", "/ Search", "s Sort", "q Quit", "? Help"]
        assert app.query_one(RecordTable).has_focus


async def test_the_rows_have_the_focus_so_that_keys_are_not_typed_into_the_search(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    app = stage(records, KeyBar())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        assert records.table.has_focus
        await pilot.press("4")
        assert app.heard.results == ["wages"]


async def test_what_is_typed_right_after_the_search_key_goes_into_the_search(stage):
    records = RecordList(COLUMNS, key=str, source=Asked())
    app = stage(records)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        for name, character in (("slash", "/"), ("1", "1"), ("slash", "/"), ("2", "2")):
            app.post_message(events.Key(name, character))
        await pilot.pause(0.2)
        assert records.query_one(Input).value == "1/2"
        assert app.heard.results == []
