"""The sample council's files: what its systems would have recorded of the made-up lives."""
