"""The extracts that a council takes from its own systems, a module each: their columns, codes and keys."""
