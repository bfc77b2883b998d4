"""What pages of programmes show, in plain values."""
