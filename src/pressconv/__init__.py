"""pressconv."""
