# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does on the page Journal. An entry is a row whose name is the whole entry in sentences."""
import re

from driver import keys, wait

SEARCH = "Search the journal"


def entries(app):
    """What the rows on screen say, from the top."""
    return [n.name for n in app.all("list item")]


def entry(app, words):
    """Waits for the row of the entry with these words."""
    return app.find("list item", re.compile(re.escape(words)))


def no_entry(app, words):
    """Waits until no row has these words."""
    wait(f"no entry with {words!r}", lambda: not any(words in name for name in entries(app)))


def search_entry(app):
    return app.find(None, SEARCH)


def open_entry(app, words):
    """Opens an entry with the mouse, and returns the field with its text."""
    entry(app, words).click()
    text = app.find("text", "Text")
    wait("the text of the entry", lambda: words in text.text())
    return text


def save_and_leave(app):
    """Saves in the editor by keyboard, and goes back to the list."""
    keys("ctrl+s")
    app.find("status bar", "Saved")
    keys("Escape")
    app.gone("text", "Text")


def delete_opened(app):
    """Deletes the entry in the editor by its menu."""
    app.find("push button", "More").press()
    app.find("menu item", "Delete Entry").act()
    app.gone("text", "Text")
    app.find("label", "Entry deleted")
