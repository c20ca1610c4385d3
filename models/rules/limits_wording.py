"""What a pack says of deductions and of young workers, in words."""

from collections.abc import Iterator
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import pgettext
from models.rules.numbers import clock_text, hours_number, share_text
from models.rules.values import AgeBand, DeductionCap, Deductions, YoungWorkers

KINDS: Final = {
    "": N_("without a kind"),
    "statutory": N_("required by law"),
    "agreed": N_("agreed"),
    "loss": N_("for loss or damage"),
    "employer": N_("for what the employer needs"),
    "loan": N_("paying back a loan"),
}
"""What a deduction is for, by the name of its kind."""

_YEARS: Final = {
    "under 14": (0, 13),
    "14": (14, 14),
    "15": (15, 15),
    "16-17": (16, 17),
    "18+": (18, 120),
}
"""The youngest and the oldest of an age band; `under 16` does not say whether it is allowed."""

_UNKNOWN: Final = "under 16"


def deductions_text(rule: Deductions) -> str:
    """What may be taken off."""
    sentences = []
    if rule.legal_basis:
        sentences.append(_("A deduction needs a legal basis on record."))
    if rule.loans == "agreed":
        sentences.append(_("A loan is taken from wages only where the worker agreed in writing."))
    sentences += [_cap(cap) for cap in rule.caps]
    if rule.caps:
        sentences.append(_("What is over is carried forward."))
    return " ".join(sentences) or _("Deductions never take more than the pay.")


def _cap(cap: DeductionCap) -> str:
    limits = list(_cap_limits(cap))
    text = _("Deductions ({kinds}): {limits}.")
    if cap.unless_agreed:
        text = _("Deductions ({kinds}): {limits}, unless the worker agreed to more in writing.")
    kinds = pgettext("list", ", ").join(_(KINDS[kind]) for kind in cap.kinds)
    return text.format(kinds=kinds, limits=pgettext("list", ", ").join(limits))


def _cap_limits(cap: DeductionCap) -> Iterator[str]:
    if cap.share is not None:
        text = (
            _("each kind at most {share} of the pay")
            if cap.each
            else _("at most {share} of the pay")
        )
        yield text.format(share=share_text(cap.share))
    if cap.above_minimum:
        yield _("nothing below the minimum wage")
    if cap.not_overtime:
        yield _("nothing out of overtime pay")


def young_workers_text(rule: YoungWorkers) -> str:
    """Who may not be employed, and the limits of the young."""
    return " ".join([*_refused(rule), *map(_band, rule.bands)]) or _("No age is asked for.")


def _refused(rule: YoungWorkers) -> Iterator[str]:
    oldest = max((_YEARS[age][1] for age in rule.refused if age in _YEARS), default=None)
    if oldest is not None:
        text = _("Nobody under {age} may be employed.")
        if rule.warn:
            text = _("A warning names whoever is under {age}.")
        yield text.format(age=oldest + 1)
    if _UNKNOWN in rule.refused and (oldest is None or oldest < _YEARS["15"][1]):
        yield _("Of somebody under 16 the age has to be known.")


def _band(band: AgeBand) -> str:
    text = _("Workers {ages}: {limits}.")
    return text.format(
        ages=_ages(band), limits=pgettext("list", ", ").join(_band_limits(band)) or _("no limits")
    )


def _ages(band: AgeBand) -> str:
    known = [_YEARS[age] for age in band.ages if age in _YEARS]
    youngest = min((years[0] for years in known), default=0)
    oldest = max((years[1] for years in known), default=15)
    if youngest == oldest:
        return _("aged {age}").format(age=oldest)
    if not youngest:
        return _("under {age}").format(age=oldest + 1)
    return _("from {youngest} to {oldest}").format(youngest=youngest, oldest=oldest)


def _band_limits(band: AgeBand) -> Iterator[str]:
    for text, minutes in (
        (N_("at most {n} hours a day"), band.daily),
        (N_("{n} on a school day"), band.school_day),
        (N_("at most {n} hours a week"), band.weekly),
        (N_("{n} in a school week"), band.school_week),
    ):
        if minutes is not None:
            yield _(text).format(n=hours_number(minutes))
    for text, clock in (
        (N_("not before {time}"), band.earliest),
        (N_("not after {time}"), band.latest),
        (N_("from June to Labor Day not after {time}"), band.summer_latest),
    ):
        if clock is not None:
            yield _(text).format(time=clock_text(clock))
    if not band.overtime:
        yield _("no overtime")
    if not band.free_days:
        yield _("no work on rest days and public holidays")
