"""The right panel: what happens inside one unit at one clock, as equations with the live numbers in them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.engine.place import NUMPY
from rnnviz.figure.by_hand import names_at
from rnnviz.figure.describe import lettered, unit_name
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.equations import equations
from rnnviz.figure.inside.describe import owner
from rnnviz.figure.inside.lighting import Lit, lit_by
from rnnviz.figure.inside.words import sentence
from rnnviz.figure.matrix_form import matrix_form
from rnnviz.figure.motion import Moment
from rnnviz.figure.palette import LIGHT, Theme
from rnnviz.figure.scene import LAYERS, Scene
from rnnviz.gui.toolkit.axis_view import SCENE
from rnnviz.gui.toolkit.equation_images import EquationImages
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.lifetime import later
from rnnviz.gui.toolkit.value_field import ValueField
from rnnviz.gui.toolkit.view import ALL, View
from rnnviz.gui.views.before import Before
from rnnviz.gui.views.equation_view import EquationRow
from rnnviz.gui.views.facts_view import Facts
from rnnviz.gui.views.legend_view import Legend, Scales
from rnnviz.gui.views.paper_view import PaperView
from rnnviz.gui.views.trail_view import Trail
from rnnviz.gui.views.unfolded import Unfolded
from rnnviz.network.spec import TrainingSpec
from rnnviz.session.state import Key, State
from rnnviz.words import translate

MARGIN = 18


class InspectorView(View, QWidget):
    """Shows the selection, or a hint and the roles when there is none; always the scales and what numbers these are."""

    hovered = Signal(object)  # Key of the value that is pointed at, or None
    followed = Signal(object)  # Key of a number that the one shown was made from
    went_back = Signal(int)  # so many steps along the trail
    selected = Signal(object)  # Key: the unit above or below, asked for with the buttons

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.state: State | None = None
        self.snapshot: Snapshot | None = None
        self.scene: Scene | None = None
        self.images = EquationImages(self)
        self.rows: list[EquationRow] = []
        self._offered: list[QToolButton] = []
        self._seen: Key | None = None  # the selection shown last
        self._unfolded = Unfolded()
        self._later = later(self, self._reveal)
        self._scroll_to: int | None = None  # where the equations stood when what is shown was left
        self.title, self.subtitle = QLabel(self), QLabel(self)
        self.subtitle.setWordWrap(True)
        self.earlier = self._button("▲", self.tr("Previous unit"), -1)
        self.later = self._button("▼", self.tr("Next unit"), 1)
        self.trail = Trail(theme, self)
        self.trail.went_back.connect(self.went_back)
        self.value = ValueField(theme)
        self.value.setVisible(False)
        self._ghost: Before | None = None
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.words.setAccessibleName(self.tr("In words"))
        self.hint = QLabel(
            self.tr(
                "Click a neuron, a light or a number on the stage to see the equation behind it, with its numbers. "
                "Click a symbol of it to go where that number came from. Double-click a unit of H to open its cell."
            )
        )
        self.hint.setWordWrap(True)
        self.legend = Legend(theme)
        self.paper = PaperView()
        self.scales = Scales(theme)
        self.facts = Facts(theme)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._lay_out()
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(264)
        self.set_theme(theme)

    def _button(self, text: str, name: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.setProperty("square", True)
        button.clicked.connect(lambda: self._go(by))
        return button

    def offer(self, *actions: QAction) -> None:
        """Buttons for what can be done with what is selected."""
        for action in actions:
            button = QToolButton(self, focusPolicy=Qt.FocusPolicy.TabFocus)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setProperty("flat", True)
            button.setProperty("tiny", True)
            button.setVisible(False)
            self._buttons.addWidget(button)
            self._offered.append(button)
        self._buttons.addStretch(1)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addLayout(words, 1)
        head.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        self.content = QWidget()
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(MARGIN, 2, MARGIN, 8)
        inside.setSpacing(10)
        inside.addLayout(self._lines)
        inside.addWidget(self.hint)
        inside.addWidget(self.legend)
        inside.addStretch(1)
        self.area = QScrollArea()
        self.area.setAccessibleName(self.tr("Equations"))
        self.area.setWidget(self.content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, 14, MARGIN, 8)
        top.addLayout(head)
        whole.addLayout(top)
        said = QVBoxLayout()
        said.setContentsMargins(MARGIN, 0, MARGIN, 6)
        said.addWidget(self.trail)
        said.addWidget(self.words)
        said.addWidget(self.value)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        said.addLayout(self._buttons)
        whole.addLayout(said)
        whole.addWidget(self.area, 1)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(MARGIN, 8, MARGIN, 12)
        bottom.setSpacing(10)
        bottom.addWidget(self.paper)
        bottom.addWidget(self.scales)
        bottom.addWidget(self.facts)
        whole.addLayout(bottom)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        new = self.scene is None or bool(changed & SCENE)
        self.state, self.snapshot = state, snapshot
        if new:
            self.scene = Scene.of(state, snapshot, self.theme)
        follows = state.opened is not None or state.rolled
        if new or changed & {"selection", "opened", "trail", "rolled"} or (follows and state.focus != self._seen):
            self._show_selection()
        elif "position" in changed:
            self._say()
            self._dim()
        if new or "position" in changed:
            self.paper.show_scene(self.scene, state.position)
        if new or "training" in changed:
            self.facts.set_lines(self.facts_shown())

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.title.setFont(font(17, True))
        for label, colour, size in (
            (self.title, theme.text, 17),
            (self.subtitle, theme.muted, 12),
            (self.hint, theme.text, 13),
            (self.words, theme.text, 12),
        ):
            label.setFont(font(size, label is self.title))
            label.setStyleSheet(f"color: {colour}; background: transparent;")
        self.area.setStyleSheet("QScrollArea { background: transparent; }")
        self.content.setStyleSheet("background: transparent;")
        self.legend.set_theme(theme)
        self.scales.set_theme(theme)
        self.trail.set_theme(theme)
        self.value.set_theme(theme)
        self.facts.set_theme(theme)
        for row in self.rows:
            row.set_theme(theme)
        if self.state is not None:
            self.scene = Scene.of(self.state, self.snapshot, theme)
            self.paper.show_scene(self.scene, self.state.position)
            self._show_selection()
        # Room for three lines whatever is said, so that nothing below moves.
        self.words.setFixedHeight(3 * QFontMetrics(font(12)).lineSpacing() + 6)

    def _show_selection(self) -> None:
        key = self.state.focus
        lines = () if key is None else equations(self.scene, key)
        if key != self._seen:
            shown = [row for row in self.rows if row.isVisibleTo(self)]
            self._unfolded.leave(self._seen, key, self.state.trail, shown, self.area.verticalScrollBar().value())
        is_gate = key is not None and key.name not in LAYERS
        chosen = self.scene.gate(key.name).role if is_gate else None
        several = key is not None and key.unit >= 0 and self.scene.units(key.name) > 1
        self.earlier.setVisible(several)
        self.later.setVisible(several)
        self.hint.setVisible(key is None)
        self.legend.setVisible(key is None)
        self.legend.show_gates(self.scene)
        self.scales.show_gates(self.scene)
        for button in self._offered:
            button.setVisible(key is not None)
        self.words.setVisible(key is not None)
        self.trail.show_trail(() if key is None else self.state.trail)
        self._say()
        self.title.setText(self.tr("Inside one unit") if key is None else self._title(key))
        while len(self.rows) < len(lines):
            row = EquationRow(self.theme, self.images)
            row.hovered.connect(self._point)
            row.named.connect(self._follow_name)
            row.followed.connect(self.followed)
            row.pointed.connect(self.hovered)
            self.rows.append(row)
            self._lines.addWidget(row)
        before = self._before()
        self.value.show_number(self.scene, key, before)
        earlier = ()
        if self._ghost is not None and before is not None and key is not None:
            earlier = self._ghost.once((before, key), lambda: equations(before, key))
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(lines))
            if index < len(lines):
                marked = lines[index].role == chosen
                old = earlier[index].value if index < len(earlier) else ""
                # Of a softmax first the probabilities, which are many.
                few = len(lines) <= 2 and (index == len(lines) - 1 or not any(t.exponential for t in lines[-1].terms))
                row.set_line(lines[index], marked, marked or few, old)
                row.set_matrices(self._matrices(lines[index].name, key))
        self._dim()
        if key != self._seen:
            self._seen = key
            self._scroll_to = self._unfolded.come_back(key, self.rows[: len(lines)])
            self._later.start()  # when the rows have their new heights

    def _dim(self) -> None:
        """What the playhead has not come to is faint."""
        key, moment = self.state.focus, Moment.of(self.scene, self.state.position)
        for row in self.rows:
            if key is not None and row.line is not None:
                row.set_ahead(moment.ahead(self.scene, key._replace(name=row.line.name or key.name)))

    def _matrices(self, name: str, key: Key) -> Callable[[float], Drawing] | None:
        """What draws the equation of this gate as matrices; what is held by hand is not what they make."""
        scene = self.scene.about(key)
        if not name or key.t > scene.known or name in names_at(scene, key.t):
            return None
        return partial(matrix_form, scene, name, key.t, key.unit)

    def _say(self) -> None:
        """The step in words: that of the phase under way, or of what was clicked."""
        key, position = self.state.focus, self.state.position
        self.subtitle.setText(self.tr("Nothing is selected") if key is None else self._subtitle(key))
        if key is None:
            return
        if key.name == "H" and key.t == position.t:
            phase = self.scene.phases[min(position.phase, len(self.scene.phases) - 1)].name
            key = key._replace(name="H" if phase == "M" else phase)
        text = sentence(self.scene, key)
        if key.name == "S" and key.t > position.t and text:
            text += " " + self.tr("It is known at t = {t}.").format(t=key.t)
        if text != self.words.text():
            self.words.setText(text)

    def set_ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        """What was there before the edit under way, to be seen beside the numbers; None when it is over."""
        self._ghost = Before.of(state, snapshot)
        if self.state is not None and self.scene is not None:
            self._show_selection()

    def _before(self) -> Scene | None:
        """The scene before the edit under way."""
        if self._ghost is None or self.state is None:
            return None
        return self._ghost.scene(self.state, self.scene, self.theme)

    def light(self, key: Key | None) -> None:
        """Mark the symbols of what is pointed at elsewhere, if it belongs to what is shown here."""
        shown = None if self.state is None else self.state.focus
        lit = Lit() if key is None or shown is None else lit_by(self.scene, shown, key)
        for row in self.rows:
            own = row.line is not None and row.line.name == lit.row
            row.set_lit(lit.names | lit.own if own else lit.names)

    def _point(self, name: str) -> None:
        key = self.state.focus
        self.hovered.emit(key._replace(name=name) if name and key is not None else None)

    def _follow_name(self, name: str) -> None:
        key = self.state.focus
        if key is None:
            return
        whole = key._replace(name=name, unit=-1 if name == "x" else key.unit)
        self.followed.emit(owner(self.scene, whole))

    def _reveal(self) -> None:
        """Bring the row of what was clicked into view; on the way back what was in view."""
        if self._scroll_to is not None:
            self.area.verticalScrollBar().setValue(self._scroll_to)
            return
        for row in self.rows:
            if row.marked and row.isVisibleTo(self):
                self.area.ensureWidgetVisible(row, 0, 4)

    def _title(self, key: Key) -> str:
        layer = key.name if key.name in LAYERS else "H"
        scene = self.scene.about(key)
        return self.tr("Inside {what}").format(what=lettered(scene, layer, key.t, layer))

    def _subtitle(self, key: Key) -> str:
        scene = self.scene.about(key)
        layers = {"X": self.tr("input"), "M": self.tr("memory"), "S": self.tr("output")}
        cell = self.tr("{cell} cell").format(cell=translate("cells", scene.cell.title))
        parts = [layers.get(key.name, cell)]
        if key.name not in LAYERS:
            parts.append(translate("cells", scene.gate(key.name).title))
        if key.unit >= 0:
            name = unit_name(scene, key)
            text = self.tr("“{name}” ({unit} of {units})") if name else self.tr("unit {unit} of {units}")
            parts.append(text.format(name=name, unit=key.unit + 1, units=scene.units(key.name)))
        else:
            parts.append(self.tr("{units} units").format(units=scene.units(key.name)))
        return " · ".join(parts)

    def _go(self, by: int) -> None:
        key = self.state.focus
        self.selected.emit(key._replace(unit=(key.unit + by) % self.scene.units(key.name)))

    def facts_shown(self) -> list[str]:
        """What the numbers are of: how much was learnt, from which seed, computed with what, clipped or not."""
        state = self.state
        model = state.network if self.snapshot is None else self.snapshot.network
        spec = model.spec
        backend = NUMPY if self.snapshot is None else self.snapshot.backend
        learnt = self.tr("trained, {updates} updates") if model.updates else self.tr("untrained, {updates} updates")
        return [
            " · ".join(
                (
                    learnt.format(updates=f"{model.updates:,}".replace(",", " ")),
                    *([self.tr("edited")] if model.edited else []),
                    self.tr("seed {seed}").format(seed=spec.seed),
                )
            ),
            self.tr("{backend} · {dtype} · exact values").format(backend=backend, dtype=spec.dtype),
            self._drawn(state.training),
            *self._by_hand(),
        ]

    def _by_hand(self) -> list[str]:
        """What of the numbers is not the network's own."""
        held = () if self.state is None else tuple(self.state.held)
        clocks = sum(spot.t > 0 for spot in held)
        lines = []
        if clocks:
            lines.append(self.tr("%n number(s) held by hand, not in learning", "", clocks))
            lines.append(self.tr("no gradient flows through what is held"))
        return lines + ([self.tr("begins from a state set by hand")] if clocks < len(held) else [])

    def _drawn(self, training: TrainingSpec) -> str:
        """What was done to the gradients that are drawn, and what was not."""
        cut = None if self.snapshot is None else self.snapshot.truncated
        if cut is not None:
            return self.tr("gradients drawn: truncated after {k2} clocks").format(k2=cut[1])
        if any((training.dropout_inputs, training.dropout_layers, training.dropout_recurrent)):
            return self.tr("gradients drawn: without dropout or clipping")
        limits = [f"{limit:g}" for limit in (training.clip_value, training.clip) if limit is not None]
        if not limits or training.optimiser == "newton":
            return self.tr("gradients drawn: not clipped, not truncated")
        return self.tr("gradients drawn: before clipping at {clip}").format(clip=", ".join(limits))
