"""The cash sheet of a run as a workbook and as a text file, with the columns that paper has."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.money import Money, amount_text
from models.wages.cash import CashKit
from reports import cash_words as words
from reports.cash_words import CashRow
from reports.sheets import Row, SheetTable, write_csv, write_xlsx
from reports.wording import spoken

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
        (row.group, row.site, row.code, row.number, *_figures(row, kit))
        for row in words.rows_of(kit)
    ]
    write_csv(path, (*_BEFORE, *values, "amount"), rows, guard=True)


def _tables(kit: CashKit, suffix: str) -> tuple[SheetTable, ...]:
    titles = [words.value_text(value, kit.currency) for value in words.columns(kit)]
    *rows, total = words.rows_of(kit)
    whole = _figures(total, kit)
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
            [
                (row.site, row.code, row.number, *_figures(row, kit))
                for row in rows
                if row.group == "employee"
            ],
            (_("Total"), None, None, *whole),
        ),
        SheetTable(
            _("Sites") + suffix,
            (_("Site"), *titles, _("Amount")),
            [
                (words.site_text(row.site), *_figures(row, kit))
                for row in rows
                if row.group == "site"
            ],
            (_("Total"), *whole),
        ),
    )


def _figures(row: CashRow, kit: CashKit) -> Row:
    return (*row.counts, Money(row.amount, kit.currency))
