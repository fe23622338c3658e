# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page in each style and direction, without a warning."""
import os

from driver import App, cli, keys, main


def visit(env=None):
    cli("add", "--feeling", "4", "--valence", "0.33", "--emotion", "joy:1", "--tag", "garden", "Peas, at last")
    with App(env=env) as app:
        for title in ("Journal", "Insights", "Practice", "Support", "Today"):
            app.show_page(title)
        keys("ctrl+h")
        app.window("Help Now")
        keys("Escape")
        app.window("Thaw")
        app.gaction("win.new-entry")
        app.settle()
        keys("Escape")


def dark():
    visit({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})


def high_contrast():
    visit({"ADW_DEBUG_HIGH_CONTRAST": "1"})


def right_to_left():
    visit({"GTK_DEBUG": "invert-text-dir"})


def twice_the_pixels():
    visit({"GDK_SCALE": "2"})


def large_text():
    with open(os.path.join(os.environ["HOME"], ".Xdefaults"), "w", encoding="ascii") as f:
        f.write("Xft.dpi: 144\n")
    visit()


main(dark, high_contrast, right_to_left, twice_the_pixels, large_text)
