"""A month's sales as blocks of paper: the sum, its days, its best products, its breakdowns."""

from collections.abc import Iterator, Sequence
from typing import Final

from models.language import gettext as _
from models.money import amount_text
from models.sales.figures import SalesGroup, SalesSummary
from reports import sales_columns as columns
from reports.blocks import Block
from reports.charts import Area, Bar, lying_bars, standing_bars, ticks
from reports.page import ACCENT, BAND, INK, MUTED, Sheet
from reports.tables import Column, Table, table_blocks
from reports.wording import month_text
from reports.wrapping import size_to_fit

LEFT: Final = 36.0
WIDTH: Final = 523.0

_BEST: Final = 10
_SIGNS: Final = ("−", "−", "=", "")
_KEY, _NAME, _UNITS, _AMOUNTS = 78.0, 163.0, 46.0, 59.0


def blocks(summary: SalesSummary, header: str) -> Iterator[Block]:
    """The whole summary, in reading order."""
    yield Block(58 if header else 46, lambda sheet, top: _title(sheet, top, summary, header))
    yield Block(56, lambda sheet, top: _sum(sheet, top, summary))
    yield Block(44, lambda sheet, top: _headline(sheet, top, columns.headline(summary)))
    if summary.by_day:
        yield _heading(_("Net sales by day"))
        yield Block(178, lambda sheet, top: _days(sheet, top, summary))
    best = [group for group in summary.by_product[:_BEST] if group.figures.net > 0]
    if best:
        yield _heading(_("Products with the largest net sales"))
        height = 14.0 * len(best)
        bars = [
            Bar(group.name or group.key, group.figures.net, _amount(group.figures.net, summary))
            for group in best
        ]
        yield Block(height + 8, lambda sheet, top: _best(sheet, top, bars, height))
    for breakdown in columns.breakdowns(summary):
        yield from table_blocks(_table(breakdown, summary), LEFT)


def _amount(minor: int, summary: SalesSummary) -> str:
    return amount_text(minor, summary.currency, grouped=True)


def _heading(text: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top - 20, text, 11, bold=True, colour=ACCENT)

    return Block(28, draw, keep=True)


def _title(sheet: Sheet, top: float, summary: SalesSummary, header: str) -> None:
    if header:
        sheet.text(LEFT, top - 8, header, 8.5, colour=MUTED, within=WIDTH)
        top -= 12
    title = _("Sales summary")
    sheet.text(LEFT, top - 18, title, 18, bold=True, colour=ACCENT)
    month = f"{month_text(summary.month)} · {summary.currency}"
    sheet.text_right(LEFT + WIDTH, top - 18, month, 13, bold=True)
    sheet.line(LEFT, top - 28, LEFT + WIDTH, top - 28, width=1.2, colour=ACCENT)


def _sum(sheet: Sheet, top: float, summary: SalesSummary) -> None:
    names = (_("Gross sales"), _("Discounts"), _("Returns"), _("Net sales"))
    texts = columns.figure_texts(summary.totals, summary.currency)[1:]
    last = WIDTH * 0.31
    width = (WIDTH - last) / 3
    sheet.box(LEFT + WIDTH - last, top - 46, last, 46, fill=BAND, edge=INK, line=1)
    for index, (name, text) in enumerate(zip(names, texts, strict=True)):
        net = index == 3
        x = LEFT + (WIDTH - last + 10 if net else index * width)
        room = last - 20 if net else width - 24
        sheet.text(x, top - 16, name, 8, colour=MUTED, within=room)
        size = size_to_fit(text, room, 17 if net else 13, bold=True)
        sheet.text(x, top - 36, text, size, bold=True)
        if not net:
            sheet.text(x + width - 20, top - 35, _SIGNS[index], 12, colour=MUTED)


def _headline(sheet: Sheet, top: float, cells: Sequence[tuple[str, str]]) -> None:
    shares = (0.1, 0.1, 0.13, 0.2, 0.235, 0.235)
    x = LEFT
    for share, (name, text) in zip(shares, cells, strict=True):
        room = share * WIDTH - 8
        sheet.text(x, top - 14, name, size_to_fit(name, room, 7.2), colour=MUTED, within=room)
        sheet.text(x, top - 28, text, size_to_fit(text, room, 10.5), within=room)
        x += share * WIDTH


def _days(sheet: Sheet, top: float, summary: SalesSummary) -> None:
    net = {group.key: group.figures.net for group in summary.by_day}
    bars = [Bar(str(day.day), net.get(day.isoformat(), 0)) for day in summary.month.dates()]
    values = [bar.value for bar in bars]
    scale = [(tick, _amount(tick, summary)) for tick in ticks(min(values), max(values))]
    area = Area(LEFT + 58, top - 160, WIDTH - 58, 150)
    standing_bars(sheet, area, bars, scale)


def _best(sheet: Sheet, top: float, bars: Sequence[Bar], height: float) -> None:
    lying_bars(sheet, Area(LEFT, top - height, WIDTH, height), bars, 190)


def _table(breakdown: columns.Breakdown, summary: SalesSummary) -> Table:
    widths = (_UNITS, *[_AMOUNTS] * 4)
    figures = [
        Column(title, width, figures=True)
        for title, width in zip(columns.figure_titles(), widths, strict=True)
    ]
    names = any(columns.name_text(group) for group in breakdown.groups)
    keys = [Column(breakdown.key, _KEY), Column(_("Name"), _NAME)]
    return Table(
        breakdown.title,
        [*(keys if names else [Column(breakdown.key, _KEY + _NAME)]), *figures],
        [_row(group, summary, names=names) for group in breakdown.groups],
        [
            *([_("Total"), ""] if names else [_("Total")]),
            *columns.figure_texts(summary.totals, summary.currency),
        ],
    )


def _row(group: SalesGroup, summary: SalesSummary, *, names: bool) -> list[str]:
    texts = columns.figure_texts(group.figures, summary.currency)
    name = [columns.name_text(group)] if names else []
    return [columns.key_text(group), *name, *texts]
