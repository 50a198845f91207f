"""The record in a browser: pages to read and correct it in, served to this computer alone."""
