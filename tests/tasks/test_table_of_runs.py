"""The guide's table is the one that its script makes: the same rows, and fractions that follow from the runs."""

import importlib.util
import sys
from pathlib import Path

import pytest

from rnnviz.paths import resource
from rnnviz.tasks import tasks

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "table_tasks.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("table_tasks", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["table_tasks"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["table_tasks"]


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_page_has_the_rows_of_the_script(script):
    page = resource("guide", script.PAGE.name).read_text(encoding="utf-8").split("\n")
    found = [cells(line) for line in page if line.startswith("|")]
    assert found[0][5:] == list(script.CELLS.values())
    assert [row[:3] for row in found[2:]] == [[row.words, str(row.hidden), str(row.updates)] for row in script.ROWS]
    assert {row.task for row in script.ROWS} == set(tasks) - {"worked-example", "own-data"}
    for row in found[2:]:
        assert all(number.split("(")[0].strip().replace(".", "").isdigit() for number in row[5:]), row


def test_a_row_counts_the_seeds_that_learned(script):
    row = script.Row("copy-memory", 8, 10)
    task = tasks["copy-memory"]()
    enough = task.baseline.accuracy + 0.95 * (1 - task.baseline.accuracy)
    lines = script.table((row,), {(row, "gru"): [1.0, enough + 0.001, enough - 0.001], (row, "lstm"): [0.5]})
    assert cells(lines[2])[:3] == ["Copy memory", "8", "10"]
    assert cells(lines[2])[4:] == ["100", "–", "–", "50.0\u202f(0/1)", f"{100 * enough + 0.1:.1f}\u202f(2/3)"]


def test_the_table_takes_the_place_of_the_old_one(script, tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("# Title\n\n| old |\n|---|\n| 1 |\n\nwords\n")
    monkeypatch.setattr(script, "PAGE", page)
    script.into_page(["| new |", "|---|"])
    assert page.read_text() == "# Title\n\n| new |\n|---|\n\nwords\n"
