"""What a manager sees and presses: screens, forms and keys.

Textual asks the terminal to report every key as an escape code. What an input method commits (a
few Korean or Chinese characters at once) then arrives as junk keys instead of text. The switch is
read when Textual is first imported, so it stands here, ahead of every module of this package.
"""

import os

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
