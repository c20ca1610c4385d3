"""A pay register as blocks of paper: headings, sites with their employees, sums, and who signs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from models.language import gettext as _
from models.wages.register_table import Register, RegisterPart, RegisterRow
from reports.blocks import Block, together
from reports.page import ACCENT, BAND, INK, MUTED, Sheet
from reports.register_columns import count_text, employees_text, method_label
from reports.register_form import LEFT, WIDTH, Form
from reports.register_rows import Sums, draw_headings, draw_row, draw_sums
from reports.typefaces import text_width

_BAND: Final = 15.0
_OPEN: Final = 26.0
_FOOT: Final = 62.0
_BLANK: Final = "________"


def blocks(register: Register, form: Form) -> Iterator[Block]:
    """The whole register in reading order."""
    head = Block(form.head_height, lambda sheet, top: draw_headings(sheet, top, form), keep=True)
    yield head
    body = [block for part in register.sites for block in _site(register, part, form, head)]
    yield from body[:-1]
    # Nobody signs as a witness on a page without an employee.
    yield from (replace(block, keep=True) for block in body[-1:])
    yield replace(_sums(register, register.total, form, _("Total")), head=head, keep=True)
    yield _left_over(register)
    yield _witnesses()


def _site(register: Register, part: RegisterPart, form: Form, head: Block) -> Iterator[Block]:
    """A site under its name, which is said again where it goes on on another page."""
    again = head
    if part.site:
        yield replace(_band(part.site), head=head, keep=True)
        again = together(head, _band(_("{site}, continued").format(site=part.site)))
    *rows, last = part.rows
    several = len(register.sites) > 1
    for row in rows:
        yield _row(register, row, form, again)
    # A sum never stands on a page without the last of what it adds up.
    yield replace(_row(register, last, form, again), keep=several)
    if several:
        yield _sums(register, part, form, part.site or _("Without a site"))


def _row(register: Register, row: RegisterRow, form: Form, head: Block) -> Block:
    return Block(
        form.height, lambda sheet, top: draw_row(sheet, top, register, row, form), head=head
    )


def _band(name: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.box(LEFT, top - _BAND, WIDTH, _BAND - 0.5, fill=BAND)
        sheet.text(LEFT + 3, top - 10.8, name, 8.4, bold=True, colour=ACCENT, within=WIDTH - 8)

    return Block(_BAND, draw)


def _sums(register: Register, part: RegisterPart, form: Form, name: str) -> Block:
    words = (name, employees_text(len(part.rows)))
    sums = Sums(part, register.currency, words, tuple(_notes(register, part)))
    return Block(sums.height(form), lambda sheet, top: draw_sums(sheet, top, sums, form))


def _notes(register: Register, part: RegisterPart) -> Iterator[str]:
    """What is handed out in which way, and what of it was not collected."""
    for method, count in part.by_method.items():
        yield f"{method_label(method)}: {count_text(count, register.currency)}"
    if register.begun and part.uncollected.employees:
        text = count_text(part.uncollected, register.currency)
        yield _("Not collected: {what}").format(what=text)


def _left_over(register: Register) -> Block:
    """What was not collected; before anything was paid out, room to write it down."""
    said = _left_over_text(register)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT + 3, top - 16, said, 9, bold=True, within=WIDTH)

    return Block(_OPEN, draw, keep=True)


def _left_over_text(register: Register) -> str:
    left = register.total.uncollected
    if register.begun and not left.employees:
        return _("Everyone was paid.")
    blank = _("{blank} employees, {blank} {currency}")
    text = (
        count_text(left, register.currency)
        if register.begun
        else blank.format(blank=_BLANK, currency=register.currency)
    )
    return _("Not collected: {what}").format(what=text)


def _witnesses() -> Block:
    """Room for who paid out, and for who saw it."""

    def draw(sheet: Sheet, top: float) -> None:
        width = WIDTH / 2 - 8
        for x, name in ((LEFT, _("Paid out by")), (LEFT + WIDTH - width, _("Witnessed by"))):
            sheet.box(x, top - _FOOT + 4, width, _FOOT - 8, edge=MUTED, line=0.6)
            sheet.text(x + 6, top - 16, name, 8.4, bold=True)
            _blanks(sheet, x + 6, top - _FOOT + 16, width - 12)

    return Block(_FOOT, draw)


def _blanks(sheet: Sheet, x: float, y: float, width: float) -> None:
    for share, name in ((0.36, _("Name")), (0.4, _("Signature")), (0.24, _("Date"))):
        said = text_width(name, 7) + 5
        sheet.text(x, y, name, 7, colour=MUTED)
        sheet.line(x + said, y - 2, x + share * width - 8, y - 2, colour=INK)
        x += share * width
