# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a word for a feeling with nothing but the keyboard."""
import re

import today
from driver import App, cli, keys, main, wait, write

SEARCH = "Search words"


def open_picker(app):
    app.find("push button", "More Words…")
    if app.focused().name != "More Words…":
        app.tab_to("push button", "joy")
        app.tab_to("push button", "More Words…", key="Right")
    keys("Return")
    app.find(None, SEARCH)


def word(app, start):
    """The row whose name starts so."""
    return app.find("list item", re.compile("^" + re.escape(start)))


def a_word_is_found_chosen_and_saved():
    with App() as app:
        today.answer(app, today.FEELING, "2")
        open_picker(app)
        write("uneasi")
        app.find("push button", "Add “uneasi” as Your Own Word")
        keys("ctrl+a")
        write("nerv")
        word(app, "nervousness. ")
        keys("Down")
        keys("3")
        word(app, "nervousness, chosen, strongly")

        # What is typed belongs to the search, wherever the focus is.
        write("z")
        app.find("push button", "Add “nervz” as Your Own Word")
        keys("Escape")
        word(app, "joy. ")
        keys("Escape")
        app.gone(None, SEARCH)
        app.find("push button", "nervousness")
        keys("ctrl+Return")
        today.toast(app)
        wait("the row", lambda: len(today.entries(app)) == 1)
        assert "nervousness" in today.entries(app)[0], today.entries(app)
    assert "nervousness" in cli("list")


def typing_finds_the_search_from_the_header():
    with App() as app:
        open_picker(app)
        app.tab_to("push button", "Done", key="shift+Tab")
        write("ten")
        word(app, "tenderness. ")
        app.tab_to("push button", "Done", key="shift+Tab")
        keys("ctrl+f")
        write("der")
        word(app, "tenderness. ")
        keys("Escape", "Escape")
        app.gone(None, SEARCH)


def a_word_of_ones_own():
    with App() as app:
        today.answer(app, today.FEELING, "2")
        open_picker(app)
        write("out of step")
        app.find("push button", "Add “out of step” as Your Own Word")
        keys("Return")
        app.find("push button", "Add")
        keys("Return")
        word(app, "joy. ")
        app.find("push button", "out of step")
        keys("Escape")
        app.gone(None, SEARCH)
        app.find("push button", "out of step")

        # It is there the next time.
        open_picker(app)
        write("step")
        word(app, "out of step, chosen, a little")


main(a_word_is_found_chosen_and_saved, typing_finds_the_search_from_the_header, a_word_of_ones_own)
