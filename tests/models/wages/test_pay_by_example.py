"""Pay under PLAIN by literal examples: what is worked and agreed, and the lines that follow."""

from typing import Any

import pytest

from tests.models.wages.examples.amounts import ENTERED, MINIMUMS, WON
from tests.models.wages.examples.making import PIECES, SALES
from tests.models.wages.examples.salaries import BEYOND_THE_CONTRACT, MONTHS, WEEKS
from tests.models.wages.examples.worked_time import DAYS, HOURS
from tests.models.wages.paying import follows, paid, told

EXAMPLES = [
    pytest.param(*example, id=name)
    for table in (
        HOURS,
        DAYS,
        MONTHS,
        WEEKS,
        BEYOND_THE_CONTRACT,
        PIECES,
        SALES,
        ENTERED,
        MINIMUMS,
        WON,
    )
    for name, example in table.items()
]


@pytest.mark.parametrize(("given", "expected"), EXAMPLES)
def test_pay_comes_out_as_in_the_example(given: dict[str, Any], expected: list[str]) -> None:
    assert told(paid(**given)) == expected


@pytest.mark.parametrize(("given", "_expected"), EXAMPLES)
def test_the_formula_of_each_line_evaluates_by_hand_to_its_amount(
    given: dict[str, Any], _expected: list[str]
) -> None:
    figures = paid(**given)
    assert [line for line in figures.lines if not follows(line, figures.currency)] == []


@pytest.mark.parametrize(("given", "_expected"), EXAMPLES)
def test_the_lines_of_the_example_add_up(given: dict[str, Any], _expected: list[str]) -> None:
    figures = paid(**given)
    sums = {
        group: sum(line.amount for line in figures.lines if line.group == group)
        for group in ("earning", "deduction")
    }
    assert (figures.gross, figures.deductions) == (sums["earning"], sums["deduction"])
    assert figures.net == figures.paid == figures.gross - figures.deductions >= 0
