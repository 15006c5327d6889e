"""Own data, against a loop over the rows that Python's csv reads."""

import csv
import io

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.inputs.table import table_of
from rnnviz.tasks.own_data import OwnData, longest_window


def table(rows, names=("day", "a", "b")):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return out.getvalue()


values = st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=20, max_size=40)


@given(
    values,
    st.integers(1, 4),
    st.integers(0, 3),
    st.sampled_from(["standard score", "0 to 1", "none"]),
    st.sampled_from([("a", "b"), ("a\nb", "a"), ("b", "a\nb")]),
    st.integers(0, 2**32),
)
@settings(max_examples=60, deadline=None)
def test_windows_are_rows_of_the_table_and_the_target_stands_ahead(rows, window, ahead, how, columns, seed):
    data = table([(f"day {k}", a, b) for k, (a, b) in enumerate(rows)])
    task = OwnData(data, "x.csv", *columns, window, ahead, 0.4, how)
    read = [[float(row[name]) for name in columns[0].split("\n")] for row in csv.DictReader(io.StringIO(data))]
    told = [[float(row[name]) for name in columns[1].split("\n")] for row in csv.DictReader(io.StringIO(data))]
    learned = len(rows) - round(len(rows) * 0.4)

    def normal(part, row):
        result = []
        for column in range(len(part[0])):
            known = [part[k][column] for k in range(learned)]
            mean = sum(known) / learned
            deviation = (sum((value - mean) ** 2 for value in known) / learned) ** 0.5
            assume(deviation == 0 or deviation > 1e-6)
            low, size = {
                "standard score": (mean, deviation),
                "0 to 1": (min(known), max(known) - min(known)),
                "none": (0.0, 1.0),
            }[how]
            assume(size == 0 or size > 1e-6)
            result.append((part[row][column] - low) / (size or 1.0))
        return result

    def windows(first, last):
        return [
            ([normal(read, s + k) for k in range(window)], [normal(told, s + k + ahead) for k in range(window)])
            for s in range(first, last - window - ahead + 1)
        ]

    for batch, first, last in (
        (task.sample(np.random.default_rng(seed), 4), 0, learned),
        (task.validation(), learned, len(rows)),
    ):
        there = windows(first, last)
        for b in range(batch.x.shape[1]):
            assert any(
                np.allclose(batch.x[:, b], x, rtol=1e-6, atol=1e-6)
                and np.allclose(batch.target[:, b], y, rtol=1e-6, atol=1e-6)
                for x, y in there
            )
        assert batch.mask.all()
    assert task.validation().x.shape[1] == len(windows(learned, len(rows)))


def test_typed_values_are_in_the_units_of_the_table():
    rows = [(k, k, 100 - k) for k in range(40)]
    task = OwnData(table(rows), "x.csv", "a\nb", "b", window=5, ahead=1, normalisation="0 to 1", held_out_share=0.5)
    sequence = read_text("0,100; 19,81; 10,95")
    assert task.encode(sequence).tolist() == [[0, 1], [1, 0], [10 / 19, 14 / 19]]
    target, mask = task.target(sequence)
    assert mask.tolist() == [1, 1, 0]
    assert task.say(target)[:2] == ("81", "95")
    assert task.input_names == ("a", "b")
    with pytest.raises(InputError, match="Step 1 is “1,2,3”, 3 wide; this network reads 2: a, b"):
        task.encode(read_text("1,2,3; 4,5,6"))
    unknown = OwnData(table(rows), "x.csv", "a", "b", window=5)
    assert not unknown.target(read_text("1 2 3", "numbers"))[1].any()


def test_without_a_table_it_is_the_sunspots():
    task = OwnData()
    assert (len(task.table), task.inputs, task.file) == (309, 1, "sunspots.csv")
    assert read_text(task.start).values[0, 0] == task.table.columns(("sunspots",))[309 - 77, 0]


def test_a_column_that_never_changes_is_no_division_by_zero():
    task = OwnData(table([(k, 7, k) for k in range(40)]), "x.csv", "a", "a", window=3)
    assert not task.validation().x.any()
    assert task.say(np.zeros((1, 1))) == ("7",)


@pytest.mark.parametrize(
    ("data", "columns", "words"),
    [
        ("", ("a", "sunspots"), "“x.csv” has no column “a”; it has year, sunspots"),
        (table([("x", 1, 2)] * 40), ("day", "a"), "“x.csv”: line 2, column “day” is “x”; give a number"),
        (table([(1, "", 2)] * 40), ("a", "b"), "“x.csv”: line 2, column “a” is “”; give a number"),
        (table([(1, 2, 3)] * 40), ("", "a"), "No column to read is chosen"),
        (table([(1, 2, 3)] * 40), ("a", ""), "No column to predict is chosen"),
        (table([(1, 2, 3)] * 10), ("a", "b"), "“x.csv”: rows to learn from: 8, held out: 2"),
        ("a,a\n1,2\n", ("a", "a"), "“x.csv” has two columns “a”"),
        ("a,b\n1\n", ("a", "a"), "“x.csv”: line 2 has length 1, line 1 has 2"),
        ("a,b\n", ("a", "a"), "“x.csv” has 0 rows of 2 columns; give 1 to 100000 rows"),
        ("\n \n", ("a", "a"), "“x.csv” is empty"),
        ("a\n" + "1\n" * 2_000_001, ("a", "a"), "4000004 characters; at most 4000000"),
    ],
)
def test_a_table_that_cannot_be_used_is_explained(data, columns, words):
    with pytest.raises(InputError, match=words):
        OwnData(data, "x.csv", *columns)


def test_a_table_without_names_counts_its_columns():
    task = OwnData("\n".join(f"{k};{k / 2}".replace(".", ",") for k in range(60)), "x.csv", "1", "2", window=4)
    assert task.table.names == ("1", "2")
    assert task.table.columns(("2",))[3, 0] == 1.5


def plain_csv(fields):
    """As Python's csv writes it: marks around what needs them."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(fields)
    return out.getvalue()


@given(
    st.lists(
        st.text('ab, "\n', min_size=1, max_size=6).map(lambda s: "n" + s), min_size=2, max_size=4,
        unique_by=lambda s: " ".join(s.split()),
    ),
    st.integers(1, 5),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_fields_in_quotation_marks_may_hold_delimiters_marks_and_line_ends(names, rows):
    values = [[str(10 * row + column) for column in range(len(names))] for row in range(rows)]
    table = table_of("x.csv", plain_csv([names, *values]))
    assert table.names == tuple(" ".join(name.split()) for name in names)
    assert [list(fields) for _, fields in table.rows] == values
    assert table.columns(table.names).tolist() == [[float(value) for value in row] for row in values]


@pytest.mark.parametrize("text", ['a,"b\n1,2\n', 'a,b\n1,"2"3\n', '"a","b\n1,2\n3,4\n'])
def test_marks_that_do_not_close_are_told_with_their_line(text):
    with pytest.raises(InputError, match=r"“x.csv”: the quotation marks before the end of line \d do not close"):
        table_of("x.csv", text)


def test_the_first_row_without_a_number_is_known():
    table = table_of("x.csv", 'day,"level, m",note\n1,2,\n2,NA,x\n')
    assert table.numeric() == ("day",)
    assert table.without_number("level, m") == (3, "NA")
    assert table.without_number("note") == (2, "")
    assert table.without_number("day") is None


@given(st.integers(2, 400), st.floats(0.01, 0.9), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_the_longest_window_fits_and_no_longer_one_does(rows, share, ahead):
    data = "a\n" + "\n".join(map(str, range(rows)))
    longest = longest_window(rows, share, ahead)
    kept = {"data": data, "reads": "a", "foretells": "a", "held_out_share": share, "ahead": ahead}
    if 1 <= longest <= 1000:
        assert OwnData(window=longest, **kept).sample(np.random.default_rng(0), 2).x.shape[0] == longest
    if 0 <= longest < 1000:
        with pytest.raises(InputError, match="window and rows ahead take"):
            OwnData(window=longest + 1, **kept)
