"""Pay for what was made and sold: pieces, guarantees, and the maker's share."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from models.money import minor_digits, to_minor, unscaled
from models.wages.engine.segments import Segment
from models.wages.engine.time import earned
from models.wages.engine.values import Line, MakerSale, PayInput, PieceWork, Source


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
    """The top-up of a segment's pay to its guaranteed rate for the hours worked."""
    rate = segment.terms.guaranteed_hourly
    minutes = sum(
        shift.paid_minutes
        for shift in pay.shifts
        if shift.day in segment.period and shift.status == "worked" and not shift.settled
    )
    if rate is None or not minutes:
        return []
    return top_up(
        minutes,
        rate,
        sum(line.amount for line in lines if line.code in ("BASE", "PIECE")),
        segment,
    )


def top_up(minutes: int, rate: int, already: int, segment: Segment) -> list[Line]:
    """What `already` lacks to `rate` for every hour of `minutes`; nothing if it lacks nothing."""
    hours = Fraction(minutes, 60)
    if to_minor(hours * unscaled(rate), segment.terms.currency) <= already:
        return []
    line = earned(
        "MINIMUM_TOP_UP",
        hours,
        "hour",
        rate,
        segment.terms.currency,
        less=already,
        period=segment.period,
    )
    return [line]


def share_lines(sales: Sequence[MakerSale], currency: str, other_earnings: int) -> list[Line]:
    """The maker's share of net sales, one line for each percentage; returns take it back.

    What came back can make a line negative, but not the gross: what the other earnings cannot
    bear is carried forward.
    """
    by_share: dict[int, list[MakerSale]] = defaultdict(list)
    for sale in sales:
        if sale.currency == currency and sale.share:
            by_share[sale.share].append(sale)
    lines, bearable = [], other_earnings
    for share in sorted(by_share):
        line = _share(by_share[share], share, currency)
        if bearable + line.amount < 0:
            line = replace(line, amount=-bearable, carried=line.amount + bearable)
        bearable += line.amount
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
