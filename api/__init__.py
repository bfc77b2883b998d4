"""REST API: shapes and verbs over HTTP."""
