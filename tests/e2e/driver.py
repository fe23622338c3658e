# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Thaw through the accessibility bus, as a screen reader does, and with a real pointer and keyboard.

Everything here waits for what it needs by asking again until it is there. A test that uses it says what a person does
and what they then find; what is odd about GTK 4.8's accessibility is dealt with here, once:

- the tree still holds what GTK hides in other ways than by removing it, and SHOWING is set on windows only: an object is
  taken to be on screen when it is visible and has a size;
- extents are in window coordinates, without the window's border and shadow, and asking for any other kind logs warnings;
- GrabFocus is not supported: a click or the Tab key moves the focus;
- a check button has no action, a row of a list neither: they are clicked;
- what is in a popover gives its place in the popover, so it is not to be clicked: use its action, or keys;
- the name of a button with a mnemonic is "_Add Add", and rows have no name but their labels do: see Node.name.

Run with the system's Python (dbus and gi come from there) inside tests/e2e/session.
"""
import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import dbus
import dbus.bus
import dbus.mainloop.glib
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (Atspi only for the names of roles and states)

APP_ID = "io.github.thawapp.Thaw"
APP_PATH = "/" + APP_ID.replace(".", "/")
WINDOW_PATH = APP_PATH + "/window/1"

SLOW = float(os.environ.get("THAW_E2E_SLOW", "1"))
TIMEOUT = 20.0

IFACE = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
WINDOWS = {"frame", "dialog", "window", "alert"}
# What later versions of the library call a role, in the words of the first supported one.
OLDER_NAMES = {"button": "push button", "switch": "check box", "grouping": "panel", "toggle button": "push button"}
ROLES = {int(role): Atspi.role_get_name(role) for role in Atspi.Role.__enum_values__.values()}
ROLES = {number: OLDER_NAMES.get(name, name) for number, name in ROLES.items()} | {130: "check box"}
STATES = {int(state): state.value_nick for state in Atspi.StateType.__enum_values__.values()}
# Roles that may have no name of their own but contain labels that say it.
NAMED_BY_LABELS = {"list item", "push button", "toggle button", "radio button", "check box", "table cell", "table row",
                   "menu item", "combo box"}
CLASS_NAME = re.compile(r"(Gtk|Adw|Thaw)[A-Z]\w*")

dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)


class Timeout(AssertionError):
    """What was waited for did not come."""


class Skipped(Exception):
    """The test cannot be done here, and says why."""


def wait(what, test, timeout=TIMEOUT):
    """Returns test () as soon as it is true."""
    end = time.monotonic() + timeout * SLOW
    pause = 0.02
    while True:
        error = None
        try:
            result = test()
        except (dbus.DBusException, IndexError, KeyError) as e:  # it went away while we looked
            result, error = None, e
        if result:
            return result
        if time.monotonic() > end:
            raise Timeout(f"waited {timeout * SLOW:.0f} s for {what}" + (f": {error}" if error else ""))
        time.sleep(pause)
        pause = min(pause * 1.3, 0.2)


def run(*argv, check=True, text=None):
    """Runs a command and returns what it printed."""
    result = subprocess.run([str(a) for a in argv], capture_output=True, text=True, input=text, timeout=60 * SLOW)
    if check and result.returncode != 0:
        raise AssertionError(f"{str(argv)[:200]} ended with {result.returncode}: {result.stderr.strip()}")
    return result.stdout


def keys(*combinations):
    """Presses keys one after the other, for instance keys ("ctrl+f", "Escape")."""
    run("xdotool", "key", "--clearmodifiers", "--delay", 20, *combinations)


def write(text):
    """Types ASCII text. Other letters go in by Node.set_text: xdotool has to remap keys for them, and loses some."""
    assert text.isascii(), "use set_text for this"
    run("xdotool", "type", "--clearmodifiers", "--delay", 10, text)


def matches(wanted, name):
    return wanted is None or (bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else wanted == name)


class Node:
    """One accessible object, as it was when the tree was last read."""

    def __init__(self, app, item):
        self.app = app
        (self.bus, self.path), _, parent, _, self.count, interfaces, name, role, description, state = item
        self.raw_name, self.description = str(name), str(description)
        self.parent_path = parent[1]
        self.children = []
        self.parent = None
        self.role = ROLES.get(int(role)) or f"role {role}"
        self.interfaces = {str(i).rsplit(".", 1)[-1] for i in interfaces}
        bits = state[0] | state[1] << 32
        self.states = {nick for bit, nick in STATES.items() if bits >> bit & 1}

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    # Reading

    def call(self, interface, method, signature="", *args):
        return self.app.a11y_call(self.bus, self.path, IFACE + interface, method, signature, *args)

    @property
    def name(self):
        """The accessible name as a person hears it: without a mnemonic, and from the labels inside when a row or button
        has none of its own. A class name is no name."""
        name = self.raw_name
        words = name.split(" ")
        half = len(words) // 2
        if len(words) % 2 == 0 and [w.replace("_", "", 1) for w in words[:half]] == words[half:]:
            name = " ".join(words[half:])
        if CLASS_NAME.fullmatch(name):
            name = ""
        if not name and self.role in NAMED_BY_LABELS:
            name = " ".join(n.raw_name for n in self.walk() if n.role == "label" and n.raw_name)
        return name

    def text(self):
        """What is written in a text field."""
        return str(self.call("Text", "GetText", "ii", 0, -1))

    def value(self):
        """The current value of a slider, a level or a progress bar."""
        return float(self.app.a11y_call(self.bus, self.path, "org.freedesktop.DBus.Properties", "Get", "ss",
                                        IFACE + "Value", "CurrentValue"))

    def actions(self):
        if "Action" not in self.interfaces:
            return []
        return [str(action[0]) for action in self.call("Action", "GetActions")]

    def extents(self):
        """x, y, width, height in the window."""
        return tuple(int(n) for n in self.call("Component", "GetExtents", "u", 1))

    @property
    def on_screen(self):
        if self.role in WINDOWS or self.role == "application":
            return True
        if "visible" not in self.states:
            return False
        _, _, width, height = self.app.place_of(self)
        return width > 0 and height > 0

    def walk(self):
        """This object and all in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def window(self):
        return next((n for n in [self, *self.ancestors()] if n.role in WINDOWS), self)

    def all(self, role=None, name=None, on_screen=True):
        """All that match, as the tree was last read. NAME is a string or a compiled pattern."""
        return [n for n in self.walk() if (role is None or n.role == role) and matches(name, n.name)
                and (not on_screen or n.on_screen)]

    def again(self):
        """The same object, read anew."""
        self.app.look()
        return self.app.nodes[self.path]

    def find(self, role=None, name=None, on_screen=True, timeout=TIMEOUT):
        """Waits for the first that matches."""
        wanted = name.pattern if isinstance(name, re.Pattern) else name
        return wait(f"a {role or 'thing'} named {wanted!r}",
                    lambda: (self.again().all(role, name, on_screen) or [None])[0], timeout)

    def tree(self, depth=0, on_screen=True):
        """The lines of a description of what is on screen, for a person who looks for the reason of a failure."""
        if on_screen and not self.on_screen:
            return
        notes = [repr(self.text())] if "Text" in self.interfaces and self.role != "label" else []
        notes += sorted(self.states & {"focused", "selected", "checked", "expanded", "pressed", "modal"})
        if "sensitive" not in self.states and self.role != "application":
            notes.append("insensitive")
        if self.role not in ("panel", "filler") or self.description:
            yield "  " * depth + f"{self.role} {self.name!r} " + (f"({self.description}) " if self.description else "") \
                + " ".join(notes)
            depth += 1
        for child in self.children:
            yield from child.tree(depth, on_screen)

    # Doing

    def act(self, action=None):
        """Runs an accessible action: the first, or the one named. Waits while the object is insensitive."""
        names = self.actions()
        assert names, f"{self!r} has no action: click it"
        index = names.index(action) if action else 0
        wait(f"{self!r} to take {names[index]!r}", lambda: self.call("Action", "DoAction", "i", index))
        return self

    def set_text(self, text):
        """Replaces the text; any letters."""
        assert self.call("EditableText", "SetTextContents", "s", text), f"{self!r} refused"
        return self

    def centre(self):
        """Where the middle of it is on the X screen."""
        window = self.window()
        left, top, _, _ = self.app.content_box(window)
        x, y, width, height = self.extents()
        return left + x + width // 2, top + y + height // 2

    def click(self, button=1):
        """A click of the real pointer in the middle of it."""
        self.app.settle()
        x, y = self.centre()
        run("xdotool", "mousemove", x, y, "click", button)
        return self

    def press(self):
        """What a person would do to it: its action if it has one, else a click."""
        return self.act() if self.actions() else self.click()


class Adopted:
    """A process that somebody else started, with as much of subprocess.Popen as App needs."""

    def __init__(self, pid):
        self.pid, self.returncode = pid, None

    def poll(self):
        try:
            with open(f"/proc/{self.pid}/stat", encoding="ascii", errors="replace") as stat:
                ended = stat.read().rsplit(")", 1)[1].split()[0] == "Z"
        except FileNotFoundError:
            ended = True
        self.returncode = 0 if ended else None  # only its parent could tell
        return self.returncode

    def wait(self, timeout=TIMEOUT):
        wait("the program to end", lambda: self.poll() is not None, timeout)
        return self.returncode

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)


class App:
    """Thaw, running. As a context it ends the program and then looks at what it logged."""

    def __init__(self, env=None, page=None, size=None, binary=None, first_start=False):
        self.binary = binary or os.environ["THAW"]
        self.env = {**os.environ, "G_DEBUG": "", **(env or {})}
        self.nodes = {}
        self._places = None
        self.process = None
        self.session = dbus.SessionBus(private=True)
        address = self.session.call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", (),
                                             timeout=TIMEOUT * SLOW)
        self.a11y = dbus.bus.BusConnection(address)
        handle, self.log = tempfile.mkstemp(prefix="thaw-", suffix=".log", dir=os.environ["THAW_SESSION_DIR"])
        os.close(handle)
        if not first_start:
            write_setting("first-start-shown", "true")  # somebody who has been here before
        if page:
            write_setting("visible-page", f"'{page}'")
        if size:
            write_setting("window-size", f"({size[0]}, {size[1]})")
        atexit.register(self.kill)

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, error, trace):
        if kind is not None and kind is not Skipped:
            self.report_failure()
            self.kill()
        else:
            self.stop()
            self.check_log()

    # Life

    def start(self, *args):
        """Starts it and waits until its window can be used."""
        self.spawn(*args)
        self.window()
        return self

    def spawn(self, *args):
        """Starts it and waits for it on the accessibility bus."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([self.binary, *args], env=self.env, stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log)
        self.name = wait("the program on the accessibility bus", self._find_on_bus)
        return self

    def start_by_bus(self, action):
        """Lets the bus start the program for an action of it, as the desktop does, and waits for the window."""
        self.gaction(action)
        self.process = Adopted(int(self.session.call_blocking(
            "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", (APP_ID,))))
        self.log = os.path.join(os.environ["THAW_SESSION_DIR"], "bus.log")  # the bus hands down its own
        self.name = wait("the program on the accessibility bus", self._find_on_bus)
        self.window()
        return self

    def stop(self):
        """Ends it as Quit does, so that it can tidy up; its exit status has to be 0."""
        if self.process is None or self.process.poll() is not None:
            return
        self.gaction("app.quit")
        status = self.process.wait(TIMEOUT * SLOW)
        assert status == 0, f"it ended with {status}\n{self.read_log()}"

    def kill(self):
        """Ends it at once, as a power cut does."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def read_log(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def check_log(self):
        """A program that logs a warning has a bug."""
        bad = [line for line in self.read_log().splitlines()
               if re.search(r"WARNING|CRITICAL|ERROR|runtime error|AddressSanitizer", line)]
        assert not bad, "the program logged:\n" + "\n".join(bad)

    def report_failure(self):
        """Leaves a picture and prints what was on screen."""
        folder = os.environ.get("THAW_E2E_FAILURES")
        if folder:
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, os.path.splitext(os.path.basename(sys.argv[0]))[0] + ".png")
            subprocess.run(["import", "-window", "root", path], check=False)
            comment(f"picture of the screen: {path}")
        comment(self.read_log())
        try:
            comment("\n".join(self.look().tree()))
        except dbus.DBusException as e:
            comment(f"nothing to be seen: {e}")

    # The accessible tree

    def a11y_call(self, bus, path, interface, method, signature="", *args):
        try:
            return self.a11y.call_blocking(bus, path, interface, method, signature, args, timeout=TIMEOUT * SLOW)
        except dbus.DBusException:
            assert self.process.poll() is None, f"it ended with {self.process.returncode}"
            raise

    def _find_on_bus(self):
        assert self.process.poll() is None, f"it ended at once with {self.process.returncode}\n{self.read_log()}"
        for bus, _ in self.a11y_call(IFACE + "Registry", ROOT, IFACE + "Accessible", "GetChildren"):
            if bus.startswith(":") and self.process.pid == self.a11y_call(
                    "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", bus):
                return bus
        return None

    def look(self):
        """Reads the whole tree and returns its root. One call brings names, roles and states of all that was ever
        asked for; the children of each are then asked for side by side."""
        deadline = time.monotonic() + TIMEOUT * SLOW
        while True:
            items = self.a11y_call(self.name, "/org/a11y/atspi/cache", IFACE + "Cache", "GetItems")
            nodes = {item[0][1]: Node(self, item) for item in items}
            parents = {node.parent_path for node in nodes.values()}
            children = self._ask_children([n for path, n in nodes.items() if n.count or path in parents])
            for path, paths in children.items():
                nodes[path].children = [nodes[p] for p in paths if p in nodes]
            if all(len(nodes[path].children) == len(paths) for path, paths in children.items()):
                break
            if time.monotonic() > deadline:
                raise Timeout("the accessible tree does not come to rest")
        root = nodes[ROOT]
        self.nodes = {n.path: n for n in root.walk()}
        for node in self.nodes.values():  # what a node says of its parent may be one that the tree leaves out
            for child in node.children:
                child.parent = node
        self._places = None
        return root

    def place_of(self, node):
        """The extents of NODE when they were first asked for after the last look."""
        if self._places is None:
            self._places = self._ask_places([n for n in self.nodes.values() if "Component" in n.interfaces])
        return self._places.get(node.path, (0, 0, 0, 0))

    def _ask_children(self, parents):
        answers = self._ask_all(parents, "Accessible", "GetChildren", "", ())
        return {path: [p for _, p in references] for path, references in answers.items()}

    def _ask_places(self, nodes):
        answers = self._ask_all(nodes, "Component", "GetExtents", "u", (1,))
        return {path: tuple(int(n) for n in extents) for path, extents in answers.items()}

    def _ask_all(self, nodes, interface, method, signature, args):
        """Sends all questions before it reads the first answer. Who went away meanwhile does not answer."""
        found, left = {}, {n.path for n in nodes}

        def answered(path, answer):
            found[path] = answer
            left.discard(path)

        for node in nodes:
            self.a11y.call_async(self.name, node.path, IFACE + interface, method, signature, args,
                                 lambda answer, path=node.path: answered(path, answer),
                                 lambda _error, path=node.path: left.discard(path), timeout=TIMEOUT * SLOW)
        while left:
            GLib.MainContext.default().iteration(True)
        return found

    def window(self, name=None, role=None, timeout=TIMEOUT):
        """Waits for a window that is mapped and has the keyboard."""
        def ready():
            for node in reversed(self.look().children):
                if node.role in WINDOWS and matches(name, node.name) and (role is None or node.role == role):
                    return node if "active" in node.states else None
            return None
        return wait(f"the window {name or ''}", ready, timeout)

    def find(self, *args, **kwargs):
        return self.look().find(*args, **kwargs)

    def all(self, *args, **kwargs):
        return self.look().all(*args, **kwargs)

    def gone(self, role=None, name=None, timeout=TIMEOUT):
        """Waits until nothing on screen matches."""
        wait(f"no {role} named {name!r}", lambda: not self.all(role, name), timeout)

    def focused(self):
        """What has the keyboard focus, or None. An AdwEntryRow does not tell."""
        found = [n for n in self.look().walk() if "focused" in n.states and n.role not in WINDOWS]
        return found[-1] if found else None

    def tab_to(self, role=None, name=None, key="Tab", limit=80):
        """Moves the focus by keyboard until it is on what matches."""
        for _ in range(limit):
            node = self.focused()
            if node and (role is None or node.role == role) and matches(name, node.name):
                return node
            before = node.path if node else None
            keys(key)
            try:
                wait("the focus to move", lambda: (self.focused() or node) is not node
                     and getattr(self.focused(), "path", None) != before, 1.0)
            except Timeout:
                pass  # some widgets take several Tabs inside, or do not report the focus
        raise AssertionError(f"{key} does not reach a {role} named {name!r}")

    def settle(self, node=None, timeout=5.0):
        """Waits until things stand still: two looks at the place of NODE, or of all, are alike."""
        last = [None]

        def still():
            if node is None:
                self.look()
            nodes = [node] if node else [n for n in self.nodes.values() if "Component" in n.interfaces]
            now = self._ask_places(nodes)
            same, last[0] = now == last[0], now
            return same
        try:
            wait("things to stand still", still, timeout)
        except Timeout:
            pass  # something moves on purpose
        return self

    # Windows

    def xwindow(self, window=None):
        """The X window of that accessible window, else the newest one."""
        def find():
            ids = run("xdotool", "search", "--onlyvisible", "--pid", self.process.pid, check=False).split()
            same = [i for i in ids if window is not None and window.raw_name
                    and run("xdotool", "getwindowname", i, check=False).strip() == window.raw_name]
            return (same or ids or [None])[-1]
        return wait("the X window", find)

    def content_box(self, window):
        """Where the accessible window lies on the screen: the X window without shadow and border."""
        xid = self.xwindow(window)
        geometry = dict(line.split("=") for line in run("xdotool", "getwindowgeometry", "--shell", xid).split())
        shadow = run("xprop", "-id", xid, "_GTK_FRAME_EXTENTS")
        left, right, top, bottom = (int(n) for n in shadow.split("=")[1].split(",")) if "=" in shadow else (0, 0, 0, 0)
        _, _, width, height = window.extents()
        across = int(geometry["WIDTH"]) - left - right - width
        down = int(geometry["HEIGHT"]) - top - bottom - height
        return int(geometry["X"]) + left + max(0, across // 2), int(geometry["Y"]) + top + max(0, down // 2), width, height

    def resize(self, width, height):
        """Makes the content of the window as near to that size as it allows, and returns the size it took."""
        window = self.find("frame")
        xid = self.xwindow(window)
        geometry = dict(line.split("=") for line in run("xdotool", "getwindowgeometry", "--shell", xid).split())
        _, _, now_width, now_height = window.extents()
        run("xdotool", "windowsize", xid, width + int(geometry["WIDTH"]) - now_width,
            height + int(geometry["HEIGHT"]) - now_height)
        try:
            wait("the new size", lambda: window.extents()[2:] == (width, height), 3.0)
        except Timeout:
            pass
        self.settle()
        return window.extents()[2:]

    def picture(self, path, window=None):
        """Writes a PNG of the window."""
        self.settle()
        run("xdotool", "mousemove", 0, 0)
        run("import", "-window", self.xwindow(window or self.find("frame")), path)

    # D-Bus

    def gaction(self, name, *parameters):
        """Activates "app.x" or "win.x" as the desktop does."""
        scope, action = name.split(".", 1)
        self.session.call_blocking(APP_ID, APP_PATH if scope == "app" else WINDOW_PATH, "org.gtk.Actions", "Activate",
                                   "sava{sv}", (action, list(parameters), {}), timeout=TIMEOUT * SLOW)

    def show_page(self, title):
        """Goes to a page by its tab."""
        self.find("page tab", title).press()
        wait(f"page {title}", lambda: any(n.states & {"selected", "checked", "pressed"}
                                          for n in self.all("page tab", title)))
        self.settle()


# Around the program

def data_dir():
    return os.path.join(os.environ["XDG_DATA_HOME"], "thaw")


def journal_path():
    return os.path.join(data_dir(), "journal.db")


def write_setting(key, value):
    """Sets a preference while the program does not run, in GVariant text."""
    import configparser
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    path = os.path.join(folder, "keyfile")
    os.makedirs(folder, exist_ok=True)
    settings = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    settings.optionxform = str
    settings.read(path)
    group = APP_PATH.lstrip("/")
    if not settings.has_section(group):
        settings.add_section(group)
    settings.set(group, key, value)
    with open(path, "w", encoding="utf-8") as f:
        settings.write(f, space_around_delimiters=False)


def cli(*args, text=None, check=True):
    """Runs thaw-cli on the journal of this session and returns what it printed."""
    return run(os.environ["THAW_CLI"], *args, text=text, check=check)


def fresh():
    """Forgets the journal and the preferences."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        shutil.rmtree(os.environ[name], ignore_errors=True)
        os.makedirs(os.environ[name])
    shutil.rmtree(os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0"), ignore_errors=True)


def case(name, function, *args):
    """A scenario that calls FUNCTION with ARGS."""
    def scenario():
        function(*args)
    scenario.__name__ = name
    return scenario


# The runner: each scenario begins with no journal, and is a line of TAP

def comment(text):
    for line in str(text).splitlines():
        print("#", line, flush=True)


def main(*scenarios):
    print(f"1..{len(scenarios)}", flush=True)
    failed = False
    for number, scenario in enumerate(scenarios, 1):
        title = scenario.__name__.replace("_", " ")
        fresh()
        start = time.monotonic()
        try:
            scenario()
            print(f"ok {number} - {title}", flush=True)
        except Skipped as why:
            print(f"ok {number} - {title} # SKIP {why}", flush=True)
        except Exception:  # whatever it is, the next scenario still runs
            failed = True
            comment(traceback.format_exc())
            print(f"not ok {number} - {title}", flush=True)
        comment(f"{time.monotonic() - start:.1f} s")
    sys.exit(failed)
