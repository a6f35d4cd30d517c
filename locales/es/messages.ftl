## Answers
did-you-mean = ¿Te refieres a alguna de estas?
unknown = No lo sé. Ninguna de mis fuentes responde a eso. Prueba con otras palabras, mira en /topics lo que puedo responder o pregunta a la gente de aquí.
nothing-here = Aquí todavía no hay ningún texto.
no-entries = Todavía no tengo ninguna entrada. La moderación puede añadir la primera con /teach; el README explica a quien administra el bot cómo cargar un paquete entero.
too-long = La pregunta es demasiado larga: escríbela en menos de { NUMBER($most) } caracteres, por favor.
related = Relacionado:
sources = { $count ->
    [one] Fuente:{" "}
   *[other] Fuentes:{" "}
}
source-details = {" "}({ $details })
as-of = Fecha de los datos: { $date }.
warning = ⚠ { $text }
outdated = Una parte de esto ya no está al día.
disputed = Hay desacuerdo sobre esto.
overdue = Debería haberse revisado de nuevo; fecha límite: { $date }.
other-language = Este texto solo existe en { $language }.

## Commands
missing-ask = ¿Qué quieres saber? Escribe tu pregunta después de /ask.
missing-show = ¿Qué entrada? Escribe su id después de /show; por ejemplo, uno de los que salen en /topics.
no-entry = No tengo ninguna entrada llamada «{ $id }».
topics = Temas:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] Una entrada:
   *[other] { $count } entradas:
}
no-topic = No tengo ningún tema llamado «{ $tag }».
no-topics = Las entradas todavía no tienen temas.
all-sources = Lo que cito
no-sources = Las entradas todavía no indican ninguna fuente.
languages = ¿En qué idioma quieres que te responda?
language-set = A partir de ahora te respondo en { $language }.
language-auto = A partir de ahora te respondo en el idioma de tu pregunta.
no-language = Todavía no hablo «{ $name }».
automatic = El idioma de mi pregunta
unknown-command = No conozco el comando /{ $name }. Con /help los ves todos.
unknown-command-near = No conozco el comando /{ $name }. ¿Querías decir /{ $near }?

## Help
help-title = Lo que sé hacer
about = Respondo preguntas sobre: { $subjects }. Cada respuesta es un texto escrito por una persona, con su fuente y su fecha.
about-nothing = Todavía no sé nada: no hay ningún paquete de conocimientos.
help-ask = responde a una pregunta; también puedes escribirla sin comando
help-show = muestra una entrada
help-topics = muestra los temas o las entradas de uno
help-sources = muestra las fuentes
help-language = elige el idioma de tus respuestas
help-help = muestra esta lista

## Terminal
greeting = Hola, soy Wenda. Respondo preguntas sobre: { $subjects }.
greeting-empty = Hola, soy Wenda. Todavía no sé nada: no hay ningún paquete de conocimientos.
first-entry = Todavía no hay ninguna entrada en { $folders }. Esta orden crea un paquete con una entrada para copiar: { $command }
try = Prueba, por ejemplo:
hint = /help muestra los comandos, Ctrl-D termina.
no-choice = Ahora no hay ninguna opción { $number }.
goodbye = ¡Hasta luego!
form-hint = Una pregunta tras otra: Intro deja lo que hay, - lo vacía, \n es un salto de línea, /cancel lo cancela todo.
form-field = { $label }:
form-kept = Ahora: { $value }
form-required = Este dato hace falta.
form-slash = Una línea que empieza con / no vale aquí como respuesta. Si quieres que lo sea, pon \ delante; si no, escribe /cancel.
form-cancelled = Cancelado; no ha cambiado nada.

## Moderators
pinned = 📌 Fijada por la moderación.
retired-entry = «{ $title }» está retirada; ya no doy esa respuesta.
moderators-only = Eso solo puede hacerlo aquí la moderación.
missing-pin = ¿Qué pregunta fijo y a qué entrada? Escribe /pin, la pregunta y luego entry: con el id de la entrada. Si respondes a una de mis respuestas, basta con /pin.
pin-to-what = No he encontrado ninguna entrada que encaje con «{ $question }». Indica una con entry: y su id, o escribe la respuesta después de text:.
pin-both = O entry: o text:, pero no los dos: una pregunta fijada lleva a una sola respuesta.
pin-no-words = En esa pregunta no hay ninguna palabra. Escríbela como la harían los miembros.
pin-forgotten = Ya no sé a qué pregunta respondía eso. Escríbela después de /pin.
question-too-long = La pregunta es demasiado larga: escríbela en menos de 1000 caracteres, por favor.
pin-which = ¿Qué entrada debe responder a «{ $question }»?
no-message-to-pin = Aquí no hay ningún mensaje que se pueda fijar en el canal.
no-pins = Todavía no hay nada fijado.
pins-title = { $count ->
    [one] Una pregunta fijada
   *[other] { $count } preguntas fijadas
}
pin-line = «{ $question }» → { $target } ({ $who }, { $when } UTC)
pin-own-text = texto propio de la comunidad
pin-retired = Esa entrada está retirada o no pertenece ahora a los paquetes elegidos.
pin-gone = Esa entrada ya no existe.
unpin-it = Desfijar «{ $question }»
unpin-question = ¿Quitar alguna?
missing-unpin = ¿Cuál? Escribe la pregunta después de /unpin; con /pins las ves todas.
unpin-which = Esa pregunta está fijada en varios idiomas. ¿En cuál la quito?
no-pin = No hay nada fijado para «{ $question }».
teach-title = Enseñarme una respuesta
correct-title = Corregir «{ $title }»
rephrase-title = Otras formas de preguntar por «{ $title }»
field-question = Pregunta
field-answer = Respuesta (Markdown; línea vacía = párrafo)
field-phrasings = Otras formas: una por línea o separadas por |
field-source = Fuente: un título, un enlace o ambos
field-language = Idioma (vacío: el del texto)
field-entry = Entrada
field-why = Motivo
field-add = Añadir: una por línea o separadas por |
field-remove = Formas que quitar
own-pack = Lo que ha enseñado esta comunidad
own-source = La moderación de esta comunidad
also-asked = También se encuentra con: { $phrasings }
also-asked-more = También se encuentra con: { $phrasings } | … y { $count } más
alike = { $count ->
    [one] Puede que esta entrada ya diga lo mismo: { $names }
   *[other] Puede que estas entradas ya digan lo mismo: { $names }
}
confirm-question = Así lo verán los miembros. ¿Lo guardo?
confirm-it = Sí, guárdalo
cancel-it = No, descártalo
cancelled = Descartado; no ha cambiado nada.
nothing-to-cancel = No hay nada pendiente de confirmar.
no-draft = Eso ya no está pendiente: se hizo, se descartó o pasó una hora.
not-accepted = No puedo aceptarlo:
flaw-html = No se puede mostrar HTML: { $what } Usa Markdown. Para mostrar un <, pon \ delante.
flaw-image = No se pueden mostrar imágenes. Cuenta con palabras lo que se ve.
flaw-struck = No se puede mostrar texto tachado. Quítalo.
flaw-address = El enlace a { $what } no es una dirección web. Debe empezar por http:// o https:// y no llevar nombre de usuario.
flaw-link-words = El enlace a { $what } no tiene texto. Escríbelo entre [ y ].
flaw-nested = Hay demasiadas listas, citas, negritas y enlaces unos dentro de otros: se admiten cuatro niveles.
flaw-heading = Una respuesta no puede llevar títulos. Escribe **negrita** en su lugar. Una línea de guiones debajo de un texto también crea un título.
flaw-rule = No se puede mostrar una línea horizontal. Los párrafos se separan con una línea vacía.
flaw-table = No se pueden mostrar tablas. Escribe una lista.
flaw-empty = Hay una cita, un bloque de código o un punto de lista vacío. Quítalo.
flaw-list-start = Una lista empieza por { $what }, pero las listas se cuentan desde 1. Si no querías una lista, pon \ antes del punto.
flaw-long-question = La pregunta tiene { NUMBER($count) } caracteres; se admiten 1000 como máximo.
flaw-long-phrasing = Una de las otras formas de preguntar tiene { NUMBER($count) } caracteres; se admiten 1000 como máximo.
flaw-no-question = La pregunta está vacía.
flaw-empty-phrasing = Una de las otras formas de preguntar está vacía.
flaw-no-answer = Falta la respuesta.
flaw-long-answer = La respuesta tiene { NUMBER($count) } caracteres; se admiten 3500 como máximo.
flaw-bytes = En total ocupa { NUMBER($count) } bytes; se admiten 65.536 como máximo.
flaw-other = { $what }
which-entry = ¿Qué entrada? Escribe su id o su título después de /{ $command }.
which-of = Hay varias entradas llamadas «{ $words }». ¿Cuál de ellas?
is-retired = «{ $title }» está retirada. Con /restore vuelve.
is-own-text = La respuesta a «{ $question }» está en la propia pregunta fijada. /pin con text: la sustituye y /unpin la quita.
restore-it = Restaurarla
no-text-yet = «{ $title }» todavía no tiene texto en { $language }; con /correct se puede añadir.
not-whole = Todavía no hay texto en { $language }. Escribe tanto la pregunta como la respuesta en ese idioma, o indica el idioma al que te refieres.
no-phrasing = «{ $words }» no está entre las otras formas de preguntar por «{ $title }».
refused = No lo he hecho, porque estropearía otras respuestas:
refused-more = { $count ->
    [one] … y una más.
   *[other] … y { $count } más.
}
refused-question = ¿Lo hago de todos modos?
force-it = Sí, hazlo de todos modos
victim-other = «{ $question }» encontraría «{ $instead }» en lugar de «{ $entry }». { $place }
victim-nothing = «{ $question }» ya no encontraría «{ $entry }». { $place }
victim-silence = «{ $question }» no debe encontrar nada, pero encontraría «{ $instead }». { $place }
victim-new = «{ $question }» encontraría «{ $instead }» y no el texto nuevo.
victim-new-nothing = Ni siquiera «{ $question }» encontraría el texto nuevo: dice demasiado poco.
victim-check = (Una comprobación de { $file }, línea { $line }.)
overtaken = Alguien ha cambiado «{ $subject }» mientras tanto, así que no he hecho nada. Míralo otra vez y repítelo, por favor.
overtaken-again = Alguien ha cambiado «{ $subject }» mientras tanto, así que todavía no he guardado nada. Míralo una vez más, por favor.
approve-overtaken = El cambio n.º { $act } ya no encaja: eso mismo se ha cambiado después. Con /undo { $act } se descarta.
nothing-changed = «{ $subject }» ya está así.
held = Has hecho muchos cambios en diez minutos, así que el cambio n.º { $act } espera a que otra persona de la moderación lo apruebe con /approve { $act }.
done-pin = Fijada: a partir de ahora, «{ $subject }» recibe esa respuesta.
done-unpin = «{ $subject }» ya no está fijada.
done-teach = Aprendido: «{ $subject }».
done-correct = Corregido: «{ $subject }».
done-rephrase = He cambiado las formas de preguntar por «{ $subject }».
done-retire = Retirada: ya no se da «{ $subject }».
done-restore = Restaurada: se vuelve a dar «{ $subject }».
done-undo = Deshecho: el cambio n.º { $subject } se ha revertido.
done-approve = Aprobado: el cambio n.º { $subject } ya se aplica.
done-link = Vinculado: este lugar lo comparte ahora todo con { $subject }. /unlink los vuelve a separar.
done-unlink = Este lugar sigue ahora por su cuenta, con una copia de todo.
undo-it = Deshacer
undo-act = Deshacer n.º { $act }
approve-it = Aprobar n.º { $act }
undo-none-left = Todos tus cambios ya están deshechos. Con /history los ves; /undo con un número deshace uno de ellos.
undo-already = El cambio n.º { $act } ya está deshecho. En /history se ve con cuál.
missing-undo = Todavía no has hecho ningún cambio. En /history se ven los de los demás.
no-change = Aquí no hay ningún cambio n.º { $act }. Con /history los ves.
undo-dropped = El cambio n.º { $act } se descartó y nunca llegó a aplicarse.
undo-approved = El cambio n.º { $act } se aplicó con el n.º { $approval }. Deshaz ese.
undo-link = El cambio n.º { $act } afecta a dos lugares, así que no se puede deshacer por sí solo. Para eso está /{ $command }.
undo-conflict = No puedo deshacer solo el n.º { $act }, porque eso mismo se ha vuelto a cambiar después: { $later }. Deshaz eso antes, empezando por lo más reciente.
history-title = Lo que se ha cambiado
history-question = ¿Deshacer o aprobar alguno?
no-history = Todavía no se ha cambiado nada.
unreadable = Estas entradas ya no se pueden leer y no se usan para responder: { $entries }. Con /correct se arreglan.
no-history-of = «{ $entry }» nunca se ha cambiado aquí.
act = N.º { $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-why = Motivo: { $why }.
act-forced = Forzado, aunque estropeó: { $victims }.
act-undoes = Deshace el n.º { $act }.
act-approves = Aprueba el n.º { $act }.
act-held = Espera a otra persona de la moderación.
record = { $kind } { $name }
kind-entry = entrada
kind-phrasings = formas de preguntar
kind-retired = retirada
kind-pin = pregunta fijada
kind-setting = ajuste
kind-place = lugar
kind-pack = paquete
kind-source = fuente
kind-checks = comprobaciones
person = mod { $id }
person-you = tú
person-erased = alguien (borrado)
held-title = Lo que espera a otra persona de la moderación
held-question = ¿Aprobar o descartar alguno?
drop-it = Descartar n.º { $act }
more-held = { $count ->
    [one] Hay uno más en espera.
   *[other] Hay { $count } más en espera.
}
none-held = No hay nada en espera.
no-held = No hay ningún cambio n.º { $act } en espera.
approve-own = El cambio n.º { $act } es tuyo: tiene que aprobarlo otra persona de la moderación.
not-retired = «{ $title }» no está retirada.
none-retired = No hay nada retirado.
restore-which = ¿Cuál debe volver?
link-code = Escribe /link { $code } en el otro lugar en los próximos { $minutes } minutos. A partir de entonces, ambos comparten preguntas fijadas, entradas y ajustes.
link-wrong = Ese código no existe, ya se usó o ha caducado. Pide uno nuevo con /link en el otro lugar.
link-same = Estos dos lugares ya están unidos.
link-conflicts = Ambos lugares han decidido sobre esto, y de forma distinta. Lo que vale en el otro lugar valdrá también aquí:
link-question = ¿Los vinculo? En /history queda lo que había aquí.
not-linked = Este lugar no está vinculado con ningún otro.
help-pin = da a una pregunta su respuesta
help-pins = muestra las preguntas fijadas
help-unpin = quita una pregunta fijada
help-teach = añade una respuesta propia
help-correct = corrige una respuesta
help-rephrase = añade o quita otras formas de preguntar
help-retire = retira una entrada
help-restore = recupera una entrada retirada
help-history = muestra quién cambió qué y por qué
help-undo = deshace un cambio
help-approve = aprueba un cambio en espera
help-confirm = hace lo que se mostró
help-cancel = descarta lo que se mostró
help-link = une este lugar con otro
help-unlink = separa este lugar de los demás
missing-confirm = ¿Confirmar qué? Pulsa el botón que hay debajo de una vista previa.

## Options
option-question = pregunta
option-entry = entrada
option-topic = tema
option-language = idioma
option-text = texto propio
option-why = motivo
option-answer = respuesta
option-phrasings = otras formas de preguntar
option-source = fuente
option-add = añadir
option-remove = quitar
option-change = número
option-draft = número
option-code = código
option-force = de todos modos
option-message = también el mensaje

## Reload
reload-unchanged = Los conocimientos siguen como estaban.
reload-live = Ya en uso. Añadidas: { $added }; cambiadas: { $changed }; eliminadas: { $removed }.
reload-refused = { $count ->
    [one] Los conocimientos modificados no se han cargado por un problema. Hasta que se arregle, respondo como antes.
   *[other] Los conocimientos modificados no se han cargado por { $count } problemas. Hasta que se arreglen, respondo como antes.
}
reload-more = { $count ->
    [one] … y uno más.
   *[other] … y { $count } más.
}
help-reload = vuelve a leer la carpeta de conocimientos

## Running a community
unknown-short = Eso no lo sé.
unanswered-title = Lo que no he sabido responder
none-unanswered = No hay preguntas abiertas. Una pregunta aparece aquí cuando tres personas distintas la han hecho de forma parecida y no tuve respuesta.
unanswered-line = N.º { $group } «{ $text }»: la han hecho { $count } personas, la primera vez el { $first } y la última el { $last }.
unanswered-question = ¿Qué hago con ella?
assign-it = N.º { $group }: pertenece a una entrada
answer-it = N.º { $group }: enseñar una respuesta
ignore-it = N.º { $group }: ignorar
no-group = No hay (o ya no hay) ninguna pregunta abierta con el número { $group }. Con /unanswered las ves.
assign-which = ¿Qué entrada responde a «{ $text }»? La pregunta se convierte en otra forma de preguntar por ella.
assign-none = Ninguna entrada se acerca a «{ $text }».
ignored = «{ $text }» ya no está en la lista. Volverá si tres personas la hacen de nuevo.
missing-assign = ¿Qué pregunta? Escribe su número después de /assign; con /unanswered las ves.
missing-answer = ¿Qué pregunta? Escribe su número después de /answer; con /unanswered las ves.
missing-ignore = ¿Qué pregunta? Escribe su número después de /ignore; con /unanswered las ves.
missing-helpful = ¿Te sirvió? Escribe /helpful sí o /helpful no.
no-answer-meant = ¿A qué respuesta te refieres? Responde a una de las mías o pregunta primero.
vote-yes = sí, si, s
vote-no = no, n
voted-yes = ¡Gracias! Me alegro de que te sirviera.
voted-no = Gracias. La moderación verá que hay que mejorar esta respuesta.
stats-title = { $days ->
    [one] Hoy
   *[other] Los últimos { $days } días
}
stats-days = ¿De cuántos días? Escribe un número del 1 al { $most } después de /stats.
stats-none = En este tiempo nadie preguntó nada.
stats-asked = Preguntas: { $count }
stats-answered = Respondidas: { $count } ({ $share })
stats-offered = Con dudas, ofrecí opciones: { $count } ({ $share })
stats-unanswered = Sin respuesta: { $count } ({ $share })
stats-helpful = Útil según { $helpful } de { $votes } votos ({ $share })
stats-no-votes = Todavía nadie ha votado una respuesta.
stats-shadow = Habría respondido sin que me preguntaran (modo sombra): { $count }
stats-by-day = Día por día:
stats-day = { $day }: preguntas { $asked }, respondidas { $answered }, con opciones { $offered }, sin respuesta { $unanswered }; útil según { $helpful } de { $votes } votos
stats-earlier = Antes de eso: preguntas { $asked }, respondidas { $answered }, con opciones { $offered }, sin respuesta { $unanswered }
stats-top = Las que más se dieron:
stats-entry = { $title }: { $count }
stats-worst = Las que menos sirvieron:
stats-worst-entry = { $title }: no sirvió según { $unhelpful } de { $votes } votos ({ $share })
privacy-title = Lo que sé de ti
privacy-intro = No guardo nombres. Cuando tengo que distinguir a las personas, guardo un código creado a partir de tu cuenta con una clave secreta: el código por sí solo no dice de quién es. Esto es lo que guardo:
privacy-language = El idioma que elegiste con /language, con tu código.
privacy-answers = Qué entrada te mostré en qué mensaje, con tu código pero sin tu pregunta, para poder corregir la respuesta más adelante.
privacy-votes = Si una respuesta te sirvió, con tu código. Las veces que se pregunta algo solo se cuentan.
privacy-messages = Tu mensaje hasta que lo he atendido y mi respuesta hasta que se envía.
privacy-questions = Las palabras de tu pregunta no se guardan. Si no tengo respuesta, recuerdo la pregunta dos semanas como mucho, con tu código y sin nombres, enlaces ni números. Solo cuando tres personas distintas han preguntado algo parecido se guardan sus palabras para la moderación, sin ningún código.
privacy-acts = Lo que cambia la moderación se registra con el código de quien lo cambió.
privacy-drafts = Un cambio pendiente de confirmar se guarda una hora.
privacy-taught = Si borras esto, las respuestas que enseñaste como parte de la moderación se quedan, porque son de la comunidad, pero ya nada dice que son tuyas.
privacy-export = Dame mis datos
privacy-erase = Borra mis datos
privacy-exported = Esto es todo lo que guardo sobre ti.
privacy-sure = ¿Borro todo lo que guardo sobre ti? No se puede deshacer.
privacy-erase-it = Sí, bórralo
privacy-erased = Hecho: ya no guardo nada sobre ti.
settings-title = Ajustes
settings-question = ¿Cambiar alguno?
setting-language = Idioma
setting-packs = Paquetes de conocimientos
setting-mode = Escucha
setting-unknown = Cuando no lo sé
setting-here = { $setting } en este canal
setting-line = { $setting }: { $value }
setting-values = Puede ser:
setting-back = Volver al valor predeterminado
setting-default = el predeterminado
value-meaning = { $value } ({ $meaning })
value-default = { $value }, valor predeterminado
all-packs = todos
mode-off = no escucho nada; los comandos y las menciones siguen funcionando
mode-addressed = respondo a quien se dirige a mí
mode-shadow = solo cuento lo que habría respondido
mode-questions = respondo también a los demás cuando lo tengo claro
mode-everywhere = Esto vale para este canal. Añade «everywhere» al comando para cambiarlo en todos los canales que no tienen un modo propio.
tone-helpful = con una pista de qué probar después
tone-short = en pocas palabras
tone-silent = no digo nada, salvo si estamos a solas
no-setting = No existe el ajuste «{ $name }». Hay estos: { $settings }.
no-value = «{ $value }» no es posible para «{ $setting }». Puede ser: { $values }.
done-settings = Cambiado. { $subject }.
missing-why = ¿Qué pregunta te explico? Escríbela después de /why.
why-title = ¿Por qué? «{ $question }»
why-sure = Respondo con «{ $title }», con una seguridad del { $share }.
why-unsure = Devuelvo la pregunta y ofrezco opciones: para la mejor, «{ $title }», mi seguridad es solo del { $share }.
why-unknown = Digo que no lo sé: incluso para la mejor, «{ $title }», mi seguridad es solo del { $share }.
why-nothing = Digo que no lo sé: nada se parece a la pregunta.
why-thresholds = Respondo a partir del { $sure } y ofrezco opciones a partir del { $unsure }.
why-pin = Decide una pregunta fijada: «{ $question }».
why-taught = La entrada se enseñó en esta comunidad.
why-corrected = La entrada se corrigió en esta comunidad.
why-rephrased = En esta comunidad se añadieron o quitaron formas de preguntar por ella.
why-retired = Pero la entrada está retirada, así que digo eso en su lugar.
why-language = Idioma: { $language }, para quien no ha elegido ninguno.
why-second = La segunda, «{ $title }», queda { $points ->
    [one] un punto
   *[other] { $points } puntos
} por detrás.
why-words = Palabras que busqué: { $words }.
why-misspelt = Mal escritas y leídas como: { $words }.
why-strange = Palabras que no están en ninguno de mis textos: { $words }.
why-candidates = Las mejores candidatas:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = muestra lo que varias personas preguntaron sin obtener respuesta
help-assign = convierte una pregunta abierta en otra forma de preguntar por una entrada
help-answer = enseña una respuesta a una pregunta abierta
help-ignore = quita de la lista una pregunta abierta
help-helpful = dice si mi última respuesta sirvió
help-stats = muestra qué se preguntó y con qué resultado
help-privacy = muestra, entrega o borra lo que guardo sobre ti
help-settings = muestra o cambia cómo me comporto aquí
help-why = explica por qué una pregunta recibe su respuesta
option-group = número
option-vote = sí o no
option-days = días
option-what = export o erase
option-setting = ajuste
option-value = valor

## Corrections
corrected-on = ✎ Corregido el { $date }.
unpinned-on = ✎ Dejó de estar fijada el { $date }.
answer-gone = Esta respuesta ya no se da.

## Chats
answered-above = Eso se acaba de responder aquí:
slow-down = Han sido muchas de golpe. Dame un momento, por favor, y vuelve a preguntar.
stale-button = Este botón ya no funciona. Vuelve a preguntar, por favor.
cannot-pin-message = No tengo permiso para fijar mensajes aquí. La pregunta queda fijada de todos modos.
not-yours = Solo quien preguntó o la moderación puede quitar esta respuesta.
went-wrong = Algo ha fallado por mi parte. Inténtalo de nuevo dentro de un momento, por favor.
only-for-you = La respuesta es solo para ti.
show-it = Muéstramela
open-form = Abrir el formulario
form-again = ✎ Cambiarlo
cannot-write = No tengo permiso para escribir en { $channel }. Déjame ver el canal, enviar mensajes, insertar enlaces y leer el historial, por favor.
menu-answer = Responder a esto
menu-pin = Fijar esta respuesta
menu-teach = Enseñar a partir de esto
option-private = solo para mí

## Doctor
doctor-title = Mi configuración
help-doctor = busca fallos de configuración y dice qué hacer
list-comma = ,{" "}
diagnosis-database = La base de datos se puede leer y escribir.
diagnosis-database-bad = La base de datos no se puede usar: { $why }
cure-database = Comprueba DATABASE_URL, que el disco no esté lleno y que el archivo pertenezca al usuario del bot.
diagnosis-cache-bad = Lo aprendido no se puede guardar para el próximo inicio: { $why }
cure-cache = Haz que el usuario del bot pueda escribir en la carpeta que indica WENDA_CACHE y comprueba que el disco no esté lleno.
diagnosis-knowledge = { $count ->
    [one] Se puede responder con una entrada.
   *[other] Se puede responder con { $count } entradas.
}
diagnosis-empty = No hay conocimientos: no se puede responder con ninguna entrada.
cure-empty = Haz que KNOWLEDGE_DIR indique una carpeta de paquetes.
diagnosis-overdue = { $count ->
    [one] Un texto debería haberse revisado de nuevo.
   *[other] { $count } textos deberían haberse revisado de nuevo.
}
cure-overdue = Léelos otra vez y aplaza su review_by; el panel los enumera.
diagnosis-old = { $count ->
    [one] Un texto habla de hace más de un año y no dice qué día hay que revisarlo.
   *[other] { $count } textos hablan de hace más de un año y no dicen qué día hay que revisarlos.
}
cure-old = Léelos otra vez y dales un review_by o el estado outdated.
diagnosis-unreachable = No se puede contactar con { $name }.
cure-unreachable = Comprueba la red, el cortafuegos y la dirección configurada para { $name }.
diagnosis-unread = { $status ->
    [0] No se pudo examinar «{ $place }»: no hubo respuesta.
   *[other] No se pudo examinar «{ $place }» (error { $status }).
}
cure-unread = Vuelve a intentarlo dentro de unos minutos.
diagnosis-left-out = { $count ->
    [one] En { $name } queda un lugar sin examinar.
   *[other] En { $name } quedan { $count } lugares sin examinar.
}
cure-left-out = Escribe /doctor allí.
diagnosis-clock = El reloj coincide con el de { $name }.
diagnosis-clock-off = El reloj de este equipo se desvía { $seconds } segundos del de { $name }.
cure-clock = Activa la sincronización horaria, por ejemplo: timedatectl set-ntp true
diagnosis-token = { $name } no acepta el token.
diagnosis-token-good = { $name } acepta el token.
cure-discord-token = Cópialo de nuevo del portal de desarrolladores (Bot, Reset Token) en DISCORD_TOKEN.
cure-telegram-token = Pídeselo a @BotFather (/token) y ponlo en TELEGRAM_TOKEN.
diagnosis-content = El bot puede leer los mensajes en Discord.
diagnosis-content-off = El bot no puede leer los mensajes en Discord: no oye las preguntas que no van dirigidas a él.
cure-content = Para que escuche, activa Message Content Intent en el portal de desarrolladores (Bot).
diagnosis-endpoint = Discord envía las interacciones por HTTP, pero DISCORD_PUBLIC_KEY no está configurada: no se responde a ningún comando.
cure-endpoint = Configura DISCORD_PUBLIC_KEY o vacía Interactions Endpoint URL en el portal de desarrolladores (General Information).
diagnosis-key-good = La clave pública es la de la aplicación en Discord.
diagnosis-key = DISCORD_PUBLIC_KEY no es la de esta aplicación: se rechaza toda interacción por HTTP.
cure-key = Copia Public Key del portal de desarrolladores (General Information).
diagnosis-alone = El bot todavía no está en ningún servidor de { $name }.
cure-discord-alone = Abre el enlace de invitación que se muestra al arrancar.
diagnosis-permissions = { $count ->
    [one] El bot tiene todos los permisos que necesita en su servidor de Discord.
   *[other] El bot tiene todos los permisos que necesita en { $count } servidores de Discord.
}
diagnosis-permissions-lack = Al bot le faltan permisos en { $count } de { $all } servidores de Discord.
cure-permissions = Da a su rol: ver canales, enviar mensajes (también en hilos), insertar enlaces, adjuntar archivos, leer el historial y fijar mensajes. O abre otra vez el enlace de invitación.
right-view = Ver canal
right-send = Enviar mensajes
right-send-threads = Enviar mensajes en hilos
right-embed = Insertar enlaces
right-history = Leer el historial de mensajes
right-attach = Adjuntar archivos
right-pin = Fijar mensajes
diagnosis-channels = «{ $place }»: al bot le faltan permisos ({ $rights }) en { $channels }.
cure-channels = Donde deba responder, dáselos al rol del bot: en los ajustes del canal (Permisos) o, para todos los canales, en los del servidor (Roles).
diagnosis-channels-more = { $count ->
    [one] Al bot le faltan permisos en un canal más.
   *[other] Al bot le faltan permisos en { $count } canales más.
}
diagnosis-no-channel = «{ $place }»: el bot no ve ningún canal en el que se escriba.
diagnosis-reads-all = El bot lee todos los mensajes de los grupos en Telegram.
diagnosis-privacy = El modo de privacidad está activado: en los grupos de Telegram, el bot solo oye comandos, menciones y respuestas.
cure-privacy = Para que escuche, desactívalo con @BotFather (/setprivacy) y añade el bot de nuevo al grupo, o hazlo administrador.
diagnosis-polling = Los mensajes se recogen de Telegram.
diagnosis-webhook = Telegram entrega los mensajes al webhook.
diagnosis-webhook-none = Telegram no conoce la dirección de TELEGRAM_WEBHOOK_URL.
cure-webhook-none = Se le comunica al arrancar: arranca el bot y mira qué dice su registro.
diagnosis-webhook-other = Telegram entrega los mensajes a un webhook, pero TELEGRAM_WEBHOOK_URL está vacía.
cure-webhook-other = Puede que otro bot esté usando este token. Si no es así, se arregla cuando arranque este.
diagnosis-webhook-bad = Telegram no ha podido entregar al webhook ({ $why }); mensajes en espera: { $count }.
cure-webhook-bad = Abre la dirección desde fuera: https con un certificado válido, puerto 443, 80, 88 u 8443, que lleve a WEB_PORT.
diagnosis-groups = { $count ->
    [one] El bot puede escribir en un grupo de Telegram.
   *[other] El bot puede escribir en { $count } grupos de Telegram.
}
diagnosis-groups-lack = El bot no puede escribir en { $count } de { $all } grupos de Telegram que se configuraron.
cure-groups = Añádelo de nuevo a ellos y permite que los miembros envíen mensajes.
diagnosis-no-pin = El bot no puede fijar mensajes en { $count } de { $all } grupos de Telegram; las preguntas fijadas funcionan de todos modos.
cure-no-pin = Si debe hacerlo, hazlo administrador con permiso para fijar mensajes.
diagnosis-group-gone = «{ $place }»: el bot no está en este grupo.
cure-group-gone = Añádelo de nuevo si debe responder allí.
diagnosis-group-restricted = «{ $place }»: el bot no puede enviar mensajes, porque está restringido solo él.
cure-group-restricted = Quita la restricción en los ajustes del grupo (Permisos, Excepciones) o hazlo administrador.
diagnosis-group-closed = «{ $place }»: los miembros no pueden enviar mensajes, y el bot es un miembro más.
cure-group-closed = Hazlo administrador o permite enviar mensajes en los ajustes del grupo (Permisos).
diagnosis-group-no-pin = «{ $place }»: el bot no puede fijar mensajes; las preguntas fijadas funcionan de todos modos.
diagnosis-group-topics = «{ $place }»: el bot no puede escribir en los temas cerrados.
cure-group-topics = Si debe hacerlo, hazlo administrador con el permiso Gestionar temas.
command-doctor = diagnóstico

## Pages
page-served = Páginas: { $url }
page-port = Las páginas no se pueden servir en { $address } ({ $code }). Pon en WEB_PORT un puerto libre, 0 para cualquiera u off.
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
page-placeholder = Escribe una pregunta o un comando como /help
page-ask = Preguntar
page-send = Enviar
page-empty = Aquí aparecerán tus respuestas, tal como se ven en Discord y en Telegram, con sus motivos al lado.
page-wait = Buscando una respuesta…
page-failed = La respuesta no ha llegado. ¿Sigue el bot en marcha? Inténtalo de nuevo, por favor.
page-old = Esta página es demasiado antigua para enviar nada. Vuelve a cargarla, por favor.
page-silence = Aquí el bot guarda silencio.
page-answer = Respuesta
page-on = Como en { $platform }
page-you = Tú
page-app = APP
page-helpful = Me sirvió
page-unhelpful = No me sirvió
page-why = Por qué esta respuesta
page-sure = Con seguridad: responde
page-unsure = Con dudas: ofrece opciones
page-unknown = No lo sabe
page-confidence = Seguridad:
page-scale = Las líneas: opciones a partir del { $unsure }, respuesta a partir del { $sure }.
page-candidates = Lo que más se acercó
page-views = Lo que habla a favor de la primera
page-view-words = Palabras encontradas
page-view-letters = Partes de palabras encontradas
page-view-covered = Parte de la pregunta cubierta
page-view-model = Lo que enseñan las formas de preguntar
page-view-nearest = La forma de preguntar más cercana
page-signs = Todos los indicios de la seguridad
page-sign = Indicio
page-drawn = En barra
page-value = Valor

## Dashboard
dash-login-about = Para la moderación. El token es el WEB_TOKEN de esta instalación.
dash-token = Token
dash-login = Iniciar sesión
dash-logout = Cerrar sesión
dash-login-wrong = Ese no es el token.
dash-login-slow = Han sido muchos intentos. Espera un momento y vuelve a intentarlo, por favor.
dash-community = Comunidad
dash-from = Desde
dash-to = Hasta
dash-show = Mostrar
dash-ranges = Días mostrados
dash-range = Del { $from } al { $to }
dash-command-line = Un comando para esta comunidad:
dash-run = Ejecutar
dash-news = Las cifras han cambiado.
dash-actions = Acciones
dash-csv = CSV
dash-as-table = Lo mismo en forma de tabla
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
dash-share = Proporción
dash-answered-share = Respondidas
dash-top = Las que más se dieron
dash-entry = Entrada
dash-given = Veces
dash-helpful-share = Útil
dash-likely-share = Rango probable
dash-votes = Votos
dash-of-votes = { $votes ->
    [one] de un voto
   *[other] de { $votes } votos
}
dash-correct = Corregir
dash-assign = Asignar
dash-teach = Enseñar
dash-ignore = Ignorar
dash-unpin = Desfijar
dash-undo = Deshacer
dash-approve = Aprobar
dash-question = Pregunta
dash-answer = Respuesta
dash-people = Personas
dash-first = Primera vez
dash-last = Última vez
dash-coverage = Qué está escrito en qué idioma
dash-coverage-about = Por tema: la proporción de entradas que tienen un texto propio.
dash-topic = Tema
dash-entries = Entradas
dash-all-topics = todos los temas
dash-attention = Por revisar o en disputa
dash-attention-none = No hay nada en disputa, desfasado ni con la revisión atrasada.
dash-reason = Motivo
dash-as-of = Fecha de los datos
dash-review = Revisar antes de
dash-disputed = en disputa
dash-outdated = desfasada
dash-overdue = revisión atrasada
dash-pins = Preguntas fijadas
dash-who = Quién
dash-when = Cuándo
dash-number = Número
dash-command = Comando
dash-what = Qué
dash-why = Motivo
dash-calibration = Cuánta seguridad y cuánta utilidad
dash-calibration-about = De las respuestas que el bot dio con esa seguridad, la parte que los miembros consideraron útil. Si la barra toca la línea, cumple lo que promete; con pocos votos la barra es larga.
dash-calibration-none = Todavía no hay votos sobre las respuestas.
dash-said = Seguridad

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
command-stats = estadísticas
command-why = porqué
command-settings = ajustes
command-reload = recargar
command-link = vincular
command-unlink = desvincular

## Forms that are asked question by question
form-by-reply = Te pregunto una cosa tras otra: responde a cada pregunta. «-» la deja vacía, /cancel lo cancela todo.
form-keep = Dejarlo así o vacío
form-cancel = Cancelar
write-me-first = Eso es solo para ti y todavía no puedo escribirte. Abre un chat conmigo, pulsa Iniciar y pregúntame allí.
setting-anonymous = Administradores anónimos
anonymous-yes = los administradores que ocultan quiénes son pueden moderar
anonymous-no = quien modera muestra quién es

## The entry of a new pack
template-question = ¿Cómo me hago miembro?
template-phrasings = quiero apuntarme | cómo puedo inscribirme | dónde me registro
template-answer = Esto es un ejemplo. Escribe aquí tu propia respuesta, como se la darías a quien pregunta: qué hay que hacer, cuánto cuesta y a quién dirigirse. Copia este archivo para cada pregunta nueva y dale otro nombre a la copia.

## Answers that only stand in for one
stopgaps = ver arriba | véase arriba | véase más arriba | ver más arriba | ver abajo | ver más abajo | ídem | próximamente | pendiente | por definir

## Small talk
any-time = Pregúntame cuando quieras.
