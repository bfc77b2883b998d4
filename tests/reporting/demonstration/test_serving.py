import socket

import pytest
from django.core.management import CommandError

from reporting.demonstration.serving import Server, refuse_taken_port


def test_a_taken_port_is_named_before_anything_is_prepared():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} cannot be used .Address already"):
            refuse_taken_port(port)

    refuse_taken_port(port)


def test_the_demonstration_is_served_on_this_machine_alone_as_it_would_be_in_earnest():
    configuration = Server(8123).cfg

    assert configuration.bind == ["127.0.0.1:8123"]
    assert (configuration.workers, configuration.worker_class_str) == (2, "gthread")
    assert configuration.preload_app is True
    assert configuration.accesslog is None
