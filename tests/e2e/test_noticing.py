# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done about a feeling and whether it helped; the journal by a place in the body; a look at numbness that is
deleted and comes back. All of it by keyboard."""
import json
import re

import journal
from driver import App, cli, keys, main, wait, write


def exported():
    return json.loads(cli("export", "--format", "json"))


def what_was_done_and_how_it_was_afterwards():
    with App() as app:
        keys("ctrl+n")
        wait("the focus in the text", lambda: getattr(app.focused(), "name", None) == "Text")
        write("It was all too loud.")
        app.tab_to("push button", "Add What I Did")
        keys("space")
        wait("the search", lambda: getattr(app.focused(), "role", None) == "entry")
        write("walk")
        wait("what was found", lambda: [n.name for n in app.all("list item")][:1] == ["Took a walk"])
        keys("Return")
        app.find("push button", "better")
        app.tab_to("push button", "better", key="shift+Tab")
        keys("space")
        keys("ctrl+s")
        app.find("status bar", "Saved")
    copings = exported()["entries"][0]["copings"]
    assert copings == [{"activity": "walk", "outcome": "better"}], copings


def a_place_in_the_body_finds_its_entries():
    cli("add", "--sensation", "chest:tight:2", "Before the talk.")
    cli("add", "--sensation", "stomach:hollow", "After the talk.")
    with App(page="journal") as app:
        journal.entry(app, "Before the talk.")
        app.tab_to("push button", re.compile("Filter"))
        keys("space")
        app.tab_to("push button", re.compile("Anywhere$"))
        keys("space")
        wait("the places", lambda: getattr(app.focused(), "name", None) == "Anywhere")
        app.tab_to("list item", "chest", key="Down")
        keys("Return")
        journal.no_entry(app, "After the talk.")
        journal.entry(app, "Before the talk.")


def a_reflection_is_deleted_and_comes_back():
    cli("add", "--feeling", "3", "So that there is a chart.")
    with App(page="insights") as app:
        app.tab_to("push button", re.compile("^Take a Look"))
        keys("Return")
        app.window("A Look at Numbness")
        keys("5")
        keys("ctrl+Return")
        app.window("Thaw")
        app.find("label", "Reflection saved")
        assert len(exported()["reflections"]) == 1
        app.tab_to("push button", "Open")
        keys("Return")
        app.window("A Look at Numbness")
        app.tab_to("push button", "Delete")
        keys("Return")
        app.window("Thaw")
        app.find("label", "Reflection deleted")
        assert not exported()["reflections"]
        keys("ctrl+z")
        wait("the reflection", lambda: len(exported()["reflections"]) == 1)


main(
    what_was_done_and_how_it_was_afterwards,
    a_place_in_the_body_finds_its_entries,
    a_reflection_is_deleted_and_comes_back,
)
