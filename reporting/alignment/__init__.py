"""Rules of alignment that look at reported figures; `reporting.apps` registers them."""
