"""What a payslip line was computed from: shifts, pieces, adjustments and sales."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import amount_text, quantity_text, rate_text
from models.wages.engine.values import Source
from models.wages.explaining import SourceRow, Sources
from models.wages.rows import LineRow, PayslipRow
from models.wages.wording import LINE_LABELS, hours_text
from reports.wording import span_text
from tui.section import DetailScreen
from tui.text import clean, fit, safe
from tui.widgets.columns import Column
from tui.widgets.dates import weekday_date
from tui.widgets.facts import titled
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords

_IN_SHORT: Final = 24


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a line, and how much of it the line counts."""

    source: Source
    row: SourceRow

    @property
    def what(self) -> str:
        """What was done, made, sold or entered."""
        item = _(LINE_LABELS[self.row.what]) if self.row.kind == "adjustment" else self.row.what
        return " · ".join(part for part in (item, self.row.ref, self.row.note) if part)

    @property
    def record(self) -> str:
        """The record as it was written down."""
        return _RECORDS[self.row.kind](self.row)

    @property
    def counted(self) -> str:
        """How much of the record the line counts."""
        return _COUNTED[self.row.kind](self.source, self.row)


def _shift(row: SourceRow) -> str:
    rest = _("break {minutes} min").format(minutes=row.break_minutes) if row.break_minutes else ""
    rate = rate_text(row.rate, row.currency, grouped=True) if row.rate is not None else ""
    at = f"× {rate}" if rate else ""
    return "  ".join(part for part in (f"{row.start}–{row.end}", rest, at) if part)


def _times(row: SourceRow) -> str:
    rate = rate_text(row.rate or 0, row.currency, grouped=True)
    return f"{quantity_text(row.quantity or 0, grouped=True)} × {rate}"


def _amount(row: SourceRow) -> str:
    return amount_text(row.amount or 0, row.currency, grouped=True)


_RECORDS: Final[dict[str, Callable[[SourceRow], str]]] = {
    "shift": _shift,
    "piece": _times,
    "adjustment": _amount,
    "sale": _times,
}
_COUNTED: Final[dict[str, Callable[[Source, SourceRow], str]]] = {
    "shift": lambda source, _row: hours_text(source.quantity),
    "piece": lambda source, _row: quantity_text(source.quantity, grouped=True),
    "adjustment": lambda source, row: amount_text(source.quantity, row.currency, grouped=True),
    "sale": lambda source, row: amount_text(source.quantity, row.currency, grouped=True),
}

_COLUMNS = (
    Column[Behind]("day", N_("Day"), lambda b: weekday_date(b.row.day), width=13),
    Column[Behind]("record", N_("Record"), lambda b: b.record, width=26),
    Column[Behind]("what", N_("What"), lambda b: b.what, width=10, flex=1),
    Column[Behind]("counted", N_("Counted"), lambda b: b.counted, width=11, align="right"),
)


def _short(day: date) -> str:
    return span_text(day, day)


def behind(line: LineRow, sources: Sources) -> list[Behind]:
    """The records behind a line, by day; one that is no longer in the book is left out."""
    found = [
        Behind(source, sources[source.kind, source.id])
        for source in line.sources
        if (source.kind, source.id) in sources
    ]
    return sorted(found, key=lambda b: (b.row.day, b.row.start, b.row.id))


def behind_in_short(line: LineRow, sources: Sources) -> Content:
    """The formula of a line and the first records behind it."""
    records = behind(line, sources)
    lines = [
        Content.assemble((fit(_short(each.row.day), 8), "$muted"), clean(each.record))
        for each in records[:_IN_SHORT]
    ]
    if len(records) > _IN_SHORT:
        more = _("and {n} more: press Enter").format(n=len(records) - _IN_SHORT)
        lines.append(Content.styled(more, "$muted"))
    return titled(line.label, Content(f"{clean(line.formula)}\n"), *lines)


class BehindScreen(DetailScreen):
    """The records behind one line of a payslip."""

    SECTION = "wages"

    def __init__(self, slip: PayslipRow, line: LineRow, sources: Sources) -> None:
        """Show what is behind `line` of `slip`."""
        super().__init__()
        self._slip = slip
        self._line = line
        self._records = behind(line, sources)
        self._table: RecordTable[Behind] = RecordTable(
            _COLUMNS,
            key=id,
            opens=False,
            empty=N_("No record is behind this line: the pay terms alone are."),
        )

    def compose_body(self) -> ComposeResult:
        """The line with its formula, and the records."""
        name = f"{self._slip.code}  {clean(self._slip.work_name)} · {clean(self._line.label)}"
        with Vertical(classes="head"):
            yield Static(safe(name, "bold"), classes="head-title", markup=False)
            yield Static(safe(self._line.formula), classes="head-sums", markup=False)
        yield self._table

    def on_mount(self) -> None:
        """Show the records."""
        self._table.show(ListRecords(self._records))
        self._table.focus()
