"""Saying which column of a file is which of ours."""

from collections.abc import Sequence

from models.exchange.kinds import KINDS
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.exchange.look import Look
from tui.exchange.words import COLUMNS, kind_name
from tui.text import cut
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen

_LONGEST = 40


class MappingForm(FormScreen[dict[str, str]]):
    """One choice among their columns for each of ours; gives back ours to theirs."""

    def __init__(self, look: Look) -> None:
        """Start with the columns that were recognised."""
        self._look = look
        self._theirs = [name for name in look.table.header if name]
        super().__init__(
            {ours: str(self._theirs.index(theirs)) for ours, theirs in look.mapping.items()}
        )

    def title_text(self) -> str:
        """What stands above the form."""
        title = _("Which column of {file} is which? ({kind})")
        return title.format(file=self._look.path.name, kind=kind_name(self._look.kind))

    def fields(self) -> Sequence[Field]:
        """Our columns, those that must be there first."""
        kind = KINDS[self._look.kind]
        required = [column for column in kind.columns if column in kind.draft.required()]
        others = [column for column in kind.columns if column not in required]
        return [
            *(self._field(column, required=True) for column in required),
            *(self._field(column, required=False) for column in others),
        ]

    def _field(self, column: str, *, required: bool) -> Field:
        options = [(cut(name, _LONGEST), place) for place, name in enumerate(self._theirs)]
        note = N_("Choose its column.") if required else N_("May stay empty.")
        return Field(column, COLUMNS.get(column, column), Choice(options, required=required), note)

    def save(self, values: dict[str, str]) -> dict[str, str]:
        """The mapping; an empty text says that there is no such column."""
        return {ours: self._theirs[int(place)] if place else "" for ours, place in values.items()}
