# SPDX-License-Identifier: GPL-3.0-or-later
"""A reminder comes to a real notification daemon while no window is open, and what is answered there counts."""
import os
import shutil
import time

import today
from driver import App, Skipped, keys, main, write_setting
from reminders import (NEUTRAL, OWN_WORDS, DIR, Background, Daemon, add, agree, set_noon, state, uuid, wait_for_state)


def a_reminder_comes_without_a_window():
    add()
    agree()
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        assert NEUTRAL in daemon.said()
        assert 'string "Thaw"' in daemon.said(), "it says whose it is"
        assert OWN_WORDS not in daemon.said(), "what it is about is nobody else’s business"
        wait_for_state("what came of it", lambda s: s["shown_moment"])
        assert not app.has_window()


def its_own_words_if_the_person_likes():
    add()
    agree(details=True)
    with Daemon() as daemon, Background():
        daemon.shows()
        assert OWN_WORDS in daemon.said()


def in_15_minutes():
    add()
    agree()
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        daemon.press("In 15 Minutes")
        wait_for_state("it to be put off for a while", lambda s: s["snoozed_until_ms"])
        left = state()["snoozed_until_ms"] / 1000 - time.time()
        assert 13 * 60 < left <= 15 * 60, left
        daemon.shows(0)
        assert not app.has_window()


def not_today():
    add()
    agree()
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        daemon.press("Not Today")
        wait_for_state("it to be put off", lambda s: s["put_off_day"] == time.strftime("%Y-%m-%d"))
        daemon.shows(0)
        assert not app.has_window()


def check_in():
    add()
    agree()
    write_setting("visible-page", "'journal'")
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        daemon.press("Check In")
        app.see_window()
        today.question(app, today.FEELING)
        wait_for_state("the answer", lambda s: not s["shown_moment"])


def a_click_on_one_for_a_person_who_is_gone():
    add(opens="person:" + uuid(99))
    agree()
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        daemon.click()
        app.see_window()
        wait_for_state("the answer", lambda s: not s["shown_moment"])


def a_click_on_one_that_only_says_something():
    add(opens=None)
    agree()
    write_setting("visible-page", "'journal'")
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        daemon.click()
        app.see_window()
        today.question(app, today.FEELING)


def a_check_in_in_the_window_takes_it_back():
    add()
    agree("no")
    with Daemon() as daemon, App(page="today") as app:
        daemon.shows()
        today.answer(app, today.FEELING, "Right")
        keys("ctrl+Return")
        today.toast(app)
        daemon.shows(0)
        wait_for_state("the answer", lambda s: not s["shown_moment"])


def a_power_cut_repeats_nothing_and_loses_nothing():
    add()
    agree()
    with Daemon() as daemon:
        with Background() as app:
            daemon.shows()
            wait_for_state("what came of it", lambda s: s["shown_moment"])
            add(2, minutes_ago=-600)
            app.kill()
        # This one is due while nothing runs.
        add(3, minutes_ago=1)
        with Background():
            daemon.shows(2)
            wait_for_state("what came of the other", lambda s: s["shown_moment"], 3)
            assert daemon.count_said() == 2, daemon.said()


def the_bus_starts_the_daemon():
    services = "/usr/share/dbus-1/services"
    names = [n for n in os.listdir(services) if "dunst" in n] if os.path.isdir(services) else []
    if not names:
        raise Skipped("dunst has no service file here")
    path = os.path.join(DIR, "services", "org.freedesktop.Notifications.service")
    shutil.copy(os.path.join(services, names[0]), path)
    add()
    agree()
    daemon = Daemon()
    try:
        with Background() as app:
            app.session.call_blocking("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ReloadConfig", "", ())
            daemon.shows()
            wait_for_state("what came of it", lambda s: s["shown_moment"])
            pid = app.session.call_blocking("org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                                            "GetConnectionUnixProcessID", "s", ("org.freedesktop.Notifications",))
            os.kill(int(pid), 15)
    finally:
        os.remove(path)
        daemon.__exit__()


set_noon()
main(
    a_reminder_comes_without_a_window,
    its_own_words_if_the_person_likes,
    in_15_minutes,
    not_today,
    check_in,
    a_click_on_one_for_a_person_who_is_gone,
    a_click_on_one_that_only_says_something,
    a_check_in_in_the_window_takes_it_back,
    a_power_cut_repeats_nothing_and_loses_nothing,
    the_bus_starts_the_daemon,
)
