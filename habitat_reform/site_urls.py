"""Where the site is for those who read a mail: there is no request to take the address from."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def checked_site_url(address: str) -> str:
    """Scheme and host, and no more: paths begin with their own slash."""
    found = urlsplit(address.rstrip("/"))
    if found.scheme not in {"http", "https"} or not found.hostname or found.path or found.query:
        raise ImproperlyConfigured(f"SITE_URL is like https://reform.example.org, not {address!r}.")
    return address.rstrip("/")
