"""The command line client, against real servers and against lines that break."""
