"""An empty command of typer: what any command line made with it costs to start."""

from __future__ import annotations

import typer

app = typer.Typer(add_completion=False)


@app.command()
def main() -> None:
    pass


if __name__ == "__main__":
    app()
