"""The place index: names in many spellings to points on the map, from GeoNames and the Ukrainian codifier."""
