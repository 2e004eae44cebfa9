"""Outputs: one module or package a format."""
