#!/usr/bin/env python3
"""Reads the window as a screen reader does: over AT-SPI, from outside the program.

    smoke.py PROGRAM      inside a session with a display and a bus (with_screen.sh)

Asserts that the window appears, that whatever takes the focus has a name, that the ranking is read as a table, and that a
button is pressed by name. Exit 0: it is so; 1: it is not, with what was found; 77: no AT-SPI here.
"""

import os
import subprocess
import sys
import tempfile
import time

os.environ.pop("NO_AT_BRIDGE", None)
os.environ.update(QT_ACCESSIBILITY="1", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")

TABLES = {"table", "tree table", "list", "tree", "list box", "combo box"}  # never searched: thousands of cells


def accessibility():
    """The pyatspi module, after its bus has been started."""
    launcher = "/usr/libexec/at-spi-bus-launcher"
    if not os.path.exists(launcher):
        print("skipped: at-spi2-core is not installed")
        sys.exit(77)
    bus = subprocess.Popen([launcher, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        import pyatspi
    except ImportError:
        bus.terminate()
        print("skipped: python3-pyatspi is not installed")
        sys.exit(77)
    return pyatspi, bus


def waited(what, find, seconds=30):
    """What `find` gives as soon as it gives something; a state is waited for, never a time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # a widget that went while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"did not appear: {what}")


def below(node):
    """Every accessible below a node, tables' insides left out."""
    for child in node:
        if child is None:
            continue
        yield child
        if child.getRoleName() not in TABLES:
            yield from below(child)


def check_roles(seen):
    """What is read aloud as what: tabs with titles, fields that can be typed into, menus."""
    def named(*roles):
        return [one.name for one in seen if one.getRoleName() in roles]

    tabs = named("page tab")
    assert len(tabs) >= 5 and all(tabs), f"tabs without titles: {tabs}"
    assert "Company or action" in named("text", "entry"), f"no command box among {named('text', 'entry')}"
    assert named("combo box"), "no box to choose the scenario or scoring model from"
    assert named("menu bar", "menu item", "menu"), "no menus"


def check(pyatspi, program):
    desktop = pyatspi.Registry.getDesktop(0)

    def application():
        return next((one for one in desktop if one and one.get_process_id() == program.pid), None)

    app = waited("the application", application)
    frame = waited("its window", lambda: next((one for one in app if one.getRoleName() in ("frame", "window")), None))
    table = waited("the ranking", lambda: next((one for one in below(frame) if one.getRoleName() == "table"
                                                and one.name == "Ranking" and one.queryTable().nRows >= 9), None))
    nameless = [f"{one.getRoleName()} in {one.parent.getRoleName()} “{one.parent.name}”" for one in below(frame)
                if one.getState().contains(pyatspi.STATE_FOCUSABLE)
                and one.getState().contains(pyatspi.STATE_SHOWING) and not one.name]
    assert not nameless, "without a name: " + "; ".join(nameless)
    names = [table.queryTable().getAccessibleAt(row, 1).name for row in range(table.queryTable().nRows)]
    assert "AMZN" in names, f"no AMZN in the ranking, but {names}"
    check_roles(list(below(frame)))
    button = next((one for one in below(frame) if one.getRoleName() in ("push button", "button")
                   and "theme" in one.name.lower()), None)
    assert button is not None, "no button for the theme: " + ", ".join(
        sorted(one.name for one in below(frame) if "button" in one.getRoleName()))
    assert button.queryAction().doAction(0), "the theme button does not react"
    waited("the window after the press", lambda: program.poll() is None and frame.name)
    print(f"the window “{frame.name}” is read: {len(names)} companies; every control has a name")


def main():
    pyatspi, bus = accessibility()
    with tempfile.TemporaryDirectory() as folder:
        workspace = os.path.join(folder, "sample.plumbline")
        subprocess.run([sys.argv[1], "sample", workspace], check=True)
        program = subprocess.Popen([sys.argv[1], "--workspace", workspace])
        try:
            check(pyatspi, program)
            return 0
        except AssertionError as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            program.terminate()
            program.wait(20)
            bus.terminate()


if __name__ == "__main__":
    sys.exit(main())
