# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing reminders with nothing but the keyboard: one with two times on weekdays, and one with a window."""
import re

from driver import App, keys, main, wait, write, write_setting


def open_editor(app):
    """Over the window with the reminders, and the focus in what it says."""
    write_setting("reminders-in-background", "'no'")
    app.window("Thaw")
    app.settle()
    keys("ctrl+r")
    app.window("Reminders")
    keys("ctrl+n")
    app.window("New Reminder")
    app.find("text", "What it says")
    app.settle()


def preview(app):
    """The next moments, as the screen shows them."""
    status = app.window("New Reminder").all("status bar", on_screen=False)[0]
    return status.all("label", on_screen=False)[0].name.split("\n")


def await_focus(app, name):
    wait(f"the focus on {name}", lambda: getattr(app.focused(), "name", None) == name)


def type_time(app, hour, minute):
    """In the button that has the focus."""
    keys("Return")
    await_focus(app, "Hour")
    keys("ctrl+a")
    write(hour)
    keys("Tab")
    await_focus(app, "Minute")
    keys("ctrl+a")
    write(minute)
    keys("Return")


def two_times_on_weekdays():
    with App() as app:
        open_editor(app)
        write("Stretch, and look up")
        app.tab_to("list item", "Add a Time")
        keys("Return")
        await_focus(app, "Time: 13:00")
        type_time(app, "07", "45")
        # In order, and the focus went along.
        await_focus(app, "Time: 07:45")
        app.tab_to("push button", "Weekdays")
        keys("space")
        wait("weekdays", lambda: len(preview(app)) == 5 and not [m for m in preview(app) if m.startswith("S")])
        assert {line.rpartition(", ")[2] for line in preview(app)} == {"07:45", "09:00"}, preview(app)
        # What is said to who cannot see it is the same, a little later.
        wait("the words to be told", lambda: app.window().all("status bar", on_screen=False)[0].name.split("\n")
             == preview(app))
        keys("ctrl+s")
        app.window("Reminders").find("label", "“Stretch, and look up” added")
        app.find("label", re.compile("^Weekdays at 07:45 and 09:00"))


def some_time_in_a_window():
    with App() as app:
        open_editor(app)
        app.tab_to("list item", "What it opens")
        keys("Return")
        app.window("What It Opens")
        app.settle()
        write("scan")
        keys("Return")
        app.window("New Reminder")
        app.find("label", "Without words of your own it says “Body scan”.")
        app.tab_to("list item", "At a random moment")
        keys("Return")
        app.tab_to("push button", "From: 10:00")
        type_time(app, "20", "00")
        # It cannot be kept like that, and says so.
        await_focus(app, "From: 20:00")
        assert preview(app) == ["The window has to end after it begins, on the same day."], preview(app)
        assert "sensitive" not in app.find("push button", "Save").states
        app.tab_to("push button", "To: 18:00")
        type_time(app, "21", "30")
        await_focus(app, "To: 21:30")
        app.tab_to("spin button", "How often on a day")
        keys("Up")
        wait("the preview", lambda: len(preview(app)) == 5)
        assert preview(app)[0] in ("Today", "Tomorrow"), preview(app)
        keys("ctrl+Return")
        app.window("Reminders").find("label", "“Body scan” added")
        app.find("label", re.compile("^Every day, twice between 20:00 and 21:30"))


def nothing_written_goes_without_a_question():
    with App() as app:
        open_editor(app)
        write("Rest")
        app.tab_to("push button", "Wednesday")
        keys("space")
        keys("Escape")
        app.find("label", "Keep What You Wrote?")
        keys("Escape")
        app.window("New Reminder")
        assert "pressed" not in app.find("push button", "Wednesday").states
    # The end of the program keeps it without being asked.
    with App() as app:
        app.window("Thaw")
        app.settle()
        keys("ctrl+r")
        app.window("Reminders").find("list item", "Rest, on")


main(
    two_times_on_weekdays,
    some_time_in_a_window,
    nothing_written_goes_without_a_question,
)
