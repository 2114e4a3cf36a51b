"""Simulations: what the kit says of made-up councils whose truth is known."""
