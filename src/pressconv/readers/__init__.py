"""Inputs: one module or package a format."""
