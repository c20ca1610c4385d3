"""Facts in lines: what it is on the left, what it says on the right."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from tui.text import clean, fit, width_of

Fact = tuple[str, str]
"""A label, already translated, and what it says."""

_GAP = 2


def facts(pairs: Iterable[Fact]) -> Content:
    """One fact on a line, the labels as wide as the widest; facts that say nothing are left out."""
    said = [(label, text) for label, text in pairs if text]
    width = max((width_of(label) for label, _text in said), default=0) + _GAP
    return Content("\n").join(
        Content.assemble((fit(label, width), "$muted"), clean(text)) for label, text in said
    )


def sums(pairs: Sequence[Fact], beside: Sequence[str] = ()) -> Content:
    """Amounts under each other, each on the right; `beside` says more about each, or nothing."""
    labels = max((width_of(label) for label, _text in pairs), default=0)
    amounts = max((width_of(text) for _label, text in pairs), default=0)
    return Content("\n").join(
        Content.assemble(
            (fit(label, labels + _GAP), "$muted"),
            (fit(text, amounts, "right"), "bold"),
            f"  {clean(more)}" if more else "",
        )
        for (label, text), more in zip(pairs, beside or [""] * len(pairs), strict=True)
    )


def titled(title: str, *parts: Content) -> Content:
    """A heading, and what belongs under it; empty parts are left out."""
    heading = Content.styled(clean(title), "$primary bold")
    return Content("\n").join([heading, *(part for part in parts if part.plain)])


def on_one_line(pairs: Iterable[Fact]) -> Content:
    """`Gross 96,000.00   Net 94,800.00`; facts that say nothing are left out."""
    return Content("   ").join(
        Content.assemble((f"{clean(label)} ", "$muted"), (clean(text), "bold"))
        for label, text in pairs
        if text
    )
