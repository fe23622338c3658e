# SPDX-License-Identifier: GPL-3.0-or-later
"""What reminders have to say on Today: what came is answered there by keyboard, what could not come is named, and what
is left unanswered for days is offered to come less often, or at another time."""
import datetime
import re
import sqlite3
import time

from driver import App, cli, journal_path, keys, main, wait

REMINDER = "019ad000-0000-7000-8000-00000000000{}"
EVERY_DAY = 127


def today():
    """The day as the journal counts it, which is how Python does."""
    return datetime.datetime.now(datetime.timezone.utc).date().toordinal()


def moment(day, hour=0, minute=0):
    return day * 1440 + hour * 60 + minute


def prepare(*reminders, minute=0, last_day=None):
    """Reminders of each day at MINUTE, made some days ago: their title, what they open, and what came of them."""
    # Not of today: that would be an answer.
    cli("add", "--at", "2026-02-01T22:00:00Z", "Something")
    modified_ms = int(time.time() - 7 * 24 * 3600) * 1000
    with sqlite3.connect(journal_path()) as db:
        for number, (title, opens, state) in enumerate(reminders):
            uuid = REMINDER.format(number)
            db.execute("INSERT INTO reminder (uuid, title, opens, is_on, weekdays, last_day, timing, times,"
                       " skips_if_done, ignores_quiet, modified_ms) VALUES (?, ?, ?, 1, ?, ?, 'times', ?, 0, 0, ?)",
                       (uuid, title, opens, EVERY_DAY, last_day, str(minute), modified_ms))
            state = {"uuid": uuid, "rule_ms": modified_ms, "n_unanswered_days": 0, "is_offer_over": 0} | state
            db.execute(f"INSERT INTO reminder_state ({', '.join(state)}) VALUES ({', '.join('?' * len(state))})",
                       tuple(state.values()))
    db.close()


def came():
    """It came at midnight, and there was no answer."""
    return {"last_moment": moment(today()), "shown_moment": moment(today())}


def stored(column, table="reminder_state", number=0):
    with sqlite3.connect(f"file:{journal_path()}?mode=ro", uri=True) as db:
        [(value,)] = db.execute(f"SELECT {column} FROM {table} WHERE uuid = ?", (REMINDER.format(number),))
    db.close()
    return value


def answer(app, button):
    """By keyboard: the cards are above the check-in, which has the focus."""
    app.tab_to("push button", button, key="shift+Tab")
    keys("Return")


def what_came_is_answered():
    prepare(("Look inward", "check-in:now", came()))
    with App() as app:
        app.find("label", "Look inward")
        app.find("label", "Came at 00:00")
        answer(app, "In 15 Minutes")
        app.gone("label", "Look inward")
        wait("it to be put off", lambda: stored("snoozed_until_ms"))
        app.find("label", re.compile("^Next: “Look inward”, at "))
        # The keyboard goes on at the check-in.
        wait("the focus", lambda: app.focused() is not None)


def what_came_is_opened():
    prepare(("Look inward", "check-in:now", came()), ("Walk a little", "practice:walk", came()),
            ("A few words", "entry:new", came()))
    with App() as app:
        app.find("label", "A few words")
        answer(app, "Write")
        app.find("text", "Text")
        keys("Escape")
        app.window("Thaw").find("label", "Look inward")
        assert not app.all("label", "A few words")
        answer(app, "Begin")
        app.find("push button", "Start")
        wait("the answer on the disk", lambda: stored("shown_moment", number=1) is None)
        keys("Escape")
        app.find("label", "Look inward")
        answer(app, "Check In")
        app.gone("label", "Look inward")
        wait("the answer on the disk", lambda: stored("shown_moment") is None)


def not_today_is_not_today():
    prepare(("Drink something", None, came()))
    with App() as app:
        app.find("label", "Drink something")
        answer(app, "Not Today")
        app.gone("label", "Drink something")
        wait("the answer on the disk", lambda: stored("put_off_day"))
        app.stop()
        app.start()
        app.find("page tab", "Today")
        app.settle()
        assert not app.all("label", "Drink something")


def what_could_not_come_is_named():
    # It was yesterday at 20:30 for the last time, and nothing ran then.
    prepare(("Look back", "check-in:now", {"last_moment": moment(today() - 2, 20, 30)}), minute=20 * 60 + 30,
            last_day=datetime.date.fromordinal(today() - 1).isoformat())
    with App() as app:
        app.find("label", "“Look back” would have come yesterday at 20:30, when Thaw was not running.")
        wait("that it was missed on the disk", lambda: stored("missed_moment") == moment(today() - 1, 20, 30))
        answer(app, "All Right")
        app.gone("label", re.compile("would have come"))
        wait("that it was seen on the disk", lambda: stored("missed_moment") is None)


UNANSWERED = {"last_moment": moment(today()), "n_unanswered_days": 3}


def another_time_is_offered_once():
    prepare(("Walk", None, UNANSWERED))
    with App() as app:
        app.find("label", re.compile("^“Walk” came on the last few days"))
        answer(app, "Keep It")
        app.gone("label", re.compile("^“Walk” came"))
        wait("that it is over on the disk", lambda: stored("is_offer_over"))
        app.stop()
        app.start()
        app.find("page tab", "Today")
        app.settle()
        assert not app.all("label", re.compile("^“Walk” came"))


def less_often_and_back():
    prepare(("Walk", None, UNANSWERED))
    with App() as app:
        app.find("label", re.compile("^“Walk” came on the last few days"))
        answer(app, "Less Often")
        app.find("label", "It comes less often now")
        assert stored("weekdays", "reminder") != EVERY_DAY
        app.gone("label", re.compile("^“Walk” came"))
        app.tab_to("push button", "Undo")
        keys("Return")
        wait("every day again", lambda: stored("weekdays", "reminder") == EVERY_DAY)


def another_time_opens_the_editor():
    prepare(("Walk", None, UNANSWERED))
    with App() as app:
        app.find("label", re.compile("^“Walk” came on the last few days"))
        answer(app, "Another Time…")
        app.window(re.compile("Reminder"))
        keys("Escape")
        app.window("Thaw")
        app.gone("label", re.compile("^“Walk” came"))


main(
    what_came_is_answered,
    what_came_is_opened,
    not_today_is_not_today,
    what_could_not_come_is_named,
    another_time_is_offered_once,
    less_often_and_back,
    another_time_opens_the_editor,
)
