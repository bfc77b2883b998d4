"""Who: users, memberships, API tokens, and the one policy on what each may see and do."""
