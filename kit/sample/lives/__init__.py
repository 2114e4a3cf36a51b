"""Made-up children and officers of the sample council: who they are, and what happens to them over the years."""
