"""Runs and people in words and tones, as lists show them."""

from typing import Final

from textual.content import Content

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.money import amount_text
from models.wages.review import RunReview
from models.wages.rows import RunRow
from models.wages.wording import run_status_label
from reports.wording import period_text
from tui.widgets.columns import Tone
from tui.widgets.dates import short_date
from tui.widgets.facts import Fact

KINDS: Final = {
    "regular": N_("regular"),
    "off_cycle": N_("off-cycle"),
    "final": N_("final settlement"),
}
PAID_BY: Final = {"cash": N_("cash"), "bank": N_("bank"), "wallet": N_("wallet")}
_WAY: Final = ("draft", "approved", "paid")
_TONES: Final[dict[str, Tone]] = {
    "draft": "warning",
    "approved": "plain",
    "paid": "good",
    "void": "muted",
}


def amount(minor: int, currency: str) -> str:
    """An amount for people, without its currency."""
    return amount_text(minor, currency, grouped=True)


def tone_of(run: RunRow) -> Tone:
    """How the status of a run is coloured."""
    return _TONES[run.status]


def kind_text(run: RunRow) -> str:
    """`regular`, `off-cycle` or `final settlement`."""
    return _(KINDS[run.kind])


def way(run: RunRow) -> Content:
    """`draft → approved → paid`, with the step that the run has come to marked."""
    if run.status == "void":
        reason = f": {run.void_reason}" if run.void_reason else ""
        return Content.assemble(("✕ ", "$error"), (_("void") + reason, "$error"))
    here = _WAY.index(run.status)
    steps = []
    for place, status in enumerate(_WAY):
        label = run_status_label(status)
        if place == here:
            steps.append(Content.assemble((f"● {label}", "$primary bold")))
        else:
            sign = "✓" if place < here else "○"
            steps.append(Content.assemble((f"{sign} {label}", "$muted")))
    text = Content.styled(" → ", "$muted").join(steps)
    if run.paid_on is not None:
        text = Content.assemble(text, (f" {short_date(run.paid_on)}", "$primary"))
    return text


def people_text(run: RunRow) -> str:
    """What kind of run this is, and whom it pays."""
    return " · ".join(part for part in (kind_text(run), run.site or _("all sites")) if part)


def totals(run: RunRow) -> list[Fact]:
    """The sums of a run, with their currency at the last."""
    return [
        (_("Gross"), amount(run.gross, run.currency)),
        (_("Deductions"), amount(run.deductions, run.currency)),
        (_("Net"), f"{amount(run.net, run.currency)} {run.currency}"),
    ]


def run_title(run: RunRow) -> str:
    """`Pay run 5 · 1–31 May 2026`."""
    return _("Pay run {run} · {period}").format(run=run.number, period=period_text(run.period))


def run_label(run: RunRow) -> str:
    """`5 · 1–31 May 2026 · approved`, in a list to choose from."""
    return f"{run.number} · {period_text(run.period)} · {run_status_label(run.status)}"


def to_look_at(review: RunReview) -> list[str]:
    """What someone should look at before approving, in a few words each."""
    found = []
    if aside := review.run.set_aside:
        text = ngettext("{n} person set aside", "{n} people set aside", aside)
        found.append(text.format(n=aside))
    if warned := review.warned:
        text = ngettext("{n} payslip with a warning", "{n} payslips with warnings", warned)
        found.append(text.format(n=warned))
    if planned := review.planned:
        text = ngettext("{n} planned shift not paid", "{n} planned shifts not paid", planned)
        found.append(text.format(n=planned))
    return found
