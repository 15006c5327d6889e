<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a sequence or a session</source>
        <translation>Abrir uma sequência ou uma sessão</translation>
    </message>
    <message>
        <source>A network that has learned nothing yet; Undo brings back the one that is here</source>
        <translation>Uma rede que ainda não aprendeu nada; Desfazer traz de volta a que está aqui</translation>
    </message>
    <message>
        <source>&amp;Hopfield network</source>
        <translation>Rede de &amp;Hopfield</translation>
    </message>
    <message>
        <source>Patterns as valleys of an energy, in a window of its own</source>
        <translation>Padrões como vales de uma energia, em uma janela própria</translation>
    </message>
    <message>
        <source>&amp;Boltzmann machine</source>
        <translation>Máquina de &amp;Boltzmann</translation>
    </message>
    <message>
        <source>Stochastic units that sample a distribution</source>
        <translation>Unidades estocásticas que amostram uma distribuição</translation>
    </message>
    <message>
        <source>&amp;Restricted Boltzmann machine</source>
        <translation>Máquina de Boltzmann &amp;restrita</translation>
    </message>
    <message>
        <source>Pixels and hidden units that explain them</source>
        <translation>Pixels e unidades ocultas que os explicam</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>&amp;Salvar sessão</translation>
    </message>
    <message>
        <source>Save everything on screen in one file</source>
        <translation>Salvar em um arquivo tudo o que está na tela</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Salvar sessão &amp;como…</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Salvar com outro nome</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Make a film or a picture of what is on the stage</source>
        <translation>Fazer um filme ou uma imagem do que está no palco</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sai&amp;r</translation>
    </message>
    <message>
        <source>Close rnnviz</source>
        <translation>Fechar o rnnviz</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Voltar atrás na última mudança</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Fazer a mudança de novo</translation>
    </message>
    <message>
        <source>Edit the &amp;sequence</source>
        <translation>Editar a se&amp;quência</translation>
    </message>
    <message>
        <source>Go to the field of the sequence</source>
        <translation>Ir ao campo da sequência</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferências…</translation>
    </message>
    <message>
        <source>Theme, language, motion and letters</source>
        <translation>Tema, idioma, movimento e letras</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Reproduzir</translation>
    </message>
    <message>
        <source>Play the sequence from here</source>
        <translation>Reproduzir a sequência a partir daqui</translation>
    </message>
    <message>
        <source>&amp;Next clock</source>
        <translation>Pró&amp;ximo instante</translation>
    </message>
    <message>
        <source>One clock on</source>
        <translation>Um instante à frente</translation>
    </message>
    <message>
        <source>Pre&amp;vious clock</source>
        <translation>Instante &amp;anterior</translation>
    </message>
    <message>
        <source>One clock back</source>
        <translation>Um instante atrás</translation>
    </message>
    <message>
        <source>Next p&amp;hase</source>
        <translation>Próxima &amp;fase</translation>
    </message>
    <message>
        <source>One phase on</source>
        <translation>Uma fase à frente</translation>
    </message>
    <message>
        <source>Previous ph&amp;ase</source>
        <translation>Fase an&amp;terior</translation>
    </message>
    <message>
        <source>One phase back</source>
        <translation>Uma fase atrás</translation>
    </message>
    <message>
        <source>&amp;First clock</source>
        <translation>Pri&amp;meiro instante</translation>
    </message>
    <message>
        <source>To the first clock</source>
        <translation>Ir ao primeiro instante</translation>
    </message>
    <message>
        <source>&amp;Last clock</source>
        <translation>Ú&amp;ltimo instante</translation>
    </message>
    <message>
        <source>To the last clock</source>
        <translation>Ir ao último instante</translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation>Rep&amp;etir</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Ao terminar, recomeçar</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>Mais rápi&amp;do</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Reproduzir mais depressa</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>Mais deva&amp;gar</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Reproduzir mais devagar</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Treinar</translation>
    </message>
    <message>
        <source>Let the network learn until paused</source>
        <translation>Deixar a rede aprender até que se pause</translation>
    </message>
    <message>
        <source>&amp;1 update</source>
        <translation>&amp;1 atualização</translation>
    </message>
    <message>
        <source>Change the weights once</source>
        <translation>Mudar os pesos uma vez</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Reiniciar</translation>
    </message>
    <message>
        <source>Back to the untrained weights of this seed</source>
        <translation>Voltar aos pesos não treinados desta semente</translation>
    </message>
    <message>
        <source>Other &amp;seed</source>
        <translation>Outra &amp;semente</translation>
    </message>
    <message>
        <source>Other untrained weights</source>
        <translation>Outros pesos não treinados</translation>
    </message>
    <message>
        <source>Other seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>&amp;Open the cell</source>
        <translation>Abrir a &amp;célula</translation>
    </message>
    <message>
        <source>See what happens inside H at this clock</source>
        <translation>Ver o que acontece dentro de H neste instante</translation>
    </message>
    <message>
        <source>&amp;Two cells</source>
        <translation>&amp;Duas células</translation>
    </message>
    <message>
        <source>Open the next cell as well, and see what is handed on</source>
        <translation>Abrir também a próxima célula e ver o que lhe é passado</translation>
    </message>
    <message>
        <source>&amp;Fold the network</source>
        <translation>En&amp;rolar a rede</translation>
    </message>
    <message>
        <source>Fold the clocks into one network with its loop, and unroll it again</source>
        <translation>Enrolar os instantes em uma só rede com o seu laço, e desenrolá-la de novo</translation>
    </message>
    <message>
        <source>Back to the number &amp;before</source>
        <translation>Voltar ao número a&amp;nterior</translation>
    </message>
    <message>
        <source>Back along the numbers that were followed</source>
        <translation>Voltar pelos números que foram seguidos</translation>
    </message>
    <message>
        <source>Show me the &amp;NumPy</source>
        <translation>Mostrar em &amp;NumPy</translation>
    </message>
    <message>
        <source>The numbers of this clock as a short program</source>
        <translation>Os números deste instante como um programa curto</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>&amp;Weights…</source>
        <translation>&amp;Pesos…</translation>
    </message>
    <message>
        <source>See and change the weights and biases</source>
        <translation>Ver e mudar os pesos e os vieses</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Change the &amp;value</source>
        <translation>Mudar o &amp;valor</translation>
    </message>
    <message>
        <source>Type another value for what is selected</source>
        <translation>Digitar outro valor para o que está selecionado</translation>
    </message>
    <message>
        <source>Re&amp;lease all held numbers</source>
        <translation>&amp;Liberar todos os números fixados</translation>
    </message>
    <message>
        <source>Let the network compute again whatever is held by hand</source>
        <translation>Deixar a rede calcular de novo tudo o que está fixado à mão</translation>
    </message>
    <message>
        <source>Layer a&amp;bove</source>
        <translation>Camada a&amp;cima</translation>
    </message>
    <message>
        <source>Look at the next higher layer</source>
        <translation>Olhar a camada logo acima</translation>
    </message>
    <message>
        <source>Layer belo&amp;w</source>
        <translation>Camada a&amp;baixo</translation>
    </message>
    <message>
        <source>Look at the next lower layer</source>
        <translation>Olhar a camada logo abaixo</translation>
    </message>
    <message>
        <source>Other di&amp;rection</source>
        <translation>Outra direçã&amp;o</translation>
    </message>
    <message>
        <source>Look at the row that runs the other way</source>
        <translation>Olhar a fileira que corre no outro sentido</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>Tema &amp;escuro</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>Alternar entre claro e escuro</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Wider columns</source>
        <translation>Colunas mais largas</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Reduzir</translation>
    </message>
    <message>
        <source>Narrower columns</source>
        <translation>Colunas mais estreitas</translation>
    </message>
    <message>
        <source>&amp;Whole sequence</source>
        <translation>Sequência in&amp;teira</translation>
    </message>
    <message>
        <source>As many columns as fit on one screen</source>
        <translation>Tantas colunas quantas couberem em uma tela</translation>
    </message>
    <message>
        <source>&amp;Natural width</source>
        <translation>Largura nat&amp;ural</translation>
    </message>
    <message>
        <source>Columns as wide as the network likes them</source>
        <translation>Colunas da largura que convém à rede</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Painéis</translation>
    </message>
    <message>
        <source>Show or hide the panels on the left</source>
        <translation>Mostrar ou esconder os painéis à esquerda</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspetor</translation>
    </message>
    <message>
        <source>Show or hide the equations on the right</source>
        <translation>Mostrar ou esconder as equações à direita</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Te&amp;la cheia</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Usar a tela inteira</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Guia do usuário</translation>
    </message>
    <message>
        <source>Read the user guide</source>
        <translation>Ler o guia do usuário</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>Every key, on one page</source>
        <translation>Todas as teclas, em uma página</translation>
    </message>
    <message>
        <source>&amp;About rnnviz</source>
        <translation>&amp;Sobre o rnnviz</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Versão e licença</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Parar aqui</translation>
    </message>
    <message>
        <source>Cl&amp;ose the cell</source>
        <translation>&amp;Fechar a célula</translation>
    </message>
    <message>
        <source>&amp;Pause learning</source>
        <translation>&amp;Pausar o aprendizado</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Stop learning; the weights stay as they are</source>
        <translation>Parar de aprender; os pesos ficam como estão</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>Tema &amp;claro</translation>
    </message>
</context>
<context>
    <name>AreaView</name>
    <message>
        <source>{clocks} clocks share this pixel; the curve reaches from their lowest to their highest value</source>
        <translation>{clocks} instantes dividem este pixel; a curva vai do menor ao maior valor deles</translation>
    </message>
    <message>
        <source>{what} is not a finite number ({norm}): a gap in the curve</source>
        <translation>{what} não é um número finito ({norm}): uma lacuna na curva</translation>
    </message>
    <message>
        <source>{what} = 0 exactly: marked on the floor, a logarithm has no zero</source>
        <translation>{what} = 0 exato: marcado no piso, pois o logaritmo não tem zero</translation>
    </message>
    <message>
        <source>{what} = {norm}, below this scale: marked on the floor</source>
        <translation>{what} = {norm}, abaixo desta escala: marcado no piso</translation>
    </message>
    <message>
        <source>{what} = {norm}</source>
        <translation>{what} = {norm}</translation>
    </message>
</context>
<context>
    <name>AxisView</name>
    <message>
        <source>{clocks} clocks share this pixel; its colour is their mean</source>
        <translation>{clocks} instantes dividem este pixel; a cor é a média deles</translation>
    </message>
</context>
<context>
    <name>CapacityDialog</name>
    <message>
        <source>Capacity experiment</source>
        <translation>Experimento de capacidade</translation>
    </message>
    <message>
        <source>Random patterns are stored, more and more of them, and recall begins from each. With Hebb&apos;s rule it breaks down near 0.138 patterns a unit.</source>
        <translation>Armazenam-se padrões aleatórios, cada vez mais, e a recordação parte de cada um. Com a regra de Hebb ela falha perto de 0.138 padrão por unidade.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>CD-k beside exact learning</source>
        <translation>CD-k e aprendizado exato</translation>
    </message>
    <message>
        <source>The same first weights learn the stored patterns twice: by CD-k, from samples, and with the exact gradient, a sum over all states. The dashed line is the best that any machine can reach.</source>
        <translation>Os mesmos pesos iniciais aprendem os padrões duas vezes: por CD-k, com amostras, e com o gradiente exato, uma soma sobre todos os estados. A linha tracejada é o melhor que uma máquina pode alcançar.</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusão</translation>
    </message>
    <message>
        <source>nothing counted yet</source>
        <translation>nada contado ainda</translation>
    </message>
    <message>
        <source>no answer on unseen sequences stands out</source>
        <translation>nenhuma resposta se destaca nas sequências inéditas</translation>
    </message>
    <message>
        <source>no answer on unseen sequences is wrong</source>
        <translation>nenhuma resposta errada nas sequências inéditas</translation>
    </message>
    <message>
        <source>most often mistaken: {right} for {said}, {count} times</source>
        <translation>confusão mais frequente: {right} tomado por {said}, vezes: {count}</translation>
    </message>
    <message>
        <source>right is {right}, the network said {said}: {count} of {all}</source>
        <translation>certo: {right}, a rede disse {said}: {count} de {all}</translation>
    </message>
    <message>
        <source>press Train</source>
        <translation>clique em Treinar</translation>
    </message>
    <message>
        <source>right ↓</source>
        <translation>certo ↓</translation>
    </message>
    <message>
        <source>said →, % of each row</source>
        <translation>dito →, % de cada linha</translation>
    </message>
</context>
<context>
    <name>ConfusionWindow</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusão</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Stopped after {updates} updates: the weights of update {best}, the best on unseen sequences, are back.</source>
        <translation>Parou após {updates} atualizações: voltaram os pesos da atualização {best}, os melhores em sequências inéditas.</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Show the gradient norm of the cell state c</source>
        <translation>Mostrar a norma do gradiente do estado da célula c</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>Normas do gradiente</translation>
    </message>
    <message>
        <source>no gradient yet</source>
        <translation>nenhum gradiente ainda</translation>
    </message>
    <message>
        <source>no loss: the right answers to this sequence are not known</source>
        <translation>sem perda: não se conhecem as respostas certas a esta sequência</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>sem perda</translation>
    </message>
    <message>
        <source>after {updates} updates the loss of this sequence is not a number</source>
        <translation>após {updates} atualiz. a perda desta sequência não é um número</translation>
    </message>
    <message>
        <source>loss: not a number</source>
        <translation>perda: não é um número</translation>
    </message>
    <message>
        <source>L = {loss} of the sequence shown · truncated: every {k1} clocks, back {k2} · before clipping</source>
        <translation>L = {loss} da sequência mostrada · truncado: a cada {k1} instantes, {k2} para trás · antes do corte</translation>
    </message>
    <message>
        <source>L = {loss} · truncated after {k2} clocks · before clipping</source>
        <translation>L = {loss} · truncado após {k2} instantes · antes do corte</translation>
    </message>
    <message>
        <source>truncated after {k2} clocks</source>
        <translation>truncado após {k2} instantes</translation>
    </message>
    <message>
        <source>L = {loss} of the sequence shown · after {updates} updates · before clipping</source>
        <translation>L = {loss} da sequência mostrada · após {updates} atualiz. · antes do corte</translation>
    </message>
    <message>
        <source>L = {loss} of the sequence shown · before clipping</source>
        <translation>L = {loss} da sequência mostrada · antes do corte</translation>
    </message>
    <message>
        <source>L = {loss} of this sequence</source>
        <translation>L = {loss} desta sequência</translation>
    </message>
    <message>
        <source>L = {loss}</source>
        <translation>L = {loss}</translation>
    </message>
    <message>
        <source>From {first} at t = 1 to {last} at t = {steps}; {note}</source>
        <translation>De {first} em t = 1 a {last} em t = {steps}; {note}</translation>
    </message>
</context>
<context>
    <name>EquationRow</name>
    <message>
        <source>Show the matrices</source>
        <translation>Mostrar as matrizes</translation>
    </message>
    <message>
        <source>Show the matrices and vectors with their numbers</source>
        <translation>Mostrar as matrizes e os vetores com os seus números</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%n termo</numerusform>
            <numerusform>%n termos</numerusform>
        </translation>
    </message>
    <message>
        <source>Each product, and its share of the sum of all without their signs</source>
        <translation>Cada produto e a sua parcela na soma de todos sem os sinais</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ mais %n</numerusform>
            <numerusform>+ mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>sum</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>sum without signs</source>
        <translation>soma sem os sinais</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>That did not work: {error}. Your work is still there; it can be saved.</source>
        <translation>Isso não funcionou: {error}. O seu trabalho continua aqui e pode ser salvo.</translation>
    </message>
</context>
<context>
    <name>ExperimentDialog</name>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Begin, or begin again with these options</source>
        <translation>Começar, ou recomeçar com estas opções</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Medindo…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Pronto.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>What kind of file to make</source>
        <translation>O tipo de arquivo a fazer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Common sizes of films and slides</source>
        <translation>Tamanhos comuns de filmes e slides</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>o fim</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Where the film goes</source>
        <translation>Onde fica o filme</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Escolher o arquivo</translation>
    </message>
    <message>
        <source>Choose folder and name</source>
        <translation>Escolher pasta e nome</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Make the film; the older file is gone then</source>
        <translation>Fazer o filme; o arquivo antigo deixa de existir</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Escolher outro nome</translation>
    </message>
    <message>
        <source>The older file stays</source>
        <translation>O arquivo antigo fica</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Open the folder that the file lies in</source>
        <translation>Abrir a pasta em que está o arquivo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop and leave nothing behind</source>
        <translation>Parar sem deixar nada para trás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close this window (Esc); cancels what is being written</source>
        <translation>Fechar esta janela (Esc); cancela o que está sendo gravado</translation>
    </message>
    <message>
        <source>Begin (Enter)</source>
        <translation>Começar (Enter)</translation>
    </message>
    <message>
        <source>A picture shows the clock at which the playhead stands</source>
        <translation>Uma imagem mostra o instante em que está o cursor</translation>
    </message>
    <message>
        <source>Only with the network</source>
        <translation>Só com a rede</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Dê um nome ao arquivo.</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Começando…</translation>
    </message>
    <message>
        <source>“{file}” is already there.</source>
        <translation>“{file}” já existe.</translation>
    </message>
    <message>
        <source>{percent} % · {left} left</source>
        <translation>{percent} % · faltam {left}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Cancelled; nothing was left behind.</source>
        <translation>Cancelado; nada ficou para trás.</translation>
    </message>
    <message>
        <source>{file}: {width} × {height}</source>
        <translation>{file}: {width} × {height}</translation>
    </message>
    <message>
        <source>{file}: {frames} frames, {width} × {height}, {seconds} s</source>
        <translation>{file}: {frames} quadros, {width} × {height}, {seconds} s</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>What the numbers are of</source>
        <translation>A que se referem os números</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>empty: {meaning}</source>
        <translation>vazio: {meaning}</translation>
    </message>
</context>
<context>
    <name>GradientArea</name>
    <message>
        <source>gradient norm ‖∂L/∂hₜ‖, log</source>
        <translation>norma do gradiente ‖∂L/∂hₜ‖, log</translation>
    </message>
    <message>
        <source>gradient norm of the gates, log</source>
        <translation>norma do gradiente das portas, log</translation>
    </message>
    <message>
        <source>gradient by source ‖∂Lₖ/∂hₜ‖, log</source>
        <translation>gradiente por origem ‖∂Lₖ/∂hₜ‖, log</translation>
    </message>
    <message>
        <source>memory ‖∂hₜ/∂hₖ‖, log</source>
        <translation>memória ‖∂hₜ/∂hₖ‖, log</translation>
    </message>
    <message>
        <source>singular values ∂hₜ/∂hₜ₋₁, log</source>
        <translation>valores singulares ∂hₜ/∂hₜ₋₁, log</translation>
    </message>
    <message>
        <source>trajectory of hₜ</source>
        <translation>trajetória de hₜ</translation>
    </message>
    <message>
        <source>symbols by unit</source>
        <translation>símbolos por unidade</translation>
    </message>
    <message>
        <source>where else h is alike</source>
        <translation>onde mais h se parece</translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation>unidades saturadas</translation>
    </message>
    <message>
        <source>How strongly the loss would change with h (and c) at each clock</source>
        <translation>Quanto a perda mudaria com h (e c) em cada instante</translation>
    </message>
    <message>
        <source>How strongly the loss would change with each gate at each clock</source>
        <translation>Quanto a perda mudaria com cada porta em cada instante</translation>
    </message>
    <message>
        <source>Which clock&apos;s loss the gradient at each clock comes from</source>
        <translation>Da perda de que instante vem o gradiente de cada instante</translation>
    </message>
    <message>
        <source>How much of each earlier h the h at the playhead still depends on</source>
        <translation>Quanto o h sob o cursor ainda depende de cada h anterior</translation>
    </message>
    <message>
        <source>How much each clock stretches or shrinks a gradient that passes it</source>
        <translation>Quanto cada instante estica ou encolhe um gradiente que passa por ele</translation>
    </message>
    <message>
        <source>The way of h through its space, in the plane of most variance; of two units, the flow</source>
        <translation>O caminho de h pelo seu espaço, no plano de maior variância; com duas unidades, o fluxo</translation>
    </message>
    <message>
        <source>The sequence, each symbol in the colour of one unit&apos;s value or gradient</source>
        <translation>A sequência, cada símbolo na cor do valor ou do gradiente de uma unidade</translation>
    </message>
    <message>
        <source>The clocks at which the units stand most as they do at the playhead</source>
        <translation>Os instantes em que as unidades mais se parecem com as que estão sob o cursor</translation>
    </message>
    <message>
        <source>How often each unit of each gate is low or high, where no gradient passes</source>
        <translation>Com que frequência cada unidade de cada porta está baixa ou alta, onde nenhum gradiente passa</translation>
    </message>
    <message>
        <source>Choose what is drawn here</source>
        <translation>Escolher o que é desenhado aqui</translation>
    </message>
    <message>
        <source>Drawn here: {what}</source>
        <translation>Desenhado aqui: {what}</translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>Health of the gradient</source>
        <translation>Saúde do gradiente</translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>nenhum alarme</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(e mais %n)</numerusform>
            <numerusform>(e mais %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>saturadas</translation>
    </message>
    <message>
        <source>low</source>
        <translation>baixas</translation>
    </message>
    <message>
        <source>high</source>
        <translation>altas</translation>
    </message>
    <message>
        <source>recurrent weights U</source>
        <translation>pesos recorrentes U</translation>
    </message>
    <message>
        <source>largest σ</source>
        <translation>maior σ</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>raio espectral</translation>
    </message>
    <message>
        <source>last gradient</source>
        <translation>último gradiente</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>norma</translation>
    </message>
    <message>
        <source>last update</source>
        <translation>última atualização</translation>
    </message>
    <message>
        <source>Click: go there</source>
        <translation>Clique: ir até lá</translation>
    </message>
    <message>
        <source>One such update can undo what was learnt. A clip norm bounds it; a lower learning rate helps as well.</source>
        <translation>Uma atualização dessas pode desfazer o que foi aprendido. Uma norma do corte a limita; uma taxa de aprendizado menor também ajuda.</translation>
    </message>
    <message>
        <source>The weights hardly learn what this clock has to do with later errors. LSTM and GRU, or a shorter sequence, help; where nothing of this clock is needed, all is well.</source>
        <translation>Os pesos mal aprendem o que este instante tem a ver com erros posteriores. LSTM e GRU, ou uma sequência mais curta, ajudam; onde nada deste instante é preciso, está tudo bem.</translation>
    </message>
    <message>
        <source>No gradient passes a unit that is always 0, so it cannot learn. Another seed or a lower learning rate helps.</source>
        <translation>Nenhum gradiente passa por uma unidade que é sempre 0; por isso ela não consegue aprender. Outra semente ou uma taxa de aprendizado menor ajuda.</translation>
    </message>
    <message>
        <source>Where the slope is flat hardly any gradient passes. In a network with a small loss that is as it should be: its gates are open or shut. If the loss stays high, another seed or a lower learning rate helps.</source>
        <translation>Onde a inclinação é quase nula, quase nenhum gradiente passa. Em uma rede com perda pequena é assim que deve ser: as portas estão abertas ou fechadas. Se a perda continuar alta, outra semente ou uma taxa de aprendizado menor ajuda.</translation>
    </message>
    <message>
        <source>Such weights are lost. Undo or Reset, then learn with a lower learning rate or a clip norm.</source>
        <translation>Esses pesos estão perdidos. Desfaça ou reinicie, e treine com uma taxa de aprendizado menor ou uma norma do corte.</translation>
    </message>
    <message>
        <source>low: below 0.05, of a tanh below −0.95; high: above 0.95</source>
        <translation>baixo: menos de 0.05, de uma tanh menos de −0.95; alto: mais de 0.95</translation>
    </message>
    <message>
        <source>about 1e-03 is a usual pace for weights</source>
        <translation>cerca de 1e-03 é um ritmo comum para pesos</translation>
    </message>
    <message>
        <source>not clipped by norm</source>
        <translation>norma não cortada</translation>
    </message>
    <message>
        <source>clipped to the norm {limit}</source>
        <translation>cortado na norma {limit}</translation>
    </message>
    <message>
        <source>How much of each gate is saturated, and how far the last update moved the weights; click</source>
        <translation>Quanto de cada porta está saturado e quanto a última atualização moveu os pesos; clique</translation>
    </message>
</context>
<context>
    <name>HeldChip</name>
    <message numerus="yes">
        <source>%n number(s) held by hand</source>
        <translation>
            <numerusform>%n número fixado à mão</numerusform>
            <numerusform>%n números fixados à mão</numerusform>
        </translation>
    </message>
    <message>
        <source>Only in what is shown here: learning goes on without them, from a state of 0 before the first clock</source>
        <translation>Só no que se vê aqui: o aprendizado segue sem eles, a partir do estado 0 antes do primeiro instante</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>Liberar tudo</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>rnnviz: user guide</source>
        <translation>rnnviz: guia do usuário</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Pages of the user guide</source>
        <translation>Páginas do guia do usuário</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>Previous unit</source>
        <translation>Unidade anterior</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>Próxima unidade</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Em palavras</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Equações</translation>
    </message>
    <message>
        <source>Inside one unit</source>
        <translation>Dentro de uma unidade</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nada selecionado</translation>
    </message>
    <message>
        <source>Inside {what}</source>
        <translation>Dentro de {what}</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memória</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>{cell} cell</source>
        <translation>{cell}</translation>
    </message>
    <message>
        <source>unit {unit} of {units}</source>
        <translation>unidade {unit} de {units}</translation>
    </message>
    <message>
        <source>“{name}” ({unit} of {units})</source>
        <translation>“{name}” ({unit} de {units})</translation>
    </message>
    <message>
        <source>{units} units</source>
        <translation>{units} unidades</translation>
    </message>
    <message>
        <source>It is known at t = {t}.</source>
        <translation>Ela é conhecida em t = {t}.</translation>
    </message>
    <message>
        <source>Click a neuron, a light or a number on the stage to see the equation behind it, with its numbers. Click a symbol of it to go where that number came from. Double-click a unit of H to open its cell.</source>
        <translation>Clique em um neurônio, em uma luz ou em um número do palco para ver a equação por trás dele, com os seus números. Clique em um símbolo dela para ir até onde esse número nasceu. Um clique duplo em uma unidade de H abre a célula.</translation>
    </message>
    <message>
        <source>trained, {updates} updates</source>
        <translation>treinada, {updates} atualiz.</translation>
    </message>
    <message>
        <source>untrained, {updates} updates</source>
        <translation>não treinada, {updates} atualiz.</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semente {seed}</translation>
    </message>
    <message>
        <source>{backend} · {dtype} · exact values</source>
        <translation>{backend} · {dtype} · valores exatos</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) held by hand, not in learning</source>
        <translation>
            <numerusform>%n número fixado à mão, não no aprendizado</numerusform>
            <numerusform>%n números fixados à mão, não no aprendizado</numerusform>
        </translation>
    </message>
    <message>
        <source>no gradient flows through what is held</source>
        <translation>nenhum gradiente passa pelo que está fixado</translation>
    </message>
    <message>
        <source>begins from a state set by hand</source>
        <translation>começa de um estado definido à mão</translation>
    </message>
    <message>
        <source>gradients drawn: truncated after {k2} clocks</source>
        <translation>gradientes: truncados após {k2} instantes</translation>
    </message>
    <message>
        <source>gradients drawn: without dropout or clipping</source>
        <translation>gradientes: sem dropout nem corte</translation>
    </message>
    <message>
        <source>gradients drawn: not clipped, not truncated</source>
        <translation>gradientes: sem corte nem truncamento</translation>
    </message>
    <message>
        <source>gradients drawn: before clipping at {clip}</source>
        <translation>gradientes: antes do corte em {clip}</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>This work is unsaved and could not be kept: save it elsewhere, or close again to lose it.</source>
        <translation>Este trabalho não foi salvo nem pôde ser guardado: salve-o em outro lugar ou feche de novo para perdê-lo.</translation>
    </message>
    <message>
        <source>This work could not be kept for the next start; save it.</source>
        <translation>Este trabalho não pôde ser guardado para o próximo início; salve-o.</translation>
    </message>
</context>
<context>
    <name>LastSession</name>
    <message>
        <source>An unsaved session cannot be opened. {problem} It stays there as {path}.</source>
        <translation>Uma sessão não salva não pode ser aberta. {problem} Ela fica guardada em {path}.</translation>
    </message>
    <message numerus="yes">
        <source>%n pattern(s)</source>
        <translation>
            <numerusform>%n padrão</numerusform>
            <numerusform>%n padrões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n atualização</numerusform>
            <numerusform>%n atualizações</numerusform>
        </translation>
    </message>
    <message>
        <source>Your last session ({what}) was not saved.</source>
        <translation>Sua última sessão ({what}) não foi salva.</translation>
    </message>
    <message>
        <source>An earlier session ({what}) was not saved.</source>
        <translation>Uma sessão anterior ({what}) não foi salva.</translation>
    </message>
    <message numerus="yes">
        <source>%n more as well.</source>
        <translation>
            <numerusform>Mais %n também.</numerusform>
            <numerusform>Mais %n também.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerBar</name>
    <message>
        <source>layer</source>
        <translation>camada</translation>
    </message>
    <message>
        <source>Layer and direction that are looked at</source>
        <translation>Camada e direção que se olham</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>Camada {layer}</translation>
    </message>
    <message>
        <source>→ forward</source>
        <translation>→ direta</translation>
    </message>
    <message>
        <source>← reverse</source>
        <translation>← reversa</translation>
    </message>
    <message>
        <source>The row that runs left to right</source>
        <translation>A fileira que corre da esquerda para a direita</translation>
    </message>
    <message>
        <source>The row that runs right to left</source>
        <translation>A fileira que corre da direita para a esquerda</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend of the colours</source>
        <translation>Legenda das cores</translation>
    </message>
    <message>
        <source>{name} gate</source>
        <translation>porta de {name}</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>memory: {layer} of the clock before</source>
        <translation>memória: {layer} do instante anterior</translation>
    </message>
    <message>
        <source>memory: → {layer} before, ← {layer} after</source>
        <translation>memória: → {layer} anterior, ← {layer} seguinte</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>What is shown of learning</source>
        <translation>O que se mostra do aprendizado</translation>
    </message>
    <message>
        <source>What is shown of learning; validation and test are sequences never learned from</source>
        <translation>O que se mostra do aprendizado; validação e teste são sequências de que a rede nunca aprende</translation>
    </message>
    <message>
        <source>Loss and accuracy while learning</source>
        <translation>Perda e acurácia ao aprender</translation>
    </message>
    <message>
        <source>Loss: training, unseen</source>
        <translation>Perda: treino, inéditas</translation>
    </message>
    <message>
        <source>Accuracy: training, unseen</source>
        <translation>Acurácia: treino, inéditas</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexidade</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusão</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>The matrix in a window of its own, with every number</source>
        <translation>A matriz em uma janela própria, com todos os números</translation>
    </message>
    <message>
        <source>Loss and accuracy per update</source>
        <translation>Perda e acurácia por atualização</translation>
    </message>
    <message>
        <source>nothing learnt yet</source>
        <translation>nada aprendido ainda</translation>
    </message>
    <message>
        <source>(at update {update})</source>
        <translation>(na atualização {update})</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>acurácia</translation>
    </message>
    <message>
        <source>training</source>
        <translation>treino</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validação</translation>
    </message>
    <message>
        <source>test</source>
        <translation>teste</translation>
    </message>
    <message>
        <source>, 0 to 100 %</source>
        <translation>, 0 a 100 %</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perda</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>atualização {update}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Space plays it; F1 opens the guide.</source>
        <translation>Espaço a reproduz; F1 abre o guia.</translation>
    </message>
    <message>
        <source>rnnviz {version}, under the MIT licence: recurrent networks that can be seen.</source>
        <translation>rnnviz {version}, sob a licença MIT: redes recorrentes que se podem ver.</translation>
    </message>
</context>
<context>
    <name>MatrixFormView</name>
    <message>
        <source>The equation as matrices</source>
        <translation>A equação como matrizes</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open e&amp;xample</source>
        <translation>Abrir e&amp;xemplo</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Novo</translation>
    </message>
    <message>
        <source>&amp;Gradient</source>
        <translation>&amp;Gradiente</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Te&amp;mpo</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Treinar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>Patter&amp;n</source>
        <translation>&amp;Padrão</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fechar esta mensagem</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Abrir de novo</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Continuar de onde parou</translation>
    </message>
    <message>
        <source>Do without, for good</source>
        <translation>Abrir mão de vez</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Dispensar todas</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
</context>
<context>
    <name>MeterView</name>
    <message>
        <source>On the way of the gradient</source>
        <translation>Sobre o caminho do gradiente</translation>
    </message>
    <message>
        <source>{clocks} clocks share this pixel; it shows one of them</source>
        <translation>{clocks} instantes dividem este pixel; ele mostra um deles</translation>
    </message>
    <message>
        <source>no gradient yet</source>
        <translation>nenhum gradiente ainda</translation>
    </message>
    <message>
        <source>computing …</source>
        <translation>calculando …</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>maior</translation>
    </message>
    <message>
        <source>with respect to each gate&apos;s sum, before its sigmoid or tanh · before clipping</source>
        <translation>em relação à soma de cada porta, antes da sigmoide ou da tanh · antes do corte</translation>
    </message>
    <message>
        <source>before sigmoid or tanh · before clipping</source>
        <translation>antes da sigmoide ou tanh · antes do corte</translation>
    </message>
    <message>
        <source>before sigmoid or tanh · truncated after {k2} clocks · before clipping</source>
        <translation>antes da sigmoide ou tanh · truncado após {k2} instantes · antes do corte</translation>
    </message>
    <message>
        <source>row k: from the loss at clock k alone; framed: k = {t}, the playhead&apos;s · not truncated</source>
        <translation>linha k: só da perda no instante k; na moldura: k = {t}, o do cursor · não truncado</translation>
    </message>
    <message>
        <source>row k: from the loss at clock k; framed: k = {t}</source>
        <translation>linha k: da perda no instante k; na moldura: k = {t}</translation>
    </message>
    <message>
        <source>row k: loss at clock k</source>
        <translation>linha k: perda no instante k</translation>
    </message>
    <message>
        <source>how much h at t = {t} still changes with each h read before it; dashed: 1, all of it</source>
        <translation>quanto h em t = {t} ainda muda com cada h lido antes; tracejado: 1, tudo</translation>
    </message>
    <message>
        <source>h at t = {t} by each h before it; dashed: 1</source>
        <translation>h em t = {t} por cada h anterior; tracejado: 1</translation>
    </message>
    <message>
        <source>computed: t = {first} to {last}, around the playhead</source>
        <translation>calculado: t = {first} a {last}, em torno do cursor</translation>
    </message>
    <message>
        <source>t = {first} to {last}</source>
        <translation>t = {first} a {last}</translation>
    </message>
    <message>
        <source>computed: t = {first} to {last}, without the ways that leave them and come back</source>
        <translation>calculado: t = {first} a {last}, sem os caminhos que saem deles e voltam</translation>
    </message>
    <message>
        <source>of h at t = {t}</source>
        <translation>de h em t = {t}</translation>
    </message>
    <message>
        <source>above 1 (dashed) a gradient can grow at this clock, below it shrinks</source>
        <translation>acima de 1 (tracejado) um gradiente pode crescer neste instante, abaixo ele encolhe</translation>
    </message>
    <message>
        <source>above 1 (dashed) it can grow</source>
        <translation>acima de 1 (tracejado) pode crescer</translation>
    </message>
</context>
<context>
    <name>MoreTraining</name>
    <message>
        <source>More options of the training</source>
        <translation>Mais opções do treino</translation>
    </message>
    <message>
        <source>Schedule, gradient, training set, regularisation, early stopping, backend</source>
        <translation>Programação da taxa, gradiente, conjunto de treino, regularização, parada antecipada, backend</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>Conjunto de treino</translation>
    </message>
    <message>
        <source>Against overfitting</source>
        <translation>Contra o sobreajuste</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>Quem calcula</translation>
    </message>
    <message>
        <source>fresh ones</source>
        <translation>sempre novas</translation>
    </message>
    <message>
        <source>Newton&apos;s step is bounded by its damping; nothing is clipped</source>
        <translation>O passo de Newton é limitado pelo amortecimento; nada é cortado</translation>
    </message>
    <message>
        <source>This network has one layer</source>
        <translation>Esta rede tem uma só camada</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>More options of the network</source>
        <translation>Mais opções da rede</translation>
    </message>
    <message>
        <source>First weights, options of the cell, scenario</source>
        <translation>Pesos iniciais, opções da célula, cenário</translation>
    </message>
    <message>
        <source>half</source>
        <translation>metade</translation>
    </message>
    <message>
        <source>{inputs} · {outputs}, {output}</source>
        <translation>{inputs} · {outputs}, {output}</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n saída</numerusform>
            <numerusform>%n saídas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumpyWindow</name>
    <message>
        <source>These numbers with NumPy</source>
        <translation>Estes números com NumPy</translation>
    </message>
    <message>
        <source>Run it with Python and NumPy alone: it prints the numbers of the clock that the inspector shows.</source>
        <translation>Execute com Python e NumPy apenas: imprime os números do instante que o inspetor mostra.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>The numbers on screen are changing; the program follows as soon as they rest.</source>
        <translation>Os números na tela estão mudando; o programa os segue assim que pararem.</translation>
    </message>
    <message>
        <source>There are no numbers yet: the network has not seen this sequence.</source>
        <translation>Ainda não há números: a rede não viu esta sequência.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>SEQUENCE</source>
        <translation>SEQUÊNCIA</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>REDE</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>TREINO</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>What is drawn</source>
        <translation>O que é desenhado</translation>
    </message>
    <message>
        <source>The line that the answers draw up to the playhead, and dashed the one that is wanted</source>
        <translation>A linha que as respostas desenham até o cursor, e tracejada a que se espera</translation>
    </message>
    <message numerus="yes">
        <source>%n move(s) drawn</source>
        <translation>
            <numerusform>%n movimento desenhado</numerusform>
            <numerusform>%n movimentos desenhados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatternActions</name>
    <message>
        <source>&amp;Store</source>
        <translation>&amp;Armazenar</translation>
    </message>
    <message>
        <source>Keep this pattern in the network</source>
        <translation>Guardar este padrão na rede</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>E&amp;xcluir</translation>
    </message>
    <message>
        <source>Forget this stored pattern</source>
        <translation>Esquecer este padrão armazenado</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Limpar</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Inverter</translation>
    </message>
    <message>
        <source>Every pixel off</source>
        <translation>Desligar todos os pixels</translation>
    </message>
    <message>
        <source>Turn every pixel</source>
        <translation>Virar todos os pixels</translation>
    </message>
    <message>
        <source>Show as &amp;ring</source>
        <translation>Mostrar em a&amp;nel</translation>
    </message>
    <message>
        <source>Units in a ring, with their weights</source>
        <translation>Unidades em anel, com os seus pesos</translation>
    </message>
    <message>
        <source>All weights as a &amp;matrix</source>
        <translation>Todos os pesos em &amp;matriz</translation>
    </message>
    <message>
        <source>Every weight at once, a row and a column for each unit</source>
        <translation>Todos os pesos de uma vez, uma linha e uma coluna para cada unidade</translation>
    </message>
    <message>
        <source>Clamp at &amp;1</source>
        <translation>Fixar em &amp;1</translation>
    </message>
    <message>
        <source>Keep the selected unit at 1; the others are sampled</source>
        <translation>Manter a unidade selecionada em 1; as outras são amostradas</translation>
    </message>
    <message>
        <source>Clamp at &amp;0</source>
        <translation>Fixar em &amp;0</translation>
    </message>
    <message>
        <source>Keep the selected unit at 0; the others are sampled</source>
        <translation>Manter a unidade selecionada em 0; as outras são amostradas</translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation>&amp;Soltar</translation>
    </message>
    <message>
        <source>Let the selected unit be sampled again</source>
        <translation>Amostrar de novo a unidade selecionada</translation>
    </message>
    <message>
        <source>Clamp &amp;pixels</source>
        <translation>Fixar &amp;pixels</translation>
    </message>
    <message>
        <source>Keep every pixel as it is drawn; hidden units are sampled</source>
        <translation>Manter cada pixel como foi desenhado; as unidades ocultas são amostradas</translation>
    </message>
    <message>
        <source>Free a&amp;ll</source>
        <translation>Soltar &amp;todas</translation>
    </message>
    <message>
        <source>Let every unit be sampled again</source>
        <translation>Amostrar de novo todas as unidades</translation>
    </message>
    <message>
        <source>Capa&amp;city experiment…</source>
        <translation>Experimento de &amp;capacidade…</translation>
    </message>
    <message>
        <source>Recall against the number of patterns</source>
        <translation>Recordação conforme o número de padrões</translation>
    </message>
    <message>
        <source>CD-&amp;k beside exact…</source>
        <translation>CD-&amp;k e exato…</translation>
    </message>
    <message>
        <source>Learn with both gradients and compare</source>
        <translation>Aprender com os dois gradientes e comparar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Fechar esta janela</translation>
    </message>
    <message>
        <source>C&amp;lamp</source>
        <translation>&amp;Fixar</translation>
    </message>
</context>
<context>
    <name>PatternEditor</name>
    <message>
        <source>Pattern</source>
        <translation>Padrão</translation>
    </message>
    <message>
        <source>Draw with the mouse, or with arrow keys and Space; dots are the pixels that corruption turns</source>
        <translation>Desenhe com o mouse, ou com as setas e Espaço; os pontos são os pixels que a corrupção vira</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ligado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>Cursor on row {row}, column {column}: {shade}</source>
        <translation>Cursor na linha {row}, coluna {column}: {shade}</translation>
    </message>
</context>
<context>
    <name>PatternFiles</name>
    <message>
        <source>Sessions ({pattern})</source>
        <translation>Sessões ({pattern})</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>PatternPanels</name>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>Name of the pattern</source>
        <translation>Nome do padrão</translation>
    </message>
    <message>
        <source>What the pattern is called when it is stored</source>
        <translation>Como o padrão se chama ao ser armazenado</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>Corrupção</translation>
    </message>
    <message>
        <source>The share of the pixels that is turned before the first clock</source>
        <translation>A parcela dos pixels que é virada antes do primeiro instante</translation>
    </message>
    <message>
        <source>Capacity experiment…</source>
        <translation>Experimento de capacidade…</translation>
    </message>
    <message>
        <source>How many random patterns can be stored and recalled</source>
        <translation>Quantos padrões aleatórios podem ser armazenados e recordados</translation>
    </message>
    <message>
        <source>CD-k beside exact…</source>
        <translation>CD-k e exato…</translation>
    </message>
    <message>
        <source>Learn twice from the same first weights, with both gradients</source>
        <translation>Aprender duas vezes dos mesmos pesos iniciais, com os dois gradientes</translation>
    </message>
    <message>
        <source>Choose a unit with ↑ ↓ on the stage: 1 and 0 keep it at that value, F frees it; or right-click one</source>
        <translation>Escolha uma unidade com ↑ ↓ no palco: 1 e 0 a mantêm nesse valor, F a solta; ou clique nela com o botão direito</translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation>PADRÃO</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>TREINO</translation>
    </message>
    <message>
        <source>TEMPERATURE</source>
        <translation>TEMPERATURA</translation>
    </message>
    <message>
        <source>CLAMPED UNITS</source>
        <translation>UNIDADES FIXADAS</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>REDE</translation>
    </message>
    <message>
        <source>A constant temperature is not cooled</source>
        <translation>Uma temperatura constante não é resfriada</translation>
    </message>
    <message>
        <source>The exact gradient needs no samples</source>
        <translation>O gradiente exato não precisa de amostras</translation>
    </message>
    <message>
        <source>{turned} of {pixels} pixels turned</source>
        <translation>{turned} de {pixels} pixels virados</translation>
    </message>
    <message>
        <source>Synchronous updates take all units at once</source>
        <translation>Atualizações síncronas tomam todas as unidades de uma vez</translation>
    </message>
    <message>
        <source>{units} units, {patterns} stored: load {load}; Hebb&apos;s rule holds up to {critical}</source>
        <translation>{units} unidades, {patterns} armazenados: carga {load}; a regra de Hebb aguenta até {critical}</translation>
    </message>
    <message>
        <source>{pixels} visible units, {patterns} patterns to learn</source>
        <translation>{pixels} unidades visíveis, padrões a aprender: {patterns}</translation>
    </message>
    <message>
        <source>None: right-click a unit, or 1 and 0</source>
        <translation>Nenhuma: clique direito, ou 1 e 0</translation>
    </message>
    <message>
        <source>{count} of {units} keep their value; F frees</source>
        <translation>{count} de {units} mantêm o valor; F solta</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>não treinada</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n atualização</numerusform>
            <numerusform>%n atualizações</numerusform>
        </translation>
    </message>
    <message>
        <source>log-likelihood {value} (best {best})</source>
        <translation>log-veross. {value} (melhor {best})</translation>
    </message>
</context>
<context>
    <name>PatternStageView</name>
    <message>
        <source>Stage: the units, their weights and the patterns</source>
        <translation>Palco: as unidades, os seus pesos e os padrões</translation>
    </message>
</context>
<context>
    <name>PatternTracksView</name>
    <message>
        <source>Tracks</source>
        <translation>Trilhas</translation>
    </message>
    <message>
        <source>The units, the energy and the overlaps over time; drag to move the playhead</source>
        <translation>As unidades, a energia e os overlaps ao longo do tempo; arraste para mover o cursor</translation>
    </message>
</context>
<context>
    <name>PatternWindow</name>
    <message>
        <source>Open e&amp;xample</source>
        <translation>Abrir e&amp;xemplo</translation>
    </message>
</context>
<context>
    <name>PhaseChip</name>
    <message>
        <source>Phase {letter}: {title}</source>
        <translation>Fase {letter}: {title}</translation>
    </message>
    <message>
        <source>{letter}: {title}. Go to the end of this phase</source>
        <translation>{letter}: {title}. Ir ao fim desta fase</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferências</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours of the window and of new films</source>
        <translation>Cores da janela e dos novos filmes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Every language whose translation is installed</source>
        <translation>Todos os idiomas cuja tradução está instalada</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir movimento</translation>
    </message>
    <message>
        <source>Playing jumps from phase to phase; nothing glides</source>
        <translation>A reprodução salta de fase em fase; nada desliza</translation>
    </message>
    <message>
        <source>Letters of the weights</source>
        <translation>Letras dos pesos</translation>
    </message>
    <message>
        <source>Textbooks disagree; files and programs keep PyTorch&apos;s names</source>
        <translation>Os livros divergem; arquivos e programas mantêm os nomes do PyTorch</translation>
    </message>
    <message>
        <source>Direction of the drawing</source>
        <translation>Direção do desenho</translation>
    </message>
    <message>
        <source>X below, S above</source>
        <translation>X embaixo, S em cima</translation>
    </message>
    <message>
        <source>X left, S right</source>
        <translation>X à esquerda, S à direita</translation>
    </message>
    <message>
        <source>How a clock&apos;s network stands in its column; time runs to the right in both</source>
        <translation>Como a rede de um instante fica na sua coluna; o tempo corre para a direita em ambos</translation>
    </message>
    <message>
        <source>Offer the last session</source>
        <translation>Oferecer a última sessão</translation>
    </message>
    <message>
        <source>What was not saved, by closing or by a crash, can be opened again</source>
        <translation>O que não foi salvo, ao fechar ou por uma falha, pode ser aberto de novo</translation>
    </message>
    <message>
        <source>The language changes when rnnviz opens the next time.</source>
        <translation>O idioma muda quando o rnnviz abrir de novo.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimento</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Desenho</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>One frame of it</source>
        <translation>Um quadro do filme</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Sessions ({pattern})</source>
        <translation>Sessões ({pattern})</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Salvar sessão</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Salvo como {file}.</translation>
    </message>
</context>
<context>
    <name>Scales</name>
    <message>
        <source>Legend of the scales</source>
        <translation>Legenda das escalas</translation>
    </message>
    <message>
        <source>The width of a line says how large its weight is, its colour which sign it has</source>
        <translation>A espessura de uma linha diz quão grande é o peso, a cor diz o sinal</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>ativação</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>porta</translation>
    </message>
</context>
<context>
    <name>SequencePanel</name>
    <message>
        <source>Sequence</source>
        <translation>Sequência</translation>
    </message>
    <message>
        <source>Bits 1 0 0 1, numbers 0.5 -1 2, vectors 1,1; 2,2 or text (Ctrl+L). Enter: back to the stage</source>
        <translation>Bits 1 0 0 1, números 0.5 -1 2, vetores 1,1; 2,2 ou texto (Ctrl+L). Enter: de volta ao palco</translation>
    </message>
    <message>
        <source>Use another task</source>
        <translation>Usar outra tarefa</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemplos</translation>
    </message>
    <message>
        <source>Sequences to begin with</source>
        <translation>Sequências para começar</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n passo</numerusform>
            <numerusform>%n passos</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} · {steps} · {kind}</source>
        <translation>{file} · {steps} · {kind}</translation>
    </message>
    <message>
        <source>{steps} · {kind} · type, paste or drop</source>
        <translation>{steps} · {kind} · digite, cole ou solte</translation>
    </message>
    <message>
        <source>too long to show here</source>
        <translation>longa demais para mostrar aqui</translation>
    </message>
    <message>
        <source>Use “{task}”
(new untrained network)</source>
        <translation>Usar “{task}”
(nova rede não treinada)</translation>
    </message>
    <message>
        <source>{task} can read this: begin with a new untrained network (Enter)</source>
        <translation>{task} sabe ler isto: começar com uma nova rede não treinada (Enter)</translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Sequences and sessions ({patterns})</source>
        <translation>Sequências e sessões ({patterns})</translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation>{file}: {problem}</translation>
    </message>
    <message>
        <source>New, and it has learned nothing yet: {cell}, {task}. Train lets it learn; Undo goes back.</source>
        <translation>Nova, e ainda não aprendeu nada: {cell}, {task}. Treinar a faz aprender; Desfazer volta atrás.</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Stage: the network unrolled in time</source>
        <translation>Palco: a rede desenrolada no tempo</translation>
    </message>
    <message>
        <source>Delete: compute it again</source>
        <translation>Delete: calcular de novo</translation>
    </message>
    <message>
        <source>Drag up or down to change it</source>
        <translation>Arraste para cima ou para baixo para mudar</translation>
    </message>
    <message>
        <source>Double-click opens the cell</source>
        <translation>Um clique duplo abre a célula</translation>
    </message>
    <message>
        <source>{cell} with {hidden} hidden units, clock {t} of {steps}, input {symbol}</source>
        <translation>{cell}, unidades ocultas: {hidden}, instante {t} de {steps}, entrada {symbol}</translation>
    </message>
    <message>
        <source>folded into one network</source>
        <translation>enrolada em uma só rede</translation>
    </message>
    <message>
        <source>the cell is open</source>
        <translation>a célula está aberta</translation>
    </message>
</context>
<context>
    <name>StateControls</name>
    <message>
        <source>Choose what is drawn here</source>
        <translation>Escolher o que é desenhado aqui</translation>
    </message>
    <message>
        <source>Previous unit</source>
        <translation>Unidade anterior</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>Próxima unidade</translation>
    </message>
    <message>
        <source>Drawn here: {what}</source>
        <translation>Desenhado aqui: {what}</translation>
    </message>
    <message>
        <source>unit {unit} / {units}</source>
        <translation>unidade {unit} / {units}</translation>
    </message>
    <message>
        <source>coloured by time</source>
        <translation>cores: tempo</translation>
    </message>
    <message>
        <source>coloured by symbol</source>
        <translation>cores: símbolo</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>todas as unidades</translation>
    </message>
    <message>
        <source>one unit</source>
        <translation>uma unidade</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>The state over time</source>
        <translation>O estado ao longo do tempo</translation>
    </message>
    <message>
        <source>nothing is known of this clock yet</source>
        <translation>nada se sabe deste instante ainda</translation>
    </message>
    <message>
        <source>Most like {clock}: {others}</source>
        <translation>Mais parecidos com {clock}: {others}</translation>
    </message>
    <message>
        <source>{gate}: {low} low, {high} high</source>
        <translation>{gate}: {low} baixas, {high} altas</translation>
    </message>
    <message>
        <source>{clock}: {what}</source>
        <translation>{clock}: {what}</translation>
    </message>
    <message>
        <source>distance {distance} from {clock}</source>
        <translation>distância {distance} de {clock}</translation>
    </message>
    <message>
        <source>∂L/∂{letter} of unit {unit} = {value}</source>
        <translation>∂L/∂{letter} da unidade {unit} = {value}</translation>
    </message>
    <message>
        <source>{gate}, unit {units}: at {low} of the clocks low, at {high} high</source>
        <translation>{gate}, unidade {units}: baixa em {low} dos instantes, alta em {high}</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Own data</source>
        <translation>Dados próprios</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>Abrir CSV…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Ler</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Prever</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Abrir uma tabela</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabelas (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>No column of {file} holds a number in every row.</source>
        <translation>Nenhuma coluna de {file} tem um número em cada linha.</translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n row(s)</source>
        <translation>
            <numerusform>{file}: %n linha</numerusform>
            <numerusform>{file}: %n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>first value: {value}</source>
        <translation>primeiro valor: {value}</translation>
    </message>
    <message>
        <source>line {line} is empty here; give a number in every row</source>
        <translation>a linha {line} está vazia aqui; dê um número em cada linha</translation>
    </message>
    <message>
        <source>line {line} holds “{value}”; give a number in every row</source>
        <translation>a linha {line} tem “{value}”; dê um número em cada linha</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Task</source>
        <translation>Tarefa</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opções</translation>
    </message>
    <message>
        <source>How difficult the task is</source>
        <translation>Quão difícil é a tarefa</translation>
    </message>
    <message>
        <source>Options of the task</source>
        <translation>Opções da tarefa</translation>
    </message>
    <message>
        <source>File and columns…</source>
        <translation>Arquivo e colunas…</translation>
    </message>
    <message>
        <source>guessing: {score}</source>
        <translation>por palpite: {score}</translation>
    </message>
    <message>
        <source>Always giving the same answer, the best one there is: loss {loss}, accuracy {accuracy} %</source>
        <translation>Dar sempre a mesma resposta, a melhor que há: perda {loss}, acurácia {accuracy} %</translation>
    </message>
    <message>
        <source>perfect: {score}</source>
        <translation>perfeito: {score}</translation>
    </message>
    <message>
        <source>Without a mistake that could be avoided: loss {loss}, accuracy {accuracy} %</source>
        <translation>Sem um erro que se pudesse evitar: perda {loss}, acurácia {accuracy} %</translation>
    </message>
</context>
<context>
    <name>TimelineFrame</name>
    <message>
        <source>Scroll along the time</source>
        <translation>Rolar ao longo do tempo</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>What is on the stage; choose another trained example</source>
        <translation>O que está no palco; escolha outro exemplo treinado</translation>
    </message>
    <message>
        <source>On the stage: {what}</source>
        <translation>No palco: {what}</translation>
    </message>
    <message>
        <source>{task} · {cell}, {units}</source>
        <translation>{task} · {cell}, {units}</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unidade</numerusform>
            <numerusform>%n unidades</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TracksView</name>
    <message>
        <source>Tracks</source>
        <translation>Trilhas</translation>
    </message>
    <message>
        <source>Heat maps of every gate, the cell and the hidden units over time; drag to move the playhead</source>
        <translation>Mapas de calor de cada porta, da célula e das unidades ocultas ao longo do tempo; arraste para mover o cursor</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>The numbers that were followed</source>
        <translation>Os números que foram seguidos</translation>
    </message>
    <message>
        <source>Back to a number that was followed; Backspace goes back by one</source>
        <translation>Voltar a um número que foi seguido; Backspace volta um</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>full</source>
        <translation>cheio</translation>
    </message>
    <message>
        <source>Newton&apos;s step is bounded by its damping</source>
        <translation>O passo de Newton é limitado pelo amortecimento</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>não treinada</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n atualização</numerusform>
            <numerusform>%n atualizações</numerusform>
        </translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>perda {loss}</translation>
    </message>
    <message>
        <source>loss of the batch {loss}</source>
        <translation>perda do lote {loss}</translation>
    </message>
    <message>
        <source>accuracy {accuracy} %</source>
        <translation>acurácia {accuracy} %</translation>
    </message>
    <message>
        <source>known by heart {accuracy} %</source>
        <translation>sabe de cor {accuracy} %</translation>
    </message>
    <message>
        <source>{title} failed</source>
        <translation>{title} falhou</translation>
    </message>
    <message>
        <source>{rate} updates/s</source>
        <translation>{rate} atualizações/s</translation>
    </message>
    <message>
        <source>rate now {rate}</source>
        <translation>taxa agora {rate}</translation>
    </message>
    <message>
        <source>full batch: {count} sequences, drawn once</source>
        <translation>lote cheio: {count} sequências, sorteadas uma vez</translation>
    </message>
    <message>
        <source>penalty {cost}, not in the loss</source>
        <translation>penalidade {cost}, fora da perda</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The clock under the playhead, of all clocks of the sequence</source>
        <translation>O instante sob o cursor, de todos os da sequência</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Speed of playing: {slower} slower, {faster} faster</source>
        <translation>Velocidade da reprodução: {slower} mais devagar, {faster} mais depressa</translation>
    </message>
    <message>
        <source>the input arrives</source>
        <translation>a entrada chega</translation>
    </message>
    <message>
        <source>the hidden layer</source>
        <translation>a camada oculta</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>a saída</translation>
    </message>
    <message>
        <source>{layer} is copied to the next memory</source>
        <translation>{layer} é copiada para a próxima memória</translation>
    </message>
    <message>
        <source>the layers below, one after the other</source>
        <translation>as camadas abaixo, uma após a outra</translation>
    </message>
    <message>
        <source>the layers above, one after the other</source>
        <translation>as camadas acima, uma após a outra</translation>
    </message>
    <message>
        <source>t = {t} / {steps}</source>
        <translation>t = {t} / {steps}</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Type a value (F2); Enter keeps it, Esc takes it back, ↑ and ↓ step</source>
        <translation>Digite um valor (F2); Enter mantém, Esc desfaz, ↑ e ↓ em passos</translation>
    </message>
    <message>
        <source>Value of c before the first clock</source>
        <translation>Valor de c antes do primeiro instante</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Símbolo</translation>
    </message>
    <message>
        <source>Another symbol at this clock (F2)</source>
        <translation>Outro símbolo neste instante (F2)</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Let the network compute this number again (Delete)</source>
        <translation>Deixar a rede calcular este número de novo (Delete)</translation>
    </message>
    <message>
        <source>symbol of {letter}</source>
        <translation>símbolo de {letter}</translation>
    </message>
    <message>
        <source>was {old}</source>
        <translation>era {old}</translation>
    </message>
</context>
<context>
    <name>WeightWindow</name>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Novo valor</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>Drag a cell up or down, or type a number. Arrows: next cell · Ctrl+↑ Ctrl+↓: change by 0.1, with Shift by 0.01 · Enter: keep · Esc: take back, or close</source>
        <translation>Arraste uma célula para cima ou para baixo, ou digite um número. Setas: próxima célula · Ctrl+↑ Ctrl+↓: mudar 0.1, com Shift 0.01 · Enter: manter · Esc: desfazer, ou fechar</translation>
    </message>
    <message>
        <source>(was {old})</source>
        <translation>(era {old})</translation>
    </message>
    <message>
        <source>{letter} is shared: this one number is used at {used} of {steps} clocks.</source>
        <translation>{letter} é compartilhada: este mesmo número é usado em {used} de {steps} instantes.</translation>
    </message>
    <message>
        <source>{letter} is shared: this one number is used at all {steps} clocks.</source>
        <translation>{letter} é compartilhada: este mesmo número é usado em todos os {steps} instantes.</translation>
    </message>
    <message>
        <source>{name} is 0 at t = {t}: this weight adds nothing there.</source>
        <translation>{name} é 0 em t = {t}: ali este peso não acrescenta nada.</translation>
    </message>
</context>
<context>
    <name>alarms</name>
    <message>
        <source>Layer {layer} · {sentence}</source>
        <translation>Camada {layer} · {sentence}</translation>
    </message>
    <message>
        <source>Forward row · {sentence}</source>
        <translation>Fileira direta · {sentence}</translation>
    </message>
    <message>
        <source>Reverse row · {sentence}</source>
        <translation>Fileira reversa · {sentence}</translation>
    </message>
    <message>
        <source>Layer {layer}, forward · {sentence}</source>
        <translation>Camada {layer}, direta · {sentence}</translation>
    </message>
    <message>
        <source>Layer {layer}, reverse · {sentence}</source>
        <translation>Camada {layer}, reversa · {sentence}</translation>
    </message>
    <message>
        <source>Not a number: {name} at t = {t} is no longer finite.</source>
        <translation>Não é um número: {name} em t = {t} deixou de ser finito.</translation>
    </message>
    <message>
        <source>Not a number: the gradient of {name} at t = {t} is no longer finite.</source>
        <translation>Não é um número: o gradiente de {name} em t = {t} deixou de ser finito.</translation>
    </message>
    <message>
        <source>Exploding gradient: ‖∂L/∂h‖ at t = {t} is {ratio:.3g} times the largest error that comes back to it.</source>
        <translation>Gradiente explode: ‖∂L/∂h‖ em t = {t} é {ratio:.3g} vezes o maior erro que volta até ele.</translation>
    </message>
    <message>
        <source>Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error after it; clocks: {count}.</source>
        <translation>Gradiente desaparece: em t = {t} ‖∂L/∂h‖ é {ratio:.2g} do maior erro depois; instantes: {count}.</translation>
    </message>
    <message>
        <source>Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error before it; clocks: {count}.</source>
        <translation>Gradiente desaparece: em t = {t} ‖∂L/∂h‖ é {ratio:.2g} do maior erro antes; instantes: {count}.</translation>
    </message>
    <message>
        <source>Dead units: {count} of {units} rectified units are 0 at every clock, the first is unit {unit}.</source>
        <translation>Unidades mortas: {count} de {units} unidades retificadas são 0 em todos os instantes, a primeira é a unidade {unit}.</translation>
    </message>
    <message>
        <source>Saturated: {percent:.0f} % of the values of {name} are where its slope is nearly flat.</source>
        <translation>Saturação: {percent:.0f} % dos valores de {name} estão onde a inclinação é quase plana.</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>exit codes: 0 all that is essential works, 1 something essential is missing</source>
        <translation>códigos de saída: 0 tudo o que é essencial funciona, 1 falta algo essencial</translation>
    </message>
    <message>
        <source>Something essential is missing: see the lines that begin with --.</source>
        <translation>Falta algo essencial: veja as linhas que começam com --.</translation>
    </message>
    <message>
        <source>Everything essential works.</source>
        <translation>Tudo o que é essencial funciona.</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>não instalado</translation>
    </message>
    <message>
        <source>{name} {version} with {threads} threads</source>
        <translation>{name} {version} com {threads} threads</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>não reconhecido</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>faltam: {names}</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>bibliotecas</translation>
    </message>
    <message>
        <source>cannot be loaded</source>
        <translation>não pode ser carregada</translation>
    </message>
    <message>
        <source>font</source>
        <translation>fonte</translation>
    </message>
    <message>
        <source>did not answer within {seconds} seconds</source>
        <translation>não respondeu em {seconds} segundos</translation>
    </message>
    <message>
        <source>ended by signal {number}: {reason}</source>
        <translation>terminado pelo sinal {number}: {reason}</translation>
    </message>
    <message>
        <source>window</source>
        <translation>janela</translation>
    </message>
    <message>
        <source>Qt platform {name}</source>
        <translation>plataforma Qt {name}</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>recursos</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>exemplos</translation>
    </message>
    <message>
        <source>format {name}</source>
        <translation>formato {name}</translation>
    </message>
    <message>
        <source>written and read</source>
        <translation>gravado e lido</translation>
    </message>
    <message>
        <source>{name}; large networks learn on it, all others with NumPy</source>
        <translation>{name}; redes grandes aprendem nela, todas as outras com o NumPy</translation>
    </message>
    <message>
        <source>the engine runs on NumPy. {reason}</source>
        <translation>o motor funciona com o NumPy. {reason}</translation>
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
        <translation>O fim de OUT diz o formato; um nome sem fim é uma pasta de imagens numeradas. Um .png é uma imagem só, do fim do
instante --to. Nada fica para trás quando a exportação falha ou é interrompida. Um arquivo que já existe só é
substituído com --force, e uma pasta que contém algo, nunca.

exemplos:
  rnnviz export paridade.gif --preset parity --sequence &quot;1 0 1 1&quot;
  rnnviz export paridade.mp4 --size 1920x1080 --fps 60 --speed 0.5 --theme dark
  rnnviz export instante3.png --to 3 --no-tracks
  rnnviz export dentro.mp4 --inside 2
  rnnviz export caminho.png --shows trajectory --colour symbol
  rnnviz export texto.png --shows symbols --quantity f --unit 2
  rnnviz export quadros --format png-sequence</translation>
    </message>
    <message>
        <source>the file, or folder, to make</source>
        <translation>o arquivo, ou a pasta, a fazer</translation>
    </message>
    <message>
        <source>the film</source>
        <translation>o filme</translation>
    </message>
    <message>
        <source>what “rnnviz list formats” names; otherwise the end of OUT decides</source>
        <translation>um dos que “rnnviz list formats” mostra; sem isso decide o fim de OUT</translation>
    </message>
    <message>
        <source>width and height in pixels (1280x720)</source>
        <translation>largura e altura em pixels (1280x720)</translation>
    </message>
    <message>
        <source>open the cell and show this unit, from 1; 0 shows all units</source>
        <translation>abre a célula e mostra esta unidade, a partir de 1; 0 mostra todas</translation>
    </message>
    <message>
        <source>letters of the weights in an open cell: {names}</source>
        <translation>letras dos pesos em uma célula aberta: {names}</translation>
    </message>
    <message>
        <source>X at the left and S at the right of each clock&apos;s column, not below and above</source>
        <translation>X à esquerda e S à direita da coluna de cada instante, não embaixo e em cima</translation>
    </message>
    <message>
        <source>what the symbols are coloured by: h or a gate&apos;s letter (h)</source>
        <translation>pelo que os símbolos são coloridos: h ou a letra de uma porta (h)</translation>
    </message>
    <message>
        <source>by its gradient instead of its value</source>
        <translation>pelo seu gradiente em vez do seu valor</translation>
    </message>
    <message>
        <source>whose value or gradient, from 1; also the one by which clocks are alike (all)</source>
        <translation>de que unidade é o valor ou o gradiente, a partir de 1; também aquela pela qual os instantes são parecidos (todas)</translation>
    </message>
    <message>
        <source>of the trajectory: time or symbol (time)</source>
        <translation>da trajetória: time ou symbol (time)</translation>
    </message>
    <message>
        <source>The names are listed by “rnnviz list experiments”. The same seed gives the same numbers, but
for those in seconds.

examples:
  rnnviz experiment singular-value
  rnnviz experiment orthogonal --picture orthogonal.png --theme dark
  rnnviz experiment clipping --quick</source>
        <translation>Os nomes estão em “rnnviz list experiments”. A mesma semente dá os mesmos números, menos os que são segundos.

exemplos:
  rnnviz experiment singular-value
  rnnviz experiment orthogonal --picture ortogonal.png --theme dark
  rnnviz experiment clipping --quick</translation>
    </message>
    <message>
        <source>which one, see “rnnviz list experiments”</source>
        <translation>qual, veja “rnnviz list experiments”</translation>
    </message>
    <message>
        <source>also draw it: a .png file</source>
        <translation>também desenha: um arquivo .png</translation>
    </message>
    <message>
        <source>replace FILE if it is there already</source>
        <translation>substitui FILE se já existir</translation>
    </message>
    <message>
        <source>light or dark (light)</source>
        <translation>light (claro) ou dark (escuro); light é o padrão</translation>
    </message>
    <message>
        <source>a smaller version, in about a second</source>
        <translation>uma versão menor, em cerca de um segundo</translation>
    </message>
    <message>
        <source>of all that is drawn by chance (0)</source>
        <translation>de tudo o que é sorteado (0)</translation>
    </message>
    <message>
        <source>{path}: {width} × {height}</source>
        <translation>{path}: {width} × {height}</translation>
    </message>
    <message>
        <source>{path}: {frames} frames of {width} × {height}, {seconds:.2f} s</source>
        <translation>{path}: {frames} quadros de {width} × {height}, {seconds:.2f} s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>examples:
  rnnviz list presets
  rnnviz list formats</source>
        <translation>exemplos:
  rnnviz list presets
  rnnviz list formats</translation>
    </message>
    <message>
        <source>what to list</source>
        <translation>o que listar</translation>
    </message>
    <message>
        <source>patterns: {kind}, {units} units, {patterns} patterns, {updates} updates</source>
        <translation>padrões: {kind}, {units} unidades, {patterns} padrões, {updates} atualizações</translation>
    </message>
    <message>
        <source>{task}: {cell}, {hidden} units, {updates} updates, shows “{sequence}”</source>
        <translation>{task}: {cell}, unidades: {hidden}, atualizações: {updates}, mostra “{sequence}”</translation>
    </message>
    <message>
        <source>make a film or a picture, without a screen</source>
        <translation>faz um filme ou uma imagem, sem tela</translation>
    </message>
    <message>
        <source>write every named array of a run as .npz or .csv</source>
        <translation>grava todos os vetores de uma execução, com nome, em .npz ou .csv</translation>
    </message>
    <message>
        <source>train a network and save it as a session (.rnnviz)</source>
        <translation>treina uma rede e a salva como sessão (.rnnviz)</translation>
    </message>
    <message>
        <source>measure a classic result about gradients again</source>
        <translation>mede de novo um resultado clássico sobre gradientes</translation>
    </message>
    <message>
        <source>say which presets, cells, tasks, formats or experiments there are</source>
        <translation>diz que exemplos, células, tarefas, formatos ou experimentos há</translation>
    </message>
    <message>
        <source>say what works here, what is missing, and the line that installs it</source>
        <translation>diz o que funciona aqui, o que falta, e a linha que o instala</translation>
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
        <translation>comandos (rnnviz COMMAND --help diz mais):
{commands}

exemplos:
  rnnviz                                  abre a janela
  rnnviz aula.rnnviz                      abre uma sessão que foi salva
  rnnviz export paridade.gif --preset parity --sequence &quot;1 0 1 1&quot;
  rnnviz trace - --preset worked-example
  rnnviz train minha.rnnviz --task parity --cell gru --updates 3000

códigos de saída: 0 feito, 1 falha ou entrada ruim, 2 uso errado, 130 interrompido
</translation>
    </message>
    <message>
        <source>Interrupted; nothing was written.</source>
        <translation>Interrompido; nada foi gravado.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Cancelado; nada foi gravado.</translation>
    </message>
    <message>
        <source>There is not enough memory for this; try a shorter sequence or fewer units.</source>
        <translation>Não há memória suficiente para isto; tente uma sequência mais curta ou menos unidades.</translation>
    </message>
    <message>
        <source>See recurrent networks: unrolled in time, gate by gate, while they learn.</source>
        <translation>Veja redes recorrentes: desenroladas no tempo, porta por porta, enquanto aprendem.</translation>
    </message>
    <message>
        <source>say which version this is</source>
        <translation>diz que versão é esta</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltam {time}</translation>
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
        <translation>Um arquivo que já existe só é substituído com --force.

colunas: t, symbol o símbolo, x[0]... a entrada, s[...] a saída, h[...] a oculta, as portas pela letra, c[...] a célula,
M[...] a memória (h do instante anterior; redes diretas não têm), grad_h[...] o gradiente da perda em relação a h, e
assim por diante, truncado onde o treino o trunca; de uma rede de padrões s[...] as unidades, E a energia, m[...] os
overlaps, T a temperatura

exemplos:
  rnnviz trace - --preset worked-example
  rnnviz trace paridade.csv --preset parity --sequence &quot;1 0 1 1&quot;
  rnnviz trace rodada.npz --open aula.rnnviz --input teste.txt</translation>
    </message>
    <message>
        <source>a .npz or .csv file; - prints CSV</source>
        <translation>um arquivo .npz ou .csv; - imprime CSV</translation>
    </message>
    <message>
        <source>The same flags and seed give the same session. One that is there already is only replaced with --force.

examples:
  rnnviz train mine.rnnviz --task parity --cell gru --hidden 4 --updates 3000
  rnnviz train sums.rnnviz --task adding --set length=50 --cell gru --hidden 16
  rnnviz train words.rnnviz --task next-character --sequence &quot;hello hello hello&quot; --hidden 32
  rnnviz mine.rnnviz                      # and look at it</source>
        <translation>As mesmas opções e a mesma semente dão a mesma sessão. Uma que já existe só é substituída com --force.

exemplos:
  rnnviz train minha.rnnviz --task parity --cell gru --hidden 4 --updates 3000
  rnnviz train somas.rnnviz --task adding --set length=50 --cell gru --hidden 16
  rnnviz train palavras.rnnviz --task next-character --sequence &quot;olá olá olá&quot; --hidden 32
  rnnviz minha.rnnviz                     # e olhar</translation>
    </message>
    <message>
        <source>the session to make (.rnnviz)</source>
        <translation>a sessão a fazer (.rnnviz)</translation>
    </message>
    <message>
        <source>what to learn, see “rnnviz list tasks” (parity)</source>
        <translation>o que aprender, veja “rnnviz list tasks” (parity)</translation>
    </message>
    <message>
        <source>how many updates (2000)</source>
        <translation>quantas atualizações (2000)</translation>
    </message>
    <message>
        <source>an option of the task, as often as wanted: --set length=100</source>
        <translation>uma opção da tarefa, quantas vezes se queira: --set length=100</translation>
    </message>
    <message>
        <source>what the session shows, and for text what is learned (the task&apos;s own example)</source>
        <translation>o que a sessão mostra e, para texto, o que se aprende (o exemplo da própria tarefa)</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>a rede</translation>
    </message>
    <message>
        <source>the training</source>
        <translation>o treino</translation>
    </message>
    <message>
        <source>options that only some of these have</source>
        <translation>opções que só alguns destes têm</translation>
    </message>
    <message>
        <source>{path}: {bytes} bytes of memory for each clock of each sequence in a batch</source>
        <translation>{path}: {bytes} bytes de memória por instante de cada sequência de um lote</translation>
    </message>
    <message>
        <source>{path}: stopped after {updates} updates, with the weights of update {best}</source>
        <translation>{path}: parou após {updates} atualizações, com os pesos da atualização {best}</translation>
    </message>
    <message>
        <source>{path}: {updates} updates, {how} on unseen sequences</source>
        <translation>{path}: atualizações: {updates}, {how} em sequências inéditas</translation>
    </message>
    <message>
        <source>{path}: computed by {backend} in {dtype}</source>
        <translation>{path}: calculado por {backend} em {dtype}</translation>
    </message>
    <message>
        <source>loss {loss:.4g}, accuracy {accuracy:.1%}</source>
        <translation>perda {loss:.4g}, acurácia {accuracy:.1%}</translation>
    </message>
    <message>
        <source>a session (.rnnviz) or a sequence (.txt, .csv, .tsv, .npy) to open</source>
        <translation>uma sessão (.rnnviz) ou uma sequência (.txt, .csv, .tsv, .npy) a abrir</translation>
    </message>
    <message>
        <source>what to run</source>
        <translation>o que executar</translation>
    </message>
    <message>
        <source>a network that comes with rnnviz, see “rnnviz list presets” (the one of the window)</source>
        <translation>uma rede que vem com o rnnviz, veja “rnnviz list presets” (a da janela)</translation>
    </message>
    <message>
        <source>a session that was saved (.rnnviz)</source>
        <translation>uma sessão que foi salva (.rnnviz)</translation>
    </message>
    <message>
        <source>what it reads, as typed in the window: “1 0 1 1”, “0.5 -1 2”, “1,1; 2,2”, “hello”</source>
        <translation>o que ela lê, como se digita na janela: “1 0 1 1”, “0.5 -1 2”, “1,1; 2,2”, “olá”</translation>
    </message>
    <message>
        <source>the same from a file (.txt, .csv, .tsv, .npy)</source>
        <translation>o mesmo, de um arquivo (.txt, .csv, .tsv, .npy)</translation>
    </message>
    <message>
        <source>what computes: {names} (what the session was trained with)</source>
        <translation>o que calcula: {names} (o que treinou a sessão)</translation>
    </message>
    <message>
        <source>replace OUT if it is there already</source>
        <translation>substitui OUT se já existir</translation>
    </message>
    <message>
        <source>speak this language, whatever the preferences say: {names}</source>
        <translation>fala este idioma, digam o que disserem as preferências: {names}</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>usage: </source>
        <translation>uso: </translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>argumentos posicionais</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opções</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>mostra esta ajuda e termina</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s: erro: %(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argumento %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>falta um valor</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>faltam os argumentos: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>argumentos desconhecidos: %s</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>escolha inválida: %(value)r (há %(choices)s)</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>opção ambígua: %(option)s pode ser %(matches)s</translation>
    </message>
</context>
<context>
    <name>cells</name>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>Elman</source>
        <translation>Elman</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>reset</translation>
    </message>
    <message>
        <source>update</source>
        <translation>atualização</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>candidato</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>forget</source>
        <translation>esquecimento</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>célula</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>feed-forward</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordan</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>feed-forward</source>
        <translation>feed-forward</translation>
    </message>
    <message>
        <source>Elman</source>
        <translation>Elman</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordan</translation>
    </message>
    <message>
        <source>one to one</source>
        <translation>1 para 1</translation>
    </message>
    <message>
        <source>one to many</source>
        <translation>1 para N</translation>
    </message>
    <message>
        <source>many to one</source>
        <translation>N para 1</translation>
    </message>
    <message>
        <source>many to many</source>
        <translation>N para N</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>com atraso</translation>
    </message>
    <message>
        <source>after the product</source>
        <translation>após o produto</translation>
    </message>
    <message>
        <source>before the product</source>
        <translation>antes do produto</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>para a frente</translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation>bidirecional</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD momentum</source>
        <translation>SGD momento</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>a rede</translation>
    </message>
    <message>
        <source>trajectory of h</source>
        <translation>trajetória de h</translation>
    </message>
    <message>
        <source>symbols by unit</source>
        <translation>símbolos por unidade</translation>
    </message>
    <message>
        <source>where else h is alike</source>
        <translation>onde mais h se parece</translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation>unidades saturadas</translation>
    </message>
    <message>
        <source>light</source>
        <translation>claro</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>escuro</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>unfold at first</source>
        <translation>desenrolar no começo</translation>
    </message>
    <message>
        <source>fold at the end</source>
        <translation>enrolar no fim</translation>
    </message>
    <message>
        <source>unfold, then fold</source>
        <translation>desenrolar e enrolar</translation>
    </message>
    <message>
        <source>always folded</source>
        <translation>sempre enrolada</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation>AdaDelta</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>Newton</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>step</source>
        <translation>degraus</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>cosseno</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>aquecimento</translation>
    </message>
    <message>
        <source>uniform ±1/√H</source>
        <translation>uniforme ±1/√H</translation>
    </message>
    <message>
        <source>normal N(0, 1)</source>
        <translation>normal N(0, 1)</translation>
    </message>
    <message>
        <source>LeCun N(0, 1/n)</source>
        <translation>LeCun N(0, 1/n)</translation>
    </message>
    <message>
        <source>Xavier (Glorot)</source>
        <translation>Xavier (Glorot)</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>ortogonal</translation>
    </message>
    <message>
        <source>identity (IRNN)</source>
        <translation>identidade</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>zeros</translation>
    </message>
    <message>
        <source>full BPTT</source>
        <translation>BPTT completa</translation>
    </message>
    <message>
        <source>truncated BPTT</source>
        <translation>BPTT truncada</translation>
    </message>
    <message>
        <source>RTRL (forward)</source>
        <translation>RTRL (adiante)</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>CuPy (GPU)</source>
        <translation>CuPy (GPU)</translation>
    </message>
    <message>
        <source>every gradient</source>
        <translation>cada gradiente</translation>
    </message>
    <message>
        <source>what the loss needs</source>
        <translation>o que a perda pede</translation>
    </message>
    <message>
        <source>Hebb</source>
        <translation>Hebb</translation>
    </message>
    <message>
        <source>Storkey</source>
        <translation>Storkey</translation>
    </message>
    <message>
        <source>pseudo-inverse</source>
        <translation>pseudoinversa</translation>
    </message>
    <message>
        <source>bipolar −1, 1</source>
        <translation>bipolar −1, 1</translation>
    </message>
    <message>
        <source>binary 0, 1</source>
        <translation>binária 0, 1</translation>
    </message>
    <message>
        <source>asynchronous</source>
        <translation>assíncrona</translation>
    </message>
    <message>
        <source>synchronous</source>
        <translation>síncrona</translation>
    </message>
    <message>
        <source>geometric</source>
        <translation>geométrico</translation>
    </message>
    <message>
        <source>a unit</source>
        <translation>uma unidade</translation>
    </message>
    <message>
        <source>a sweep</source>
        <translation>uma varredura</translation>
    </message>
    <message>
        <source>CD-k</source>
        <translation>CD-k</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exato</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>algarismos</translation>
    </message>
    <message>
        <source>month names</source>
        <translation>por extenso</translation>
    </message>
    <message>
        <source>either</source>
        <translation>um ou outro</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>figuras</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>letras</translation>
    </message>
    <message>
        <source>a text of your own</source>
        <translation>um texto seu</translation>
    </message>
    <message>
        <source>standard score</source>
        <translation>escore padrão</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 a 1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglês</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>português</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>{title} failed after {updates} updates ({reason}); NumPy goes on from the same weights.</source>
        <translation>{title} falhou depois de {updates} atualizações ({reason}); o NumPy continua com os mesmos pesos.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A network of patterns has no cells to open; leave out --inside.</source>
        <translation>Uma rede de padrões não tem células para abrir; omita --inside.</translation>
    </message>
    <message>
        <source>There is no unit {unit}; give one from 1 to {hidden}, or 0 for all.</source>
        <translation>Não há a unidade {unit}; informe de 1 a {hidden}, ou 0 para todas.</translation>
    </message>
    <message>
        <source>A network of patterns has no state over time; leave out --shows.</source>
        <translation>Uma rede de padrões não tem estado no tempo; omita --shows.</translation>
    </message>
    <message>
        <source>This cell has no “{name}”; give one of {names}.</source>
        <translation>Esta célula não tem “{name}”; informe um destes: {names}.</translation>
    </message>
    <message>
        <source>There is no unit {unit}; give one from 1 to {hidden}.</source>
        <translation>Não há unidade {unit}; informe uma de 1 a {hidden}.</translation>
    </message>
    <message>
        <source>The size “{value}” is not width and height; give it like 1280x720.</source>
        <translation>O tamanho “{value}” não é largura e altura; informe como em 1280x720.</translation>
    </message>
    <message>
        <source>QT_QPA_PLATFORM is “{name}”, which this Qt does not have; it has {names}.</source>
        <translation>QT_QPA_PLATFORM é “{name}”, que este Qt não tem; ele tem {names}.</translation>
    </message>
    <message>
        <source>Qt misses {libraries}; install what it needs with: {line}</source>
        <translation>Faltam bibliotecas ao Qt: {libraries}; instale o que é preciso com: {line}</translation>
    </message>
    <message>
        <source>There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set); films and traces need none: see “rnnviz export --help”.</source>
        <translation>Não há tela para uma janela (nem DISPLAY nem WAYLAND_DISPLAY está definida); filmes e vetores não precisam dela: veja “rnnviz export --help”.</translation>
    </message>
    <message>
        <source>The display “{display}” does not answer; is DISPLAY right?</source>
        <translation>A tela “{display}” não responde; DISPLAY está certa?</translation>
    </message>
    <message>
        <source>“{path}” does not end with {suffix}; a session does.</source>
        <translation>“{path}” não termina em {suffix}; uma sessão termina assim.</translation>
    </message>
    <message>
        <source>“{typed}” sets no option of the task {task}; there is {names}.</source>
        <translation>“{typed}” não define nenhuma opção da tarefa {task}; há {names}.</translation>
    </message>
    <message>
        <source>“{value}” updates is not possible; give a whole number from 1 to {most}.</source>
        <translation>“{value}” atualizações não é possível; informe um número inteiro de 1 a {most}.</translation>
    </message>
    <message>
        <source>There is no file “{file}”, and no such command; there is {names}.</source>
        <translation>Não há arquivo “{file}”, nem comando com esse nome; há {names}.</translation>
    </message>
    <message>
        <source>Qt cannot be loaded here ({reason}); install what is missing with: {line}</source>
        <translation>O Qt não pode ser carregado aqui ({reason}); instale o que falta com: {line}</translation>
    </message>
    <message>
        <source>There is no activation “{name}”; there is {names}.</source>
        <translation>Não há ativação “{name}”; há {names}.</translation>
    </message>
    <message>
        <source>The loss was no longer finite after update {update}: give a rate below {rate:g}, or clip the gradient at 1.</source>
        <translation>A perda deixou de ser finita após a atualização {update}: use uma taxa abaixo de {rate:g}, ou corte o gradiente em 1.</translation>
    </message>
    <message>
        <source>The task has {given} inputs and outputs, the network {wanted}; they must be the same.</source>
        <translation>A tarefa tem {given} entradas e saídas, a rede {wanted}; devem ser iguais.</translation>
    </message>
    <message>
        <source>{updates} updates: give 1 or more.</source>
        <translation>{updates} atualizações: informe 1 ou mais.</translation>
    </message>
    <message>
        <source>The engine could not do that: {error}. The last good state stays.</source>
        <translation>O motor não conseguiu fazer isso: {error}. O último estado bom permanece.</translation>
    </message>
    <message>
        <source>The sequence has {given} inputs and outputs a clock, the network {wanted}; give the same.</source>
        <translation>A sequência tem {given} entradas e saídas por instante, a rede {wanted}; use números iguais.</translation>
    </message>
    <message>
        <source>“{name}” is not a format for this; choose {names}.</source>
        <translation>“{name}” não é um formato para isto; escolha {names}.</translation>
    </message>
    <message>
        <source>{path} does not end with {suffix}, as the format “{name}” does; name it so.</source>
        <translation>{path} não termina em {suffix}, como o formato “{name}”; dê esse fim ao nome.</translation>
    </message>
    <message>
        <source>Films need PyAV, which does not load here ({reason}); install it with “pip install av”, or choose {names}.</source>
        <translation>Filmes precisam do PyAV, que aqui não carrega ({reason}); instale-o com “pip install av”, ou escolha {names}.</translation>
    </message>
    <message>
        <source>This PyAV has no encoder {encoder}; install the complete one with “pip install --force-reinstall --only-binary av av”, or choose {names}.</source>
        <translation>Este PyAV não tem o codificador {encoder}; instale o completo com “pip install --force-reinstall --only-binary av av”, ou escolha {names}.</translation>
    </message>
    <message>
        <source>The film was not written whole: {found} of {count} frames can be read back; is the disk full?</source>
        <translation>O filme não foi gravado inteiro: {found} de {count} quadros podem ser lidos de volta; o disco está cheio?</translation>
    </message>
    <message>
        <source>A film from clock {first} to {last} is not possible; give clocks within 1 to {steps}.</source>
        <translation>Um filme do instante {first} ao {last} não é possível; informe instantes de 1 a {steps}.</translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written; free some space there.</source>
        <translation>O disco está cheio: {path} não foi gravado; libere espaço nele.</translation>
    </message>
    <message>
        <source>Your disk quota is used up: {path} was not written.</source>
        <translation>A sua cota de disco acabou: {path} não foi gravado.</translation>
    </message>
    <message>
        <source>{path} would be larger than a file may be there.</source>
        <translation>{path} seria maior do que um arquivo pode ser ali.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to; choose a folder that is yours.</source>
        <translation>Não é possível gravar em {folder}; escolha uma pasta sua.</translation>
    </message>
    <message>
        <source>{folder} is read-only; choose a folder that is yours.</source>
        <translation>{folder} só permite leitura; escolha uma pasta sua.</translation>
    </message>
    <message>
        <source>There is no folder {folder}; make it first or choose another one.</source>
        <translation>Não há pasta {folder}; crie-a antes ou escolha outra.</translation>
    </message>
    <message>
        <source>{folder} is a file, not a folder; choose another place.</source>
        <translation>{folder} é um arquivo, não uma pasta; escolha outro lugar.</translation>
    </message>
    <message>
        <source>{path} is a folder; give the name of a file in it.</source>
        <translation>{path} é uma pasta; dê o nome de um arquivo nela.</translation>
    </message>
    <message>
        <source>The name {path} is too long.</source>
        <translation>O nome {path} é longo demais.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} não pôde ser gravado: {reason}.</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>não é um arquivo comum</translation>
    </message>
    <message>
        <source>{path} is already there; give a name that no picture begins with.</source>
        <translation>{path} já existe; dê um nome com que nenhuma imagem comece.</translation>
    </message>
    <message>
        <source>{path} is not an empty folder; give a new or an empty one.</source>
        <translation>{path} não é uma pasta vazia; informe uma nova ou vazia.</translation>
    </message>
    <message>
        <source>The film could not be written: {error}.</source>
        <translation>O filme não pôde ser gravado: {error}.</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number; give {range}.</source>
        <translation>“{text}” não é um número inteiro; informe {range}.</translation>
    </message>
    <message>
        <source>“{text}” is not a number; give {range}.</source>
        <translation>“{text}” não é um número; informe {range}.</translation>
    </message>
    <message>
        <source>{text} is out of range; give {range}.</source>
        <translation>{text} está fora dos limites; informe {range}.</translation>
    </message>
    <message>
        <source>“{name}” is a folder; give a file.</source>
        <translation>“{name}” é uma pasta; informe um arquivo.</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file.</source>
        <translation>“{name}” não é um arquivo comum.</translation>
    </message>
    <message>
        <source>“{name}” has {size} MB; at most {most} MB are read.</source>
        <translation>“{name}” tem {size} MB; são lidos no máximo {most} MB.</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>Não há arquivo “{path}”.</translation>
    </message>
    <message>
        <source>You are not allowed to read “{path}”.</source>
        <translation>Você não tem permissão para ler “{path}”.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation>“{path}” não pode ser lido: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is not of a kind that can be read; {suffixes} files can.</source>
        <translation>“{name}” não é de um tipo que se possa ler; arquivos {suffixes} podem ser lidos.</translation>
    </message>
    <message>
        <source>“{name}” is not UTF-8 text: byte {byte} in line {line} (0x{value}); save it as UTF-8.</source>
        <translation>“{name}” não é texto UTF-8: byte {byte} na linha {line} (0x{value}); salve-o como UTF-8.</translation>
    </message>
    <message>
        <source>“{name}” holds no row of numbers, only a header.</source>
        <translation>“{name}” não tem nenhuma linha de números, só um cabeçalho.</translation>
    </message>
    <message>
        <source>“{name}”: line {line} has length {count}, line {first} has {width}; all need the same length.</source>
        <translation>“{name}”: a linha {line} tem comprimento {count}, a linha {first} tem {width}; todas precisam do mesmo.</translation>
    </message>
    <message>
        <source>“{name}”: line {line}, column {column} is “{value}”; give a number from -1e9 to 1e9.</source>
        <translation>“{name}”: na linha {line}, coluna {column} está “{value}”; use um número de -1e9 a 1e9.</translation>
    </message>
    <message>
        <source>“{name}” holds {steps} steps of {width} numbers, which are not {kind}.</source>
        <translation>“{name}” tem {steps} passos de {width} números, que não são {kind}.</translation>
    </message>
    <message>
        <source>“{name}” holds values of type {dtype}; give whole or real numbers.</source>
        <translation>“{name}” tem valores do tipo {dtype}; use números inteiros ou reais.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {shape}; give (T,) or (T, D), with T and D 1 or more.</source>
        <translation>“{name}” tem o formato {shape}; use (T,) ou (T, D), com T e D a partir de 1.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {shape}; at most {steps} steps of {width} are read.</source>
        <translation>“{name}” tem o formato {shape}; são lidos no máximo {steps} passos de {width}.</translation>
    </message>
    <message>
        <source>“{name}” is cut off: its header promises {wanted} bytes, {given} are there.</source>
        <translation>“{name}” está cortado: o cabeçalho promete {wanted} bytes, há {given}.</translation>
    </message>
    <message>
        <source>“{name}” holds {value} at index {place}; give numbers from -1e9 to 1e9.</source>
        <translation>“{name}” tem {value} no índice {place}; use números de -1e9 a 1e9.</translation>
    </message>
    <message>
        <source>“{name}” is not a NumPy array file of version 1 or 2, or its header is broken.</source>
        <translation>“{name}” não é um arquivo de vetores do NumPy da versão 1 ou 2, ou tem o cabeçalho quebrado.</translation>
    </message>
    <message>
        <source>The sequence is empty; give bits 1 0 1, numbers, vectors 1,1; 2,2 or text.</source>
        <translation>A sequência está vazia; digite bits 1 0 1, números, vetores 1,1; 2,2 ou texto.</translation>
    </message>
    <message>
        <source>The sequence has {steps} steps; at most {most} are accepted.</source>
        <translation>A sequência tem {steps} passos; são aceitos no máximo {most}.</translation>
    </message>
    <message>
        <source>The vectors have {width} values each; at most {most} are accepted.</source>
        <translation>Os vetores têm {width} valores cada; são aceitos no máximo {most}.</translation>
    </message>
    <message>
        <source>The text has {count} characters; at most {most} are accepted.</source>
        <translation>O texto tem {count} caracteres; são aceitos no máximo {most}.</translation>
    </message>
    <message>
        <source>Bit {place} is “{value}”; a bit is 0 or 1.</source>
        <translation>O bit {place} é “{value}”; um bit é 0 ou 1.</translation>
    </message>
    <message>
        <source>Vector {place} has length {count} and vector 1 has length {width}; all need the same length.</source>
        <translation>O vetor {place} tem comprimento {count} e o vetor 1 tem comprimento {width}; todos precisam do mesmo.</translation>
    </message>
    <message>
        <source>{column} of vector {vector}</source>
        <translation>{column} do vetor {vector}</translation>
    </message>
    <message>
        <source>Value {place} is missing; give a number between the commas.</source>
        <translation>Falta o valor {place}; ponha um número entre as vírgulas.</translation>
    </message>
    <message>
        <source>Value {place} is “{value}”, not a number; give numbers like 0.5 or 1e-3, or text in quotes “&quot;”.</source>
        <translation>O valor {place} é “{value}”, não um número; use números como 0.5 ou 1e-3, ou texto entre aspas “&quot;”.</translation>
    </message>
    <message>
        <source>Value {place}, “{value}”, is too large; give -1e9 to 1e9.</source>
        <translation>O valor {place}, “{value}”, é grande demais; use de -1e9 a 1e9.</translation>
    </message>
    <message>
        <source>{what} is not an array of numbers: {reason}.</source>
        <translation>{what} não é um vetor de números: {reason}.</translation>
    </message>
    <message>
        <source>{what} holds {value} at {place}; only finite numbers are accepted.</source>
        <translation>{what} tem {value} em {place}; só números finitos são aceitos.</translation>
    </message>
    <message>
        <source>{what} has the shape {given}; this network needs {letters} = {wanted}.</source>
        <translation>{what} tem o formato {given}; esta rede precisa de {letters} = {wanted}.</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>A entrada</translation>
    </message>
    <message>
        <source>The input has the shape {given}; this network needs (T, B, {inputs}) with at least one clock.</source>
        <translation>A entrada tem o formato {given}; esta rede precisa de (T, B, {inputs}), com ao menos um instante.</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>O alvo</translation>
    </message>
    <message>
        <source>The target holds class {value}; this network has 0 to {last}.</source>
        <translation>O alvo tem a classe {value}; esta rede tem de 0 a {last}.</translation>
    </message>
    <message>
        <source>The mask</source>
        <translation>A máscara</translation>
    </message>
    <message>
        <source>The mask needs numbers from 0 on, and one at least that is not 0.</source>
        <translation>A máscara precisa de números a partir de 0, e ao menos um que não seja 0.</translation>
    </message>
    <message>
        <source>There is no state “{name}” in this network; it has {names}.</source>
        <translation>Não há estado “{name}” nesta rede; ela tem {names}.</translation>
    </message>
    <message>
        <source>The state {name}</source>
        <translation>O estado {name}</translation>
    </message>
    <message>
        <source>There is no loss “{name}”; there is {names}.</source>
        <translation>Não há perda “{name}”; há {names}.</translation>
    </message>
    <message>
        <source>The loss “{name}” needs the output “{needs}”; this network has “{readout}”.</source>
        <translation>A perda “{name}” precisa da saída “{needs}”; esta rede tem “{readout}”.</translation>
    </message>
    <message>
        <source>There is no parameter “{name}” in this network; it has {names}.</source>
        <translation>Não há parâmetro “{name}” nesta rede; ela tem {names}.</translation>
    </message>
    <message>
        <source>The parameter “{name}” is missing; its shape is {shape}.</source>
        <translation>Falta o parâmetro “{name}”; o seu formato é {shape}.</translation>
    </message>
    <message>
        <source>The parameter “{name}” has the shape {given}; this network needs {shape}.</source>
        <translation>O parâmetro “{name}” tem o formato {given}; esta rede precisa de {shape}.</translation>
    </message>
    <message>
        <source>The parameter “{name}” holds something that is not a finite number.</source>
        <translation>O parâmetro “{name}” tem algo que não é um número finito.</translation>
    </message>
    <message>
        <source>There is no array “{name}” here; there is {names}.</source>
        <translation>Não há vetor “{name}” aqui; há {names}.</translation>
    </message>
    <message>
        <source>Layer {layer}, reverse {reverse}: this network has layers 0 to {last} and is {direction}.</source>
        <translation>Camada {layer}, reversa {reverse}: esta rede tem as camadas 0 a {last} e é {direction}.</translation>
    </message>
    <message>
        <source>The gradient of “{name}” was not recorded at each clock; record “all”, or “norms” for its length.</source>
        <translation>O gradiente de “{name}” não foi gravado a cada instante; grave “all”, ou “norms” para o seu comprimento.</translation>
    </message>
    <message>
        <source>{title}: “{value}” is not a whole number; give {range}.</source>
        <translation>{title}: “{value}” não é um número inteiro; informe {range}.</translation>
    </message>
    <message>
        <source>{title}: “{value}” is not a number; give {range}.</source>
        <translation>{title}: “{value}” não é um número; informe {range}.</translation>
    </message>
    <message>
        <source>{title}: “{value}” is not known; choose {choices}.</source>
        <translation>{title}: “{value}” não é conhecido; escolha {choices}.</translation>
    </message>
    <message>
        <source>{title}: {value} is out of range; give {range}.</source>
        <translation>{title}: {value} está fora dos limites; informe {range}.</translation>
    </message>
    <message>
        <source>There is no {kind} “{name}”; there is {names}.</source>
        <translation>Não há {kind} “{name}”; há {names}.</translation>
    </message>
    <message>
        <source>Sequence and table are {size} MB of text; shorten them to less than 100.</source>
        <translation>A sequência e a tabela são {size} MB de texto; encurte-as para menos de 100.</translation>
    </message>
    <message>
        <source>task {task}, network {network} inputs → outputs</source>
        <translation>tarefa {task}, rede {network} entradas → saídas</translation>
    </message>
    <message>
        <source>updates {updates}, accuracy {accuracy}</source>
        <translation>atualizações {updates}, acurácia {accuracy}</translation>
    </message>
    <message>
        <source>t {t}, phase {phase}</source>
        <translation>t {t}, fase {phase}</translation>
    </message>
    <message>
        <source>“{name}” is a session of rnnviz that does not hold together: {reason}.</source>
        <translation>“{name}” é uma sessão do rnnviz que não se sustenta: {reason}.</translation>
    </message>
    <message>
        <source>“{field}” is missing</source>
        <translation>falta “{field}”</translation>
    </message>
    <message>
        <source>“{field}” is not known</source>
        <translation>“{field}” não é conhecido</translation>
    </message>
    <message>
        <source>“{field}” is not what it should be</source>
        <translation>“{field}” não é o que deveria ser</translation>
    </message>
    <message>
        <source>what it says of itself cannot be read</source>
        <translation>não se pode ler o que ela diz de si mesma</translation>
    </message>
    <message>
        <source>“{name}” is not a whole session of rnnviz: it was cut short or comes from another program; open a .rnnviz file that was saved here.</source>
        <translation>“{name}” não é uma sessão inteira do rnnviz: foi cortada ou vem de outro programa; abra um arquivo .rnnviz salvo aqui.</translation>
    </message>
    <message>
        <source>“{name}” has the format version {version}; this rnnviz reads version {known}.</source>
        <translation>“{name}” tem a versão de formato {version}; este rnnviz lê a versão {known}.</translation>
    </message>
    <message>
        <source>“{name}” was saved when the task “{task}” had {before} inputs; now it has {now}, and which of them the network knows is not in the file.</source>
        <translation>“{name}” foi salva quando a tarefa “{task}” tinha {before} entradas; agora ela tem {now}, e quais delas a rede conhece não está no arquivo.</translation>
    </message>
    <message>
        <source>“{name}” was saved when input {place} of the task “{task}” stood for “{before}”; now it is “{now}”.</source>
        <translation>“{name}” foi salva quando a entrada {place} da tarefa “{task}” era “{before}”; agora ela é “{now}”.</translation>
    </message>
    <message>
        <source>{kind} has no option &apos;{option}&apos;</source>
        <translation>{kind} não tem a opção “{option}”</translation>
    </message>
    <message>
        <source>the values of the sequence are not {kind}</source>
        <translation>os valores da sequência não são {kind}</translation>
    </message>
    <message>
        <source>the sequence holds {value}</source>
        <translation>a sequência contém {value}</translation>
    </message>
    <message>
        <source>the parameter {name} is {dtype}, its network {wanted}</source>
        <translation>o parâmetro {name} é {dtype}, a sua rede {wanted}</translation>
    </message>
    <message>
        <source>the parameter {name} has the shape {shape}</source>
        <translation>o parâmetro {name} tem o formato {shape}</translation>
    </message>
    <message>
        <source>updates {updates}, t {t}, layout {layout}</source>
        <translation>atualizações {updates}, t {t}, disposição {layout}</translation>
    </message>
    <message>
        <source>“{name}” is a session of patterns that does not hold together: {reason}.</source>
        <translation>“{name}” é uma sessão de padrões que não se sustenta: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is not a whole session of patterns; open a .rnnviz file.</source>
        <translation>“{name}” não é uma sessão inteira de padrões; abra um arquivo .rnnviz.</translation>
    </message>
    <message>
        <source>the pattern “{name}” is not {rows} rows of {columns} # and .</source>
        <translation>o padrão “{name}” não tem {rows} linhas de {columns} # e .</translation>
    </message>
    <message>
        <source>{name} is missing or not float64 {shape}</source>
        <translation>{name} falta ou não é float64 {shape}</translation>
    </message>
    <message>
        <source>There is no preset “{name}”; there is {names}.</source>
        <translation>Não há exemplo “{name}”; há {names}.</translation>
    </message>
    <message>
        <source>“{text}” has no next character to learn; give at least 2 characters.</source>
        <translation>“{text}” não tem próximo caractere a aprender; use ao menos 2 caracteres.</translation>
    </message>
    <message>
        <source>The text has {count} different characters; at most {most} are accepted.</source>
        <translation>O texto tem {count} caracteres diferentes; são aceitos no máximo {most}.</translation>
    </message>
    <message>
        <source>The shipped text has {width} characters, so its network has {width} inputs and {width} outputs, not {inputs} and {outputs}.</source>
        <translation>O texto incluído tem {width} caracteres, e por isso a rede dele tem {width} entradas e {width} saídas, não {inputs} e {outputs}.</translation>
    </message>
    <message>
        <source>Type or open the text to learn, and take it from there.</source>
        <translation>Digite ou abra o texto a aprender e use-o a partir dali.</translation>
    </message>
    <message>
        <source>Character {place} is “{symbol}”; this network reads {alphabet}</source>
        <translation>O caractere {place} é “{symbol}”; esta rede lê {alphabet}</translation>
    </message>
    <message>
        <source>No length from {shortest} to {longest} is left to learn from: length 8 is held out.</source>
        <translation>Não sobra comprimento de {shortest} a {longest} de que aprender: o comprimento 8 fica de fora.</translation>
    </message>
    <message>
        <source>Parity has 1 or 2 inputs and 1 or 2 outputs, not {inputs} inputs and {outputs} outputs.</source>
        <translation>A paridade tem 1 ou 2 entradas e 1 ou 2 saídas, não {inputs} entradas e {outputs} saídas.</translation>
    </message>
    <message>
        <source>The longest period, {longest}, is below the shortest, {shortest}; give at least that.</source>
        <translation>O maior período, {longest}, é menor que o mais curto, {shortest}; informe ao menos esse.</translation>
    </message>
    <message>
        <source>Step 1 is “{label}”, {width} wide; this network reads vectors of {inputs}.</source>
        <translation>O passo 1 é “{label}”, de largura {width}; esta rede lê vetores de {inputs}.</translation>
    </message>
    <message>
        <source>The task “{task}” has {wanted} inputs and outputs, not {given}.</source>
        <translation>A tarefa “{task}” tem {wanted} entradas e saídas, não {given}.</translation>
    </message>
    <message>
        <source>The task “{task}” reads {kinds}; this sequence holds {kind}.</source>
        <translation>A tarefa “{task}” lê {kinds}; esta sequência contém {kind}.</translation>
    </message>
    <message>
        <source>“{name}” is not of a kind that can be opened; {suffixes} files can.</source>
        <translation>“{name}” não é de um tipo que se possa abrir; arquivos {suffixes} podem.</translation>
    </message>
    <message>
        <source>{biases} biases and {visible} visible units for {units} units; give one bias a unit.</source>
        <translation>{biases} vieses e {visible} unidades visíveis para {units} unidades; informe um viés por unidade.</translation>
    </message>
    <message>
        <source>A clock cannot be a “{clock}”; choose unit or sweep.</source>
        <translation>Um instante não pode ser “{clock}”; escolha unit (unidade) ou sweep (varredura).</translation>
    </message>
    <message>
        <source>Every unit is clamped; leave at least one free.</source>
        <translation>Todas as unidades estão fixadas; deixe ao menos uma livre.</translation>
    </message>
    <message>
        <source>A load of {load} is no pattern for {units} units; give at least {least}.</source>
        <translation>Uma carga de {load} não dá nenhum padrão para {units} unidades; informe ao menos {least}.</translation>
    </message>
    <message>
        <source>Weights of the shape {shape}: give a square of 1 to {most} units.</source>
        <translation>Pesos de formato {shape}: use uma matriz quadrada de 1 a {most} unidades.</translation>
    </message>
    <message>
        <source>Weight {i},{j} is {one} and weight {j},{i} is {other}; they must be equal.</source>
        <translation>O peso {i},{j} é {one} e o peso {j},{i} é {other}; devem ser iguais.</translation>
    </message>
    <message>
        <source>Weight {i},{i} is {value}; no unit is connected to itself, give 0.</source>
        <translation>O peso {i},{i} é {value}; nenhuma unidade se liga a si mesma, use 0.</translation>
    </message>
    <message>
        <source>A weight is not a finite number; give finite numbers.</source>
        <translation>Um peso não é um número finito; use números finitos.</translation>
    </message>
    <message>
        <source>A pattern of the shape {shape} for {units} units; give {units} values.</source>
        <translation>Um padrão de formato {shape} para {units} unidades; informe {units} valores.</translation>
    </message>
    <message>
        <source>A {values} unit cannot be {value:g}; give {low:g} or {high:g}.</source>
        <translation>Uma unidade {values} não pode ser {value:g}; use {low:g} ou {high:g}.</translation>
    </message>
    <message>
        <source>{clocks} clocks: give 1 to {most}.</source>
        <translation>{clocks} instantes: informe de 1 a {most}.</translation>
    </message>
    <message>
        <source>All states of {units} units are too many to add up; use at most {most} units.</source>
        <translation>Os estados de {units} unidades são demais para somar; use no máximo {most} unidades.</translation>
    </message>
    <message>
        <source>Clamped units of the shape {shape}; give one yes or no for each of {units}.</source>
        <translation>Unidades fixadas de formato {shape}; informe um sim ou não para cada uma das {units}.</translation>
    </message>
    <message>
        <source>A corrupted share of {share}: give 0 to 1.</source>
        <translation>Uma parcela corrompida de {share}: informe de 0 a 1.</translation>
    </message>
    <message>
        <source>Units cannot be “{values}”; choose bipolar or binary.</source>
        <translation>As unidades não podem ser “{values}”; escolha bipolar ou binary (binária).</translation>
    </message>
    <message>
        <source>Thresholds of the shape {shape} for {units} units; give one a unit.</source>
        <translation>Limiares de formato {shape} para {units} unidades; informe um por unidade.</translation>
    </message>
    <message>
        <source>There is no rule “{rule}”; choose {rules}.</source>
        <translation>Não há regra “{rule}”; escolha {rules}.</translation>
    </message>
    <message>
        <source>Patterns of the shape {shape}; give at least one, of 1 to {most} units.</source>
        <translation>Padrões de formato {shape}; informe ao menos um, de 1 a {most} unidades.</translation>
    </message>
    <message>
        <source>A cue of the shape {shape}; give one state of {units} units.</source>
        <translation>Uma pista de formato {shape}; informe um estado de {units} unidades.</translation>
    </message>
    <message>
        <source>There is no update “{update}”; choose {updates}.</source>
        <translation>Não há atualização “{update}”; escolha {updates}.</translation>
    </message>
    <message>
        <source>Weights {weights}, biases {visible} and {hidden}; give (V, H), (V,) and (H,).</source>
        <translation>Pesos {weights}, vieses {visible} e {hidden}; use (V, H), (V,) e (H,).</translation>
    </message>
    <message>
        <source>CD-{k}: give k from 1 on.</source>
        <translation>CD-{k}: informe k a partir de 1.</translation>
    </message>
    <message>
        <source>{path} is already there; give another name, or --force to replace it.</source>
        <translation>{path} já existe; dê outro nome, ou --force para substituí-lo.</translation>
    </message>
    <message>
        <source>A network of patterns reads no sequence; leave --sequence and --input out.</source>
        <translation>Uma rede de padrões não lê sequência; omita --sequence e --input.</translation>
    </message>
    <message>
        <source>A network of patterns is always computed by NumPy; leave --backend out.</source>
        <translation>Uma rede de padrões é sempre calculada pelo NumPy; omita --backend.</translation>
    </message>
    <message>
        <source>The gradient “{name}” needs a network that runs forward in time; this one is {direction}.</source>
        <translation>O gradiente “{name}” precisa de uma rede que corra para a frente no tempo; esta é {direction}.</translation>
    </message>
    <message>
        <source>There is no gradient “{name}”; there is {names}.</source>
        <translation>Não há gradiente “{name}”; há {names}.</translation>
    </message>
    <message>
        <source>A gradient cannot be clipped at {limit}; give a number above 0.</source>
        <translation>Um gradiente não pode ser cortado em {limit}; use um número acima de 0.</translation>
    </message>
    <message>
        <source>A network that reads its own last answer ({what}) cannot be bidirectional: from the end there is no last answer yet; choose forward.</source>
        <translation>Uma rede que lê a própria última resposta ({what}) não pode ser bidirecional: vindo do fim ainda não há última resposta; escolha forward (para a frente).</translation>
    </message>
    <message>
        <source>In the scenario “{scenario}” the answer is read as the next input, so there must be as many outputs as inputs; this network has {inputs} inputs and {outputs} outputs.</source>
        <translation>No cenário “{scenario}” a resposta é lida como a próxima entrada, e por isso deve haver tantas saídas quantas entradas; esta rede tem {inputs} entradas e {outputs} saídas.</translation>
    </message>
    <message>
        <source>k1 = {k1} is more than k2 = {k2}: some losses would be lost; give k2 ≥ k1.</source>
        <translation>k1 = {k1} é mais que k2 = {k2}: algumas perdas ficariam de fora; use k2 ≥ k1.</translation>
    </message>
    <message>
        <source>There is no option “{name}” with the optimiser {optimiser} and the schedule {schedule}.</source>
        <translation>Não há opção “{name}” com o otimizador {optimiser} e a programação {schedule}.</translation>
    </message>
    <message>
        <source>Step {place} is “{label}”; give a value from 0 to 1 and a mark, 0 or 1: 0.3,1</source>
        <translation>O passo {place} é “{label}”; use um valor de 0 a 1 e uma marca, 0 ou 1: 0.3,1</translation>
    </message>
    <message>
        <source>Character {place} is “{symbol}”; after “?” only “.” is read.</source>
        <translation>O caractere {place} é “{symbol}”; depois de “?” só se lê “.”.</translation>
    </message>
    <message>
        <source>Character {place} is “{symbol}”; here only {wanted} can stand.</source>
        <translation>O caractere {place} é “{symbol}”; aqui só pode estar {wanted}.</translation>
    </message>
    <message>
        <source>Only {count} sequences would differ; give letters and items that make {fewest} or more.</source>
        <translation>Só {count} sequências seriam diferentes; use letras e itens que deem {fewest} ou mais.</translation>
    </message>
    <message>
        <source>The delay is {delay}; give less than the sequence length, {length}.</source>
        <translation>O atraso é {delay}; use menos que o comprimento da sequência, {length}.</translation>
    </message>
    <message>
        <source>There are too few different sequences to keep some apart; make them longer.</source>
        <translation>Há sequências diferentes de menos para separar algumas; use-as mais longas.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>Letter {place} is “{letter}”; here the grammar allows {wanted}.</source>
        <translation>A letra {place} é “{letter}”; aqui a gramática permite {wanted}.</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nada mais</translation>
    </message>
    <message>
        <source>The longest word, {longest}, is shorter than the shortest, {shortest}; give that or more.</source>
        <translation>A palavra mais longa, {longest}, é menor que a mais curta, {shortest}; informe isso ou mais.</translation>
    </message>
    <message>
        <source>Only {count} words would differ; give letters and lengths that make {fewest} or more.</source>
        <translation>Só {count} palavras seriam diferentes; use letras e comprimentos que deem {fewest} ou mais.</translation>
    </message>
    <message>
        <source>Character {place} is the third signal, “{symbol}”; give two X or Y.</source>
        <translation>O caractere {place} é o terceiro sinal, “{symbol}”; use dois, X ou Y.</translation>
    </message>
    <message>
        <source>A restricted Boltzmann machine needs hidden units; give at least 1.</source>
        <translation>Uma máquina de Boltzmann restrita precisa de unidades ocultas; informe ao menos 1.</translation>
    </message>
    <message>
        <source>{clocks} sweeps over {units} units take too long; give at most {most}.</source>
        <translation>{clocks} varreduras de {units} unidades demoram demais; informe no máximo {most}.</translation>
    </message>
    <message>
        <source>Clamped units {clamps}: give each once, in order, from 0 to {last}, with 0 or 1.</source>
        <translation>Unidades fixadas {clamps}: informe cada uma só uma vez, em ordem, de 0 a {last}, com 0 ou 1.</translation>
    </message>
    <message>
        <source>{count} patterns: there is room for {most}; remove one first.</source>
        <translation>{count} padrões: há lugar para {most}; remova um antes.</translation>
    </message>
    <message>
        <source>The pattern “{name}” has {rows} × {columns} pixels; {wanted_rows} × {wanted} are needed.</source>
        <translation>O padrão “{name}” tem {rows} × {columns} pixels; são precisos {wanted_rows} × {wanted}.</translation>
    </message>
    <message>
        <source>There is no sequence {sequence} in this batch; give 0 to {last}.</source>
        <translation>Não há sequência {sequence} neste lote; informe de 0 a {last}.</translation>
    </message>
    <message>
        <source>{steps} Jacobians of {states} × {states} need {needed:.1f} GB; at most 2 GB.</source>
        <translation>{steps} jacobianas de {states} × {states} precisam de {needed:.1f} GB; no máximo 2 GB.</translation>
    </message>
    <message>
        <source>{steps} clocks are too many for a number for each two; at most {most}.</source>
        <translation>{steps} instantes são demais para um número a cada dois; no máximo {most}.</translation>
    </message>
    <message>
        <source>The products of {steps} Jacobians of {states} × {states} would take too long; at most {most} clocks with so many units.</source>
        <translation>Os produtos de {steps} jacobianas de {states} × {states} demorariam demais; no máximo {most} instantes com tantas unidades.</translation>
    </message>
    <message>
        <source>Newton needs the whole Hessian and takes at most {most} parameters; this network has {count}: take fewer hidden units, or another optimiser.</source>
        <translation>Newton precisa da hessiana inteira e aceita no máximo {most} parâmetros; esta rede tem {count}: use menos unidades ocultas, ou outro otimizador.</translation>
    </message>
    <message>
        <source>“{file}” has no column “{name}”; it has {names}.</source>
        <translation>“{file}” não tem a coluna “{name}”; tem {names}.</translation>
    </message>
    <message>
        <source>“{file}”: line {line}, column “{name}” is “{value}”; give a number, or leave it out.</source>
        <translation>“{file}”: na linha {line}, coluna “{name}” está “{value}”; use um número, ou não a escolha.</translation>
    </message>
    <message>
        <source>“{name}” is empty; give a row of names and rows of numbers.</source>
        <translation>“{name}” está vazio; use uma linha de nomes e linhas de números.</translation>
    </message>
    <message>
        <source>“{name}” has {rows} rows of {columns} columns; give 1 to {most} rows of at most {widest} columns.</source>
        <translation>“{name}” tem {rows} linhas de {columns} colunas; use de 1 a {most} linhas de no máximo {widest} colunas.</translation>
    </message>
    <message>
        <source>“{name}” has two columns “{column}”; give each its own name.</source>
        <translation>“{name}” tem duas colunas “{column}”; dê a cada uma o seu nome.</translation>
    </message>
    <message>
        <source>“{name}”: the quotation marks before the end of line {line} do not close; give &quot;&quot; for one.</source>
        <translation>“{name}”: as aspas antes do fim da linha {line} não se fecham; escreva &quot;&quot; para uma.</translation>
    </message>
    <message>
        <source>Word {place} is “{word}”; give {wanted}.</source>
        <translation>A palavra {place} é “{word}”; use {wanted}.</translation>
    </message>
    <message>
        <source>“{file}” has {count} characters; at most {most} are accepted.</source>
        <translation>“{file}” tem {count} caracteres; são aceitos no máximo {most}.</translation>
    </message>
    <message>
        <source>No column to read is chosen; choose one or more.</source>
        <translation>Nenhuma coluna a ler foi escolhida; escolha uma ou mais.</translation>
    </message>
    <message>
        <source>No column to predict is chosen; choose one or more.</source>
        <translation>Nenhuma coluna a prever foi escolhida; escolha uma ou mais.</translation>
    </message>
    <message>
        <source>“{file}”: rows to learn from: {learned}, held out: {held}; window and rows ahead take {needed}.</source>
        <translation>“{file}”: linhas de que aprender: {learned}, deixadas de fora: {held}; a janela e as linhas à frente ocupam {needed}.</translation>
    </message>
    <message>
        <source>Step 1 is “{label}”, {width} wide; this network reads {inputs}: {names}.</source>
        <translation>O passo 1 é “{label}”, de largura {width}; esta rede lê {inputs}: {names}.</translation>
    </message>
    <message>
        <source>The {count} words that the network knows do not make the sentences that there are now.</source>
        <translation>As {count} palavras que a rede conhece não formam as frases que há agora.</translation>
    </message>
    <message>
        <source>Word {place} is “{word}”; of the {count} words that are known, give one like {words}.</source>
        <translation>A palavra {place} é “{word}”; das {count} palavras conhecidas, use uma como {words}.</translation>
    </message>
    <message>
        <source>“{path}” does not end with .png; the plots are a PNG picture.</source>
        <translation>“{path}” não termina em .png; os gráficos são uma imagem PNG.</translation>
    </message>
    <message>
        <source>“{value}” is no seed; give a whole number from 0 to {most}.</source>
        <translation>“{value}” não é uma semente; informe um número inteiro de 0 a {most}.</translation>
    </message>
    <message>
        <source>This pattern is stored already, as “{name}”.</source>
        <translation>Este padrão já está armazenado, como “{name}”.</translation>
    </message>
    <message>
        <source>There is no pattern to learn; draw one and store it.</source>
        <translation>Não há padrão a aprender; desenhe um e armazene-o.</translation>
    </message>
    <message>
        <source>“{text}” is not a number for a weight; give one such as 0.5, -2 or 1e-3.</source>
        <translation>“{text}” não é um número para um peso; use um como 0.5, -2 ou 1e-3.</translation>
    </message>
    <message>
        <source>“{text}” is not a number; give one such as 0.5, -2 or 1e-3.</source>
        <translation>“{text}” não é um número; use um como 0.5, -2 ou 1e-3.</translation>
    </message>
    <message>
        <source>A weight of {value:g} is out of bounds; give one between {low:g} and {high:g}.</source>
        <translation>Um peso de {value:g} está fora dos limites; use um entre {low:g} e {high:g}.</translation>
    </message>
    <message>
        <source>There is no language “{name}”; there is {names}.</source>
        <translation>Não há idioma “{name}”; há {names}.</translation>
    </message>
    <message>
        <source>Nothing can be held at {name}, clock {t}, unit {unit}: there is no such number.</source>
        <translation>Nada pode ser fixado em {name}, instante {t}, unidade {unit}: não há esse número.</translation>
    </message>
    <message>
        <source>{name} cannot be {value:g}; give a number between {low:g} and {high:g}.</source>
        <translation>{name} não pode ser {value:g}; informe um número entre {low:g} e {high:g}.</translation>
    </message>
    <message>
        <source>There are no clocks {first} to {last} here; give 0 &lt;= first &lt; last &lt;= {steps}.</source>
        <translation>Não há instantes {first} a {last} aqui; use 0 &lt;= primeiro &lt; último &lt;= {steps}.</translation>
    </message>
    <message>
        <source>No unit is selected; click one, or choose one with the keys ↑ and ↓.</source>
        <translation>Nenhuma unidade está selecionada; clique em uma, ou escolha uma com as teclas ↑ e ↓.</translation>
    </message>
    <message>
        <source>“{symbol}” is none of the symbols here; give one of {symbols}.</source>
        <translation>“{symbol}” não é um dos símbolos daqui; use um destes: {symbols}.</translation>
    </message>
    <message>
        <source>This input is no number of its own; change the sequence instead.</source>
        <translation>Esta entrada não é um número próprio; mude a sequência.</translation>
    </message>
    <message>
        <source>An input of {value:g} is out of bounds; give one between {low:g} and {high:g}.</source>
        <translation>Uma entrada de {value:g} está fora dos limites; use uma entre {low:g} e {high:g}.</translation>
    </message>
    <message>
        <source>The GPU did not answer within {seconds:g} seconds: choose the backend numpy.</source>
        <translation>A GPU não respondeu em {seconds:g} segundos: escolha o backend numpy.</translation>
    </message>
    <message>
        <source>The backend cupy needs CuPy, which is not installed: on a machine with an NVIDIA GPU, pip install &apos;rnnviz[gpu]&apos;; everywhere else choose numpy or auto.</source>
        <translation>O backend cupy precisa do CuPy, que não está instalado: em uma máquina com GPU da NVIDIA, pip install &apos;rnnviz[gpu]&apos;; em qualquer outra escolha numpy ou auto.</translation>
    </message>
    <message>
        <source>The backend cupy finds no NVIDIA GPU that works here ({reason}): look at the driver, or choose numpy or auto.</source>
        <translation>O backend cupy não encontra aqui nenhuma GPU da NVIDIA que funcione ({reason}): veja o driver, ou escolha numpy ou auto.</translation>
    </message>
    <message>
        <source>{steps} clocks of {batch} sequences with {hidden} hidden units need {needed:.1f} GB of memory; at most {most:.1f} GB. There would be room for {longest} clocks, or {widest} hidden units, or {sequences} sequences.</source>
        <translation>{steps} instantes de {batch} sequências com {hidden} unidades ocultas precisam de {needed:.1f} GB de memória; no máximo {most:.1f} GB. Haveria lugar para {longest} instantes, ou {widest} unidades ocultas, ou {sequences} sequências.</translation>
    </message>
    <message>
        <source>“{record}” cannot be recorded of gradients; there is {names}.</source>
        <translation>“{record}” não pode ser gravado de gradientes; há {names}.</translation>
    </message>
    <message>
        <source>The encoder of this delayed network reads to t = {count}, so that it cannot answer in a sequence of {steps}; give a longer one.</source>
        <translation>O codificador desta rede com atraso lê até t = {count}, e ela não pode responder em uma sequência de {steps}; use uma mais longa.</translation>
    </message>
</context>
<context>
    <name>experiments</name>
    <message>
        <source>Clipping on and off</source>
        <translation>Com e sem corte</translation>
    </message>
    <message>
        <source>Without clipping a network with a stretching U diverges at rates at which it stays finite with it.</source>
        <translation>Sem corte, uma rede cuja U estica diverge com taxas em que, com ele, permanece finita.</translation>
    </message>
    <message>
        <source>no clipping</source>
        <translation>sem corte</translation>
    </message>
    <message>
        <source>clipped at norm 1</source>
        <translation>cortado na norma 1</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>taxa</translation>
    </message>
    <message>
        <source>clip norm</source>
        <translation>norma do corte</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdidas</translation>
    </message>
    <message>
        <source>median loss of the others</source>
        <translation>perda mediana das outras</translation>
    </message>
    <message>
        <source>rate 0.1, one seed</source>
        <translation>taxa 0.1, uma semente</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>atualizações</translation>
    </message>
    <message>
        <source>loss of the batches, 1000 at the most</source>
        <translation>perda dos lotes, 1000 no máximo</translation>
    </message>
    <message>
        <source>Forget bias 1 against 0</source>
        <translation>Viés de esquecimento 1 contra 0</translation>
    </message>
    <message>
        <source>An LSTM that begins with open forget gates reaches further back, and learns long tasks sooner.</source>
        <translation>Uma LSTM que começa com as portas de esquecimento abertas alcança mais longe no passado e aprende antes tarefas longas.</translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation>viés de esquecimento</translation>
    </message>
    <message>
        <source>reach at the start</source>
        <translation>alcance no início</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>aprenderam</translation>
    </message>
    <message>
        <source>median updates until then</source>
        <translation>mediana das atualizações até lá</translation>
    </message>
    <message>
        <source>median loss at the end</source>
        <translation>perda mediana no fim</translation>
    </message>
    <message>
        <source>untrained: how far back the last loss reaches</source>
        <translation>sem treino: até onde alcança a última perda</translation>
    </message>
    <message>
        <source>clocks back</source>
        <translation>instantes para trás</translation>
    </message>
    <message>
        <source>‖∂L/∂cₜ‖, relative</source>
        <translation>‖∂L/∂cₜ‖, relativa</translation>
    </message>
    <message>
        <source>orthogonal, largest</source>
        <translation>ortogonal, maior</translation>
    </message>
    <message>
        <source>orthogonal, median</source>
        <translation>ortogonal, mediana</translation>
    </message>
    <message>
        <source>N(0, 1/H), largest</source>
        <translation>N(0, 1/H), maior</translation>
    </message>
    <message>
        <source>N(0, 1/H), median</source>
        <translation>N(0, 1/H), mediana</translation>
    </message>
    <message>
        <source>Orthogonal against Gaussian first weights</source>
        <translation>Pesos iniciais ortogonais contra gaussianos</translation>
    </message>
    <message>
        <source>Through an orthogonal U every direction keeps its length; through a Gaussian one most are lost.</source>
        <translation>Por uma U ortogonal toda direção mantém o comprimento; por uma gaussiana quase todas se perdem.</translation>
    </message>
    <message>
        <source>linear units</source>
        <translation>unidades lineares</translation>
    </message>
    <message>
        <source>tanh units</source>
        <translation>unidades tanh</translation>
    </message>
    <message>
        <source>clocks between, t − k</source>
        <translation>instantes entre os dois, t − k</translation>
    </message>
    <message>
        <source>singular values of ∂hₜ/∂hₖ</source>
        <translation>valores singulares de ∂hₜ/∂hₖ</translation>
    </message>
    <message>
        <source>units, U</source>
        <translation>unidades, U</translation>
    </message>
    <message>
        <source>largest, over all clocks</source>
        <translation>maior, em todos os instantes</translation>
    </message>
    <message>
        <source>median, over all clocks</source>
        <translation>mediana, em todos os instantes</translation>
    </message>
    <message>
        <source>What RTRL costs</source>
        <translation>O custo da RTRL</translation>
    </message>
    <message>
        <source>RTRL needs O(H^4) multiplications a clock and O(H^3) numbers, BPTT O(H^2) and all clocks.</source>
        <translation>A RTRL precisa de O(H^4) multiplicações por instante e O(H^3) números; a BPTT, de O(H^2) e de todos os instantes.</translation>
    </message>
    <message>
        <source>last exponent</source>
        <translation>último expoente</translation>
    </message>
    <message>
        <source>hidden units H</source>
        <translation>unidades ocultas H</translation>
    </message>
    <message>
        <source>multiplications a clock</source>
        <translation>multiplicações por instante</translation>
    </message>
    <message>
        <source>seconds a clock</source>
        <translation>segundos por instante</translation>
    </message>
    <message>
        <source>RTRL, multiplications</source>
        <translation>RTRL, multiplicações</translation>
    </message>
    <message>
        <source>RTRL, seconds</source>
        <translation>RTRL, segundos</translation>
    </message>
    <message>
        <source>BPTT, multiplications</source>
        <translation>BPTT, multiplicações</translation>
    </message>
    <message>
        <source>BPTT, seconds</source>
        <translation>BPTT, segundos</translation>
    </message>
    <message>
        <source>How fast each layer of a deep network learns</source>
        <translation>Quão depressa aprende cada camada de uma rede profunda</translation>
    </message>
    <message>
        <source>In a deep sigmoid network the first layers learn orders of magnitude slower than the last.</source>
        <translation>Em uma rede profunda de sigmoides as primeiras camadas aprendem ordens de grandeza mais devagar que a última.</translation>
    </message>
    <message>
        <source>length of ∂L/∂b, geometric mean over the seeds</source>
        <translation>comprimento de ∂L/∂b, média geométrica das sementes</translation>
    </message>
    <message>
        <source>layer, from the input up</source>
        <translation>camada, da entrada para cima</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>camada</translation>
    </message>
    <message>
        <source>Vanishing and exploding against the largest singular value of U</source>
        <translation>Desaparecer e explodir conforme o maior valor singular de U</translation>
    </message>
    <message>
        <source>Below 1 the gradient must vanish; to explode, the largest singular value must be above 1.</source>
        <translation>Abaixo de 1 o gradiente tem de desaparecer; para explodir, o maior valor singular tem de passar de 1.</translation>
    </message>
    <message>
        <source>‖∂hₜ/∂hₖ‖</source>
        <translation>‖∂hₜ/∂hₖ‖</translation>
    </message>
    <message>
        <source>largest σ</source>
        <translation>maior σ</translation>
    </message>
    <message>
        <source>largest singular value of U</source>
        <translation>maior valor singular de U</translation>
    </message>
    <message>
        <source>linear, over all clocks</source>
        <translation>linear, em todos os instantes</translation>
    </message>
    <message>
        <source>tanh, over all clocks</source>
        <translation>tanh, em todos os instantes</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>limite</translation>
    </message>
    <message>
        <source>A gradient that grows 25 times a layer</source>
        <translation>Um gradiente que cresce 25 vezes por camada</translation>
    </message>
    <message>
        <source>Weights of 100 at z = 0 multiply the gradient by 25 a layer; weights below 4 always shrink it.</source>
        <translation>Pesos de 100 em z = 0 multiplicam o gradiente por 25 a cada camada; pesos abaixo de 4 sempre o encolhem.</translation>
    </message>
    <message>
        <source>growth a layer, |∂L/∂b| over that of the layer above</source>
        <translation>crescimento por camada, |∂L/∂b| sobre o da camada acima</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>growth a layer</source>
        <translation>crescimento por camada</translation>
    </message>
    <message>
        <source>every sum 0</source>
        <translation>todas as somas 0</translation>
    </message>
    <message>
        <source>the largest with random biases</source>
        <translation>o maior com vieses aleatórios</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exato</translation>
    </message>
    <message>
        <source>CD-10</source>
        <translation>CD-10</translation>
    </message>
    <message>
        <source>CD-1</source>
        <translation>CD-1</translation>
    </message>
    <message>
        <source>Contrastive divergence beside the exact gradient</source>
        <translation>Divergência contrastiva ao lado do gradiente exato</translation>
    </message>
    <message>
        <source>CD-1 learns, but stops short of the likelihood that the exact gradient reaches; CD-10 comes nearer.</source>
        <translation>CD-1 aprende, mas fica aquém da verossimilhança que o gradiente exato alcança; CD-10 chega mais perto.</translation>
    </message>
    <message>
        <source>best possible</source>
        <translation>melhor possível</translation>
    </message>
    <message>
        <source>3 × 3 bars and stripes</source>
        <translation>barras e listras 3 × 3</translation>
    </message>
    <message>
        <source>log-likelihood</source>
        <translation>log-verossimilhança</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradiente</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>depois</translation>
    </message>
    <message>
        <source>Hebb</source>
        <translation>Hebb</translation>
    </message>
    <message>
        <source>Storkey</source>
        <translation>Storkey</translation>
    </message>
    <message>
        <source>pseudo-inverse</source>
        <translation>pseudoinversa</translation>
    </message>
    <message>
        <source>What a Hopfield network can hold</source>
        <translation>O que uma rede de Hopfield consegue guardar</translation>
    </message>
    <message>
        <source>With Hebb&apos;s rule recall breaks down near 0.138 patterns a unit; other rules hold more.</source>
        <translation>Com a regra de Hebb a recordação falha perto de 0.138 padrão por unidade; outras regras guardam mais.</translation>
    </message>
    <message>
        <source>0.138 P / N</source>
        <translation>0.138 P / N</translation>
    </message>
    <message>
        <source>Recall from the pattern itself</source>
        <translation>Recordação a partir do próprio padrão</translation>
    </message>
    <message>
        <source>patterns a unit, P / N</source>
        <translation>padrões por unidade, P / N</translation>
    </message>
    <message>
        <source>overlap m after recall</source>
        <translation>overlap m após a recordação</translation>
    </message>
    <message>
        <source>P / N</source>
        <translation>P / N</translation>
    </message>
    <message>
        <source>m, Hebb</source>
        <translation>m, Hebb</translation>
    </message>
    <message>
        <source>m, Storkey</source>
        <translation>m, Storkey</translation>
    </message>
    <message>
        <source>m, pseudo-inverse</source>
        <translation>m, pseudoinversa</translation>
    </message>
    <message>
        <source>fixed points, Hebb</source>
        <translation>pontos fixos, Hebb</translation>
    </message>
    <message>
        <source>How time and memory grow</source>
        <translation>Como crescem o tempo e a memória</translation>
    </message>
    <message>
        <source>The time of a training step is proportional to the length T of the sequence, and so is its memory.</source>
        <translation>O tempo de um passo de treinamento é proporcional ao comprimento T da sequência, e a memória também.</translation>
    </message>
    <message>
        <source>the fit, for each clock</source>
        <translation>o ajuste, por instante</translation>
    </message>
    <message>
        <source>clocks T</source>
        <translation>instantes T</translation>
    </message>
    <message>
        <source>seconds a step</source>
        <translation>segundos por passo</translation>
    </message>
    <message>
        <source>bytes a step</source>
        <translation>bytes por passo</translation>
    </message>
    <message>
        <source>dashed: a + b T</source>
        <translation>tracejada: a + b T</translation>
    </message>
    <message>
        <source>dashed: the estimate</source>
        <translation>tracejada: a estimativa</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>off the line</source>
        <translation>fora da reta</translation>
    </message>
    <message>
        <source>bytes a clock</source>
        <translation>bytes por instante</translation>
    </message>
    <message>
        <source>off the estimate</source>
        <translation>fora da estimativa</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>{name} needs even sizes: the film is {width} × {height}.</source>
        <translation>{name} precisa de tamanhos pares: o filme tem {width} × {height}.</translation>
    </message>
    <message>
        <source>{name} shows at most {fps} frames a second: the film has {fps}.</source>
        <translation>{name} mostra no máximo {fps} quadros por segundo: o filme tem {fps}.</translation>
    </message>
</context>
<context>
    <name>figure</name>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memória</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>t = {t}</source>
        <translation>t = {t}</translation>
    </message>
    <message>
        <source>input {letter}, unit “{name}” = {value}, symbol “{label}”</source>
        <translation>entrada {letter}, unidade “{name}” = {value}, símbolo “{label}”</translation>
    </message>
    <message>
        <source>hidden {letter} of unit {unit} = {value} (1 of {units} units)</source>
        <translation>oculta {letter} da unidade {unit} = {value} (1 de {units} unidades)</translation>
    </message>
    <message>
        <source>memory {letter} = {before} of unit {unit} = {value} (1 of {units} units)</source>
        <translation>memória {letter} = {before} da unidade {unit} = {value} (1 de {units} unidades)</translation>
    </message>
    <message>
        <source>output {letter}, unit “{name}” = {value}, answer “{word}”</source>
        <translation>saída {letter}, unidade “{name}” = {value}, resposta “{word}”</translation>
    </message>
    <message>
        <source>{title} gate {letter} of unit {unit} = {value} (1 of {units} units)</source>
        <translation>porta de {title} {letter} da unidade {unit} = {value} (1 de {units} unidades)</translation>
    </message>
    <message>
        <source>{title} {letter} of unit {unit} = {value} (1 of {units} units)</source>
        <translation>{title} {letter} da unidade {unit} = {value} (1 de {units} unidades)</translation>
    </message>
    <message>
        <source>input {letter}: {units} units from {low} to {high}, symbol “{label}”</source>
        <translation>entrada {letter}: {units} unidades de {low} a {high}, símbolo “{label}”</translation>
    </message>
    <message>
        <source>hidden {letter}: {units} units from {low} to {high}</source>
        <translation>oculta {letter}: {units} unidades de {low} a {high}</translation>
    </message>
    <message>
        <source>memory {letter} = {before}: {units} units from {low} to {high}</source>
        <translation>memória {letter} = {before}: {units} unidades de {low} a {high}</translation>
    </message>
    <message>
        <source>output {letter}: {units} units from {low} to {high}, answer “{word}”</source>
        <translation>saída {letter}: {units} unidades de {low} a {high}, resposta “{word}”</translation>
    </message>
    <message>
        <source>{title} gate {letter}: {units} units from {low} to {high}</source>
        <translation>porta de {title} {letter}: {units} unidades de {low} a {high}</translation>
    </message>
    <message>
        <source>{title} {letter}: {units} units from {low} to {high}</source>
        <translation>{title} {letter}: {units} unidades de {low} a {high}</translation>
    </message>
    <message>
        <source>; none of them stands out</source>
        <translation>; nenhuma se destaca</translation>
    </message>
    <message>
        <source>; held by hand</source>
        <translation>; fixado à mão</translation>
    </message>
    <message>
        <source>; the colours end at −{limit} and {limit}</source>
        <translation>; as cores terminam em −{limit} e {limit}</translation>
    </message>
    <message>
        <source>held by hand · computed: {value}</source>
        <translation>fixado à mão · calculado: {value}</translation>
    </message>
    <message>
        <source>at this clock the symbol “{label}” is read</source>
        <translation>neste instante lê-se o símbolo “{label}”</translation>
    </message>
    <message>
        <source>the symbol “{label}” gives unit “{name}” this value</source>
        <translation>o símbolo “{label}” dá este valor à unidade “{name}”</translation>
    </message>
    <message>
        <source>read from {letter}</source>
        <translation>lido de {letter}</translation>
    </message>
    <message>
        <source>nothing is read at this clock</source>
        <translation>nada se lê neste instante</translation>
    </message>
    <message>
        <source>the state before the first clock, set by hand</source>
        <translation>o estado antes do primeiro instante, posto à mão</translation>
    </message>
    <message>
        <source>the state before the last clock, set by hand</source>
        <translation>o estado antes do último instante, posto à mão</translation>
    </message>
    <message>
        <source>right to left, the memory of the last clock is 0</source>
        <translation>da direita para a esquerda, a memória do último instante é 0</translation>
    </message>
    <message>
        <source>before the first clock the memory is 0</source>
        <translation>antes do primeiro instante a memória é 0</translation>
    </message>
    <message>
        <source>copied from {letter}</source>
        <translation>copiada de {letter}</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>{share} of what is added up for {letter} of unit {unit}, without signs</source>
        <translation>{share} do que se soma para {letter} da unidade {unit}, sem os sinais</translation>
    </message>
    <message>
        <source>trained, {updates} updates</source>
        <translation>treinada, {updates} atualiz.</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>não treinada</translation>
    </message>
    <message>
        <source>{hidden} hidden units · {learnt} · seed {seed}</source>
        <translation>unidades ocultas: {hidden} · {learnt} · semente {seed}</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>ativação</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>porta</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Padrões</translation>
    </message>
    <message>
        <source>Stored patterns and overlaps m</source>
        <translation>Padrões e overlaps m</translation>
    </message>
    <message>
        <source>Patterns, overlaps m</source>
        <translation>Padrões, overlaps m</translation>
    </message>
    <message>
        <source>Patterns, and how often each was seen</source>
        <translation>Padrões, e quantas vezes cada um foi visto</translation>
    </message>
    <message>
        <source>How often seen</source>
        <translation>Vezes vistos</translation>
    </message>
    <message>
        <source>{p} as a line, seen so far as a bar; full width: {top} %</source>
        <translation>{p} como traço, vistos até aqui como barra; largura toda: {top} %</translation>
    </message>
    <message>
        <source>Line {p}, bar seen; full width: {top} %</source>
        <translation>Traço {p}, barra vistos; largura toda: {top} %</translation>
    </message>
    <message>
        <source>Patterns: {p} as a line, seen so far as a bar</source>
        <translation>Padrões: {p} como linha, vistos até agora como barra</translation>
    </message>
    <message>
        <source>Patterns: line {p}, bar seen so far</source>
        <translation>Padrões: linha {p}, barra vistos</translation>
    </message>
    <message>
        <source>Line {p}, bar seen</source>
        <translation>Linha {p}, barra vistos</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Nada armazenado ainda.</translation>
    </message>
    <message>
        <source>Draw a pattern, store it.</source>
        <translation>Desenhe e armazene.</translation>
    </message>
    <message>
        <source>State; dot: not yet as at the end</source>
        <translation>Estado; ponto: ainda não como no fim</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Units s</source>
        <translation>Unidades s</translation>
    </message>
    <message>
        <source>Energy E</source>
        <translation>Energia E</translation>
    </message>
    <message>
        <source>Overlaps m</source>
        <translation>Overlaps m</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>free energy {letter}</source>
        <translation>energia livre {letter}</translation>
    </message>
    <message>
        <source>Weights of each hidden unit</source>
        <translation>Pesos de cada unidade oculta</translation>
    </message>
    <message>
        <source>All weights</source>
        <translation>Todos os pesos</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>All weights, wᵢⱼ = wⱼᵢ</source>
        <translation>Todos os pesos, wᵢⱼ = wⱼᵢ</translation>
    </message>
    <message>
        <source>Weights into {unit}</source>
        <translation>Pesos que entram em {unit}</translation>
    </message>
    <message>
        <source>hidden {number}</source>
        <translation>oculta {number}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>unidade {number}</translation>
    </message>
    <message>
        <source>pixel {row},{column}</source>
        <translation>pixel {row},{column}</translation>
    </message>
    <message>
        <source>hidden units sampled from the pixels, {changed} changed</source>
        <translation>unidades ocultas amostradas dos pixels, mudaram {changed}</translation>
    </message>
    <message>
        <source>pixels sampled from the hidden units, {changed} changed</source>
        <translation>pixels amostrados das unidades ocultas, mudaram {changed}</translation>
    </message>
    <message>
        <source>all units at once, {changed} changed</source>
        <translation>todas as unidades ao mesmo tempo, mudaram {changed}</translation>
    </message>
    <message>
        <source>every unit once, one after the other, {changed} changed</source>
        <translation>cada unidade uma vez, uma após a outra, mudaram {changed}</translation>
    </message>
    <message>
        <source>every free unit once, one after the other, {changed} changed</source>
        <translation>cada unidade livre uma vez, uma após a outra, {changed} mudaram</translation>
    </message>
    <message>
        <source>the drawn pattern</source>
        <translation>o padrão desenhado</translation>
    </message>
    <message>
        <source>the start: {name}</source>
        <translation>o início: {name}</translation>
    </message>
    <message>
        <source>the start: {name}, {turned} of {pixels} pixels turned</source>
        <translation>o início: {name}, {turned} de {pixels} pixels virados</translation>
    </message>
    <message>
        <source>{name}: field {field}, it becomes {what}</source>
        <translation>{name}: campo {field}, passa a {what}</translation>
    </message>
    <message>
        <source>{name}: field {field}, it stays {what}</source>
        <translation>{name}: campo {field}, continua {what}</translation>
    </message>
    <message>
        <source>{name}: field {field}, 1 with p = {p}; it becomes {what}</source>
        <translation>{name}: campo {field}, 1 com p = {p}; passa a {what}</translation>
    </message>
    <message>
        <source>{name}: field {field}, 1 with p = {p}; it stays {what}</source>
        <translation>{name}: campo {field}, 1 com p = {p}; continua {what}</translation>
    </message>
    <message>
        <source>just now: the pattern “{name}”</source>
        <translation>agora mesmo: o padrão “{name}”</translation>
    </message>
    <message>
        <source>just now: none of the patterns</source>
        <translation>agora mesmo: nenhum dos padrões</translation>
    </message>
    <message>
        <source>did not come to an end</source>
        <translation>não chegou a um fim</translation>
    </message>
    <message>
        <source>ends in the stored pattern “{name}”</source>
        <translation>termina no padrão armazenado “{name}”</translation>
    </message>
    <message>
        <source>ends in the negative of “{name}”: every pixel turned</source>
        <translation>termina no negativo de “{name}”: todos os pixels virados</translation>
    </message>
    <message>
        <source>ends in a mixture, {mix}: a spurious attractor</source>
        <translation>termina em uma mistura, {mix}: um atrator espúrio</translation>
    </message>
    <message>
        <source>ends in a spurious attractor, {distance} pixels from “{name}”</source>
        <translation>termina em um atrator espúrio, a {distance} pixels de “{name}”</translation>
    </message>
    <message>
        <source>ends in two states that follow each other for ever</source>
        <translation>termina em dois estados que se alternam para sempre</translation>
    </message>
    <message>
        <source>ends in the start: nothing is stored</source>
        <translation>termina no início: nada foi armazenado</translation>
    </message>
    <message>
        <source>“{name}”: p(v) = {p} %, seen in {seen} % of the clocks. Click to begin from it</source>
        <translation>“{name}”: p(v) = {p} %, visto em {seen} % dos instantes. Clique para começar dele</translation>
    </message>
    <message>
        <source>“{name}”: overlap m = {overlap}. Click to begin from it</source>
        <translation>“{name}”: overlap m = {overlap}. Clique para começar dele</translation>
    </message>
    <message>
        <source>weight between {one} and {other}: {value}</source>
        <translation>peso entre {one} e {other}: {value}</translation>
    </message>
    <message>
        <source>{name} at t = {t}: s = {value}</source>
        <translation>{name} em t = {t}: s = {value}</translation>
    </message>
    <message>
        <source>{name} at t = {t}: s = {value}, clamped</source>
        <translation>{name} em t = {t}: s = {value}, fixada</translation>
    </message>
    <message>
        <source>; not yet as at the end</source>
        <translation>; ainda não como no fim</translation>
    </message>
    <message>
        <source>Previous unit (Up)</source>
        <translation>Unidade anterior (seta para cima)</translation>
    </message>
    <message>
        <source>Next unit (Down)</source>
        <translation>Próxima unidade (seta para baixo)</translation>
    </message>
    <message>
        <source>All units as columns of cells, or one unit</source>
        <translation>Todas as unidades como colunas de células, ou uma unidade</translation>
    </message>
    <message>
        <source>Back to the overview (Esc)</source>
        <translation>Voltar à visão geral (Esc)</translation>
    </message>
    <message>
        <source>{low} to {high} over {units} units</source>
        <translation>{low} a {high} em {units} unidades</translation>
    </message>
    <message>
        <source>{value} for unit {unit} (1 of {units} units)</source>
        <translation>{value} na unidade {unit} (1 de {units} unidades)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>unit {unit} of {units}</source>
        <translation>unidade {unit} de {units}</translation>
    </message>
    <message>
        <source>all {units} units</source>
        <translation>todas as {units} unidades</translation>
    </message>
    <message>
        <source>Inside {what} · {cell}</source>
        <translation>Dentro de {what} · {cell}</translation>
    </message>
    <message>
        <source>load P / N</source>
        <translation>carga P / N</translation>
    </message>
    <message>
        <source>0.138 (Amit et al. 1985)</source>
        <translation>0.138 (Amit et al. 1985)</translation>
    </message>
    <message>
        <source>overlap m after recall</source>
        <translation>overlap m após a recordação</translation>
    </message>
    <message>
        <source>patterns that are fixed points</source>
        <translation>padrões que são pontos fixos</translation>
    </message>
    <message>
        <source>log-likelihood of the patterns</source>
        <translation>log-verossimilhança dos padrões</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>atualizações</translation>
    </message>
    <message>
        <source>cosine between both gradients</source>
        <translation>cosseno entre os dois gradientes</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exato</translation>
    </message>
    <message>
        <source>weights: {way}</source>
        <translation>pesos: {way}</translation>
    </message>
    <message>
        <source>Hopfield network</source>
        <translation>Rede de Hopfield</translation>
    </message>
    <message>
        <source>Boltzmann machine</source>
        <translation>Máquina de Boltzmann</translation>
    </message>
    <message>
        <source>Restricted Boltzmann machine</source>
        <translation>Máquina de Boltzmann restrita</translation>
    </message>
    <message>
        <source>{units} units · {patterns} patterns by {rule} · seed {seed}</source>
        <translation>{units} unidades · {patterns} padrões por {rule} · semente {seed}</translation>
    </message>
    <message>
        <source>{pixels} visible, {hidden} hidden units · {learnt} · seed {seed}</source>
        <translation>{pixels} unidades visíveis, {hidden} ocultas · {learnt} · semente {seed}</translation>
    </message>
    <message>
        <source>pixels now</source>
        <translation>pixels agora</translation>
    </message>
    <message>
        <source>p(1) given the hidden</source>
        <translation>p(1) dadas as ocultas</translation>
    </message>
    <message>
        <source>nothing is known of this sequence yet</source>
        <translation>nada se sabe desta sequência ainda</translation>
    </message>
    <message>
        <source>∂L/∂{gate}, before its function</source>
        <translation>∂L/∂{gate}, antes da sua função</translation>
    </message>
    <message>
        <source>no unit of this network can saturate</source>
        <translation>nenhuma unidade desta rede pode saturar</translation>
    </message>
    <message>
        <source>↑ high</source>
        <translation>↑ alto</translation>
    </message>
    <message>
        <source>→ low</source>
        <translation>→ baixo</translation>
    </message>
    <message>
        <source>share of clocks</source>
        <translation>% dos instantes</translation>
    </message>
    <message>
        <source>lines {first}–{last} of {lines}</source>
        <translation>linhas {first}–{last} de {lines}</translation>
    </message>
    <message>
        <source>PC 1 · {share} of the variance</source>
        <translation>PC 1 · {share} da variância</translation>
    </message>
    <message>
        <source>h is not a finite number</source>
        <translation>h não é um número finito</translation>
    </message>
    <message>
        <source>; {c} fixed at its true value</source>
        <translation>; {c} fixo no valor verdadeiro</translation>
    </message>
    <message>
        <source>; {c} fixed</source>
        <translation>; {c} fixo</translation>
    </message>
    <message>
        <source>curve: {h} for every state before it, with this clock&apos;s input</source>
        <translation>curva: {h} para cada estado anterior, com a entrada deste instante</translation>
    </message>
    <message>
        <source>curve: every {h}</source>
        <translation>curva: todos os {h}</translation>
    </message>
    <message>
        <source>arrows: where h goes at clock {t}, {share} of the way</source>
        <translation>setas: para onde vai h no instante {t}, {share} do caminho</translation>
    </message>
    <message>
        <source>arrows: {share} of the way</source>
        <translation>setas: {share} do caminho</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>todas as unidades</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>unidade {unit}</translation>
    </message>
    <message>
        <source>{cell}, clock {t} of {steps}, {which}, after {updates} updates</source>
        <translation>{cell}, instante {t} de {steps}, {which}, após {updates} atualizações</translation>
    </message>
    <message>
        <source>taken from the trace: {names}</source>
        <translation>tirado dos valores registrados: {names}</translation>
    </message>
    <message>
        <source>its own last answer</source>
        <translation>a própria última resposta</translation>
    </message>
    <message>
        <source>W for x, U for h</source>
        <translation>W para x, U para h</translation>
    </message>
    <message>
        <source>U for x, W for h</source>
        <translation>U para x, W para h</translation>
    </message>
    <message>
        <source>as in PyTorch</source>
        <translation>como em PyTorch</translation>
    </message>
    <message>
        <source>from layer to layer</source>
        <translation>de camada em camada</translation>
    </message>
    <message>
        <source>row {row} of {letter}</source>
        <translation>linha {row} de {letter}</translation>
    </message>
    <message>
        <source>{letter}, {name} ({rows} × {columns}), from {source} to {target}: one set of weights for all {steps} clocks</source>
        <translation>{letter}, {name} ({rows} × {columns}), de {source} para {target}: um só conjunto de pesos para todos os {steps} instantes</translation>
    </message>
    <message>
        <source>{letter}, {name} ({rows} × {columns}), from {source} unit {start} to {target} unit {end} = {value}: the same at all {steps} clocks</source>
        <translation>{letter}, {name} ({rows} × {columns}), de {source}, unidade {start}, para {target}, unidade {end} = {value}: o mesmo em todos os {steps} instantes</translation>
    </message>
    <message>
        <source>trajectory of hₜ</source>
        <translation>trajetória de hₜ</translation>
    </message>
    <message>
        <source>symbols by {what}, unit {unit}</source>
        <translation>símbolos por {what}, unidade {unit}</translation>
    </message>
    <message>
        <source>where else h is alike</source>
        <translation>onde mais h se parece</translation>
    </message>
    <message>
        <source>where else h is alike in unit {unit}</source>
        <translation>onde mais h se parece na unidade {unit}</translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation>unidades saturadas</translation>
    </message>
    <message>
        <source>Drawn so far; dashed: what is wanted</source>
        <translation>Desenhado até aqui; tracejado: o esperado</translation>
    </message>
    <message>
        <source>Drawn; dashed: wanted</source>
        <translation>Traço; tracejado: esperado</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>CSV table: every number of a run, for spreadsheets</source>
        <translation>Tabela CSV: todos os números de uma execução, para planilhas</translation>
    </message>
    <message>
        <source>GIF: plays everywhere, 256 colours</source>
        <translation>GIF: roda em qualquer lugar, 256 cores</translation>
    </message>
    <message>
        <source>MP4 film (H.264): plays everywhere</source>
        <translation>Filme MP4 (H.264): roda em qualquer lugar</translation>
    </message>
    <message>
        <source>NPZ arrays: every named array of a run, for NumPy</source>
        <translation>Vetores NPZ: todos os vetores de uma execução, para o NumPy</translation>
    </message>
    <message>
        <source>PNG picture: one moment, exact colours</source>
        <translation>Imagem PNG: um momento, cores exatas</translation>
    </message>
    <message>
        <source>PNG sequence: one numbered picture a frame, in a folder</source>
        <translation>Sequência PNG: uma imagem numerada por quadro, em uma pasta</translation>
    </message>
    <message>
        <source>WebM film (VP9): free, for the web</source>
        <translation>Filme WebM (VP9): livre, para a web</translation>
    </message>
    <message>
        <source>Animated WebP: exact colours, small, for the web</source>
        <translation>WebP animado: cores exatas, pequeno, para a web</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
</context>
<context>
    <name>gradients</name>
    <message>
        <source>full BPTT</source>
        <translation>BPTT completa</translation>
    </message>
    <message>
        <source>RTRL</source>
        <translation>RTRL</translation>
    </message>
    <message>
        <source>truncated BPTT</source>
        <translation>BPTT truncada</translation>
    </message>
</context>
<context>
    <name>inputs</name>
    <message>
        <source>bits</source>
        <translation>bits</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>números</translation>
    </message>
    <message>
        <source>vectors</source>
        <translation>vetores</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palavras</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>cell</source>
        <translation>célula</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message>
        <source>format</source>
        <translation>formato</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradiente</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>inicialização</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>otimizador</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>programação</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarefa</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Quadros/s</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>From clock</source>
        <translation>Do instante</translation>
    </message>
    <message>
        <source>To clock</source>
        <translation>Ao instante</translation>
    </message>
    <message>
        <source>The end of the sequence when left empty</source>
        <translation>Vazio: o fim da sequência</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>The network, or a view of its state over time</source>
        <translation>A rede, ou uma vista do seu estado no tempo</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Trilhas</translation>
    </message>
    <message>
        <source>Show the heat maps of gates, cell and hidden layer below the network</source>
        <translation>Mostra os mapas de calor das portas, da célula e da camada oculta abaixo da rede</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Enrolar</translation>
    </message>
    <message>
        <source>The network folded into one, with its loop: never, at an end of the film, always</source>
        <translation>A rede enrolada em uma só, com o seu laço: nunca, em uma ponta do filme, sempre</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>GIF and WebP begin again at their end</source>
        <translation>GIF e WebP recomeçam quando terminam</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pausa final</translation>
    </message>
    <message>
        <source>Seconds for which the last picture stays</source>
        <translation>Por quantos segundos fica a última imagem</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Célula</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Unid. ocultas</translation>
    </message>
    <message>
        <source>How many units the hidden layer H has</source>
        <translation>Quantas unidades tem a camada oculta H</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Saídas</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>What a unit without gates does with its sum; LSTM and GRU always use tanh</source>
        <translation>O que uma unidade sem portas faz com a sua soma; LSTM e GRU usam sempre tanh</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direção</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Pesos iniciais</translation>
    </message>
    <message>
        <source>How the untrained weights are drawn, gate by gate</source>
        <translation>Como se sorteiam os pesos não treinados, porta por porta</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>Viés de f</translation>
    </message>
    <message>
        <source>Added to the first bias of an LSTM&apos;s forget gate; 1 keeps it open at first</source>
        <translation>Somado ao primeiro viés da porta de esquecimento de uma LSTM; 1 a mantém aberta no início</translation>
    </message>
    <message>
        <source>Peepholes</source>
        <translation>Peephole</translation>
    </message>
    <message>
        <source>The gates of an LSTM see the cell c, each unit its own</source>
        <translation>As portas de uma LSTM veem a célula c, cada unidade a sua</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Cenário</translation>
    </message>
    <message>
        <source>At which clocks there is an input and an answer; without an input, the last answer is read</source>
        <translation>Em que instantes há uma entrada e uma resposta; sem entrada, lê-se a última resposta</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Codificador</translation>
    </message>
    <message>
        <source>How many clocks a delayed network reads before it answers; none: half of them</source>
        <translation>Quantos instantes uma rede com atraso lê antes de responder; sem valor: metade deles</translation>
    </message>
    <message>
        <source>How far an update goes; for AdaDelta and Newton begin at 1</source>
        <translation>Quão longe vai uma atualização; para AdaDelta e Newton comece com 1</translation>
    </message>
    <message>
        <source>How many sequences an update learns from; none: the full training set</source>
        <translation>De quantas sequências aprende uma atualização; sem valor: do conjunto de treino inteiro</translation>
    </message>
    <message>
        <source>How the gradient is computed: through the whole sequence, truncated, or carried forward in time</source>
        <translation>Como se calcula o gradiente: pela sequência inteira, truncado, ou levado para a frente no tempo</translation>
    </message>
    <message>
        <source>Every k1</source>
        <translation>A cada k1</translation>
    </message>
    <message>
        <source>Truncated BPTT goes back once every so many clocks</source>
        <translation>A BPTT truncada volta uma vez a cada tantos instantes</translation>
    </message>
    <message>
        <source>Back k2</source>
        <translation>Volta k2</translation>
    </message>
    <message>
        <source>Truncated BPTT goes back through so many clocks, at least k1</source>
        <translation>A BPTT truncada volta por tantos instantes, ao menos k1</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>Corte: valor</translation>
    </message>
    <message>
        <source>Every single number of the gradient is cut off here, before the norm is clipped</source>
        <translation>Cada número do gradiente é cortado aqui, antes que se corte a norma</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programação</translation>
    </message>
    <message>
        <source>Share of the inputs that are silent in a sequence, at every clock; others in each sequence</source>
        <translation>Parcela das entradas que se calam em uma sequência, em todos os instantes; outras em cada sequência</translation>
    </message>
    <message>
        <source>Dropout of H</source>
        <translation>Dropout de H</translation>
    </message>
    <message>
        <source>Share of H that the layer above does not read, at every clock; others in each sequence</source>
        <translation>Parcela de H que a camada acima não lê, em todos os instantes; outras em cada sequência</translation>
    </message>
    <message>
        <source>Share of the memory that is silent in a sequence, at every clock; others in each sequence</source>
        <translation>Parcela da memória que se cala em uma sequência, em todos os instantes; outras em cada sequência</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciência</translation>
    </message>
    <message>
        <source>Stop when the held-out loss has not fallen for so many updates; keep the best weights</source>
        <translation>Para quando a perda nas sequências separadas não caiu por tantas atualizações; ficam os melhores pesos</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>What computes: NumPy, or CuPy on an NVIDIA GPU; auto takes CuPy for large networks where it works</source>
        <translation>Quem calcula: o NumPy, ou o CuPy em uma GPU da NVIDIA; auto usa o CuPy para redes grandes onde ele funciona</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Gravar</translation>
    </message>
    <message>
        <source>What stays of each clock of a batch: every gradient, or what the loss needs, in less memory</source>
        <translation>O que fica de cada instante de um lote: todos os gradientes, ou o que a perda precisa, em menos memória</translation>
    </message>
    <message>
        <source>How the learning rate changes with the updates</source>
        <translation>Como a taxa de aprendizado muda com as atualizações</translation>
    </message>
    <message>
        <source>Whether the reset gate of a GRU acts after the product, as in PyTorch, or on h before (Cho et al. 2014)</source>
        <translation>Se a porta de reset de uma GRU age após o produto, como em PyTorch, ou antes, sobre h (Cho et al. 2014)</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>How many sequences there are to learn from; none: fresh ones at every update</source>
        <translation>Quantas sequências há de que aprender; sem valor: novas a cada atualização</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>The sum of |w| costs so much; drives weights to exactly 0</source>
        <translation>A soma de |w| custa isto; leva pesos a exatamente 0</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Half the sum of w² costs so much; keeps weights small</source>
        <translation>Metade da soma de w² custa isto; mantém os pesos pequenos</translation>
    </message>
    <message>
        <source>Dropout of X</source>
        <translation>Dropout de X</translation>
    </message>
    <message>
        <source>Dropout of M</source>
        <translation>Dropout de M</translation>
    </message>
    <message>
        <source>Variance η of the noise added to the gradient; it falls with the updates</source>
        <translation>Variância η do ruído somado ao gradiente; cai com as atualizações</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Repetições</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>Corrupção</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same first weights and the same batches</source>
        <translation>A mesma semente dá os mesmos pesos iniciais e os mesmos lotes</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>CD-k from k steps of sampling; exact from a sum over all states (12 units)</source>
        <translation>CD-k com k passos de amostragem; exato com a soma sobre todos os estados (12 unidades)</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Steps of sampling for one gradient</source>
        <translation>Passos de amostragem por gradiente</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Cadeias</translation>
    </message>
    <message>
        <source>How many samples each pattern starts; more are less noisy</source>
        <translation>Quantas amostras começa cada padrão; mais são menos ruidosas</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>Corte: norma</translation>
    </message>
    <message>
        <source>The gradient is scaled down when its norm over all parameters is larger</source>
        <translation>O gradiente é reduzido quando a sua norma sobre todos os parâmetros é maior</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>How many characters are read at a time while learning</source>
        <translation>Quantos caracteres se leem de cada vez ao aprender</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>What is learned; a text of your own is one that you type or open</source>
        <translation>O que se aprende; um texto seu é um que você digita ou abre</translation>
    </message>
    <message>
        <source>2: one unit for 0 and one for 1; 1: one unit that holds the bit</source>
        <translation>2: uma unidade para 0 e uma para 1; 1: uma unidade que guarda o bit</translation>
    </message>
    <message>
        <source>2: one unit for even and one for odd; 1: the probability of odd</source>
        <translation>2: uma unidade para par e uma para ímpar; 1: a probabilidade de ímpar</translation>
    </message>
    <message>
        <source>Min. length</source>
        <translation>Compr. mín.</translation>
    </message>
    <message>
        <source>How many clocks the shortest sequence has</source>
        <translation>Quantos instantes tem a sequência mais curta</translation>
    </message>
    <message>
        <source>Max. length</source>
        <translation>Compr. máx.</translation>
    </message>
    <message>
        <source>How many clocks the longest sequence has</source>
        <translation>Quantos instantes tem a sequência mais longa</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Comprimento</translation>
    </message>
    <message>
        <source>How many clocks a sequence has</source>
        <translation>Quantos instantes tem uma sequência</translation>
    </message>
    <message>
        <source>An answer is right when it is off by less than this</source>
        <translation>Uma resposta está certa quando erra por menos que isto</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruído</translation>
    </message>
    <message>
        <source>Min. period</source>
        <translation>Período mín.</translation>
    </message>
    <message>
        <source>How many clocks the fastest wave takes</source>
        <translation>Quantos instantes dura a onda mais rápida</translation>
    </message>
    <message>
        <source>Max. period</source>
        <translation>Período máx.</translation>
    </message>
    <message>
        <source>How many clocks the slowest wave takes</source>
        <translation>Quantos instantes dura a onda mais lenta</translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise that is added to what is read</source>
        <translation>Desvio padrão do ruído normal que se soma ao que é lido</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerância</translation>
    </message>
    <message>
        <source>A forecast is right when it is off by less than this</source>
        <translation>Uma previsão está certa quando erra por menos que isto</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>The hotter, the more units go against their field</source>
        <translation>Quanto mais quente, mais unidades vão contra o seu campo</translation>
    </message>
    <message>
        <source>Annealing</source>
        <translation>Recozimento</translation>
    </message>
    <message>
        <source>How the temperature goes from its first to its last value</source>
        <translation>Como a temperatura vai do primeiro ao último valor</translation>
    </message>
    <message>
        <source>Cooled to</source>
        <translation>Resfria até</translation>
    </message>
    <message>
        <source>The temperature of the last clock</source>
        <translation>A temperatura do último instante</translation>
    </message>
    <message>
        <source>Bracket kinds</source>
        <translation>Parênteses</translation>
    </message>
    <message>
        <source>1: ( ), 2: also [ ], 3: also { }</source>
        <translation>1: ( ), 2: também [ ], 3: também { }</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidade</translation>
    </message>
    <message>
        <source>How many brackets can be open at a time</source>
        <translation>Quantos parênteses podem estar abertos ao mesmo tempo</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>How many different letters there are</source>
        <translation>Quantas letras diferentes há</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
    <message>
        <source>How many letters are to be kept</source>
        <translation>Quantas letras se devem guardar</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Atraso</translation>
    </message>
    <message>
        <source>How many clocks the silence before the question lasts</source>
        <translation>Quantos instantes dura o silêncio antes da pergunta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>How the dates are written: 02/11/24, 02 nov 24, or either</source>
        <translation>Como se escrevem as datas: 02/11/24, 02 nov 24, ou um ou outro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>How many clocks after a bit it is to be said</source>
        <translation>Quantos instantes depois de um bit ele deve ser dito</translation>
    </message>
    <message>
        <source>Embedded</source>
        <translation>Embutida</translation>
    </message>
    <message>
        <source>The second letter returns at the end, a whole word later</source>
        <translation>A segunda letra volta no fim, uma palavra inteira depois</translation>
    </message>
    <message>
        <source>Longest word</source>
        <translation>Mais longa</translation>
    </message>
    <message>
        <source>Longer words of the grammar are not drawn</source>
        <translation>Palavras mais longas da gramática não são sorteadas</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Ondas</translation>
    </message>
    <message>
        <source>How many sines are added</source>
        <translation>Quantas senoides se somam</translation>
    </message>
    <message>
        <source>How many years are read at a time</source>
        <translation>Quantos anos se leem de cada vez</translation>
    </message>
    <message>
        <source>A forecast is right when it is off by fewer spots than this</source>
        <translation>Uma previsão está certa quando erra por menos manchas que isto</translation>
    </message>
    <message>
        <source>Triples</source>
        <translation>Trios</translation>
    </message>
    <message>
        <source>A sequence has three bits for each of them</source>
        <translation>Uma sequência tem três bits para cada um</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>The rule that makes weights of the stored patterns, in one shot</source>
        <translation>A regra que faz pesos dos padrões armazenados, de uma vez só</translation>
    </message>
    <message>
        <source>Bipolar units are -1 or 1, binary ones 0 or 1</source>
        <translation>Unidades bipolares são -1 ou 1, binárias 0 ou 1</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Atualização</translation>
    </message>
    <message>
        <source>Asynchronous: one unit after the other; synchronous: all units at once</source>
        <translation>Assíncrona: uma unidade após a outra; síncrona: todas de uma vez</translation>
    </message>
    <message>
        <source>Units that no pattern sets</source>
        <translation>Unidades que nenhum padrão define</translation>
    </message>
    <message>
        <source>One clock is</source>
        <translation>Instante é</translation>
    </message>
    <message>
        <source>A unit, or a sweep over all units</source>
        <translation>Uma unidade, ou uma varredura por todas as unidades</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Instantes</translation>
    </message>
    <message>
        <source>How long to sample</source>
        <translation>Por quanto tempo amostrar</translation>
    </message>
    <message>
        <source>The share of the pixels that is turned before the first clock</source>
        <translation>A parcela dos pixels que é virada antes do primeiro instante</translation>
    </message>
    <message>
        <source>The same seed gives the same corruption, order, samples and first weights</source>
        <translation>A mesma semente dá a mesma corrupção, ordem, amostras e pesos iniciais</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>How much of the old means of squared gradients and steps stays</source>
        <translation>Quanto fica das médias antigas de gradientes e passos ao quadrado</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>How much of the old mean of gradients stays</source>
        <translation>Quanto fica da média antiga dos gradientes</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>How much of the old mean of squared gradients stays</source>
        <translation>Quanto fica da média antiga dos gradientes ao quadrado</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimento</translation>
    </message>
    <message>
        <source>Pulls every parameter towards 0, biases as well</source>
        <translation>Puxa todos os parâmetros para 0, também os vieses</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Added to the divisor, so that it is never 0</source>
        <translation>Somado ao divisor, para que ele nunca seja 0</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>How much of the last step goes into this one</source>
        <translation>Quanto do último passo entra neste</translation>
    </message>
    <message>
        <source>Damping</source>
        <translation>Amortec.</translation>
    </message>
    <message>
        <source>Where the damping begins; it adapts: the larger, the shorter the step</source>
        <translation>Onde começa o amortecimento; ele se adapta: quanto maior, mais curto o passo</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Falls over</source>
        <translation>Cai em</translation>
    </message>
    <message>
        <source>How many updates the rate takes to fall</source>
        <translation>Em quantas atualizações a taxa cai</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Piso</translation>
    </message>
    <message>
        <source>The share of the learning rate that is left in the end</source>
        <translation>A parcela da taxa de aprendizado que resta no fim</translation>
    </message>
    <message>
        <source>Step every</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>How many updates lie between two steps of the rate</source>
        <translation>Quantas atualizações há entre dois degraus da taxa</translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation>Fator</translation>
    </message>
    <message>
        <source>What the rate is multiplied by at each step</source>
        <translation>Por quanto se multiplica a taxa a cada degrau</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Traços</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>O que se desenha</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Movimentos</translation>
    </message>
    <message>
        <source>In how many moves of the pen a figure is drawn</source>
        <translation>Em quantos movimentos da caneta se desenha uma figura</translation>
    </message>
    <message>
        <source>A move is right when it ends closer than this to where it should</source>
        <translation>Um movimento está certo quando termina mais perto que isto de onde devia</translation>
    </message>
    <message>
        <source>How many rows are read at a time while learning</source>
        <translation>Quantas linhas se leem de cada vez ao aprender</translation>
    </message>
    <message>
        <source>Rows ahead</source>
        <translation>À frente</translation>
    </message>
    <message>
        <source>How many rows later the target stands; 0: in the same row</source>
        <translation>Quantas linhas depois está o alvo; 0: na mesma linha</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Separadas</translation>
    </message>
    <message>
        <source>The share of the rows, the last ones, that is kept apart for validation</source>
        <translation>A parcela das linhas, as últimas, que fica separada para validação</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalização</translation>
    </message>
    <message>
        <source>Standard score: mean 0 and standard deviation 1; 0 to 1: from the least to the largest value</source>
        <translation>Escore padrão: média 0 e desvio padrão 1; 0 a 1: do menor ao maior valor</translation>
    </message>
    <message>
        <source>An answer is right when it is off by less than this, after normalisation</source>
        <translation>Uma resposta está certa quando erra por menos que isto, depois de normalizar</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Atualizações</translation>
    </message>
    <message>
        <source>Climbs over</source>
        <translation>Sobe em</translation>
    </message>
    <message>
        <source>How many updates the rate takes to climb</source>
        <translation>Em quantas atualizações a taxa sobe</translation>
    </message>
    <message>
        <source>How many letters the shortest word has</source>
        <translation>Quantas letras tem a palavra mais curta</translation>
    </message>
    <message>
        <source>How many letters the longest word has</source>
        <translation>Quantas letras tem a palavra mais longa</translation>
    </message>
</context>
<context>
    <name>patterns</name>
    <message>
        <source>house</source>
        <translation>casa</translation>
    </message>
    <message>
        <source>face</source>
        <translation>rosto</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>seta</translation>
    </message>
    <message>
        <source>letter H</source>
        <translation>letra H</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Parity of ones, LSTM</source>
        <translation>Paridade dos uns, LSTM</translation>
    </message>
    <message>
        <source>Three units and their gates keep one bit: was the number of ones odd or even?</source>
        <translation>Três unidades e suas portas guardam um bit: o número de uns foi ímpar ou par?</translation>
    </message>
    <message>
        <source>Parity of ones, GRU</source>
        <translation>Paridade dos uns, GRU</translation>
    </message>
    <message>
        <source>The same bit is kept by two gates instead of three.</source>
        <translation>O mesmo bit é guardado por duas portas em vez de três.</translation>
    </message>
    <message>
        <source>Parity of ones, Elman</source>
        <translation>Paridade dos uns, Elman</translation>
    </message>
    <message>
        <source>No gates at all: the copy of H in M is enough to keep one bit.</source>
        <translation>Nenhuma porta: a cópia de H em M basta para guardar um bit.</translation>
    </message>
    <message>
        <source>Parity of ones, Jordan</source>
        <translation>Paridade dos uns, Jordan</translation>
    </message>
    <message>
        <source>All that it remembers is its own last answer, and for parity that is enough.</source>
        <translation>Ela só lembra a própria última resposta, e para a paridade isso basta.</translation>
    </message>
    <message>
        <source>Parity of ones, feed-forward: it fails</source>
        <translation>Paridade dos uns, feed-forward: falha</translation>
    </message>
    <message>
        <source>Without a memory M every 1 looks alike: this network can only guess.</source>
        <translation>Sem a memória M todo 1 parece igual: esta rede só pode adivinhar.</translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation>Exemplo à mão</translation>
    </message>
    <message>
        <source>Every weight is 1, so that each number can be found on paper: 4, 12, 32.</source>
        <translation>Todo peso é 1, e cada número pode ser achado no papel: 4, 12, 32.</translation>
    </message>
    <message>
        <source>Adding problem, LSTM</source>
        <translation>Soma marcada, LSTM</translation>
    </message>
    <message>
        <source>Two marked numbers are carried to the end and added; watch the cell c.</source>
        <translation>Dois números marcados são levados até o fim e somados; observe a célula c.</translation>
    </message>
    <message>
        <source>Copy memory, GRU</source>
        <translation>Tarefa de cópia, GRU</translation>
    </message>
    <message>
        <source>Four letters are kept over a silence and said in order when asked.</source>
        <translation>Quatro letras são guardadas durante um silêncio e ditas em ordem quando se pergunta.</translation>
    </message>
    <message>
        <source>Next character, LSTM</source>
        <translation>Próxima letra, LSTM</translation>
    </message>
    <message>
        <source>It has read a short text and guesses the letter that follows: after q comes u.</source>
        <translation>Ela leu um texto curto e adivinha a letra que segue: depois de q vem u.</translation>
    </message>
    <message>
        <source>Embedded Reber grammar, LSTM</source>
        <translation>Gramática de Reber embutida, LSTM</translation>
    </message>
    <message>
        <source>The second letter, T or P, must be remembered until the last but one.</source>
        <translation>A segunda letra, T ou P, deve ser lembrada até a penúltima.</translation>
    </message>
    <message>
        <source>Matching brackets, three layers of LSTM</source>
        <translation>Parênteses, três camadas de LSTM</translation>
    </message>
    <message>
        <source>A deep network follows open brackets; each layer reads the H of the one below.</source>
        <translation>Uma rede profunda segue os parênteses abertos; cada camada lê o H da camada de baixo.</translation>
    </message>
    <message>
        <source>Slot filling in English, GRU</source>
        <translation>Lacunas (slots) em inglês, GRU</translation>
    </message>
    <message>
        <source>Arrive Boston or leave Boston: the same word, another slot, because of memory.</source>
        <translation>Arrive Boston ou leave Boston: a mesma palavra, outra lacuna, por causa da memória.</translation>
    </message>
    <message>
        <source>Slot filling in Portuguese, GRU</source>
        <translation>Lacunas (slots) em português, GRU</translation>
    </message>
    <message>
        <source>Chegar Recife or sair Recife: the same word, another slot, because of memory.</source>
        <translation>Chegar Recife ou sair Recife: a mesma palavra, outra lacuna, por causa da memória.</translation>
    </message>
    <message>
        <source>Slot filling, both directions</source>
        <translation>Lacunas (slots), nas duas direções</translation>
    </message>
    <message>
        <source>A second row of H reads from the end, so that each word is labelled from both sides.</source>
        <translation>Uma segunda fileira de H lê a partir do fim, e cada palavra é rotulada pelos dois lados.</translation>
    </message>
    <message>
        <source>Sentiment in English, LSTM</source>
        <translation>Sentimento em inglês, LSTM</translation>
    </message>
    <message>
        <source>Boring at first but great in the end: the words are mixed, their order decides.</source>
        <translation>Boring at first but great in the end: as palavras se misturam, a ordem decide.</translation>
    </message>
    <message>
        <source>Sentiment in Portuguese, GRU</source>
        <translation>Sentimento em português, GRU</translation>
    </message>
    <message>
        <source>Chato no começo mas ótimo no fim: the words are mixed, their order decides.</source>
        <translation>Chato no começo mas ótimo no fim: as palavras se misturam, a ordem decide.</translation>
    </message>
    <message>
        <source>Date formats, GRU</source>
        <translation>Formato de data, GRU</translation>
    </message>
    <message>
        <source>A date is read to its end, and then said again with the year first.</source>
        <translation>Uma data é lida até o fim e então dita de novo, com o ano na frente.</translation>
    </message>
    <message>
        <source>Drawing, LSTM</source>
        <translation>Desenho, LSTM</translation>
    </message>
    <message>
        <source>One word is read, then nothing: the rest is a stroke of the pen, move by move.</source>
        <translation>Uma palavra é lida, depois nada: o resto é um traço da caneta, passo a passo.</translation>
    </message>
    <message>
        <source>Sine forecast, LSTM</source>
        <translation>Prever senoide, LSTM</translation>
    </message>
    <message>
        <source>Two values tell the phase and a few more the period: then it knows what comes.</source>
        <translation>Dois valores dizem a fase e mais alguns o período: então ela sabe o que vem.</translation>
    </message>
    <message>
        <source>Sunspots, LSTM</source>
        <translation>Manchas solares, LSTM</translation>
    </message>
    <message>
        <source>Next year&apos;s number from all years before, counted since 1700.</source>
        <translation>O número do próximo ano a partir de todos os anteriores, contados desde 1700.</translation>
    </message>
    <message>
        <source>Hopfield network, four figures</source>
        <translation>Rede de Hopfield, quatro figuras</translation>
    </message>
    <message>
        <source>A corrupted figure rolls down the energy until it is whole again.</source>
        <translation>Uma figura corrompida desce a energia até ficar inteira de novo.</translation>
    </message>
    <message>
        <source>Hopfield network, letters that look alike</source>
        <translation>Rede de Hopfield, letras parecidas</translation>
    </message>
    <message>
        <source>Hebb&apos;s rule mixes these letters up; the pseudo-inverse keeps them apart.</source>
        <translation>A regra de Hebb confunde estas letras; a pseudoinversa as separa.</translation>
    </message>
    <message>
        <source>Hopfield network, a false memory</source>
        <translation>Rede de Hopfield, uma falsa lembrança</translation>
    </message>
    <message>
        <source>It settles in a mixture of three patterns that was never stored.</source>
        <translation>Ela para em uma mistura de três padrões que nunca foi armazenada.</translation>
    </message>
    <message>
        <source>Boltzmann machine, exclusive or</source>
        <translation>Máquina de Boltzmann, ou exclusivo</translation>
    </message>
    <message>
        <source>Two hidden units make exactly the four patterns of exclusive or probable.</source>
        <translation>Duas unidades ocultas tornam prováveis exatamente os quatro padrões do ou exclusivo.</translation>
    </message>
    <message>
        <source>Boltzmann machine, cooling</source>
        <translation>Máquina de Boltzmann, resfriamento</translation>
    </message>
    <message>
        <source>Hot units flip at random; as they cool, one of two orders is left.</source>
        <translation>Unidades quentes mudam ao acaso; ao esfriar, resta uma de duas ordens.</translation>
    </message>
    <message>
        <source>Restricted Boltzmann machine, bars</source>
        <translation>Máquina de Boltzmann restrita, barras</translation>
    </message>
    <message>
        <source>Hidden units discover that the pictures are made of rows or of columns.</source>
        <translation>As unidades ocultas descobrem que as imagens são feitas de linhas ou de colunas.</translation>
    </message>
</context>
<context>
    <name>ranges</name>
    <message>
        <source>more than {above:g}, at most {maximum:g}</source>
        <translation>mais de {above:g}, no máximo {maximum:g}</translation>
    </message>
    <message>
        <source>more than {above:g}</source>
        <translation>mais de {above:g}</translation>
    </message>
    <message>
        <source>at least {minimum:g}</source>
        <translation>no mínimo {minimum:g}</translation>
    </message>
    <message>
        <source>at most {maximum:g}</source>
        <translation>no máximo {maximum:g}</translation>
    </message>
    <message>
        <source>{minimum:g} to {maximum:g}</source>
        <translation>de {minimum:g} a {maximum:g}</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>Next character</source>
        <translation>Próxima letra</translation>
    </message>
    <message>
        <source>Which character comes next in the text?</source>
        <translation>Que caractere vem a seguir no texto?</translation>
    </message>
    <message>
        <source>Parity of ones</source>
        <translation>Paridade dos uns</translation>
    </message>
    <message>
        <source>Is the number of ones so far even or odd?</source>
        <translation>O número de uns até aqui é par ou ímpar?</translation>
    </message>
    <message>
        <source>even</source>
        <translation>par</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>ímpar</translation>
    </message>
    <message>
        <source>Sine forecast</source>
        <translation>Prever senoide</translation>
    </message>
    <message>
        <source>Which value does the wave take next?</source>
        <translation>Que valor a onda assume a seguir?</translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation>Exemplo à mão</translation>
    </message>
    <message>
        <source>What does a linear network say whose weights are all 1?</source>
        <translation>O que diz uma rede linear cujos pesos são todos 1?</translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation>Soma marcada</translation>
    </message>
    <message>
        <source>What is the sum of the two marked numbers?</source>
        <translation>Qual é a soma dos dois números marcados?</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>marca</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeiros passos</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Letters and words</source>
        <translation>Letras e palavras</translation>
    </message>
    <message>
        <source>Sequence to sequence</source>
        <translation>Sequência a sequência</translation>
    </message>
    <message>
        <source>Waves and series</source>
        <translation>Ondas e séries</translation>
    </message>
    <message>
        <source>Matching brackets</source>
        <translation>Parênteses</translation>
    </message>
    <message>
        <source>Which bracket has to be closed next?</source>
        <translation>Qual parêntese deve ser fechado a seguir?</translation>
    </message>
    <message>
        <source>all closed</source>
        <translation>tudo fechado</translation>
    </message>
    <message>
        <source>Copy memory</source>
        <translation>Tarefa de cópia</translation>
    </message>
    <message>
        <source>Which letters stood at the beginning, long before the question?</source>
        <translation>Que letras estavam no início, muito antes da pergunta?</translation>
    </message>
    <message>
        <source>Date formats</source>
        <translation>Formato de data</translation>
    </message>
    <message>
        <source>How is this date written with year, month and day in order?</source>
        <translation>Como se escreve esta data com ano, mês e dia em ordem?</translation>
    </message>
    <message>
        <source>Delayed echo</source>
        <translation>Eco atrasado</translation>
    </message>
    <message>
        <source>Which bit came some clocks ago?</source>
        <translation>Que bit veio alguns instantes atrás?</translation>
    </message>
    <message>
        <source>Reber grammar</source>
        <translation>Reber</translation>
    </message>
    <message>
        <source>Which letters may come next in a word of this grammar?</source>
        <translation>Que letras podem vir a seguir em uma palavra desta gramática?</translation>
    </message>
    <message>
        <source>Reverse a word</source>
        <translation>Inverter palavra</translation>
    </message>
    <message>
        <source>How does the word read backwards?</source>
        <translation>Como se lê a palavra de trás para a frente?</translation>
    </message>
    <message>
        <source>Sum of sines</source>
        <translation>Várias ondas</translation>
    </message>
    <message>
        <source>How does a wave go on that several waves make together?</source>
        <translation>Como continua uma onda feita de várias ondas juntas?</translation>
    </message>
    <message>
        <source>Sunspots</source>
        <translation>Manchas solares</translation>
    </message>
    <message>
        <source>How many spots will the sun show next year?</source>
        <translation>Quantas manchas o Sol vai mostrar no próximo ano?</translation>
    </message>
    <message>
        <source>spots / 100</source>
        <translation>manchas / 100</translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation>Ordem temporal</translation>
    </message>
    <message>
        <source>In which order did the signals X and Y come?</source>
        <translation>Em que ordem vieram os sinais X e Y?</translation>
    </message>
    <message>
        <source>XOR in time</source>
        <translation>XOR no tempo</translation>
    </message>
    <message>
        <source>Which bit comes next, where every third one is the exclusive or of the two before?</source>
        <translation>Que bit vem a seguir, se cada terceiro é o ou-exclusivo dos dois anteriores?</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Desenho</translation>
    </message>
    <message>
        <source>How does the pen move to draw this figure?</source>
        <translation>Como a caneta se move para desenhar esta figura?</translation>
    </message>
    <message>
        <source>slant</source>
        <translation>diagonal</translation>
    </message>
    <message>
        <source>Own data</source>
        <translation>Dados próprios</translation>
    </message>
    <message>
        <source>What do these columns of a table of yours say next?</source>
        <translation>O que dizem a seguir estas colunas de uma tabela sua?</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Sentimento</translation>
    </message>
    <message>
        <source>Does the sentence praise or complain?</source>
        <translation>A frase elogia ou reclama?</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positivo</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativo</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>origem</translation>
    </message>
    <message>
        <source>destination</source>
        <translation>destino</translation>
    </message>
    <message>
        <source>departure</source>
        <translation>partida</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>chegada</translation>
    </message>
    <message>
        <source>Slot filling</source>
        <translation>Lacunas (slots)</translation>
    </message>
    <message>
        <source>What does each word of an order for a journey stand for?</source>
        <translation>O que significa cada palavra de um pedido de viagem?</translation>
    </message>
    <message>
        <source>Networks of patterns</source>
        <translation>Redes de padrões</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>open</source>
        <translation>aberta</translation>
    </message>
    <message>
        <source>almost open</source>
        <translation>quase aberta</translation>
    </message>
    <message>
        <source>mostly open</source>
        <translation>mais aberta que fechada</translation>
    </message>
    <message>
        <source>half open</source>
        <translation>meio aberta</translation>
    </message>
    <message>
        <source>mostly closed</source>
        <translation>mais fechada que aberta</translation>
    </message>
    <message>
        <source>almost closed</source>
        <translation>quase fechada</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fechada</translation>
    </message>
    <message>
        <source>The candidate is strongly positive: {value}.</source>
        <translation>O candidato é fortemente positivo: {value}.</translation>
    </message>
    <message>
        <source>The candidate is positive: {value}.</source>
        <translation>O candidato é positivo: {value}.</translation>
    </message>
    <message>
        <source>The candidate is near zero, {value}: hardly anything is proposed.</source>
        <translation>O candidato está perto de zero, {value}: quase nada é proposto.</translation>
    </message>
    <message>
        <source>The candidate is negative: {value}.</source>
        <translation>O candidato é negativo: {value}.</translation>
    </message>
    <message>
        <source>The candidate is strongly negative: {value}.</source>
        <translation>O candidato é fortemente negativo: {value}.</translation>
    </message>
    <message>
        <source>The symbol “{label}” comes in.</source>
        <translation>Entra o símbolo “{label}”.</translation>
    </message>
    <message>
        <source>{letter} is not a number (NaN).</source>
        <translation>{letter} não é um número (NaN).</translation>
    </message>
    <message>
        <source>No answer is asked for at this clock.</source>
        <translation>Nenhuma resposta é pedida neste instante.</translation>
    </message>
    <message>
        <source>No answer stands out: {count} have the largest probability, {value}.</source>
        <translation>Nenhuma resposta se destaca: {count} têm a maior probabilidade, {value}.</translation>
    </message>
    <message>
        <source>The answer is “{word}”.</source>
        <translation>A resposta é “{word}”.</translation>
    </message>
    <message>
        <source>The layer below computes its h, {letter}, which comes in here.</source>
        <translation>A camada abaixo calcula o seu h, {letter}, que entra aqui.</translation>
    </message>
    <message>
        <source>The layers below compute their h, one after the other; {letter} comes in here.</source>
        <translation>As camadas abaixo calculam os seus h, uma após a outra; {letter} entra aqui.</translation>
    </message>
    <message>
        <source>The layer above computes its h from {letter}.</source>
        <translation>A camada acima calcula o seu h a partir de {letter}.</translation>
    </message>
    <message>
        <source>The layers above compute their h, one after the other, from {letter} on.</source>
        <translation>As camadas acima calculam os seus h, uma após a outra, a partir de {letter}.</translation>
    </message>
    <message>
        <source>The state before the first clock is set by hand: {value}.</source>
        <translation>O estado antes do primeiro instante foi definido à mão: {value}.</translation>
    </message>
    <message>
        <source>{letter} is held by hand at {value}; the network would have computed {computed}.</source>
        <translation>{letter} está fixado à mão em {value}; a rede teria calculado {computed}.</translation>
    </message>
    <message>
        <source>No symbol comes in: the network reads its own last answer, {letter}.</source>
        <translation>Nenhum símbolo entra: a rede lê a sua própria última resposta, {letter}.</translation>
    </message>
    <message>
        <source>No symbol comes in: the network reads zeros.</source>
        <translation>Nenhum símbolo entra: a rede lê zeros.</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>menos de 1 %</translation>
    </message>
    <message>
        <source>more than 99 %</source>
        <translation>mais de 99 %</translation>
    </message>
    <message>
        <source>{letter} is not a number (NaN) in {count} of {units} units.</source>
        <translation>{letter} não é um número (NaN) em {count} de {units} unidades.</translation>
    </message>
    <message>
        <source>{letter} is above 0.5 in {count} of {units} units.</source>
        <translation>{letter} passa de 0.5 em {count} de {units} unidades.</translation>
    </message>
    <message>
        <source>{letter} is positive in {count} of {units} units.</source>
        <translation>{letter} é positivo em {count} de {units} unidades.</translation>
    </message>
    <message>
        <source>This cell has no memory.</source>
        <translation>Esta célula não tem memória.</translation>
    </message>
    <message>
        <source>The memory is {letter}, copied from the clock before.</source>
        <translation>A memória é {letter}, copiada do instante anterior.</translation>
    </message>
    <message>
        <source>Before the first clock the memory is {value}.</source>
        <translation>Antes do primeiro instante a memória é {value}.</translation>
    </message>
    <message>
        <source>This row begins with the last clock, where the memory is {value}.</source>
        <translation>Esta fileira começa no último instante, onde a memória é {value}.</translation>
    </message>
    <message>
        <source>The memory is {letter} = {value}, copied from the clock before.</source>
        <translation>A memória é {letter} = {value}, copiada do instante anterior.</translation>
    </message>
    <message>
        <source>The memory is {letter} = {value}, copied from the clock after.</source>
        <translation>A memória é {letter} = {value}, copiada do instante seguinte.</translation>
    </message>
    <message>
        <source>{title}: {state}, {value}.</source>
        <translation>Porta de {title}: {state}, {value}.</translation>
    </message>
    <message>
        <source>{title}: {value}.</source>
        <translation>{title}: {value}.</translation>
    </message>
    <message>
        <source>The forget gate is {state}, but the cell holds {before}: nothing to keep.</source>
        <translation>A porta de esquecimento está {state}, mas a célula guarda {before}: nada a manter.</translation>
    </message>
    <message>
        <source>The forget gate is {state}: the cell keeps {share} of what it knew.</source>
        <translation>A porta de esquecimento está {state}: a célula mantém {share} do que sabia.</translation>
    </message>
    <message>
        <source>The input gate is {state}: {share} of the candidate is let in.</source>
        <translation>A porta de entrada está {state}: {share} do candidato entra.</translation>
    </message>
    <message>
        <source>The output gate is {state}: {share} of tanh(c) is let out.</source>
        <translation>A porta de saída está {state}: {share} de tanh(c) sai.</translation>
    </message>
    <message>
        <source>The reset gate is {state}: {share} of what the memory says reaches the candidate.</source>
        <translation>A porta de reset está {state}: {share} do que diz a memória chega ao candidato.</translation>
    </message>
    <message>
        <source>The update gate is {state}: {share} of the old h stays, {rest} of the candidate joins.</source>
        <translation>A porta de atualização está {state}: fica {share} do h antigo e entra {rest} do candidato.</translation>
    </message>
    <message>
        <source>The cell goes from {before} to {value}: it keeps {kept} and adds {added}.</source>
        <translation>A célula vai de {before} a {value}: mantém {kept} e soma {added}.</translation>
    </message>
    <message>
        <source>Input {wx}, memory {uh} and bias {b} make {h_pre}; h becomes {value}.</source>
        <translation>Entrada {wx}, memória {uh} e viés {b} somam {h_pre}; h passa a {value}.</translation>
    </message>
    <message>
        <source>Input {wx} and bias {b} make {h_pre}; h becomes {value}.</source>
        <translation>Entrada {wx} e viés {b} somam {h_pre}; h passa a {value}.</translation>
    </message>
    <message>
        <source>The cell goes from {before} to {value}.</source>
        <translation>A célula vai de {before} a {value}.</translation>
    </message>
    <message>
        <source>h goes from {before} to {value}.</source>
        <translation>h vai de {before} a {value}.</translation>
    </message>
    <message>
        <source>It is saturated.</source>
        <translation>Está saturada.</translation>
    </message>
</context>
</TS>
