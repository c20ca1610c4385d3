"""Pay for what was made and sold: pieces, what their hours add, guarantees, the maker's share."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from models.money import minor_digits, round_half_up, to_minor, unscaled
from models.periods import DayKind, Period
from models.rules.values import FreeDay
from models.wages.engine.hourly import ONE, earned, shift_sources, straight
from models.wages.engine.regular import by_regular_rate, premium_line
from models.wages.engine.segments import Segment, Timeline, has_paid, payable
from models.wages.engine.sorting import FREE_LINES, Work
from models.wages.engine.values import Line, MakerSale, PayInput, PieceWork, ShiftWork, Source
from models.wages.engine.week_pool import WeekPool


def piece_lines(pay: PayInput, part: Segment) -> list[Line]:
    """One line for each task and rate of a part of the period: the pieces at their price.

    Piece-work of a rest day or public holiday earns the multiple that the pack says.
    """
    groups: dict[tuple[str, str, int, Fraction, str], list[PieceWork]] = defaultdict(list)
    for piece in pay.pieces:
        if piece.day in part.period and piece.paid_to is None:
            code, factor, rule = _piece_kind(pay, part, piece)
            groups[code, piece.task, piece.rate, factor, rule].append(piece)
    return [
        earned(
            code,
            unscaled(sum(piece.quantity for piece in pieces)),
            "piece",
            rate,
            part.terms.currency,
            factor=factor,
            detail=task,
            rule=rule,
            period=part.period,
            sources=[Source("piece", piece.id, piece.quantity) for piece in pieces],
        )
        for (code, task, rate, factor, rule), pieces in sorted(
            groups.items(), key=lambda item: (item[0][0] != "PIECE", *item[0])
        )
    ]


def _piece_kind(pay: PayInput, part: Segment, piece: PieceWork) -> tuple[str, Fraction, str]:
    kind = _kind_of(pay, part, piece)
    free = part.rules.free_day(kind)
    if free is None or part.terms.basis != "piece":
        return "PIECE", ONE, ""
    code, rule = FREE_LINES[kind]
    return code, free.multiplier, rule


def _kind_of(pay: PayInput, part: Segment, piece: PieceWork) -> DayKind:
    return pay.calendar(part.rules).kind_of(piece.day, part.terms.rest_days)


def piece_premium_lines(pay: PayInput, timeline: Timeline, works: Sequence[Work]) -> list[Line]:
    """What overtime and night hours add to piece-work, at what a week's pieces earned an hour."""
    lines: list[Line] = []
    without_rate = [work for work in works if work.by_piece]
    for week in timeline.weeks if without_rate else ():
        part = timeline.on(week.ends_on)
        by_piece = [work for work in without_rate if work.shift.day in week]
        if part is None or not by_piece or by_regular_rate(part):
            continue
        for free in {id(work.free): work.free for work in by_piece}.values():
            here = [work for work in by_piece if work.free is free]
            now = list(_premiums(_pool_of(pay, timeline, week, here), here, free))
            then = [work for work in here if has_paid(week, work.shift)]
            before = _premiums(_pool_of(pay, timeline, week, then, settled=True), then, free)
            paid = {line.code: line.amount for line in before}
            lines += [_less(line, paid.get(line.code, 0)) for line in now]
    return [line for line in lines if line.amount > 0]


def _less(line: Line, paid: int) -> Line:
    return replace(line, amount=line.amount - paid, less=paid)


def _pool_of(
    pay: PayInput, timeline: Timeline, week: Period, works: Sequence[Work], *, settled: bool = False
) -> WeekPool:
    """What the pieces of the days of these works earned at their plain price."""
    part = timeline.on(week.ends_on) or works[0].part
    kinds = {work.kind if work.free is not None else "normal" for work in works}
    pool = Fraction(0)
    for piece in pay.pieces:
        there = timeline.on(piece.day)
        by_piece = there is not None and there.terms.basis == "piece"
        if by_piece and piece.day in week and not (settled and not has_paid(week, piece)):
            kind = _kind_of(pay, part, piece)
            if (kind if part.rules.free_day(kind) is not None else "normal") in kinds:
                pool += unscaled(piece.quantity) * unscaled(piece.rate)
    return WeekPool(week, part, tuple((work, work.paid) for work in works), pool)


def _premiums(pool: WeekPool, works: Sequence[Work], free: FreeDay | None) -> Iterator[Line]:
    rules = pool.part.rules
    if not pool.earned or not pool.hours:
        return
    overtime = sum(work.overtime + work.owed for work in works)
    night = sum(work.night for work in works)
    beyond = sum(work.beyond for work in works)
    if overtime and rules.overtime is not None:
        factor = rules.overtime.multiplier - 1
        yield premium_line("OVERTIME", Fraction(overtime, 60), pool, factor, "overtime")
    if night and rules.night is not None:
        yield premium_line("NIGHT", Fraction(night, 60), pool, rules.night.premium, "night")
    if beyond and free is not None and free.beyond is not None:
        factor = free.beyond - free.multiplier
        rule = "public_holiday" if free is rules.public_holiday else "rest_day"
        yield premium_line("HOLIDAY_OVERTIME", Fraction(beyond, 60), pool, factor, rule)


def guarantee(pay: PayInput, part: Segment, lines: Sequence[Line]) -> list[Line]:
    """The top-up of a part's pay to its guaranteed rate for the hours worked.

    Where an off-cycle run leaves the salary out, it cannot be compared with the hours. Under a
    weekly regular rate each workweek has a guarantee of its own.
    """
    terms = part.terms
    left_out = part.salaried and not pay.salary
    if terms.guaranteed_hourly is None or left_out or by_regular_rate(part):
        return []
    worked = [
        shift
        for shift in payable(pay.shifts)
        if shift.day in part.period and shift.status == "worked"
    ]
    plain = sum((straight(line) for line in lines if line.code != "LEAVE"), Fraction(0))
    already = round_half_up(plain * 10 ** minor_digits(terms.currency))
    return top_up(worked, terms.guaranteed_hourly, already, terms.currency, part.period)


def top_up(
    worked: Sequence[ShiftWork], rate: int, already: int, currency: str, period: Period
) -> list[Line]:
    """What `already` lacks to `rate` for every hour worked; nothing if it lacks nothing."""
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
