"""Fits the models that the package ships. Nothing in `src/` imports this folder."""
