# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages: reached by keys and tabs, remembered, and only the one shown is there for assistive technology."""
from driver import App, cli, keys, main, wait

PAGES = {"Today": "ctrl+1", "Journal": "ctrl+2", "Insights": "ctrl+3", "Practice": "ctrl+4", "Support": "ctrl+5"}
# What only that page has.
LANDMARKS = {
    "Today": "How much can you feel right now?",
    "Journal": "Search the journal",
    "Insights": "Show as Table",
    "Practice": "New way of breathing…",
    "Support": "Add somebody…",
}


def current(app):
    return {n.name for n in app.all("page tab") if n.states & {"selected", "checked", "pressed"}}


def in_tree(app, title):
    """Whether assistive technology can come across it at all."""
    return bool(app.look().all(None, LANDMARKS[title], on_screen=False))


def keys_lead_to_pages_and_hide_the_others():
    cli("add", "--feeling", "5", "Something to show")
    with App() as app:
        wait("the first page", lambda: current(app) == {"Today"})
        for title in ("Insights", "Support", "Journal", "Today", "Practice", "Journal", "Insights"):
            keys(PAGES[title])
            wait(f"the tab {title}", lambda: current(app) == {title})
            wait(f"page {title}", lambda: in_tree(app, title))
            for other in PAGES:
                assert other == title or not in_tree(app, other), f"{other} can be found while {title} is shown"


def tabs_lead_to_pages():
    cli("add", "--feeling", "5", "Something to show")
    with App() as app:
        for title in reversed(PAGES):
            app.show_page(title)
            wait(f"page {title}", lambda: in_tree(app, title))


def the_page_is_remembered():
    with App() as app:
        app.show_page("Insights")
    with App() as app:
        wait("the page of last time", lambda: current(app) == {"Insights"})


def a_key_without_a_page_does_nothing():
    with App() as app:
        keys("ctrl+6", "ctrl+9")
        wait("the first page", lambda: current(app) == {"Today"})


main(
    keys_lead_to_pages_and_hide_the_others,
    tabs_lead_to_pages,
    the_page_is_remembered,
    a_key_without_a_page_does_nothing,
)
