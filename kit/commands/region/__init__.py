"""Commands for many councils at once."""
