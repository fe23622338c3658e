# SPDX-License-Identifier: GPL-3.0-or-later
"""The main menu, the windows it leads to, and their keys."""
from driver import App, case, keys, main, wait


def menu_items(app):
    return [item.name for item in app.all("menu item")]


def the_menu_opens_by_keyboard_and_leads_on():
    with App() as app:
        keys("F10")
        wait("the menu", lambda: len(menu_items(app)) >= 4)
        wait("the focus in the menu", lambda: getattr(app.focused(), "role", None) == "menu item")
        assert not any("Quit" in name or "Close" in name for name in menu_items(app)), menu_items(app)
        keys("Up", "Return")
        wait("About", lambda: other_window(app))
        keys("Escape")
        wait("About to close", lambda: not other_window(app))
        keys("F10")
        wait("the menu", lambda: menu_items(app))
        keys("Escape")
        wait("the menu to close", lambda: not menu_items(app))


def other_window(app):
    """The window that is open beside the main one."""
    others = [n for n in app.look().children if n.role in ("frame", "dialog", "window") and n.name != "Thaw"
              and n.states & {"visible"}]
    return others[0] if others else None


def opens_and_closes(combination):
    with App() as app:
        keys(combination)
        wait("the window", lambda: other_window(app))
        app.settle()
        keys("Escape")
        wait("the window to close", lambda: not other_window(app))
        app.window("Thaw")


def about_tells_the_name_and_the_licence():
    with App() as app:
        app.gaction("app.about")
        window = wait("About", lambda: other_window(app))
        window.find("label", "Thaw")


def ctrl_q_ends_it():
    with App() as app:
        keys("ctrl+q")
        assert app.process.wait(20) == 0


def ctrl_w_closes_it():
    with App() as app:
        keys("ctrl+w")
        assert app.process.wait(20) == 0


main(
    the_menu_opens_by_keyboard_and_leads_on,
    case("preferences open by keyboard", opens_and_closes, "ctrl+comma"),
    case("shortcuts open by keyboard", opens_and_closes, "ctrl+question"),
    about_tells_the_name_and_the_licence,
    ctrl_q_ends_it,
    ctrl_w_closes_it,
)
