"""What is being looked at: one frozen state, playback, undo, and the file it is saved in.

Public names: `State`, `Session`, `Key` (state.py); `Position`, `phases`, `clock_phases`, `at_time`, `time_of`,
`step_phase`, `step_clock` (playback.py); `save`, `load` (files.py); `initial`, `preset`, `presets`, `fresh_state`,
`adapt` (start.py).
"""
