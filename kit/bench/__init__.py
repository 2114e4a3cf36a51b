"""How long intake takes, as ratios within one run: `make bench`."""
