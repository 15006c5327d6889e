"""Files are read as what they are, and hostile ones refused in one sentence."""

import contextlib
import io
import os

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import disk, read_file


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, np.asanyarray(array), version=version)
    return file.getvalue()


@pytest.fixture
def read(tmp_path):
    def write_and_read(name, data, kind=None):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_file(path, kind)

    return write_and_read


@pytest.mark.parametrize(
    ("name", "data", "kind", "values"),
    [
        ("a.txt", "1 0 0 1\r\n", "bits", [[1], [0], [0], [1]]),
        ("a.txt", "\ufeff0.5 2", "numbers", [[0.5], [2]]),
        ("A.TXT", "1,1\r\n2,2\r\n", "vectors", [[1, 1], [2, 2]]),
        ("a.csv", "1,2\n3,4\n", "vectors", [[1, 2], [3, 4]]),
        ("a.csv", "\ufeffx,y\r\n1,2\r\n3,4\r\n", "vectors", [[1, 2], [3, 4]]),
        ("a.csv", "\n1;2,5\n\n3;-4\n", "vectors", [[1, 2.5], [3, -4]]),
        ("a.csv", "1\t2\n3\t4", "vectors", [[1, 2], [3, 4]]),
        ("a.csv", "1 2\n3 4", "vectors", [[1, 2], [3, 4]]),
        ("a.csv", '"1","2"\n"3","4"\n', "vectors", [[1, 2], [3, 4]]),
        ("a.csv", "1,2,\n3,4,\n", "vectors", [[1, 2], [3, 4]]),
        ("a.csv", "bit\n1\n0\n1\n", "bits", [[1], [0], [1]]),
        ("a.csv", "1,0,2", "numbers", [[1], [0], [2]]),
        ("a.csv", "0,5\n1,5\n", "vectors", [[0, 5], [1, 5]]),
        ("a.tsv", "0,5\t1\n2\t3\n", "vectors", [[0.5, 1], [2, 3]]),
        ("a.npy", npy([1, 0, 1]), "bits", [[1], [0], [1]]),
        ("a.npy", npy([True, False]), "bits", [[1], [0]]),
        ("a.npy", npy(np.float32([0.5, 2])), "numbers", [[0.5], [2]]),
        ("a.npy", npy([[1, 2], [3, 4]], (2, 0)), "vectors", [[1, 2], [3, 4]]),
        ("a.npy", npy(np.asfortranarray([[1, 2, 3], [4, 5, 6]])), "vectors", [[1, 2, 3], [4, 5, 6]]),
        ("a.npy", npy(np.array([[1], [2]], ">i2")), "numbers", [[1], [2]]),
        ("a.npy", npy([[1.0, 0.0]]), "bits", [[1], [0]]),
    ],
)
def test_a_file_is_read(read, name, data, kind, values):
    sequence = read(name, data)
    assert (sequence.kind, sequence.values.tolist(), sequence.text) == (kind, values, name)


def test_a_text_file_is_its_characters(read):
    assert read("a.txt", "ab\r\ncd\r\n").labels == ("a", "b", "↵", "c", "d")
    assert read("a.txt", "1 0", "text").labels == ("1", "␣", "0")


def test_a_kind_that_was_asked_for_is_held_to(read):
    assert read("a.npy", npy([[1, 2]]), "vectors").values.tolist() == [[1, 2]]
    assert read("a.csv", "1\n0\n", "numbers").kind == "numbers"
    for kind in ("text", "bits", "numbers"):
        with pytest.raises(InputError, match=f"2 steps of 2 numbers, which are not {kind}"):
            read("a.csv", "1,2\n3,4\n", kind)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xls", "", ".txt, .csv, .tsv, .npy"),
        ("a", "1 0", ".txt, .csv, .tsv, .npy"),
        ("a.txt", "", "empty"),
        ("a.csv", "", "empty"),
        ("a.csv", "\n \n", "empty"),
        ("a.csv", "x,y\n", "only a header"),
        ("a.txt", b"ab\ncd\xe9\n", "byte 3 in line 2 (0xe9)"),
        ("a.csv", b"\xff\xfe1\x00", "byte 1 in line 1 (0xff)"),
        ("a.csv", "x,y\n\n1,2\n3\n", "line 4 has length 1, line 3 has 2"),
        ("a.csv", "1,2\n3,nan\n", "line 2, column 2 is “nan”"),
        ("a.csv", "nan,nan\n1,2\n", "line 1, column 1 is “nan”"),
        ("a.csv", "1,2\n3,\n", "line 2 has length 1"),
        ("a.csv", "1,2\n,3\n", "line 2, column 1 is “”"),
        ("a.csv", "1,2\n3,4x\n", "line 2, column 2 is “4x”"),
        ("a.csv", "1,2\n3,1e10\n", "line 2, column 2 is “1e10”"),
        ("a.csv", "1\n" * 10_001, "10001 steps"),
        ("a.csv", ",".join(["2"] * 4097) + "\n" + ",".join(["2"] * 4097), "4097 values"),
        ("a.npy", b"", "not a NumPy array file"),
        ("a.npy", b"\x93NUMPY\x01\x00\x20\x00" + b"(" * 32, "not a NumPy array file"),
        ("a.npy", npy([1, 2]).replace(b"(2,)", b"(-2)"), "not a NumPy array file"),
        ("a.npy", npy(np.zeros(5))[:-1], "promises 40 bytes, 39 are there"),
        ("a.npy", npy(np.zeros((100, 9))).replace(b"(100, 9)", b"(9000, 4000)"), "promises"),
        ("a.npy", npy(np.zeros(5)).replace(b"(5,), }" + b" " * 12, b"(99999999999999,), }"[:19]), "NumPy|99999"),
        ("a.npy", npy(np.zeros((10_001, 1))), "(10001, 1); at most 10000"),
        ("a.npy", npy(np.zeros((2, 4097), np.int8)), "(2, 4097); at most"),
        ("a.npy", npy(np.zeros(0)), "the shape (0,)"),
        ("a.npy", npy(3.0), "the shape ()"),
        ("a.npy", npy(np.zeros((2, 2, 2))), "the shape (2, 2, 2)"),
        ("a.npy", npy(np.array([None])), "type object"),
        ("a.npy", npy(np.array([1j])), "type complex128"),
        ("a.npy", npy(np.array(["a"])), "type <U1"),
        ("a.npy", npy(np.zeros(2, "f8,i4")), "type"),
        ("a.npy", npy([[1, 2], [3, np.nan]]), "nan at index 1, 1"),
        ("a.npy", npy([1, -np.inf]), "-inf at index 1"),
        ("a.npy", npy(np.array([2**63], np.uint64)), "index 0"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(read, name, data, words):
    with pytest.raises(InputError, match=r"^[^\n]{1,220}$") as caught:
        read(name, data)
    assert any(word in str(caught.value) for word in words.split("|"))


def test_pickled_objects_are_never_run(read, tmp_path):
    class Bomb:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "ran"),)

    with pytest.raises(InputError, match="type object"):
        read("a.npy", npy(np.array([Bomb()], dtype=object)))
    assert not (tmp_path / "ran").exists()


def test_missing_folder_device_and_zero_byte(tmp_path):
    with pytest.raises(InputError, match="There is no file"):
        read_file(tmp_path / "missing.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match=r"“folder.csv” is a folder; give a file\.$"):
        read_file(tmp_path / "folder.csv")
    with pytest.raises(InputError, match=r"There is no file|cannot be read"):
        read_file("a\0b.csv")
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path / ("x" * 300 + ".csv"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_before_it_blocks(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(InputError, match="not an ordinary file"):
        read_file(tmp_path / "pipe.csv")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "secret.csv"
    path.write_text("1,2\n")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)  # root may read everything
    with pytest.raises(InputError, match="not allowed to read"):
        read_file(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(disk.MAX_BYTES + 1)  # sparse: takes no room
    with pytest.raises(InputError, match="65 MB; at most 64 MB"):
        read_file(path)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([".txt", ".csv", ".tsv", ".npy"]),
    st.binary(max_size=200) | st.text("01.,;\t\n xe-").map(str.encode),
)
def test_random_bytes_are_read_or_refused(read, suffix, data):
    try:
        sequence = read("random" + suffix, data)
    except InputError:
        return
    assert len(sequence) == len(sequence.values) >= 1
    assert np.isfinite(sequence.values).all()


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_npy_is_read_or_refused(read, data):
    whole = bytearray(npy(np.arange(12.0).reshape(4, 3)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for damaged in (bytes(whole), bytes(whole[:cut])):
        with contextlib.suppress(InputError):
            assert len(read("damaged.npy", damaged)) >= 1
