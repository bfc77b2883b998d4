from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from regions.history import recorded
from regions.models import RegionalOffice


class Role(models.TextChoices):
    """What a person is to the reform: exactly one role each."""

    ADMINISTRATOR = "administrator", _("Administrator")
    SECRETARIAT = "secretariat", _("Secretariat")
    REGIONAL_OFFICE = "regional_office", _("Regional office")
    BOARD_MEMBER = "board_member", _("Member of the Board")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who signs in by e-mail; without a password nobody can sign in."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An administrator, as `createsuperuser` makes one."""
        fields["role"] = Role.ADMINISTRATOR
        return self.create_user(email, password, is_superuser=True, **fields)


@recorded(exclude=["password", "last_login"])
class User(AbstractBaseUser, PermissionsMixin):
    """A person; signs in by e-mail, reads in one of the six languages."""

    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=150)
    role = models.CharField(max_length=20, choices=Role.choices)
    language = models.CharField(max_length=10, default="en")
    is_active = models.BooleanField(default=True)
    wants_reminders = models.BooleanField(default=True)
    offices = models.ManyToManyField(RegionalOffice, through="Membership", related_name="people")

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["full_name"]

    class Meta:
        ordering: ClassVar = ["email"]
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="an_address_belongs_to_one_person"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    @property
    def is_staff(self) -> bool:
        """Only administrators see the admin site."""
        return self.role == Role.ADMINISTRATOR


@recorded()
class Membership(models.Model):
    """A person works for an office; one may work for several."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="memberships")
    may_manage_tokens = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "office"], name="a_person_is_a_member_of_an_office_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.office_id}"
