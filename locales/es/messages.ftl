## Answers
did-you-mean = ¿Querías preguntar algo de esto?
unknown = No lo sé: ninguna de mis fuentes responde a eso. Prueba con otras palabras, mira /topics o pregunta a la gente de aquí.
unknown-alone = No lo sé: ninguna de mis fuentes responde a eso. Prueba con otras palabras o mira /topics.
nothing-here = Aquí todavía no hay texto.
no-entries = Todavía no tengo entradas. Los moderadores pueden añadir una con /teach; el README explica a quien administra el bot cómo cargar un paquete.
too-long = La pregunta es demasiado larga. Escríbela en menos de { NUMBER($most) } caracteres, por favor.
related = Relacionado:
sources = { $count ->
    [one] Fuente:{" "}
   *[other] Fuentes:{" "}
}
source-details = {" "}({ $details })
on-site = En el sitio
as-of = Datos de { $date }.
warning = ⚠ { $text }
outdated = Parte de esto está desactualizada.
disputed = Hay desacuerdo sobre esto.
overdue = Debía revisarse antes de esta fecha: { $date }.
other-language = Este texto solo existe en { $language }.
not-in-language = Tengo esta respuesta, pero no en este idioma: { $language }.
in-which-language = ¿En qué idioma?
list-comma = ,{" "}
list-semicolon = ;{" "}
quoted = «{ $title }»

## Commands
missing-ask = ¿Qué quieres saber? Escribe tu pregunta después de /ask.
missing-show = ¿Qué entrada? Escribe su id después de /show. /topics muestra las entradas.
no-entry = No tengo ninguna entrada llamada «{ $id }».
topics = Temas:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] { $count } entrada:
   *[other] { $count } entradas:
}
no-topic = No tengo ningún tema llamado «{ $tag }».
no-topics = Ninguna entrada tiene tema todavía.
all-sources = Mis fuentes
no-sources = Ninguna entrada indica su fuente todavía.
languages = ¿En qué idioma quieres que te responda?
language-set = A partir de ahora te respondo en { $language }.
language-auto = A partir de ahora te respondo en el idioma de tu pregunta.
no-language = Todavía no hablo «{ $name }».
automatic = El idioma de mi pregunta
unknown-command = No existe el comando /{ $name }. /help los muestra todos.
unknown-command-near = No existe el comando /{ $name }. ¿Querías decir /{ $near }?

## Help
help-title = Lo que sé hacer
about = Respondo preguntas sobre: { $subjects }. Cada respuesta es un texto escrito por una persona, con su fuente y su fecha.
about-nothing = Todavía no sé nada: no hay ningún paquete de conocimientos cargado.
help-ask = responde a una pregunta; también puedes escribirla sin más
help-show = muestra una entrada
help-topics = muestra los temas o las entradas de uno
help-sources = muestra las fuentes
help-language = elige el idioma de tus respuestas
help-help = muestra esta lista
help-greet = saluda y dice qué puedes preguntar
helpers-only = Aquí solo los moderadores y quienes ayudan pueden responder a alguien por su nombre.
help-everyone = Para todos
help-moderators = Para moderadores
help-more = /help con el nombre de un comando explica cómo usarlo: /help ask

## Terminal
greeting = Hola, soy Wenda. Respondo preguntas sobre: { $subjects }.
greeting-empty = Hola, soy Wenda. Todavía no sé nada: no hay ningún paquete de conocimientos cargado.
first-entry = Todavía no hay entradas en { $folders }. Este comando crea un paquete con una primera entrada para copiar: { $command }
try = Por ejemplo:
hint = /help muestra los comandos, Ctrl-D cierra.
no-choice = No hay ninguna opción { $number }.
goodbye = ¡Hasta luego!
form-hint = Una pregunta cada vez: Intro deja el texto como está, - lo borra, \n es un salto de línea, /cancel cancela.
form-field = { $label }:
form-kept = Ahora: { $value }
form-required = Este campo es obligatorio.
form-slash = Una respuesta no puede empezar con /. Pon \ delante o escribe /cancel para cancelar.
form-cancelled = Cancelado. No ha cambiado nada.

## Moderators
pinned = 📌 Fijada por los moderadores.
retired-entry = «{ $title }» está retirada; ya no doy esa respuesta.
retire-question = ¿Retirar «{ $title }»? Dejaré de dar esta respuesta hasta que /restore la recupere.
moderators-only = Aquí solo pueden hacerlo los moderadores.
operator-only = Estos conocimientos sirven a varias comunidades: solo quien administra el bot puede volver a leerlos, en la terminal o en el panel.
missing-pin = ¿Qué pregunta fijo y a qué entrada? Escribe /pin, la pregunta y luego entry: con el id de la entrada. O responde a una de mis respuestas solo con /pin.
pin-to-what = No he encontrado ninguna entrada para «{ $question }». Indica una con entry: y su id, o escribe la respuesta después de text:.
pin-both = Usa entry: o text:, pero no los dos.
pin-no-words = Esa pregunta no tiene palabras. Escríbela como la harían los miembros.
pin-forgotten = Ya no sé a qué pregunta respondía eso. Escríbela después de /pin.
pin-there = Esta pregunta ya está fijada:
pin-replace-question = ¿Reemplazar esa fijación?
pin-replace = Reemplazar
question-too-long = La pregunta es demasiado larga. Escríbela en menos de 1000 caracteres, por favor.
pin-which = ¿Qué entrada debe responder a «{ $question }»?
no-message-to-pin = Aquí no hay ningún mensaje que se pueda fijar en el canal.
no-pins = Todavía no hay preguntas fijadas.
pins-title = { $count ->
    [one] { $count } pregunta fijada
   *[other] { $count } preguntas fijadas
}
pin-line = «{ $question }» → { $target } ({ $who }, { $when } UTC)
pin-own-text = texto de la comunidad
pin-retired = Esa entrada está retirada, o su paquete no está activado aquí.
pin-gone = Esa entrada ya no existe.
unpin-it = Desfijar «{ $question }»
unpin-question = ¿Dejar de fijar alguna?
missing-unpin = ¿Qué pregunta? Escríbela después de /unpin. /pins las muestra todas.
unpin-which = Esa pregunta está fijada en varios idiomas. ¿Cuál desfijo?
no-pin = «{ $question }» no está fijada.
teach-title = Enséñame una respuesta
correct-title = Corregir «{ $title }»
rephrase-title = Otras formulaciones de «{ $title }»
field-question = Pregunta
field-answer = Respuesta (Markdown; línea vacía = párrafo)
field-phrasings = Otras formulaciones, una por línea o con |
field-source = Fuente: un título, un enlace o ambos
field-language = Idioma (vacío: el del texto)
field-entry = Entrada
field-why = Motivo
field-unknown = Lo que digo cuando no lo sé (Markdown)
field-greeting = Mi saludo (Markdown)
field-add = Añadir, una por línea o con |
field-remove = Quitar, una por línea o con |
own-pack = Lo que enseñó esta comunidad
own-source = Los moderadores de esta comunidad
also-asked = Otras formulaciones (los miembros no las ven): { $phrasings }
also-asked-more = Otras formulaciones (los miembros no las ven): { $phrasings } | … y { $count } más
alike = { $count ->
    [one] Puede que esta entrada ya diga lo mismo: { $names }
   *[other] Puede que estas entradas ya digan lo mismo: { $names }
}
confirm-question = Así lo verán los miembros. ¿Lo guardo?
confirm-it = Guardar
cancel-it = Descartar
cancelled = Descartado. No ha cambiado nada.
nothing-to-cancel = No hay nada que confirmar ni descartar.
no-draft = Eso ya no está pendiente: se guardó, se descartó o pasó una hora.
not-your-draft = Solo puede decidirlo quien lo preparó.
not-accepted = Todavía no puedo aceptarlo:
flaw-html = No se puede mostrar HTML: { $what }. Usa Markdown. Para mostrar un <, pon \ delante.
flaw-image = No se pueden mostrar imágenes. Descríbelas con palabras.
flaw-struck = No se puede mostrar texto tachado. Quítalo.
flaw-address = El enlace a { $what } no es una dirección web. Debe empezar por http:// o https:// y no llevar nombre de usuario.
flaw-link-words = El enlace a { $what } no tiene texto. Escríbelo entre [ y ].
flaw-nested = Listas, citas, negritas y enlaces están anidados en exceso: se admiten cuatro niveles.
flaw-heading = Una respuesta no puede llevar títulos. Usa **negrita**. Una línea de guiones debajo de un texto también crea un título.
flaw-rule = No se puede mostrar una línea horizontal. Separa los párrafos con una línea vacía.
flaw-table = No se pueden mostrar tablas. Escribe una lista.
flaw-empty = Hay una cita, un bloque de código o un punto de lista vacío. Quítalo.
flaw-list-start = Una lista empieza por { $what }, pero las listas se cuentan desde 1. Si no es una lista, pon \ antes del punto.
flaw-long-question = La pregunta tiene { NUMBER($count) } caracteres; se admiten 1000 como máximo.
flaw-long-phrasing = Una de las formulaciones tiene { NUMBER($count) } caracteres; se admiten 1000 como máximo.
flaw-no-question = La pregunta está vacía.
flaw-empty-phrasing = Una de las formulaciones está vacía.
flaw-no-answer = La respuesta está vacía.
flaw-long-answer = La respuesta tiene { NUMBER($count) } caracteres; se admiten 3500 como máximo.
flaw-bytes = En total ocupa { NUMBER($count) } bytes; se admiten 65.536 como máximo.
flaw-asked-twice = «{ $what }» se pregunta también en la línea { $before }. Déjala donde encaje la respuesta.
flaw-asked-elsewhere = «{ $what }» se pregunta también en { $other }, línea { $before }. Déjala donde encaje la respuesta.
flaw-same-entry = «{ $what }» se omite: otra entrada de estos archivos dice lo mismo.
flaw-same-phrasing = La formulación «{ $what }» se omite: ya está en estos archivos.
flaw-heading-no-answer = La pregunta «{ $what }» no tiene respuesta debajo. Escríbela o quita el título.
flaw-item-no-answer = Falta la respuesta a { $item }. Escríbela o quita la pregunta.
flaw-no-question-to = La respuesta «{ $what }» no tiene pregunta. Escríbela al lado o quita la respuesta.
flaw-open-quote = Aquí se abren unas comillas que no se cierran. Pon toda la celda entre comillas y duplica las de dentro.
flaw-no-questions = No se encontraron preguntas. Escribe cada una como título, con su respuesta debajo, o en una tabla con las columnas «question» y «answer».
flaw-no-columns = La primera fila no nombra las columnas. Llama a una «question» y a otra «answer».
flaw-column = La columna «{ $column }» no se importa.
flaw-encoding = El archivo no está en UTF-8. Si las letras se ven mal, guárdalo como UTF-8.
flaw-file-kind = Este tipo de archivo no se puede importar. Guárdalo como Markdown, texto, CSV o HTML.
flaw-archive = El archivo ZIP no se puede leer. Vuelve a comprimir los archivos, sin contraseña.
flaw-text-outside = El texto sin pregunta propia no se importa. Ponle un título si responde a una pregunta.
flaw-cut = La respuesta a «{ $what }» es demasiado larga: se omiten los últimos { NUMBER($count) } caracteres. Divídela con títulos.
flaw-links-only = La respuesta a «{ $what }» es poco más que enlaces. Di qué hay en ellos o quítala.
flaw-not-data = A partir de aquí el archivo no se puede leer. Busca una coma, un corchete o unas comillas que falten.
flaw-other = { $what }
which-entry = ¿Qué entrada? Escribe su id o su título después de /{ $command }.
which-of = Hay varias entradas llamadas «{ $words }». ¿Cuál?
is-retired = «{ $title }» está retirada. /restore la restaura.
is-own-text = La respuesta a «{ $question }» está en la propia pregunta fijada. /pin con text: la sustituye, /unpin la desfija.
restore-it = Restaurar
no-text-yet = «{ $title }» todavía no tiene texto en { $language }; /correct puede añadirlo.
not-whole = Todavía no hay texto en { $language }. Escribe en ese idioma la pregunta y la respuesta, o elige otro.
no-phrasing = «{ $words }» no es una formulación de «{ $title }».
refused = No lo he hecho, porque estropearía otras respuestas:
refused-more = … y { $count } más.
refused-question = ¿Lo hago igualmente?
force-it = Hacerlo igualmente
regression-other = «{ $question }» encontraría «{ $instead }» en lugar de «{ $entry }». { $place }
regression-nothing = «{ $question }» ya no encontraría «{ $entry }». { $place }
regression-silence = «{ $question }» no debería encontrar nada, pero encontraría «{ $instead }». { $place }
regression-new = «{ $question }» encontraría «{ $instead }» y no el texto nuevo.
regression-new-nothing = Ni siquiera «{ $question }» encontraría el texto nuevo: dice demasiado poco.
regression-check = (Una comprobación de { $file }, línea { $line }.)
overtaken = Alguien acaba de cambiar «{ $subject }», así que no he hecho nada. Compruébalo e inténtalo otra vez.
overtaken-again = Alguien acaba de cambiar «{ $subject }», así que todavía no he guardado nada. Compruébalo otra vez.
approve-overtaken = El cambio n.º { $act } ya no encaja: eso mismo se ha cambiado después. /undo { $act } lo descarta.
nothing-changed = Nada que cambiar: «{ $subject }».
held = Son muchos cambios en diez minutos, así que el cambio n.º { $act } espera a que otro moderador lo apruebe con /approve { $act }.
done-pin = Fijada: «{ $subject }» recibe ahora esa respuesta.
done-unpin = Desfijada: «{ $subject }».
done-teach = Aprendida: «{ $subject }».
done-correct = Corregida: «{ $subject }».
done-rephrase = Formulaciones cambiadas: «{ $subject }».
done-suggestions = Añadido como formulación: «{ $subject }».
done-retire = Retirada: «{ $subject }». Ya no doy esta respuesta.
done-restore = Restaurada: «{ $subject }». Vuelvo a dar esta respuesta.
done-undo = Deshecho: cambio n.º { $subject }.
done-approve = Aprobado: el cambio n.º { $subject } ya se aplica.
done-link = Vinculado: ahora todo se comparte con { $subject }. /unlink los separa.
done-unlink = Desvinculado. Aquí queda una copia de todo.
undo-it = Deshacer
undo-act = Deshacer n.º { $act }
approve-it = Aprobar n.º { $act }
undo-none-left = Todos tus cambios ya están deshechos. /undo con un número de /history deshace cualquier otro.
undo-already = El cambio n.º { $act } ya está deshecho. /history muestra cómo.
missing-undo = Todavía no has cambiado nada. /history muestra los cambios de los demás.
no-change = Aquí no hay ningún cambio n.º { $act }. /history los muestra.
undo-dropped = El cambio n.º { $act } se descartó y nunca llegó a aplicarse.
undo-approved = El cambio n.º { $act } se aplicó con el n.º { $approval }. Deshaz ese.
undo-link = El cambio n.º { $act } afecta a dos comunidades, así que no se puede deshacer solo. Usa /{ $command }.
undo-conflict = No puedo deshacer solo el n.º { $act }, porque eso mismo se volvió a cambiar: { $later }. Deshaz antes esos cambios, empezando por el más reciente.
history-title = Historial
history-question = ¿Deshacer o aprobar alguno de estos cambios?
no-history = Todavía no se ha cambiado nada.
unreadable = Estas entradas no se pueden leer y no se usan: { $entries }. /correct las repara.
no-history-of = «{ $entry }» nunca se ha cambiado aquí.
act = N.º { $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-here = aquí
act-why = Motivo: { $why }.
act-forced = Hecho igualmente, aunque estropeó: { $regressions }.
act-undoes = Deshace el n.º { $act }.
act-approves = Aprueba el n.º { $act }.
act-held = Espera a otro moderador.
record = { $kind } { $name }
kind-entry = entrada
kind-phrasings = formulaciones
kind-retired = retirada
kind-pin = pregunta fijada
kind-setting = ajuste
kind-place = servidor o grupo
kind-pack = paquete
kind-source = fuente
kind-checks = comprobaciones
kind-attachment = adjunto
person = moderador { $id }
person-you = tú
person-erased = alguien (borrado)
held-title = A la espera de otro moderador
held-question = ¿Aprobar o descartar alguno de estos cambios?
drop-it = Descartar n.º { $act }
more-held = { $count ->
    [one] Hay { $count } más en espera.
   *[other] Hay { $count } más en espera.
}
none-held = No hay nada en espera.
no-held = El cambio n.º { $act } no está en espera.
approve-own = El cambio n.º { $act } es tuyo: tiene que aprobarlo otro moderador.
not-retired = «{ $title }» no está retirada.
none-retired = No hay ninguna entrada retirada.
restore-which = ¿Qué entrada debe volver?
link-code = Escribe /link { $code } en el otro servidor o grupo en los próximos { $minutes } minutos. Después, ambos comparten preguntas fijadas, entradas y ajustes.
link-wrong = Ese código no existe, ya se usó o ha caducado. Pide otro con /link en el otro servidor o grupo.
link-same = Los dos ya están vinculados.
link-conflicts = Las dos partes difieren en esto. Aquí valdrá lo de la otra:
link-question = ¿Los vinculo? /history conserva lo que había aquí.
link-it = Vincular
not-linked = Este servidor o grupo no está vinculado.
help-pin = fija la respuesta a una pregunta
help-pins = muestra las preguntas fijadas
help-unpin = desfija una pregunta
help-teach = añade una respuesta tuya
help-correct = corrige una respuesta
help-rephrase = añade o quita formulaciones
help-retire = retira una entrada
help-restore = restaura una entrada retirada
help-history = muestra quién cambió qué y por qué
help-undo = deshace un cambio
help-approve = aprueba un cambio en espera
help-confirm = guarda lo que se mostró
help-cancel = descarta lo que se mostró
help-link = vincula este servidor o grupo con otro
help-unlink = desvincula este servidor o grupo
missing-confirm = ¿Confirmar qué? Pulsa el botón debajo de una vista previa.

## Options
option-question = pregunta
option-entry = entrada
option-topic = tema
option-command = comando
option-language = idioma
option-text = texto propio
option-why = motivo
option-answer = respuesta
option-phrasings = otras formulaciones
option-source = fuente
option-add = formulaciones que añadir
option-remove = formulaciones que quitar
option-take = sugerencia que añadir
option-leave = sugerencia que descartar
option-change = número
option-draft = número
option-code = código
option-force = hacerlo igualmente
option-message = fijar también el mensaje
option-member = miembro
option-server = servidor
option-file = foto o archivo

## Reload
reload-unchanged = Los conocimientos no han cambiado.
reload-live = Cargado. Añadidas: { $added }; cambiadas: { $changed }; eliminadas: { $removed }.
reload-refused = { $count ->
    [one] No he cargado los nuevos conocimientos por { $count } problema. Hasta que se arregle, respondo como antes.
   *[other] No he cargado los nuevos conocimientos por { $count } problemas. Hasta que se arreglen, respondo como antes.
}
reload-more = … y { $count } más.
reload-right = Los conocimientos vuelven a estar bien.
reload-unreached = No se ha podido acceder al repositorio de los conocimientos ({ $why }). Respondo con lo último que se descargó.
help-reload = vuelve a leer la carpeta de conocimientos

## Running a community
unknown-short = Eso no lo sé.
unanswered-title = Lo que no supe responder
none-unanswered = No hay preguntas abiertas. Una pregunta aparece aquí cuando la han hecho tres personas y yo no tenía respuesta.
unanswered-line = N.º { $group } «{ $text }»: la han hecho { $count } personas, la primera vez el { $first } y la última el { $last }.
unanswered-gap = «…» sustituye nombres, números y enlaces, y palabras que usaron menos de tres personas.
unanswered-question = ¿Qué hago con ella?
assign-it = N.º { $group }: asignar a una entrada
answer-it = N.º { $group }: enseñar una respuesta
ignore-it = N.º { $group }: ignorar
no-group = No hay ninguna pregunta abierta n.º { $group }. /unanswered las muestra.
assign-which = ¿Qué entrada responde a «{ $text }»? La pregunta será una de sus formulaciones.
assign-none = Ninguna entrada se acerca a «{ $text }».
ignored = «{ $text }» ya no está en la lista. Volverá si tres personas la hacen de nuevo.
suggestions-title = Formulaciones que sugieren los miembros
none-suggestions = No hay sugerencias. Aparece una aquí cuando los miembros eligen la misma entrada para una pregunta, o votan por ella.
suggestions-off = Aquí no aprendo de lo que eligen los miembros. /settings learn lo activa.
suggestion-line = «{ $question }» → «{ $title }» (a favor: { $count }, en contra: { $against })
suggestions-question = ¿Las añado? He comprobado que con ellas se encuentra cada pregunta y que ninguna otra respuesta cambia.
suggestion-take = Añadir { $number }
suggestion-leave = Descartar { $number }
suggestions-take-all = Añadir todas
suggestions-leave-all = Descartar todas
no-suggestion = Esa sugerencia ya no existe. /suggestions muestra las abiertas.
suggestions-many = sugerencias: { $count }
suggestion-why = sugerido por los miembros; personas a favor: { $count }
suggestions-left = Descartadas: { $count }. Solo vuelven si los miembros eligen lo mismo otra vez.
missing-assign = ¿Qué pregunta? Escribe su número después de /assign. /unanswered las muestra.
missing-answer = ¿Qué pregunta? Escribe su número después de /answer. /unanswered las muestra.
missing-ignore = ¿Qué pregunta? Escribe su número después de /ignore. /unanswered las muestra.
missing-helpful = ¿Te sirvió? Escribe /helpful sí o /helpful no.
no-answer-meant = ¿Qué respuesta? Responde a una de las mías o pregunta primero.
vote-yes = sí, si, s, sirvió, me sirvió, sí me sirvió, útil
vote-no = no, n, no sirvió, no me sirvió, inútil
voted-yes = ¡Gracias! Me alegro de que te sirviera.
voted-no = Gracias. Los moderadores verán que hay que mejorar esta respuesta.
stats-title = { $days ->
    [one] Hoy
   *[other] Los últimos { $days } días
}
stats-days = ¿De cuántos días? Escribe un número del 1 al { $most } después de /stats.
stats-none = En ese tiempo nadie preguntó nada.
stats-asked = Preguntas: { $count }
stats-answered = Respondidas: { $count } ({ $share })
stats-offered = Con opciones: { $count } ({ $share })
stats-unanswered = Sin respuesta: { $count } ({ $share })
stats-helpful = Útil según { $helpful } de { $votes } votos ({ $share })
stats-no-votes = Todavía no hay votos.
stats-shadow = Podría haber respondido sin que me preguntaran (modo shadow): { $count }
stats-by-day = Por día:
stats-day = { $day }: preguntas { $asked }, respondidas { $answered }, con opciones { $offered }, sin respuesta { $unanswered }; útil según { $helpful } de { $votes } votos
stats-earlier = Antes: preguntas { $asked }, respondidas { $answered }, con opciones { $offered }, sin respuesta { $unanswered }
stats-top = Las más mostradas:
stats-entry = { $title }: { $count }
stats-worst = Las que menos sirvieron:
stats-worst-entry = { $title }: no sirvió según { $unhelpful } de { $votes } votos ({ $share })
entry-used = { stats-title }: veces dada: { $given }; votos: { $votes }, útiles: { $helpful }.
privacy-title = Lo que sé de ti
privacy-intro = No guardo nombres. Para distinguir a las personas guardo un código, creado a partir de tu cuenta con una clave secreta; el código por sí solo no dice quién eres. Esto es lo que guardo:
privacy-language = El idioma que elegiste con /language, con tu código.
privacy-server = En Discord, el servidor que elegiste con /server, con tu código.
privacy-answers = Qué entrada te mostré en qué mensaje, con tu código pero sin tu pregunta, para poder corregir la respuesta más adelante.
privacy-votes = Si una respuesta te sirvió, con tu código. Las veces que se pregunta algo solo se cuentan.
privacy-messages = Tu mensaje hasta que lo he atendido, y mi respuesta hasta que se envía.
privacy-questions = No guardo las palabras de una pregunta que respondo. Si no tengo respuesta, recuerdo la pregunta dos semanas como mucho, con tu código y sin nombres, enlaces ni números. Solo cuando la han hecho tres personas distintas se guardan sus palabras para los moderadores, sin ningún código.
privacy-signals = Si eliges una entrada para una pregunta que no supe responder con seguridad, la votas o se la muestras a alguien: esa pregunta sin nombres, enlaces ni números, la entrada y tu código, durante 30 días. Los moderadores pueden añadirla como formulación, sin ningún código.
privacy-acts = Lo que cambian los moderadores, con su código.
privacy-drafts = Un cambio pendiente de confirmar, durante una hora.
privacy-groups = En qué grupos me has hablado, con tu código, durante 180 días, para que puedas gestionarlos y recibir sus respuestas en nuestro chat privado.
privacy-account = En estas páginas, el nombre que te puso un propietario y cuándo cerraste sesión, hasta que te quiten.
privacy-taught = Si borras esto, las respuestas que enseñaste como moderador se quedan en la comunidad, pero ya nada dice que son tuyas.
privacy-left = Si me quitan de un servidor, lo que me enseñó y sus ajustes se borran a los 30 días. Si vuelvo antes, todo sigue ahí.
privacy-export = Exportar mis datos
privacy-erase = Borrar mis datos
privacy-exported = Esto es todo lo que guardo sobre ti.
privacy-sure = ¿Borro todo lo que guardo sobre ti? No se puede deshacer.
privacy-sure-account = Tu enlace a estas páginas dejará de funcionar.
privacy-erase-it = Borrar
privacy-erased = Hecho. Ya no guardo nada sobre ti.
settings-title = Ajustes
settings-question = ¿Cambiar alguno?
setting-language = Idioma
setting-packs = Paquetes de conocimientos
setting-mode = A qué respondo
setting-unknown = Cuando no lo sé
setting-greeting = Mi saludo
setting-learn = Aprender de lo elegido
learn-off = no aprendo nada
learn-people = personas que deben coincidir: { $count }
setting-here = { $setting } en este canal
setting-line = { $setting }: { $value }
setting-values = Elige:
setting-back = Volver al valor predeterminado
setting-default = predeterminado
value-meaning = { $value } ({ $meaning })
value-default = { $value }, predeterminado
all-packs = todos
mode-off = solo a comandos y menciones
mode-addressed = a las preguntas dirigidas a mí
mode-shadow = a las dirigidas a mí; las demás solo las cuento
mode-questions = a cualquier pregunta, si lo tengo claro
mode-everywhere = Solo para este canal. Añade «everywhere» al comando para todos los canales sin modo propio.
tone-helpful = lo digo y sugiero qué probar
tone-short = lo digo en pocas palabras
tone-silent = no digo nada, salvo en chats privados
own-words = con palabras propias de la comunidad
own-words-long = Es demasiado largo. Como máximo { NUMBER($most) } caracteres.
greeting-mine = quién soy y qué sé
setting-moderators = Quién más modera
setting-helpers = Quién ayuda
setting-reports = Dónde aviso a los moderadores
setting-solved = Etiqueta de publicaciones resueltas
setting-none = ninguno
people-how = Pon detrás roles o personas, separados por espacios: @rol, @persona o el id de una persona. «default» lo quita.
appoint-refused = Solo quienes tienen permiso para moderar en el propio servidor o grupo pueden nombrar a otros moderadores.
reason-outdated = Estaba desactualizado.
reason-wrong = Era incorrecto.
reason-unclear = No quedaba claro.
reason-asked = Lo preguntan a menudo.
reports-here = aquí
panel-server = Para todo el servidor
panel-server-help = Vale en cada canal que no tenga su propio ajuste.
panel-channel = Para un canal
panel-channel-help = Elige un canal. Lo que ajustes para él va antes que lo de todo el servidor.
report-unhelpful = 👎 Alguien dice que «{ $title }» no le sirvió.
report-show = Mostrarla
report-correct = Corregirla
report-open = Lo han preguntado { $count } personas y no tenía respuesta: «{ $text }»
no-setting = No existe el ajuste «{ $name }». Ajustes: { $settings }.
no-value = «{ $setting }» no puede ser «{ $value }». Elige: { $values }.
done-settings = Cambiado. { $subject }.
missing-why = ¿Qué pregunta? Escríbela después de /why.
why-title = ¿Por qué? «{ $question }»
why-sure = Respondo con «{ $title }», con una confianza del { $share }.
why-unsure = Ofrezco opciones: hasta para la mejor, «{ $title }», mi confianza es solo del { $share }.
why-unknown = Digo que no lo sé: hasta para la mejor, «{ $title }», mi confianza es solo del { $share }.
why-nothing = Digo que no lo sé: nada se parece a la pregunta.
why-thresholds = Respondo a partir del { $sure } y ofrezco opciones a partir del { $unsure }.
why-pin = Lo decide una pregunta fijada: «{ $question }».
why-taught = La entrada se enseñó en esta comunidad.
why-corrected = La entrada se corrigió en esta comunidad.
why-rephrased = En esta comunidad se cambiaron sus formulaciones.
why-retired = Pero la entrada está retirada, así que digo eso.
why-language = Idioma: { $language }, salvo que quien pregunta haya elegido otro.
why-second = La segunda, «{ $title }», queda { $points ->
    [one] { $points } punto porcentual
   *[other] { $points } puntos porcentuales
} por detrás.
why-words = Palabras que busqué: { $words }.
why-misspelt = Mal escritas, leídas como: { $words }.
why-strange = Palabras que no están en ninguno de mis textos: { $words }.
why-candidates = Las mejores candidatas:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = muestra las preguntas que no supe responder
help-suggestions = muestra formulaciones que sugieren los miembros
help-assign = añade una pregunta abierta a una entrada, como formulación
help-answer = me enseña la respuesta a una pregunta abierta
help-ignore = quita de la lista una pregunta abierta
help-helpful = dice si mi última respuesta sirvió
help-stats = muestra qué se preguntó y con qué resultado
help-privacy = muestra, exporta o borra lo que guardo sobre ti
help-settings = muestra o cambia cómo me comporto aquí
help-why = explica por qué una pregunta recibe su respuesta
option-group = número
option-vote = sí o no
option-days = días
option-what = export o erase
option-setting = ajuste
option-value = valor
option-unknown = palabras propias para «no lo sé»
option-greeting = saludo propio

## Corrections
corrected-on = ✎ Corregida el { $date }.
unpinned-on = ✎ Desfijada el { $date }.
answer-gone = Esta respuesta se ha retirado.

## Chats
answered-above = Eso se acaba de responder aquí:
slow-down = Son muchas de golpe. Espera un momento y vuelve a preguntar.
words-only = Solo leo texto: no imágenes, stickers, mensajes de voz ni encuestas. Escribe tu pregunta.
stale-button = Este botón ya no funciona. Vuelve a preguntar.
cannot-pin-message = No tengo permiso para fijar mensajes aquí, pero la pregunta queda fijada.
not-yours = Solo los moderadores y quien preguntó pueden quitar esta respuesta.
went-wrong = Algo ha fallado. Inténtalo de nuevo en un momento.
not-saved = Ahora no puedo guardar nada, así que nada ha cambiado. Avisa a quien me administra: /doctor dice qué arreglar.
not-kept = Ahora no puedo guardar nada, así que esto tiene que esperar. Avisa a quien me administra: mi registro dice qué arreglar.
only-for-you = Solo tú puedes ver esta respuesta.
show-it = Mostrar respuesta
open-form = Abrir formulario
form-again = ✎ Editar
cannot-write = No puedo escribir en { $channel }. Necesito ver el canal, enviar mensajes y leer el historial.
menu-answer = Responder a esto
menu-entry = Responder con una entrada
choose-entry = ¿Qué entrada responde a este mensaje?
search-entry = Buscar entradas
menu-pin = Fijar esta respuesta
menu-teach = Enseñar con este mensaje
forum-solved = ✅ Resuelto
forum-solved-tags = resuelto, resuelta, solucionado, solucionada, respondido, cerrado
forum-not-yours = Solo quien abrió esta publicación, o un moderador, puede cerrarla.
menu-solved = Esto lo resolvió
forum-only = Eso solo funciona con respuestas en publicaciones de foro.
forum-thanks = ¡Gracias! La publicación queda marcada como resuelta.
report-solution = Esta respuesta resolvió «{ $title }». ¿La aprendo?
report-learn = Aprenderla
cannot-solve = No puedo cerrar publicaciones en { $channel }. Me falta «Gestionar hilos» allí.
help-server = elige el servidor cuyas respuestas te doy en privado
server-which = Además de lo que ya sé, ¿las respuestas de qué servidor en común quieres aquí?
server-none = Solo lo que ya sé
server-nowhere = No compartimos ningún servidor, así que respondo con lo que ya sé.
server-chosen = Desde ahora también te doy aquí las respuestas de { $title }.
server-left = Desde ahora te respondo aquí solo con lo que ya sé.
option-private = solo yo veo la respuesta
button-helped = Me sirvió
button-unhelpful = No me sirvió
button-more = Más
button-related = Relacionado
actions-question = ¿Qué hago con esta respuesta?
action-pin = Fijar
action-unpin = Desfijar
action-correct = Corregir
action-rephrase = Formulaciones
action-retire = Retirar
action-remove = Quitar
action-removed = Respuesta quitada.
button-human = Preguntar a una persona
human-asks = 🙋 Alguien pregunta algo que no sé responder: «{ $text }»
human-who = Quién preguntó
human-where = Dónde
human-told = He pasado tu pregunta a los moderadores.
human-waiting = Los moderadores ya tienen tu pregunta. En cuanto sepa la respuesta, pregúntame otra vez y te la daré.

## Doctor
doctor-title = Revisión de la configuración
help-doctor = revisa mi configuración y dice qué arreglar
diagnosis-version = Wenda { $version }, con Node.js { $node }.
diagnosis-database = La base de datos se puede leer y escribir.
diagnosis-database-bad = La base de datos no se puede usar: { $why }
cure-database = Comprueba DATABASE_URL, que el disco no esté lleno y que el archivo pertenezca al usuario del bot.
diagnosis-database-file = La base de datos { $file } se puede leer y escribir.
diagnosis-database-none = Todavía no existe la base de datos { $file }. No he revisado ninguna.
cure-database-none = Se crea al arrancar por primera vez. Si el bot ya está en marcha, indica su base de datos: DATABASE_URL=sqlite:RUTA { $command }.
diagnosis-damaged = La base de datos tiene registros dañados: { $records }. No puedo responder en las comunidades a las que corresponden.
cure-damaged = Detenme y restaura una copia de seguridad de la base de datos. En las demás comunidades sigo respondiendo.
diagnosis-cache-bad = Lo aprendido no se puede guardar para el próximo inicio: { $why }
cure-cache = Haz que el usuario del bot pueda escribir en la carpeta que indica WENDA_CACHE y comprueba que el disco no esté lleno.
diagnosis-refused = No se han cargado los conocimientos cambiados: { $problems }
cure-refused = Corrige estas líneas; las vuelvo a leer por mi cuenta, o con /reload.
diagnosis-repository = No se puede acceder al repositorio de los conocimientos desde { $since }: { $why }
cure-repository = Comprueba la dirección y el token en KNOWLEDGE_GIT y KNOWLEDGE_GIT_TOKEN, y si el servidor funciona. Hasta entonces respondo con lo último que se descargó.
diagnosis-knowledge = { $count ->
    [one] { $count } entrada está lista para responder.
   *[other] { $count } entradas están listas para responder.
}
diagnosis-empty = No hay conocimientos: ninguna entrada está lista para responder.
cure-empty = Pon en KNOWLEDGE_DIR una carpeta de paquetes.
diagnosis-overdue = { $count ->
    [one] Toca revisar { $count } texto.
   *[other] Toca revisar { $count } textos.
}
cure-overdue = Léelos otra vez y aplaza su review_by. El panel los muestra.
diagnosis-old = { $count ->
    [one] { $count } texto tiene más de un año y no lleva fecha de revisión.
   *[other] { $count } textos tienen más de un año y no llevan fecha de revisión.
}
cure-old = Léelos otra vez y añade review_by o el estado outdated.
diagnosis-unreachable = No se puede contactar con { $name }.
cure-unreachable = Comprueba la red, el firewall y la dirección configurada para { $name }.
diagnosis-unread = { $status ->
    [0] No se pudo comprobar «{ $place }»: no hubo respuesta.
   *[other] No se pudo comprobar «{ $place }» (error { $status }).
}
cure-unread = Vuelve a intentarlo dentro de unos minutos.
diagnosis-left-out = { $count ->
    [one] En { $name } queda { $count } servidor o grupo sin comprobar.
   *[other] En { $name } quedan { $count } servidores o grupos sin comprobar.
}
cure-left-out = Escribe /doctor allí.
diagnosis-clock = El reloj coincide con el de { $name }.
diagnosis-clock-off = El reloj de este equipo se desvía { $seconds } segundos del de { $name }.
cure-clock = Activa la sincronización horaria, por ejemplo: timedatectl set-ntp true
diagnosis-token = { $name } no acepta el token.
diagnosis-token-good = { $name } acepta el token.
cure-discord-token = Copia uno nuevo del portal de desarrolladores (Bot, Reset Token) en DISCORD_TOKEN.
cure-telegram-token = Pídeselo a @BotFather (/token) y ponlo en TELEGRAM_TOKEN.
diagnosis-content = El bot puede leer los mensajes en Discord.
diagnosis-content-off = El bot no puede leer los mensajes en Discord: no ve las preguntas que no van dirigidas a él.
cure-content = Para que las vea, activa Message Content Intent en el portal de desarrolladores (Bot).
diagnosis-endpoint = Discord envía las interacciones por HTTP, pero DISCORD_PUBLIC_KEY no está configurada: ningún comando funciona.
cure-endpoint = Configura DISCORD_PUBLIC_KEY o vacía Interactions Endpoint URL en el portal de desarrolladores (General Information).
diagnosis-key-good = La clave pública es la de la aplicación en Discord.
diagnosis-key = DISCORD_PUBLIC_KEY no es la de esta aplicación: se rechazan todas las interacciones por HTTP.
cure-key = Copia Public Key del portal de desarrolladores (General Information).
diagnosis-alone = El bot todavía no está en ningún servidor de { $name }.
cure-discord-alone = Abre el enlace de invitación que se muestra al arrancar.
diagnosis-permissions = { $count ->
    [one] El bot tiene todos los permisos que necesita en { $count } servidor de Discord.
   *[other] El bot tiene todos los permisos que necesita en { $count } servidores de Discord.
}
diagnosis-permissions-lack = Servidores de Discord en los que al bot le faltan permisos: { $count } de { $all }.
cure-permissions = Da a su rol: ver canales, enviar mensajes (también en hilos), adjuntar archivos, leer el historial y fijar mensajes. O abre otra vez el enlace de invitación.
right-view = Ver canal
right-send = Enviar mensajes
right-send-threads = Enviar mensajes en hilos
right-history = Leer el historial de mensajes
right-attach = Adjuntar archivos
right-topics = Gestionar temas
right-pin = Fijar mensajes
diagnosis-channels = «{ $place }»: al bot le faltan permisos ({ $rights }) en { $channels }.
cure-channels = Donde deba responder, dáselos al rol del bot: en los ajustes del canal (Permisos) o, para todos los canales, en los del servidor (Roles).
diagnosis-channels-more = { $count ->
    [one] Al bot le faltan permisos en { $count } canal más.
   *[other] Al bot le faltan permisos en { $count } canales más.
}
diagnosis-no-channel = «{ $place }»: el bot no ve ningún canal de texto.
diagnosis-reads-all = El bot lee todos los mensajes de los grupos de Telegram.
diagnosis-privacy = El modo de privacidad está activado: en los grupos de Telegram, el bot solo recibe comandos, menciones y respuestas.
cure-privacy = Para que lea todos los mensajes, desactívalo con @BotFather (/setprivacy) y añade el bot de nuevo al grupo, o hazlo administrador.
diagnosis-polling = El bot recoge los mensajes de Telegram.
diagnosis-webhook = Telegram entrega los mensajes al webhook.
diagnosis-webhook-none = Telegram no conoce la dirección de TELEGRAM_WEBHOOK_URL.
cure-webhook-none = El bot la configura al arrancar: arráncalo y mira su registro.
diagnosis-webhook-other = Telegram entrega los mensajes a un webhook, pero TELEGRAM_WEBHOOK_URL está vacía.
cure-webhook-other = Puede que otro bot esté usando este token. Si no es así, se arregla cuando arranque este.
diagnosis-webhook-bad = Telegram no ha podido entregar al webhook ({ $why }). Mensajes en espera: { $count }.
cure-webhook-bad = La dirección debe abrirse desde fuera: https con un certificado válido, puerto 443, 80, 88 u 8443, y llevar a WEB_PORT.
diagnosis-groups = { $count ->
    [one] El bot puede escribir en { $count } grupo de Telegram.
   *[other] El bot puede escribir en { $count } grupos de Telegram.
}
diagnosis-groups-lack = Grupos de Telegram en los que el bot no puede escribir: { $count } de { $all }.
cure-groups = Añade el bot de nuevo y permite que los miembros envíen mensajes.
diagnosis-no-pin = Grupos de Telegram en los que el bot no puede fijar mensajes: { $count } de { $all }. Las preguntas fijadas funcionan igualmente.
cure-no-pin = Si hace falta, hazlo administrador con permiso para fijar mensajes.
diagnosis-group-gone = «{ $place }»: el bot no está en este grupo.
cure-group-gone = Añádelo de nuevo si debe responder allí.
diagnosis-group-restricted = «{ $place }»: el bot está restringido y no puede enviar mensajes.
cure-group-restricted = Quita la restricción en los ajustes del grupo (Permisos, Excepciones) o hazlo administrador.
diagnosis-group-closed = «{ $place }»: los miembros no pueden enviar mensajes, y el bot es un miembro más.
cure-group-closed = Hazlo administrador o permite enviar mensajes en los ajustes del grupo (Permisos).
diagnosis-group-no-pin = «{ $place }»: el bot no puede fijar mensajes. Las preguntas fijadas funcionan igualmente.
diagnosis-group-topics = «{ $place }»: el bot no puede escribir en los temas cerrados.
cure-group-topics = Si hace falta, hazlo administrador con el permiso Gestionar temas.
command-doctor = diagnóstico

## Pages
page-served = Páginas: { $url }
page-piped = Mientras las preguntas llegan por una tubería (pipe), no se sirven páginas. Para servirlas también, define WEB_PORT.
nothing-served = No se sirve nada: no hay entrada ni token, y WEB_PORT está desactivado. Define WEB_PORT, DISCORD_TOKEN o TELEGRAM_TOKEN.
page-port = Las páginas no se pueden abrir en { $address } ({ $code }). Pon en WEB_PORT un puerto libre, 0 para cualquiera u off.
page-host = Las páginas no se pueden abrir en { $address } ({ $code }): esa no es una dirección de este equipo. Pon en WEB_HOST 127.0.0.1, o 0.0.0.0 para todas sus direcciones.
page-forbidden = Las páginas no se pueden abrir en { $address } ({ $code }): no tengo permiso para abrir ese puerto. Pon en WEB_PORT uno a partir del 1024.
page-title = Pregunta y mira lo que verán los miembros
page-skip = Ir al contenido
page-pages = Páginas
page-playground = Zona de pruebas
page-dashboard = Panel
page-language = Idioma de esta página
page-change = Cambiar
page-dark = Oscuro
page-light = Claro
page-question = Tu pregunta
page-placeholder = Pregunta aquí
page-ask = Preguntar
page-send = Enviar
page-empty = Aquí aparecen las respuestas tal como se ven en Discord y en Telegram, con sus motivos al lado.
page-wait = Buscando una respuesta…
page-failed = No llegó ninguna respuesta. ¿Sigue el bot en marcha? Inténtalo de nuevo.
page-broken = Vuelve atrás: lo que escribiste sigue ahí. Si falla otra vez, el motivo está en el registro del bot.
page-not-found = Esta página no existe.
page-too-large = Es demasiado grande: se pueden enviar como máximo { $size } a la vez.
page-in-english = Lo que falla en los archivos se explica en inglés.
page-old = Esta página está desactualizada. Vuelve a cargarla.
page-silence = Aquí el bot guarda silencio.
page-answer = Respuesta
page-on = Como en { $platform }
page-you = Tú
page-app = APP
page-helpful = Me sirvió
page-unhelpful = No me sirvió
page-why = Por qué esta respuesta
page-sure = Seguro: responde
page-unsure = Con dudas: ofrece opciones
page-unknown = No lo sabe
page-confidence = Confianza:
page-scale = Umbrales: opciones a partir del { $unsure }, respuesta a partir del { $sure }.
page-candidates = Entradas más cercanas
page-views = Lo que respalda a la primera
page-view-words = Palabras encontradas
page-view-letters = Partes de palabras encontradas
page-view-covered = Parte de la pregunta cubierta
page-view-model = Lo aprendido de las formulaciones
page-view-nearest = Formulación más cercana
page-signs = Señales de la confianza
page-sign = Señal
page-drawn = Gráfico
page-value = Valor
page-looks = Mostrar como en
page-more = Más detalles
page-asks = Preguntas a: { $community }
site-search = Buscar
site-found = Entradas encontradas
site-nothing = Aquí nada responde a eso. Prueba con otras palabras.
site-failed = No se pudo cargar la búsqueda. Inténtalo de nuevo.
site-all = Todas las entradas
site-topics = Temas
site-sources = { $count ->
    [one] Fuente
   *[other] Fuentes
}
site-elsewhere = Solo en otros idiomas
site-changes = Cambios
site-previous = Página anterior
site-next = Página siguiente
site-licence = Licencia: { $licence }

## Dashboard
dash-login-about = Para moderadores. El token es el WEB_TOKEN de esta instalación.
dash-token = Token
dash-login = Iniciar sesión
dash-logout = Cerrar sesión
dash-login-wrong = Token incorrecto.
dash-login-slow = Demasiados intentos. Espera un momento y vuelve a intentarlo.
page-signed-out = Tu sesión se ha cerrado. Entra de nuevo y pulsa el botón otra vez: lo que escribiste sigue aquí.
dash-kept = Lo que escribiste se conserva.
dash-go-on = Continuar
dash-community = Comunidad
dash-from = Desde
dash-to = Hasta
dash-show = Mostrar
dash-ranges = Días mostrados
dash-range = Del { $from } al { $to }
dash-command-line = Comando para esta comunidad:
dash-run = Ejecutar
dash-news = Hay cifras nuevas.
dash-actions = Acciones
dash-csv = CSV
dash-as-table = En una tabla
dash-days = Preguntas por día
dash-day = Día
dash-asked = Preguntas
dash-answered = Respondidas
dash-offered = Con opciones
dash-unanswered = Sin respuesta
dash-languages = Por idioma
dash-platforms = Por plataforma
dash-language = Idioma
dash-platform = Plataforma
dash-terminal = Terminal
dash-share = Proporción
dash-answered-share = Respondidas
dash-top = Las más mostradas
dash-entry = Entrada
dash-given = Veces
dash-helpful-share = Útil
dash-likely-share = Rango probable
dash-votes = Votos
dash-of-votes = { $votes ->
    [one] de { $votes } voto
   *[other] de { $votes } votos
}
dash-correct = Corregir
dash-assign = Asignar
dash-teach = Enseñar
dash-ignore = Ignorar
dash-take = Añadir
dash-leave = Descartar
dash-unpin = Desfijar
dash-undo = Deshacer
dash-approve = Aprobar
dash-question = Pregunta
dash-answer = Respuesta
dash-people = Personas
dash-for = A favor
dash-against = En contra
dash-first = Primera vez
dash-last = Última vez
dash-coverage = Textos por idioma
dash-coverage-about = Proporción de entradas con texto propio, por tema.
dash-topic = Tema
dash-entries = Entradas
dash-all-topics = todos los temas
dash-attention = Por revisar o en disputa
dash-attention-none = No hay nada en disputa, desactualizado ni pendiente de revisión.
dash-reason = Motivo
dash-as-of = Datos de
dash-review = Revisar antes de
dash-disputed = en disputa
dash-outdated = desactualizada
dash-overdue = pendiente de revisión
dash-pins = Preguntas fijadas
dash-who = Quién
dash-when = Cuándo
dash-number = Número
dash-command = Comando
dash-what = Qué
dash-why = Motivo
dash-calibration = Confianza y utilidad
dash-calibration-about = Cuántas respuestas dadas con esa confianza sirvieron. Si la barra toca la línea, la confianza es acertada; con pocos votos la barra es larga.
dash-calibration-none = Todavía no hay votos.
dash-said = Confianza

## Names of commands, where the platform shows them in the person's language
command-ask = preguntar
command-show = ver
command-topics = temas
command-sources = fuentes
command-language = idioma
command-helpful = útil
command-privacy = privacidad
command-help = ayuda
command-pin = fijar
command-pins = fijadas
command-unpin = desfijar
command-teach = enseñar
command-correct = corregir
command-rephrase = reformular
command-retire = retirar
command-restore = restaurar
command-history = historial
command-undo = deshacer
command-approve = aprobar
command-unanswered = sin-respuesta
command-suggestions = sugerencias
command-stats = estadísticas
command-why = por-qué
command-settings = ajustes
command-reload = recargar
command-link = vincular
command-unlink = desvincular
command-server = servidor

## Forms that are asked question by question
form-by-reply = Una pregunta cada vez: responde a cada una. «-» la deja vacía, /cancel cancela.
form-keep = Omitir
form-cancel = Cancelar
form-in-words = Responde con palabras, por favor.
form-file-kept = 📎 { $file } queda guardado y aparecerá junto a la respuesta. Ahora escribe el texto, por favor.
file-holder = 📎 Para una respuesta. Si se borra este mensaje, la respuesta se mostrará sin él.
file-not-kept = No pude guardar el archivo. Permíteme escribir y adjuntar archivos en este canal, o elige otro con /settings reports.
file-too-large = Este archivo pasa de 10 MB. Elige uno más pequeño.
file-of-other-kind = Acepto imágenes (PNG, JPEG, GIF, WebP), audio, vídeo, PDF, texto, ZIP y archivos de oficina. Este archivo es de otro tipo.
write-me-first = Esto es solo para ti y todavía no puedo escribirte. Abre un chat conmigo, pulsa Iniciar y pregúntame allí.
setting-anonymous = Administradores anónimos
anonymous-yes = los administradores anónimos pueden moderar
anonymous-no = solo moderan quienes muestran su nombre

## The entry of a new pack
template-question = ¿Cómo me hago miembro?
template-phrasings = quiero apuntarme | cómo puedo inscribirme | dónde me registro
template-answer = Esto es un ejemplo. Cámbialo por tu propia respuesta: qué hay que hacer, cuánto cuesta, a quién dirigirse. Copia este archivo para cada pregunta nueva y dale otro nombre a la copia.

## Answers that only stand in for one
stopgaps = ver arriba | véase arriba | véase más arriba | ver más arriba | ver abajo | ver más abajo | ídem | próximamente | pendiente | por definir

## Small talk
any-time = Pregúntame cuando quieras.
says-praise = buen bot | gran bot | bot bueno | buen trabajo | bien hecho | muy bien | genial | perfecto | excelente | increíble | bravo | te quiero | te amo | eres genial | eres el mejor | eres lo máximo | qué crack | crack | guau
says-quiet = cállate | callate | cállate bot | calla | basta | para ya | ya basta | vete | lárgate | déjame en paz | nadie te preguntó | nadie te ha preguntado | mal bot | bot malo | bot tonto | bot inútil | inútil | no sirves | no sirves para nada | eres tonto | eres un inútil | te odio | olvídalo | déjalo | da igual | no importa | jajaja
says-who = eres humano | eres humana | eres un humano | eres una persona | eres una persona real | eres real | eres un bot | eres un robot | eres un bot o una persona | eres una ia | eres ia | eres chatgpt | esto es un bot | quién eres | qué eres | quién te hizo | quién te creó | cómo te llamas
says-source = fuente | fuentes | la fuente | cuál es la fuente | cuál es tu fuente | cuáles son tus fuentes | qué fuente | tienes fuente | tienes una fuente | de dónde sale eso | de dónde sale esto | de dónde lo sacas | de dónde lo sacaste | de dónde has sacado eso | quién lo dice | quién dice eso | pruebas | enlace
praised = ¡Gracias!
i-am-a-bot = Soy un bot. No escribo nada yo: cada respuesta es un texto que escribió una persona, con su fuente.
answer-without-source = Esa respuesta no indica ninguna fuente.

## Groups
ask-in-private = Pregúntame en privado
moderators-anonymous = Escribes en nombre del grupo, así que no sé quién eres. Desactiva tu anonimato o pide a un moderador que muestre su nombre que envíe /settings anonymous yes.
diagnosis-group-hidden = «{ $place }»: los miembros están ocultos para el bot, que solo conoce a los administradores.
cure-group-hidden = Haz administrador al bot; no necesita ningún permiso para esto.
setting-commands = Comandos
commands-any = con mi nombre o sin él
commands-named = solo con mi nombre
setting-disabled = Comandos desactivados
setting-who = Quién puede preguntar
who-everyone = todos
who-addressed = solo quienes se dirigen a mí, sea cual sea el modo
who-moderators = solo los moderadores
setting-answers = Dónde se leen las respuestas
answers-public = en el grupo
answers-private = en el chat privado, tras un botón
setting-cleanup = Comandos ya respondidos
cleanup-keep = se quedan
cleanup-delete = los borro, si puedo
setting-expiry = Las respuestas se borran solas
expiry-never = no, se quedan
expiry-minutes = { $count ->
    [one] al cabo de { $count } minuto
   *[other] al cabo de { $count } minutos
}
help-groups = gestiona tus grupos desde este chat
groups-title = Tus grupos
groups-question = ¿Cuál quieres gestionar desde aquí?
groups-none = No conozco ningún grupo que moderes. Escríbeme allí una vez, por ejemplo /help, y vuelve a intentarlo aquí.
groups-chosen = Durante una hora, los comandos de moderación que envíes aquí actúan en «{ $group }»: /teach, /correct, /retire, /pins, /settings, /unanswered, /stats, /history y /undo. Con /groups eliges otro.
groups-which = ¿En qué grupo?
groups-leave = Dejar de gestionar
groups-left = Los comandos que envíes aquí ya no actúan en ningún grupo.
in-group = Grupo: { $group }
private-here = Esto es solo para ti. Pulsa el botón para leerlo en nuestro chat privado.
open-private = Abrir chat privado
answer-alone = Respondo a esto en privado: { $title }
says-wrong = eso está mal | esto está mal | está mal | está equivocado | eso está equivocado | eso no es verdad | no es verdad | eso no es cierto | no es cierto | eso no es correcto | no es correcto | eso es falso | es falso | es mentira | eso es mentira | mentira | no es así | eso no es así | esto no es así | respuesta incorrecta | respuesta equivocada | la respuesta es incorrecta | la respuesta está mal | tu respuesta está mal | tu respuesta es incorrecta | te equivocas | te has equivocado | te equivocaste | estás equivocado | estás equivocada | incorrecto | incorrecta | falso | erróneo | es erróneo | eso es incorrecto | es incorrecto
wrong-offer = ¿Mi respuesta es incorrecta? Pulsa 👎 y los moderadores verán que no sirvió.

## First meetings
add-to-group = ➕ Añadir a un grupo
about-short = Respuestas sobre: { $subjects }. Escritas por personas, con fuentes.
hello-ask = Pregúntame con /ask, mencionándome o respondiendo a mis mensajes. Por ejemplo:
hello-sees-all = Veo todos los mensajes; en /settings se elige a cuáles respondo.
hello-sees-own = Solo veo lo que se dirige a mí: comandos, menciones y respuestas (modo de privacidad).
hello-rights = Permisos que me faltan: { $rights }. Si hacen falta, hazme administrador con ellos; casi todo funciona sin ellos.
hello-settings = Con /settings los moderadores eligen mi idioma, a qué respondo y dónde aviso.
hello-lacks = Permisos que me faltan: { $rights }. Dáselos a mi rol en los ajustes del servidor (Roles); lo noto al momento.

## Entries
entries-title = Entradas
entries-search = Palabras o una pregunta
entries-pack = Paquete
entries-any = Cualquiera
entries-which = Cuáles
entries-all = Todas las activas
entries-bare = Sin otras formulaciones
entries-taught = Enseñadas aquí
entries-changed = Cambiadas aquí
entries-retired = Retiradas
entries-lacking = sin { $language }
entries-order = Orden
entries-by-title = Título
entries-by-likeness = Similitud
entries-by-asked = Más mostradas
entries-by-helped = Las que menos sirvieron
entries-languages = Idiomas
entries-count = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
  }
entries-none = Ninguna entrada coincide.
entries-pages = Páginas de la lista
entries-page = Página { $page } de { $pages }
entries-previous = Anterior
entries-next = Siguiente
entry-new = Nueva entrada
entry-into = Se guarda en el paquete «{ $pack }».
entry-is-retired = Esta entrada está retirada y ya no se usa. Restáurala para cambiarla.
entry-retire = Retirar
entry-restore = Restaurar
entry-add = Añadir:
entry-file = Archivo en el repositorio
entry-phrasings = Otras formulaciones, una por línea
entry-phrasing = Formulación
entry-sources = Fuentes, una por línea: título, enlace
entry-as-of = Datos de
entry-review-by = Revisar antes de
entry-status = Estado
entry-current = vigente
entry-tags = Temas, separados por comas
entry-related = Entradas relacionadas, un id por línea
entry-check = ¿Qué cambiaría?
entry-preview = Vista previa
entry-preview-title = Como lo ven los miembros
entry-preview-none = Aquí aparece lo que escribas.
entry-page = Página
entry-alike = Puede que estas ya digan lo mismo:
entry-breaks-nothing = No estropea ninguna otra respuesta.
entry-breaks = Estropearía otras respuestas:
entry-found = Preguntas que deberían encontrarla
entry-found-none = Todavía no hay texto en este idioma.
entry-from = Origen
entry-from-check = Comprobación del paquete
entry-outcome = Ahora
entry-finds = responde, con una confianza del { $share }
entry-is-offered = se ofrece como opción
entry-finds-other = encuentra en su lugar «{ $title }»
entry-finds-nothing = no encuentra nada
entry-proposals = Preguntas sin respuesta cercanas a esta
entry-use = Añadir como formulación
entry-people = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
  }
entry-pin = Fijar
entry-pin-question = Pregunta que siempre recibe esta entrada
flaw-as-of = «{ $date }» no es una fecha. Escribe un año, un mes o un día: 2026, 2026-11 o 2026-11-27.
flaw-review-by = «{ $date }» no es un día. Escríbelo así: 2027-01-31.
exchange-title = Importar y exportar
exchange-import = Importar
exchange-import-about = Páginas de preguntas frecuentes, tablas, listas y entradas: Markdown, texto, CSV, JSON, YAML y HTML, también en ZIP. Antes de nada ves qué se importaría.
exchange-files = Elige archivos o suéltalos aquí
exchange-look = Mostrar qué se importaría
exchange-export = Exportar
exchange-export-about = Todo lo que sabe esta comunidad, en carpetas de paquetes: para KNOWLEDGE_DIR, otra instalación o GitHub. Sin las entradas retiradas.
exchange-download = Descargar ZIP
exchange-preview = Lo que se importaría
exchange-count = Por importar: { $count }; ya están: { $unchanged }
exchange-questions = Preguntas encontradas: { $found }; entradas creadas: { $made }; nombradas abajo: { $named }
exchange-new = nueva
exchange-changed = cambiada
exchange-take = Importar lo marcado
exchange-refused = No se puede importar nada hasta corregir esto:
exchange-problems = Problemas
exchange-skipped = Omitido
exchange-repaired = Reparado
exchange-no-file = Elige primero un archivo.
done-import = Entradas importadas: { $subject }. Cambio n.º { $act }
work-title = Requiere tu atención
work-none = Ahora mismo nada requiere tu atención.
work-trouble = Algo está mal configurado:
work-figures = Cifras
work-drop = Descartar
work-command = Escribir un comando

## Who moderates on the pages
people-title = Personas
people-list = Quién modera aquí
people-about = También modera quien tenga el WEB_TOKEN. Un cambio en espera tiene que aprobarlo otra persona o un propietario.
people-none = Nadie tiene enlace todavía.
people-add = Añadir a alguien
people-name = Nombre
people-role = Rol
people-owner = Propietario
people-moderator = Moderador
people-make = Crear enlace
people-link = El enlace personal de { $name }. Solo se muestra ahora; envíalo por donde nadie más lo lea:
people-remove = Quitar
people-renew = Enlace nuevo
people-everywhere = Cerrar sesión en todas partes
people-self = Tú
people-self-about = Con tu enlace o token vuelves a entrar.
people-enter = Este enlace es personal. Pulsa el botón para entrar en el panel.
