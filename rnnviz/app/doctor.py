"""`rnnviz doctor`: what works on this machine, what does not, and the line that mends it."""

import argparse
import json
import os
import platform as machine
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import numpy as np
import threadpoolctl

import rnnviz
from rnnviz.app import system
from rnnviz.devices.base import devices
from rnnviz.errors import InputError
from rnnviz.export.base import Exporter, formats
from rnnviz.export.options import FilmOptions
from rnnviz.export.trace import Run, write_trace
from rnnviz.export.writing import plan, write_film
from rnnviz.paths import resource
from rnnviz.words import QT_TRANSLATE_NOOP, translate

EPILOG = QT_TRANSLATE_NOOP("app", "exit codes: 0 all that is essential works, 1 something essential is missing")
QT_SECONDS = 60


@dataclass(frozen=True)
class Finding:
    """One line: name, what was found, and for what is not well its cure; `essential` makes the exit code 1."""

    name: str
    found: str
    well: bool = True
    cure: str = ""
    essential: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    # The doctor starts itself with this flag: Qt is tried in a process that it may end.
    parser.add_argument("--qt", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    if args.qt:
        print(json.dumps(_qt_here()))
        return 0
    failed = False
    for look in (_versions, _arithmetic, _qt, _window, _resources, _formats, _gpu):
        for finding in _carefully(look):
            failed = failed or (finding.essential and not finding.well)
            print(f"{'ok' if finding.well else '--'}  {finding.name:20} {finding.found}", flush=True)
            if finding.cure:
                print(f"{'':24} {finding.cure}", flush=True)
    print()
    if failed:
        print(translate("app", "Something essential is missing: see the lines that begin with --."))
    else:
        print(translate("app", "Everything essential works."))
    return 1 if failed else 0


def _carefully(look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """A broken installation breaks in ways that nobody foresaw; each is a finding, and the doctor goes on."""
    try:
        yield from look()
    except Exception as error:
        yield Finding(look.__name__.strip("_"), f"{type(error).__name__}: {error}", well=False, essential=True)


def _versions() -> Iterator[Finding]:
    yield Finding("rnnviz", f"{rnnviz.__version__}, {Path(rnnviz.__file__).parent}")
    yield Finding("Python", f"{machine.python_version()}, {machine.platform()}")
    for name in ("PySide6-Essentials", "pyqtgraph", "ziamath", "msgspec", "safetensors"):
        try:
            yield Finding(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            missing = translate("app", "not installed")
            yield Finding(name, missing, well=False, cure=f"pip install {name}", essential=True)


def _arithmetic() -> Iterator[Finding]:
    np.dot(np.ones((2, 2)), np.ones((2, 2)))  # the library is loaded by its first use
    pools = [pool for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"]
    words = ", ".join(
        translate("app", "{name} {version} with {threads} threads").format(
            name=pool["internal_api"], version=pool["version"] or "", threads=pool["num_threads"]
        )
        for pool in pools
    )
    words = words or translate("app", "not recognised")
    yield Finding("NumPy", f"{np.__version__}, BLAS: {words}")


def _qt() -> Iterator[Finding]:
    missing = system.missing_libraries("offscreen")
    if missing:
        found = translate("app", "missing: {names}").format(names=", ".join(missing))
        yield Finding(translate("app", "libraries"), found, well=False, cure=system.install_line(), essential=True)
    qt, problem = _qt_in_a_child()
    if problem:
        cure = system.install_line() if system.is_linux() else "pip install --force-reinstall PySide6-Essentials"
        yield Finding("Qt", problem, well=False, cure=cure, essential=True)
        return
    yield Finding("Qt", f"{qt['qt']}, PySide6 {qt['pyside']}")
    for file, families in qt["fonts"].items():
        words = ", ".join(families) or translate("app", "cannot be loaded")
        yield Finding(translate("app", "font"), f"{file}: {words}", well=bool(families), essential=True)


def _qt_in_a_child() -> tuple[dict, str]:
    """What Qt says of itself, and "" or what is wrong. A child, because Qt ends a process that misses a library."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "rnnviz"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            [*program, "doctor", "--qt"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=QT_SECONDS,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return {}, translate("app", "did not answer within {seconds} seconds").format(seconds=QT_SECONDS)
    if done.returncode == 0:
        return json.loads(done.stdout), ""
    said = done.stderr.strip().splitlines()[-1:] or [""]
    if done.returncode < 0:
        words = translate("app", "ended by signal {number}: {reason}")
        return {}, words.format(number=-done.returncode, reason=said[0])
    return {}, said[0]


def _qt_here() -> dict:
    """In the child: versions, and the families of each bundled font."""
    try:
        import PySide6
        from PySide6.QtCore import qVersion
        from PySide6.QtGui import QFontDatabase, QGuiApplication
    except ImportError as error:
        from rnnviz.app.window import qt_problem

        raise qt_problem(error) from error
    application = QGuiApplication.instance() or QGuiApplication(["rnnviz"])
    fonts = {}
    for file in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        fonts[file.name] = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    found = {"qt": qVersion(), "pyside": PySide6.__version__, "fonts": fonts}
    del application
    return found


def _window() -> Iterator[Finding]:
    try:
        system.check_window()
    except InputError as problem:
        yield Finding(translate("app", "window"), str(problem), well=False)
    else:
        yield Finding(
            translate("app", "window"),
            translate("app", "Qt platform {name}").format(name=", ".join(system.platforms())),
        )


def _resources() -> Iterator[Finding]:
    presets = sorted(path.name for path in resource("presets").glob("*.rnnviz"))
    yield Finding(translate("app", "resources"), str(resource()))
    yield Finding(translate("app", "presets"), ", ".join(presets) or "0", well=bool(presets), essential=True)


def _formats() -> Iterator[Finding]:
    try:
        version = metadata.version("av")
        import av

        ffmpeg = ".".join(str(part) for part in av.library_versions["libavcodec"])
        yield Finding("PyAV", f"{version}, libavcodec {ffmpeg}")
    except (ImportError, OSError) as error:
        yield Finding("PyAV", str(error), well=False, cure="pip install av")
    with tempfile.TemporaryDirectory(prefix="rnnviz-") as folder:
        for name in formats:
            problem = try_format(formats[name], Path(folder))
            yield Finding(
                translate("app", "format {name}").format(name=name),
                problem or translate("app", "written and read"),
                well=not problem,
            )


def try_format(exporter: Exporter, folder: Path) -> str:
    """Write three small frames (or a small run) in this format; what went wrong, or ""."""
    path = folder / f"try-{exporter.name}{exporter.suffix}"
    try:
        if problem := exporter.problem():
            return str(problem)
        if exporter.kind == "trace":
            write_trace(Run(("1", "0"), {"h": np.zeros((2, 3))}), path)
        else:
            options = FilmOptions(width=64, height=64)
            shades = [np.full((64, 64, 4), (80 * k, 128, 255 - 80 * k, 255), np.uint8) for k in range(3)]
            write_film(exporter, path, shades.__getitem__, 3, plan(options, exporter))
    except (InputError, OSError) as error:
        return str(error)
    return ""


def _gpu() -> Iterator[Finding]:
    device = devices["cupy"]
    problem = device.problem()
    if problem is None:
        words = translate("app", "{name}; large networks learn on it, all others with NumPy")
        yield Finding("GPU", words.format(name=device.describe()))
    else:
        yield Finding("GPU", translate("app", "the engine runs on NumPy. {reason}").format(reason=problem))
