# SPDX-License-Identifier: GPL-3.0-or-later
"""tour.py OUTDIR [WIDTHxHEIGHT]: walks through every page of Thaw on the demo journal and leaves OUTDIR/<page>.png.

Run inside tests/e2e/session, with THAW and THAW_CLI naming the two programs.
"""
import os
import sys

from driver import App, cli


def tour(folder, size):
    os.makedirs(folder, exist_ok=True)
    cli("demo")
    with App(size=size) as app:
        titles = []
        for tab in app.all("page tab"):
            if tab.name not in titles:
                titles.append(tab.name)
        for title in titles:
            app.show_page(title)
            path = os.path.join(folder, title.lower() + ".png")
            app.picture(path)
            print(path, flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    tour(sys.argv[1], [int(n) for n in sys.argv[2].split("x")] if len(sys.argv) == 3 else None)
