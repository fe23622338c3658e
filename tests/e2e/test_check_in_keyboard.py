# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking in with nothing but the keyboard, and taking it back."""
import re

import today
from driver import App, cli, keys, main, wait, write


def check_in_and_take_it_back():
    with App() as app:
        assert "sensitive" not in app.find("push button", "Check In").states, "an empty check-in can be saved"
        today.answer(app, today.FEELING, "6")
        assert today.answered(app, today.FEELING).startswith("6"), today.answered(app, today.FEELING)
        today.answer(app, today.PLEASANT, "5")
        pleasant = today.answered(app, today.PLEASANT)
        assert pleasant
        app.tab_to("text", "A few words")
        write("Rain on the window, and I heard it")
        app.tab_to("push button", "Check In")
        keys("Return")
        today.toast(app)
        wait("the row", lambda: len(today.entries(app)) == 1)
        row = today.entries(app)[0]
        assert "Rain on the window" in row, row
        assert re.search(r"\d\d:\d\d", row), f"no time in {row!r}"
        wait("an empty form", lambda: today.note(app).text() == "" and not today.answered(app, today.FEELING))
        assert "Rain on the window" in cli("list")
        app.tab_to("push button", "Undo")
        keys("Return")
        wait("the words", lambda: today.note(app).text() == "Rain on the window, and I heard it")
        assert today.answered(app, today.FEELING).startswith("6")
        assert today.answered(app, today.PLEASANT) == pleasant
        wait("no row", lambda: not today.entries(app))
    assert "Rain" not in cli("list")


def one_answer_is_enough():
    with App() as app:
        today.answer(app, today.FEELING, "0")
        keys("ctrl+Return")
        today.toast(app)
        wait("the row", lambda: len(today.entries(app)) == 1)
    assert len(cli("list").splitlines()) == 1


def cannot_tell_is_an_answer():
    with App() as app:
        today.answer(app, today.PLEASANT, "question")
        assert "tell" in today.answered(app, today.PLEASANT)
        keys("ctrl+Return")
        wait("the form to be free", lambda: not today.answered(app, today.PLEASANT))


def an_answer_can_be_taken_away():
    with App() as app:
        today.answer(app, today.FEELING, "3")
        keys("Right")
        wait("the next step", lambda: today.answered(app, today.FEELING).startswith("4"))
        keys("Delete")
        wait("no answer", lambda: not today.answered(app, today.FEELING))
        assert "sensitive" not in app.find("push button", "Check In").states


main(check_in_and_take_it_back, one_answer_is_enough, cannot_tell_is_an_answer, an_answer_can_be_taken_away)
