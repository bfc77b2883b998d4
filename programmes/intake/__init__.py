"""The one validation core of programme records, behind forms, API and tables alike."""
