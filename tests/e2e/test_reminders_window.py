# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders in words: made, switched off, deleted and brought back, paused, with nothing but the keyboard."""
import re

from driver import App, keys, main, wait, write, write_setting


def rows(app):
    return [item.name for item in app.window("Reminders").all("list item", re.compile(", (on|off)$"))]


def await_focus(app, role, name):
    wait(f"the focus on {name}", lambda: app.focused() and app.focused().role == role and app.focused().name == name)


def save(app):
    app.window("New Reminder")
    app.settle()
    keys("ctrl+s")


def by_keyboard_alone():
    write_setting("reminders-in-background", "'no'")
    with App() as app:
        app.find("page tab", "Today")
        keys("ctrl+r")
        window = app.window("Reminders")
        # Whoever has none is offered a few.
        window.find("label", "What Shall Thaw Remember for You?")
        app.tab_to("list item", re.compile("^Morning check-in"))
        keys("Return")
        save(app)
        app.window("Reminders").find("label", "“Morning check-in” added")
        wait("the reminder", lambda: rows(app) == ["Morning check-in, on"])
        app.find("label", re.compile("^Every day at .*, next (tomorrow|today)$"))

        # One of one's own.
        keys("ctrl+n")
        app.window("New Reminder")
        app.find("text", "What it says")
        app.settle()
        write("Water the plants")
        keys("ctrl+s")
        wait("both", lambda: sorted(rows(app)) == ["Morning check-in, on", "Water the plants, on"])

        app.tab_to("check box", "Water the plants")
        keys("space")
        wait("one off", lambda: sorted(rows(app)) == ["Morning check-in, on", "Water the plants, off"])
        app.find("label", re.compile("switched off$"))

        # Deleted, and the focus stays in the list.
        app.tab_to("list item", "Water the plants, off", key="shift+Tab")
        keys("Delete")
        wait("one", lambda: rows(app) == ["Morning check-in, on"])
        await_focus(app, "list item", "Morning check-in, on")
        app.tab_to("push button", "Undo")
        keys("Return")
        wait("both", lambda: sorted(rows(app)) == ["Morning check-in, on", "Water the plants, off"])

        # Paused until the person says so, and on again.
        app.tab_to("push button", "Pause", key="shift+Tab")
        keys("space")
        wait("the menu", lambda: getattr(app.focused(), "role", None) == "menu item")
        keys("Down", "Down", "Down", "Return")
        app.find("label", "Paused until you say otherwise")
        await_focus(app, "push button", "Resume")
        app.find("label", re.compile("resting$"))
        keys("Return")
        app.gone("label", "Paused until you say otherwise")
        keys("Escape")
        wait("the window to go", lambda: not app.all("frame", "Reminders"))

        # They are where they were, and have the focus first.
        keys("ctrl+r")
        wait("the focus on one", lambda: app.focused() and app.focused().name.endswith((", on", ", off")))
        wait("both", lambda: sorted(rows(app)) == ["Morning check-in, on", "Water the plants, off"])


def from_a_practice_in_two_clicks():
    write_setting("reminders-in-background", "'no'")
    with App() as app:
        app.find("page tab", "Today")
        app.gaction("win.practice", "box")
        app.find("list item", "Remind Me…").press()
        app.window("New Reminder")
        app.find("push button", "Save").press()
        app.window("Thaw").find("label", "“Box breathing” added")
        app.gaction("app.reminders")
        wait("the reminder", lambda: rows(app) == ["Box breathing, on"])


def from_a_person_in_two_clicks():
    write_setting("reminders-in-background", "'no'")
    with App() as app:
        app.find("page tab", "Today")
        keys("ctrl+5")
        app.gaction("win.open-link", "page:people")
        app.window("My People")
        app.find("push button", "Add Somebody").press()
        app.find("text", "Name").set_text("Bea")
        keys("ctrl+Return")
        app.window("My People").find("list item", "Bea").press()
        app.window("Bea")
        app.find("list item", "Remind Me to Reach Out…").press()
        app.window("New Reminder")
        app.find("push button", "Save").press()
        app.window("Bea").find("label", "“Reach out to Bea” added")


main(
    by_keyboard_alone,
    from_a_practice_in_two_clicks,
    from_a_person_in_two_clicks,
)
