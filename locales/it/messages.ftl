## Answers
did-you-mean = Intendevi una di queste?
unknown = Non lo so. Nelle mie fonti non c'è una risposta. Prova con altre parole, guarda con /topics a che cosa so rispondere, oppure chiedi alle persone qui.
nothing-here = Qui non c'è ancora nessun testo.
no-entries = Non ho ancora nessuna voce. I moderatori possono aggiungere la prima con /teach; il README spiega a chi gestisce il bot come caricare un pacchetto intero.
too-long = È troppo lungo per una domanda: resta sotto i { NUMBER($most) } caratteri.
related = Vedi anche:
sources = { $count ->
    [one] Fonte:{" "}
   *[other] Fonti:{" "}
}
source-details = {" "}({ $details })
as-of = Informazioni aggiornate a: { $date }.
warning = ⚠ { $text }
outdated = In parte non è più attuale.
disputed = Questo punto è controverso.
overdue = Andava ricontrollato entro questa data: { $date }.
other-language = Questo testo esiste solo in { $language }.

## Commands
missing-ask = Che cosa vuoi sapere? Scrivi la domanda dopo /ask.
missing-show = Quale voce? Scrivi il suo id dopo /show, per esempio uno di quelli a cui porta /topics.
no-entry = Non ho nessuna voce “{ $id }”.
topics = Argomenti:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] Una voce:
   *[other] { $count } voci:
}
no-topic = Non ho nessun argomento “{ $tag }”.
no-topics = Le voci non hanno ancora argomenti.
all-sources = Le fonti che cito
no-sources = Le voci non indicano ancora nessuna fonte.
languages = In quale lingua vuoi le risposte?
language-set = D'ora in poi ti rispondo in { $language }.
language-auto = D'ora in poi ti rispondo nella lingua della tua domanda.
no-language = Non parlo ancora questa lingua: “{ $name }”.
automatic = La lingua della mia domanda
unknown-command = Non conosco il comando /{ $name }. Con /help li vedi tutti.
unknown-command-near = Non conosco il comando /{ $name }. Intendevi /{ $near }?

## Help
help-title = Che cosa so fare
about = Rispondo a domande su: { $subjects }. Ogni risposta è un testo scritto da una persona, con fonte e data.
about-nothing = Non so ancora niente: manca un pacchetto di conoscenze.
help-ask = risponde a una domanda; puoi anche scriverla e basta
help-show = mostra una voce
help-topics = elenca gli argomenti, o le voci di un argomento
help-sources = elenca le fonti
help-language = imposta la lingua delle tue risposte
help-help = mostra questo elenco

## Terminal
greeting = Ciao, sono Wenda. Rispondo a domande su: { $subjects }.
greeting-empty = Ciao, sono Wenda. Non so ancora niente: manca un pacchetto di conoscenze.
first-entry = In { $folders } non c'è ancora nessuna voce. Questo comando crea un pacchetto con una voce da copiare: { $command }
try = Prova, per esempio:
hint = /help elenca i comandi, Ctrl-D chiude.
no-choice = Al momento non c'è nessuna scelta n. { $number }.
goodbye = A presto!
form-hint = Una domanda alla volta: Invio conserva quello che c'è, - lo svuota, \n va a capo, /cancel rinuncia.
form-field = { $label }:
form-kept = Ora: { $value }
form-required = Questo campo è obbligatorio.
form-slash = Una riga che comincia con / qui non vale come risposta. Se deve esserlo, mettici davanti \, altrimenti scrivi /cancel.
form-cancelled = Ho lasciato perdere; non è cambiato niente.

## Moderators
pinned = 📌 Risposta fissata dai moderatori.
retired-entry = “{ $title }” è una voce ritirata; non do più quella risposta.
moderators-only = Qui possono farlo solo i moderatori.
missing-pin = Quale domanda devo fissare, e a quale voce? Scrivi /pin, la domanda, poi entry: e l'id della voce. Se rispondi a una mia risposta, basta /pin.
pin-to-what = Non ho trovato una voce adatta a “{ $question }”. Indicane una con entry: e il suo id, oppure scrivi la risposta dopo text:.
pin-both = O entry: o text:, non tutti e due: una domanda fissata porta a una sola risposta.
pin-no-words = In questa domanda non c'è nessuna parola. Scrivila come la farebbero i membri.
pin-forgotten = Non so più a quale domanda rispondesse. Scrivila dopo /pin.
question-too-long = È troppo lungo per una domanda: resta sotto i 1000 caratteri.
pin-which = Quale voce deve rispondere a “{ $question }”?
no-message-to-pin = Qui non c'è nessun messaggio da fissare nel canale.
no-pins = Non c'è ancora niente di fissato.
pins-title = { $count ->
    [one] Una domanda fissata
   *[other] { $count } domande fissate
}
pin-line = “{ $question }” → { $target } ({ $who }, { $when } UTC)
pin-own-text = un testo della comunità
pin-retired = Quella voce è ritirata, o non fa parte dei pacchetti scelti ora.
pin-gone = Quella voce non c'è più.
unpin-it = Non fissare più “{ $question }”
unpin-question = Vuoi toglierne una?
missing-unpin = Quale domanda fissata? Scrivila dopo /unpin; /pins le elenca tutte.
unpin-which = Quella domanda è fissata in più lingue. Quale intendi?
no-pin = Per “{ $question }” non c'è niente di fissato.
teach-title = Insegnami una risposta
correct-title = Correggi “{ $title }”
rephrase-title = Altri modi di chiedere “{ $title }”
field-question = Domanda
field-answer = Risposta (Markdown; riga vuota = paragrafo)
field-phrasings = Altri modi di chiedere, uno per riga o con |
field-source = Fonte: un titolo, un link o entrambi
field-language = Lingua (vuoto: quella del testo)
field-entry = Voce
field-why = Motivo
field-add = Modi da aggiungere, uno per riga o con |
field-remove = Modi da togliere
own-pack = Insegnato da questa comunità
own-source = I moderatori di questa comunità
also-asked = Si trova anche con: { $phrasings }
also-asked-more = Si trova anche con: { $phrasings } | … e altri { $count }
alike = { $count ->
    [one] Forse questa voce dice già la stessa cosa: { $names }
   *[other] Forse queste voci dicono già la stessa cosa: { $names }
}
confirm-question = I membri lo vedranno così. Lo salvo?
confirm-it = Sì, salva
cancel-it = No, scarta
cancelled = Scartato; non è cambiato niente.
nothing-to-cancel = Non c'è niente in attesa di conferma.
no-draft = Non è più in attesa: è stato fatto, scartato, o è passata un'ora.
not-accepted = Così non posso accettarlo:
flaw-html = L'HTML non si può mostrare: { $what } Usa il Markdown. Per mostrare un <, mettici davanti \.
flaw-image = Le immagini non si possono mostrare. Descrivi a parole che cosa si vede.
flaw-struck = Il testo barrato non si può mostrare. Toglilo.
flaw-address = Il link a { $what } non è un indirizzo web. Deve cominciare con http:// o https:// e non contenere un nome utente.
flaw-link-words = Il link a { $what } non ha parole. Scrivile tra [ e ].
flaw-nested = Elenchi, citazioni, grassetti e link sono annidati troppo a fondo: al massimo quattro, uno dentro l'altro.
flaw-heading = In una risposta non si possono usare titoli. Usa il **grassetto**. Anche una riga di trattini sotto un testo crea un titolo.
flaw-rule = Una linea orizzontale non si può mostrare. Per separare i paragrafi basta una riga vuota.
flaw-table = Le tabelle non si possono mostrare. Fai un elenco.
flaw-empty = C'è una citazione, un blocco di codice o un punto d'elenco vuoto. Toglilo.
flaw-list-start = Un elenco comincia da { $what }, ma gli elenchi si contano da 1. Se non deve essere un elenco, metti \ davanti al punto.
flaw-long-question = La domanda ha { NUMBER($count) } caratteri; il massimo è 1000.
flaw-long-phrasing = Uno degli altri modi di chiedere ha { NUMBER($count) } caratteri; il massimo è 1000.
flaw-no-question = La domanda è vuota.
flaw-empty-phrasing = Uno degli altri modi di chiedere è vuoto.
flaw-no-answer = Manca la risposta.
flaw-long-answer = La risposta ha { NUMBER($count) } caratteri; il massimo è 3500.
flaw-bytes = In tutto sono { NUMBER($count) } byte; il massimo è 65.536.
flaw-other = { $what }
which-entry = Quale voce? Scrivi il suo id o il suo titolo dopo /{ $command }.
which-of = Ci sono più voci di nome “{ $words }”. Quale?
is-retired = “{ $title }” è una voce ritirata. /restore la ripristina.
is-own-text = La risposta a “{ $question }” è scritta insieme alla domanda fissata. /pin con text: la sostituisce, /unpin la toglie.
restore-it = Ripristina
no-text-yet = “{ $title }” non ha ancora un testo in { $language }. Con /correct se ne può aggiungere uno.
not-whole = Non c'è ancora un testo in { $language }. Scrivi sia la domanda sia la risposta, oppure indica la lingua che intendi.
no-phrasing = “{ $words }” non è tra gli altri modi di chiedere “{ $title }”.
refused = Non l'ho fatto, perché guasterebbe altre risposte:
refused-more = { $count ->
    [one] … e un'altra.
   *[other] … e altre { $count }.
}
refused-question = Lo faccio lo stesso?
force-it = Sì, fallo lo stesso
victim-other = “{ $question }” troverebbe “{ $instead }” invece di “{ $entry }”. { $place }
victim-nothing = “{ $question }” non troverebbe più “{ $entry }”. { $place }
victim-silence = “{ $question }” non deve trovare niente, ma troverebbe “{ $instead }”. { $place }
victim-new = “{ $question }” troverebbe “{ $instead }”, e non il nuovo testo.
victim-new-nothing = Neppure “{ $question }” troverebbe il nuovo testo: dice troppo poco.
victim-check = (Una verifica in { $file }, riga { $line }.)
overtaken = Nel frattempo qualcuno ha modificato “{ $subject }”, quindi non ho fatto niente. Ricontrolla e riprova.
overtaken-again = Nel frattempo qualcuno ha modificato “{ $subject }”, quindi non ho ancora salvato niente. Dai un'altra occhiata.
approve-overtaken = La modifica n. { $act } non è più applicabile: da allora la stessa cosa è stata cambiata. /undo { $act } la scarta.
nothing-changed = “{ $subject }” è già così.
held = Hai fatto molte modifiche in dieci minuti, quindi la n. { $act } aspetta che un altro moderatore la lasci passare con /approve { $act }.
done-pin = Fissato: d'ora in poi “{ $subject }” riceve quella risposta.
done-unpin = “{ $subject }” non è più tra le domande fissate.
done-teach = Imparato: “{ $subject }”.
done-correct = Corretto: “{ $subject }”.
done-rephrase = Ho cambiato i modi di chiedere “{ $subject }”.
done-retire = Ritirata: “{ $subject }” non viene più data come risposta.
done-restore = Ripristinata: “{ $subject }” viene data di nuovo come risposta.
done-undo = Annullato: la modifica n. { $subject } non vale più.
done-approve = Approvato: la modifica n. { $subject } ora ha effetto.
done-link = Collegato: ora questo spazio condivide tutto con { $subject }. /unlink li separa di nuovo.
done-unlink = Ora questo spazio va avanti per conto suo, con una copia di tutto.
undo-it = Annulla
undo-act = Annulla n. { $act }
approve-it = Approva n. { $act }
undo-none-left = Tutte le tue modifiche sono già annullate. /history le elenca; /undo con un numero ne annulla una.
undo-already = La modifica n. { $act } è già annullata. /history mostra da quale.
missing-undo = Non hai ancora fatto modifiche. /history mostra quelle degli altri.
no-change = Qui non c'è nessuna modifica n. { $act }. /history le elenca.
undo-dropped = La modifica n. { $act } è stata scartata e non ha mai avuto effetto.
undo-approved = La modifica n. { $act } ha avuto effetto con la n. { $approval }. Annulla quella.
undo-link = La modifica n. { $act } riguarda due spazi, quindi non si può annullare da sola. Usa /{ $command }.
undo-conflict = Non posso annullare solo la n. { $act }, perché da allora la stessa cosa è stata cambiata di nuovo: { $later }. Annulla prima quelle modifiche, cominciando dalla più recente.
history-title = Che cosa è stato modificato
history-question = Vuoi annullarne una, o lasciarla passare?
no-history = Non è stato ancora modificato niente.
unreadable = Queste voci non si possono più leggere e non danno risposta: { $entries }. Con /correct si sistemano.
no-history-of = “{ $entry }” qui non ha mai subito modifiche.
act = N. { $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-why = Motivo: { $why }.
act-forced = Fatto lo stesso, anche se guastava: { $victims }.
act-undoes = Annulla la n. { $act }.
act-approves = Lascia passare la n. { $act }.
act-held = Aspetta un altro moderatore.
record = { $kind } { $name }
kind-entry = voce
kind-phrasings = modi di chiedere
kind-retired = voce ritirata
kind-pin = domanda fissata
kind-setting = impostazione
kind-place = spazio
kind-pack = pacchetto
kind-source = fonte
kind-checks = verifiche
person = moderatore { $id }
person-you = tu
person-erased = qualcuno (dati cancellati)
held-title = Che cosa aspetta un altro moderatore
held-question = Vuoi lasciarne passare una, o scartarla?
drop-it = Scarta n. { $act }
more-held = { $count ->
    [one] Ne aspetta un'altra.
   *[other] Ne aspettano altre { $count }.
}
none-held = Non c'è niente in attesa.
no-held = Non c'è nessuna modifica n. { $act } in attesa.
approve-own = La modifica n. { $act } è tua: la deve lasciar passare un altro moderatore.
not-retired = “{ $title }” non è tra le voci ritirate.
none-retired = Non c'è niente di ritirato.
restore-which = Quale voce deve tornare?
link-code = Scrivi /link { $code } nell'altro spazio entro { $minutes } minuti. Da quel momento i due condividono domande fissate, voci e impostazioni.
link-wrong = Quel codice è sconosciuto, già usato o troppo vecchio. Chiedine uno nuovo con /link nell'altro spazio.
link-same = Questi due spazi sono già collegati.
link-conflicts = Su questi punti i due spazi hanno deciso cose diverse. Anche qui varrà quello che vale nell'altro:
link-question = Li collego? /history conserva quello che c'era qui.
not-linked = Questo spazio non è collegato a nessun altro.
help-pin = fissa la risposta a una domanda
help-pins = elenca le domande fissate
help-unpin = toglie una domanda fissata
help-teach = aggiunge una risposta vostra
help-correct = corregge una risposta
help-rephrase = aggiunge o toglie altri modi di chiedere
help-retire = ritira una voce
help-restore = ripristina una voce ritirata
help-history = mostra chi ha modificato che cosa, e perché
help-undo = annulla una modifica
help-approve = lascia passare una modifica in attesa
help-confirm = fa quello che è stato mostrato
help-cancel = scarta quello che è stato mostrato
help-link = collega questo spazio a un altro
help-unlink = separa questo spazio dagli altri
missing-confirm = Che cosa devo confermare? Premi il pulsante sotto un'anteprima.

## Options
option-question = domanda
option-entry = voce
option-topic = argomento
option-language = lingua
option-text = testo proprio
option-why = motivo
option-answer = risposta
option-phrasings = altri modi di chiedere
option-source = fonte
option-add = da aggiungere
option-remove = da togliere
option-change = numero
option-draft = numero
option-code = codice
option-force = fallo lo stesso
option-message = anche il messaggio

## Reload
reload-unchanged = Le conoscenze sono rimaste com'erano.
reload-live = Ora in uso: aggiunte { $added }, modificate { $changed }, tolte { $removed }.
reload-refused = { $count ->
    [one] Le conoscenze modificate non sono state adottate, per via di un problema. Finché non è risolto rispondo come prima.
   *[other] Le conoscenze modificate non sono state adottate, per via di { $count } problemi. Finché non sono risolti rispondo come prima.
}
reload-more = { $count ->
    [one] … e un altro.
   *[other] … e altri { $count }.
}
help-reload = rilegge la cartella delle conoscenze

## Running a community
unknown-short = Questa non la so.
unanswered-title = Le domande rimaste senza risposta
none-unanswered = Nessuna domanda aperta. Una domanda compare qui quando tre persone diverse l'hanno fatta in modo simile e io non avevo una risposta.
unanswered-line = N. { $group } “{ $text }”: chiesta da { $count } persone. Prima volta: { $first }, ultima: { $last }.
unanswered-question = Che cosa ne faccio?
assign-it = N. { $group }: appartiene a una voce
answer-it = N. { $group }: insegna una risposta
ignore-it = N. { $group }: ignora
no-group = Nessuna domanda aperta ha (più) il numero { $group }. /unanswered le elenca.
assign-which = Quale voce risponde a “{ $text }”? La domanda diventa un altro modo di chiederla.
assign-none = Nessuna voce si avvicina a “{ $text }”.
ignored = “{ $text }” non è più nell'elenco. Torna se la chiedono di nuovo tre persone.
missing-assign = Quale domanda? Scrivi il suo numero dopo /assign; /unanswered le elenca.
missing-answer = Quale domanda? Scrivi il suo numero dopo /answer; /unanswered le elenca.
missing-ignore = Quale domanda? Scrivi il suo numero dopo /ignore; /unanswered le elenca.
missing-helpful = È stato utile? Scrivi /helpful sì o /helpful no.
no-answer-meant = Quale risposta intendi? Rispondi a una delle mie, o prima fai una domanda.
vote-yes = sì, si, s
vote-no = no, n
voted-yes = Grazie! Mi fa piacere che sia stato utile.
voted-no = Grazie. I moderatori vedranno che questa risposta va migliorata.
stats-title = { $days ->
    [one] Oggi
   *[other] Gli ultimi { $days } giorni
}
stats-days = Di quanti giorni? Scrivi un numero da 1 a { $most } dopo /stats.
stats-none = In questo periodo non è stato chiesto niente.
stats-asked = Domande fatte: { $count }
stats-answered = Con risposta: { $count } ({ $share })
stats-offered = In dubbio, con scelte proposte: { $count } ({ $share })
stats-unanswered = Senza risposta: { $count } ({ $share })
stats-helpful = Giudicate utili: { $helpful } voti su { $votes } ({ $share })
stats-no-votes = Nessuno ha ancora votato una risposta.
stats-shadow = Avrebbero avuto risposta senza essere rivolte a me (modalità ombra): { $count }
stats-by-day = Giorno per giorno:
stats-day = { $day }: chieste { $asked }, con risposta { $answered }, con scelte { $offered }, senza risposta { $unanswered }, utili { $helpful } voti su { $votes }
stats-earlier = Prima di allora: chieste { $asked }, con risposta { $answered }, con scelte { $offered }, senza risposta { $unanswered }
stats-top = Le risposte più date:
stats-entry = { $title }: { $count }
stats-worst = Le meno utili:
stats-worst-entry = { $title }: non utile in { $unhelpful } casi su { $votes } ({ $share })
privacy-title = Che cosa so di te
privacy-intro = Non conservo nomi. Dove devo distinguere le persone, conservo un codice ricavato dal tuo account con una chiave segreta: il codice da solo non dice di chi è. Ecco che cosa conservo:
privacy-language = La lingua che hai scelto con /language, con il tuo codice.
privacy-answers = Quale voce ti ho mostrato in quale messaggio, con il tuo codice ma senza la tua domanda, per poter correggere la risposta in seguito.
privacy-votes = Se una risposta ti è stata utile, con il tuo codice. Di quante volte è stata chiesta una cosa tengo solo il conto.
privacy-messages = Il tuo messaggio finché non l'ho elaborato, e la mia risposta finché non è inviata.
privacy-questions = Le parole della tua domanda non vengono conservate. Se non ho una risposta, ricordo la domanda per due settimane al massimo, con il tuo codice e senza nomi, link e numeri. Solo se tre persone diverse l'hanno fatta in modo simile, le sue parole vengono conservate per i moderatori, senza alcun codice.
privacy-acts = Quello che i moderatori modificano viene registrato con il loro codice.
privacy-drafts = Una modifica in attesa di conferma si conserva per un'ora.
privacy-taught = Se cancelli questi dati, le risposte che hai insegnato come moderatore restano, perché appartengono alla comunità, ma niente dice più che sono tue.
privacy-export = Dammi i miei dati
privacy-erase = Cancella i miei dati
privacy-exported = Questo è tutto quello che conservo su di te.
privacy-sure = Cancello tutto quello che conservo su di te? L'operazione non si può annullare.
privacy-erase-it = Sì, cancella
privacy-erased = Fatto: non conservo più niente su di te.
settings-title = Impostazioni
settings-question = Vuoi cambiarne una?
setting-language = Lingua
setting-packs = Pacchetti di conoscenze
setting-mode = Ascolto
setting-unknown = Quando non so rispondere
setting-here = { $setting } in questo canale
setting-line = { $setting }: { $value }
setting-values = Può essere:
setting-back = Torna al valore predefinito
setting-default = valore predefinito
value-meaning = { $value } ({ $meaning })
value-default = { $value }, valore predefinito
all-packs = tutti
mode-off = non ascolto niente; comandi e menzioni funzionano comunque
mode-addressed = rispondo a chi si rivolge a me
mode-shadow = conto soltanto a che cosa avrei risposto
mode-questions = rispondo anche agli altri, quando sono sicuro
mode-everywhere = Questo vale per questo canale. Aggiungi “everywhere” al comando per cambiarlo in tutti i canali che non hanno una modalità propria.
tone-helpful = con un suggerimento su che cosa provare
tone-short = in poche parole
tone-silent = non rispondo, tranne dove siamo soli
no-setting = Non c'è nessuna impostazione “{ $name }”. Ci sono: { $settings }.
no-value = “{ $value }” non è possibile per “{ $setting }”. Può essere: { $values }.
done-settings = Cambiato. { $subject }.
missing-why = Quale domanda devo spiegare? Scrivila dopo /why.
why-title = Perché? “{ $question }”
why-sure = Rispondo con “{ $title }” (certezza: { $share }).
why-unsure = Ti rispondo con una domanda e propongo delle scelte: nemmeno della migliore, “{ $title }”, sono abbastanza sicuro (certezza: { $share }).
why-unknown = Dico che non lo so: nemmeno della migliore, “{ $title }”, sono abbastanza sicuro (certezza: { $share }).
why-nothing = Dico che non lo so: niente assomiglia alla domanda.
why-thresholds = Rispondo con una certezza da { $sure } in su, e propongo scelte da { $unsure } in su.
why-pin = Decide una domanda fissata: “{ $question }”.
why-taught = La voce è stata insegnata in questa comunità.
why-corrected = La voce è stata corretta in questa comunità.
why-rephrased = In questa comunità sono stati aggiunti o tolti modi di chiederla.
why-retired = Ma la voce è stata ritirata, quindi dico questo.
why-language = Lingua: { $language }, per chi non ne ha scelta nessuna.
why-second = La seconda, “{ $title }”, è indietro di { $points ->
    [one] un punto
   *[other] { $points } punti
}.
why-words = Parole che ho cercato: { $words }.
why-misspelt = Scritte male, e lette come: { $words }.
why-strange = Parole che nessuno dei miei testi contiene: { $words }.
why-candidates = Le candidate migliori:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = elenca quello che più persone hanno chiesto invano
help-assign = assegna una domanda aperta a una voce, come altro modo di chiederla
help-answer = insegna una risposta a una domanda aperta
help-ignore = toglie dall'elenco una domanda aperta
help-helpful = dice se la mia ultima risposta è stata utile
help-stats = mostra che cosa è stato chiesto, e com'è andata
help-privacy = mostra, consegna o cancella quello che conservo su di te
help-settings = mostra o cambia come mi comporto qui
help-why = spiega perché una domanda riceve la sua risposta
option-group = numero
option-vote = sì o no
option-days = giorni
option-what = export o erase
option-setting = impostazione
option-value = valore

## Corrections
corrected-on = ✎ Corretta in data { $date }.
unpinned-on = ✎ Tolta dalle risposte fissate in data { $date }.
answer-gone = Questa risposta non viene più data.

## Chats
answered-above = A questa domanda ho appena risposto qui:
slow-down = Troppe cose in una volta. Dammi un momento, poi chiedi di nuovo.
stale-button = Questo pulsante non funziona più. Fai di nuovo la domanda.
cannot-pin-message = Qui non posso fissare messaggi. La domanda resta comunque fissata.
not-yours = Questa risposta la può togliere solo chi ha fatto la domanda, o un moderatore.
went-wrong = Qualcosa è andato storto da parte mia. Riprova tra un momento.
only-for-you = La risposta è solo per te.
show-it = Mostramela
open-form = Apri il modulo
form-again = ✎ Modifica
cannot-write = Non posso scrivere in { $channel }. Lì devo poter vedere il canale, inviare messaggi, incorporare link e leggere la cronologia.
menu-answer = Rispondi a questo
menu-pin = Fissa questa risposta
menu-teach = Insegna a partire da qui
option-private = solo per me

## Doctor
doctor-title = Come sono configurato
help-doctor = cerca che cosa è configurato male, e dice che cosa fare
list-comma = ,{" "}
diagnosis-database = Il database si può leggere e scrivere.
diagnosis-database-bad = Il database non si può usare: { $why }
cure-database = Controlla DATABASE_URL, che il disco non sia pieno e che il file appartenga all'utente del bot.
diagnosis-cache-bad = Ciò che è stato appreso non si può conservare per il prossimo avvio: { $why }
cure-cache = Rendi scrivibile per l'utente del bot la cartella indicata da WENDA_CACHE e controlla che il disco non sia pieno.
diagnosis-knowledge = { $count ->
    [one] C'è una voce con cui rispondere.
   *[other] Ci sono { $count } voci con cui rispondere.
}
diagnosis-empty = Mancano le conoscenze: non c'è nessuna voce con cui rispondere.
cure-empty = Fai in modo che KNOWLEDGE_DIR indichi una cartella di pacchetti.
diagnosis-overdue = { $count ->
    [one] Un testo andava ricontrollato.
   *[other] { $count } testi andavano ricontrollati.
}
cure-overdue = Rileggili e sposta in avanti il loro review_by; la panoramica li elenca.
diagnosis-old = { $count ->
    [one] Un testo si riferisce a più di un anno fa e non indica una data di revisione.
   *[other] { $count } testi si riferiscono a più di un anno fa e non indicano una data di revisione.
}
cure-old = Rileggili e aggiungi un review_by o lo status outdated.
diagnosis-unreachable = { $name } non è raggiungibile.
cure-unreachable = Controlla la rete, un eventuale firewall e l'indirizzo impostato per { $name }.
diagnosis-unread = { $status ->
    [0] Non è stato possibile esaminare “{ $place }”: nessuna risposta.
   *[other] Non è stato possibile esaminare “{ $place }” (errore { $status }).
}
cure-unread = Riprova tra qualche minuto.
diagnosis-left-out = { $count ->
    [one] Su { $name } un altro luogo non è stato esaminato.
   *[other] Su { $name } altri { $count } luoghi non sono stati esaminati.
}
cure-left-out = Scrivi /doctor lì.
diagnosis-clock = L'orologio concorda con quello di { $name }.
diagnosis-clock-off = L'orologio di questa macchina differisce di { $seconds } secondi da quello di { $name }.
cure-clock = Attiva la sincronizzazione dell'ora, per esempio: timedatectl set-ntp true
diagnosis-token = { $name } non accetta il token.
diagnosis-token-good = { $name } accetta il token.
cure-discord-token = Copialo di nuovo dal Developer Portal (Bot, Reset Token) in DISCORD_TOKEN.
cure-telegram-token = Chiedilo a @BotFather (/token) e imposta TELEGRAM_TOKEN.
diagnosis-content = Il bot può leggere i messaggi su Discord.
diagnosis-content-off = Il bot non può leggere i messaggi su Discord: le domande non rivolte a lui restano inascoltate.
cure-content = Per farlo ascoltare, attiva Message Content Intent nel Developer Portal (Bot).
diagnosis-endpoint = Discord invia le interazioni via HTTP, ma DISCORD_PUBLIC_KEY non è impostata: nessun comando riceve risposta.
cure-endpoint = Imposta DISCORD_PUBLIC_KEY, oppure svuota Interactions Endpoint URL nel Developer Portal (General Information).
diagnosis-key-good = La chiave pubblica è quella dell'applicazione su Discord.
diagnosis-key = DISCORD_PUBLIC_KEY non è quella di questa applicazione: ogni interazione via HTTP viene rifiutata.
cure-key = Copia Public Key dal Developer Portal (General Information).
diagnosis-alone = Il bot non è ancora in nessun server di { $name }.
cure-discord-alone = Apri il link di invito mostrato all'avvio.
diagnosis-permissions = { $count ->
    [one] Il bot ha tutti i permessi che gli servono nel suo server su Discord.
   *[other] Il bot ha tutti i permessi che gli servono in { $count } server su Discord.
}
diagnosis-permissions-lack = Server su Discord in cui al bot mancano dei permessi: { $count } su { $all }.
cure-permissions = Dai al suo ruolo: vedere i canali, inviare messaggi (anche nei thread), incorporare link, allegare file, leggere la cronologia, fissare messaggi. Oppure riapri il link di invito.
right-view = Visualizzare il canale
right-send = Inviare messaggi
right-send-threads = Inviare messaggi nei thread
right-embed = Incorporare i link
right-history = Leggere la cronologia messaggi
right-attach = Allegare file
right-pin = Fissare messaggi
diagnosis-channels = “{ $place }”: al bot mancano dei permessi ({ $rights }) in { $channels }.
cure-channels = Dove deve rispondere, concedili al ruolo del bot: nelle impostazioni del canale (Permessi) o, per tutti i canali, in quelle del server (Ruoli).
diagnosis-channels-more = { $count ->
    [one] Al bot mancano dei permessi in un altro canale.
   *[other] Al bot mancano dei permessi in altri { $count } canali.
}
diagnosis-no-channel = “{ $place }”: il bot non vede nessun canale in cui si scrive.
diagnosis-reads-all = Il bot legge tutti i messaggi nei gruppi su Telegram.
diagnosis-privacy = La modalità privacy è attiva: nei gruppi su Telegram il bot sente solo comandi, menzioni e risposte.
cure-privacy = Per farlo ascoltare, disattivala con @BotFather (/setprivacy) e aggiungi di nuovo il bot al gruppo, oppure fallo amministratore.
diagnosis-polling = Il bot preleva i messaggi da Telegram.
diagnosis-webhook = Telegram consegna i messaggi al webhook.
diagnosis-webhook-none = Telegram non conosce l'indirizzo in TELEGRAM_WEBHOOK_URL.
cure-webhook-none = Gli viene comunicato all'avvio: avvia il bot e guarda che cosa dice il suo log.
diagnosis-webhook-other = Telegram consegna i messaggi a un webhook, ma TELEGRAM_WEBHOOK_URL è vuoto.
cure-webhook-other = Forse un altro bot usa questo token. Altrimenti si sistema all'avvio di questo.
diagnosis-webhook-bad = Telegram non è riuscito a consegnare al webhook ({ $why }); messaggi in attesa: { $count }.
cure-webhook-bad = Apri l'indirizzo dall'esterno: https con un certificato valido, porta 443, 80, 88 o 8443, che porti a WEB_PORT.
diagnosis-groups = { $count ->
    [one] Il bot può scrivere in un gruppo su Telegram.
   *[other] Il bot può scrivere in { $count } gruppi su Telegram.
}
diagnosis-groups-lack = Gruppi configurati su Telegram in cui il bot non può scrivere: { $count } su { $all }.
cure-groups = Aggiungilo di nuovo e permetti ai membri di inviare messaggi.
diagnosis-no-pin = Gruppi su Telegram in cui il bot non può fissare messaggi: { $count } su { $all }; le domande si possono fissare comunque.
cure-no-pin = Fallo amministratore con il diritto di fissare messaggi, se deve poterlo fare.
diagnosis-group-gone = “{ $place }”: il bot non è in questo gruppo.
cure-group-gone = Aggiungilo di nuovo, se deve rispondere lì.
diagnosis-group-restricted = “{ $place }”: il bot non può inviare messaggi, perché è limitato solo lui.
cure-group-restricted = Togli la limitazione nelle impostazioni del gruppo (Permessi, Eccezioni) o fallo amministratore.
diagnosis-group-closed = “{ $place }”: i membri non possono inviare messaggi, e il bot è un membro come gli altri.
cure-group-closed = Fallo amministratore o permetti di inviare messaggi nelle impostazioni del gruppo (Permessi).
diagnosis-group-no-pin = “{ $place }”: il bot non può fissare messaggi; le domande si possono fissare comunque.
diagnosis-group-topics = “{ $place }”: il bot non può scrivere negli argomenti chiusi.
cure-group-topics = Fallo amministratore con il permesso di gestire gli argomenti, se deve poterlo fare.
command-doctor = diagnosi

## Pages
page-served = Pagine: { $url }
page-port = Le pagine non si possono servire su { $address } ({ $code }). Imposta WEB_PORT su una porta libera, su 0 per una qualsiasi, o su off.
page-title = Chiedi, e guarda che cosa vedranno i membri
page-skip = Vai al contenuto
page-pages = Pagine
page-playground = Prova
page-dashboard = Panoramica
page-language = Lingua di questa pagina
page-change = Cambia
page-dark = Scuro
page-light = Chiaro
page-question = La tua domanda
page-placeholder = Scrivi una domanda, o un comando come /help
page-ask = Chiedi
page-send = Invia
page-empty = Qui compariranno le risposte, come si vedono su Discord e su Telegram, con le ragioni accanto.
page-wait = Cerco una risposta …
page-failed = La risposta non è arrivata. Il bot è ancora in funzione? Riprova.
page-old = Questa pagina è troppo vecchia per inviare qualcosa. Ricaricala.
page-silence = Qui il bot resta in silenzio.
page-answer = Risposta
page-on = Come su { $platform }
page-you = Tu
page-app = APP
page-helpful = È stato utile
page-unhelpful = Non è stato utile
page-why = Perché questa risposta
page-sure = Sicuro: risponde
page-unsure = Non sicuro: propone scelte
page-unknown = Non lo sa
page-confidence = Certezza:
page-scale = Le soglie: scelte da { $unsure } in su, una risposta da { $sure } in su.
page-candidates = Le voci più vicine
page-views = Che cosa parla a favore della prima
page-view-words = Parole trovate
page-view-letters = Parti di parole trovate
page-view-covered = Quota della domanda coperta
page-view-model = Che cosa insegnano i modi di chiedere
page-view-nearest = Il modo di chiedere più vicino
page-signs = Tutti gli indizi dietro la certezza
page-sign = Indizio
page-drawn = Come barra
page-value = Valore

## Dashboard
dash-login-about = Per i moderatori. Il token è il WEB_TOKEN di questa installazione.
dash-token = Token
dash-login = Accedi
dash-logout = Esci
dash-login-wrong = Il token non è questo.
dash-login-slow = Troppi tentativi. Aspetta un momento e riprova.
dash-community = Comunità
dash-from = Dal
dash-to = Al
dash-show = Mostra
dash-ranges = Giorni mostrati
dash-range = { $from } – { $to }
dash-command-line = Un comando per questa comunità:
dash-run = Esegui
dash-news = I numeri sono cambiati.
dash-actions = Azioni
dash-csv = CSV
dash-as-table = Lo stesso come tabella
dash-days = Domande al giorno
dash-day = Giorno
dash-asked = Chieste
dash-answered = Con risposta
dash-offered = Con scelte proposte
dash-unanswered = Senza risposta
dash-languages = Per lingua
dash-platforms = Per piattaforma
dash-language = Lingua
dash-platform = Piattaforma
dash-share = Quota
dash-answered-share = Con risposta
dash-top = Le risposte più date
dash-entry = Voce
dash-given = Volte
dash-helpful-share = Giudicata utile
dash-likely-share = Intervallo probabile
dash-votes = Voti
dash-of-votes = { $votes ->
    [one] su un voto
   *[other] su { $votes } voti
}
dash-correct = Correggi
dash-assign = Assegna
dash-teach = Insegna
dash-ignore = Ignora
dash-unpin = Togli
dash-undo = Annulla
dash-approve = Approva
dash-question = Domanda
dash-answer = Risposta
dash-people = Persone
dash-first = Prima volta
dash-last = Ultima volta
dash-coverage = Che cosa è scritto in quale lingua
dash-coverage-about = Per argomento: la quota di voci che hanno un testo proprio.
dash-topic = Argomento
dash-entries = Voci
dash-all-topics = tutti gli argomenti
dash-attention = Da ricontrollare o controverse
dash-attention-none = Niente è controverso, superato o da ricontrollare.
dash-reason = Motivo
dash-as-of = Aggiornata a
dash-review = Da controllare entro
dash-disputed = controversa
dash-outdated = superata
dash-overdue = da ricontrollare
dash-pins = Domande fissate
dash-who = Chi
dash-when = Quando
dash-number = Numero
dash-command = Comando
dash-what = Che cosa
dash-why = Motivo
dash-calibration = Quanto sicuro, e quanto utile
dash-calibration-about = Tra le risposte di cui il bot era sicuro in quella misura, la quota che i membri hanno giudicato utile. Se la barra tocca la linea, il bot mantiene la parola; con pochi voti la barra è lunga.
dash-calibration-none = Ancora nessun voto sulle risposte.
dash-said = Certezza

## Names of commands, where the platform shows them in the person's language
command-ask = chiedi
command-show = mostra
command-topics = argomenti
command-sources = fonti
command-language = lingua
command-helpful = utile
command-privacy = privacy
command-help = aiuto
command-pin = fissa
command-pins = fissate
command-unpin = togli
command-teach = insegna
command-correct = correggi
command-rephrase = riformula
command-retire = ritira
command-restore = ripristina
command-history = cronologia
command-undo = annulla
command-approve = approva
command-unanswered = senza-risposta
command-stats = statistiche
command-why = perché
command-settings = impostazioni
command-reload = ricarica
command-link = collega
command-unlink = scollega

## Forms that are asked question by question
form-by-reply = Chiedo una cosa alla volta: rispondi a ogni domanda. “-” la lascia vuota, /cancel rinuncia.
form-keep = Tienilo, o lascialo vuoto
form-cancel = Annulla
write-me-first = Questo è solo per te, e non posso ancora scriverti. Apri una chat con me, premi Avvia e chiedimelo lì.
setting-anonymous = Amministratori anonimi
anonymous-yes = può moderare anche un amministratore che nasconde chi è
anonymous-no = chi modera mostra chi è

## The entry of a new pack
template-question = Come divento socio?
template-phrasings = voglio iscrivermi | come faccio a entrare nel gruppo | dove mi registro
template-answer = Questo è un esempio. Scrivi qui la tua risposta, come la daresti a chi te lo chiede: che cosa fare, quanto costa, a chi rivolgersi. Copia questo file per ogni altra domanda e dai un altro nome alla copia.

## Answers that only stand in for one
stopgaps = vedi sopra | si veda sopra | vedi sotto | si veda sotto | come sopra | idem | prossimamente | da definire | da scrivere

## Small talk
any-time = Chiedimi pure quando vuoi.
