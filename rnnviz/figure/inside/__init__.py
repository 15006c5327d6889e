"""The interior of a cell: (scene, clock, unit, position) becomes batches of marks in the opened column of the stage.

`opened_stage` is the stage with its open cells, `widened` brings the other drawings to the same axis, `diagram` says
what an interior consists of, and `diagrams` holds one file a cell.
"""
