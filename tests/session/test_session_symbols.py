"""A saved network keeps the meaning of its inputs when the words, or letters, of its task are others."""

from dataclasses import replace

import numpy as np
import pytest

from rnnviz.engine.evaluate import fresh
from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.paths import resource
from rnnviz.session.files import load, save
from rnnviz.session.start import initial, spec_for
from rnnviz.tasks import dates, phrases
from rnnviz.tasks.base import tasks
from rnnviz.tasks.held_out import kept_apart
from rnnviz.tasks.phrases import grammar

SUBJECTS = [("sentiment", "sentiment"), ("slot-filling", "slots")]


def session_of(task):
    state = initial()
    sequence = read_text(task.start, task.start_kind)
    network = fresh(spec_for(task, state.network.spec))
    return replace(state, task=task, sequence=sequence, network=network)


@pytest.fixture
def sentences(tmp_path, monkeypatch):
    """Where the sentences lie: change(subject, language, lines) adds to a copy of them."""
    folder = tmp_path / "sentences"
    folder.mkdir()
    for path in resource("sentences").glob("*.txt"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(phrases, "resource", lambda kind, name: folder / name)

    def change(subject, language, *lines, without=()):
        path = folder / f"{subject}-{language}.txt"
        old = [line for line in path.read_text(encoding="utf-8").splitlines() if line not in without]
        path.write_text("\n".join([*old, *lines]), encoding="utf-8")
        forget()

    yield change
    monkeypatch.undo()
    forget()


def forget():
    grammar.cache_clear()
    kept_apart.cache_clear()


@pytest.mark.parametrize("language", ["english", "portuguese"])
@pytest.mark.parametrize(("name", "subject"), SUBJECTS)
def test_a_network_reads_on_when_there_are_more_words(name, subject, language, sentences, tmp_path):
    before = tasks[name](language=language)
    state = session_of(before)
    save(state, tmp_path / "one.rnnviz")
    x, vocabulary, batch = before.encode(state.sequence), before.grammar.vocabulary, before.validation()
    sign = "+" if name == "sentiment" else ">"
    first = vocabulary[1]
    sentences(subject, language, f"{sign} aaaa {first} zzzz", f"{sign} {first} {first} {first}")
    now = tasks[name](language=language)
    assert now.inputs == before.inputs + 2
    assert now.input_names[: len(vocabulary)] != vocabulary
    loaded = load(tmp_path / "one.rnnviz").task
    assert loaded.input_names == (*vocabulary, *before.input_names[len(vocabulary) :])
    np.testing.assert_array_equal(loaded.encode(state.sequence), x)
    assert len(loaded.grammar.sentences) == len(now.grammar.sentences) - 1
    assert loaded.sample(np.random.default_rng(0), 200).x.shape[2] == before.inputs
    with pytest.raises(InputError, match="Word 1 is “zzzz”"):
        loaded.encode(read_text("zzzz", "words"))
    assert loaded.validation().x.shape[2] == batch.x.shape[2]
    assert loaded.changed(language=language).inputs == now.inputs


def test_the_words_of_a_session_are_in_it_and_change_nothing(tmp_path):
    """As long as the sentences are the same ones."""
    before = tasks["sentiment"]()
    save(session_of(before), tmp_path / "one.rnnviz")
    task = load(tmp_path / "one.rnnviz").task
    assert task == before
    for one, other in zip(
        (task.sample(np.random.default_rng(1), 8), task.validation()),
        (before.sample(np.random.default_rng(1), 8), before.validation()),
        strict=True,
    ):
        np.testing.assert_array_equal(one.x, other.x)
        np.testing.assert_array_equal(one.target, other.target)


def test_words_that_make_no_sentence_any_more_are_refused(sentences, tmp_path):
    save(session_of(tasks["sentiment"]()), tmp_path / "one.rnnviz")
    old = resource("sentences", "sentiment-english.txt").read_text(encoding="utf-8").splitlines()
    sentences("sentiment", "english", "+ xx yy", "- yy xx", without=old)
    with pytest.raises(InputError, match="words that the network knows do not make the sentences that there are now"):
        load(tmp_path / "one.rnnviz")
    with pytest.raises(InputError, match="2 words that the network knows"):
        tasks["sentiment"](words="xx xx")


@pytest.mark.parametrize(
    ("alphabet", "words"),
    [
        (dates.ALPHABET[::-1], "input 1 of the task “Date formats” stood for “0”; now it is “\\?”"),
        (
            dates.ALPHABET + "ç",
            f"input {len(dates.ALPHABET) + 1} of the task “Date formats” stood for “–”; now it is “ç”",
        ),
    ],
)
def test_other_letters_are_named(alphabet, words, tmp_path, monkeypatch):
    save(session_of(tasks["dates"]()), tmp_path / "one.rnnviz")
    monkeypatch.setattr(dates, "ALPHABET", alphabet)
    with pytest.raises(InputError, match=words):
        load(tmp_path / "one.rnnviz")


def test_a_file_that_does_not_tell_its_words_says_so(sentences, tmp_path):
    """As files were written before; while the words are the same, it opens."""
    from test_session_files import edited

    def older(record):
        del record["task"]["options"]["words"], record["task"]["symbols"]

    path = edited(tmp_path, older, state=session_of(tasks["sentiment"]()))
    inputs = load(path).task.inputs
    sentences("sentiment", "english", "+ zzzz")
    with pytest.raises(InputError, match=f"was saved when the task “Sentiment” had {inputs} inputs; now it has"):
        load(path)


def test_every_task_that_reads_symbols_tells_them():
    for name in tasks:
        task = tasks[name]()
        if task.kinds[0] in ("text", "words"):
            assert len(task.input_symbols) in (task.inputs, task.inputs - 1)  # a pen's slant is no symbol
            assert len(set(task.input_symbols)) == len(task.input_symbols)
        else:
            assert task.input_symbols == ()
