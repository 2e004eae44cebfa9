"""The one package that touches WeasyPrint."""
