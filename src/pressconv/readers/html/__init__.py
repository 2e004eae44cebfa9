"""HTML of anybody → `Draft`."""
