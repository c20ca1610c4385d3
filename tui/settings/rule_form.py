"""The form that dates a change of one rule of an own pack."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.book.book import Book
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.actions import change_rule
from models.rules.editing import PREMIUMS, standing_table
from models.rules.entries import Kind, options_of, typed_values, value_kinds
from models.rules.form_words import OPTIONS, value_asked, value_label
from models.rules.packs import read_pack
from models.rules.queries import pack_text
from models.rules.wording import rule_label
from tui.widgets.choice import Choice
from tui.widgets.field_row import EntryWidget, Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import DateInput, TextInput

STARTS = "starts"
VERIFIED = "verified"
_LONGEST = 2000


def read_rule(book: Book, pack: str, rule: str, day: date) -> dict[str, str]:
    """What a rule of a pack says on a day, as a form has it; in a worker.

    Raises:
        RefusedError: the pack cannot be read.
    """
    text = pack_text(book, pack)
    if rule == PREMIUMS:
        return {PREMIUMS: "yes" if read_pack(text).on(day).premiums else "no"}
    return typed_values(rule, standing_table(text, rule, day))


class RuleForm(FormScreen[str]):
    """A field for each value of a rule, and from when they hold; gives back that day."""

    def __init__(
        self, book: Book, pack: str, rule: str, now: Mapping[str, str], *, today: date
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            pack: The name of an own pack.
            rule: The name of the rule in the file.
            now: What the rule says, as `read_rule` gave it.
            today: The day that it is.
        """
        # Who changes a rule says anew whether its source was read.
        super().__init__({**now, VERIFIED: "no"}, start=STARTS)
        self._book = book
        self._pack = pack
        self._rule = rule
        self._now = now
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("{pack}: change {rule} from a day on").format(
            pack=self._pack, rule=rule_label(self._rule)
        )

    def fields(self) -> Sequence[Field]:
        """From when, and each value."""
        day = DateInput(today=lambda: self._today, required=True)
        kinds: dict[str, Kind] = {PREMIUMS: "yes_no"}
        if self._rule != PREMIUMS:
            kinds = value_kinds(self._rule)
        return [
            Field(STARTS, N_("Holds from"), day, N_("First day: 2027-01-01")),
            *(self._field(key, kind) for key, kind in kinds.items()),
        ]

    def _field(self, key: str, kind: Kind) -> Field:
        wide = kind in ("tables", "options") or key == "source"
        label, asked = value_label(self._rule, key), value_asked(self._rule, key)
        return Field(key, label, self._entry(key, kind), asked, wide=wide)

    def _entry(self, key: str, kind: Kind) -> EntryWidget:
        if kind == "yes_no":
            return Choice([(_("yes"), "yes"), (_("no"), "no")], required=True)
        if kind == "option":
            options = options_of(self._rule, key)
            return Choice([(_(OPTIONS.get(each, each)), each) for each in options], required=True)
        return TextInput(max_length=_LONGEST, required=key == "source")

    def save(self, values: dict[str, str]) -> str:
        """Date the change.

        Raises:
            RefusedError: a value is wrong; nothing was changed.
        """
        starts = date.fromisoformat(values.pop(STARTS))
        changed = {
            key: text
            for key, text in values.items()
            if key in (VERIFIED, PREMIUMS) or text != self._now.get(key, "")
        }
        try:
            change_rule(self._book, self._pack, self._rule, starts, changed)
        except RefusedError as error:
            problems = [self._in_field(problem, starts) for problem in error.problems]
            raise type(error)(error.message, problems) from None
        return starts.isoformat()

    def _in_field(self, problem: Problem, starts: date) -> Problem:
        """The problem with the name of its field instead of its place in the pack."""
        place = problem.column or ""
        if place == "from":
            return replace(problem, column=STARTS)
        here = f"versions[{starts}].{self._rule}."
        if place.startswith(here):
            return replace(problem, column=place.removeprefix(here).split(".")[0])
        message = f"{place}: {problem.message}" if place else problem.message
        return replace(problem, message=message)
