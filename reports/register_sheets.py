"""The pay register as a workbook and as a text file, with the columns that it has on paper."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import pgettext
from models.money import Money
from models.wages.register_table import Register, RegisterPart
from models.wages.wording import run_status_label
from reports.register_columns import cell_value, draft_mark, figure_value, method_label, title_of
from reports.sheets import Row, SheetTable, Value, write_csv, write_xlsx
from reports.wording import spoken

# What stands before the columns of the register in a text file.
CSV_COLUMNS: Final = ("run", "from", "to", "status", "currency", "row")


def write_register_xlsx(
    path: Path, registers: Sequence[Register], *, language: str | None = None
) -> None:
    """Write the register as a workbook with real numbers: its rows, the sums by site, the run.

    Args:
        path: where to.
        registers: one for each currency, on sheets of their own.
        language: the manager's; None is the language in use.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    with spoken(language):
        write_xlsx(
            path,
            [
                sheet
                for register in registers
                for sheet in _sheets(register, register.currency if len(registers) > 1 else "")
            ],
        )


def write_register_csv(path: Path, registers: Sequence[Register]) -> None:
    """Write the register as one table; `row` is employee, site, total or not_collected.

    Headings and words are codes, the same in every language, so that scripts can rely on them.
    Sums of a site stand below its employees.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    columns = [*CSV_COLUMNS, *(column.code for column in registers[0].columns)]
    rows = [row for register in registers for row in _csv_rows(register)]
    write_csv(path, columns, rows, guard=True)


def _sheets(register: Register, suffix: str) -> Iterator[SheetTable]:
    columns = [title_of(column) for column in register.columns]
    yield SheetTable(
        _named(register, _("Pay register"), suffix),
        columns,
        [
            [cell_value(column, row, register.currency) for column in register.columns]
            for row in register.total.rows
        ],
        _sums(register, register.total, _("Total")),
    )
    if len(register.sites) > 1:
        yield SheetTable(
            _named(register, _("Sites"), suffix),
            columns,
            [_sums(register, part, "") for part in register.sites],
            _sums(register, register.total, _("Total")),
        )
    yield SheetTable(
        _named(register, _("Pay run"), suffix), (_("Figure"), _("Value")), list(_facts(register))
    )


def _named(register: Register, name: str, suffix: str) -> str:
    return " ".join(filter(None, (draft_mark(register), name, suffix)))


def _sums(register: Register, part: RegisterPart, name: str) -> list[Value]:
    """The sums of a part under their columns, its name in the first one or under the site."""
    named: dict[str, Value] = {"code": name or None, "site": part.site or None}
    return [
        figure_value(column, part.figures, register.currency)
        if column.summed
        else named.get(column.code)
        for column in register.columns
    ]


def _facts(register: Register) -> Iterator[tuple[str, Value]]:
    run = register.run
    yield _("Pay run"), run.number
    yield pgettext("pay run", "Status"), draft_mark(register) or run_status_label(run.status)
    yield _("From"), run.period.starts_on
    yield _("To"), run.period.ends_on
    yield _("Currency"), register.currency
    yield _("Employees"), len(register.total.rows)
    for method, count in register.total.by_method.items():
        yield method_label(method), Money(count.amount, register.currency)
    left = register.total.uncollected
    yield _("Not collected: employees"), left.employees
    yield _("Not collected: amount"), Money(left.amount, register.currency)


def _csv_rows(register: Register) -> Iterator[Row]:
    run = register.run
    for part in register.sites:
        for row in part.rows:
            yield [
                *_lead(register, row.status, "employee"),
                *(
                    cell_value(column, row, register.currency, coded=True)
                    for column in register.columns
                ),
            ]
        if len(register.sites) > 1:
            yield [*_lead(register, run.status, "site"), *_sums(register, part, "")]
    yield [*_lead(register, run.status, "total"), *_sums(register, register.total, "")]
    yield [*_lead(register, run.status, "not_collected"), *_not_collected(register)]


def _lead(register: Register, status: str, row: str) -> tuple[Value, ...]:
    period = register.run.period
    days = (period.starts_on, period.ends_on)
    return (register.run.number, *days, status, register.currency, row)


def _not_collected(register: Register) -> list[Value]:
    left = Money(register.total.uncollected.amount, register.currency)
    return [left if column.code == "paid" else None for column in register.columns]
