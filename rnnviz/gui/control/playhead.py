"""What a person does with time and attention: nothing here changes the work, so nothing here is undone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rnnviz.session.playback import (
    SPEEDS,
    Position,
    at_time,
    clock_phases,
    clock_seconds,
    end_of,
    mirrored,
    same_phase,
    step_clock,
    step_phase,
    time_of,
)
from rnnviz.session.state import Key, Seen, part_of


class Playhead:
    """The part of `Controller` that moves the playhead and chooses what is looked at.

    It needs `state`, `session`, `steps`, `phases`, `reduced_motion`, `_clock`, `_hurry()` and `_update()` of the whole.
    """

    _clock: Callable[[], float]
    _origin = (0.0, 0.0)  # moment and playing time from which playback is counted

    def _advance(self) -> None:
        state, whole = self.state, clock_seconds(self.phases) * self.steps
        moment, seconds = self._origin
        seconds += (self._clock() - moment) * state.speed
        if seconds >= whole and state.loop:
            seconds %= whole
            self._origin = (self._clock(), seconds)
        position = self._turned(at_time(seconds, self.phases, 1, self.steps))
        if self.reduced_motion:
            position = replace(position, progress=1.0)
        ended = seconds >= whole and not state.loop
        if ended or position != state.position:
            self.session.update(position=position, playing=not ended)

    def _turned(self, position: Position) -> Position:
        """Where the row that is looked at runs right to left, clocks are counted from the last one, and back."""
        return mirrored(position, self.steps) if self.state.part[1] else position

    def _time_of(self, position: Position) -> float:
        """Seconds of playing until there."""
        return time_of(self._turned(position), self.phases)

    def toggle_playing(self) -> None:
        if self.state.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        state, seconds = self.state, self._time_of(self.state.position)
        if seconds >= clock_seconds(self.phases) * self.steps - 1e-9:
            seconds = 0.0
        self._origin = (self._clock(), seconds)
        self._hurry()
        position = self._turned(at_time(seconds, self.phases, 1, self.steps))
        self._update(playing=True, position=position if seconds == 0.0 else state.position)

    def pause(self) -> None:
        """Stop at the end of the phase under way."""
        self._update(playing=False, position=replace(self.state.position, progress=1.0))

    def go_to(self, position: Position) -> None:
        """Put the playhead somewhere; playing goes on from there."""
        if self.state.playing:
            self._origin = (self._clock(), self._time_of(position))
        self._update(position=position)

    def step_clock(self, by: int) -> None:
        self._step(step_clock(self.state.position, by, self.phases, self.steps))

    def step_phase(self, by: int) -> None:
        turned = self._turned(self.state.position)
        self._step(self._turned(step_phase(turned, by, self.phases, self.steps)))

    def to_phase(self, index: int) -> None:
        self._step(Position(self.state.position.t, index, 1.0))

    def to_start(self) -> None:
        self._step(end_of(1, self.phases))

    def to_end(self) -> None:
        self._step(end_of(self.steps, self.phases))

    def _step(self, position: Position) -> None:
        """Stepping is for looking: it stops playing."""
        self._update(position=position, playing=False)

    def set_loop(self, loop: bool) -> None:
        self._update(loop=loop)

    def set_speed(self, speed: float) -> None:
        if self.state.playing:
            moment, seconds = self._origin
            now = self._clock()
            self._origin = (now, seconds + (now - moment) * self.state.speed)
        self._update(speed=speed)

    def change_speed(self, by: int) -> None:
        """To the next faster (1) or slower (-1) speed."""
        nearest = min(range(len(SPEEDS)), key=lambda k: abs(SPEEDS[k] - self.state.speed))
        self.set_speed(SPEEDS[min(max(nearest + by, 0), len(SPEEDS) - 1)])

    # What is looked at

    def select(self, key: Key | None) -> None:
        if key is None or key.name in ("X", "S") or (key.layer, key.reverse) == self.state.part:
            self._update(selection=key, trail=())
        else:
            self.look(selection=key, trail=())

    def look(self, position: Position | None = None, **changes: Any) -> None:
        """Change what is being looked at; playing goes on from the position, at the pace that then holds. What is
        selected in another layer or direction brings that one forth."""
        state, position = self.state, position or self.state.position
        key = changes.get("selection")
        if key is not None and key.name not in ("X", "S"):
            changes |= {"layer": key.layer, "reverse": key.reverse}
        if "layer" in changes:
            part = part_of(state.network.spec, changes["layer"], changes["reverse"])
            position = same_phase(position, self.phases, clock_phases(state.network.spec, False, part))
        self._update(**changes, position=position)
        if self.state.playing:
            self.go_to(position)

    def set_part(self, layer: int, reverse: bool) -> None:
        """Look at another layer, from 0, or direction; the same unit of it stays selected."""
        key = self.state.selection
        if key is not None and key.name not in ("X", "S"):
            key = key._replace(layer=layer, reverse=reverse)
        self.look(layer=layer, reverse=reverse, selection=key)

    def step_layer(self, by: int) -> None:
        """To the next higher (1) or lower (-1) layer."""
        layer, reverse = self.state.part
        self.set_part(min(max(layer + by, 0), self.state.network.spec.layers - 1), reverse)

    def turn(self) -> None:
        """To the other direction of the same layer."""
        layer, reverse = self.state.part
        self.set_part(layer, not reverse and self.state.network.spec.direction == "bidirectional")

    def roll(self, rolled: bool) -> None:
        """Fold the network into one with its loop, or unroll it in time."""
        if rolled != self.state.rolled:
            self._update(rolled=rolled)

    def set_curves(self, name: str) -> None:
        """What the curves below the tracks show."""
        self._update(curves=name)

    def set_notation(self, name: str) -> None:
        """The letters of the weights, everywhere."""
        if name != self.state.notation:
            self._update(notation=name)

    def set_sideways(self, sideways: bool) -> None:
        """Whether X stands at the left and S at the right of a clock's column, instead of below and above."""
        if sideways != self.state.sideways:
            self._update(sideways=sideways)

    def set_seen(self, seen: Seen) -> None:
        """What of the state is shown below the tracks."""
        if seen != self.state.seen:
            self._update(seen=seen)
