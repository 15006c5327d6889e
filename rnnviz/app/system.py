"""What a window needs from the system, asked before Qt is: Qt ends the process where Python cannot catch it."""

import ctypes
import importlib.util
import os
import shutil
import sys
from pathlib import Path

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

# Debian's and Ubuntu's package by the library it brings. (Debian 13 and Ubuntu 24.04 call one libglib2.0-0t64; apt
# resolves the old name.)
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Without these Qt does not load at all.
ALWAYS = tuple(name for name in PACKAGES if "xcb" not in name and "x11" not in name)
# A window needs these as well. The ones for Wayland come with every Wayland desktop.
ALSO = {
    "xcb": tuple(name for name in PACKAGES if name not in ALWAYS),
    "wayland": ("libwayland-client.so.0", "libwayland-cursor.so.0"),
}


def is_linux() -> bool:
    return sys.platform.startswith("linux")


def install_line() -> str:
    """The line that installs every system library, for this user, or the libraries' names where there is no apt."""
    if shutil.which("apt-get") is None:
        return ", ".join(PACKAGES)
    sudo = "sudo " if os.geteuid() != 0 else ""
    return f"{sudo}apt-get update && {sudo}apt-get install -y {' '.join(PACKAGES.values())}"


def platforms() -> tuple[str, ...]:
    """The Qt platforms that a window could use, of which Qt takes the first that works: what QT_QPA_PLATFORM says, or
    what there is a display for."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return tuple(part.split(":")[0] for part in chosen.split(";"))
    if not is_linux():
        return ({"win32": "windows", "darwin": "cocoa"}.get(sys.platform, sys.platform),)
    displays = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return tuple(name for name, variable in displays.items() if os.environ.get(variable))


def missing_libraries(platform: str) -> list[str]:
    """The system libraries that Qt would miss on this platform, by file name."""
    if not is_linux():
        return []
    missing = [name for name in (*ALWAYS, *ALSO.get(platform, ())) if not loads(name)]
    # Qt may come with libraries of its own, where Python does not look: its plugin has the last word.
    return [] if missing and _plugin_loads(platform) else missing


def _plugin_loads(platform: str) -> bool:
    folder = _plugins()
    return folder is not None and loads(str(folder / f"libq{platform}.so"))


def _plugins() -> Path | None:
    """The folder of Qt's platform plugins, found without loading Qt."""
    qt = importlib.util.find_spec("PySide6")
    if qt is None or qt.origin is None:
        return None
    folder = Path(qt.origin).parent / "Qt" / "plugins" / "platforms"
    return folder if folder.is_dir() else None


def _unknown(platform: str) -> InputError | None:
    """Qt ends the process also when QT_QPA_PLATFORM names a platform that it does not have."""
    folder = _plugins() if is_linux() else None
    known = sorted(path.stem.removeprefix("libq") for path in folder.glob("libq*.so")) if folder else []
    if not known or platform in known or platform.split("-")[0] in known:
        return None
    return InputError(
        QT_TRANSLATE_NOOP("errors", "QT_QPA_PLATFORM is “{name}”, which this Qt does not have; it has {names}."),
        name=platform,
        names=", ".join(known),
    )


def loads(library: str) -> bool:
    """Whether the dynamic linker finds and loads this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def libraries_problem(missing: list[str]) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("errors", "Qt misses {libraries}; install what it needs with: {line}"),
        libraries=", ".join(missing),
        line=install_line(),
    )


def check_window() -> None:
    """Errors: InputError when there is no display, the display does not answer, or Qt would miss a library."""
    possible = platforms()
    if not possible:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set); films and traces "
                "need none: see “rnnviz export --help”.",
            )
        )
    _one_must_work(possible)


def _one_must_work(possible: tuple[str, ...]) -> None:
    problems = [problem for name in possible if (problem := _problem_on(name)) is not None]
    if len(problems) == len(possible):
        raise problems[-1]


def _problem_on(platform: str) -> InputError | None:
    if problem := _unknown(platform):
        return problem
    if missing := missing_libraries(platform):
        return libraries_problem(missing)
    if platform == "xcb" and is_linux() and not _x_answers():
        return InputError(
            QT_TRANSLATE_NOOP("errors", "The display “{display}” does not answer; is DISPLAY right?"),
            display=os.environ.get("DISPLAY", ""),
        )
    return None


def check_pictures() -> None:
    """Choose Qt's platform without a screen where there is none. Errors: InputError when Qt would miss a library."""
    if is_linux() and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _one_must_work(platforms())


def _x_answers() -> bool:
    """Whether a connection to DISPLAY can be made, asked through XCB as Qt will."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return xcb.xcb_connection_has_error(connection) == 0
    finally:
        xcb.xcb_disconnect(connection)
