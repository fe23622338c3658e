# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody with a screen reader, with a keyboard only, or with a small window would trip over."""
from driver import Timeout, keys, wait

CONTROLS = {"push button", "check box", "radio button", "text", "password text", "entry", "combo box",
            "spin button", "slider", "list", "page tab", "menu item", "link", "level bar", "progress bar", "table"}
# What Tab is expected to stop at. Of a group of radio buttons, of the page tabs and of a list, one is enough: arrows do
# the rest.
STOPS = {"push button", "check box", "text", "password text", "entry", "combo box", "spin button",
         "slider", "link"}



def nameless(app):
    """Controls and meaningful pictures without a name of their own, and names with a mnemonic's underline."""
    found = []
    for node in app.all():
        if node.role in CONTROLS and not node.name:
            # A button around a button is how GTK builds a menu button and a drop-down: the outer one has the name.
            if node.role in ("push button") and any(n.name and n.role == node.role
                                                                     for n in list(node.ancestors())[:2]):
                continue
            found.append(f"{node.role} without a name at {node.extents()} in {[n.name for n in node.ancestors()]}")
        elif node.role in CONTROLS | {"label"} and node.name.startswith("_"):
            found.append(f"the underline of a mnemonic in {node!r}")
    return found


def walk_by_tab(app, visit=None, key="Tab", limit=120):
    """Where the key leads, from where the focus is until it has come round. VISIT is called with each stop."""
    seen = {}
    for _ in range(limit):
        now = step(app, key)
        if now is None:
            continue
        if now.path in seen:
            round_trip = list(seen)
            assert round_trip.index(now.path) <= 1, f"{key} is caught between {list(seen.values())[-3:]} and {now!r}"
            return list(seen.values())
        seen[now.path] = now
        if visit:
            visit(now)
    raise AssertionError(f"{key} does not come round: {list(seen.values())[-10:]}")


def step(app, key):
    """Presses a key that moves the focus, and returns where it is then."""
    before = getattr(app.focused(), "path", None)
    keys(key)
    try:
        return wait("the focus to move", lambda: moved(app, before), 1.5)
    except Timeout:
        return app.focused()  # it may be somewhere that does not tell


def moved(app, before):
    now = app.focused()
    return now if now is not None and now.path != before else None


def not_reached(app, seen):
    """Controls on screen that take the focus and that Tab did not come to, nor the arrow keys from one beside it."""
    paths = {n.path for n in seen}
    missed = []
    for node in app.all():
        if node.role not in STOPS or not {"focusable", "sensitive"} <= node.states:
            continue
        if node.description.endswith("the window"):
            continue  # the window manager's own keys do what these buttons do
        if any(n.path in paths for n in [*node.walk(), *node.ancestors()]):
            continue
        missed.append(node)
    return [n for n in missed if not reached_by_arrows(app, n, paths)]


def reached_by_arrows(app, node, paths):
    """Whether it belongs to a named group that Tab enters, and the arrow keys lead to it."""
    group = next((n for n in node.ancestors() if n.role == "panel" and n.name), None)
    if group is None or not any(n.path in paths for n in group.walk()):
        return False
    for _ in range(60):
        focused = app.focused()
        if focused and any(n.path == group.path for n in focused.ancestors()):
            break
        step(app, "Tab")
    for _ in range(len(list(group.walk()))):
        if getattr(app.focused(), "path", None) == node.path:
            return True
        step(app, "Right")
    return False


def too_wide(app):
    """What sticks out of the window at the sides."""
    width = app.find("frame").extents()[2]
    # Of the two page switchers one is squeezed out, and keeps its last size.
    squeezed = [n.path for switcher in app.all("page tab list")[:-1] for n in switcher.walk()]
    found = []
    for node in app.all():
        # What only holds other things may stay beside the window for as long as there is nothing in it.
        if node.role not in CONTROLS | {"label", "heading", "image"} or node.path in squeezed:
            continue
        x, _, w, _ = app.place_of(node)
        if x < -1 or x + w > width + 1:
            found.append(f"{node!r} from {x} to {x + w} of {width}")
    return found
