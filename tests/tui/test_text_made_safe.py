from rich.cells import cell_len
from textual.widgets import Button, DataTable, Label, OptionList, Select

import tui  # noqa: F401 - sets the environment
from tui.text import cell, clean, cut, fit, safe


async def test_hostile_text_is_shown_as_it_is_by_every_widget(stage, hostile_names):
    table = DataTable()
    widgets = [table, OptionList(*map(safe, hostile_names))]
    for name in hostile_names:
        widgets += [Label(safe(name)), Button(safe(name)), Select([(safe(name), 1)])]
    app = stage(*widgets)
    async with app.run_test(size=(80, 24)) as pilot:
        table.add_column("a")
        table.add_rows([[cell(name)] for name in hostile_names])
        app.notify(hostile_names[0], markup=False)
        await pilot.pause()
        shown = [str(label.content) for label in app.screen.query("Screen > Label")]
        assert shown == [clean(name) for name in hostile_names]


def test_brackets_stay_and_nothing_moves_the_cursor(hostile):
    text = clean(hostile)
    assert text.isprintable()
    assert text.count("[") == hostile.count("[")


def test_cut_and_padded_text_takes_exactly_its_cells(hostile):
    for width in range(1, 60):
        assert cell_len(fit(hostile, width)) == width
        assert cell_len(fit(hostile, width, "right")) == width
        assert cell_len(cut(hostile, width)) <= width


def test_a_wide_name_is_cut_with_an_ellipsis():
    assert cut("가나다라마", 6) == "가나…"
    assert cut("가나다", 6) == "가나다"
    assert cut("가나다", 0) == ""


def test_the_input_method_switch_is_set_before_textual():
    import os

    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
