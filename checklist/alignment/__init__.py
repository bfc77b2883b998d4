"""Rules of alignment that look at answers; `checklist.apps` registers them with the others."""
