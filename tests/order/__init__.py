"""What a reader sees from left to right, on the PDF's page and in a browser, against UAX #9."""
