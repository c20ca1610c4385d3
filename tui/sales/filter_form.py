"""Which sales are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.employees.picking import employee_picker
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen


@dataclass(frozen=True, slots=True)
class SalesFilter:
    """What a list of sales is narrowed down to; None does not narrow.

    Attributes:
        channel: Only of this channel.
        maker: Only of products by this employee.
        returns: Only returns (True) or only sales (False).
    """

    channel: str | None = None
    maker: str | None = None
    returns: bool | None = None

    def words(self) -> str:
        """The filter as it is shown above the list."""
        kinds = {None: "", True: _("returns only"), False: _("sales only")}
        parts = (self.channel or "", self.maker or "", kinds[self.returns])
        return " · ".join(part for part in parts if part)


class SalesFilterForm(FormScreen[SalesFilter]):
    """Channel, maker, and whether sales, returns or both."""

    SAVE_LABEL = N_("Show")

    def __init__(self, book: Book, today: date, channels: Sequence[str], now: SalesFilter) -> None:
        """Start with the filter that is in use."""
        kinds = {None: "all", True: "returns", False: "sales"}
        super().__init__(
            {"channel": now.channel or "", "maker": now.maker or "", "kind": kinds[now.returns]}
        )
        self._book = book
        self._today = today
        self._channels = channels

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Which sales are shown")

    def fields(self) -> Sequence[Field]:
        """Three ways to narrow down."""
        kinds = [(_("sales and returns"), "all"), (_("returns only"), "returns")]
        kinds.append((_("sales only"), "sales"))
        return [
            Field("kind", N_("Show"), Choice(kinds, value="all", required=True)),
            Field(
                "channel",
                N_("Channel"),
                Choice([(name, name) for name in self._channels]),
                N_("Nothing chosen: all."),
            ),
            Field(
                "maker",
                N_("Maker"),
                employee_picker(self._book, self._today, required=False),
                N_("Empty for all."),
            ),
        ]

    def save(self, values: dict[str, str]) -> SalesFilter:
        """The filter that was chosen."""
        returns = {"all": None, "returns": True, "sales": False}[values["kind"]]
        return SalesFilter(values["channel"] or None, values["maker"] or None, returns)
