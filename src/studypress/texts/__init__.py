"""The texts that questions cite, never shipped: how their `words` are compared, how a pasted page
is `numbered`, the `lock` that proves citations, and the `inventory` of what a text says.
"""
