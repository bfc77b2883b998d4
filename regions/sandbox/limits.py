"""What a process may take that reads or prints what others sent."""

import resource


def limit(*, memory: int, seconds: int, output: int) -> None:
    """Bytes of addresses, seconds of the processor, bytes of a file; no dump of what it held."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
