"""What the staff's pages show: plain values, made from records; templates only print them."""
