"""What a payslip line was computed from: rule and article, shifts, pieces, amounts and sales."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import speaking
from models.money import amount_text, quantity_text, rate_text
from models.wages.advances.wording import advance_kind_label
from models.wages.explained_wording import Told, counted_text, in_both_languages, told
from models.wages.explaining import Behind, SourceRow
from models.wages.explanation import Explanation
from models.wages.rows import LineRow
from models.wages.wording import LINE_LABELS
from reports.wording import span_text
from tui.section import DetailScreen
from tui.text import clean, fit, safe
from tui.widgets.columns import Column
from tui.widgets.dates import weekday_date
from tui.widgets.facts import titled
from tui.widgets.paged_view import HEADER_ROWS
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords

_IN_SHORT: Final = 18
_LEAST_RECORDS: Final = 3


def _what(behind: Behind) -> str:
    """What was done, made, sold or entered."""
    row = behind.row
    return " · ".join(part for part in (_named(row), row.ref, row.note, row.legal_basis) if part)


def _named(row: SourceRow) -> str:
    if row.kind == "adjustment":
        return _(LINE_LABELS[row.what])
    return advance_kind_label(row.what) if row.kind == "advance" else row.what


def _record(behind: Behind) -> str:
    """The record as it was written down."""
    return _RECORDS[behind.row.kind](behind.row)


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
    "advance": _amount,
    "sale": _times,
}

_COLUMNS = (
    Column[Behind]("day", N_("Day"), lambda b: weekday_date(b.row.day), width=13),
    Column[Behind]("record", N_("Record"), _record, width=26),
    Column[Behind]("what", N_("What"), _what, width=10, flex=1),
    Column[Behind]("counted", N_("Counted"), counted_text, width=11, align="right"),
)


def _record_in_short(row: SourceRow) -> str:
    return f"{row.start}–{row.end}" if row.kind == "shift" else _RECORDS[row.kind](row)


def _short(day: date) -> str:
    return span_text(day, day)


def _why(each: Told, said: Told | None = None) -> Iterator[Content]:
    """The rules with their articles, the terms and the week behind a line.

    What was `said` in the manager's language is muted, and the packs are not named once more.
    """
    style = "$muted" if said else ""
    known = [rule.source for rule in said.rules] if said else []
    for rule in each.rules:
        article = rule.source if said else rule.article
        yield safe(rule.text, style)
        if article and article not in known:
            yield safe(article, "$muted")
    if each.terms:
        yield safe(each.terms, style)
    if each.week:
        yield safe(_("Earned in that week:"), style)
    for label, formula in each.week:
        yield safe(f"  {label}  {formula}", style)


def _in_words(explained: Explanation, line: LineRow) -> tuple[Content, ...]:
    """A line in the manager's language and below, where it is another, in the worker's."""
    worker = explained.slip.language
    own, *others = in_both_languages(worker, lambda: told(explained, line))
    why = list(_why(own))
    for each in others:
        with speaking(worker):
            theirs = list(_why(each, own))
        why += [safe(f"{each.label}: {each.formula}", "$muted"), *theirs]
    return tuple(why)


def behind_in_short(explained: Explanation, line: LineRow) -> Content:
    """The formula of a line, the rule, and the first records behind it."""
    records = explained.records(line)
    lines = [
        Content.assemble(
            (fit(_short(each.row.day), 8), "$muted"),
            fit(_record_in_short(each.row), 14),
            (fit(counted_text(each), 13, "right"), "$muted"),
        )
        for each in records[:_IN_SHORT]
    ]
    more = _("{n} more records and the rest: press Enter")
    if len(records) > _IN_SHORT:
        lines.append(Content.styled(more.format(n=len(records) - _IN_SHORT), "$muted"))
    why = list(_why(told(explained, line)))
    space = [Content(" ")] if why and lines else []
    formula = Content(f"{clean(line.formula)}\n")
    return titled(line.label, formula, *why, *space, *lines)


class BehindScreen(DetailScreen):
    """The rule and the records behind one line of a payslip."""

    SECTION = "wages"

    def __init__(self, explained: Explanation, line: LineRow) -> None:
        """Show what is behind `line` of the payslip that is `explained`."""
        super().__init__()
        self._explained = explained
        self._line = line
        self._table: RecordTable[Behind] = RecordTable(
            _COLUMNS,
            key=id,
            opens=False,
            empty=N_("No record is behind this line."),
        )

    def compose_body(self) -> ComposeResult:
        """The line with its formula, why it is so, and the records."""
        slip, line = self._explained.slip, self._line
        name = " · ".join((f"{slip.code}  {slip.work_name}".strip(), line.label))
        with Vertical(classes="head"):
            yield Static(safe(name, "bold"), classes="head-title", markup=False)
            yield Static(safe(line.formula, "bold"), classes="behind-formula", markup=False)
        with VerticalScroll(classes="behind-why"):
            words = Content("\n").join(_in_words(self._explained, line))
            yield Static(words, markup=False)
        yield self._table

    def on_mount(self) -> None:
        """Show the records."""
        self._table.show(ListRecords(self._explained.records(self._line)))
        self._table.focus()

    def on_resize(self) -> None:
        """Give the words the room that a few records leave, so that both are in view."""
        self.call_after_refresh(self._share_room)

    def _share_room(self) -> None:
        why = self.query_one(".behind-why", VerticalScroll)
        body, head = self.query_one(".section-body"), self.query_one(".head")
        rows = min(_LEAST_RECORDS, max(1, len(self._explained.records(self._line))))
        left = body.size.height - head.outer_size.height - HEADER_ROWS - rows
        why.styles.max_height = left - why.styles.margin.bottom
