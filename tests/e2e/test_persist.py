# SPDX-License-Identifier: GPL-3.0-or-later
"""What was saved is there after the power was cut, and what was being written comes back."""
import journal
import today
from driver import App, cli, journal_path, main, wait, write


def on_disk(text):
    """Whether the words have reached one of the journal's files."""
    for path in (journal_path(), journal_path() + "-wal"):
        with open(path, "rb") as f:
            if text.encode() in f.read():
                return True
    return False


def a_saved_entry_survives_a_power_cut():
    with App() as app:
        today.answer(app, today.FEELING, "7")
        today.note(app).click()
        write("A wren in the hedge")
        app.find("push button", "Check In").act()
        today.toast(app)
        app.kill()  # at once: what is confirmed is on disk
    with App(page="journal") as app:
        journal.entry(app, "A wren in the hedge")
        journal.search_entry(app).set_text("wren")
        journal.entry(app, "A wren in the hedge")
    assert "A wren in the hedge" in cli("list")
    cli("verify")


def an_unsaved_check_in_comes_back():
    with App() as app:
        today.answer(app, today.FEELING, "2")
        today.note(app).click()
        write("I was going to say")
        wait("the draft on disk", lambda: on_disk("I was going to say"))
        app.kill()
    with App() as app:
        wait("the words", lambda: today.note(app).text() == "I was going to say")
        wait("the answer", lambda: today.answered(app, today.FEELING).startswith("2"))
        assert "going to say" not in cli("list")
        app.find("push button", "Check In").act()
        today.toast(app)
        wait("an empty form", lambda: today.note(app).text() == "")
    with App() as app:
        assert today.note(app).text() == "", "the draft came back although it was saved"
    assert cli("list").count("I was going to say") == 1


def an_unsaved_entry_comes_back():
    cli("add", "The first version")
    with App(page="journal") as app:
        journal.open_entry(app, "The first version").set_text("The second version, which was not saved")
        wait("the draft on disk", lambda: on_disk("which was not saved"))
        app.kill()
    assert "The first version" in cli("list")
    with App(page="journal") as app:
        text = app.find("text", "Text")
        wait("the words", lambda: text.text() == "The second version, which was not saved")
        journal.save_and_leave(app)
    assert "which was not saved" in cli("list")


main(
    a_saved_entry_survives_a_power_cut,
    an_unsaved_check_in_comes_back,
    an_unsaved_entry_comes_back,
)
