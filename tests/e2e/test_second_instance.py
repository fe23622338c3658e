# SPDX-License-Identifier: GPL-3.0-or-later
"""One process, one window, one journal: a second start raises the first window, and thaw-cli writes through it."""
import os
import subprocess

import journal
from driver import SLOW, TIMEOUT, App, cli, main, run, wait


def a_second_start_raises_the_first_window():
    with App() as app:
        xid = app.xwindow()
        run("xdotool", "windowminimize", xid)
        wait("the window to be put away", lambda: "active" not in app.find("frame").states)
        second = subprocess.run([os.environ["THAW"]], timeout=TIMEOUT * SLOW, capture_output=True, text=True)
        assert second.returncode == 0, second
        assert second.stderr == "", second.stderr
        app.window()
        assert app.process.poll() is None
        assert len(app.all("frame")) == 1


def thaw_cli_adds_to_the_running_program():
    with App(page="journal") as app:
        cli("add", "--feeling", "6", "The kettle sang and I noticed it")
        journal.entry(app, "The kettle sang and I noticed it")
        assert "The kettle sang" in cli("list")


def a_second_start_after_a_crash_finds_the_journal():
    cli("add", "Before the lights went out")
    with App() as app:
        app.kill()
    with App(page="journal") as app:
        journal.entry(app, "Before the lights went out")


main(
    a_second_start_raises_the_first_window,
    thaw_cli_adds_to_the_running_program,
    a_second_start_after_a_crash_finds_the_journal,
)
