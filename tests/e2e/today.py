# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does on the page Today."""
from driver import keys, wait

FEELING = "How much can you feel right now?"
PLEASANT = "How pleasant is it?"
SAVED = "Checked in"


def question(app, name):
    """The group of answers to a question."""
    return wait(f"the question {name!r}", lambda: [n for n in app.look().walk() if n.name == name
                                                   and n.all("radio button", on_screen=False)][-1])


def answered(app, name):
    """The name of the answer that is chosen, or nothing."""
    chosen = [n.name for n in question(app, name).all("radio button") if n.states & {"checked", "pressed"}]
    assert len(chosen) <= 1, f"several answers at once: {chosen}"
    return chosen[0] if chosen else ""


def focus_question(app, name, key="Tab"):
    """Moves the focus to the question by keyboard."""
    for _ in range(40):
        focused = app.focused()
        if focused and any(n.name == name for n in focused.ancestors()):
            return
        keys(key)
        wait("the focus to move", lambda: getattr(app.focused(), "path", None) != getattr(focused, "path", None))
    raise AssertionError(f"{key} does not reach {name!r}")


def answer(app, name, key):
    """Answers by keyboard."""
    focus_question(app, name)
    keys(key)
    wait("the answer", lambda: answered(app, name))


def note(app):
    return app.find("text", "A few words")


def toast(app):
    """What the confirmation says."""
    return app.find("label", SAVED)


def entries(app):
    """What the rows under Today So Far say."""
    return [n.name for rows in app.all("list", "Today so far") for n in rows.all("list item")]
