"""The export: records written in the formats that others read."""
