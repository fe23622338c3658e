# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does on the page Journal. An entry is a row whose name is the whole entry in sentences."""
import re

from driver import wait

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
    return app.find("text", SEARCH)
