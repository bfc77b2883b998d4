"""A PostgreSQL of the project's own: no server to install, the same semantics as in production."""
