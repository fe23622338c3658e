# SPDX-License-Identifier: GPL-3.0-or-later
"""Things of one's own to do, planned and done; what was done written down afterwards; what helps."""
import re
import sqlite3
import time

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
        write("My slow one")
        app.tab_to("spin button", "Breathe out, in seconds")
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


def a_shipped_pattern_is_adjusted():
    with App(page="practice") as app:
        app.gaction("win.practice", "box")
        app.find("push button", "Start")
        app.find("push button", "More").press()
        app.find("menu item", "Adjust…").press()
        dialog = app.window("New Pattern")
        keys("ctrl+a")
        write("My box")
        app.tab_to("spin button", "Breathe out, in seconds")
        keys("ctrl+a")
        write("6.5")
        keys("Tab")
        dialog.find("push button", "Save").press()
        wait("it to be kept", lambda: rows("SELECT name, breathe_in, breathe_out FROM breath_pattern")
             == [("My box", 40, 65)])


def an_own_thing_is_planned_and_done():
    with App(page="practice") as app:
        app.gaction("win.show-page", "practice")
        app.tab_to("push button", "Add something of your own…")
        keys("Return")
        app.window("Your Own")
        write("Feed the ducks")
        keys("Return")
        wait("it to be kept", lambda: rows("SELECT name FROM own_activity") == [("Feed the ducks",)])
        [(uuid,)] = rows("SELECT uuid FROM own_activity")

        app.gaction("win.practice", uuid)
        app.find("push button", "Plan for Today…").press()
        app.find("push button", "Plan").press()
        wait("it to be planned", lambda: rows("SELECT name FROM plan") == [("Feed the ducks",)])

        app.gaction("win.show-page", "today")
        row = app.find("list item", "Feed the ducks", on_screen=False)
        assert row.find("label", "Any time", on_screen=False)
        app.tab_to("list item", "Feed the ducks")
        keys("Return")
        app.find("push button", "Start").press()
        app.find("push button", "Pause")
        # Longer than a look at it.
        time.sleep(6)
        keys("Escape")
        app.find("label", "And now?")
        keys("Escape")
        row = app.find("list item", "Feed the ducks", on_screen=False)
        assert row.find("label", re.compile("^Done at "), on_screen=False)
        assert rows("SELECT name, ending FROM session") == [("Feed the ducks", "left")]


def an_own_thing_is_deleted_and_comes_back():
    with App(page="practice") as app:
        app.tab_to("push button", "Add something of your own…")
        keys("Return")
        app.window("Your Own")
        write("Salt & <pepper>")
        app.tab_to("spin button", "Minutes")
        keys("ctrl+a")
        write("15")
        keys("ctrl+s")
        wait("it to be kept",
             lambda: rows("SELECT name, minutes FROM own_activity") == [("Salt & <pepper>", 15)])
        open_row(app, re.compile("^Salt & <pepper>"))
        app.find("push button", "Start")
        app.find("push button", "More").press()
        app.find("menu item", "Delete").press()
        wait("it to be gone", lambda: not rows("SELECT * FROM own_activity"))
        app.find("label", "“Salt & <pepper>” deleted")
        app.find("page tab", "Practice")
        # Whoever does all of it by keyboard goes on from somewhere on the page.
        assert wait("the focus", app.focused).on_screen
        app.find("push button", "Undo").press()
        app.find("list item", re.compile("^Salt & <pepper>"), on_screen=False)
        assert rows("SELECT name, minutes FROM own_activity") == [("Salt & <pepper>", 15)]


def what_was_done_is_written_down_changed_and_deleted():
    with App(page="practice") as app:
        app.gaction("win.show-page", "practice")
        open_row(app, "Write Down Something You Did…")
        app.window("Write Down Something You Did")
        app.tab_to("spin button", "Minutes")
        keys("ctrl+a")
        write("25")
        app.tab_to("text", "A few words")
        write("Rain all the way")
        keys("Escape")
        app.find("frame", "Thaw")
        wait("it to be written down",
             lambda: rows("SELECT actual_ms, note FROM session") == [(25 * 60000, "Rain all the way")])
        [(ending,)] = rows("SELECT ending FROM session")
        assert ending == "logged"

        # It is in the journal's day, and opens from there.
        app.show_page("Journal")
        app.find("list item", re.compile("Rain all the way"))
        app.tab_to("list item", re.compile("Rain all the way"))
        keys("Return")
        app.window("What You Did")
        # A number that is typed counts although the field is not left.
        app.tab_to("spin button", "Minutes")
        keys("ctrl+a")
        write("40")
        keys("ctrl+Return")
        app.window("Thaw")
        wait("it to be changed", lambda: rows("SELECT actual_ms FROM session") == [(40 * 60000,)])
        app.find("label", "Session changed")
        app.find("push button", "Undo").press()
        wait("it to be as it was", lambda: rows("SELECT actual_ms FROM session") == [(25 * 60000,)])

        app.tab_to("list item", re.compile("Rain all the way"))
        keys("Return")
        app.window("What You Did")
        app.tab_to("push button", "Delete")
        keys("Return")
        wait("it to be gone", lambda: not rows("SELECT * FROM session"))
        app.find("label", "Session deleted")
        wait("one way back", lambda: len(app.look().all("push button", "Undo")) == 1)
        app.find("push button", "Undo").press()
        wait("it to be back", lambda: rows("SELECT note FROM session") == [("Rain all the way",)])


def what_helps_is_told_from_three_times_on():
    for day, (before, after) in enumerate([(1, 3), (2, 4), (2, 5)]):
        cli("add-session", "walk", "--at", f"2026-11-2{day}T10:00", "--minutes", "20", "--feeling-before", str(before),
            "--feeling-after", str(after), "--expected", "2", "--felt", "5")
    with App(page="practice") as app:
        app.gaction("win.show-page", "practice")
        open_row(app, "What Helps Me")
        app.window("What Helps Me")
        said = app.find("label", re.compile("^3 times, 1 hour in all")).name
        assert "Feeling afterwards: 2.3 more on average" in said, said
        assert "Pleasure: expected 2.0, felt 5.0 on average (3 times)" in said, said
        app.find("push button", "How Is This Counted?").click()
        app.find("label", re.compile("does not say what came from what"))
        keys("Escape")
        keys("Escape")
        app.window("Thaw")


main(an_own_pattern_is_there_after_a_restart, an_own_thing_is_deleted_and_comes_back, a_shipped_pattern_is_adjusted,
     an_own_thing_is_planned_and_done, what_was_done_is_written_down_changed_and_deleted,
     what_helps_is_told_from_three_times_on)
