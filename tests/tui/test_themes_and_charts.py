import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.widgets import Input, Label

from tui import theme
from tui.widgets.spark import Bar, BarChart, bar_text, sparkline

INKS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
PAPERS = ("background", "surface", "panel")


def luminance(colour):
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_of(ink, paper):
    """The contrast ratio of the web's accessibility guidelines."""
    dark, light = sorted((luminance(ink), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dressed", theme.THEMES, ids=lambda t: t.name)
def test_every_text_colour_is_legible_on_every_ground(dressed):
    inks = [getattr(dressed, name) for name in INKS] + [dressed.variables["muted"]]
    papers = [getattr(dressed, name) for name in PAPERS] + [dressed.variables["field"]]
    for ink in inks:
        for paper in papers:
            assert contrast_of(ink, paper) >= 4.5, (ink, paper)


@pytest.mark.parametrize("dressed", theme.THEMES, ids=lambda t: t.name)
def test_the_cursor_row_is_legible(dressed):
    ink, paper = dressed.variables["cursor-row-text"], dressed.variables["cursor-row"]
    assert contrast_of(ink, paper) >= 7


async def test_the_theme_turns_and_the_styles_hold(stage):
    app = stage(Label("a"), Input(compact=True))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.theme == theme.DARK
        app.theme = theme.other_theme(app.theme)
        await pilot.pause()
        assert app.theme == theme.LIGHT
        assert theme.other_theme(app.theme) == theme.DARK


async def test_without_colour_everything_still_works(stage, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = stage(Label("a"))
    async with app.run_test(size=(80, 24)):
        assert app.no_color


@pytest.mark.parametrize(("size", "name"), [((80, 24), "-narrow"), ((120, 40), "-wide")])
async def test_a_screen_knows_whether_it_is_wide(stage, size, name):
    app = stage(Label("a"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.screen.has_class(name)


async def test_a_bar_stands_between_its_label_and_its_number(stage, hostile_names):
    named = [Bar(name, 100, "1,000.00") for name in hostile_names]
    chart = BarChart([*named, Bar("Oct", 50, "500.00"), Bar("Nov", 0, "0")])
    app = stage(chart)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = str(chart.render()).splitlines()
        assert [line.endswith("1,000.00") for line in drawn[:-2]] == [True] * len(named)
        assert {cell_len(line) for line in drawn} == {80}
        assert drawn[0].count("▇") > drawn[-2].count("▇") > drawn[-1].count("▇")
        chart.bars = ()
        await pilot.pause()


def test_a_bar_is_as_long_as_its_share_and_never_vanishes():
    assert bar_text(100, 100, 10) == "▇" * 10
    assert bar_text(55, 100, 10) == "▇" * 6
    assert bar_text(1, 10_000, 10) == "▏"
    assert bar_text(-50, 100, 10) == "▒" * 5
    assert bar_text(0, 100, 10) == ""
    assert bar_text(0, 0, 10) == ""


def test_a_sparkline_has_a_sign_for_each_number():
    assert sparkline([0, 1, 4, 8]) == "·▂▅█"
    assert sparkline([]) == ""
    assert sparkline([0, -3]) == "··"
