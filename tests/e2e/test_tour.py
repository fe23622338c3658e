# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/run on a machine without a display: a picture of each page."""
import importlib.machinery
import importlib.util
import os
import pathlib
import tempfile

from driver import cli, data_dir, main, run

TOUR = pathlib.Path(__file__).resolve().parents[2] / "build-aux" / "tour"


def load_tour():
    loader = importlib.machinery.SourceFileLoader("tour", str(TOUR))
    tour = importlib.util.module_from_spec(importlib.util.spec_from_loader("tour", loader))
    loader.exec_module(tour)
    return tour


def tour_takes_each_page():
    cli("demo", "--seed", "1", "--days", "60")
    with tempfile.TemporaryDirectory(dir=os.environ["THAW_SESSION_DIR"]) as pictures:
        paths = [path for _, path in load_tour().take(data_dir(), pictures)]
        assert sorted(os.listdir(pictures)) == ["insights.png", "journal.png", "practice.png", "support.png", "today.png"]
        for path in paths:
            # Below the header bar there are words and colours, hence many shades.
            shades = int(run("convert", path, "-gravity", "South", "-crop", "100%x85%+0+0", "-format", "%k", "info:"))
            assert shades > 50, f"{path} shows next to nothing: {shades} shades"


main(tour_takes_each_page)
