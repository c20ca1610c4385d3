"""What needs doing now, as items of a menu. Their names say where they lead."""

from collections.abc import Iterator

from models.language import gettext as _
from models.language import ngettext
from models.today import OpenRun, Today
from models.wages.late import Late
from models.wages.missed import Missed
from reports.wording import date_text, period_text
from tui.widgets.menu import MenuItem

RUN = "run:"
# What an item is about, behind the section that it leads to: names are unlike each other.
ABOUT = ":"
_SHOWN = 4


def rows(today: Today) -> list[MenuItem]:
    """Everything that waits, the most pressing first; then how to begin, in a new book."""
    return [*_waiting(today), *_first_steps(today)]


def _waiting(today: Today) -> Iterator[MenuItem]:
    for run in today.runs:
        yield _of_run(run)
    if today.due is not None:
        yield MenuItem(
            "compute",
            _("Compute the wages of {period}").format(period=period_text(today.due)),
            _("The pay period has ended and has no pay run yet."),
            "!",
            "$warning",
        )
    if today.late:
        yield _late(today.late[0])
    if today.missed:
        yield _missed(today.missed[0])
    if (shifts := today.unconfirmed) is not None:
        title = ngettext(
            "Confirm {n} planned shift that is over",
            "Confirm {n} planned shifts that are over",
            shifts.count,
        )
        yield MenuItem(
            "shifts",
            title.format(n=shifts.count),
            _("Since {day}. Planned shifts are not paid.").format(day=date_text(shifts.oldest)),
            "!",
            "$warning",
        )
    if today.without_terms:
        yield _without_terms(today.without_terms)
    if today.too_young:
        yield _too_young(today.too_young)


def _late(late: Late) -> MenuItem:
    """The oldest closed period with something in it that the next run has to pay."""
    title = ngettext(
        "{n} record of {period} came after its pay run",
        "{n} records of {period} came after their pay run",
        late.count,
    )
    return MenuItem(
        "wages",
        title.format(n=late.count, period=period_text(late.period)),
        _("The next run pays it as a correction; an off-cycle run only to pay at once."),
        "●",
    )


def _missed(missed: Missed) -> MenuItem:
    """Someone with work in a closed period, and no payslip there: no run pays it by itself."""
    title = ngettext(
        "{code} has {n} record of {period} on no payslip",
        "{code} has {n} records of {period} on no payslip",
        missed.count,
    )
    period = period_text(missed.period)
    return MenuItem(
        "wages",
        title.format(code=missed.code, n=missed.count, period=period),
        _("Compute a run of that period for {code} alone.").format(code=missed.code),
        "!",
        "$warning",
    )


def _of_run(run: OpenRun) -> MenuItem:
    period = period_text(run.period)
    if run.status == "approved" and run.paid:
        return _uncollected(run, period)
    if run.status == "approved":
        title = _("Pay out pay run {run}, then mark it paid").format(run=run.number)
        return MenuItem(f"{RUN}{run.number}", title, _what(run, period), "●")
    title = _("Look through pay run {run} and approve it").format(run=run.number)
    doubtful = run.warned or run.set_aside
    sign, tone = ("!", "$warning") if doubtful else ("●", "$primary")
    return MenuItem(f"{RUN}{run.number}", title, _what(run, period), sign, tone)


def _uncollected(run: OpenRun, period: str) -> MenuItem:
    """Who has not come for the pay, once others have."""
    title = ngettext(
        "{n} person has not collected {sum} from run {run}",
        "{n} people have not collected {sum} from run {run}",
        run.uncollected,
    ).format(n=run.uncollected, sum=" + ".join(map(str, run.left)), run=run.number)
    detail = _("{period} · It stays open until it is ticked off.").format(period=period)
    return MenuItem(f"{RUN}{run.number}", title, detail, "!", "$warning")


def _what(run: OpenRun, period: str) -> str:
    parts = [
        period,
        ngettext("{n} payslip", "{n} payslips", run.payslips).format(n=run.payslips),
    ]
    if run.warned:
        parts.append(
            ngettext("{n} with a warning", "{n} with warnings", run.warned).format(n=run.warned)
        )
    if run.set_aside:
        parts.append(_("{n} set aside").format(n=run.set_aside))
    return " · ".join(parts)


def _without_terms(codes: tuple[str, ...]) -> MenuItem:
    title = ngettext(
        "{n} person has no pay terms", "{n} people have no pay terms", len(codes)
    ).format(n=len(codes))
    detail = _("{codes}: without terms they cannot be paid.").format(codes=_named(codes))
    return MenuItem("employees", title, detail, "!", "$warning")


def _too_young(codes: tuple[str, ...]) -> MenuItem:
    title = ngettext(
        "{n} person is younger than the pay rules allow",
        "{n} people are younger than the pay rules allow",
        len(codes),
    ).format(n=len(codes))
    detail = _("{codes}: their pages say which law it is.").format(codes=_named(codes))
    return MenuItem(f"employees{ABOUT}age", title, detail, "!", "$warning")


def _named(codes: tuple[str, ...]) -> str:
    return ", ".join(codes[:_SHOWN]) + ("…" if len(codes) > _SHOWN else "")


def _first_steps(today: Today) -> Iterator[MenuItem]:
    if not today.employees:
        yield MenuItem(
            "employees",
            _("Add the people who work here"),
            _("Press 2, then n to type them in or i to import a file."),
        )
    elif not today.worked:
        yield MenuItem(
            "shifts",
            _("Enter who worked when"),
            _("Press 3, then n for a shift or i to import a file."),
        )
    if not today.sold:
        yield MenuItem(
            "sales",
            _("Enter what was sold"),
            _("Press 5, then n for a sale or i to import a file."),
        )
    if not today.employees:
        yield MenuItem(
            "settings",
            _("Look at the settings"),
            _("Currency, time zone, pay period and minimum wages: press 7."),
        )
