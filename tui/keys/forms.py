"""Keys of forms and of questions."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command, Group

SAVE: Final = Command(
    "save", ("ctrl+s",), "save", N_("Save"), N_("Save what was typed."), Group.FORM, footer=True
)
SAVE_NEXT: Final = Command(
    "save.next", ("ctrl+n",), "save_next", N_("Save, next"),
    N_("Save, and go on with the next one like it."), Group.FORM, footer=True,
)  # fmt: skip
CANCEL: Final = Command(
    "cancel", ("escape",), "cancel", N_("Cancel"), N_("Leave without saving."), Group.FORM,
    footer=True, palette=False,
)  # fmt: skip
YES: Final = Command("yes", ("y",), "answer(True)", N_("Yes"), N_("Say yes."), footer=True)
NO: Final = Command(
    "no", ("n", "escape"), "answer(False)", N_("No"), N_("Say no, and go back."), footer=True
)
FORM_HELP: Final = Command(
    "form.help", ("f1",), "help", N_("Help"), N_("Show the keys of this form."), Group.FORM,
    footer=True, palette=False,
)  # fmt: skip
