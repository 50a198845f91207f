"""What all tests share."""

from hypothesis import settings

# The same examples in every run, so that a change is never blamed for what a lucky draw finds elsewhere. To look for
# new ones: pytest --hypothesis-profile search.
settings.register_profile("fixed", derandomize=True, database=None)
settings.register_profile("search", print_blob=True)
settings.load_profile("fixed")
