"""The conflict packs that come with the program: data only."""
