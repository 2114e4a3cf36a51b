"""The extracts of the statutory return (SSDA903 and its like), a module each: their columns, codes and keys."""
