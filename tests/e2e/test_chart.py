# SPDX-License-Identifier: GPL-3.0-or-later
"""The mood chart by keyboard: the day under the cursor is told, and leads to its entries; the same as a table."""
import datetime

import journal
from driver import App, cli, keys, main, wait

TODAY = datetime.datetime.now(datetime.timezone.utc).date()


def add(days_ago, feeling, words):
    day = TODAY - datetime.timedelta(days=days_ago)
    cli("add", "--feeling", str(feeling), "--valence", "0.33", "--at", f"{day}T00:05", words)


def three_days():
    add(4, 2, "Fog until noon")
    add(2, 5, "The soup tasted of something")
    add(0, 8, "Called Ida")


def chart(app):
    return wait("the chart", lambda: [n for n in app.all("image") if "focusable" in n.states and n.name][0])


def description(app):
    return chart(app).description


def go_to_chart(app):
    path = chart(app).path
    for _ in range(40):
        if getattr(app.focused(), "path", None) == path:
            return
        keys("Tab")
        app.settle()
    raise AssertionError("Tab does not reach the chart")


def the_cursor_tells_the_day_and_leads_there():
    three_days()
    with App(page="insights") as app:
        app.find("push button", "All").act()
        go_to_chart(app)
        keys("End")
        wait("today", lambda: "8 of 10" in description(app))
        keys("Left")
        wait("the day before with an entry", lambda: "5 of 10" in description(app))
        keys("Left")
        wait("the first day", lambda: "2 of 10" in description(app))
        first = description(app)
        keys("Home")
        assert description(app) == first
        keys("Right")
        wait("the second day", lambda: "5 of 10" in description(app))
        keys("Return")
        journal.entry(app, "The soup tasted of something")


def the_same_as_a_table():
    three_days()
    with App(page="insights") as app:
        app.find("push button", "All").act()
        app.find("push button", "Show as Table").act()
        table = app.find(None, "What the chart shows, as a table")
        text = wait("the values", lambda: " ".join(n.name for n in table.again().all("label")))
        for value in ("2", "5", "8"):
            assert value in text, text


def every_range_has_its_title():
    three_days()
    add(900, 1, "A long winter")
    with App(page="insights") as app:
        for button in ("Week", "Month", "3 Months", "Year", "All"):
            before = chart(app).name
            if "pressed" not in app.find("push button", button).states:
                app.find("push button", button).act()
                wait(f"the range {button}", lambda: chart(app).name != before)
        before = chart(app).name
        app.find("push button", "Week").act()
        wait("the week", lambda: chart(app).name != before)
        before = chart(app).name
        app.find("push button", "Earlier").act()
        wait("the week before", lambda: chart(app).name != before)
        app.find("push button", "Later").act()
        wait("this week again", lambda: chart(app).name == before)


def a_new_entry_appears():
    three_days()
    with App(page="insights") as app:
        before = chart(app).name
        add(0, 3, "And another thing")
        wait("the chart to take it in", lambda: chart(app).name != before)


main(
    the_cursor_tells_the_day_and_leads_there,
    the_same_as_a_table,
    every_range_has_its_title,
    a_new_entry_appears,
)
