"""The people of a run in its list, and the payslip of one of them beside it."""

from collections.abc import Callable

from textual.content import Content

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.queries import payslip
from models.wages.review import PersonRow
from models.wages.rows import PayslipRow
from models.wages.wording import basis_label
from tui.section import BookScreen
from tui.text import clean, cut
from tui.wages.words import amount
from tui.widgets.columns import Column, Tone
from tui.widgets.facts import Fact, sums, titled


def _basis(person: PersonRow) -> str:
    return basis_label(person.slip.basis) if person.slip else _("set aside")


def _figure(name: str) -> Callable[[PersonRow], str]:
    def text(person: PersonRow) -> str:
        slip = person.slip
        return amount(getattr(slip, name), slip.currency) if slip else ""

    return text


def _mark(person: PersonRow) -> str:
    if person.slip is None:
        return "✕"
    return "!" if person.slip.warnings else ""


def _tone(person: PersonRow) -> Tone:
    if person.slip is None:
        return "bad"
    return "warning" if person.slip.warnings else "plain"


_LABEL = 21
"""Cells for the label of a line beside the list."""

COLUMNS = (
    Column[PersonRow]("mark", "", _mark, width=1, tone=_tone),
    Column[PersonRow]("code", N_("Code"), lambda p: p.code, width=8, sortable="code"),
    Column[PersonRow](
        "work_name", N_("Name"), lambda p: p.work_name, width=10, flex=1, sortable="work_name"
    ),
    Column[PersonRow](
        "basis", N_("Basis"), _basis, width=10, tone=lambda p: "plain" if p.slip else "bad"
    ),
    Column[PersonRow](
        "gross", N_("Gross"), _figure("gross"), width=11, align="right", sortable="gross"
    ),
    Column[PersonRow](
        "deductions", N_("Deductions"), _figure("deductions"), width=10, align="right"
    ),
    Column[PersonRow]("net", N_("Net"), _figure("net"), width=11, align="right", sortable="net"),
)


def notes(sentences: tuple[str, ...], sign: str = "!") -> Content:
    """Warnings, one after the other."""
    return Content("\n").join(
        Content.styled(f"{sign} {clean(sentence)}", "$warning") for sentence in sentences
    )


def slip_figures(slip: PayslipRow) -> list[Fact]:
    """What a payslip comes to."""
    figures = [
        (_("Gross"), amount(slip.gross, slip.currency)),
        (_("Deductions"), amount(slip.deductions, slip.currency)),
        (_("Net"), amount(slip.net, slip.currency)),
    ]
    if slip.rounding:
        figures.append((_("Rounding"), amount(slip.rounding, slip.currency)))
        paid = _("Paid") if slip.status == "paid" else _("To be paid")
        figures.append((paid, amount(slip.paid, slip.currency)))
    return figures


class PersonNote:
    """What is said about the marked person of a run; lines are read once someone stays on it."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._slip: PayslipRow | None = None

    def read(self, screen: BookScreen, number: str, then: Callable[[], None]) -> None:
        """Read a payslip with its lines where there is room to show them."""
        if not screen.has_class("-wide"):
            return

        def keep(slip: PayslipRow) -> None:
            self._slip = slip
            then()

        screen.do(lambda: payslip(screen.book, number), keep, group="note")

    def brief(self, person: PersonRow | None) -> Content:
        """What to look at, on one line."""
        if person is None or not any(person.notes):
            return Content("")
        return Content.styled(f"! {clean('  '.join(person.notes))}", "$warning")

    def about(self, person: PersonRow | None) -> Content:
        """The payslip in short, or why there is none."""
        if person is None:
            return Content("")
        name = f"{person.code}  {person.work_name}"
        if person.slip is None:
            return titled(name, Content(_("Set aside: no payslip.")), notes(person.notes, "✕"))
        if self._slip is None or self._slip.number != person.slip.number:
            return titled(name, Content(""))
        slip = self._slip
        lines = [
            (cut(line.label, _LABEL), amount(line.amount, slip.currency)) for line in slip.lines
        ]
        return titled(
            name,
            Content(" · ".join(filter(None, (basis_label(slip.basis), clean(slip.site)))) + "\n"),
            sums([*lines, ("", ""), *slip_figures(slip)]),
            Content(" "),
            notes(person.notes),
        )
