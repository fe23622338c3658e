# SPDX-License-Identifier: GPL-3.0-or-later
"""A short breathing session by keyboard: set up, started, paused, resumed, finished, with before and after."""
import re
import sqlite3

import today
from driver import App, journal_path, keys, main, wait, write


def open_setup(app, activity="box"):
    app.gaction("win.practice", activity)
    return app.find("push button", "Start")


def sessions():
    """What the journal says about sessions, the newest first."""
    with sqlite3.connect(f"file:{journal_path()}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute("SELECT * FROM session ORDER BY utc_ms DESC")]


def a_session_by_keyboard():
    with App() as app:
        open_setup(app)
        wait("Start to have the focus", lambda: app.focused() and app.focused().name == "Start")

        # Two breaths, and how one is before.
        app.tab_to("spin button", "Breaths", key="shift+Tab")
        keys("ctrl+a")
        write("2")
        keys("Tab")
        app.find("label", "2 breaths, which take 32 seconds")
        before = app.find("label", "Before You Begin")
        assert before
        while not app.all("radio button"):
            keys("Tab")
            focused = app.focused()
            if focused and "Before You Begin" in focused.name:
                keys("space")
                wait("the questions", lambda: app.all("radio button"))
        today.answer(app, today.FEELING, "2")
        keys("ctrl+Return")

        # It says what to do, stands still, and goes on.
        app.find("push button", "Pause")
        wait("the first phase", lambda: app.focused() and app.focused().name == "In")
        keys("space")
        app.find("push button", "Resume")
        app.find("label", "Paused. Go on whenever you like.")
        keys("space")
        app.find("push button", "Pause")

        # It ends on a whole breath.
        keys("End")
        app.find("label", "This breath is the last one.")
        app.find("label", "And now?", timeout=40)
        today.answer(app, today.FEELING, "4")
        app.tab_to("text", "A few words")
        write("The shoulders came down")
        app.tab_to("push button", "Done")
        keys("Return")
        app.find("page tab", "Today")

        [session] = sessions()
        assert session["activity"] == "box", session
        assert session["actual_ms"] == 16000, session
        assert session["note"] == "The shoulders came down", session

        # The last one again, at once; and left at once, which nobody comments on.
        app.gaction("win.practice-again")
        app.find("push button", "Pause")
        keys("Escape")
        app.find("page tab", "Today")
        wait("nothing to be left of it", lambda: len(sessions()) == 1)


def closing_keeps_what_was_done():
    with App() as app:
        open_setup(app, "slow-5-5")
        keys("Return")
        app.find("push button", "Pause")
        wait("some seconds", lambda: app.focused() and app.focused().name == "Out")
        keys("space")
        keys("space")
        wait("the next breath", lambda: app.focused() and app.focused().name == "In")
        keys("ctrl+w")
        app.process.wait()
        [session] = sessions()
        assert session["actual_ms"] >= 10000, session


def a_kill_keeps_what_was_done():
    with App() as app:
        open_setup(app, "slow-5-5")
        keys("Return")
        app.find("push button", "Pause")
        wait("the first breath to go out", lambda: app.focused() and app.focused().name == "Out")
        keys("space")
        wait("the pause to be kept", lambda: sessions() and sessions()[0]["actual_ms"] >= 5000)
        app.kill()
        [session] = sessions()
        assert session["ending"] == "running", session

    with App() as app:
        app.find("page tab", "Today")
        wait("it to be one that was left", lambda: sessions()[0]["ending"] == "left")
        assert sessions()[0]["actual_ms"] == session["actual_ms"]
        app.gaction("win.show-page", "journal")
        app.find("list item", re.compile("Slow and even"))


def a_full_screen_by_keyboard():
    with App() as app:
        open_setup(app, "body-scan")
        keys("Return")
        app.find("push button", "Pause")
        width = app.find("frame").extents()[2]
        keys("F11")
        wait("the full screen", lambda: app.find("frame").extents()[2] > width)
        app.find("push button", "Leave Full Screen (F11)")
        keys("Escape")
        wait("the window as before", lambda: app.find("frame").extents()[2] == width)
        app.find("push button", "Pause")
        first = app.focused().name
        keys("Right")
        wait("the next line", lambda: app.focused().name not in ("", first))
        keys("Escape")
        wait("the end of it", lambda: not app.all("push button", "Pause"))


main(a_session_by_keyboard, closing_keeps_what_was_done, a_kill_keeps_what_was_done, a_full_screen_by_keyboard)
