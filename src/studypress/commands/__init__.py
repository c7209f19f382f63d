"""Commands, each in the room of its subject; `cli` puts them together."""
