from accounts.models.reminders import ReminderMail, ToldFact
from accounts.models.tokens import ApiToken
from accounts.models.users import Membership, User

__all__ = ["ApiToken", "Membership", "ReminderMail", "ToldFact", "User"]
