"""The council's own words on a chapter: Markdown in which figures are named, never typed.

In: `params/<council>/<year>/*.md`. Out: `Words`, with each reference replaced by a protected figure.
Start at `compose`.
"""
