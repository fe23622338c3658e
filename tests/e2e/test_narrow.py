# SPDX-License-Identifier: GPL-3.0-or-later
"""On a phone's screen nothing is wider than the window, and the keyboard brings everything into view."""
import audit
from driver import App, case, cli, main

SIZES = ((360, 640), (360, 294))


def fill():
    cli("add", "--feeling", "3", "--valence", "-0.33", "--emotion", "sadness:2", "--emotion", "fear:1",
        "--tag", "walk", "--tag", "a tag with rather a long name", "A long line. " * 30)
    cli("add", "--feeling", "5", "--emotion", "joy:1", "Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 3)


def page_fits(title, size):
    fill()
    with App(size=size) as app:
        app.show_page(title)
        assert app.resize(*size) == size, f"the window does not shrink to {size}"
        problems = audit.too_wide(app)

        def visit(node):
            app.settle(node)
            x, y, w, h = node.extents()
            if x < 0 or x + w > size[0] or y + h <= 0 or y >= size[1]:
                problems.append(f"{node!r} has the focus but is out of view at {node.extents()}")

        audit.walk_by_tab(app, visit)
        assert not problems, "\n".join(problems)


main(*[case(f"{title.lower()} at {size[0]} x {size[1]}", page_fits, title, size)
       for size in SIZES for title in ("Today", "Journal", "Insights", "Practice", "Support")])
