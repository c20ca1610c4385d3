"""Keys of lists and of the records in them."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command, Group

OPEN: Final = Command(
    "open", ("enter",), "open", N_("Open"), N_("Open the marked row."), Group.LIST, footer=True
)
NEW: Final = Command("new", ("n",), "new", N_("New"), N_("Add a record."), footer=True)
EDIT: Final = Command("edit", ("e",), "edit", N_("Edit"), N_("Change the record."), footer=True)
COPY: Final = Command("copy", ("d",), "copy", N_("Copy"), N_("Start a new record from this one."))
REMOVE: Final = Command("remove", ("delete",), "remove", N_("Remove"), N_("Remove the record."))
RESTORE: Final = Command(
    "restore", ("z",), "restore", N_("Restore"), N_("Let a record count again that was struck out.")
)
SEARCH: Final = Command(
    "search", ("/",), "search", N_("Search"), N_("Search in this list."), Group.LIST, footer=True
)
FILTER: Final = Command(
    "filter", ("f",), "filter", N_("Filter"), N_("Choose which rows are shown."), Group.LIST,
    footer=True,
)  # fmt: skip
LISTS: Final = Command(
    "lists", ("l",), "lists", N_("Other list"), N_("Go to the next list of this section."),
    Group.LIST, footer=True,
)  # fmt: skip
SORT: Final = Command(
    "sort", ("s",), "sort", N_("Sort"), N_("Sort by the next column."), Group.LIST, footer=True
)
REVERSE: Final = Command(
    "reverse", ("S",), "reverse", N_("Reverse"), N_("Turn the order around."), Group.LIST
)
IMPORT: Final = Command(
    "import", ("i",), "import", N_("Import"), N_("Read records from a file."), footer=True
)
EXPORT: Final = Command(
    "export", ("x",), "export", N_("Export"), N_("Write what is shown to a file."), footer=True
)
PRINT: Final = Command(
    "print", ("p",), "print", N_("Print"), N_("Make the pages to print."), footer=True
)
EARLIER: Final = Command(
    "earlier", ("[",), "earlier", N_("Earlier"), N_("Go to the period before this one.")
)
LATER: Final = Command(
    "later", ("]",), "later", N_("Later"), N_("Go to the period after this one.")
)
PREVIOUS: Final = Command(
    "previous", ("left", "b"), "previous", N_("Previous"), N_("Go to the one before this."),
    footer=True,
)  # fmt: skip
NEXT: Final = Command(
    "next", ("right", "n"), "next", N_("Next"), N_("Go to the one after this."), footer=True
)
