## Answers
did-you-mean = { $count ->
    [one] Intendevi questa?
   *[other] Intendevi una di queste?
}
unknown = Non lo so: nelle mie fonti non c'è una risposta. Prova con altre parole, guarda /topics o chiedi alle persone qui.
unknown-alone = Non lo so: nelle mie fonti non c'è una risposta. Prova con altre parole o guarda /topics.
nothing-here = Qui non c'è ancora testo.
no-entries = Non ho ancora voci. I moderatori possono aggiungerne una con /teach; il README spiega a chi gestisce il bot come caricare un pacchetto.
too-long = La domanda è troppo lunga. Resta sotto i { NUMBER($most) } caratteri.
related = Vedi anche:
sources = { $count ->
    [one] Fonte:{" "}
   *[other] Fonti:{" "}
}
source-details = {" "}({ $details })
on-site = Sul sito
as-of = Dati aggiornati a: { $date }.
warning = ⚠ { $text }
outdated = Una parte non è più attuale.
disputed = Questo punto è controverso.
overdue = Andava rivisto entro questa data: { $date }.
other-language = Questo testo esiste solo in { $language }.
not-in-language = Ho questa risposta, ma non in questa lingua: { $language }.
in-which-language = In quale lingua?
list-comma = ,{" "}
list-semicolon = ;{" "}
quoted = “{ $title }”

## Commands
missing-ask = Che cosa vuoi sapere? Scrivi la domanda dopo /ask.
missing-show = Quale voce? Scrivi il suo id dopo /show. /topics elenca le voci.
no-entry = Non ho nessuna voce “{ $id }”.
topics = Argomenti:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] { $count } voce:
   *[other] { $count } voci:
}
no-topic = Non ho nessun argomento “{ $tag }”.
no-topics = Nessuna voce ha ancora un argomento.
all-sources = Le mie fonti
no-sources = Nessuna voce indica ancora una fonte.
languages = In quale lingua vuoi le risposte?
language-set = D'ora in poi ti rispondo in { $language }.
language-auto = D'ora in poi ti rispondo nella lingua della tua domanda.
no-language = Non parlo ancora “{ $name }”.
automatic = La lingua della mia domanda
unknown-command = Non esiste il comando /{ $name }. /help li elenca tutti.
unknown-command-near = Non esiste il comando /{ $name }. Intendevi /{ $near }?

## Help
help-title = Che cosa so fare
about = Rispondo a domande su: { $subjects }. Ogni risposta è un testo scritto da una persona, con fonte e data.
about-nothing = Non so ancora niente: nessun pacchetto di conoscenze è caricato.
help-ask = risponde a una domanda; puoi anche scriverla e basta
help-show = mostra una voce
help-topics = elenca gli argomenti, o le voci di un argomento
help-sources = elenca le fonti
help-language = imposta la lingua delle tue risposte
help-help = mostra questo elenco
help-greet = saluta e dice che cosa puoi chiedere
helpers-only = Qui solo i moderatori e chi aiuta possono rispondere a qualcuno per nome.
help-everyone = Per tutti
help-moderators = Per i moderatori
help-more = /help con il nome di un comando spiega come usarlo: /help ask

## Terminal
greeting = Ciao, sono Wenda. Rispondo a domande su: { $subjects }.
greeting-empty = Ciao, sono Wenda. Non so ancora niente: nessun pacchetto di conoscenze è caricato.
first-entry = In { $folders } non c'è ancora nessuna voce. Questo comando crea un pacchetto con una prima voce da copiare: { $command }
try = Per esempio:
hint = /help elenca i comandi, Ctrl-D chiude.
no-choice = Non c'è nessuna scelta n. { $number }.
goodbye = A presto!
form-hint = Una domanda alla volta: Invio lascia il testo com'è, - lo svuota, \n va a capo, /cancel annulla.
form-field = { $label }:
form-kept = Ora: { $value }
form-required = Questo campo è obbligatorio.
form-slash = Una risposta non può cominciare con /. Mettici davanti \ o scrivi /cancel per annullare.
form-cancelled = Annullato. Non è cambiato niente.

## Moderators
pinned = 📌 Fissata dai moderatori.
retired-entry = “{ $title }” è una voce ritirata: non do più quella risposta.
retire-question = Ritirare “{ $title }”? Non darò più questa risposta, finché /restore non la ripristina.
moderators-only = Qui possono farlo solo i moderatori.
operator-only = Queste conoscenze servono a più comunità: solo chi gestisce il bot può rileggerle, dal terminale o dalla dashboard.
missing-pin = Quale domanda devo fissare, e a quale voce? Scrivi /pin, la domanda, poi entry: e l'id della voce. Oppure rispondi a una mia risposta solo con /pin.
pin-to-what = Non ho trovato una voce per “{ $question }”. Indicane una con entry: e il suo id, oppure scrivi la risposta dopo text:.
pin-both = Usa entry: o text:, non tutti e due.
pin-no-words = In questa domanda non ci sono parole. Scrivila come la farebbero i membri.
pin-forgotten = Non ricordo più a quale domanda si riferiva quella risposta. Scrivi la domanda dopo /pin.
pin-there = Questa domanda è già fissata:
pin-replace-question = Sostituirla?
pin-replace = Sostituisci
question-too-long = La domanda è troppo lunga. Resta sotto i 1000 caratteri.
pin-which = Quale voce deve rispondere a “{ $question }”?
no-message-to-pin = Qui non c'è nessun messaggio da fissare nel canale.
no-pins = Non ci sono ancora domande fissate.
pins-title = { $count ->
    [one] { $count } domanda fissata
   *[other] { $count } domande fissate
}
pin-line = “{ $question }” → { $target } ({ $who }, { $when } UTC)
pin-own-text = testo della comunità
pin-retired = Quella voce è ritirata, o il suo pacchetto qui non è attivo.
pin-gone = Quella voce non c'è più.
unpin-it = Togli “{ $question }” dalle fissate
unpin-question = Vuoi togliere una di queste domande fissate?
missing-unpin = Quale domanda fissata? Scrivila dopo /unpin. /pins le elenca tutte.
unpin-which = Quella domanda è fissata in più lingue. Quale intendi?
no-pin = “{ $question }” non è fissata.
teach-title = Insegnami una risposta
correct-title = Correggi “{ $title }”
rephrase-title = Altre formulazioni di “{ $title }”
field-question = Domanda
field-answer = Risposta (Markdown; riga vuota = paragrafo)
field-phrasings = Altre formulazioni, una per riga o con |
field-source = Fonte: un titolo, un link o entrambi
field-language = Lingua (vuoto: quella del testo)
field-entry = Voce
field-why = Motivo
field-unknown = Che dico se non so rispondere (Markdown)
field-greeting = Il mio saluto (Markdown)
field-add = Da aggiungere, una per riga o con |
field-remove = Da togliere, una per riga o con |
own-pack = Insegnato da questa comunità
own-source = I moderatori di questa comunità
also-asked = Altre formulazioni (i membri non le vedono): { $phrasings }
also-asked-more = Altre formulazioni (i membri non le vedono): { $phrasings } | … e altre { $count }
alike = { $count ->
    [one] Forse questa voce dice già la stessa cosa: { $names }
   *[other] Forse queste voci dicono già la stessa cosa: { $names }
}
confirm-question = I membri lo vedranno così. Lo salvo?
confirm-it = Salva
cancel-it = Scarta
cancelled = Scartato. Non è cambiato niente.
nothing-to-cancel = Non c'è niente da confermare o scartare.
no-draft = Non è più in attesa: è stato salvato, scartato, o è passata un'ora.
not-your-draft = Può decidere solo chi l'ha preparato.
not-accepted = Non posso ancora accettarlo:
flaw-html = L'HTML non si può mostrare: { $what }. Usa il Markdown. Per mostrare un <, mettici davanti \.
flaw-image = Le immagini non si possono mostrare. Descrivile a parole.
flaw-struck = Il testo barrato non si può mostrare. Toglilo.
flaw-address = Il link a { $what } non è un indirizzo web. Deve cominciare con http:// o https:// e non contenere un nome utente.
flaw-link-words = Il link a { $what } non ha testo. Scrivilo tra [ e ].
flaw-nested = Elenchi, citazioni, grassetti e link sono annidati troppo in profondità: al massimo quattro livelli.
flaw-heading = Una risposta non può avere titoli. Usa il **grassetto**. Anche una riga di trattini sotto un testo crea un titolo.
flaw-rule = Una linea orizzontale non si può mostrare. Separa i paragrafi con una riga vuota.
flaw-table = Le tabelle non si possono mostrare. Fai un elenco.
flaw-empty = C'è una citazione, un blocco di codice o un punto d'elenco vuoto. Toglilo.
flaw-list-start = Un elenco comincia da { $what }, ma gli elenchi si contano da 1. Se non è un elenco, metti \ davanti al punto.
flaw-long-question = La domanda ha { NUMBER($count) } caratteri; il massimo è 1000.
flaw-long-phrasing = Una delle formulazioni ha { NUMBER($count) } caratteri; il massimo è 1000.
flaw-no-question = La domanda è vuota.
flaw-empty-phrasing = Una delle formulazioni è vuota.
flaw-no-answer = La risposta è vuota.
flaw-long-answer = La risposta ha { NUMBER($count) } caratteri; il massimo è 3500.
flaw-bytes = In tutto sono { NUMBER($count) } byte; il massimo è 65.536.
flaw-asked-twice = “{ $what }” si chiede anche alla riga { $before }. Tienila dove la risposta è giusta.
flaw-asked-elsewhere = “{ $what }” si chiede anche in { $other }, riga { $before }. Tienila dove la risposta è giusta.
flaw-same-entry = “{ $what }” è stata tralasciata: un'altra voce di questi file dice lo stesso.
flaw-same-phrasing = La formulazione “{ $what }” è stata tralasciata: in questi file c'è già.
flaw-heading-no-answer = Sotto la domanda “{ $what }” non c'è una risposta. Scrivila, o togli il titolo.
flaw-item-no-answer = Manca la risposta a { $item }. Scrivila, o togli la domanda.
flaw-no-question-to = La risposta “{ $what }” non ha una domanda. Scrivila accanto, o togli la risposta.
flaw-open-quote = Qui si apre una virgoletta che non si chiude. Metti tutta la cella tra virgolette e raddoppia quelle all'interno.
flaw-no-questions = Non è stata trovata nessuna domanda. Scrivi ogni domanda come titolo con la risposta sotto, o in una tabella con le colonne “question” e “answer”.
flaw-no-columns = La prima riga non nomina le colonne. Chiamane una “question” e una “answer”.
flaw-column = La colonna “{ $column }” non viene importata.
flaw-encoding = Il file non è in UTF-8. Se le lettere appaiono sbagliate, salvalo come UTF-8.
flaw-file-kind = Questo tipo di file non si può importare. Salvalo come Markdown, testo, CSV o HTML.
flaw-archive = Il file ZIP non si può leggere. Comprimi di nuovo i file, senza password.
flaw-text-outside = Il testo senza una propria domanda non viene importato. Dagli un titolo se risponde a una domanda.
flaw-cut = La risposta a “{ $what }” è troppo lunga: gli ultimi { NUMBER($count) } caratteri vengono tralasciati. Dividila con dei titoli.
flaw-links-only = La risposta a “{ $what }” è poco più che un elenco di link. Di' che cosa c'è lì, o toglila.
flaw-not-data = Da qui in poi il file non si può leggere. Cerca una virgola, una parentesi o una virgoletta mancante.
flaw-other = { $what }
which-entry = Quale voce? Scrivi il suo id o il suo titolo dopo /{ $command }.
which-of = Ci sono più voci di nome “{ $words }”. Quale?
is-retired = “{ $title }” è una voce ritirata. /restore la ripristina.
is-own-text = La risposta a “{ $question }” fa parte della domanda fissata. /pin con text: la sostituisce, /unpin la toglie.
restore-it = Ripristina
no-text-yet = “{ $title }” non ha ancora un testo in { $language }. Con /correct se ne può aggiungere uno.
not-whole = Non c'è ancora un testo in { $language }. Scrivi in questa lingua la domanda e la risposta, o scegline un'altra.
no-phrasing = “{ $words }” non è una formulazione di “{ $title }”.
refused = Non l'ho fatto, perché rovinerebbe altre risposte:
refused-more = … e altre { $count }.
refused-question = Lo faccio lo stesso?
force-it = Fallo lo stesso
regression-other = “{ $question }” troverebbe “{ $instead }” invece di “{ $entry }”. { $place }
regression-nothing = “{ $question }” non troverebbe più “{ $entry }”. { $place }
regression-silence = “{ $question }” non dovrebbe trovare niente, ma troverebbe “{ $instead }”. { $place }
regression-new = “{ $question }” troverebbe “{ $instead }” e non il nuovo testo.
regression-new-nothing = Neppure “{ $question }” troverebbe il nuovo testo: dice troppo poco.
regression-check = (Una verifica in { $file }, riga { $line }.)
overtaken = Qualcuno ha appena modificato “{ $subject }”, quindi non ho fatto niente. Controlla e riprova.
overtaken-again = Qualcuno ha appena modificato “{ $subject }”, quindi non ho ancora salvato niente. Ricontrolla.
approve-overtaken = La modifica n. { $act } non è più applicabile: da allora la stessa cosa è stata cambiata. /undo { $act } la scarta.
nothing-changed = Niente da cambiare: “{ $subject }”.
held = Sono molte modifiche in dieci minuti, quindi la n. { $act } aspetta che un altro moderatore la approvi con /approve { $act }.
done-pin = Fissata: ora “{ $subject }” riceve quella risposta.
done-unpin = Non è più fissata: “{ $subject }”.
done-teach = Imparata: “{ $subject }”.
done-correct = Corretta: “{ $subject }”.
done-rephrase = Formulazioni cambiate: “{ $subject }”.
done-suggestions = Aggiunto come formulazione: “{ $subject }”.
done-retire = Ritirata: “{ $subject }”. Non do più questa risposta.
done-restore = Ripristinata: “{ $subject }”. Do di nuovo questa risposta.
done-undo = Annullata: modifica n. { $subject }.
done-approve = Approvata: la modifica n. { $subject } ha effetto.
done-link = Collegato: ora tutto è condiviso con { $subject }. /unlink separa di nuovo.
done-unlink = Scollegato. Qui resta una copia di tutto.
undo-it = Annulla
undo-act = Annulla n. { $act }
approve-it = Approva n. { $act }
undo-none-left = Tutte le tue modifiche sono già annullate. /undo con un numero di /history ne annulla un'altra.
undo-already = La modifica n. { $act } è già annullata. /history mostra come.
missing-undo = Non hai ancora modificato niente. /history mostra le modifiche degli altri.
no-change = Qui non c'è nessuna modifica n. { $act }. /history le elenca.
undo-dropped = La modifica n. { $act } è stata scartata e non ha mai avuto effetto.
undo-approved = La modifica n. { $act } ha avuto effetto con la n. { $approval }. Annulla quella.
undo-link = La modifica n. { $act } riguarda due comunità, quindi non si può annullare da sola. Usa /{ $command }.
undo-conflict = Non posso annullare solo la n. { $act }, perché la stessa cosa è stata cambiata di nuovo: { $later }. Annulla prima quelle modifiche, dalla più recente.
history-title = Cronologia
history-question = Vuoi annullare o approvare una di queste modifiche?
no-history = Non è ancora stato modificato niente.
unreadable = Queste voci non si possono leggere e non vengono usate: { $entries }. /correct le sistema.
no-history-of = “{ $entry }” qui non è mai stata modificata.
act = N. { $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-here = qui
act-why = Motivo: { $why }.
act-forced = Fatto lo stesso, anche se ha rovinato: { $regressions }.
act-undoes = Annulla la n. { $act }.
act-approves = Approva la n. { $act }.
act-held = Aspetta un altro moderatore.
record = { $kind } { $name }
kind-entry = voce
kind-phrasings = formulazioni
kind-retired = voce ritirata
kind-pin = domanda fissata
kind-setting = impostazione
kind-place = server o gruppo
kind-pack = pacchetto
kind-source = fonte
kind-checks = verifiche
kind-attachment = allegato
person = moderatore { $id }
person-you = tu
person-erased = qualcuno (dati cancellati)
held-title = In attesa di un altro moderatore
held-question = Vuoi approvare o scartare una di queste modifiche?
drop-it = Scarta n. { $act }
more-held = { $count ->
    [one] Ne aspetta un'altra.
   *[other] Ne aspettano altre { $count }.
}
none-held = Non c'è niente in attesa.
no-held = La modifica n. { $act } non è in attesa.
approve-own = La modifica n. { $act } è tua: la deve approvare un altro moderatore.
not-retired = “{ $title }” non è tra le voci ritirate.
none-retired = Nessuna voce è ritirata.
restore-which = Quale voce deve tornare?
link-code = Scrivi /link { $code } nell'altro server o gruppo entro { $minutes } minuti. Poi i due condividono domande fissate, voci e impostazioni.
link-wrong = Questo codice è sconosciuto, già usato o scaduto. Chiedine un altro con /link nell'altro server o gruppo.
link-same = I due sono già collegati.
link-conflicts = Le due parti hanno deciso diversamente. Qui varrà la scelta dell'altra:
link-question = Li collego? /history conserva quello che c'era qui.
link-it = Collega
not-linked = Questo server o gruppo non è collegato.
help-pin = fissa la risposta a una domanda
help-pins = elenca le domande fissate
help-unpin = toglie una domanda fissata
help-teach = aggiunge una tua risposta
help-correct = corregge una risposta
help-rephrase = aggiunge o toglie formulazioni
help-retire = ritira una voce
help-restore = ripristina una voce ritirata
help-history = mostra chi ha modificato che cosa e perché
help-undo = annulla una modifica
help-approve = approva una modifica in attesa
help-confirm = salva quello che è stato mostrato
help-cancel = scarta quello che è stato mostrato
help-link = collega questo server o gruppo a un altro
help-unlink = scollega questo server o gruppo
missing-confirm = Confermare che cosa? Premi il pulsante sotto un'anteprima.

## Options
option-question = domanda
option-entry = voce
option-topic = argomento
option-command = comando
option-language = lingua
option-text = testo proprio
option-why = motivo
option-answer = risposta
option-phrasings = altre formulazioni
option-source = fonte
option-add = formulazioni da aggiungere
option-remove = formulazioni da togliere
option-take = suggerimento da aggiungere
option-leave = suggerimento da scartare
option-change = numero
option-draft = numero
option-code = codice
option-force = fallo lo stesso
option-message = fissa anche il messaggio
option-member = membro
option-server = server
option-file = foto o file

## Reload
reload-unchanged = Le conoscenze non sono cambiate.
reload-live = Caricato: aggiunte { $added }, modificate { $changed }, tolte { $removed }.
reload-refused = { $count ->
    [one] Non ho caricato le nuove conoscenze per { $count } problema. Finché non è risolto rispondo come prima.
   *[other] Non ho caricato le nuove conoscenze per { $count } problemi. Finché non sono risolti rispondo come prima.
}
reload-more = … e altri { $count }.
reload-right = Le conoscenze sono di nuovo a posto.
reload-unreached = Il repository delle conoscenze non è stato raggiunto ({ $why }). Rispondo con ciò che è stato scaricato l'ultima volta.
help-reload = rilegge la cartella delle conoscenze

## Running a community
unknown-short = Questa non la so.
unanswered-title = A che cosa non ho saputo rispondere
none-unanswered = Nessuna domanda aperta. Una domanda compare qui quando l'hanno fatta tre persone e io non avevo una risposta.
unanswered-line = N. { $group } “{ $text }”: chiesta da { $count } persone. Prima volta: { $first }, ultima: { $last }.
unanswered-gap = “…” sostituisce nomi, numeri e link, e parole usate da meno di tre persone.
unanswered-question = Che cosa ne faccio?
assign-it = N. { $group }: assegna a una voce
answer-it = N. { $group }: insegna una risposta
ignore-it = N. { $group }: ignora
no-group = Non c'è nessuna domanda aperta n. { $group }. /unanswered le elenca.
assign-which = Quale voce risponde a “{ $text }”? La domanda diventa una sua formulazione.
assign-none = Nessuna voce si avvicina a “{ $text }”.
ignored = “{ $text }” non è più nell'elenco. Torna se la chiedono di nuovo tre persone.
suggestions-title = Formulazioni suggerite dai membri
none-suggestions = Nessun suggerimento. Ne compare uno qui quando i membri scelgono la stessa voce per una domanda, o la votano.
suggestions-off = Qui non imparo da quello che scelgono i membri. /settings learn lo attiva.
suggestion-line = “{ $question }” → “{ $title }” (a favore: { $count }, contro: { $against })
suggestions-question = Le aggiungo? Ho controllato che così ogni domanda trovi la sua voce e che nessun'altra risposta cambi.
suggestion-take = Aggiungi { $number }
suggestion-leave = Scarta { $number }
suggestions-take-all = Aggiungi tutte
suggestions-leave-all = Scarta tutte
no-suggestion = Questo suggerimento non c'è più. /suggestions elenca quelli aperti.
suggestions-many = suggerimenti: { $count }
suggestion-why = suggerito dai membri; persone a favore: { $count }
suggestions-left = Scartati: { $count }. Tornano solo se i membri scelgono di nuovo allo stesso modo.
missing-assign = Quale domanda? Scrivi il suo numero dopo /assign. /unanswered le elenca.
missing-answer = Quale domanda? Scrivi il suo numero dopo /answer. /unanswered le elenca.
missing-ignore = Quale domanda? Scrivi il suo numero dopo /ignore. /unanswered le elenca.
missing-helpful = È stata utile? Scrivi /helpful sì o /helpful no.
no-answer-meant = Quale risposta? Rispondi a una delle mie, o prima fai una domanda.
vote-yes = sì, si, s, utile, è stata utile, è servita
vote-no = no, n, inutile, non utile, non è stata utile, non è servita
voted-yes = Grazie! Mi fa piacere che sia stata utile.
voted-no = Grazie. I moderatori vedranno che questa risposta va migliorata.
stats-title = { $days ->
    [one] Oggi
   *[other] Gli ultimi { $days } giorni
}
stats-days = Di quanti giorni? Scrivi un numero da 1 a { $most } dopo /stats.
stats-none = In quel periodo nessuno ha chiesto niente.
stats-asked = Domande fatte: { $count }
stats-answered = Con risposta: { $count } ({ $share })
stats-offered = Con scelte proposte: { $count } ({ $share })
stats-unanswered = Senza risposta: { $count } ({ $share })
stats-helpful = Giudicate utili: { $helpful } voti su { $votes } ({ $share })
stats-no-votes = Non ci sono ancora voti.
stats-shadow = Avrei potuto rispondere anche senza essere chiamato (modalità shadow): { $count }
stats-by-day = Per giorno:
stats-day = { $day }: chieste { $asked }, con risposta { $answered }, con scelte { $offered }, senza risposta { $unanswered }, utili { $helpful } voti su { $votes }
stats-earlier = Prima: chieste { $asked }, con risposta { $answered }, con scelte { $offered }, senza risposta { $unanswered }
stats-top = Le risposte più date:
stats-entry = { $title }: { $count }
stats-worst = Le meno utili:
stats-worst-entry = { $title }: non utile per { $unhelpful } voti su { $votes } ({ $share })
entry-used = { stats-title }: volte data: { $given }; voti: { $votes }, utili: { $helpful }.
privacy-title = Che cosa so di te
privacy-intro = Non conservo nomi. Per distinguere le persone conservo un codice, ricavato dal tuo account con una chiave segreta; il codice da solo non dice chi sei. Ecco che cosa conservo:
privacy-language = La lingua che hai scelto con /language, con il tuo codice.
privacy-server = Su Discord, il server che hai scelto con /server, con il tuo codice.
privacy-answers = Quale voce ti ho mostrato in quale messaggio, con il tuo codice ma senza la tua domanda, per poter correggere la risposta in seguito.
privacy-votes = Se una risposta ti è stata utile, con il tuo codice. Quante volte si chiede una cosa, lo conto soltanto.
privacy-messages = Il tuo messaggio finché non l'ho elaborato, e la mia risposta finché non è inviata.
privacy-questions = Non conservo le parole di una domanda a cui rispondo. Se non ho una risposta, ricordo la domanda per due settimane al massimo, con il tuo codice e senza nomi, link e numeri. Solo se l'hanno fatta tre persone diverse, le sue parole vengono conservate per i moderatori, senza alcun codice.
privacy-signals = Se scegli una voce per una domanda a cui non ho saputo rispondere con certezza, la voti o la mostri a qualcuno: la domanda senza nomi, link e numeri, la voce e il tuo codice, per 30 giorni. I moderatori possono aggiungerla come formulazione, senza alcun codice.
privacy-acts = Quello che i moderatori modificano, con il loro codice.
privacy-drafts = Una modifica in attesa di conferma, per un'ora.
privacy-groups = In quali gruppi mi hai scritto, con il tuo codice, per 180 giorni, così puoi gestirli e ricevere le loro risposte nella nostra chat privata.
privacy-account = In queste pagine, il nome che un proprietario ti ha dato e quando sei uscito, finché non vieni rimosso.
privacy-taught = Se cancelli questi dati, le risposte che hai insegnato come moderatore restano alla comunità, ma niente dice più che sono tue.
privacy-left = Se vengo tolto da un server, ciò che mi ha insegnato e le sue impostazioni si cancellano dopo 30 giorni. Se torno prima, c'è ancora tutto.
privacy-export = Esporta i miei dati
privacy-erase = Cancella i miei dati
privacy-exported = Questo è tutto quello che conservo su di te.
privacy-sure = Cancello tutto quello che conservo su di te? L'operazione non si può annullare.
privacy-sure-account = Il tuo link a queste pagine non funzionerà più.
privacy-erase-it = Cancella
privacy-erased = Fatto. Non conservo più niente su di te.
settings-title = Impostazioni
settings-question = Vuoi cambiarne una?
setting-language = Lingua
setting-packs = Pacchetti di conoscenze
setting-mode = A che cosa rispondo
setting-unknown = Quando non so rispondere
setting-greeting = Il mio saluto
setting-learn = Imparare dalle scelte
learn-off = non imparo niente
learn-people = persone che devono essere d'accordo: { $count }
setting-here = { $setting } in questo canale
setting-line = { $setting }: { $value }
setting-values = Scegli:
setting-back = Torna al valore predefinito
setting-default = predefinito
value-meaning = { $value } ({ $meaning })
value-default = { $value }, predefinito
all-packs = tutti
mode-off = solo a comandi e menzioni
mode-addressed = alle domande rivolte a me
mode-shadow = a quelle rivolte a me; le altre le conto soltanto
mode-questions = a ogni domanda, se sono sicuro
mode-everywhere = Solo per questo canale. Aggiungi “everywhere” al comando per tutti i canali senza una modalità propria.
tone-helpful = lo dico e suggerisco che cosa provare
tone-short = lo dico in poche parole
tone-silent = sto in silenzio, tranne nelle chat private
own-words = con parole proprie della comunità
own-words-long = È troppo lungo. Al massimo { NUMBER($most) } caratteri.
greeting-mine = chi sono e che cosa so
setting-moderators = Chi altro modera
setting-helpers = Chi aiuta
setting-reports = Dove avviso i moderatori
setting-solved = Etichetta dei post risolti
setting-none = nessuno
people-how = Aggiungi ruoli o persone, separati da spazi: @ruolo, @persona o l'id di una persona. “default” toglie tutto.
appoint-refused = Solo chi può moderare per permesso del server o del gruppo stesso può nominare altri moderatori.
reason-outdated = Non era aggiornato.
reason-wrong = Era sbagliato.
reason-unclear = Non era chiaro.
reason-asked = Lo chiedono spesso.
reports-here = qui
panel-server = Per tutto il server
panel-server-help = Vale in ogni canale che non ha una scelta propria.
panel-channel = Per un canale
panel-channel-help = Scegli un canale. Ciò che imposti qui vale prima della scelta per tutto il server.
report-unhelpful = 👎 A qualcuno “{ $title }” non è stata utile.
report-show = Mostra
report-correct = Correggi
report-open = L'hanno chiesto { $count } persone e non avevo una risposta: “{ $text }”
no-setting = Non esiste l'impostazione “{ $name }”. Impostazioni: { $settings }.
no-value = “{ $setting }” non può essere “{ $value }”. Scegli: { $values }.
done-settings = Cambiato. { $subject }.
missing-why = Quale domanda? Scrivila dopo /why.
why-title = Perché? “{ $question }”
why-sure = Rispondo con “{ $title }” (certezza: { $share }).
why-unsure = Propongo delle scelte: anche per la migliore, “{ $title }”, la certezza è solo { $share }.
why-unknown = Dico che non lo so: anche per la migliore, “{ $title }”, la certezza è solo { $share }.
why-nothing = Dico che non lo so: niente assomiglia alla domanda.
why-thresholds = Soglie: risposta { $sure }, scelte { $unsure }.
why-pin = Lo decide una domanda fissata: “{ $question }”.
why-taught = La voce è stata insegnata in questa comunità.
why-corrected = La voce è stata corretta in questa comunità.
why-rephrased = In questa comunità sono state cambiate le sue formulazioni.
why-retired = Ma la voce è ritirata, quindi dico questo.
why-language = Lingua: { $language }, a meno che chi chiede ne abbia scelta un'altra.
why-second = La seconda, “{ $title }”, è indietro di { $points ->
    [one] { $points } punto percentuale
   *[other] { $points } punti percentuali
}.
why-words = Parole che ho cercato: { $words }.
why-misspelt = Scritte male, lette come: { $words }.
why-strange = Parole che non sono in nessuno dei miei testi: { $words }.
why-candidates = Le candidate migliori:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = elenca le domande a cui non ho saputo rispondere
help-suggestions = mostra le formulazioni suggerite dai membri
help-assign = aggiunge una domanda aperta a una voce, come formulazione
help-answer = mi insegna la risposta a una domanda aperta
help-ignore = toglie dall'elenco una domanda aperta
help-helpful = dice se la mia ultima risposta è stata utile
help-stats = mostra che cosa è stato chiesto e com'è andata
help-privacy = mostra, esporta o cancella quello che conservo su di te
help-settings = mostra o cambia come mi comporto qui
help-why = spiega perché una domanda riceve la sua risposta
option-group = numero
option-vote = sì o no
option-days = giorni
option-what = export o erase
option-setting = impostazione
option-value = valore
option-unknown = parole proprie per “non lo so”
option-greeting = saluto proprio

## Corrections
corrected-on = ✎ Corretta ({ $date }).
unpinned-on = ✎ Non più fissata ({ $date }).
answer-gone = Questa risposta è stata ritirata.

## Chats
answered-above = Ho appena risposto qui:
slow-down = Troppo in una volta. Aspetta un momento e chiedi di nuovo.
words-only = Leggo solo testo: niente immagini, sticker, messaggi vocali o sondaggi. Scrivi la tua domanda.
stale-button = Questo pulsante non funziona più. Fai di nuovo la domanda.
cannot-pin-message = Qui non posso fissare messaggi, ma la domanda è fissata.
not-yours = Solo i moderatori e chi ha chiesto possono togliere questa risposta.
went-wrong = Qualcosa è andato storto. Riprova tra un momento.
not-saved = Adesso non riesco a salvare nulla, quindi non è cambiato nulla. Avvisa chi mi gestisce: /doctor dice che cosa sistemare.
not-kept = Adesso non riesco a salvare nulla, quindi bisogna aspettare. Avvisa chi mi gestisce: il mio log dice che cosa sistemare.
only-for-you = Solo tu vedi questa risposta.
show-it = Mostra la risposta
open-form = Apri il modulo
form-again = ✎ Modifica
cannot-write = Non posso scrivere in { $channel }. Devo poter vedere il canale, inviare messaggi e leggere la cronologia.
menu-answer = Rispondi a questo
menu-entry = Rispondi con una voce
choose-entry = Quale voce risponde a questo messaggio?
search-entry = Cerca tra le voci
menu-pin = Fissa questa risposta
menu-teach = Insegna da questo messaggio
forum-solved = ✅ Risolto
forum-solved-tags = risolto, risolta, chiuso, completato
forum-not-yours = Può chiudere questo post solo chi l'ha aperto, o un moderatore.
menu-solved = Questo ha risolto
forum-only = Funziona solo con le risposte nei post di un forum.
forum-thanks = Grazie! Il post è segnato come risolto.
report-solution = Questa risposta ha risolto “{ $title }”. La imparo?
report-learn = Imparala
cannot-solve = Non posso chiudere i post in { $channel }. Lì mi serve “Gestisci thread”.
help-server = sceglie il server di cui ti do le risposte in privato
server-which = Oltre a ciò che so già, di quale server in comune vuoi qui le risposte?
server-none = Solo ciò che so già
server-nowhere = Non condividiamo nessun server: rispondo con ciò che so già.
server-chosen = D'ora in poi qui ti do anche le risposte di { $title }.
server-left = D'ora in poi qui rispondo solo con ciò che so già.
option-private = solo io vedo la risposta
button-helped = È stata utile
button-unhelpful = Non è stata utile
button-more = Altro
button-related = Vedi anche
actions-question = Che cosa faccio con questa risposta?
action-pin = Fissa
action-unpin = Togli dalle fissate
action-correct = Correggi
action-rephrase = Formulazioni
action-retire = Ritira
action-remove = Togli
action-removed = Risposta tolta.
button-human = Chiedi a una persona
human-asks = 🙋 Qualcuno chiede qualcosa a cui non so rispondere: “{ $text }”
human-who = Chi ha chiesto
human-where = Dove
human-told = Ho passato la tua domanda ai moderatori.
human-waiting = I moderatori hanno già la tua domanda. Appena saprò la risposta, chiedimelo di nuovo e te la darò.

## Doctor
doctor-title = Controllo della configurazione
help-doctor = controlla la mia configurazione e dice che cosa correggere
diagnosis-version = Wenda { $version }, su Node.js { $node }.
diagnosis-database = Il database si può leggere e scrivere.
diagnosis-database-bad = Il database non si può usare: { $why }
cure-database = Controlla DATABASE_URL, che il disco non sia pieno e che il file appartenga all'utente del bot.
diagnosis-database-file = Il database { $file } si può leggere e scrivere.
diagnosis-database-none = Il database { $file } non esiste ancora. Non ne ho controllato nessuno.
cure-database-none = Lo crea il primo avvio. Se il bot è già in funzione, indica il suo database: DATABASE_URL=sqlite:PERCORSO { $command }.
diagnosis-damaged = Il database contiene record danneggiati: { $records }. Nelle comunità a cui si riferiscono non posso rispondere.
cure-damaged = Fermami e ripristina un backup del database. Nelle altre comunità continuo a rispondere.
diagnosis-cache-bad = Ciò che imparo non si può conservare per il prossimo avvio: { $why }
cure-cache = Rendi scrivibile per l'utente del bot la cartella indicata da WENDA_CACHE e controlla che il disco non sia pieno.
diagnosis-refused = Le conoscenze modificate non sono state caricate: { $problems }
cure-refused = Correggi queste righe; le rileggo da solo, o con /reload.
diagnosis-repository = Il repository delle conoscenze non è raggiungibile dal { $since }: { $why }
cure-repository = Controlla l'indirizzo e il token in KNOWLEDGE_GIT e KNOWLEDGE_GIT_TOKEN, e se il server è attivo. Fino ad allora rispondo con ciò che è stato scaricato l'ultima volta.
diagnosis-knowledge = { $count ->
    [one] { $count } voce è pronta a rispondere.
   *[other] { $count } voci sono pronte a rispondere.
}
diagnosis-empty = Mancano le conoscenze: nessuna voce è pronta a rispondere.
cure-empty = Imposta KNOWLEDGE_DIR su una cartella di pacchetti.
diagnosis-overdue = { $count ->
    [one] { $count } testo è da rivedere.
   *[other] { $count } testi sono da rivedere.
}
cure-overdue = Rileggili e sposta in avanti il loro review_by. La dashboard li elenca.
diagnosis-old = { $count ->
    [one] { $count } testo ha più di un anno e nessuna data di revisione.
   *[other] { $count } testi hanno più di un anno e nessuna data di revisione.
}
cure-old = Rileggili e aggiungi review_by o lo stato outdated.
diagnosis-unreachable = { $name } non è raggiungibile.
cure-unreachable = Controlla la rete, il firewall e l'indirizzo impostato per { $name }.
diagnosis-unread = { $status ->
    [0] Non è stato possibile controllare “{ $place }”: nessuna risposta.
   *[other] Non è stato possibile controllare “{ $place }” (errore { $status }).
}
cure-unread = Riprova tra qualche minuto.
diagnosis-left-out = { $count ->
    [one] Su { $name } resta { $count } server o gruppo non controllato.
   *[other] Su { $name } restano { $count } server o gruppi non controllati.
}
cure-left-out = Scrivi lì /doctor.
diagnosis-clock = L'orologio concorda con quello di { $name }.
diagnosis-clock-off = L'orologio di questa macchina differisce di { $seconds } secondi da quello di { $name }.
cure-clock = Attiva la sincronizzazione dell'ora, per esempio: timedatectl set-ntp true
diagnosis-token = { $name } non accetta il token.
diagnosis-token-good = { $name } accetta il token.
cure-discord-token = Copiane uno nuovo dal Developer Portal (Bot, Reset Token) in DISCORD_TOKEN.
cure-telegram-token = Chiedilo a @BotFather (/token) e imposta TELEGRAM_TOKEN.
diagnosis-content = Il bot può leggere i messaggi su Discord.
diagnosis-content-off = Il bot non può leggere i messaggi su Discord: non vede le domande non rivolte a lui.
cure-content = Per fargliele vedere, attiva Message Content Intent nel Developer Portal (Bot).
diagnosis-endpoint = Discord invia le interazioni via HTTP, ma DISCORD_PUBLIC_KEY non è impostata: nessun comando funziona.
cure-endpoint = Imposta DISCORD_PUBLIC_KEY, oppure svuota Interactions Endpoint URL nel Developer Portal (General Information).
diagnosis-key-good = La chiave pubblica è quella dell'applicazione su Discord.
diagnosis-key = DISCORD_PUBLIC_KEY non è quella di questa applicazione: tutte le interazioni via HTTP vengono rifiutate.
cure-key = Copia Public Key dal Developer Portal (General Information).
diagnosis-alone = Il bot non è ancora in nessun server di { $name }.
cure-discord-alone = Apri il link di invito mostrato all'avvio.
diagnosis-permissions = Server Discord in cui il bot ha tutti i permessi che gli servono: { $count }.
diagnosis-permissions-lack = Server Discord in cui al bot mancano permessi: { $count } su { $all }.
cure-permissions = Dai al suo ruolo: vedere i canali, inviare messaggi (anche nei thread), allegare file, leggere la cronologia, fissare messaggi. Oppure riapri il link di invito.
right-view = Visualizzare il canale
right-send = Inviare messaggi
right-send-threads = Inviare messaggi nei thread
right-history = Leggere la cronologia messaggi
right-attach = Allegare file
right-topics = Gestire gli argomenti
right-pin = Fissare messaggi
diagnosis-channels = “{ $place }”: al bot mancano permessi ({ $rights }) in { $channels }.
cure-channels = Dove deve rispondere, concedili al ruolo del bot: nelle impostazioni del canale (Permessi) o, per tutti i canali, in quelle del server (Ruoli).
diagnosis-channels-more = { $count ->
    [one] Al bot mancano permessi in un altro canale.
   *[other] Al bot mancano permessi in altri { $count } canali.
}
diagnosis-no-channel = “{ $place }”: il bot non vede nessun canale testuale.
diagnosis-reads-all = Il bot legge tutti i messaggi nei gruppi Telegram.
diagnosis-privacy = La modalità privacy è attiva: nei gruppi Telegram il bot riceve solo comandi, menzioni e risposte.
cure-privacy = Perché legga tutti i messaggi, disattivala con @BotFather (/setprivacy) e aggiungi di nuovo il bot al gruppo, oppure fallo amministratore.
diagnosis-polling = Il bot preleva i messaggi da Telegram.
diagnosis-webhook = Telegram consegna i messaggi al webhook.
diagnosis-webhook-none = Telegram non conosce l'indirizzo in TELEGRAM_WEBHOOK_URL.
cure-webhook-none = Il bot lo imposta all'avvio: avvialo e guarda il suo log.
diagnosis-webhook-other = Telegram consegna i messaggi a un webhook, ma TELEGRAM_WEBHOOK_URL è vuoto.
cure-webhook-other = Forse un altro bot usa questo token. Altrimenti si sistema all'avvio di questo.
diagnosis-webhook-bad = Telegram non è riuscito a consegnare al webhook ({ $why }). Messaggi in attesa: { $count }.
cure-webhook-bad = L'indirizzo deve aprirsi dall'esterno: https con un certificato valido, porta 443, 80, 88 o 8443, e portare a WEB_PORT.
diagnosis-groups = { $count ->
    [one] Il bot può scrivere in { $count } gruppo su Telegram.
   *[other] Il bot può scrivere in { $count } gruppi su Telegram.
}
diagnosis-groups-lack = Gruppi Telegram in cui il bot non può scrivere: { $count } su { $all }.
cure-groups = Aggiungi di nuovo il bot e permetti ai membri di inviare messaggi.
diagnosis-no-pin = Gruppi Telegram in cui il bot non può fissare messaggi: { $count } su { $all }. Le domande fissate funzionano comunque.
cure-no-pin = Se serve, fallo amministratore con il permesso di fissare messaggi.
diagnosis-group-gone = “{ $place }”: il bot non è in questo gruppo.
cure-group-gone = Aggiungilo di nuovo, se deve rispondere lì.
diagnosis-group-restricted = “{ $place }”: il bot è limitato e non può inviare messaggi.
cure-group-restricted = Togli la limitazione nelle impostazioni del gruppo (Permessi, Eccezioni) o fallo amministratore.
diagnosis-group-closed = “{ $place }”: i membri non possono inviare messaggi, e il bot è un membro come gli altri.
cure-group-closed = Fallo amministratore o permetti di inviare messaggi nelle impostazioni del gruppo (Permessi).
diagnosis-group-no-pin = “{ $place }”: il bot non può fissare messaggi. Le domande fissate funzionano comunque.
diagnosis-group-topics = “{ $place }”: il bot non può scrivere negli argomenti chiusi.
cure-group-topics = Se serve, fallo amministratore con il permesso di gestire gli argomenti.
command-doctor = diagnosi

## Pages
page-served = Pagine: { $url }
page-piped = Mentre le domande arrivano da una pipe, le pagine non vengono servite. Per servirle lo stesso, imposta WEB_PORT.
nothing-served = Non viene servito nulla: non c'è input né token, e WEB_PORT è disattivato. Imposta WEB_PORT, DISCORD_TOKEN o TELEGRAM_TOKEN.
page-port = Le pagine non si possono aprire su { $address } ({ $code }). Imposta WEB_PORT su una porta libera, su 0 per una qualsiasi, o su off.
page-host = Le pagine non si possono aprire su { $address } ({ $code }): non è un indirizzo di questa macchina. Imposta WEB_HOST su 127.0.0.1, o su 0.0.0.0 per tutti i suoi indirizzi.
page-forbidden = Le pagine non si possono aprire su { $address } ({ $code }): non ho il permesso di aprire questa porta. Imposta WEB_PORT su una porta dalla 1024 in su.
page-title = Chiedi e guarda che cosa vedranno i membri
page-skip = Vai al contenuto
page-pages = Pagine
page-playground = Prova
page-dashboard = Dashboard
page-language = Lingua di questa pagina
page-change = Cambia
page-dark = Scuro
page-light = Chiaro
page-question = La tua domanda
page-placeholder = Domanda o /help
page-ask = Chiedi
page-send = Invia
page-empty = Qui compaiono le risposte come si vedono su Discord e su Telegram, con le ragioni accanto.
page-wait = Cerco una risposta…
page-failed = Nessuna risposta. Il bot è ancora in funzione? Riprova.
page-not-found = Questa pagina non esiste.
page-too-large = È troppo grande: si possono inviare al massimo { $size } alla volta.
page-in-english = Quello che non va nei file è spiegato in inglese.
page-broken = Torna indietro: quello che hai scritto c'è ancora. Se succede di nuovo, il motivo è nel log del bot.
page-old = Questa pagina non è più attuale. Ricaricala.
page-silence = Qui il bot resta in silenzio.
page-answer = Risposta
page-on = Come su { $platform }
page-you = Tu
page-app = APP
page-helpful = È stata utile
page-unhelpful = Non è stata utile
page-why = Perché questa risposta
page-sure = Sicuro: risponde
page-unsure = Non sicuro: propone scelte
page-unknown = Non lo sa
page-confidence = Certezza:
page-scale = Soglie: risposta { $sure }, scelte { $unsure }.
page-candidates = Le voci più vicine
page-views = Che cosa sostiene la prima
page-view-words = Parole trovate
page-view-letters = Parti di parole trovate
page-view-covered = Quota della domanda coperta
page-view-model = Che cosa insegnano le formulazioni
page-view-nearest = Formulazione più vicina
page-signs = Segnali della certezza
page-sign = Segnale
page-drawn = Grafico
page-value = Valore
page-looks = Mostra come su
page-more = Altri dettagli
page-asks = Chiedi a: { $community }
site-search = Cerca
site-found = Voci trovate
site-nothing = Qui niente risponde a questa domanda. Prova con altre parole.
site-failed = La ricerca non si è caricata. Riprova.
site-all = Tutte le voci
site-topics = Argomenti
site-sources = { $count ->
    [one] Fonte
   *[other] Fonti
}
site-elsewhere = Solo in altre lingue
site-changes = Modifiche
site-previous = Pagina precedente
site-next = Pagina successiva
site-licence = Licenza: { $licence }

## Dashboard
dash-login-about = Per i moderatori. Il token è il WEB_TOKEN di questa installazione.
dash-token = Token
dash-login = Accedi
dash-logout = Esci
dash-login-wrong = Token errato.
dash-login-slow = Troppi tentativi. Aspetta un momento e riprova.
page-signed-out = La sessione è terminata. Accedi di nuovo e ripremi il pulsante: quello che hai scritto è ancora qui.
dash-kept = Quello che hai scritto è conservato.
dash-go-on = Continua
dash-community = Comunità
dash-from = Dal
dash-to = Al
dash-show = Mostra
dash-ranges = Giorni mostrati
dash-range = { $from } – { $to }
dash-command-line = Comando per questa comunità:
dash-run = Esegui
dash-news = Ci sono numeri nuovi.
dash-actions = Azioni
dash-csv = CSV
dash-as-table = Come tabella
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
dash-terminal = Terminale
dash-share = Quota
dash-answered-share = Con risposta
dash-top = Le risposte più date
dash-entry = Voce
dash-given = Volte
dash-helpful-share = Utile
dash-likely-share = Intervallo probabile
dash-votes = Voti
dash-of-votes = { $votes ->
    [one] su { $votes } voto
   *[other] su { $votes } voti
}
dash-correct = Correggi
dash-assign = Assegna
dash-teach = Insegna
dash-ignore = Ignora
dash-take = Aggiungi
dash-leave = Scarta
dash-unpin = Togli dalle fissate
dash-undo = Annulla
dash-approve = Approva
dash-question = Domanda
dash-answer = Risposta
dash-people = Persone
dash-for = A favore
dash-against = Contro
dash-first = Prima volta
dash-last = Ultima volta
dash-coverage = Testi per lingua
dash-coverage-about = Quota di voci con un testo proprio, per argomento.
dash-topic = Argomento
dash-entries = Voci
dash-all-topics = tutti gli argomenti
dash-attention = Da rivedere o controverse
dash-attention-none = Niente è controverso, superato o da rivedere.
dash-reason = Motivo
dash-as-of = Dati aggiornati a
dash-review = Da rivedere entro
dash-disputed = controversa
dash-outdated = superata
dash-overdue = da rivedere
dash-pins = Domande fissate
dash-who = Chi
dash-when = Quando
dash-number = Numero
dash-command = Comando
dash-what = Che cosa
dash-why = Motivo
dash-calibration = Certezza e utilità
dash-calibration-about = Quante risposte date con questa certezza sono state utili. Se la barra tocca la linea, la certezza è giusta; con pochi voti la barra è lunga.
dash-calibration-none = Ancora nessun voto.
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
command-suggestions = suggerimenti
command-stats = statistiche
command-why = perché
command-settings = impostazioni
command-reload = ricarica
command-link = collega
command-unlink = scollega
command-server = server

## Forms that are asked question by question
form-by-reply = Una domanda alla volta: rispondi a ognuna. “-” la lascia vuota, /cancel annulla.
form-keep = Salta
form-cancel = Annulla
form-in-words = Rispondi a parole, per favore.
form-file-kept = 📎 { $file } è salvato e apparirà accanto alla risposta. Ora scrivi il testo, per favore.
file-holder = 📎 Per una risposta. Se questo messaggio viene eliminato, la risposta apparirà senza.
file-not-kept = Non ho potuto conservare il file. Permettimi di scrivere e allegare file in questo canale, o scegline un altro con /settings reports.
file-too-large = Questo file supera i 10 MB. Scegline uno più piccolo.
file-of-other-kind = Accetto immagini (PNG, JPEG, GIF, WebP), audio, video, PDF, testo, ZIP e file di Office. Questo file è di un altro tipo.
write-me-first = Questo è solo per te, e non posso ancora scriverti. Apri una chat con me, premi Avvia e chiedimelo lì.
setting-anonymous = Amministratori anonimi
anonymous-yes = possono moderare anche gli amministratori anonimi
anonymous-no = modera solo chi mostra il proprio nome

## The entry of a new pack
template-question = Come divento socio?
template-phrasings = voglio iscrivermi | come faccio a entrare nel gruppo | dove mi registro
template-answer = Questo è un esempio. Sostituiscilo con la tua risposta: che cosa fare, quanto costa, a chi rivolgersi. Copia questo file per ogni altra domanda e dai un altro nome alla copia.

## Answers that only stand in for one
stopgaps = vedi sopra | si veda sopra | vedi sotto | si veda sotto | come sopra | idem | prossimamente | da definire | da scrivere

## Small talk
any-time = Chiedimi pure quando vuoi.
says-praise = bravo bot | bravo | bravissimo | buon bot | ottimo bot | bel bot | ottimo lavoro | bel lavoro | ben fatto | ottimo | perfetto | fantastico | grande | grandissimo | ti amo | ti voglio bene | sei il migliore | sei grande | sei fantastico | wow
says-quiet = stai zitto | zitto | zitto bot | taci | basta | smettila | vattene | vai via | lasciami in pace | nessuno te l'ha chiesto | nessuno ti ha chiesto niente | bot stupido | bot inutile | cattivo bot | inutile | fai schifo | sei inutile | sei stupido | ti odio | lascia stare | lascia perdere | non importa | fa niente
says-who = sei umano | sei un umano | sei un essere umano | sei una persona | sei una persona vera | sei vero | sei reale | sei un bot | sei un robot | sei un bot o una persona | sei un'ia | sei una ia | sei chatgpt | è un bot | chi sei | cosa sei | che cosa sei | chi ti ha creato | chi ti ha fatto | come ti chiami
says-source = fonte | fonti | la fonte | le fonti | qual è la fonte | quale fonte | quali fonti | qual è la tua fonte | quali sono le fonti | quali sono le tue fonti | hai una fonte | hai fonti | da dove viene | da dove viene questo | da dove l'hai preso | dove l'hai letto | chi lo dice | prove | link
praised = Grazie!
i-am-a-bot = Sono un bot. Non scrivo nulla di mio: ogni risposta è un testo scritto da una persona, con la sua fonte.
answer-without-source = Quella risposta non indica nessuna fonte.

## Groups
ask-in-private = Chiedimelo in privato
moderators-anonymous = Qui scrivi a nome del gruppo, quindi non so chi sei. Disattiva per te l'anonimato, oppure chiedi a un moderatore che mostra il proprio nome di inviare /settings anonymous yes.
diagnosis-group-hidden = “{ $place }”: i membri sono nascosti al bot, che conosce solo gli amministratori.
cure-group-hidden = Rendi il bot amministratore; per questo non gli servono permessi.
setting-commands = Comandi
commands-any = con o senza il mio nome
commands-named = solo con il mio nome
setting-disabled = Comandi disattivati
setting-who = Chi può chiedere
who-everyone = tutti
who-addressed = solo chi si rivolge a me, in qualsiasi modalità
who-moderators = solo i moderatori
setting-answers = Dove si leggono le risposte
answers-public = nel gruppo
answers-private = nella chat privata, dietro un pulsante
setting-cleanup = Comandi a cui ho risposto
cleanup-keep = restano
cleanup-delete = li elimino, se posso
setting-expiry = Le risposte si eliminano da sole
expiry-never = no, restano
expiry-minutes = { $count ->
    [one] dopo { $count } minuto
   *[other] dopo { $count } minuti
}
help-groups = gestisce i tuoi gruppi da questa chat
groups-title = I tuoi gruppi
groups-question = Quale vuoi gestire da qui?
groups-none = Non conosco nessun gruppo di cui sei moderatore. Scrivimi lì una volta, per esempio /help, e riprova qui.
groups-chosen = Per un'ora i comandi da moderatore che invii qui agiscono in “{ $group }”: /teach, /correct, /retire, /pins, /settings, /unanswered, /stats, /history e /undo. Con /groups ne scegli un altro.
groups-which = In quale gruppo?
groups-leave = Smetti di gestire
groups-left = I comandi che invii qui non agiscono più in nessun gruppo.
in-group = Gruppo: { $group }
private-here = Questo è solo per te. Premi il pulsante per leggerlo nella nostra chat privata.
open-private = Apri chat privata
answer-alone = A questo rispondo in privato: { $title }
says-wrong = è sbagliato | è sbagliata | questo è sbagliato | è tutto sbagliato | sbagliatissimo | non è vero | questo non è vero | non è corretto | non è corretta | non è esatto | non è così | è falso | è falsa | questo è falso | è errato | è errata | risposta sbagliata | risposta errata | la risposta è sbagliata | la tua risposta è sbagliata | ti sbagli | ti stai sbagliando | hai sbagliato | hai torto | sbagliato | sbagliata | falso | falsa | errato | errata
wrong-offer = La mia risposta è sbagliata? Premi 👎: i moderatori vedranno che non è stata utile.

## First meetings
add-to-group = ➕ Aggiungi a un gruppo
about-short = Risposte su: { $subjects }. Scritte da persone, con le fonti.
hello-ask = Chiedimi con /ask, menzionandomi o rispondendo a un mio messaggio. Per esempio:
hello-sees-all = Vedo tutti i messaggi; in /settings si sceglie a quali rispondo.
hello-sees-own = Vedo solo ciò che è rivolto a me: comandi, menzioni e risposte (modalità privacy).
hello-rights = Permessi che mi mancano: { $rights }. Se servono, fammi amministratore con questi permessi; quasi tutto funziona anche senza.
hello-settings = Con /settings i moderatori scelgono la mia lingua, a che cosa rispondo e dove avviso.
hello-lacks = Permessi che mi mancano: { $rights }. Dalli al mio ruolo nelle impostazioni del server (Ruoli); me ne accorgo subito.

## Entries
entries-title = Voci
entries-search = Parole o una domanda
entries-pack = Pacchetto
entries-any = Qualsiasi
entries-which = Quali
entries-all = Tutte quelle attive
entries-bare = Senza altre formulazioni
entries-taught = Insegnate qui
entries-changed = Modificate qui
entries-retired = Ritirate
entries-lacking = manca: { $language }
entries-order = Ordine
entries-by-title = Titolo
entries-by-likeness = Somiglianza
entries-by-asked = Più date
entries-by-helped = Meno utili
entries-languages = Lingue
entries-count = { $count ->
    [one] { $count } voce
   *[other] { $count } voci
  }
entries-none = Nessuna voce corrisponde.
entries-pages = Pagine dell'elenco
entries-page = Pagina { $page } di { $pages }
entries-previous = Precedente
entries-next = Successiva
entry-new = Nuova voce
entry-into = Va nel pacchetto “{ $pack }”.
entry-is-retired = Questa voce è ritirata e non viene più usata. Per modificarla, ripristinala.
entry-retire = Ritira
entry-restore = Ripristina
entry-add = Aggiungi:
entry-file = File nel repository
entry-phrasings = Altre formulazioni, una per riga
entry-phrasing = Formulazione
entry-sources = Fonti, una per riga: titolo, link
entry-as-of = Dati aggiornati a
entry-review-by = Da rivedere entro
entry-status = Stato
entry-current = attuale
entry-tags = Argomenti, separati da virgole
entry-related = Voci collegate, un id per riga
entry-check = Che cosa cambierebbe?
entry-preview = Anteprima
entry-preview-title = Come la vedono i membri
entry-preview-none = Qui appare quello che scrivi.
entry-page = Pagina
entry-alike = Forse queste dicono già la stessa cosa:
entry-breaks-nothing = Non rovina nessun'altra risposta.
entry-breaks = Rovinerebbe altre risposte:
entry-found = Domande che dovrebbero trovarla
entry-found-none = In questa lingua non c'è ancora un testo.
entry-from = Origine
entry-from-check = Verifica del pacchetto
entry-outcome = Ora
entry-finds = risponde, certezza { $share }
entry-is-offered = offerta come scelta
entry-finds-other = trova invece “{ $title }”
entry-finds-nothing = non trova niente
entry-proposals = Domande senza risposta vicine a questa
entry-use = Aggiungi come formulazione
entry-people = { $count ->
    [one] { $count } persona
   *[other] { $count } persone
  }
entry-pin = Fissa
entry-pin-question = Domanda che riceve sempre questa voce
flaw-as-of = “{ $date }” non è una data. Scrivi un anno, un mese o un giorno: 2026, 2026-11 o 2026-11-27.
flaw-review-by = “{ $date }” non è un giorno. Scrivilo così: 2027-01-31.
exchange-title = Importa ed esporta
exchange-import = Importa
exchange-import-about = Pagine di domande frequenti, tabelle, elenchi e voci: Markdown, testo, CSV, JSON, YAML e HTML, anche in uno ZIP. Prima vedi che cosa verrebbe importato.
exchange-files = Scegli i file o trascinali qui
exchange-look = Mostra che cosa verrebbe importato
exchange-export = Esporta
exchange-export-about = Tutto ciò che questa comunità sa, in cartelle di pacchetti: per KNOWLEDGE_DIR, un'altra installazione o GitHub. Senza le voci ritirate.
exchange-download = Scarica lo ZIP
exchange-preview = Che cosa verrebbe importato
exchange-count = Da importare: { $count }; già presenti: { $unchanged }
exchange-questions = Domande trovate: { $found }; voci create: { $made }; elencate sotto: { $named }
exchange-new = nuova
exchange-changed = modificata
exchange-take = Importa le voci spuntate
exchange-refused = Finché questo non è corretto, non si può importare niente:
exchange-problems = Problemi
exchange-skipped = Escluso
exchange-repaired = Riparato
exchange-no-file = Scegli prima un file.
done-import = Voci importate: { $subject }. Modifica n. { $act }
work-title = Richiede la tua attenzione
work-none = Al momento niente richiede la tua attenzione.
work-trouble = Qualcosa è configurato male:
work-figures = Cifre
work-drop = Scarta
work-command = Scrivi un comando

## Who moderates on the pages
people-title = Persone
people-list = Chi modera qui
people-about = Può moderare anche chi ha il WEB_TOKEN. Una modifica in attesa va approvata da un'altra persona o da un proprietario.
people-none = Nessuno ha ancora un link.
people-add = Aggiungi qualcuno
people-name = Nome
people-role = Ruolo
people-owner = Proprietario
people-moderator = Moderatore
people-make = Crea il link
people-link = Il link personale di { $name }. Si vede solo adesso; mandalo dove nessun altro lo legge:
people-remove = Rimuovi
people-renew = Nuovo link
people-everywhere = Esci ovunque
people-self = Tu
people-self-about = Con il tuo link o token puoi accedere di nuovo.
people-enter = Questo link è personale. Premi il pulsante per accedere alla dashboard.
