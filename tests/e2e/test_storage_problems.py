# SPDX-License-Identifier: GPL-3.0-or-later
"""A journal that cannot be opened: a page says what happened and what can be done, and not one byte is changed."""
import contextlib
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess

from driver import App, Skipped, cli, data_dir, journal_path, keys, main, wait


def snapshot():
    """Every file of the data folder with its digest; SQLite's shared memory and our lock hold no data."""
    found = {}
    for folder, _, names in os.walk(data_dir()):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, data_dir())] = hashlib.sha256(f.read()).hexdigest()
    return {name: digest for name, digest in found.items() if not re.search(r"-shm$|lock$", name)
            and not (name.endswith("-wal") and os.path.getsize(os.path.join(data_dir(), name)) == 0)}


def make_journal():
    for day in range(1, 10):
        cli("add", "--feeling", str(day), "--at", f"2025-03-0{day}T10:00:00Z", f"Day {day} by the river. " * 40)
    sql("PRAGMA wal_checkpoint(TRUNCATE)")


def sql(*statements):
    """Runs statements on the file behind Thaw's back and returns the first value of the last."""
    connection = sqlite3.connect(journal_path(), isolation_level=None)
    try:
        for statement in statements:
            row = connection.execute(statement).fetchone()
        return row[0] if row else None
    finally:
        connection.close()


def overwrite(offset, length):
    with open(journal_path(), "r+b") as f:
        f.seek(offset)
        f.write(b"\xa5" * length)


@contextlib.contextmanager
def problem_page(title):
    """The page is there and nothing has changed; once the body has removed the cause, Try Again leads on."""
    before = snapshot()
    with App() as app:
        app.find("label", title)
        app.find("label", journal_path())
        app.find("push button", "Show the Folder")
        assert not app.all("page tab"), "pages can be reached although there is no journal"
        app.tab_to("push button", "Try Again")
        keys("Return", "Return", "Return")
        app.find("label", title)
        assert snapshot() == before, "a file was changed"
        yield
        app.find("push button", "Try Again").act()
        app.find("page tab", "Journal")
        app.gone("push button", "Try Again")


def keep_aside():
    shutil.copytree(data_dir(), data_dir() + ".good")


def bring_back():
    shutil.rmtree(data_dir())
    os.rename(data_dir() + ".good", data_dir())


def a_damaged_journal():
    make_journal()
    keep_aside()
    overwrite(100, 3000)  # behind the header: the tables can no longer be found
    with problem_page("The Journal Is Damaged"):
        bring_back()
    assert "Day 9 by the river" in cli("list")


def a_journal_that_lost_its_end():
    make_journal()
    keep_aside()
    os.truncate(journal_path(), os.path.getsize(journal_path()) // 2)
    with problem_page("The Journal Is Damaged"):
        bring_back()


def a_file_that_is_no_journal():
    os.makedirs(data_dir())
    with open(journal_path(), "w", encoding="utf-8") as f:
        f.write("A shopping list: bread, tea, candles.\n" * 200)
    with problem_page("This Is Not a Journal"):
        os.rename(journal_path(), data_dir() + ".list")


def a_database_of_another_program():
    os.makedirs(data_dir())
    sql("CREATE TABLE songs (title TEXT)", "INSERT INTO songs VALUES ('Somewhere')")
    with problem_page("This Is Not a Journal"):
        os.rename(journal_path(), data_dir() + ".songs")


def a_journal_of_a_newer_thaw():
    make_journal()
    version = sql("PRAGMA user_version")
    sql("PRAGMA user_version = 9999", "PRAGMA wal_checkpoint(TRUNCATE)")
    with problem_page("This Journal Was Written by a Newer Thaw"):
        sql(f"PRAGMA user_version = {version}")


def a_folder_that_cannot_be_written_to():
    """As root nothing is forbidden, so there the folder is mounted read-only, for the program alone."""
    make_journal()
    before = snapshot()
    binary = os.environ["THAW"]
    if os.geteuid() == 0:
        wrapper = os.path.join(os.environ["THAW_SESSION_DIR"], "read-only-thaw")
        with open(wrapper, "w", encoding="utf-8") as f:
            f.write("#!/bin/sh\nexec unshare --mount sh -c '"
                    'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2"\' '
                    f"sh '{data_dir()}' '{binary}'\n")
        os.chmod(wrapper, 0o700)
        probe = subprocess.run(["unshare", "--mount", "sh", "-c", 'mount --bind "$1" "$1"', "sh", data_dir()],
                               capture_output=True, check=False)
        if probe.returncode != 0:
            raise Skipped("root may not mount here, and everything else is allowed to root")
        binary = wrapper
    else:
        os.chmod(journal_path(), 0o400)
        os.chmod(data_dir(), 0o500)
    try:
        with App(binary=binary) as app:
            wait("the problem", lambda: app.all("label", re.compile("Cannot Be (Written To|Opened)")))
            app.find("push button", "Try Again")
            assert snapshot() == before
    finally:
        os.chmod(data_dir(), 0o700)


main(
    a_damaged_journal,
    a_journal_that_lost_its_end,
    a_file_that_is_no_journal,
    a_database_of_another_program,
    a_journal_of_a_newer_thaw,
    a_folder_that_cannot_be_written_to,
)
