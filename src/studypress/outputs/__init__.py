"""Where items go. An output reads items and knows no form; forms know no output."""
