"""How every act runs; tokens and accounts have acts too, so it stands one room below."""

from accounts.acting import acting, refuse_blocked, refuse_unless

__all__ = ["acting", "refuse_blocked", "refuse_unless"]
