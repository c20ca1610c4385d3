"""What an import will change, before it changes anything."""

from collections.abc import Sequence
from itertools import accumulate, islice
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label

from models.errors import Problem
from models.exchange.importing import folded
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from tui import keys
from tui.exchange.look import Look
from tui.exchange.words import column_name, kind_name
from tui.text import safe, safe_lines, width_of
from tui.widgets.columns import GAP, GUTTER, Column
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords

FileRow = tuple[int, tuple[str, ...]]

_WIDEST: Final = 22
_MEASURED: Final = 100
_NUMBER_WIDTH: Final = 6

IMPORT: Final = "import"
COLUMNS: Final = "columns"

_PROBLEM_COLUMNS: Final = (
    Column[Problem]("row", N_("Row"), lambda p: str(p.row or ""), width=6, align="right"),
    Column[Problem]("column", N_("Column"), lambda p: p.column or "", width=13),
    Column[Problem]("value", N_("Value"), lambda p: p.value or "", width=14),
    Column[Problem]("message", N_("What is wrong"), lambda p: p.message, width=20, flex=1),
)


class PreviewScreen(ModalScreen[str | None]):
    """The rows of a file, or everything that is wrong with them; gives back what was chosen.

    That is `IMPORT`, `COLUMNS` (say which column is which), or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.SAVE.bind(label=N_("Import"), help=N_("Bring the good rows into the book.")),
        keys.EDIT.bind(label=N_("Columns"), help=N_("Say which column of the file is which.")),
        keys.BACK.bind(help=N_("Go back; nothing is changed.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | ctrl+s | Import the good rows. |
    | e | Say which column of the file is which. |
    | escape | Back; nothing is changed. |
    """

    def __init__(self, look: Look) -> None:
        """Show what was found at the first look."""
        super().__init__()
        self._look = look
        self._problems = look.report.problems if look.report else ()

    def compose(self) -> ComposeResult:
        """What will change, the rows or the problems, and the ways on."""
        title = _("Import {kind} from {file}")
        with Vertical(classes="dialog preview"):
            yield Label(
                safe(title.format(kind=kind_name(self._look.kind), file=self._look.path.name)),
                classes="dialog-title",
            )
            yield Label(safe_lines(self._summary()), classes="dialog-text")
            if self._problems:
                yield RecordTable(_PROBLEM_COLUMNS, key=id, opens=False)
                yield Label("", classes="dialog-detail", markup=False)
            else:
                yield RecordTable[FileRow](
                    row_columns(self._look), key=lambda row: row[0], opens=False
                )
            with Horizontal(classes="buttons"):
                if self._look.added:
                    yield Button(
                        safe(self._import_label()), variant="primary", id=IMPORT, compact=True
                    )
                yield Button(_("Columns…"), id=COLUMNS, compact=True)
                yield Button(_("Back"), id="back", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the table; where all is well, one enter imports."""
        table: RecordTable[Any] = self.query_one(RecordTable)
        if self._problems:
            table.show(ListRecords(self._problems))
            table.focus()
            return
        numbered = [
            (number, row)
            for number, row in enumerate(self._look.table.rows, 1)
            if any(cell.strip() for cell in row)
        ]
        table.show(ListRecords(numbered))
        self.query_one(Button).focus()

    def _summary(self) -> str:
        report = self._look.report
        if report is None:
            return ""
        parts = [_counted(N_("{n} to add"), report.added)]
        if report.skipped:
            parts.append(_counted(N_("{n} in the book already"), report.skipped))
        if report.bad:
            parts.append(_counted(N_("{n} with something wrong"), report.bad))
        rows = ngettext("{n} row", "{n} rows", report.rows).format(n=f"{report.rows:,}")
        lines = [f"{rows}: {', '.join(parts)}."]
        if report.ignored_columns:
            ignored = ", ".join(report.ignored_columns)
            lines.append(_("Left out, as no column is called so here: {ignored}").format(
                ignored=ignored
            ))  # fmt: skip
        if not report.added:
            lines.append(_("There is nothing to add."))
        return "\n".join(lines)

    def _import_label(self) -> str:
        added = self._look.added
        if self._problems:
            label = ngettext("Import the {n} good row only", "Import the {n} good rows only", added)
        else:
            label = ngettext("Import {n} row", "Import {n} rows", added)
        return label.format(n=f"{added:,}")

    @on(RecordTable.Highlighted)
    def _show_whole(self, event: RecordTable.Highlighted[Any]) -> None:
        if isinstance(event.row, Problem):
            self.query_one(".dialog-detail", Label).update(safe(event.row.message))

    @on(Button.Pressed)
    def _press(self, event: Button.Pressed) -> None:
        self.dismiss(None if event.button.id == "back" else event.button.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing to import."""
        if action == "save":
            return bool(self._look.added)
        return super().check_action(action, parameters)

    def action_save(self) -> None:
        """Import the good rows."""
        self.dismiss(IMPORT)

    def action_edit(self) -> None:
        """Say which column is which."""
        self.dismiss(COLUMNS)

    def action_back(self) -> None:
        """Go back; nothing was changed."""
        self.dismiss(None)


def _counted(message: str, number: int) -> str:
    return _(message).format(n=f"{number:,}")


def row_columns(look: Look) -> Sequence[Column[FileRow]]:
    """A table's columns for the file's own: those of ours, as wide as what stands in them."""
    header = [folded(name) for name in look.table.header]
    places = [(ours, header.index(folded(theirs))) for ours, theirs in look.mapping.items()]
    widths = [_width(look, column, place) for column, place in places]
    columns = [
        Column[FileRow]("row", N_("Row"), lambda row: str(row[0]), _NUMBER_WIDTH, align="right")
    ]
    taken = accumulate((width + GAP for width in widths), initial=GUTTER + _NUMBER_WIDTH)
    for (ours, place), width, before in zip(places, widths, taken, strict=False):
        columns.append(
            Column[FileRow](
                ours, column_name(ours), _cell(place), width, from_width=before + width + GAP + 1
            )
        )
    return columns


def _width(look: Look, column: str, place: int) -> int:
    rows = islice(look.table.rows, _MEASURED)
    shown = [row[place] for row in rows if place < len(row)]
    return min(_WIDEST, max(width_of(text) for text in [column_name(column), *shown]))


def _cell(place: int) -> Any:
    return lambda row: row[1][place] if place < len(row[1]) else ""
