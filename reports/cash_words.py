"""The words and columns of a run's cash, the same on paper, in a spreadsheet and a text file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.language import gettext as _
from models.language import ngettext
from models.money import Money, amount_text, decimal_text, minor_digits
from models.wages.cash import CashKit, Notes
from reports.wording import period_text


@dataclass(frozen=True, slots=True)
class CashRow:
    """A line of a cash sheet: an employee, a site's sum or the whole; `group` says which."""

    group: str
    site: str
    code: str
    number: str
    counts: tuple[int, ...]
    amount: int


def rows_of(kit: CashKit) -> Iterator[CashRow]:
    """Each site's employees, then its sum; last, the whole. Counts are as in `columns`."""
    values = columns(kit)
    for site in kit.sites:
        for pay in site.employees:
            counts = counts_of(pay.notes, values)
            yield CashRow("employee", site.site, pay.code, pay.number, counts, pay.paid)
        yield CashRow("site", site.site, "", "", counts_of(site.notes, values), site.total)
    yield CashRow("total", "", "", "", counts_of(kit.notes, values), kit.total)


def columns(kit: CashKit) -> tuple[int, ...]:
    """The notes and coins that the kit needs, largest first, in minor units."""
    return tuple(note.value for note in kit.notes)


def counts_of(notes: Notes, values: Sequence[int]) -> tuple[int, ...]:
    """How many of each of `values` there are."""
    counts = {note.value: note.count for note in notes}
    return tuple(counts.get(value, 0) for value in values)


def value_text(value: int, currency: str) -> str:
    """A note or coin as people call it: `100`, `0.5`, `50,000`."""
    return decimal_text(value, minor_digits(currency), grouped=True)


def figure_text(minor: int, currency: str) -> str:
    """An amount with all its digits."""
    return amount_text(minor, currency, grouped=True)


def site_text(site: str) -> str:
    """A site's name, or what stands for none."""
    return site or _("No site")


def slip_title(kit: CashKit) -> str:
    """What the slip for the bank or the safe is called."""
    return _("Cash to count back") if kit.uncollected else _("Cash withdrawal")


def sheet_title(kit: CashKit) -> str:
    """What the list of who gets which notes is called."""
    return _("Pay not collected") if kit.uncollected else _("Cash sheet")


def signers(kit: CashKit) -> tuple[str, str]:
    """Who signs a slip."""
    if kit.uncollected:
        return _("Counted by"), _("Checked by")
    return _("Handed out by"), _("Received by")


def run_text(kit: CashKit) -> str:
    """`Pay run 11 · 1–30 Apr 2026 · CNY`."""
    run = _("Pay run {n}").format(n=kit.run)
    return " · ".join((run, period_text(kit.period), kit.currency))


def size_text(kit: CashKit) -> str:
    """How many envelopes there are, and of how many notes and coins."""
    people = len(kit.employees)
    return " · ".join(
        (
            ngettext("{n} envelope", "{n} envelopes", people).format(n=f"{people:,}"),
            ngettext("{n} note or coin", "{n} notes and coins", kit.pieces).format(
                n=f"{kit.pieces:,}"
            ),
        )
    )


def total_text(kit: CashKit) -> str:
    """The sum with its currency."""
    return str(Money(kit.total, kit.currency))
