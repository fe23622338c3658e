# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Thaw runs for reminders: as long as the person agreed and one is on, once, and until it is told to quit."""
import os
import re
import subprocess

from driver import APP_ID, SLOW, TIMEOUT, App, data_dir, journal_path, keys, main, wait, write_setting
from reminders import Background, Daemon, Shell, add, agree, set_noon, state, uuid, wait_for_state


def run_thaw(*args):
    """Runs a second one, which is to end by itself and say nothing."""
    second = subprocess.run([os.environ["THAW"], *args], timeout=TIMEOUT * SLOW, capture_output=True, text=True,
                            check=False)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", ""), second


def break_journal():
    os.makedirs(data_dir(), exist_ok=True)
    with open(journal_path(), "wb") as f:
        f.write(b"This is no journal at all. " * 1000)


def without_a_reminder_it_ends_at_once():
    agree()
    run_thaw("--background")
    add(on=False)
    run_thaw("--background")


def without_agreement_it_ends_at_once():
    add()
    for background in "ask", "no":
        agree(background)
        with Daemon() as daemon:
            run_thaw("--background")
            assert daemon.count_said() == 0, daemon.said()
    assert state() is None or not state()["shown_moment"]


def without_a_journal_it_ends_at_once():
    add()
    agree()
    break_journal()
    run_thaw("--background")


def without_a_journal_a_reminder_shows_what_is_wrong():
    break_journal()
    app = Background()
    app.gaction("app.open-reminder", uuid(1))
    app.adopt()
    app.see_window()
    app.find("push button", re.compile("Try Again"))
    app.stop()

    # This one wants no window.
    app.gaction("app.snooze-reminder", uuid(1))
    wait("it to end", lambda: not app.session.name_has_owner(APP_ID))


def there_is_only_one():
    add()
    agree()
    with Daemon() as daemon, Background() as app:
        daemon.shows()
        wait_for_state("what came of it", lambda s: s["shown_moment"])
        run_thaw("--background")
        assert not app.has_window()

        run_thaw()
        app.see_window()
        assert app.process.poll() is None
        run_thaw("--background")
        assert len(app.all("frame")) == 1
        assert daemon.count_said() == 1, daemon.said()


def closing_the_window_ends_it_without_agreement():
    add(minutes_ago=-60)
    agree("no")
    app = App().start()
    keys("ctrl+w")
    assert app.process.wait(TIMEOUT * SLOW) == 0
    app.check_log()


def closing_the_window_keeps_it_with_agreement():
    add(minutes_ago=-60)
    agree()
    with Daemon() as daemon:
        app = Background()
        app.launch()
        app.see_window()
        keys("ctrl+w")
        wait("the window to close", lambda: not app.has_window())
        add(2)
        daemon.shows()
        assert not app.has_window()

        # It comes up again, and closes again.
        run_thaw()
        app.see_window()
        keys("ctrl+w")
        wait("the window to close", lambda: not app.has_window())

        # The last one that was on.
        add(1, minutes_ago=-60, on=False, saved_minutes_ago=1)
        assert app.process.poll() is None
        add(2, on=False, saved_minutes_ago=1)
        app.ends()
        app.check_log()


def quit_ends_it_in_any_case():
    add(minutes_ago=-60)
    agree()
    app = App().start()
    keys("ctrl+q")
    assert app.process.wait(TIMEOUT * SLOW) == 0
    app.check_log()

    with Background():
        pass  # by the action, without a window


def nobody_shows_notifications():
    add(1)
    add(2, opens=None, minutes_ago=3)
    agree()
    write_setting("visible-page", "'today'")
    with Background() as app:
        wait_for_state("what came of it", lambda s: s["shown_moment"])
        wait_for_state("what came of the other", lambda s: s["shown_moment"], 2)
        run_thaw()
        app.see_window()
        wait("both on Today", lambda: len(app.all("push button", "Not Today")) == 2)
        lines = [line for line in app.read_log().splitlines() if line]
        assert len(lines) == 1 and "Reminders are shown in the window alone" in lines[0], lines

        # Whoever comes later is found.
        with Daemon() as daemon:
            add(3, minutes_ago=1)
            daemon.shows()


def the_shell_while_it_runs():
    add(opens="practice:walk")
    agree()
    with Shell() as shell, Background() as app:
        buttons = shell.shows()
        assert list(buttons) == ["Begin", "In 15 Minutes", "Not Today", "title", ""], buttons
        wait_for_state("what came of it", lambda s: s["shown_moment"])
        shell.press(buttons["In 15 Minutes"], app.session)
        wait_for_state("it to be put off for a while", lambda s: s["snoozed_until_ms"])
        wait("it to be taken back", shell.is_empty)
        assert not app.has_window()


def quit_with_a_notification(shell):
    """Has one reminder come, and quits; returns the buttons, which the Shell goes on to show."""
    with Background():
        buttons = shell.shows()
        wait_for_state("what came of it", lambda s: s["shown_moment"])
    return buttons


def the_shell_after_it_has_ended():
    """The bus starts it for a button, and it does not stay."""
    add()
    agree("no")
    write_setting("visible-page", "'journal'")
    with Shell() as shell:
        app = App().start()
        buttons = shell.shows()
        wait_for_state("what came of it", lambda s: s["shown_moment"])
        app.stop()

        shell.press(buttons["Not Today"], app.session)
        wait_for_state("it to be put off", lambda s: s["put_off_day"])
        wait("it to end", lambda: not app.session.name_has_owner(APP_ID))
        wait("it to be taken back", shell.is_empty)


def the_shell_opens_it_after_it_has_ended():
    add()
    agree()
    write_setting("visible-page", "'journal'")
    with Shell() as shell:
        buttons = quit_with_a_notification(shell)
        app = Background()
        shell.press(buttons["Check In"], app.session)
        app.adopt()
        app.see_window()
        app.find("label", "How much can you feel right now?")
        wait_for_state("the answer", lambda s: not s["shown_moment"])
        app.stop()


def a_reminder_that_is_gone_leads_to_today():
    agree()
    write_setting("visible-page", "'journal'")
    app = Background()
    app.gaction("app.open-reminder", uuid(77))
    app.adopt()
    app.see_window()
    app.find("label", "How much can you feel right now?")
    app.stop()


set_noon()
main(
    without_a_reminder_it_ends_at_once,
    without_agreement_it_ends_at_once,
    without_a_journal_it_ends_at_once,
    without_a_journal_a_reminder_shows_what_is_wrong,
    there_is_only_one,
    closing_the_window_ends_it_without_agreement,
    closing_the_window_keeps_it_with_agreement,
    quit_ends_it_in_any_case,
    nobody_shows_notifications,
    the_shell_while_it_runs,
    the_shell_after_it_has_ended,
    the_shell_opens_it_after_it_has_ended,
    a_reminder_that_is_gone_leads_to_today,
)
