"""Reminders by mail: prepared in one transaction, kept as rows, sent one by one."""
