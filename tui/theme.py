"""Wagebook's own two themes, and where its styles lie.

Calm paper and ink for long evenings: every text colour keeps a contrast of 4.5 to 1 or better
against the backgrounds it stands on. Colour is never the only sign of anything, so the terminal's
`NO_COLOR` costs nothing but the colour.
"""

from pathlib import Path, PurePath
from typing import Any, Final

from textual.app import App
from textual.theme import Theme

DARK: Final = "wagebook-dark"
LIGHT: Final = "wagebook-light"

STYLES: Final[list[str | PurePath]] = [
    Path(__file__).parent / "styles" / name
    for name in (
        "app.tcss",
        "tables.tcss",
        "forms.tcss",
        "dialogs.tcss",
        "sections.tcss",
        "panes.tcss",
        "money.tcss",
        "rooms-people.tcss",
    )
]
"""For the app's `CSS_PATH`."""

BREAKPOINTS: Final[list[tuple[int, str]]] = [(0, "-narrow"), (100, "-wide")]
"""For the app's `HORIZONTAL_BREAKPOINTS`: every screen is `-narrow` or `-wide`."""

HEIGHTS: Final[list[tuple[int, str]]] = [(0, "-low"), (34, "-tall")]
"""For the app's `VERTICAL_BREAKPOINTS`: every screen is `-low` or `-tall`."""

_DARK_THEME: Final = Theme(
    name=DARK,
    dark=True,
    background="#161a1d",
    surface="#1d2327",
    panel="#283137",
    foreground="#dde3e1",
    primary="#86c5b3",
    secondary="#93b0d6",
    accent="#e3b566",
    success="#97c988",
    warning="#e3b566",
    error="#f09a8a",
    variables={
        "muted": "#9aa6a8",
        "cursor-row": "#2f4a46",
        "cursor-row-text": "#f4faf8",
        "field": "#252d32",
        "field-focus": "#31413f",
        "border": "#86c5b3",
        "border-blurred": "#3a464c",
        "footer-background": "#1d2327",
        "footer-foreground": "#dde3e1",
        "footer-key-foreground": "#e3b566",
        "footer-description-foreground": "#c3cccb",
        "block-cursor-background": "#86c5b3",
        "block-cursor-foreground": "#10201c",
        "block-cursor-text-style": "bold",
        "input-cursor-background": "#dde3e1",
        "input-cursor-foreground": "#161a1d",
        "input-selection-background": "#86c5b3 35%",
        "scrollbar": "#3a464c",
        "scrollbar-hover": "#52626a",
        "scrollbar-active": "#86c5b3",
        "scrollbar-background": "#1d2327",
        "scrollbar-background-hover": "#1d2327",
        "scrollbar-background-active": "#1d2327",
        "scrollbar-corner-color": "#1d2327",
    },
)

_LIGHT_THEME: Final = Theme(
    name=LIGHT,
    dark=False,
    background="#f7f5f0",
    surface="#efece4",
    panel="#e3dfd3",
    foreground="#22292b",
    primary="#1a6556",
    secondary="#31568a",
    accent="#7d4f00",
    success="#2c641f",
    warning="#7d4f00",
    error="#a02c1b",
    variables={
        "muted": "#5a6365",
        "cursor-row": "#cfe3da",
        "cursor-row-text": "#10211c",
        "field": "#e6e2d7",
        "field-focus": "#d6e6de",
        "border": "#1a6556",
        "border-blurred": "#c6c0b0",
        "footer-background": "#e9e5da",
        "footer-foreground": "#22292b",
        "footer-key-foreground": "#7d4f00",
        "footer-description-foreground": "#3d4648",
        "block-cursor-background": "#1a6556",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "input-cursor-background": "#22292b",
        "input-cursor-foreground": "#f7f5f0",
        "input-selection-background": "#1a6556 25%",
        "scrollbar": "#bdb7a6",
        "scrollbar-hover": "#a49e8c",
        "scrollbar-active": "#1a6556",
        "scrollbar-background": "#efece4",
        "scrollbar-background-hover": "#efece4",
        "scrollbar-background-active": "#efece4",
        "scrollbar-corner-color": "#efece4",
    },
)

THEMES: Final = (_DARK_THEME, _LIGHT_THEME)


def dress(app: App[Any], theme: str = DARK) -> None:
    """Register both themes with `app` and put `theme` on; call it when the app is made."""
    for known in THEMES:
        app.register_theme(known)
    app.theme = theme if theme in (DARK, LIGHT) else DARK


def other_theme(theme: str) -> str:
    """The light theme for the dark one, and the dark one for any other."""
    return LIGHT if theme == DARK else DARK
