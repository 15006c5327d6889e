"""What happens at a clock, and where it ends, in sentences."""

import numpy as np

from rnnviz.energy.checks import sigmoid
from rnnviz.energy.hopfield import Hopfield
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.session.state import Key
from rnnviz.words import translate


def unit_name(scene: PatternScene, unit: int) -> str:
    """“pixel 3,4” by row and column, “unit 3” in one row and in a ring, “hidden 2”; counted from 1."""
    if unit >= scene.pixels:
        return translate("figure", "hidden {number}").format(number=unit - scene.pixels + 1)
    if scene.state.spec.rows == 1 or scene.state.layout == "ring":
        return translate("figure", "unit {number}").format(number=unit + 1)
    row, column = divmod(unit, scene.state.spec.columns)
    return translate("figure", "pixel {row},{column}").format(row=row + 1, column=column + 1)


def number(value: float) -> str:
    """Two decimals, with a true minus sign."""
    return f"{value:.2f}".replace("-", "−").replace("−0.00", "0.00")


def level(scene: PatternScene, t: int, unit: int) -> str:
    """What a unit is at clock t: +1 or −1 of bipolar units, 1 or 0 of the others."""
    value = int(scene.run.states[t - 1, unit])
    low = float(scene.run.states.min())
    return f"{value:+d}".replace("-", "−") if low < 0 else str(value)


def clock_words(scene: PatternScene, t: int) -> str:
    """What happened at clock t."""
    run, unit = scene.run, int(scene.run.unit[t - 1])
    changed = int(run.changed[t - 1].sum())
    if t == 1:
        return _start(scene)
    if unit >= 0:
        return _one(scene, t, unit, bool(changed))
    if isinstance(scene.state.machine, RestrictedBoltzmann):
        if t % 2 == 0:
            text = translate("figure", "hidden units sampled from the pixels, {changed} changed")
        else:
            text = translate("figure", "pixels sampled from the hidden units, {changed} changed")
    elif isinstance(scene.state.machine, Hopfield) and scene.state.spec.update == "synchronous":
        text = translate("figure", "all units at once, {changed} changed")
    else:
        text = translate("figure", "every unit once, one after the other, {changed} changed")
        if scene.clamped:
            text = translate("figure", "every free unit once, one after the other, {changed} changed")
    return text.format(changed=changed)


def _start(scene: PatternScene) -> str:
    spec, name = scene.state.spec, scene.state.drawn.name
    turned = int((scene.on[0, : scene.pixels] != scene.state.drawn.pixels.ravel()).sum())
    name = f"“{name}”" if name else translate("figure", "the drawn pattern")
    if not turned:
        return translate("figure", "the start: {name}").format(name=name)
    return translate("figure", "the start: {name}, {turned} of {pixels} pixels turned").format(
        name=name, turned=turned, pixels=spec.pixels
    )


def _one(scene: PatternScene, t: int, unit: int, changed: bool) -> str:
    pull = scene.field(t, unit)
    name, what = unit_name(scene, unit), level(scene, t, unit)
    if isinstance(scene.state.machine, Hopfield):
        text = (
            translate("figure", "{name}: field {field}, it becomes {what}")
            if changed
            else translate("figure", "{name}: field {field}, it stays {what}")
        )
        return text.format(name=name, field=number(pull), what=what)
    chance = float(sigmoid(np.array(pull / scene.run.temperatures[t - 1])))
    text = (
        translate("figure", "{name}: field {field}, 1 with p = {p}; it becomes {what}")
        if changed
        else translate("figure", "{name}: field {field}, 1 with p = {p}; it stays {what}")
    )
    return text.format(name=name, field=number(pull), p=number(chance), what=what)


def end_words(scene: PatternScene, t: int) -> str:
    """Where the path ends, or what the state is now."""
    found, names = scene.attractor, [pattern.name for pattern in scene.state.patterns]
    if found is None:
        here = np.flatnonzero(np.abs(scene.overlaps[t - 1] - 1) < 1e-9)
        if len(here):
            return translate("figure", "just now: the pattern “{name}”").format(name=names[here[0]])
        return translate("figure", "just now: none of the patterns")
    if found.kind == "moving":
        return translate("figure", "did not come to an end")
    text = {
        "stored": translate("figure", "ends in the stored pattern “{name}”"),
        "negative": translate("figure", "ends in the negative of “{name}”: every pixel turned"),
        "mixture": translate("figure", "ends in a mixture, {mix}: a spurious attractor"),
        "spurious": translate("figure", "ends in a spurious attractor, {distance} pixels from “{name}”"),
        "cycle": translate("figure", "ends in two states that follow each other for ever"),
    }[found.kind]
    if found.kind == "spurious" and not names:
        text = translate("figure", "ends in the start: nothing is stored")
    mix = ""
    for pattern, sign in zip(found.of, found.signs, strict=True):
        mix += (" + " if mix else "") + names[pattern] if sign > 0 else f" − {names[pattern]}"
    return text.format(name=names[found.of[0]] if found.of else "", mix=mix.strip(), distance=found.distance)


def describe_pattern(scene: PatternScene, key: Key, t: int) -> str:
    """What a tooltip says of a unit, a stored pattern or a hidden unit's weights at clock t."""
    if key.name == "pattern":
        name = scene.state.patterns[key.unit].name
        if scene.likelihoods is not None:
            text = translate("figure", "“{name}”: p(v) = {p} %, seen in {seen} % of the clocks. Click to begin from it")
            p, seen = scene.likelihoods[key.unit], scene.seen(t)[key.unit]
            return text.format(name=name, p=f"{100 * p:.1f}", seen=f"{100 * seen:.0f}")
        overlap = number(float(scene.overlaps[t - 1, key.unit]))
        return translate("figure", "“{name}”: overlap m = {overlap}. Click to begin from it").format(
            name=name, overlap=overlap
        )
    if key.name == "weight":  # the clock of the key is the column of the matrix, from 1
        value = number(float(scene.weights[key.unit, key.t - 1]))
        text = translate("figure", "weight between {one} and {other}: {value}")
        return text.format(one=unit_name(scene, key.unit), other=unit_name(scene, key.t - 1), value=value)
    here = key.t if 1 <= key.t <= scene.steps else t
    text = translate("figure", "{name} at t = {t}: s = {value}")
    if key.unit in scene.clamped:
        text = translate("figure", "{name} at t = {t}: s = {value}, clamped")
    said = text.format(name=unit_name(scene, key.unit), t=here, value=level(scene, here, key.unit))
    if scene.attractor is not None and scene.on[here - 1, key.unit] != scene.on[-1, key.unit]:
        said += translate("figure", "; not yet as at the end")
    return said
