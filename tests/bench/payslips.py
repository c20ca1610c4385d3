"""Payslips on paper: each layout, beside a bare canvas, and the memory of a fresh process."""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from io import BytesIO

from models.language import speaking
from models.money import to_minor, unscaled
from models.periods import month_of
from models.wages.engine.values import Balance, Minutes, Source
from models.wages.rows import LineRow, PayslipRow

SLIPS = 1_000
ROUNDS = 3
TWO_UP = "a4-2up"
MONTH = month_of(date(2026, 5, 1))
_NAMES = ("김민지", "이서준", "박하늘", "최다은", "정우진", "강수빈", "조은별", "윤도현")
_TASKS = ("가방 바느질", "바구니 엮기", "손수건 다림질", "엽서 접기")


def korean_slips(count: int) -> list[PayslipRow]:
    """Payslips of ten lines under Korean law, no two of them alike."""
    chance = random.Random(11)
    return [_slip(number, chance) for number in range(count)]


def _slip(number: int, chance: random.Random) -> PayslipRow:
    lines = tuple(_lines(chance))
    gross, deductions, rounding = (
        sum(line.amount for line in lines if line.group == group)
        for group in ("earning", "deduction", "rounding")
    )
    code = f"W-{number:04d}"
    owed = lines[-2].sources[0].quantity
    return PayslipRow(
        number=f"5-{code}", run=5, status="approved", code=code,
        work_name=f"{chance.choice(_NAMES)} {number}", site=f"{number % 9}번 작업장",
        language="ko", payment_method="cash", period=MONTH, currency="KRW", basis="hourly",
        pack="KR", pack_from=date(2026, 1, 1), gross=gross, deductions=deductions,
        net=gross - deductions, paid=gross - deductions + rounding, lines=lines,
        minutes=Minutes(chance.randrange(9_000, 12_000), chance.randrange(600), 300, 480, 480),
        advances=Balance(owed, owed - lines[-2].amount), account=Balance(0, rounding),
    )  # fmt: skip


def _lines(chance: random.Random) -> Iterator[LineRow]:
    hourly = chance.randrange(10_320, 14_000) * 10_000
    yield _line("BASE", chance.randrange(120, 175), hourly)
    yield _line("OVERTIME", chance.randrange(1, 12), hourly, factor=Fraction(3, 2))
    yield _line("NIGHT", Fraction(chance.randrange(1, 20), 2), hourly, factor=Fraction(1, 2))
    yield _line("REST_DAY", chance.randrange(1, 9), hourly, factor=Fraction(3, 2))
    yield _line("HOLIDAY", chance.randrange(1, 9), hourly, factor=Fraction(3, 2))
    yield _line("WEEKLY_HOLIDAY", chance.randrange(8, 40), hourly)
    task = chance.choice(_TASKS)
    pieces = chance.randrange(10, 400)
    yield _line("PIECE", pieces, chance.randrange(200, 900) * 10_000, unit="piece", detail=task)
    lunch = chance.randrange(1_000, 60_000)
    taken = {"group": "deduction", "unit": "amount"}
    yield _line("DEDUCTION", 1, lunch * 10_000, detail="점심값", **taken)
    due = Source("advance", 1, chance.randrange(100_000, 900_000))
    yield _line("ADVANCE", 1, chance.randrange(10_000, 90_000) * 10_000, sources=(due,), **taken)
    rest = chance.randrange(1, 100) * 10_000
    yield _line("ROUNDING", 1, rest, group="rounding", unit="amount")


def _line(code: str, quantity: Fraction | int, rate: int, **more: object) -> LineRow:
    factor = Fraction(more.get("factor", 1))  # type: ignore[call-overload] # a number, among fields of any kind
    values = {
        "group": "earning", "unit": "hour", "starts_on": MONTH.starts_on, "ends_on": MONTH.ends_on,
        "amount": to_minor(quantity * unscaled(rate) * factor, "KRW"), "currency": "KRW", **more,
    }  # fmt: skip
    return LineRow(code=code, quantity=Fraction(quantity), rate=rate, **values)  # type: ignore[arg-type]


def paper_speeds() -> Iterator[tuple[str, float, int]]:
    """For each layout, and for a bare canvas: its name, payslips a second, and the pages."""
    from reports.payslip import LAYOUTS, payslips_pdf

    slips = korean_slips(SLIPS)
    for layout in LAYOUTS:
        content = b""

        def draw(layout: str = layout) -> None:
            nonlocal content
            content = payslips_pdf(slips, layout=layout)

        rate = SLIPS / _best(draw)
        pages = content.count(b"/Type /Page\n")
        yield layout, rate, pages
        if layout == TWO_UP:
            said = [_texts(slip) for slip in slips]
            yield "bare canvas", SLIPS / _best(partial(_bare, said, pages)), pages


def _texts(slip: PayslipRow) -> list[str]:
    """Every text that a payslip in one part says."""
    from reports.payslip_words import text_of

    with speaking("ko"):
        said = text_of(slip)
    table = [text for _name, lines in said.sections for line in lines for text in _of(line)]
    facts = [text for cell in (*said.facts, *([said.hours] if said.hours else [])) for text in cell]
    totals = [text for total in said.totals for text in total]
    heads = [said.title, said.number, said.code, said.name, said.formula_title, said.amount_title]
    ends = [*said.notes, said.receipt, said.date, said.signature, said.reference]
    sections = [name for name, _lines in said.sections]
    return [text for text in (*heads, *facts, *sections, *table, *totals, *ends) if text]


def _of(line: object) -> tuple[str, ...]:
    return tuple(getattr(line, name) for name in ("label", "formula", "amount"))


def _bare(slips: list[list[str]], pages: int) -> None:
    """The same texts drawn one below the other, as fast as ReportLab can."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(BytesIO(), pageCompression=1)
    each = -(-len(slips) // pages)
    for start in range(0, len(slips), each):
        canvas.setFont("NotoSansKR-Regular", 8)
        for place, texts in enumerate(slips[start : start + each]):
            for row, text in enumerate(texts):
                canvas.drawString(36, 820 - 400 * place - 6 * row, text)
        canvas.showPage()
    canvas.getpdfdata()  # type: ignore[no-untyped-call]


def _best(work: Callable[[], None]) -> float:
    rounds = []
    for _round in range(ROUNDS):
        begun = time.process_time()
        work()
        rounds.append(time.process_time() - begun)
    return min(rounds)


def peak_memory() -> float:
    """Megabytes that a fresh process takes at most to make one PDF of all payslips, two-up."""
    code = "from tests.bench.payslips import print_peak; print_peak()"
    # The shell stands between, because a process begins with the peak of the one that starts it.
    command = ["sh", "-c", '"$0" -c "$1"; exit $?', sys.executable, code]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def print_peak() -> None:
    """Make the PDF in this process, and print the most memory that it took, in megabytes."""
    from reports.payslip import payslips_pdf

    payslips_pdf(korean_slips(SLIPS), layout=TWO_UP)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
