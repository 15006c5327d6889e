"""What both kinds of windows have in common: the export window, keys that steer the playhead, and the whole screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from rnnviz.gui.toolkit.timeline_frame import ZOOM

if TYPE_CHECKING:
    from rnnviz.gui.dialogs.export_dialog import ExportDialog


class Steering:
    """A part of both windows. It needs `controller`, `timeline` and `theme` of the whole."""

    export_dialog: "ExportDialog | None" = None

    def show_export(self) -> None:
        # The encoders take time to load and are not needed before.
        from rnnviz.gui.dialogs.export_dialog import ExportDialog

        if self.export_dialog is None:
            self.export_dialog = ExportDialog(self.controller, self.theme, self)
            self.export_dialog.destroyed.connect(self._export_closed)
        self.export_dialog.show()
        self.export_dialog.raise_()
        self.export_dialog.activateWindow()

    def _export_closed(self) -> None:
        self.export_dialog = None

    def _next_clock(self) -> None:
        self.controller.step_clock(1)

    def _previous_clock(self) -> None:
        self.controller.step_clock(-1)

    def _faster(self) -> None:
        self.controller.change_speed(1)

    def _slower(self) -> None:
        self.controller.change_speed(-1)

    def _zoom_in(self) -> None:
        self.timeline.zoom(ZOOM)

    def _zoom_out(self) -> None:
        self.timeline.zoom(1 / ZOOM)

    def _full_screen(self, on: bool) -> None:
        state = self.windowState()
        self.setWindowState(state | Qt.WindowState.WindowFullScreen if on else state & ~Qt.WindowState.WindowFullScreen)
