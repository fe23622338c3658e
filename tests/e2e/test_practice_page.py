# SPDX-License-Identifier: GPL-3.0-or-later
"""Things of one's own to do, planned and done; what was done written down afterwards; what helps."""
import sqlite3

import today
from driver import App, cli, journal_path, keys, main, wait, write


def rows(sql):
    with sqlite3.connect(f"file:{journal_path()}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def open_row(app, name):
    """Goes to a row of the page by keyboard, and opens it."""
    app.tab_to("list item", name)
    keys("Return")


def an_own_pattern_is_there_after_a_restart():
    with App(page="practice") as app:
        app.tab_to("push button", "New way of breathing…")
        keys("Return")
        dialog = app.window("New Pattern")
        app.tab_to("text", "Name")
        write("My slow one")
        app.tab_to("spin button", "Breathe out")
        keys("ctrl+a")
        write("7.5")
        keys("Tab")
        dialog.find("push button", "Save").press()
        app.find("list item", "My slow one")
        assert rows("SELECT name, breathe_out FROM breath_pattern") == [("My slow one", 75)]

    with App(page="practice") as app:
        app.find("list item", "My slow one").click()
        app.find("label", "My slow one")
        app.find("push button", "Start").press()
        app.find("push button", "Pause")
        keys("Escape")
        app.find("page tab", "Practice")


def an_own_thing_is_planned_and_done():
    with App(page="practice") as app:
        app.gaction("win.show-page", "practice")
        app.tab_to("push button", "Add something of your own…")
        keys("Return")
        app.window("Something of Your Own")
        write("Feed the ducks")
        keys("Return")
        wait("it to be kept", lambda: rows("SELECT name FROM own_activity") == [("Feed the ducks",)])
        [(uuid,)] = rows("SELECT uuid FROM own_activity")

        app.gaction("win.practice", uuid)
        app.find("push button", "Plan for Today…").press()
        app.window("Plan for Today", role="dialog")
        keys("Return")
        wait("it to be planned", lambda: rows("SELECT name FROM plan") == [("Feed the ducks",)])

        app.gaction("win.show-page", "today")
        row = app.find("list item", "Feed the ducks", on_screen=False)
        assert row.find("label", "Any time", on_screen=False)
        app.tab_to("list item", "Feed the ducks")
        keys("Return")
        app.find("push button", "Start").press()
        app.find("push button", "Pause")
        app.find("push button", "Leave")
        # Longer than a look at it.
        wait("some seconds to be done", lambda: app.all("push button", "Pause") and _sleep(6))
        keys("Escape")
        app.find("label", "And now?")
        keys("Escape")
        row = app.find("list item", "Feed the ducks", on_screen=False)
        assert rows("SELECT name, ending FROM session") == [("Feed the ducks", "left")]


def _sleep(seconds):
    import time
    time.sleep(seconds)
    return True


main(an_own_pattern_is_there_after_a_restart, an_own_thing_is_planned_and_done)
