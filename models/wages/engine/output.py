"""Pay for what was made and sold: pieces, guarantees, and the maker's share."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from models.money import minor_digits, to_minor, unscaled
from models.periods import Period
from models.wages.engine.segments import SALARIED, Segment, payable
from models.wages.engine.time import earned, shift_sources
from models.wages.engine.values import Line, MakerSale, PayInput, PieceWork, ShiftWork, Source


def piece_lines(pay: PayInput, segment: Segment) -> list[Line]:
    """One line for each task and rate of the segment: the pieces at their price."""
    groups: dict[tuple[str, int], list[PieceWork]] = defaultdict(list)
    for piece in pay.pieces:
        if piece.day in segment.period:
            groups[piece.task, piece.rate].append(piece)
    return [
        earned(
            "PIECE",
            unscaled(sum(piece.quantity for piece in pieces)),
            "piece",
            rate,
            segment.terms.currency,
            detail=task,
            period=segment.period,
            sources=[Source("piece", piece.id, piece.quantity) for piece in pieces],
        )
        for (task, rate), pieces in sorted(groups.items())
    ]


def guarantee(pay: PayInput, segment: Segment, lines: Sequence[Line]) -> list[Line]:
    """The top-up of a segment's pay to its guaranteed rate for the hours worked.

    Where an off-cycle run leaves the salary out, it cannot be compared with the hours.
    """
    terms = segment.terms
    if terms.guaranteed_hourly is None or (terms.basis in SALARIED and not pay.salary):
        return []
    already = sum(line.amount for line in lines if line.code in ("BASE", "PIECE"))
    inside = [shift for shift in pay.shifts if shift.day in segment.period]
    return top_up(inside, terms.guaranteed_hourly, already, terms.currency, segment.period)


def top_up(
    shifts: Sequence[ShiftWork], rate: int, already: int, currency: str, period: Period
) -> list[Line]:
    """What `already` lacks to `rate` for every hour worked; nothing if it lacks nothing."""
    worked = [shift for shift in payable(shifts) if shift.status == "worked"]
    hours = Fraction(sum(shift.paid_minutes for shift in worked), 60)
    if not hours or to_minor(hours * unscaled(rate), currency) <= already:
        return []
    line = earned(
        "MINIMUM_TOP_UP",
        hours,
        "hour",
        rate,
        currency,
        less=already,
        period=period,
        sources=shift_sources(worked),
    )
    return [line]


def share_lines(sales: Sequence[MakerSale], currency: str, other_earnings: int) -> list[Line]:
    """The maker's share of net sales, one line for each percentage; returns take it back.

    What came back can make a line negative, but not the gross: what the other earnings and the
    other shares cannot bear is carried forward.
    """
    by_share: dict[int, list[MakerSale]] = defaultdict(list)
    for sale in sales:
        if sale.currency == currency and sale.share:
            by_share[sale.share].append(sale)
    shares = [_share(by_share[share], share, currency) for share in sorted(by_share)]
    bearable = other_earnings + sum(line.amount for line in shares if line.amount > 0)
    lines = []
    for line in shares:
        taken = min(-line.amount, bearable)
        if line.amount < 0:
            bearable -= taken
            lines.append(replace(line, amount=-taken, carried=line.amount + taken))
        else:
            lines.append(line)
    return lines


def _share(sales: Sequence[MakerSale], share: int, currency: str) -> Line:
    net = sum(sale.net for sale in sales)
    return earned(
        "MAKER_SHARE",
        Fraction(net, 10 ** minor_digits(currency)),
        "sales_share",
        share,
        currency,
        divisor=Fraction(100),
        sources=[Source("sale", sale.id, sale.net) for sale in sales],
    )
