<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a sequence or a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that has learned nothing yet; Undo brings back the one that is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hopfield network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns as valleys of an energy, in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Boltzmann machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic units that sample a distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restricted Boltzmann machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels and hidden units that explain them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything on screen in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a film or a picture of what is on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close rnnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the &amp;sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the field of the sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, language, motion and letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the sequence from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One clock on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One clock back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;hase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One phase on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous ph&amp;ase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One phase back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the first clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the last clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the network learn until paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;1 update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the weights once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the untrained weights of this seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other untrained weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what happens inside H at this clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Two cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next cell as well, and see what is handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fold the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the clocks into one network with its loop, and unroll it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the number &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back along the numbers that were followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me the &amp;NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of this clock as a short program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and change the weights and biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another value for what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;lease all held numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the network compute again whatever is held by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer a&amp;bove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the next higher layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer belo&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the next lower layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other di&amp;rection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the row that runs the other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrower columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many columns as fit on one screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Natural width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as wide as the network likes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panels on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the equations on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the user guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key, on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About rnnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cl&amp;ose the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop learning; the weights stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreaView</name>
    <message>
        <source>{clocks} clocks share this pixel; the curve reaches from their lowest to their highest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not a finite number ({norm}): a gap in the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} = 0 exactly: marked on the floor, a logarithm has no zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} = {norm}, below this scale: marked on the floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} = {norm}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisView</name>
    <message>
        <source>{clocks} clocks share this pixel; its colour is their mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapacityDialog</name>
    <message>
        <source>Capacity experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random patterns are stored, more and more of them, and recall begins from each. With Hebb&apos;s rule it breaks down near 0.138 patterns a unit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>CD-k beside exact learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same first weights learn the stored patterns twice: by CD-k, from samples, and with the exact gradient, a sum over all states. The dashed line is the best that any machine can reach.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing counted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer on unseen sequences stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer on unseen sequences is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most often mistaken: {right} for {said}, {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right is {right}, the network said {said}: {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said →, % of each row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionWindow</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Stopped after {updates} updates: the weights of update {best}, the best on unseen sequences, are back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Show the gradient norm of the cell state c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gradient yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no loss: the right answers to this sequence are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {updates} updates the loss of this sequence is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss: not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L = {loss} of the sequence shown · truncated: every {k1} clocks, back {k2} · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L = {loss} · truncated after {k2} clocks · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated after {k2} clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L = {loss} of the sequence shown · after {updates} updates · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L = {loss} of the sequence shown · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L = {loss} of this sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L = {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {first} at t = 1 to {last} at t = {steps}; {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EquationRow</name>
    <message>
        <source>Show the matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the matrices and vectors with their numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation><numerusform>%n term</numerusform><numerusform>%n terms</numerusform></translation>
    </message>
    <message>
        <source>Each product, and its share of the sum of all without their signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation><numerusform>+ %n more</numerusform><numerusform>+ %n more</numerusform></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum without signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>That did not work: {error}. Your work is still there; it can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentDialog</name>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin, or begin again with these options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of file to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common sizes of films and slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the film goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder and name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the film; the older file is gone then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The older file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder that the file lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and leave nothing behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window (Esc); cancels what is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture shows the clock at which the playhead stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % · {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {frames} frames, {width} × {height}, {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>What the numbers are of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientArea</name>
    <message>
        <source>gradient norm ‖∂L/∂hₜ‖, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient norm of the gates, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient by source ‖∂Lₖ/∂hₜ‖, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory ‖∂hₜ/∂hₖ‖, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular values ∂hₜ/∂hₜ₋₁, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory of hₜ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbols by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where else h is alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the loss would change with h (and c) at each clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the loss would change with each gate at each clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which clock&apos;s loss the gradient at each clock comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each earlier h the h at the playhead still depends on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each clock stretches or shrinks a gradient that passes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way of h through its space, in the plane of most variance; of two units, the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence, each symbol in the colour of one unit&apos;s value or gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks at which the units stand most as they do at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each unit of each gate is low or high, where no gradient passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is drawn here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn here: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>Health of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation><numerusform>(and %n more)</numerusform><numerusform>(and %n more)</numerusform></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrent weights U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One such update can undo what was learnt. A clip norm bounds it; a lower learning rate helps as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights hardly learn what this clock has to do with later errors. LSTM and GRU, or a shorter sequence, help; where nothing of this clock is needed, all is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient passes a unit that is always 0, so it cannot learn. Another seed or a lower learning rate helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the slope is flat hardly any gradient passes. In a network with a small loss that is as it should be: its gates are open or shut. If the loss stays high, another seed or a lower learning rate helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such weights are lost. Undo or Reset, then learn with a lower learning rate or a clip norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low: below 0.05, of a tanh below −0.95; high: above 0.95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about 1e-03 is a usual pace for weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not clipped by norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped to the norm {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each gate is saturated, and how far the last update moved the weights; click</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldChip</name>
    <message numerus="yes">
        <source>%n number(s) held by hand</source>
        <translation><numerusform>%n number held by hand</numerusform><numerusform>%n numbers held by hand</numerusform></translation>
    </message>
    <message>
        <source>Only in what is shown here: learning goes on without them, from a state of 0 before the first clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
    <message>
        <source>Release all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>rnnviz: user guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the user guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>Previous unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a neuron, a light or a number on the stage to see the equation behind it, with its numbers. Click a symbol of it to go where that number came from. Double-click a unit of H to open its cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside one unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is known at t = {t}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell} cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit} of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ({unit} of {units})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained, {updates} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained, {updates} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{backend} · {dtype} · exact values</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) held by hand, not in learning</source>
        <translation><numerusform>%n number held by hand, not in learning</numerusform><numerusform>%n numbers held by hand, not in learning</numerusform></translation>
    </message>
    <message>
        <source>no gradient flows through what is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins from a state set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients drawn: truncated after {k2} clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients drawn: without dropout or clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients drawn: not clipped, not truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients drawn: before clipping at {clip}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>This work is unsaved and could not be kept: save it elsewhere, or close again to lose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work could not be kept for the next start; save it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastSession</name>
    <message>
        <source>An unsaved session cannot be opened. {problem} It stays there as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pattern(s)</source>
        <translation><numerusform>%n pattern</numerusform><numerusform>%n patterns</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation><numerusform>%n update</numerusform><numerusform>%n updates</numerusform></translation>
    </message>
    <message>
        <source>Your last session ({what}) was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier session ({what}) was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more as well.</source>
        <translation><numerusform>%n more as well.</numerusform><numerusform>%n more as well.</numerusform></translation>
    </message>
</context>
<context>
    <name>LayerBar</name>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer and direction that are looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that runs left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that runs right to left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory: {layer} of the clock before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory: → {layer} before, ← {layer} after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>What is shown of learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of learning; validation and test are sequences never learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and accuracy while learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss: training, unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy: training, unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix in a window of its own, with every number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and accuracy per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing learnt yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(at update {update})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, 0 to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Space plays it; F1 opens the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rnnviz {version}, under the MIT licence: recurrent networks that can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixFormView</name>
    <message>
        <source>The equation as matrices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open e&amp;xample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patter&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do without, for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeterView</name>
    <message>
        <source>On the way of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clocks} clocks share this pixel; it shows one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gradient yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with respect to each gate&apos;s sum, before its sigmoid or tanh · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before sigmoid or tanh · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before sigmoid or tanh · truncated after {k2} clocks · before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row k: from the loss at clock k alone; framed: k = {t}, the playhead&apos;s · not truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row k: from the loss at clock k; framed: k = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row k: loss at clock k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much h at t = {t} still changes with each h read before it; dashed: 1, all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h at t = {t} by each h before it; dashed: 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed: t = {first} to {last}, around the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed: t = {first} to {last}, without the ways that leave them and come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of h at t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above 1 (dashed) a gradient can grow at this clock, below it shrinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above 1 (dashed) it can grow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreTraining</name>
    <message>
        <source>More options of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule, gradient, training set, regularisation, early stopping, backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton&apos;s step is bounded by its damping; nothing is clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has one layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>More options of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights, options of the cell, scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{inputs} · {outputs}, {output}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation><numerusform>%n input</numerusform><numerusform>%n inputs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation><numerusform>%n output</numerusform><numerusform>%n outputs</numerusform></translation>
    </message>
</context>
<context>
    <name>NumpyWindow</name>
    <message>
        <source>These numbers with NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it with Python and NumPy alone: it prints the numbers of the clock that the inspector shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers on screen are changing; the program follows as soon as they rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no numbers yet: the network has not seen this sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>SEQUENCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line that the answers draw up to the playhead, and dashed the one that is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n move(s) drawn</source>
        <translation><numerusform>%n move drawn</numerusform><numerusform>%n moves drawn</numerusform></translation>
    </message>
</context>
<context>
    <name>PatternActions</name>
    <message>
        <source>&amp;Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this pattern in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this stored pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn every pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as &amp;ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units in a ring, with their weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights as a &amp;matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight at once, a row and a column for each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp at &amp;1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the selected unit at 1; the others are sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp at &amp;0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the selected unit at 0; the others are sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selected unit be sampled again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp &amp;pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep every pixel as it is drawn; hidden units are sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let every unit be sampled again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capa&amp;city experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall against the number of patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-&amp;k beside exact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn with both gradients and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lamp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternEditor</name>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the mouse, or with arrow keys and Space; dots are the pixels that corruption turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor on row {row}, column {column}: {shade}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternFiles</name>
    <message>
        <source>Sessions ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternPanels</name>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pattern is called when it is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the pixels that is turned before the first clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many random patterns can be stored and recalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-k beside exact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn twice from the same first weights, with both gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a unit with ↑ ↓ on the stage: 1 and 0 keep it at that value, F frees it; or right-click one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEMPERATURE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLAMPED UNITS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant temperature is not cooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact gradient needs no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{turned} of {pixels} pixels turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronous updates take all units at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} units, {patterns} stored: load {load}; Hebb&apos;s rule holds up to {critical}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels} visible units, {patterns} patterns to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: right-click a unit, or 1 and 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {units} keep their value; F frees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation><numerusform>%n update</numerusform><numerusform>%n updates</numerusform></translation>
    </message>
    <message>
        <source>log-likelihood {value} (best {best})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternStageView</name>
    <message>
        <source>Stage: the units, their weights and the patterns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternTracksView</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The units, the energy and the overlaps over time; drag to move the playhead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternWindow</name>
    <message>
        <source>Open e&amp;xample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseChip</name>
    <message>
        <source>Phase {letter}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: {title}. Go to the end of this phase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window and of new films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every language whose translation is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing jumps from phase to phase; nothing glides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textbooks disagree; files and programs keep PyTorch&apos;s names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction of the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X below, S above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X left, S right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a clock&apos;s network stands in its column; time runs to the right in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer the last session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not saved, by closing or by a crash, can be opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when rnnviz opens the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Sessions ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scales</name>
    <message>
        <source>Legend of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width of a line says how large its weight is, its colour which sign it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SequencePanel</name>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits 1 0 0 1, numbers 0.5 -1 2, vectors 1,1; 2,2 or text (Ctrl+L). Enter: back to the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n step</numerusform><numerusform>%n steps</numerusform></translation>
    </message>
    <message>
        <source>{file} · {steps} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} · {kind} · type, paste or drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long to show here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{task}”
(new untrained network)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task} can read this: begin with a new untrained network (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences and sessions ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, and it has learned nothing yet: {cell}, {task}. Train lets it learn; Undo goes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Stage: the network unrolled in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete: compute it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag up or down to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click opens the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell} with {hidden} hidden units, clock {t} of {steps}, input {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded into one network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cell is open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateControls</name>
    <message>
        <source>Choose what is drawn here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn here: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit} / {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coloured by time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coloured by symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>The state over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known of this clock yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most like {clock}: {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gate}: {low} low, {high} high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance {distance} from {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂{letter} of unit {unit} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gate}, unit {units}: at {low} of the clocks low, at {high} high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of {file} holds a number in every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n row(s)</source>
        <translation><numerusform>{file}: %n row</numerusform><numerusform>{file}: %n rows</numerusform></translation>
    </message>
    <message>
        <source>first value: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line} is empty here; give a number in every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line} holds “{value}”; give a number in every row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How difficult the task is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File and columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always giving the same answer, the best one there is: loss {loss}, accuracy {accuracy} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perfect: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a mistake that could be avoided: loss {loss}, accuracy {accuracy} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineFrame</name>
    <message>
        <source>Scroll along the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>What is on the stage; choose another trained example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the stage: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task} · {cell}, {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation><numerusform>%n unit</numerusform><numerusform>%n units</numerusform></translation>
    </message>
</context>
<context>
    <name>TracksView</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat maps of every gate, the cell and the hidden units over time; drag to move the playhead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>The numbers that were followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to a number that was followed; Backspace goes back by one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton&apos;s step is bounded by its damping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation><numerusform>%n update</numerusform><numerusform>%n updates</numerusform></translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the batch {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {accuracy} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known by heart {accuracy} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} updates/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate now {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full batch: {count} sequences, drawn once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty {cost}, not in the loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The clock under the playhead, of all clocks of the sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playing: {slower} slower, {faster} faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is copied to the next memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layers below, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layers above, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t} / {steps}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a value (F2); Enter keeps it, Esc takes it back, ↑ and ↓ step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of c before the first clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another symbol at this clock (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the network compute this number again (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbol of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {old}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightWindow</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a cell up or down, or type a number. Arrows: next cell · Ctrl+↑ Ctrl+↓: change by 0.1, with Shift by 0.01 · Enter: keep · Esc: take back, or close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(was {old})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is shared: this one number is used at {used} of {steps} clocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is shared: this one number is used at all {steps} clocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is 0 at t = {t}: this weight adds nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alarms</name>
    <message>
        <source>Layer {layer} · {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward row · {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse row · {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, forward · {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, reverse · {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number: {name} at t = {t} is no longer finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number: the gradient of {name} at t = {t} is no longer finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding gradient: ‖∂L/∂h‖ at t = {t} is {ratio:.3g} times the largest error that comes back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error after it; clocks: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error before it; clocks: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead units: {count} of {units} rectified units are 0 at every clock, the first is unit {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturated: {percent:.0f} % of the values of {name} are where its slope is nearly flat.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>exit codes: 0 all that is essential works, 1 something essential is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something essential is missing: see the lines that begin with --.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything essential works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {version} with {threads} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not answer within {seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by signal {number}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt platform {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written and read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}; large networks learn on it, all others with NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine runs on NumPy. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of OUT says the format; a name without one is a folder of numbered pictures. A .png is one picture, of
the end of clock --to. Nothing is left behind when the export fails or is interrupted. A file that is there already is
only replaced with --force, and a folder that holds something never.

examples:
  rnnviz export parity.gif --preset parity --sequence &quot;1 0 1 1&quot;
  rnnviz export parity.mp4 --size 1920x1080 --fps 60 --speed 0.5 --theme dark
  rnnviz export clock3.png --to 3 --no-tracks
  rnnviz export inside.mp4 --inside 2
  rnnviz export way.png --shows trajectory --colour symbol
  rnnviz export text.png --shows symbols --quantity f --unit 2
  rnnviz export frames --format png-sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file, or folder, to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what “rnnviz list formats” names; otherwise the end of OUT decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width and height in pixels (1280x720)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the cell and show this unit, from 1; 0 shows all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters of the weights in an open cell: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X at the left and S at the right of each clock&apos;s column, not below and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the symbols are coloured by: h or a gate&apos;s letter (h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by its gradient instead of its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose value or gradient, from 1; also the one by which clocks are alike (all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the trajectory: time or symbol (time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names are listed by “rnnviz list experiments”. The same seed gives the same numbers, but
for those in seconds.

examples:
  rnnviz experiment singular-value
  rnnviz experiment orthogonal --picture orthogonal.png --theme dark
  rnnviz experiment clipping --quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which one, see “rnnviz list experiments”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also draw it: a .png file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace FILE if it is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark (light)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a smaller version, in about a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all that is drawn by chance (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {frames} frames of {width} × {height}, {seconds:.2f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples:
  rnnviz list presets
  rnnviz list formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patterns: {kind}, {units} units, {patterns} patterns, {updates} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task}: {cell}, {hidden} units, {updates} updates, shows “{sequence}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a film or a picture, without a screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write every named array of a run as .npz or .csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train a network and save it as a session (.rnnviz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure a classic result about gradients again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say which presets, cells, tasks, formats or experiments there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what works here, what is missing, and the line that installs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands (rnnviz COMMAND --help says more):
{commands}

examples:
  rnnviz                                  open the window
  rnnviz lesson.rnnviz                    open a session that was saved
  rnnviz export parity.gif --preset parity --sequence &quot;1 0 1 1&quot;
  rnnviz trace - --preset worked-example
  rnnviz train mine.rnnviz --task parity --cell gru --updates 3000

exit codes: 0 done, 1 failed or bad input, 2 wrong usage, 130 interrupted
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this; try a shorter sequence or fewer units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See recurrent networks: unrolled in time, gate by gate, while they learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say which version this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that is there already is only replaced with --force.

columns: t, symbol, x[0]... the input, s[...] the output, h[...] hidden, the gates by their letter, c[...] the cell,
M[...] the memory (h of the clock before; none in feed-forward networks), grad_h[...] the gradient of the loss with
respect to h, and so on, truncated where the training truncates it; of a network of patterns s[...] the units, E the
energy, m[...] the overlaps, T the temperature

examples:
  rnnviz trace - --preset worked-example
  rnnviz trace parity.csv --preset parity --sequence &quot;1 0 1 1&quot;
  rnnviz trace run.npz --open lesson.rnnviz --input test.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a .npz or .csv file; - prints CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same flags and seed give the same session. One that is there already is only replaced with --force.

examples:
  rnnviz train mine.rnnviz --task parity --cell gru --hidden 4 --updates 3000
  rnnviz train sums.rnnviz --task adding --set length=50 --cell gru --hidden 16
  rnnviz train words.rnnviz --task next-character --sequence &quot;hello hello hello&quot; --hidden 32
  rnnviz mine.rnnviz                      # and look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session to make (.rnnviz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to learn, see “rnnviz list tasks” (parity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many updates (2000)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an option of the task, as often as wanted: --set length=100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the session shows, and for text what is learned (the task&apos;s own example)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options that only some of these have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {bytes} bytes of memory for each clock of each sequence in a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: stopped after {updates} updates, with the weights of update {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {updates} updates, {how} on unseen sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: computed by {backend} in {dtype}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss:.4g}, accuracy {accuracy:.1%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session (.rnnviz) or a sequence (.txt, .csv, .tsv, .npy) to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network that comes with rnnviz, see “rnnviz list presets” (the one of the window)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session that was saved (.rnnviz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it reads, as typed in the window: “1 0 1 1”, “0.5 -1 2”, “1,1; 2,2”, “hello”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same from a file (.txt, .csv, .tsv, .npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what computes: {names} (what the session was trained with)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace OUT if it is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speak this language, whatever the preferences say: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>usage: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cells</name>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one to many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many to many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory of h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbols by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where else h is alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfold at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fold at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfold, then fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform ±1/√H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal N(0, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun N(0, 1/n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier (Glorot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity (IRNN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full BPTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated BPTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTRL (forward)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CuPy (GPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the loss needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudo-inverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bipolar −1, 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary 0, 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asynchronous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synchronous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>{title} failed after {updates} updates ({reason}); NumPy goes on from the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A network of patterns has no cells to open; leave out --inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unit {unit}; give one from 1 to {hidden}, or 0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of patterns has no state over time; leave out --shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell has no “{name}”; give one of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unit {unit}; give one from 1 to {hidden}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size “{value}” is not width and height; give it like 1280x720.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QT_QPA_PLATFORM is “{name}”, which this Qt does not have; it has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt misses {libraries}; install what it needs with: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set); films and traces need none: see “rnnviz export --help”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display “{display}” does not answer; is DISPLAY right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” does not end with {suffix}; a session does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” sets no option of the task {task}; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” updates is not possible; give a whole number from 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{file}”, and no such command; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt cannot be loaded here ({reason}); install what is missing with: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no activation “{name}”; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss was no longer finite after update {update}: give a rate below {rate:g}, or clip the gradient at 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task has {given} inputs and outputs, the network {wanted}; they must be the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{updates} updates: give 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not do that: {error}. The last good state stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence has {given} inputs and outputs a clock, the network {wanted}; give the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a format for this; choose {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not end with {suffix}, as the format “{name}” does; name it so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films need PyAV, which does not load here ({reason}); install it with “pip install av”, or choose {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PyAV has no encoder {encoder}; install the complete one with “pip install --force-reinstall --only-binary av av”, or choose {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film was not written whole: {found} of {count} frames can be read back; is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film from clock {first} to {last} is not possible; give clocks within 1 to {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written; free some space there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your disk quota is used up: {path} was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} would be larger than a file may be there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written to; choose a folder that is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is read-only; choose a folder that is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}; make it first or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a file, not a folder; choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; give the name of a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {path} is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is already there; give a name that no picture begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not an empty folder; give a new or an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film could not be written: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a whole number; give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number; give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is out of range; give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder; give a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has {size} MB; at most {most} MB are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to read “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not of a kind that can be read; {suffixes} files can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not UTF-8 text: byte {byte} in line {line} (0x{value}); save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds no row of numbers, only a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: line {line} has length {count}, line {first} has {width}; all need the same length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: line {line}, column {column} is “{value}”; give a number from -1e9 to 1e9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds {steps} steps of {width} numbers, which are not {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds values of type {dtype}; give whole or real numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has the shape {shape}; give (T,) or (T, D), with T and D 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has the shape {shape}; at most {steps} steps of {width} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is cut off: its header promises {wanted} bytes, {given} are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds {value} at index {place}; give numbers from -1e9 to 1e9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a NumPy array file of version 1 or 2, or its header is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence is empty; give bits 1 0 1, numbers, vectors 1,1; 2,2 or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence has {steps} steps; at most {most} are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vectors have {width} values each; at most {most} are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {count} characters; at most {most} are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit {place} is “{value}”; a bit is 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector {place} has length {count} and vector 1 has length {width}; all need the same length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} of vector {vector}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value {place} is missing; give a number between the commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value {place} is “{value}”, not a number; give numbers like 0.5 or 1e-3, or text in quotes “&quot;”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value {place}, “{value}”, is too large; give -1e9 to 1e9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not an array of numbers: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} holds {value} at {place}; only finite numbers are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} has the shape {given}; this network needs {letters} = {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input has the shape {given}; this network needs (T, B, {inputs}) with at least one clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target holds class {value}; this network has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask needs numbers from 0 on, and one at least that is not 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no state “{name}” in this network; it has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no loss “{name}”; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss “{name}” needs the output “{needs}”; this network has “{readout}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter “{name}” in this network; it has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter “{name}” is missing; its shape is {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter “{name}” has the shape {given}; this network needs {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter “{name}” holds something that is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no array “{name}” here; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, reverse {reverse}: this network has layers 0 to {last} and is {direction}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of “{name}” was not recorded at each clock; record “all”, or “norms” for its length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: “{value}” is not a whole number; give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: “{value}” is not a number; give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: “{value}” is not known; choose {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {value} is out of range; give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} “{name}”; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence and table are {size} MB of text; shorten them to less than 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {task}, network {network} inputs → outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates {updates}, accuracy {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t {t}, phase {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a session of rnnviz that does not hold together: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is not what it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says of itself cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a whole session of rnnviz: it was cut short or comes from another program; open a .rnnviz file that was saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has the format version {version}; this rnnviz reads version {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was saved when the task “{task}” had {before} inputs; now it has {now}, and which of them the network knows is not in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was saved when input {place} of the task “{task}” stood for “{before}”; now it is “{now}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} has no option &apos;{option}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values of the sequence are not {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sequence holds {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameter {name} is {dtype}, its network {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameter {name} has the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates {updates}, t {t}, layout {layout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a session of patterns that does not hold together: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a whole session of patterns; open a .rnnviz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern “{name}” is not {rows} rows of {columns} # and .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is missing or not float64 {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}”; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” has no next character to learn; give at least 2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {count} different characters; at most {most} are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shipped text has {width} characters, so its network has {width} inputs and {width} outputs, not {inputs} and {outputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or open the text to learn, and take it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {place} is “{symbol}”; this network reads {alphabet}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No length from {shortest} to {longest} is left to learn from: length 8 is held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity has 1 or 2 inputs and 1 or 2 outputs, not {inputs} inputs and {outputs} outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest period, {longest}, is below the shortest, {shortest}; give at least that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1 is “{label}”, {width} wide; this network reads vectors of {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task “{task}” has {wanted} inputs and outputs, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task “{task}” reads {kinds}; this sequence holds {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not of a kind that can be opened; {suffixes} files can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{biases} biases and {visible} visible units for {units} units; give one bias a unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clock cannot be a “{clock}”; choose unit or sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every unit is clamped; leave at least one free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A load of {load} is no pattern for {units} units; give at least {least}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the shape {shape}: give a square of 1 to {most} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight {i},{j} is {one} and weight {j},{i} is {other}; they must be equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight {i},{i} is {value}; no unit is connected to itself, give 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight is not a finite number; give finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern of the shape {shape} for {units} units; give {units} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {values} unit cannot be {value:g}; give {low:g} or {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clocks} clocks: give 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states of {units} units are too many to add up; use at most {most} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamped units of the shape {shape}; give one yes or no for each of {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A corrupted share of {share}: give 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units cannot be “{values}”; choose bipolar or binary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds of the shape {shape} for {units} units; give one a unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule “{rule}”; choose {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns of the shape {shape}; give at least one, of 1 to {most} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cue of the shape {shape}; give one state of {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no update “{update}”; choose {updates}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights {weights}, biases {visible} and {hidden}; give (V, H), (V,) and (H,).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-{k}: give k from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is already there; give another name, or --force to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of patterns reads no sequence; leave --sequence and --input out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of patterns is always computed by NumPy; leave --backend out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient “{name}” needs a network that runs forward in time; this one is {direction}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gradient “{name}”; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient cannot be clipped at {limit}; give a number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that reads its own last answer ({what}) cannot be bidirectional: from the end there is no last answer yet; choose forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the scenario “{scenario}” the answer is read as the next input, so there must be as many outputs as inputs; this network has {inputs} inputs and {outputs} outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k1 = {k1} is more than k2 = {k2}: some losses would be lost; give k2 ≥ k1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “{name}” with the optimiser {optimiser} and the schedule {schedule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {place} is “{label}”; give a value from 0 to 1 and a mark, 0 or 1: 0.3,1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {place} is “{symbol}”; after “?” only “.” is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {place} is “{symbol}”; here only {wanted} can stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} sequences would differ; give letters and items that make {fewest} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delay is {delay}; give less than the sequence length, {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few different sequences to keep some apart; make them longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter {place} is “{letter}”; here the grammar allows {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest word, {longest}, is shorter than the shortest, {shortest}; give that or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} words would differ; give letters and lengths that make {fewest} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {place} is the third signal, “{symbol}”; give two X or Y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A restricted Boltzmann machine needs hidden units; give at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clocks} sweeps over {units} units take too long; give at most {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamped units {clamps}: give each once, in order, from 0 to {last}, with 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} patterns: there is room for {most}; remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern “{name}” has {rows} × {columns} pixels; {wanted_rows} × {wanted} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sequence {sequence} in this batch; give 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} Jacobians of {states} × {states} need {needed:.1f} GB; at most 2 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} clocks are too many for a number for each two; at most {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The products of {steps} Jacobians of {states} × {states} would take too long; at most {most} clocks with so many units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton needs the whole Hessian and takes at most {most} parameters; this network has {count}: take fewer hidden units, or another optimiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no column “{name}”; it has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: line {line}, column “{name}” is “{value}”; give a number, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty; give a row of names and rows of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has {rows} rows of {columns} columns; give 1 to {most} rows of at most {widest} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has two columns “{column}”; give each its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: the quotation marks before the end of line {line} do not close; give &quot;&quot; for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {place} is “{word}”; give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has {count} characters; at most {most} are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column to read is chosen; choose one or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column to predict is chosen; choose one or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: rows to learn from: {learned}, held out: {held}; window and rows ahead take {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1 is “{label}”, {width} wide; this network reads {inputs}: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} words that the network knows do not make the sentences that there are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {place} is “{word}”; of the {count} words that are known, give one like {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” does not end with .png; the plots are a PNG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no seed; give a whole number from 0 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern is stored already, as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no pattern to learn; draw one and store it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number for a weight; give one such as 0.5, -2 or 1e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number; give one such as 0.5, -2 or 1e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of {value:g} is out of bounds; give one between {low:g} and {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language “{name}”; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be held at {name}, clock {t}, unit {unit}: there is no such number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be {value:g}; give a number between {low:g} and {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no clocks {first} to {last} here; give 0 &lt;= first &lt; last &lt;= {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit is selected; click one, or choose one with the keys ↑ and ↓.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{symbol}” is none of the symbols here; give one of {symbols}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This input is no number of its own; change the sequence instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input of {value:g} is out of bounds; give one between {low:g} and {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU did not answer within {seconds:g} seconds: choose the backend numpy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend cupy needs CuPy, which is not installed: on a machine with an NVIDIA GPU, pip install &apos;rnnviz[gpu]&apos;; everywhere else choose numpy or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend cupy finds no NVIDIA GPU that works here ({reason}): look at the driver, or choose numpy or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} clocks of {batch} sequences with {hidden} hidden units need {needed:.1f} GB of memory; at most {most:.1f} GB. There would be room for {longest} clocks, or {widest} hidden units, or {sequences} sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{record}” cannot be recorded of gradients; there is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder of this delayed network reads to t = {count}, so that it cannot answer in a sequence of {steps}; give a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>experiments</name>
    <message>
        <source>Clipping on and off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without clipping a network with a stretching U diverges at rates at which it stays finite with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped at norm 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median loss of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate 0.1, one seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the batches, 1000 at the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias 1 against 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM that begins with open forget gates reaches further back, and learns long tasks sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median updates until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median loss at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained: how far back the last loss reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∂L/∂cₜ‖, relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orthogonal, largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orthogonal, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N(0, 1/H), largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N(0, 1/H), median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal against Gaussian first weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through an orthogonal U every direction keeps its length; through a Gaussian one most are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks between, t − k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular values of ∂hₜ/∂hₖ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units, U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest, over all clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median, over all clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What RTRL costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTRL needs O(H^4) multiplications a clock and O(H^3) numbers, BPTT O(H^2) and all clocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden units H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplications a clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds a clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTRL, multiplications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTRL, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BPTT, multiplications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BPTT, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast each layer of a deep network learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a deep sigmoid network the first layers learn orders of magnitude slower than the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of ∂L/∂b, geometric mean over the seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer, from the input up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing and exploding against the largest singular value of U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below 1 the gradient must vanish; to explode, the largest singular value must be above 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∂hₜ/∂hₖ‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest singular value of U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear, over all clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh, over all clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient that grows 25 times a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of 100 at z = 0 multiply the gradient by 25 a layer; weights below 4 always shrink it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth a layer, |∂L/∂b| over that of the layer above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every sum 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest with random biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrastive divergence beside the exact gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-1 learns, but stops short of the likelihood that the exact gradient reaches; CD-10 comes nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 × 3 bars and stripes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudo-inverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a Hopfield network can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Hebb&apos;s rule recall breaks down near 0.138 patterns a unit; other rules hold more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.138 P / N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall from the pattern itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patterns a unit, P / N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlap m after recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P / N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m, Hebb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m, Storkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m, pseudo-inverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed points, Hebb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How time and memory grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of a training step is proportional to the length T of the sequence, and so is its memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fit, for each clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: a + b T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: the estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes a clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the estimate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>{name} needs even sizes: the film is {width} × {height}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} shows at most {fps} frames a second: the film has {fps}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>figure</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {letter}, unit “{name}” = {value}, symbol “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden {letter} of unit {unit} = {value} (1 of {units} units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory {letter} = {before} of unit {unit} = {value} (1 of {units} units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {letter}, unit “{name}” = {value}, answer “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} gate {letter} of unit {unit} = {value} (1 of {units} units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {letter} of unit {unit} = {value} (1 of {units} units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {letter}: {units} units from {low} to {high}, symbol “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden {letter}: {units} units from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory {letter} = {before}: {units} units from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {letter}: {units} units from {low} to {high}, answer “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} gate {letter}: {units} units from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {letter}: {units} units from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; none of them stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; held by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the colours end at −{limit} and {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by hand · computed: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this clock the symbol “{label}” is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the symbol “{label}” gives unit “{name}” this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read from {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is read at this clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state before the first clock, set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state before the last clock, set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right to left, the memory of the last clock is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first clock the memory is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied from {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of what is added up for {letter} of unit {unit}, without signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained, {updates} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hidden} hidden units · {learnt} · seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored patterns and overlaps m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns, overlaps m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns, and how often each was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{p} as a line, seen so far as a bar; full width: {top} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {p}, bar seen; full width: {top} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns: {p} as a line, seen so far as a bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns: line {p}, bar seen so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {p}, bar seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a pattern, store it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State; dot: not yet as at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlaps m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free energy {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of each hidden unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights, wᵢⱼ = wⱼᵢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights into {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel {row},{column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden units sampled from the pixels, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels sampled from the hidden units, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all units at once, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every unit once, one after the other, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every free unit once, one after the other, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drawn pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start: {name}, {turned} of {pixels} pixels turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: field {field}, it becomes {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: field {field}, it stays {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: field {field}, 1 with p = {p}; it becomes {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: field {field}, 1 with p = {p}; it stays {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now: the pattern “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now: none of the patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not come to an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in the stored pattern “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in the negative of “{name}”: every pixel turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in a mixture, {mix}: a spurious attractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in a spurious attractor, {distance} pixels from “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in two states that follow each other for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in the start: nothing is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: p(v) = {p} %, seen in {seen} % of the clocks. Click to begin from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: overlap m = {overlap}. Click to begin from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight between {one} and {other}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at t = {t}: s = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at t = {t}: s = {value}, clamped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not yet as at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unit (Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit (Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units as columns of cells, or one unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the overview (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} over {units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} for unit {unit} (1 of {units} units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit} of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside {what} · {cell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load P / N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.138 (Amit et al. 1985)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlap m after recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patterns that are fixed points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-likelihood of the patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine between both gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hopfield network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boltzmann machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted Boltzmann machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} units · {patterns} patterns by {rule} · seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels} visible, {hidden} hidden units · {learnt} · seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(1) given the hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known of this sequence yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂{gate}, before its function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no unit of this network can saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines {first}–{last} of {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PC 1 · {share} of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {c} fixed at its true value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {c} fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curve: {h} for every state before it, with this clock&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curve: every {h}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrows: where h goes at clock {t}, {share} of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrows: {share} of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell}, clock {t} of {steps}, {which}, after {updates} updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from the trace: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W for x, U for h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U for x, W for h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}, {name} ({rows} × {columns}), from {source} to {target}: one set of weights for all {steps} clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}, {name} ({rows} × {columns}), from {source} unit {start} to {target} unit {end} = {value}: the same at all {steps} clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory of hₜ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbols by {what}, unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where else h is alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where else h is alike in unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn so far; dashed: what is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn; dashed: wanted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>CSV table: every number of a run, for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF: plays everywhere, 256 colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 film (H.264): plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPZ arrays: every named array of a run, for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture: one moment, exact colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG sequence: one numbered picture a frame, in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebM film (VP9): free, for the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animated WebP: exact colours, small, for the web</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gradients</name>
    <message>
        <source>full BPTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTRL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated BPTT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inputs</name>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the sequence when left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network, or a view of its state over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the heat maps of gates, cell and hidden layer below the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network folded into one, with its loop: never, at an end of the film, always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF and WebP begin again at their end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds for which the last picture stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units the hidden layer H has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a unit without gates does with its sum; LSTM and GRU always use tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the untrained weights are drawn, gate by gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the first bias of an LSTM&apos;s forget gate; 1 keeps it open at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peepholes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gates of an LSTM see the cell c, each unit its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At which clocks there is an input and an answer; without an input, the last answer is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks a delayed network reads before it answers; none: half of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far an update goes; for AdaDelta and Newton begin at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sequences an update learns from; none: the full training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gradient is computed: through the whole sequence, truncated, or carried forward in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every k1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated BPTT goes back once every so many clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back k2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated BPTT goes back through so many clocks, at least k1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every single number of the gradient is cut off here, before the norm is clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the inputs that are silent in a sequence, at every clock; others in each sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout of H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of H that the layer above does not read, at every clock; others in each sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the memory that is silent in a sequence, at every clock; others in each sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when the held-out loss has not fallen for so many updates; keep the best weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes: NumPy, or CuPy on an NVIDIA GPU; auto takes CuPy for large networks where it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays of each clock of a batch: every gradient, or what the loss needs, in less memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes with the updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the reset gate of a GRU acts after the product, as in PyTorch, or on h before (Cho et al. 2014)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sequences there are to learn from; none: fresh ones at every update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of |w| costs so much; drives weights to exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the sum of w² costs so much; keeps weights small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout of X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout of M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance η of the noise added to the gradient; it falls with the updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same first weights and the same batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD-k from k steps of sampling; exact from a sum over all states (12 units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of sampling for one gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples each pattern starts; more are less noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is scaled down when its norm over all parameters is larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many characters are read at a time while learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is learned; a text of your own is one that you type or open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2: one unit for 0 and one for 1; 1: one unit that holds the bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2: one unit for even and one for odd; 1: the probability of odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min. length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks the shortest sequence has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max. length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks the longest sequence has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks a sequence has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is right when it is off by less than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min. period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks the fastest wave takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max. period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks the slowest wave takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise that is added to what is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forecast is right when it is off by less than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotter, the more units go against their field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annealing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the temperature goes from its first to its last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooled to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temperature of the last clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: ( ), 2: also [ ], 3: also { }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many brackets can be open at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different letters there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters are to be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks the silence before the question lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the dates are written: 02/11/24, 02 nov 24, or either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clocks after a bit it is to be said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second letter returns at the end, a whole word later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer words of the grammar are not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sines are added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many years are read at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forecast is right when it is off by fewer spots than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sequence has three bits for each of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that makes weights of the stored patterns, in one shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bipolar units are -1 or 1, binary ones 0 or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asynchronous: one unit after the other; synchronous: all units at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that no pattern sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One clock is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit, or a sweep over all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the pixels that is turned before the first clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same corruption, order, samples and first weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the old means of squared gradients and steps stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the old mean of gradients stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the old mean of squared gradients stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every parameter towards 0, biases as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the divisor, so that it is never 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step goes into this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the damping begins; it adapts: the larger, the shorter the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many updates the rate takes to fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate that is left in the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many updates lie between two steps of the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rate is multiplied by at each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many moves of the pen a figure is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A move is right when it ends closer than this to where it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows are read at a time while learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows later the target stands; 0: in the same row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the rows, the last ones, that is kept apart for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard score: mean 0 and standard deviation 1; 0 to 1: from the least to the largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is right when it is off by less than this, after normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climbs over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many updates the rate takes to climb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters the shortest word has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters the longest word has</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>patterns</name>
    <message>
        <source>house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter H</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Parity of ones, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three units and their gates keep one bit: was the number of ones odd or even?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity of ones, GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bit is kept by two gates instead of three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity of ones, Elman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gates at all: the copy of H in M is enough to keep one bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity of ones, Jordan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that it remembers is its own last answer, and for parity that is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity of ones, feed-forward: it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a memory M every 1 looks alike: this network can only guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight is 1, so that each number can be found on paper: 4, 12, 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding problem, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two marked numbers are carried to the end and added; watch the cell c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy memory, GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four letters are kept over a silence and said in order when asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next character, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has read a short text and guesses the letter that follows: after q comes u.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded Reber grammar, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second letter, T or P, must be remembered until the last but one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching brackets, three layers of LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deep network follows open brackets; each layer reads the H of the one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot filling in English, GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrive Boston or leave Boston: the same word, another slot, because of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot filling in Portuguese, GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chegar Recife or sair Recife: the same word, another slot, because of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot filling, both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second row of H reads from the end, so that each word is labelled from both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment in English, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boring at first but great in the end: the words are mixed, their order decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment in Portuguese, GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chato no começo mas ótimo no fim: the words are mixed, their order decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date formats, GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date is read to its end, and then said again with the year first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One word is read, then nothing: the rest is a stroke of the pen, move by move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine forecast, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two values tell the phase and a few more the period: then it knows what comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunspots, LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next year&apos;s number from all years before, counted since 1700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hopfield network, four figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A corrupted figure rolls down the energy until it is whole again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hopfield network, letters that look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebb&apos;s rule mixes these letters up; the pseudo-inverse keeps them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hopfield network, a false memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It settles in a mixture of three patterns that was never stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boltzmann machine, exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden units make exactly the four patterns of exclusive or probable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boltzmann machine, cooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot units flip at random; as they cool, one of two orders is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted Boltzmann machine, bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units discover that the pictures are made of rows or of columns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ranges</name>
    <message>
        <source>more than {above:g}, at most {maximum:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {above:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {minimum:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {maximum:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minimum:g} to {maximum:g}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>Next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which character comes next in the text?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity of ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the number of ones so far even or odd?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which value does the wave take next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does a linear network say whose weights are all 1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the sum of the two marked numbers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence to sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves and series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which bracket has to be closed next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which letters stood at the beginning, long before the question?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is this date written with year, month and day in order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delayed echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which bit came some clocks ago?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reber grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which letters may come next in a word of this grammar?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does the word read backwards?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of sines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does a wave go on that several waves make together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunspots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many spots will the sun show next year?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spots / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order did the signals X and Y come?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which bit comes next, where every third one is the exclusive or of the two before?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does the pen move to draw this figure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do these columns of a table of yours say next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the sentence praise or complain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>departure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot filling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does each word of an order for a journey stand for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of patterns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidate is strongly positive: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidate is positive: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidate is near zero, {value}: hardly anything is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidate is negative: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidate is strongly negative: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The symbol “{label}” comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is not a number (NaN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer is asked for at this clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer stands out: {count} have the largest probability, {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is “{word}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer below computes its h, {letter}, which comes in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers below compute their h, one after the other; {letter} comes in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer above computes its h from {letter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers above compute their h, one after the other, from {letter} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state before the first clock is set by hand: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is held by hand at {value}; the network would have computed {computed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No symbol comes in: the network reads its own last answer, {letter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No symbol comes in: the network reads zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is not a number (NaN) in {count} of {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is above 0.5 in {count} of {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is positive in {count} of {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell has no memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is {letter}, copied from the clock before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first clock the memory is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row begins with the last clock, where the memory is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is {letter} = {value}, copied from the clock before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is {letter} = {value}, copied from the clock after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {state}, {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is {state}, but the cell holds {before}: nothing to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forget gate is {state}: the cell keeps {share} of what it knew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input gate is {state}: {share} of the candidate is let in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output gate is {state}: {share} of tanh(c) is let out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reset gate is {state}: {share} of what the memory says reaches the candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update gate is {state}: {share} of the old h stays, {rest} of the candidate joins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell goes from {before} to {value}: it keeps {kept} and adds {added}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {wx}, memory {uh} and bias {b} make {h_pre}; h becomes {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {wx} and bias {b} make {h_pre}; h becomes {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell goes from {before} to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h goes from {before} to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is saturated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
