# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop starts Thaw over the bus for an action of its desktop file, when there is no window yet."""
from driver import App, main, wait


def started(action):
    app = App()
    app.start_by_bus(action)
    return app


def new_entry_without_a_window():
    app = started("app.new-entry")
    try:
        app.find("text", "Text")
    except BaseException:
        app.report_failure()
        raise
    app.stop()
    app.check_log()


def about_without_a_window():
    app = started("app.about")
    wait("both windows", lambda: len(app.look().children) == 2)
    app.stop()
    app.check_log()


main(new_entry_without_a_window, about_without_a_window)
