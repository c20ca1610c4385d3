"""A payslip as lines of text."""

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from rich.cells import cell_len, chop_cells

from models.language import gettext as _
from models.language import speaking
from models.money import amount_text, quantity_text, rate_text
from models.wages.explained_wording import Told, counted_text, in_both_languages, told
from models.wages.explaining import Behind
from models.wages.explanation import Explanation
from models.wages.rows import LineRow, PayslipRow
from models.wages.wording import basis_label, equivalent_text, hours_text, run_status_label
from tui.commands.tables import Cell, lines_of, padded

_INDENT: Final = "    "
_SET_IN: Final = "  "
_WIDTH: Final = 92
_LABEL: Final = 36
_WIDEST_LABEL: Final = 68


def payslip_lines(slip: PayslipRow, explained: Explanation | None = None) -> Iterator[str]:
    """The payslip; with `explained`, below each line why it is so and the records behind it.

    The worker's own language follows the reader's, where they are not the same.
    """
    yield from _head(slip)
    yield ""
    width = _label_width(slip)
    for line in slip.lines:
        yield from _line(line, width)
        if explained is not None:
            yield from _explained(explained, line)
            yield from _records(explained.records(line))
            yield ""
    if explained is None:
        yield ""
    yield from _totals(slip, width)
    yield from slip.balance_texts
    for warning in slip.warning_texts:
        yield f"! {warning}"


def _head(slip: PayslipRow) -> Iterator[str]:
    number = _("Payslip {number}").format(number=slip.number)
    status = run_status_label(slip.status) if slip.status != "paid" or not slip.paid_on else ""
    paid = _("paid on {day}").format(day=slip.paid_on) if slip.paid_on else ""
    printed = _("printed on {day}").format(day=slip.printed_on) if slip.printed_on else ""
    yield " · ".join(filter(None, (number, status, paid, printed)))
    yield " · ".join(filter(None, (slip.code, slip.work_name, slip.site)))
    yield f"{slip.period} · {basis_label(slip.basis)} · {slip.pack} · {slip.currency}"


def _label_width(slip: PayslipRow) -> int:
    """Cells for labels, so that amounts stand under each other."""
    widest = max((cell_len(line.label) for line in slip.lines), default=0)
    return min(max(_LABEL, widest), _WIDEST_LABEL)


def _line(line: LineRow, width: int) -> Iterator[str]:
    minor = -line.amount if line.group == "deduction" else line.amount
    sign = "−" if minor < 0 else ""
    amount = amount_text(abs(minor), line.currency, grouped=True)
    *above, label = _label_lines(line.label, width)
    yield from above
    yield f"{padded(label, width)} {sign + amount:>14}"
    yield f"{_INDENT}{_days(line)}{line.formula}"
    if line.reason:
        yield f"{_INDENT}{line.reason}"


def _label_lines(label: str, width: int) -> list[str]:
    """A label in lines of `width` cells; those after the first are set in."""
    lines = [""]
    for word in label.split(" "):
        room = width - cell_len(lines[-1]) - 1
        if lines[-1].strip() and cell_len(word) > room:
            lines.append(_SET_IN)
        gap = " " if lines[-1].strip() else ""
        first, *more = chop_cells(word, width - cell_len(_SET_IN)) or [""]
        lines[-1] += gap + first
        lines += [_SET_IN + piece for piece in more]
    return lines


def _days(line: LineRow) -> str:
    if line.starts_on is None:
        return ""
    if line.ends_on in (None, line.starts_on):
        return f"{line.starts_on}: "
    return f"{line.starts_on} – {line.ends_on}: "


def _totals(slip: PayslipRow, width: int) -> Iterator[str]:
    figures = (
        (_("Gross"), slip.gross),
        (_("Deductions"), slip.deductions),
        (_("Net pay"), slip.net),
        *([(_("Rounding"), slip.rounding)] if slip.rounding else []),
        (_("Paid") if slip.status == "paid" else _("To be paid"), slip.paid),
    )
    for label, minor in figures:
        amount = amount_text(minor, slip.currency, grouped=True)
        yield f"{padded(label, width)} {amount:>14}"
    yield _("Hours worked: {hours}").format(hours=hours_text(slip.minutes.worked))
    if slip.hourly_equivalent is not None:
        yield equivalent_text(
            slip.hourly_equivalent, slip.equivalent_minutes, slip.currency, slip.equivalent_units
        )


def _explained(explained: Explanation, line: LineRow) -> Iterator[str]:
    own, *workers = in_both_languages(explained.slip.language, lambda: told(explained, line))
    yield from _told(own, _INDENT)
    for each in workers:
        yield f"{_INDENT}{each.language}: {each.label}"
        deeper = _INDENT * 2
        yield from _wrapped(each.formula, deeper)
        yield from _told(each, deeper)


def _told(each: Told, indent: str) -> Iterator[str]:
    for rule in each.rules:
        yield from _wrapped(rule.text, indent)
        yield from _wrapped(rule.article, indent + _INDENT)
    if each.terms:
        yield from _wrapped(each.terms, indent)
    if each.week:
        with speaking(each.language):
            title = _("Earned in that week:")
        yield indent + title
        for label, formula in each.week:
            yield f"{indent}{_INDENT}{padded(label, 30)} {formula}"


def _wrapped(text: str, indent: str) -> Iterator[str]:
    # A Hangul syllable takes two cells, so that half as many fit on a line.
    width = _WIDTH * len(text) // max(1, cell_len(text))
    yield from textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)


def _records(records: list[Behind]) -> Iterator[str]:
    if not records:
        return
    columns = (
        _("date"),
        _("from"),
        _("to"),
        _("break"),
        _("hours"),
        _("what"),
        _("quantity"),
        _("rate"),
        _("amount"),
        _("counted"),
        _("ref"),
        _("note"),
        _("legal basis"),
    )
    for text in lines_of(columns, [_cells(behind) for behind in records]):
        yield f"{_INDENT}{_INDENT}{text}"


def _cells(behind: Behind) -> tuple[Cell, ...]:
    source = behind.row
    return (
        source.day,
        source.start,
        source.end,
        source.break_minutes or None,
        None if source.minutes is None else hours_text(source.minutes),
        source.what,
        None if source.quantity is None else Decimal(quantity_text(source.quantity)),
        None if source.rate is None else Decimal(rate_text(source.rate, source.currency)),
        None if source.amount is None else Decimal(amount_text(source.amount, source.currency)),
        counted_text(behind),
        source.ref,
        source.note,
        source.legal_basis,
    )
