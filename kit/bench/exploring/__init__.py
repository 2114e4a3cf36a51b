"""How long the explorer takes in JupyterLab, in a real browser: until it is there, and after a change."""
