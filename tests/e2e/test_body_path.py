# SPDX-License-Identifier: GPL-3.0-or-later
"""From “not sure” over the body to a word, with nothing but the keyboard."""
import re

import today
from driver import App, cli, keys, main, wait

FRONT = ["head", "eyes", "jaw", "throat", "shoulders", "chest", "stomach", "lower belly", "arms", "hands", "legs",
         "feet"]
BACK = ["head", "neck", "shoulders", "upper back", "lower back", "arms", "hands", "legs", "feet"]


def heading(app, words):
    app.find("heading", words)
    wait("the focus on the question", lambda: app.focused() is not None and words in app.focused().name)


def press(app, role, name):
    app.tab_to(role, name)
    keys("Return")


def open_path(app):
    """Answers “not sure”, and takes the offer."""
    app.tab_to("push button", "joy")
    app.tab_to("push button", "not sure", key="Right")
    keys("space")
    press(app, "push button", "Start With the Body")
    heading(app, "Where in your body is it?")


def choose_place(app, name):
    app.tab_to("check box")
    for key in ["Home"] + ["Down"] * 12 + ["Right"] * 4 + ["Up"] * 12:
        if app.focused().name == name:
            break
        keys(key)
    assert app.focused().name == name, f"the arrows do not lead to {name!r}, but to {app.focused().name!r}"
    keys("space")


def all_places_have_names():
    with App() as app:
        open_path(app)
        names = [node.name for node in app.all("check box")]
        wanted = [f"{name}, front" for name in FRONT] + [f"{name}, back" for name in BACK]
        assert sorted(names) == sorted(wanted), names


def from_not_sure_to_a_word():
    with App() as app:
        open_path(app)
        choose_place(app, "chest, front")
        heading(app, "Chest: what is it like there?")
        app.tab_to(None, "warm")
        app.tab_to(None, "tight", key="Right")
        keys("space")
        press(app, "push button", "Next")
        heading(app, "How strong is it?")
        app.tab_to("radio button", "a little")
        keys("Right")
        press(app, "push button", "Next")
        heading(app, "Is there another place?")
        press(app, "push button", "Next")
        heading(app, "Words that people often use for that")
        app.tab_to("check box", re.compile("^anxiety"))
        keys("space")
        press(app, "push button", "Done")
        app.gone("heading", "Is there another place?")
        app.find("push button", "chest: tight, clearly")
        keys("ctrl+Return")
        today.toast(app)
        wait("the row", lambda: len(today.entries(app)) == 1)
        row = today.entries(app)[0]
        assert "chest: tight, clearly" in row and "anxiety" in row, row
    with App(page="journal") as app:
        row = app.find("list item")
        assert "chest: tight, clearly" in row.name and "anxiety" in row.name, row.name
    assert "anxiety" in cli("list") and "chest: tight" in cli("list"), cli("list")


def stopping_half_way_keeps_what_was_said():
    with App() as app:
        open_path(app)
        choose_place(app, "stomach, front")
        heading(app, "Stomach: what is it like there?")
        keys("Escape")
        app.gone("heading", "Stomach: what is it like there?")
        app.find("push button", "stomach")
        keys("ctrl+Return")
        today.toast(app)
        wait("the row", lambda: len(today.entries(app)) == 1)
        row = today.entries(app)[0]
        assert "not sure" in row and "stomach" in row, row


main(all_places_have_names, from_not_sure_to_a_word, stopping_half_way_keeps_what_was_said)
