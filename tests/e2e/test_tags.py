# SPDX-License-Identifier: GPL-3.0-or-later
"""Making one tag of two, and taking that back, with nothing but the keyboard; a question that is kept with its answer."""
import re

from driver import App, cli, keys, main, wait, write


def rows(app):
    return [item.name for item in app.window("Tags").all("list item")]


def two_tags_become_one_and_two_again():
    cli("add", "--tag", "place:station", "Waited for the train.")
    cli("add", "--tag", "place:the station", "Waited again.")
    with App() as app:
        keys("ctrl+t")
        app.window("Tags")
        wait("both tags", lambda: len(rows(app)) == 2)
        app.tab_to("list item", re.compile("^Place: the station, 1 entry"))
        keys("Return")
        wait("the menu", lambda: getattr(app.focused(), "role", None) == "menu item")
        keys("Return")
        app.find("text", "New name")
        keys("ctrl+a")
        write("station")
        app.find("label", "There is a tag “station” already. Both become one.")
        keys("Return")
        wait("one tag", lambda: rows(app) == ["Place: station, 2 entries"])
        assert "the station" not in cli("export", "--format", "json")
        app.find("push button", "Change “station”")
        app.tab_to("push button", "Undo")
        keys("Return")
        wait("both tags", lambda: len(rows(app)) == 2)
        keys("Escape")
        app.window("Thaw")
    listed = cli("export", "--format", "json")
    assert "the station" in listed and "Waited for the train." in listed and "Waited again." in listed, listed


def a_question_is_kept_with_its_answer():
    with App() as app:
        keys("ctrl+n")
        prompt = app.find("push button", re.compile("^Write about: ")).name.removeprefix("Write about: ")
        app.tab_to("push button", f"Write about: {prompt}")
        keys("space")
        app.find("label", prompt)
        wait("the focus in the text", lambda: getattr(app.focused(), "name", None) == "Text")
        write("Grey, and then a little less.")
        keys("ctrl+s")
        app.find("status bar", "Saved")
    assert prompt in cli("export", "--format", "json"), prompt


main(
    two_tags_become_one_and_two_again,
    a_question_is_kept_with_its_answer,
)
