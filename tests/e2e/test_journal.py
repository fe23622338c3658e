# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding entries by searching as one types, changing one, and deleting it: at first with a way back, then for good."""
import journal
from driver import App, cli, keys, main, wait, write


def three_entries():
    cli("add", "--feeling", "2", "--emotion", "sadness:2", "--tag", "night", "--at", "2026-02-01T22:00:00Z",
        "Nothing but the hum of the fridge")
    cli("add", "--feeling", "5", "--emotion", "joy:1", "--tag", "garden", "--at", "2026-02-02T09:30:00Z",
        "Crème brûlée in the garden, and Ida laughed")
    cli("add", "--feeling", "6", "--emotion", "joy:2", "--emotion", "surprise:1", "--at", "2026-02-03T18:15:00Z",
        "Found my old bicycle behind the shed")


def newest_first():
    three_entries()
    with App(page="journal") as app:
        journal.entry(app, "hum of the fridge")
        names = journal.entries(app)
        places = [next(i for i, n in enumerate(names) if words in n) for words in ("bicycle", "Ida", "fridge")]
        assert places == sorted(places), names


def search_as_one_types():
    three_entries()
    with App(page="journal") as app:
        journal.entry(app, "hum of the fridge")
        keys("ctrl+f")
        wait("the focus in the search", lambda: getattr(app.focused(), "name", None) == journal.SEARCH)
        write("br")
        journal.entry(app, "Crème brûlée")
        journal.no_entry(app, "fridge")
        write("ulee garden")
        journal.entry(app, "Crème brûlée")
        search = journal.search_entry(app)
        search.set_text("joy")
        journal.entry(app, "bicycle")
        journal.entry(app, "Ida laughed")
        journal.no_entry(app, "fridge")
        for odd in ('"', '"ida la', "*", "NEAR(", "- OR AND", "a:b", "'", "%_", "🧊"):
            search.set_text(odd)
            app.settle()
        search.set_text("zebra")
        app.find("label", "Nothing Found")
        assert not any("laughed" in name for name in journal.entries(app))
        search.set_text("")
        journal.entry(app, "hum of the fridge")
        search.set_text("bicycle")
        journal.no_entry(app, "fridge")
        search.click()
        keys("Escape")
        journal.entry(app, "hum of the fridge")


def filter_by_emotion():
    three_entries()
    with App(page="journal") as app:
        journal.entry(app, "hum of the fridge")
        app.find("push button", "Filter").press()
        app.find("combo box", "Emotion")
        app.settle()
        keys("Return")
        wait("the emotions", lambda: app.all("list item", "joy"))
        keys("Down", "Return")
        journal.no_entry(app, "hum of the fridge")
        keys("Escape")
        journal.entry(app, "bicycle")
        journal.entry(app, "Ida laughed")


def write_an_entry_by_keyboard():
    with App() as app:
        keys("ctrl+n")
        text = app.find("text", "Text")
        app.tab_to("text", "Text")
        write("A long walk, and the cold was bright")
        wait("the text", lambda: text.text() == "A long walk, and the cold was bright")
        journal.save_and_leave(app)
        keys("ctrl+2")
        journal.entry(app, "the cold was bright")
    assert "the cold was bright" in cli("list")


def change_an_entry():
    three_entries()
    with App(page="journal") as app:
        text = journal.open_entry(app, "bicycle")
        text.set_text("Found my old bicycle, and rode it to the sea")
        journal.save_and_leave(app)
        journal.entry(app, "rode it to the sea")
    assert "rode it to the sea" in cli("search", "bicycle")
    assert "behind the shed" not in cli("list")


def delete_with_a_way_back():
    three_entries()
    with App(page="journal") as app:
        journal.open_entry(app, "bicycle")
        journal.delete_opened(app)
        journal.no_entry(app, "bicycle")
        app.find("push button", "Undo").act()
        journal.entry(app, "bicycle")
        app.tab_to("list item")
        keys("Delete")
        journal.no_entry(app, "bicycle")
        app.find("label", "Entry deleted")
        journal.entry(app, "Ida laughed")
    assert "bicycle" not in cli("search", "bicycle", check=False)
    assert "bicycle" not in cli("list")
    with App(page="journal") as app:
        journal.entry(app, "Ida laughed")
        journal.no_entry(app, "bicycle")


main(
    newest_first,
    search_as_one_types,
    filter_by_emotion,
    write_an_entry_by_keyboard,
    change_an_entry,
    delete_with_a_way_back,
)
