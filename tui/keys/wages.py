"""Keys of pay runs, of payday and of advances."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command

COMPUTE: Final = Command(
    "compute", ("c",), "compute", N_("Compute"), N_("Compute the wages of this period."),
    footer=True,
)  # fmt: skip
APPROVE: Final = Command(
    "approve", ("a",), "approve", N_("Approve"), N_("Approve the pay run, for good."), footer=True
)
PAY: Final = Command(
    "pay", ("m",), "pay", N_("Mark paid"), N_("Mark the pay run as paid."), footer=True
)
VOID: Final = Command(
    "void", ("v",), "void", N_("Void"), N_("Set the record aside, with a reason.")
)
PAYDAY: Final = Command(
    "payday", ("y",), "payday", N_("Payday"),
    N_("Walk through the payday of the run, or begin one."), footer=True,
)  # fmt: skip
LOOK: Final = Command(
    "look", ("u",), "look", N_("Unusual"), N_("Look at what is unusual in the run."), footer=True
)
SEEN: Final = Command(
    "seen", ("o",), "seen", N_("Looked through"), N_("Note that you have looked through this."),
    footer=True,
)  # fmt: skip
CASH: Final = Command(
    "cash", ("n",), "cash", N_("Cash"), N_("The notes and coins to fetch."), footer=True
)
TICK: Final = Command(
    "tick", ("space",), "tick", N_("Tick off"),
    N_("Note that someone has got the pay, or has not."), footer=True,
)  # fmt: skip
TICK_ALL: Final = Command(
    "tick.all",
    ("a",),
    "tick_all",
    N_("All"),
    N_("Note that everyone has got the pay."),
    footer=True,
)
DAY: Final = Command(
    "day", ("d",), "day", N_("Day"), N_("Choose the day on which pay was handed out."), footer=True
)
SUM_UP: Final = Command(
    "sum.up", ("s",), "sum_up", N_("Sum up"),
    N_("What was paid and what was not, and the journal."), footer=True,
)  # fmt: skip
SKIP: Final = Command(
    "skip", ("o",), "skip", N_("Skip"),
    N_("Skip the marked instalment and add one at the end, or take that back."), footer=True,
)  # fmt: skip
REPAY: Final = Command(
    "repay", ("r",), "repay", N_("Repaid"), N_("Write down what was repaid by hand."), footer=True
)
