"""The texts that questions cite: compared by words, proved by a lock, never shipped."""
