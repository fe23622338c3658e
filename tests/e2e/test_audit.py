# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control has a name, and Tab reaches every control and is never caught."""
import re

import audit
from driver import App, case, cli, comment, keys, main, wait, write_setting


def fill():
    cli("add", "--feeling", "3", "--valence", "-0.33", "--emotion", "sadness:2", "--tag", "walk", "Grey, then less so")
    cli("add", "--feeling", "5", "--emotion", "joy:1", "The bread was warm")


def page_is_accessible(title):
    fill()
    with App() as app:
        app.show_page(title)
        check(app)


def the_editor():
    with App() as app:
        app.gaction("win.new-entry")
        app.settle()
        check(app)


def a_look_at_numbness():
    with App() as app:
        app.show_page("Insights")
        app.find("push button", "Take a Look…").press()
        app.find("radio button", "5 of 10, now and then")
        assert not audit.nameless(app), audit.nameless(app)


def a_window_of_support(action, title):
    write_setting("help-country", "'DE'")
    with App() as app:
        app.show_page("Support")
        app.find("list item", re.compile(action)).click()
        app.window(title)
        app.settle()
        assert not audit.nameless(app), audit.nameless(app)


def the_reminders():
    write_setting("reminders-in-background", "'no'")
    with App() as app:
        app.find("page tab", "Today")
        keys("ctrl+r")
        app.tab_to("list item", re.compile("^Morning check-in"))
        assert not audit.nameless(app), audit.nameless(app)
        keys("Return")
        app.window("New Reminder")
        app.settle()
        keys("ctrl+s")
        app.window("Reminders").find("list item", "Morning check-in, on")
        # The toast’s own button has no name in libadwaita 1.2, and hears Escape first.
        wait("the window to go", lambda: not app.all("frame", "Reminders") or keys("Escape"))
        keys("ctrl+r")
        app.window("Reminders").find("list item", "Morning check-in, on")
        app.settle()
        assert not audit.nameless(app), audit.nameless(app)


def check(app):
    problems = audit.nameless(app)
    for key in ("Tab", "shift+Tab"):
        seen = audit.walk_by_tab(app, key=key)
        comment(f"{key} goes to {seen}")
        problems += [f"{key} does not reach {n!r}" for n in audit.not_reached(app, seen)]
    assert not problems, "\n".join(sorted(set(problems)))


main(*[case(title.lower(), page_is_accessible, title) for title in ("Today", "Journal", "Insights", "Support")],
     the_editor, a_look_at_numbness, the_reminders,
     case("the lines to call", a_window_of_support, "All Lines", "Help Now"),
     case("the care plan", a_window_of_support, "My Care Plan", "My Care Plan"))
