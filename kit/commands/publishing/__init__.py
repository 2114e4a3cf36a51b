"""Commands that make documents, publish them, and audit what was published."""
