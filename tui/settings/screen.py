"""The section of the settings: programme, pay rules, sites, accounts, audit, the program itself."""

from tui.panes import PanedScreen
from tui.settings.about_pane import AboutPane
from tui.settings.accounts_pane import AccountsPane
from tui.settings.audit_pane import AuditPane
from tui.settings.programme_pane import ProgrammePane
from tui.settings.rules_pane import RulesPane
from tui.settings.sites_pane import SitesPane


class SettingsScreen(PanedScreen):
    """How this programme works."""

    SECTION = "settings"
    PANES = (ProgrammePane, RulesPane, SitesPane, AccountsPane, AuditPane, AboutPane)
