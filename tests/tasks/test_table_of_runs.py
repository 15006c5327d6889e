"""The guide's table is the one that its script makes: the same rows, and fractions that follow from the runs."""

import importlib.util
import re
import sys
from datetime import date
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


def table_of(page):
    return [cells(line) for line in page.read_text(encoding="utf-8").split("\n") if line.startswith("|")]


def test_the_page_has_the_rows_of_the_script_and_bears_out_what_they_claim(script):
    found = table_of(resource("guide", script.PAGE))
    assert found[0][5:] == list(script.CELLS.values())
    assert [row[:3] for row in found[2:]] == [[row.words, str(row.hidden), str(row.updates)] for row in script.ROWS]
    assert {row.task for row in script.ROWS} == set(tasks) - {"worked-example", "own-data"}
    for row, line in zip(script.ROWS, found[2:], strict=True):
        assert line[4] == script.percent(row.enough)
        for cell, entry in zip(script.CELLS, line[5:], strict=True):
            arrow, number, learned, runs = re.fullmatch(r"([↑↓])?([\d.]+)\u202f\((\d)/(\d)\)", entry).groups()
            assert arrow == ("↑" if cell in row.should else "↓" if cell in row.should_not else None)
            assert runs == "3"
            assert not (arrow == "↑" and int(learned) < 2), (row.words, cell)
            assert not (arrow == "↓" and int(learned) > 0), (row.words, cell)
            assert (float(number) + 0.05 >= 100 * row.enough) == (int(learned) >= 2)
            assert cell not in row.should or cell not in row.should_not


def test_the_pages_in_other_languages_have_the_same_numbers(script):
    pages = [*resource("guide").glob(f"*/{script.PAGE}")]
    assert pages
    wanted = [line[1:] for line in table_of(resource("guide", script.PAGE))[1:]]
    for page in pages:
        assert [line[1:] for line in table_of(page)[1:]] == wanted


def test_amnesic_networks_should_learn_nothing(script):
    assert all("feedforward" in row.should_not for row in script.ROWS)
    assert any("elman" in row.should_not for row in script.ROWS)


def test_a_row_counts_the_seeds_that_learned(script):
    row = script.Row("copy-memory", 8, 10)
    task = tasks["copy-memory"]()
    enough = task.baseline.accuracy + 0.95 * (1 - task.baseline.accuracy)
    lines = script.table((row,), {(row, "gru"): [1.0, enough + 0.001, enough - 0.001], (row, "lstm"): [0.5]})
    assert cells(lines[2])[:3] == ["Copy memory", "8", "10"]
    assert script.Row("echo", 8, 10, 0.5, {"delay": 3}).words == "Delayed echo (delay 3, rate 0.5)"
    entries = [entry.replace("\u202f", " ") for entry in cells(lines[2])[4:]]
    assert entries == ["96", "↓–", "↑–", "↑50 (0/1)", f"↑{100 * enough + 0.1:.1f} (2/3)"]


def test_runs_that_do_not_bear_out_a_claim_are_named(script):
    row = script.Row("sine", 8, 10, should=("lstm",), should_not=("elman",))
    found = {(row, "lstm"): [0.95, 0.8, 0.91], (row, "elman"): [0.89, 0.5, 0.2], (row, "gru"): [0.1]}
    assert not list(script.refuted((row,), found))
    assert len(list(script.refuted((row,), found | {(row, "lstm"): [0.95, 0.8, 0.7]}))) == 1
    assert len(list(script.refuted((row,), found | {(row, "elman"): [0.95, 0.8, 0.7]}))) == 1


def test_the_table_takes_the_place_of_the_old_one_and_keeps_the_words_of_other_languages(script, tmp_path, monkeypatch):
    monkeypatch.setattr(script, "GUIDE", tmp_path)
    (tmp_path / "xx").mkdir()
    text = "# Title (2020-01-31)\n\n| old | a |\n|---|---|\n| one | 1 |\n\nwords\n"
    new = ["| new | a |", "|---|---|", "| uno | 2 |"]
    today = date.today().isoformat()
    for page, words in ((tmp_path / "page.md", ("new", "uno")), (tmp_path / "xx" / "page.md", ("old", "one"))):
        page.write_text(text)
        script.into_page(page, new)
        head, row = words
        assert page.read_text() == f"# Title ({today})\n\n| {head} | a |\n|---|---|\n| {row} | 2 |\n\nwords\n"
    with pytest.raises(SystemExit, match="translate the new ones first"):
        script.into_page(tmp_path / "xx" / "page.md", [*new, "| dos | 3 |"])
