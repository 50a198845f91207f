"""bench: the accuracy and speed figures of the docs, measured again. `bench(data, settings, say)` gives `Figures`."""

from onrecord.bench.figures import Figures, as_json, as_table
from onrecord.bench.measurement import bench

__all__ = ["Figures", "as_json", "as_table", "bench"]
