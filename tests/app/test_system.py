"""What a window needs is asked before Qt is, which would end the process."""

from pathlib import Path

import pytest

from rnnviz.app import system
from rnnviz.errors import InputError


@pytest.fixture
def linux(monkeypatch):
    """A Linux machine on which every library is there, with no display and no choice of platform."""
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "loads", lambda library: True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_no_display_is_said(linux):
    with pytest.raises(InputError, match="no display"):
        system.check_window()
    system.check_pictures()
    assert system.platforms() == ("offscreen",)


@pytest.mark.parametrize("name", ["offscreen", "minimal", "vnc:size=800x600", "wayland-egl"])
def test_a_chosen_platform_needs_no_display(linux, name):
    linux.setenv("QT_QPA_PLATFORM", name)
    system.check_window()
    system.check_pictures()
    assert system.os.environ["QT_QPA_PLATFORM"] == name


def test_a_platform_that_qt_does_not_have_is_said(linux):
    linux.setenv("QT_QPA_PLATFORM", "bogus")
    for check in (system.check_window, system.check_pictures):
        with pytest.raises(InputError, match=r"bogus.*offscreen.*xcb"):
            check()
    linux.setenv("QT_QPA_PLATFORM", "bogus;offscreen")
    system.check_pictures()


def test_a_display_that_does_not_answer_is_said(linux):
    linux.setenv("DISPLAY", ":4711")
    with pytest.raises(InputError, match=r":4711.*does not answer"):
        system.check_window()


def test_wayland_needs_no_x_libraries(linux):
    linux.setenv("WAYLAND_DISPLAY", "wayland-0")
    linux.setattr(system, "loads", lambda library: "xcb" not in library and "x11" not in library)
    system.check_window()
    linux.setenv("DISPLAY", ":4711")  # a desktop that offers both: Qt takes the one that works
    system.check_window()
    linux.delenv("WAYLAND_DISPLAY")
    with pytest.raises(InputError, match="libxcb-cursor"):
        system.check_window()


def test_qt_s_own_plugin_has_the_last_word(linux):
    """An installation that brings its libraries along is not refused because the system has none."""
    linux.setenv("DISPLAY", ":0")
    linux.setattr(system, "_x_answers", lambda: True)
    linux.setattr(system, "loads", lambda library: library.endswith("libqxcb.so"))
    system.check_window()


@pytest.mark.parametrize("missing", ["libEGL.so.1", "libxcb-cursor.so.0"])
def test_a_missing_library_is_named_with_the_line_that_installs_it(linux, missing):
    linux.setenv("DISPLAY", ":0")
    linux.setattr(system, "loads", lambda library: library != missing and "plugins" not in library)
    linux.setattr(system.shutil, "which", lambda name: "/usr/bin/apt-get")
    with pytest.raises(InputError) as caught:
        system.check_window()
    sentence = str(caught.value)
    assert missing in sentence
    assert "apt-get install -y" in sentence
    assert system.PACKAGES[missing] in sentence


def test_pictures_need_no_x_libraries(linux):
    linux.setattr(system, "loads", lambda library: "xcb" not in library)
    system.check_pictures()
    linux.setattr(system, "loads", lambda library: library != "libGL.so.1" and "plugins" not in library)
    with pytest.raises(InputError, match=r"libGL\.so\.1"):
        system.check_pictures()


def test_the_line_has_sudo_for_a_user_only(monkeypatch):
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert system.install_line().startswith("sudo apt-get update && sudo apt-get install -y libegl1 ")
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    assert "sudo" not in system.install_line()
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    assert "libEGL.so.1" in system.install_line()


@pytest.mark.parametrize(("name", "platform"), [("win32", "windows"), ("darwin", "cocoa")])
def test_other_systems_have_no_list(monkeypatch, name, platform):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(system.sys, "platform", name)
    assert system.platforms() == (platform,)
    system.check_window()
    system.check_pictures()


def test_the_readme_installs_the_same_libraries():
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "apt-get install" in line]
    assert lines
    for line in lines:
        assert set(system.PACKAGES.values()) <= set(line.split())
