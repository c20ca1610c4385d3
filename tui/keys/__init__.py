"""The one registry of keys: bindings, footer, command palette and help are all made from it.

Letters, function keys and ctrl with a letter only: `ctrl+enter` is lost in many terminals and
`ctrl+b` belongs to tmux. Labels and help are message ids here and are translated where they are
shown, so that the language can be set after this module was imported.
"""

# Each file's commands are this package's own, so that a new one is written down once.
from tui.keys.anywhere import *  # noqa: F403 - as said
from tui.keys.command import Command as Command
from tui.keys.command import Group as Group
from tui.keys.command import bindings as bindings
from tui.keys.forms import *  # noqa: F403 - as said
from tui.keys.lists import *  # noqa: F403 - as said
from tui.keys.offered import Available as Available
from tui.keys.offered import available as available
from tui.keys.offered import by_group as by_group
from tui.keys.offered import key_name as key_name
from tui.keys.registry import COMMANDS as COMMANDS
from tui.keys.sales import *  # noqa: F403 - as said
from tui.keys.settings import *  # noqa: F403 - as said
from tui.keys.shifts import *  # noqa: F403 - as said
from tui.keys.wages import *  # noqa: F403 - as said
