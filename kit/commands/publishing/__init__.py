"""Commands that make what leaves the service."""
