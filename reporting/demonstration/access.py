"""How to get into a demonstration: who signs in with what, and the tokens that are ready."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Account:
    """A person who signs in with e-mail and password alone."""

    role: str
    email: str
    password: str


@dataclass(frozen=True)
class ReadyToken:
    """A token as its owner would have been shown it once."""

    role: str
    office: str | None
    token: str


@dataclass(frozen=True)
class DemonstrationAccess:
    """Everything that was made, to be told once."""

    accounts: tuple[Account, ...]
    tokens: tuple[ReadyToken, ...]
