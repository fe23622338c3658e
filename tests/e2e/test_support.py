# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody to turn to: a number to call from everywhere, one's own people, and a plan for hard times on paper."""
import os
import re
import sqlite3

import pdf
import today
from driver import App, cli, journal_path, keys, main, wait, write, write_setting

HELP = "Help Now"


def rows(sql):
    """What the journal says."""
    with sqlite3.connect(f"file:{journal_path()}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def leave(app, title):
    """Closes the window by Escape, which is for a confirmation first, as long as there is one."""
    while app.all("frame", title):
        before = app.all("push button", "Undo") + app.all("label", re.compile("(^Number copied|^Saved as )"))
        keys("Escape")
        if before:
            app.settle()
            wait("the confirmation to go", lambda: not app.all("frame", title) or len(before) > len(
                app.all("push button", "Undo") + app.all("label", re.compile("(^Number copied|^Saved as )"))))
        else:
            app.window("Thaw")


def from_today_to_a_number_in_two_steps():
    write_setting("help-country", "'US'")
    with App() as app:
        app.find("page tab", "Today")
        # The first step, and the number is there; the second one calls or copies it.
        keys("ctrl+h")
        window = app.window(HELP)
        window.find("label", re.compile("911"))
        window.find("heading", "988 Suicide & Crisis Lifeline")
        window.find("label", "Around the clock")
        window.find("label", re.compile("^Checked on .* Source: "))
        wait("the focus at the first number", lambda: app.focused() and "911" in app.focused().name)
        keys("Tab")
        wait("the focus on a button", lambda: app.focused().name == "Copy the emergency number, United States")
        keys("Return")
        app.find("label", "Number copied")
        leave(app, HELP)

        # By the page, it is no further.
        keys("ctrl+5")
        # What stands on the button is in its name, and is not read once more.
        call = app.find("push button", re.compile("^Call 988 Suicide & Crisis Lifeline"))
        assert call.raw_name == "Call 988 Suicide & Crisis Lifeline, 988", call.raw_name
        for title in (HELP, "My People", "For Hard Times", "To Read"):
            app.find("heading", title)
        assert not app.read_log(), "something was opened that nobody asked for"


def help_opens_over_whatever_is_there():
    write_setting("help-country", "'DE'")
    with App() as app:
        # Over the editor, which keeps what is written.
        keys("ctrl+n")
        app.find("text", "Text")
        write("Not an hour that I would like to remember")
        keys("ctrl+h")
        app.window(HELP).find("heading", "TelefonSeelsorge")
        keys("ctrl+h")
        assert len([w for w in app.look().children if w.name == HELP]) == 1
        keys("Escape")
        app.window("Thaw")
        app.find("text", "Text")
        keys("Escape")

        # Over a practice, and over a window that lets nobody get at those below it.
        app.gaction("win.practice", "box")
        app.find("push button", "Start")
        keys("Return")
        app.find("push button", "Pause")
        keys("ctrl+h")
        app.window(HELP)
        keys("Escape")
        app.window("Thaw").find("push button", "Pause")
        # It may have been long enough to ask how it was.
        wait("the pages", lambda: app.all("page tab", "Today") or keys("Escape"))
        keys("ctrl+comma")
        app.window("Preferences")
        keys("ctrl+h")
        app.window(HELP)
        keys("Escape")
        app.window("Preferences")
        keys("Escape")
        app.window("Thaw")


def help_needs_no_journal():
    write_setting("help-country", "'DE'")
    cli("add", "--feeling", "5", "Something")
    with open(journal_path(), "r+b") as journal:
        journal.write(b"\xa5" * 4096)
    with App() as app:
        app.find("push button", "Try Again")
        keys("ctrl+h")
        window = app.window(HELP)
        window.find("heading", "TelefonSeelsorge")
        assert not window.all("list item", "Add a Line of Your Own…")
        keys("Escape")
        app.window("Thaw").find("push button", "Try Again")


def somebody_is_added_and_found_again():
    with App() as app:
        keys("ctrl+5")
        app.tab_to("push button", "Add somebody…")
        keys("Return")
        app.window(re.compile("^(?!Thaw)"))
        app.settle()
        write("Anna Example")
        wait("Anna in the journal", lambda: rows("SELECT 1 FROM person WHERE name = 'Anna Example'"))
        keys("Escape")
        app.window("Thaw")

        app.find("list item", re.compile("Anna Example"))
        app.tab_to("push button", re.compile("Anna Example and I talked today"))
        keys("Return")
        app.find("label", "You and Anna Example talked today")
        app.find("label", re.compile("You talked today"))
    with App() as app:
        keys("ctrl+5")
        app.find("label", "Anna Example")
        app.find("label", re.compile("You talked today"))


def a_kind_of_support_is_found_and_marked():
    with App() as app:
        keys("ctrl+5")
        app.tab_to("list item", re.compile("Kinds of Therapy and Support"))
        keys("Return")
        library = app.window("Library")
        wait("the focus where one searches", lambda: app.focused() and app.focused().name == "Search the library")
        write("dialec")
        wait("one that is found", lambda: [n.name for n in library.again().all("list", "Therapy and Support")[0]
                                           .all("list item")] == ["Dialectical behaviour therapy (DBT)"])
        keys("Return")
        library.find("heading", "What happens in a session")
        app.tab_to("check box", "Interested")
        keys("space")
        wait("the mark", lambda: rows("SELECT article, stance FROM article_mark WHERE stance = 'interested'"))

        # What it leads to is opened where it belongs: practising in the main window.
        app.tab_to("list item", re.compile("^Grounding"))
        keys("Return")
        app.window("Thaw").find("push button", "Start")
        app.gone("frame", "Library")

        # And back to where one was reading.
        keys("Escape")
        app.window("Library").find("heading", "What happens in a session")
        wait("the focus at what was followed", lambda: app.focused() and app.focused().name.startswith("Grounding"))
        keys("Escape")
        app.window("Thaw").find("list item", re.compile("^Kinds of Therapy"))


def a_plan_is_written_and_saved_to_paper():
    write_setting("help-country", "'DE'")
    with App() as app:
        keys("ctrl+5")
        app.tab_to("list item", re.compile("My Care Plan"))
        keys("Return")
        app.window("My Care Plan")
        app.settle()
        # The focus is where the first line is written.
        write("I stop answering the phone")
        keys("Return")
        write("Sleep goes")
        keys("Return")
        wait("two lines", lambda: len(rows("SELECT 1 FROM care_item")) == 2)
        app.find("list item", "Sleep goes")

        # The second one goes up, by keyboard.
        app.tab_to("list item", "Sleep goes", key="shift+Tab")
        keys("alt+Up")
        wait("the order", lambda: rows("SELECT text FROM care_item ORDER BY position") ==
             [("Sleep goes",), ("I stop answering the phone",)])
        wait("the focus to go along", lambda: app.focused() and app.focused().name == "Sleep goes")

        # What was typed is on the paper, saved or not.
        for _ in range(3):
            keys("Tab")
        app.tab_to("list item", "I stop answering the phone")
        keys("Delete")
        app.find("label", "Taken out of the plan")
        wait("one line", lambda: len(rows("SELECT 1 FROM care_item")) == 1)

        path = os.path.join(os.environ["THAW_SESSION_DIR"], "plan.pdf")
        keys("ctrl+s")
        wait("the question where to save it", lambda: app.focused() and app.focused().name == "Name:")
        app.settle()
        keys("ctrl+a")
        write(path)
        keys("Return")
        wait("the file", lambda: os.path.exists(path) and os.path.getsize(path))
        app.window("My Care Plan")
        text = pdf.read(path)
        for words in ("My Care Plan", "Warning signs", "Sleep goes", "Making things safer", "When it is urgent",
                      "112", "0800 1110111"):
            assert words in text, f"“{words}” is not on the paper: {text}"
        assert "I stop answering" not in text, text
        leave(app, "My Care Plan")


def what_has_the_focus_is_what_opens():
    with App() as app:
        keys("ctrl+5")
        app.tab_to("list item", re.compile("^Kinds of Therapy"))
        keys("Return")
        window = app.window("Library")
        app.tab_to("list item", re.compile("^Art therapy"))
        keys("Return")
        window.find("heading", "Art therapy")

        # A letter goes into the search from wherever one is in the list.
        app.tab_to("list item", re.compile("^Body-oriented"))
        write("music")
        app.gone("list item", re.compile("^Body-oriented"))
        wait("the focus in the search", lambda: app.focused() and app.focused().role == "entry")
        keys("Return")
        window.find("heading", "Music therapy")
        keys("Escape")
        app.window("Thaw")


def the_lowest_answers_are_met_with_an_offer():
    with App() as app:
        today.answer(app, today.FEELING, "0")
        keys("ctrl+Return")
        today.toast(app)
        app.find("push button", "Somebody to Talk To…")
        # It stands there, and takes nothing away.
        wait("the focus at the questions", lambda: any(n.name == today.FEELING for n in app.focused().ancestors()))
        app.tab_to("push button", "Not Now", key="shift+Tab")
        keys("Return")
        app.gone("push button", "Somebody to Talk To…")

        today.answer(app, today.FEELING, "5")
        keys("ctrl+Return")
        today.toast(app)
        assert not app.all("push button", "Somebody to Talk To…")


def is_at(app, button, screen):
    """Whether the focus is on that button, which says what screen it is on."""
    now = app.focused()
    return now and (now.name, now.description) == (button, screen)


def the_first_start_is_shown_once():
    with App(first_start=True) as app:
        app.window("Welcome").find("heading", "When Feelings Went Quiet")
        wait("the focus on Next", lambda: is_at(app, "Next", "When Feelings Went Quiet"))
        keys("Return")
        app.find("heading", "It Stays With You")
        wait("the second screen to be told", lambda: is_at(app, "Next", "It Stays With You"))
        keys("alt+Left")
        app.find("heading", "When Feelings Went Quiet")
        wait("the first screen to be told", lambda: is_at(app, "Next", "When Feelings Went Quiet"))
        keys("alt+Right", "alt+Right")
        app.find("heading", "Two Things to Set Up, If You Like")
        wait("the last screen to be told", lambda: is_at(app, "Begin", "Two Things to Set Up, If You Like"))
        keys("Return")
        app.window("Thaw").find("page tab", "Today")
    with App(first_start=True) as app:
        app.find("page tab", "Today")
        app.settle()
        assert not app.all("frame", "Welcome")


def the_first_start_can_be_left_at_once():
    with App(first_start=True) as app:
        app.window("Welcome")
        keys("Escape")
        app.window("Thaw").find("page tab", "Today")


def who_has_a_journal_is_not_welcomed():
    cli("add", "--feeling", "5", "Something")
    with App(first_start=True) as app:
        app.find("page tab", "Today")
        app.settle()
        assert not app.all("frame", "Welcome")


main(
    from_today_to_a_number_in_two_steps,
    help_opens_over_whatever_is_there,
    help_needs_no_journal,
    somebody_is_added_and_found_again,
    a_kind_of_support_is_found_and_marked,
    a_plan_is_written_and_saved_to_paper,
    what_has_the_focus_is_what_opens,
    the_lowest_answers_are_met_with_an_offer,
    the_first_start_is_shown_once,
    the_first_start_can_be_left_at_once,
    who_has_a_journal_is_not_welcomed,
)
