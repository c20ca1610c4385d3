"""The cash sheet of a run as a workbook and as a text file, with the columns that paper has."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.money import Money, amount_text
from models.wages.cash import CashKit, CashSite
from reports import cash_words as words
from reports.sales_summary import spoken
from reports.sheets import Row, SheetTable, write_csv, write_xlsx

_BEFORE: Final = ("group", "site", "code", "payslip")


def write_cash_sheet_xlsx(
    path: Path, kits: Sequence[CashKit], *, language: str | None = None
) -> None:
    """Write the cash sheet as a workbook: the notes and coins, each employee, each site.

    Args:
        path: where to.
        kits: one, or one for each currency.
        language: the manager's; None is the language in use.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    with spoken(language):
        write_xlsx(
            path,
            [
                table
                for kit in kits
                for table in _tables(kit, f" {kit.currency}" if len(kits) > 1 else "")
            ],
        )


def write_cash_sheet_csv(path: Path, kit: CashKit) -> None:
    """Write the cash sheet of one currency as one table; `group` is employee, site or total.

    Headings and groups are codes, the same in every language, and each note or coin has a column.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    values = [amount_text(value, kit.currency) for value in words.columns(kit)]
    rows: list[Row] = [
        (row.group, row.site, row.code, row.number, *row.counts, Money(row.amount, kit.currency))
        for row in words.rows_of(kit)
    ]
    write_csv(path, (*_BEFORE, *values, "amount"), rows)


def _tables(kit: CashKit, suffix: str) -> tuple[SheetTable, ...]:
    values = words.columns(kit)
    titles = [words.value_text(value, kit.currency) for value in values]
    whole: Row = (*words.counts_of(kit.notes, values), Money(kit.total, kit.currency))
    return (
        SheetTable(
            _("Notes and coins") + suffix,
            (_("Note or coin"), _("How many"), _("Amount")),
            [
                (Money(note.value, kit.currency), note.count, Money(note.amount, kit.currency))
                for note in kit.notes
            ],
            (_("Total"), kit.pieces, Money(kit.total, kit.currency)),
        ),
        SheetTable(
            words.sheet_title(kit) + suffix,
            (_("Site"), _("Code"), _("Payslip"), *titles, _("Amount")),
            [row for site in kit.sites for row in _employees(site, kit)],
            (_("Total"), None, None, *whole),
        ),
        SheetTable(
            _("Sites") + suffix,
            (_("Site"), *titles, _("Amount")),
            [
                (
                    words.site_text(site.site),
                    *words.counts_of(site.notes, values),
                    Money(site.total, kit.currency),
                )
                for site in kit.sites
            ],
            (_("Total"), *whole),
        ),
    )


def _employees(site: CashSite, kit: CashKit) -> list[Row]:
    return [
        (
            site.site,
            pay.code,
            pay.number,
            *words.counts_of(pay.notes, words.columns(kit)),
            Money(pay.paid, kit.currency),
        )
        for pay in site.employees
    ]
