"""The sources: files, pages, exports and lines, taken in as documents."""
