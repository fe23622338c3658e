# SPDX-License-Identifier: GPL-3.0-or-later
"""Thaw starts with nothing there, shows its window and ends, and logs nothing."""
from driver import App, main


def start_and_quit():
    with App() as app:
        assert app.find("frame", "Thaw")


main(start_and_quit)
