"""The cash of a pay run as lines of text."""

from collections.abc import Iterator
from decimal import Decimal

from models.language import gettext as _
from models.money import Money, amount_text, decimal_text, minor_digits
from models.wages.cash import CashKit, CashSite, Notes
from tui.commands.tables import Cell, lines_of


def cash_lines(kit: CashKit) -> Iterator[str]:
    """The notes and coins in all, then who gets which of them."""
    heading = (
        _("Not collected yet, run {n}: {total}") if kit.uncollected else _("Cash, run {n}: {total}")
    )
    yield heading.format(n=kit.run, total=Money(kit.total, kit.currency))
    if not kit.employees:
        yield (
            _("Everything was paid out.") if kit.uncollected else _("Nobody in it is paid in cash.")
        )
        return
    yield ""
    columns = (_("note or coin"), _("how many"), _("amount"))
    rows: list[tuple[Cell, ...]] = [
        (Decimal(_value(note.value, kit)), note.count, _amount(note.amount, kit))
        for note in kit.notes
    ]
    yield from lines_of(columns, [*rows, (_("total"), kit.pieces, _amount(kit.total, kit))])
    yield ""
    yield from lines_of(
        (_("site"), _("code"), *(_value(note.value, kit) for note in kit.notes), _("amount")),
        [row for site in kit.sites for row in _site_rows(site, kit)]
        + [(_("total"), "", *_counts(kit.notes, kit), _amount(kit.total, kit))],
    )


def _site_rows(site: CashSite, kit: CashKit) -> Iterator[tuple[Cell, ...]]:
    for pay in site.employees:
        yield site.site, pay.code, *_counts(pay.notes, kit), _amount(pay.paid, kit)
    if len(kit.sites) > 1:
        yield site.site, _("total"), *_counts(site.notes, kit), _amount(site.total, kit)


def _counts(notes: Notes, kit: CashKit) -> tuple[Cell, ...]:
    counts = {note.value: note.count for note in notes}
    return tuple(counts.get(note.value) for note in kit.notes)


def _value(value: int, kit: CashKit) -> str:
    return decimal_text(value, minor_digits(kit.currency))


def _amount(minor: int, kit: CashKit) -> Decimal:
    return Decimal(amount_text(minor, kit.currency))
