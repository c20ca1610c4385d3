"""A pay register as lines of text, its columns folded to the width of the terminal."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from models.language import gettext as _
from models.wages.register_table import Register, RegisterColumn, RegisterPart
from models.wages.wording import run_status_label
from reports.register_columns import (
    cell_text,
    count_text,
    figure_text,
    method_label,
    title_of,
)
from tui.commands.console import clean
from tui.commands.tables import padded

_GAP: Final = "  "
_LEFT: Final = ("text", "day")

# A column's lines: heading, rule, a line for each row and each sum.
_Lines = list[str]


def registers_lines(registers: Sequence[Register]) -> Iterator[str]:
    """The register of each currency: its rows, sums by site and in all, and what is handed out."""
    for number, register in enumerate(registers):
        if number:
            yield ""
        yield from _register(register)


def _register(register: Register) -> Iterator[str]:
    yield " · ".join(_head(register))
    for block in _folded([_lines(column, register) for column in _shown(register)]):
        yield ""
        yield from (_GAP.join(line).rstrip() for line in zip(*block, strict=True))
    yield ""
    for method, count in register.total.by_method.items():
        yield f"{method_label(method)}: {count_text(count, register.currency)}"
    if register.total.uncollected.employees:
        what = count_text(register.total.uncollected, register.currency)
        yield _("Not collected: {what}").format(what=what)


def _head(register: Register) -> Iterator[str]:
    run = register.run
    yield _("Pay register")
    yield _("Pay run {n}").format(n=run.number)
    yield str(run.period)
    yield run_status_label(run.status)
    yield register.currency


def _shown(register: Register) -> list[RegisterColumn]:
    """The columns in which something stands."""
    return [
        column
        for column in register.columns
        if any(cell_text(column, row, register.currency) for row in register.total.rows)
    ]


def _lines(column: RegisterColumn, register: Register) -> _Lines:
    cells = [cell_text(column, row, register.currency) for row in register.total.rows]
    sums = [_sum(column, part, register) for part in _summed(register)]
    texts = [clean(text) for text in (title_of(column), *cells, *sums)]
    width = max(map(cell_len, texts))
    head, *rest = (padded(text, width, right=column.kind not in _LEFT) for text in texts)
    rule = "─" * width
    return [head, rule, *rest[: len(cells)], rule, *rest[len(cells) :]]


def _summed(register: Register) -> list[RegisterPart]:
    several = len(register.sites) > 1
    return [*(register.sites if several else ()), register.total]


def _sum(column: RegisterColumn, part: RegisterPart, register: Register) -> str:
    if column.code == "code":
        return _("Total") if part is register.total else part.site or _("Without a site")
    return figure_text(column, part.figures, register.currency) if column.summed else ""


def _folded(columns: Sequence[_Lines]) -> Iterator[list[_Lines]]:
    """The columns in blocks as wide as the terminal, each of which begins with the first column."""
    first, *others = columns
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
    block, used = [first], cell_len(first[0])
    for column in others:
        width = len(_GAP) + cell_len(column[0])
        if used + width > room and len(block) > 1:
            yield block
            block, used = [first], cell_len(first[0])
        block.append(column)
        used += width
    yield block
