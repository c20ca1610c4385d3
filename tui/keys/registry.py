"""Every command by its id."""

from typing import Final

from tui.keys import anywhere, forms, lists, sales, settings, shifts, wages
from tui.keys.command import Command

# In the order in which the footer shows them and help lists them.
COMMANDS: Final[dict[str, Command]] = {
    command.id: command
    for command in (
        *anywhere.SECTIONS, anywhere.BACK, lists.PREVIOUS, lists.NEXT, lists.OPEN,
        lists.NEW, sales.RETURN, wages.SKIP, wages.REPAY, lists.EDIT, settings.COPY_PACK,
        settings.TEXT, wages.COMPUTE, shifts.CONFIRM, shifts.MARK, settings.CHECK,
        wages.TICK, wages.TICK_ALL, wages.LOOK, wages.SEEN, wages.APPROVE, wages.PAYDAY,
        wages.PAY, wages.CASH, wages.SUM_UP, wages.DAY, lists.LISTS, sales.SUMMARY,
        lists.SEARCH, lists.FILTER, lists.PRINT, lists.IMPORT, lists.EXPORT, lists.SORT,
        lists.REVERSE, lists.EARLIER, lists.LATER, lists.COPY, shifts.COPY_WEEK,
        lists.REMOVE, lists.RESTORE, shifts.CONFIRM_ALL, wages.VOID, anywhere.PALETTE,
        anywhere.THEME, anywhere.HELP, anywhere.QUIT, forms.SAVE, forms.SAVE_NEXT,
        forms.CANCEL, forms.YES, forms.NO, forms.FORM_HELP,
    )
}  # fmt: skip
