"""The same work by other tools, to compare with: Papermill, ploomber-engine, jupyter-cache and the public validator."""
