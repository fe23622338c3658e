# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders that are due, and who shows them: a real notification daemon, or a stand-in for the Shell of GNOME.

A reminder is imported as if it had been written an hour ago, for a time that has just passed: it comes at once, late.
"""
import json
import os
import sqlite3
import subprocess
import time

import dbus
import dbus.service
from gi.repository import GLib

from driver import APP_ID, APP_PATH, SLOW, TIMEOUT, Adopted, App, cli, comment, journal_path, wait, write_setting

NEUTRAL = "A reminder from Thaw"
OWN_WORDS = "Water the plants on the sill"

FREEDESKTOP = "org.freedesktop.Notifications"
SHELL = "org.gtk.Notifications"

DIR = os.environ["THAW_SESSION_DIR"]


def set_noon():
    """Moves to where it is noon now, so that neither an hour ago nor in an hour is another day."""
    offset = 12 - time.gmtime().tm_hour
    zone = f"Etc/GMT{-offset:+d}" if offset else "Etc/GMT"
    os.environ["TZ"] = zone
    time.tzset()
    bus = dbus.SessionBus(private=True)
    bus.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                      "UpdateActivationEnvironment", "a{ss}", ({"TZ": zone},))
    bus.close()


def uuid(number):
    return f"0190c2a0-0000-7000-8000-{number:012d}"


def add(number=1, opens="check-in:now", minutes_ago=2, on=True, saved_minutes_ago=60):
    """Writes a reminder into the journal; also while the program runs."""
    then = time.localtime(time.time() - minutes_ago * 60)
    cli("import", "-", text=json.dumps({
        "format": "io.github.thawapp.Thaw.Journal", "version": 5, "entries": [],
        "reminders": [{"uuid": uuid(number), "title": OWN_WORDS, "opens": opens, "on": on,
                       "times": [time.strftime("%H:%M", then)],
                       "modified_ms": int((time.time() - saved_minutes_ago * 60) * 1000)}]}))


def state(number=1):
    """What came of a reminder, as it is on the disk."""
    journal = sqlite3.connect(f"file:{journal_path()}?mode=ro", uri=True)
    try:
        journal.row_factory = sqlite3.Row
        row = journal.execute("SELECT * FROM reminder_state WHERE uuid = ?", (uuid(number),)).fetchone()
        return dict(row) if row else None
    finally:
        journal.close()


def wait_for_state(what, test, number=1):
    wait(what, lambda: state(number) is not None and test(state(number)))


def agree(background="yes", details=False):
    """What the person said in the preferences."""
    write_setting("reminders-in-background", f"'{background}'")
    write_setting("reminder-details", "true" if details else "false")


class Background(App):
    """Thaw without a window; as a context it ends the program and then looks at what it logged."""

    def start(self, *args):
        self.launch(*(args or ("--background",)))
        wait("the program on the bus", self.has_name)
        return self

    def report_failure(self):
        if hasattr(self, "name"):
            super().report_failure()
        else:
            comment(self.read_log())

    def launch(self, *args):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([self.binary, *args], env={**self.env, "TZ": os.environ["TZ"]},
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def adopt(self):
        """Takes over the one that the bus has started."""
        pid = self.session.call_blocking("org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                                         "GetConnectionUnixProcessID", "s", (APP_ID,))
        self.process = Adopted(int(pid))

    def has_name(self):
        assert self.process.poll() is None, f"it ended with {self.process.returncode}\n{self.read_log()}"
        return self.session.name_has_owner(APP_ID)

    def has_window(self):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                              capture_output=True, check=False).stdout != b""

    def see_window(self):
        """Waits for the window, which has come up by now or is about to."""
        self.name = wait("the program on the accessibility bus", self._find_on_bus)
        return self.window(role="frame")

    def ends(self):
        """Waits until it ends by itself."""
        status = self.process.wait(TIMEOUT * SLOW)
        assert status == 0, f"it ended with {status}\n{self.read_log()}"


class Daemon:
    """Dunst, and all that it was told."""

    def __init__(self):
        self.menu_choice = os.path.join(DIR, "choice")
        menu = os.path.join(DIR, "menu")
        config = os.path.join(os.environ["XDG_CONFIG_HOME"], "dunst", "dunstrc")
        self.heard = os.path.join(DIR, "notifications.log")
        # Dunst has buttons picked in the menu of another program.
        with open(menu, "w", encoding="utf-8") as f:
            f.write(f'#!/bin/sh\nexec grep -m1 -F "$(cat {self.menu_choice})"\n')
        os.chmod(menu, 0o755)
        os.makedirs(os.path.dirname(config), exist_ok=True)
        with open(config, "w", encoding="utf-8") as f:
            f.write(f"[global]\ndmenu = {menu}\nstack_duplicates = false\n[urgency_normal]\ntimeout = 0\n")
        self.process = None
        # pylint: disable-next=consider-using-with
        self.monitor = subprocess.Popen(["dbus-monitor", "--session",
                                         f"type='method_call',interface='{FREEDESKTOP}',member='Notify'"],
                                        stdout=open(self.heard, "w", encoding="utf-8"))
        wait("the monitor", lambda: os.path.getsize(self.heard) > 0)

    def start(self):
        # pylint: disable-next=consider-using-with
        self.process = subprocess.Popen(["dunst"], stderr=open(os.path.join(DIR, "dunst.log"), "w", encoding="utf-8"))
        bus = dbus.SessionBus()
        wait("the notification daemon", lambda: bus.name_has_owner(FREEDESKTOP))
        return self

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        for process in (self.process, self.monitor):
            if process is not None:
                process.terminate()
                process.wait(TIMEOUT * SLOW)
        bus = dbus.SessionBus()
        wait("the end of the notification daemon", lambda: not bus.name_has_owner(FREEDESKTOP))

    @staticmethod
    def _control(*args):
        return subprocess.run(["dunstctl", *args], capture_output=True, text=True, check=True).stdout.strip()

    def said(self):
        """All that it was told so far."""
        with open(self.heard, encoding="utf-8") as f:
            return f.read()

    def count_said(self):
        return self.said().count("member=Notify")

    def shows(self, number=1):
        """Waits until so many are on the screen."""
        wait(f"{number} notifications", lambda: self._control("count", "displayed") == str(number))

    def click(self):
        self._control("action", "0")

    def press(self, button):
        with open(self.menu_choice, "w", encoding="utf-8") as f:
            f.write(button)
        self._control("context")


class Shell(dbus.service.Object):
    """What the Shell of GNOME has to do with notifications."""

    def __init__(self):
        self.bus = dbus.SessionBus(private=True)
        self.name = dbus.service.BusName(SHELL, self.bus)
        self.shown = {}
        super().__init__(self.bus, "/org/gtk/Notifications")

    @dbus.service.method(SHELL, in_signature="ssa{sv}")
    def AddNotification(self, app, key, what):  # pylint: disable=invalid-name
        assert app == APP_ID
        self.shown[str(key)] = {str(button["label"]): button for button in what.get("buttons", [])} | {
            "title": str(what["title"]), "": {"action": what["default-action"], "target": what["default-action-target"]}}

    @dbus.service.method(SHELL, in_signature="ss")
    def RemoveNotification(self, _app, key):  # pylint: disable=invalid-name
        self.shown.pop(str(key), None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove_from_connection()
        self.name = None
        self.bus.close()

    def shows(self, number=1):
        """Waits for the notification of a reminder, and returns its buttons."""
        return wait("the notification", lambda: look() and self.shown.get(f"reminder-{uuid(number)}"))

    def is_empty(self):
        return look() and not self.shown

    @staticmethod
    def press(button, bus):
        """Does as the Shell does when a button is pressed, or with "" the notification itself: the bus starts Thaw
        if it does not run."""
        bus.call_blocking(APP_ID, APP_PATH, "org.freedesktop.Application", "ActivateAction", "sava{sv}",
                          (str(button["action"]).removeprefix("app."), [button["target"]], {}),
                          timeout=TIMEOUT * SLOW)


def look():
    """Lets the stand-in answer."""
    while GLib.MainContext.default().iteration(False):
        pass
    return True
