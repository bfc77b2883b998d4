"""What people do with programme records."""
