"""How long intake, reports, documents and figures take, as ratios within one run: `make bench`."""
