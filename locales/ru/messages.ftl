## Answers
did-you-mean = Возможно, вы имели в виду:
unknown = Не знаю. В моих источниках ответа нет. Попробуйте другие слова, посмотрите в /topics, что я могу рассказать, или спросите участников.
nothing-here = Здесь пока нет текста.
no-entries = У меня пока нет ни одной записи. Модераторы могут добавить первую командой /teach; как загрузить целый пакет, владельцу бота подскажет README.
too-long = Для вопроса это слишком длинно: уложитесь, пожалуйста, в { NUMBER($most) } знаков.
related = По теме:
sources = { $count ->
    [one] Источник:{" "}
   *[other] Источники:{" "}
}
source-details = {" "}({ $details })
as-of = Данные на { $date }
warning = ⚠ { $text }
outdated = Часть этих сведений устарела.
disputed = Это оспаривается.
overdue = Это следовало перепроверить ещё к этому сроку: { $date }
other-language = Этот текст есть только на одном языке: { $language }.

## Commands
missing-ask = Что вы хотите узнать? Напишите вопрос после /ask.
missing-show = Какую запись показать? Напишите её id после /show, например тот, к которому ведёт /topics.
no-entry = Записи «{ $id }» у меня нет.
topics = Темы:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] { $count } запись:
    [few] { $count } записи:
    [many] { $count } записей:
   *[other] { $count } записи:
}
no-topic = Темы «{ $tag }» у меня нет.
no-topics = У записей пока нет тем.
all-sources = Что я цитирую
no-sources = В записях пока не указаны источники.
languages = На каком языке вам отвечать?
language-set = Готово. Теперь я отвечаю вам на этом языке: { $language }.
language-auto = Теперь я отвечаю на языке вашего вопроса.
no-language = Языка «{ $name }» я пока не знаю.
automatic = Язык моего вопроса
unknown-command = Команды /{ $name } я не знаю. Все команды перечислены в /help.
unknown-command-near = Команды /{ $name } я не знаю. Может быть, /{ $near }?

## Help
help-title = Что я умею
about = Я отвечаю на вопросы по темам: { $subjects }. Каждый ответ — текст, написанный человеком, с источником и датой.
about-nothing = Я пока ничего не знаю: нет ни одного пакета знаний.
help-ask = отвечает на вопрос; можно и просто написать его
help-show = показывает одну запись
help-topics = показывает список тем или записи одной темы
help-sources = показывает список источников
help-language = задаёт язык ответов для вас
help-help = показывает этот список

## Terminal
greeting = Здравствуйте, я Wenda. Отвечаю на вопросы по темам: { $subjects }.
greeting-empty = Здравствуйте, я Wenda. Пока я ничего не знаю: нет ни одного пакета знаний.
first-entry = В { $folders } пока нет ни одной записи. Эта команда создаст пакет с одной записью, которую можно скопировать: { $command }
try = Попробуйте, например:
hint = /help показывает команды, Ctrl-D завершает работу.
no-choice = Варианта { $number } сейчас нет.
goodbye = До свидания!
form-hint = Вопросы идут по одному: Enter оставляет то, что есть, - очищает, \n — новая строка, /cancel прекращает.
form-field = { $label }:
form-kept = Сейчас: { $value }
form-required = Это поле обязательно.
form-slash = Строка, которая начинается с /, здесь не считается ответом. Если это всё же ответ, поставьте перед ней \, а чтобы прекратить, введите /cancel.
form-cancelled = Прекращено, ничего не изменилось.

## Moderators
pinned = 📌 Закреплено модераторами.
retired-entry = Запись «{ $title }» в архиве; этого ответа я больше не даю.
moderators-only = Здесь это могут делать только модераторы.
missing-pin = Какой вопрос закрепить и за какой записью? Напишите /pin, вопрос, затем entry: и id записи. В ответ на одно из моих сообщений достаточно одного /pin.
pin-to-what = Не нахожу записи, которая подходит к «{ $question }». Укажите её через entry: и id или напишите ответ после text:.
pin-both = Либо entry:, либо text:, но не оба сразу: закрепление ведёт к одному ответу.
pin-no-words = В этом вопросе нет ни одного слова. Напишите его так, как спросили бы участники.
pin-forgotten = Я уже не помню, на какой вопрос это отвечало. Напишите его после /pin.
question-too-long = Для вопроса это слишком длинно: уложитесь, пожалуйста, в 1000 знаков.
pin-which = Какая запись должна отвечать на «{ $question }»?
no-message-to-pin = Здесь нет сообщения, которое можно было бы закрепить в канале.
no-pins = Пока ничего не закреплено.
pins-title = { $count ->
    [one] { $count } закрепление
    [few] { $count } закрепления
    [many] { $count } закреплений
   *[other] { $count } закрепления
}
pin-line = «{ $question }» → { $target } ({ $who }, { $when } UTC)
pin-own-text = собственный текст сообщества
pin-retired = Эта запись в архиве или сейчас не входит в выбранные пакеты.
pin-gone = Этой записи больше нет.
unpin-it = Открепить «{ $question }»
unpin-question = Убрать какое-нибудь?
missing-unpin = Что открепить? Напишите вопрос после /unpin; весь список — в /pins.
unpin-which = Этот вопрос закреплён на нескольких языках. На каком открепить?
no-pin = За вопросом «{ $question }» ничего не закреплено.
teach-title = Научить меня ответу
correct-title = Исправить «{ $title }»
rephrase-title = Как ещё спрашивают: «{ $title }»
field-question = Вопрос
field-answer = Ответ (Markdown, пустая строка — абзац)
field-phrasings = Другие формулировки, по строкам или через |
field-source = Источник: название, ссылка или всё вместе
field-language = Язык (пусто — как в тексте)
field-entry = Запись
field-why = Причина
field-add = Что добавить, по строкам или через |
field-remove = Какие формулировки убрать
own-pack = Чему меня научило это сообщество
own-source = Модераторы этого сообщества
also-asked = Находится также по: { $phrasings }
also-asked-more = Находится также по: { $phrasings } | … и ещё { $count }
alike = { $count ->
    [one] Возможно, об этом уже говорит запись: { $names }
   *[other] Возможно, об этом уже говорят записи: { $names }
}
confirm-question = Так это увидят участники. Сохранить?
confirm-it = Да, сохранить
cancel-it = Нет, отбросить
cancelled = Отброшено, ничего не изменилось.
nothing-to-cancel = Ничего не ждёт подтверждения.
no-draft = Подтверждать уже нечего: это выполнено, отброшено или прошёл час.
not-accepted = Принять это не могу:
flaw-html = HTML показать нельзя: { $what } Используйте Markdown. Чтобы показать <, поставьте перед ним \.
flaw-image = Изображения показать нельзя. Опишите словами, что на них.
flaw-struck = Зачёркнутый текст показать нельзя. Уберите его.
flaw-address = Ссылка { $what } ведёт не на веб-адрес. Он должен начинаться с http:// или https:// и не содержать имени пользователя.
flaw-link-words = У ссылки на { $what } нет слов. Напишите их между [ и ].
flaw-nested = Списки, цитаты, жирный текст и ссылки вложены слишком глубоко: возможны не более четырёх уровней.
flaw-heading = Заголовки в ответе невозможны. Пишите **жирным**. Заголовок получается и от строки дефисов под текстом.
flaw-rule = Горизонтальную черту показать нельзя. Абзацы разделяет пустая строка.
flaw-table = Таблицы показать нельзя. Напишите список.
flaw-empty = Есть пустая цитата, пустой блок кода или пустой пункт списка. Уберите его.
flaw-list-start = Список начинается с { $what }, но счёт в списках идёт с 1. Если список не нужен, поставьте \ перед точкой.
flaw-long-question = { $count ->
    [one] В вопросе { NUMBER($count) } знак; можно не больше 1000.
    [few] В вопросе { NUMBER($count) } знака; можно не больше 1000.
    [many] В вопросе { NUMBER($count) } знаков; можно не больше 1000.
   *[other] В вопросе { NUMBER($count) } знака; можно не больше 1000.
}
flaw-long-phrasing = { $count ->
    [one] В одной из других формулировок { NUMBER($count) } знак; можно не больше 1000.
    [few] В одной из других формулировок { NUMBER($count) } знака; можно не больше 1000.
    [many] В одной из других формулировок { NUMBER($count) } знаков; можно не больше 1000.
   *[other] В одной из других формулировок { NUMBER($count) } знака; можно не больше 1000.
}
flaw-no-question = Вопрос пуст.
flaw-empty-phrasing = Одна из других формулировок пуста.
flaw-no-answer = Нет ответа.
flaw-long-answer = { $count ->
    [one] В ответе { NUMBER($count) } знак; можно не больше 3500.
    [few] В ответе { NUMBER($count) } знака; можно не больше 3500.
    [many] В ответе { NUMBER($count) } знаков; можно не больше 3500.
   *[other] В ответе { NUMBER($count) } знака; можно не больше 3500.
}
flaw-bytes = { $count ->
    [one] Всего получается { NUMBER($count) } байт; можно не больше 65 536.
    [few] Всего получается { NUMBER($count) } байта; можно не больше 65 536.
    [many] Всего получается { NUMBER($count) } байт; можно не больше 65 536.
   *[other] Всего получается { NUMBER($count) } байта; можно не больше 65 536.
}
flaw-other = { $what }
which-entry = Какая запись? Напишите её id или заголовок после /{ $command }.
which-of = Записей с названием «{ $words }» несколько. Какая нужна?
is-retired = Запись «{ $title }» в архиве. Вернуть её можно командой /restore.
is-own-text = Ответ на «{ $question }» записан в самом закреплении. /pin с text: заменит его, /unpin уберёт.
restore-it = Вернуть
no-text-yet = У записи «{ $title }» пока нет текста на языке «{ $language }»; его можно добавить командой /correct.
not-whole = Текста на языке «{ $language }» пока нет. Напишите на нём и вопрос, и ответ или укажите язык, который имеете в виду.
no-phrasing = Среди других формулировок вопроса «{ $title }» нет такой: «{ $words }».
refused = Я этого не сделал, потому что это сломало бы другие ответы:
refused-more = { $count ->
    [one] … и ещё { $count }.
   *[other] … и ещё { $count }.
}
refused-question = Всё равно сделать?
force-it = Да, всё равно сделать
victim-other = Вопрос «{ $question }» находил бы «{ $instead }» вместо «{ $entry }». { $place }
victim-nothing = Вопрос «{ $question }» больше не находил бы «{ $entry }». { $place }
victim-silence = Вопрос «{ $question }» не должен ничего находить, а находил бы «{ $instead }». { $place }
victim-new = Вопрос «{ $question }» находил бы «{ $instead }», а не новый текст.
victim-new-nothing = Даже сам вопрос «{ $question }» не нашёл бы новый текст: в нём слишком мало сказано.
victim-check = (Проверка в { $file }, строка { $line }.)
overtaken = Тем временем кто-то изменил «{ $subject }», поэтому я ничего не сделал. Посмотрите, пожалуйста, ещё раз и повторите.
overtaken-again = Тем временем кто-то изменил «{ $subject }», поэтому пока ничего не сохранено. Посмотрите, пожалуйста, ещё раз.
approve-overtaken = Изменение #{ $act } больше не подходит: с тех пор здесь уже что-то поменяли. Отбросить его можно так: /undo { $act }.
nothing-changed = Менять нечего: «{ $subject }» и так уже в нужном виде.
held = За десять минут вы внесли много изменений, поэтому изменение #{ $act } подождёт, пока другой модератор не одобрит его командой /approve { $act }.
done-pin = Закреплено: теперь на «{ $subject }» даётся этот ответ.
done-unpin = Вопрос «{ $subject }» откреплён.
done-teach = Запомнил: «{ $subject }».
done-correct = Исправлено: «{ $subject }».
done-rephrase = Формулировки вопроса «{ $subject }» изменены.
done-retire = В архиве: «{ $subject }» больше не показывается.
done-restore = Возвращено: «{ $subject }» снова показывается.
done-undo = Отменено: изменение #{ $subject } больше не действует.
done-approve = Одобрено: изменение #{ $subject } вступило в силу.
done-link = Связано: теперь у этой площадки всё общее с «{ $subject }». /unlink снова их разделит.
done-unlink = Теперь эта площадка сама по себе, с копией всего.
undo-it = Отменить
undo-act = Отменить #{ $act }
approve-it = Одобрить #{ $act }
undo-none-left = Все ваши изменения уже отменены. Они перечислены в /history; /undo с номером отменит одно из них.
undo-already = Изменение #{ $act } уже отменено. Каким изменением — видно в /history.
missing-undo = Вы ещё ничего не меняли. Чужие изменения показывает /history.
no-change = Изменения #{ $act } здесь нет. Все изменения — в /history.
undo-dropped = Изменение #{ $act } было отброшено и в силу не вступило.
undo-approved = Изменение #{ $act } вступило в силу через #{ $approval }. Отмените #{ $approval }.
undo-link = Изменение #{ $act } касается двух площадок, поэтому само по себе его отменить нельзя. Это делает /{ $command }.
undo-conflict = Отменить одно лишь #{ $act } не могу: с тех пор то же самое снова меняли: { $later }. Сначала отмените эти изменения, начиная с самого нового.
history-title = Что менялось
history-question = Отменить что-нибудь или одобрить?
no-history = Пока ничего не менялось.
unreadable = Эти записи больше не читаются, и по ним нет ответов: { $entries }. Исправить их можно командой /correct.
no-history-of = Запись «{ $entry }» здесь не менялась.
act = #{ $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-why = Причина: { $why }.
act-forced = Сделано принудительно, хотя сломало: { $victims }.
act-undoes = Отменяет #{ $act }.
act-approves = Одобряет #{ $act }.
act-held = Ждёт другого модератора.
record = { $kind } { $name }
kind-entry = запись
kind-phrasings = формулировки
kind-retired = в архиве
kind-pin = закрепление
kind-setting = настройка
kind-place = площадка
kind-pack = пакет
kind-source = источник
kind-checks = проверки
person = модератор { $id }
person-you = вы
person-erased = кто-то (данные стёрты)
held-title = Что ждёт другого модератора
held-question = Одобрить что-нибудь или отбросить?
drop-it = Отбросить #{ $act }
more-held = { $count ->
    [one] Ждёт ещё { $count }.
    [few] Ждут ещё { $count }.
    [many] Ждёт ещё { $count }.
   *[other] Ждут ещё { $count }.
}
none-held = Ничего не ждёт.
no-held = Среди ожидающих нет изменения #{ $act }.
approve-own = Изменение #{ $act } ваше собственное: одобрить его должен другой модератор.
not-retired = Запись «{ $title }» не в архиве.
none-retired = В архиве ничего нет.
restore-which = Какую вернуть?
link-code = Введите /link { $code } на другой площадке в течение { $minutes } мин. После этого закрепления, записи и настройки у них будут общими.
link-wrong = Этот код неизвестен, использован или устарел. Запросите новый командой /link на другой площадке.
link-same = Эти две площадки уже связаны.
link-conflicts = По этим пунктам на двух площадках решили по-разному. То, что действует на другой, будет действовать и здесь:
link-question = Связать их? Что было здесь, останется в /history.
not-linked = Эта площадка ни с какой другой не связана.
help-pin = закрепляет ответ за вопросом
help-pins = показывает список закреплений
help-unpin = убирает закрепление
help-teach = добавляет ваш собственный ответ
help-correct = исправляет ответ
help-rephrase = добавляет или убирает другие формулировки вопроса
help-retire = убирает запись в архив
help-restore = возвращает запись из архива
help-history = показывает, кто что изменил и почему
help-undo = отменяет изменение
help-approve = одобряет изменение, которое ждёт
help-confirm = выполняет показанное
help-cancel = отбрасывает показанное
help-link = связывает эту площадку с другой
help-unlink = отделяет эту площадку от других
missing-confirm = Что подтвердить? Нажмите кнопку под предпросмотром.

## Options
option-question = вопрос
option-entry = запись
option-topic = тема
option-language = язык
option-text = свой текст
option-why = причина
option-answer = ответ
option-phrasings = другие формулировки
option-source = источник
option-add = что добавить
option-remove = что убрать
option-change = номер
option-draft = номер
option-code = код
option-force = всё равно сделать
option-message = закрепить и сообщение

## Reload
reload-unchanged = Знания не изменились.
reload-live = Уже действует: добавлено { $added }, изменено { $changed }, убрано { $removed }.
reload-refused = { $count ->
    [one] Изменённые знания не приняты: найдена { $count } ошибка. Пока она не исправлена, я отвечаю по-прежнему.
    [few] Изменённые знания не приняты: найдены { $count } ошибки. Пока они не исправлены, я отвечаю по-прежнему.
    [many] Изменённые знания не приняты: найдено { $count } ошибок. Пока они не исправлены, я отвечаю по-прежнему.
   *[other] Изменённые знания не приняты: найдено { $count } ошибки. Пока они не исправлены, я отвечаю по-прежнему.
}
reload-more = { $count ->
    [one] … и ещё { $count }.
   *[other] … и ещё { $count }.
}
help-reload = заново читает папку со знаниями

## Running a community
unknown-short = Этого я не знаю.
unanswered-title = На что я не смог ответить
none-unanswered = Открытых вопросов нет. Вопрос попадает сюда, если его похожим образом задали три разных человека, а ответа у меня не нашлось.
unanswered-line = #{ $group } «{ $text }»: сколько человек спросило: { $count }; впервые: { $first }; в последний раз: { $last }
unanswered-question = Что с этим делать?
assign-it = #{ $group }: отнести к записи
answer-it = #{ $group }: научить ответу
ignore-it = #{ $group }: пропустить
no-group = Открытого вопроса под номером { $group } нет (или уже нет). Список — в /unanswered.
assign-which = Какая запись отвечает на «{ $text }»? Вопрос станет ещё одной её формулировкой.
assign-none = Ни одна запись не близка к «{ $text }».
ignored = Вопрос «{ $text }» убран из списка. Он вернётся, если его снова зададут три человека.
missing-assign = Какой вопрос? Напишите его номер после /assign; список — в /unanswered.
missing-answer = Какой вопрос? Напишите его номер после /answer; список — в /unanswered.
missing-ignore = Какой вопрос? Напишите его номер после /ignore; список — в /unanswered.
missing-helpful = Ответ помог? Напишите /helpful yes или /helpful no.
no-answer-meant = Какой ответ вы имеете в виду? Ответьте на одно из моих сообщений или сначала задайте вопрос.
vote-yes = да, yes, y
vote-no = нет, no, n
voted-yes = Спасибо! Рад, что помогло.
voted-no = Спасибо. Модераторы увидят, что над этим ответом нужно поработать.
stats-title = { $days ->
    [1] За сегодня
    [one] За { $days } день
    [few] За { $days } дня
    [many] За { $days } дней
   *[other] За { $days } дня
}
stats-days = За сколько дней? Напишите число от 1 до { $most } после /stats.
stats-none = За это время вопросов не было.
stats-asked = Задано вопросов: { $count }
stats-answered = С ответом: { $count } ({ $share })
stats-offered = Неуверенно, предложены варианты: { $count } ({ $share })
stats-unanswered = Без ответа: { $count } ({ $share })
stats-helpful = Голосов «помогло»: { $helpful } из { $votes } ({ $share })
stats-no-votes = За ответы ещё никто не голосовал.
stats-shadow = Ответил бы и без обращения (режим shadow): { $count }
stats-by-day = По дням:
stats-day = { $day }: задано { $asked }, с ответом { $answered }, предложены варианты { $offered }, без ответа { $unanswered }, голосов «помогло» { $helpful } из { $votes }
stats-earlier = До этого: задано { $asked }, с ответом { $answered }, предложены варианты { $offered }, без ответа { $unanswered }
stats-top = Чаще всего отвечали:
stats-entry = { $title }: { $count }
stats-worst = Меньше всего помогли:
stats-worst-entry = { $title }: не помогло { $unhelpful } из { $votes } ({ $share })
privacy-title = Что я о вас знаю
privacy-intro = Имён я не храню. Там, где людей нужно различать, я храню код, полученный из вашей учётной записи с помощью секретного ключа: по одному коду не видно, чей он. Вот что я храню:
privacy-language = Язык, который вы выбрали через /language, вместе с вашим кодом.
privacy-answers = Какую запись я показал вам в каком сообщении, с вашим кодом, но без вашего вопроса, — чтобы позже можно было исправить ответ.
privacy-votes = Помог ли вам ответ, с вашим кодом. Как часто о чём-то спрашивали, я только подсчитываю.
privacy-messages = Ваше сообщение, пока я его не обработал, и мой ответ, пока он не отправлен.
privacy-questions = Слова вашего вопроса не сохраняются. Если ответа у меня нет, я помню вопрос не дольше двух недель, с вашим кодом и без имён, ссылок и чисел. Только если похожим образом спросили три разных человека, его слова сохраняются для модераторов — уже без какого-либо кода.
privacy-acts = Изменения, которые вносят модераторы, записываются вместе с их кодом.
privacy-drafts = Изменение, ожидающее подтверждения, хранится один час.
privacy-taught = Если вы это сотрёте, ответы, которым вы научили меня как модератор, останутся, потому что принадлежат сообществу, но ничто больше не укажет, что они ваши.
privacy-export = Выдать мои данные
privacy-erase = Стереть мои данные
privacy-exported = Это всё, что я о вас храню.
privacy-sure = Стереть всё, что я о вас храню? Отменить это нельзя.
privacy-erase-it = Да, стереть
privacy-erased = Готово: я больше ничего о вас не храню.
settings-title = Настройки
settings-question = Изменить что-нибудь?
setting-language = Язык
setting-packs = Пакеты знаний
setting-mode = Режим слушания
setting-unknown = Реакция на незнакомый вопрос
setting-here = { $setting } в этом канале
setting-line = { $setting }: { $value }
setting-values = Возможные значения:
setting-back = Вернуть значение по умолчанию
setting-default = по умолчанию
value-meaning = { $value } ({ $meaning })
value-default = { $value }, по умолчанию
all-packs = все
mode-off = ничего не слушаю; команды и упоминания всё равно работают
mode-addressed = отвечаю тем, кто обращается ко мне
mode-shadow = только считаю, на что ответил бы
mode-questions = отвечаю и остальным, если уверен
mode-everywhere = Это только для данного канала. Добавьте к команде everywhere, чтобы изменить режим во всех каналах, у которых нет своего.
tone-helpful = с подсказкой, что попробовать дальше
tone-short = в нескольких словах
tone-silent = никак, кроме разговора один на один
no-setting = Настройки «{ $name }» нет. Есть такие: { $settings }.
no-value = Значение «{ $value }» для «{ $setting }» невозможно. Возможны: { $values }.
done-settings = Изменено. { $subject }.
missing-why = Какой вопрос объяснить? Напишите его после /why.
why-title = Почему? «{ $question }»
why-sure = Отвечаю записью «{ $title }»: уверенность { $share }.
why-unsure = Переспрашиваю и предлагаю варианты: для лучшего, «{ $title }», уверенность лишь { $share }.
why-unknown = Говорю, что не знаю: даже для лучшего варианта, «{ $title }», уверенность лишь { $share }.
why-nothing = Говорю, что не знаю: на вопрос ничто не похоже.
why-thresholds = Отвечаю начиная с { $sure }, варианты предлагаю начиная с { $unsure }.
why-pin = Решает закрепление: «{ $question }».
why-taught = Этой записи меня научили в этом сообществе.
why-corrected = Эту запись исправили в этом сообществе.
why-rephrased = Её формулировки в этом сообществе добавляли или убирали.
why-retired = Но запись в архиве, поэтому я говорю об этом.
why-language = Язык: { $language } (для того, кто сам ничего не выбрал).
why-second = { $points ->
    [one] Следующий вариант, «{ $title }», отстаёт на { $points } балл.
    [few] Следующий вариант, «{ $title }», отстаёт на { $points } балла.
    [many] Следующий вариант, «{ $title }», отстаёт на { $points } баллов.
   *[other] Следующий вариант, «{ $title }», отстаёт на { $points } балла.
}
why-words = Слова, по которым я искал: { $words }.
why-misspelt = С опечаткой, прочитано как: { $words }.
why-strange = Слова, которых нет ни в одном моём тексте: { $words }.
why-candidates = Лучшие кандидаты:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = показывает вопросы, на которые несколько человек не получили ответа
help-assign = делает открытый вопрос ещё одной формулировкой записи
help-answer = учит меня ответу на открытый вопрос
help-ignore = убирает открытый вопрос из списка
help-helpful = отмечает, помог ли мой последний ответ
help-stats = показывает, о чём спрашивали и что из этого вышло
help-privacy = показывает, выдаёт или стирает то, что я о вас храню
help-settings = показывает или меняет моё поведение здесь
help-why = объясняет, почему на вопрос даётся такой ответ
option-group = номер
option-vote = yes или no
option-days = число дней
option-what = export или erase
option-setting = настройка
option-value = значение

## Corrections
corrected-on = ✎ Исправлено { $date }
unpinned-on = ✎ Откреплено { $date }
answer-gone = Этот ответ больше не даётся.

## Chats
answered-above = На это здесь только что был ответ:
slow-down = Слишком много за раз. Дайте мне, пожалуйста, минутку и спросите снова.
stale-button = Эта кнопка больше не работает. Спросите, пожалуйста, ещё раз.
cannot-pin-message = У меня нет права закреплять здесь сообщения. Само закрепление вопроса всё равно сохранено.
not-yours = Убрать этот ответ может только тот, кто спросил, или модератор.
went-wrong = У меня что-то пошло не так. Попробуйте, пожалуйста, чуть позже.
only-for-you = Ответ только для вас.
show-it = Показать мне
open-form = Открыть форму
form-again = ✎ Изменить
cannot-write = Я не могу писать в { $channel }. Разрешите мне, пожалуйста, видеть канал, отправлять сообщения, встраивать ссылки и читать там историю.
menu-answer = Ответить на это сообщение
menu-pin = Закрепить этот ответ
menu-teach = Научить по этому сообщению
option-private = только для меня

## Doctor
doctor-title = Как я настроен
help-doctor = ищет ошибки в настройке и говорит, что делать
list-comma = ,{" "}
diagnosis-database = Базу данных можно читать и записывать.
diagnosis-database-bad = Базой данных пользоваться нельзя: { $why }
cure-database = Проверьте DATABASE_URL, есть ли место на диске и принадлежит ли файл пользователю, от имени которого работает бот.
diagnosis-cache-bad = Выученное нельзя сохранить до следующего запуска: { $why }
cure-cache = Разрешите пользователю, от имени которого работает бот, запись в папку из WENDA_CACHE и проверьте, есть ли место на диске.
diagnosis-knowledge = { $count ->
    [one] Есть ответы по { $count } записи.
   *[other] Есть ответы по { $count } записям.
}
diagnosis-empty = Знаний нет: ответить нельзя ни по одной записи.
cure-empty = Укажите в KNOWLEDGE_DIR папку с пакетами.
diagnosis-overdue = { $count ->
    [one] { $count } текст уже следовало перепроверить.
    [few] { $count } текста уже следовало перепроверить.
    [many] { $count } текстов уже следовало перепроверить.
   *[other] { $count } текста уже следовало перепроверить.
}
cure-overdue = Перечитайте их и перенесите дату review_by; список есть на панели.
diagnosis-old = { $count ->
    [one] { $count } текст говорит о том, чему больше года, и в нём не указан день проверки.
    [few] { $count } текста говорят о том, чему больше года, и в них не указан день проверки.
    [many] { $count } текстов говорят о том, чему больше года, и в них не указан день проверки.
   *[other] { $count } текста говорят о том, чему больше года, и в них не указан день проверки.
}
cure-old = Перечитайте их и укажите review_by или статус outdated.
diagnosis-unreachable = { $name }: нет связи.
cure-unreachable = Проверьте сеть, межсетевой экран и адрес, который задан для { $name }.
diagnosis-unread = { $status ->
    [0] «{ $place }»: проверить не удалось, ответа нет.
   *[other] «{ $place }»: проверить не удалось (ошибка { $status }).
}
cure-unread = Попробуйте ещё раз через несколько минут.
diagnosis-left-out = { $count ->
    [one] { $name }: не проверено ещё { $count } место.
    [few] { $name }: не проверено ещё { $count } места.
    [many] { $name }: не проверено ещё { $count } мест.
   *[other] { $name }: не проверено ещё { $count } места.
}
cure-left-out = Наберите там /doctor.
diagnosis-clock = Часы совпадают с часами { $name }.
diagnosis-clock-off = Часы этой машины расходятся с часами { $name } на { $seconds } с.
cure-clock = Включите синхронизацию времени, например: timedatectl set-ntp true
diagnosis-token = { $name } не принимает токен.
diagnosis-token-good = { $name } принимает токен.
cure-discord-token = Заново скопируйте его с портала разработчика (Bot, Reset Token) в DISCORD_TOKEN.
cure-telegram-token = Запросите его у @BotFather (/token) и укажите в TELEGRAM_TOKEN.
diagnosis-content = Боту разрешено читать сообщения в Discord.
diagnosis-content-off = Боту не разрешено читать сообщения в Discord: вопросов без обращения он не слышит.
cure-content = Чтобы он слушал, включите Message Content Intent на портале разработчика (Bot).
diagnosis-endpoint = Discord присылает взаимодействия по HTTP, но DISCORD_PUBLIC_KEY не задан: ни одна команда не получает ответа.
cure-endpoint = Задайте DISCORD_PUBLIC_KEY или очистите Interactions Endpoint URL на портале разработчика (General Information).
diagnosis-key-good = Открытый ключ — от этого приложения в Discord.
diagnosis-key = DISCORD_PUBLIC_KEY не от этого приложения: все взаимодействия по HTTP отклоняются.
cure-key = Скопируйте Public Key с портала разработчика (General Information).
diagnosis-alone = { $name }: бота пока нет ни на одном сервере.
cure-discord-alone = Откройте ссылку-приглашение, которая выводится при запуске.
diagnosis-permissions = { $count ->
    [1] У бота есть все нужные права на его сервере в Discord.
    [one] У бота есть все нужные права на { $count } сервере в Discord.
   *[other] У бота есть все нужные права на { $count } серверах в Discord.
}
diagnosis-permissions-lack = Боту не хватает прав на { $count } из { $all } серверов в Discord.
cure-permissions = Дайте его роли права: видеть каналы, отправлять сообщения (и в ветках), встраивать ссылки, прикреплять файлы, читать историю, закреплять сообщения. Или ещё раз откройте ссылку-приглашение.
right-view = Просматривать канал
right-send = Отправлять сообщения
right-send-threads = Отправлять сообщения в ветках
right-embed = Встраивать ссылки
right-history = Читать историю сообщений
right-attach = Прикреплять файлы
right-pin = Закреплять сообщения
diagnosis-channels = «{ $place }»: боту не хватает прав ({ $rights }). Каналы: { $channels }.
cure-channels = Там, где он должен отвечать, дайте их роли бота: в настройках канала («Права доступа») или для всех каналов в настройках сервера («Роли»).
diagnosis-channels-more = { $count ->
    [one] Боту не хватает прав ещё в { $count } канале.
    [few] Боту не хватает прав ещё в { $count } каналах.
    [many] Боту не хватает прав ещё в { $count } каналах.
   *[other] Боту не хватает прав ещё в { $count } канала.
}
diagnosis-no-channel = «{ $place }»: бот не видит ни одного канала, в котором пишут.
diagnosis-reads-all = Бот читает все сообщения в группах Telegram.
diagnosis-privacy = Включён режим приватности: в группах Telegram бот слышит только команды, упоминания и ответы.
cure-privacy = Чтобы он слушал всё, отключите этот режим у @BotFather (/setprivacy) и заново добавьте бота в группу или сделайте его администратором.
diagnosis-polling = Сообщения забираются из Telegram.
diagnosis-webhook = Telegram доставляет сообщения на вебхук.
diagnosis-webhook-none = Telegram не знает адреса из TELEGRAM_WEBHOOK_URL.
cure-webhook-none = Адрес сообщается при запуске: запустите бота и посмотрите, что пишет его журнал.
diagnosis-webhook-other = Telegram доставляет сообщения на вебхук, но TELEGRAM_WEBHOOK_URL пуст.
cure-webhook-other = Возможно, этим токеном пользуется другой бот. Если нет, всё исправится при запуске этого.
diagnosis-webhook-bad = Telegram не смог доставить сообщения на вебхук ({ $why }); ожидает сообщений: { $count }.
cure-webhook-bad = Проверьте адрес снаружи: https с действующим сертификатом, порт 443, 80, 88 или 8443, ведёт к WEB_PORT.
diagnosis-groups = { $count ->
    [one] Бот может писать в { $count } группе Telegram.
    [few] Бот может писать в { $count } группах Telegram.
    [many] Бот может писать в { $count } группах Telegram.
   *[other] Бот может писать в { $count } группы Telegram.
}
diagnosis-groups-lack = Бот не может писать в { $count } из { $all } настроенных групп Telegram.
cure-groups = Снова добавьте его туда и разрешите участникам отправлять сообщения.
diagnosis-no-pin = Бот не может закреплять сообщения в { $count } из { $all } групп Telegram; закрепления вопросов всё равно работают.
cure-no-pin = Если это нужно, сделайте его администратором с правом закреплять сообщения.
diagnosis-group-gone = «{ $place }»: бота нет в этой группе.
cure-group-gone = Снова добавьте его, если он должен там отвечать.
diagnosis-group-restricted = «{ $place }»: бот не может отправлять сообщения: ограничен он один.
cure-group-restricted = Снимите ограничение в настройках группы («Разрешения», «Исключения») или сделайте бота администратором.
diagnosis-group-closed = «{ $place }»: участники не могут отправлять сообщения, а бот — обычный участник.
cure-group-closed = Сделайте его администратором или разрешите отправку сообщений в настройках группы («Разрешения»).
diagnosis-group-no-pin = «{ $place }»: бот не может закреплять сообщения; закрепления вопросов всё равно работают.
diagnosis-group-topics = «{ $place }»: бот не может писать в закрытых темах.
cure-group-topics = Если это нужно, сделайте его администратором с правом «Управление темами».
command-doctor = диагностика

## Pages
page-served = Страницы: { $url }
page-port = Не удаётся открыть страницы на { $address } ({ $code }). Укажите в WEB_PORT свободный порт, 0 для любого или off.
page-title = Спросите и посмотрите, что увидят участники
page-skip = Перейти к содержанию
page-pages = Страницы
page-playground = Песочница
page-dashboard = Панель
page-language = Язык этой страницы
page-change = Сменить
page-dark = Тёмная
page-light = Светлая
page-question = Ваш вопрос
page-placeholder = Введите вопрос или команду, например /help
page-ask = Спросить
page-send = Отправить
page-empty = Здесь появятся ответы — такими, как они выглядят в Discord и Telegram, а рядом — почему они такие.
page-wait = Ищу ответ …
page-failed = Ответ не пришёл. Бот ещё работает? Попробуйте, пожалуйста, снова.
page-old = Эта страница устарела и ничего отправить не может. Загрузите её, пожалуйста, заново.
page-silence = Здесь бот промолчит.
page-answer = Ответ
page-on = Как в { $platform }
page-you = Вы
page-app = ПРИЛОЖЕНИЕ
page-helpful = Помогло
page-unhelpful = Не помогло
page-why = Почему такой ответ
page-sure = Уверен: отвечает
page-unsure = Не уверен: предлагает варианты
page-unknown = Не знает
page-confidence = Уверенность:
page-scale = Границы: варианты от { $unsure }, ответ от { $sure }.
page-candidates = Что оказалось ближе всего
page-views = Что говорит в пользу первого
page-view-words = Найденные слова
page-view-letters = Найденные части слов
page-view-covered = Охваченная доля вопроса
page-view-model = Чему учат формулировки
page-view-nearest = Самая близкая формулировка
page-signs = Все признаки, из которых складывается уверенность
page-sign = Признак
page-drawn = В виде полосы
page-value = Значение

## Dashboard
dash-login-about = Для модераторов. Токен — это WEB_TOKEN этой установки.
dash-token = Токен
dash-login = Войти
dash-logout = Выйти
dash-login-wrong = Токен неверный.
dash-login-slow = Слишком много попыток. Подождите, пожалуйста, минутку и попробуйте снова.
dash-community = Сообщество
dash-from = С
dash-to = По
dash-show = Показать
dash-ranges = Показанные дни
dash-range = { $from } – { $to }
dash-command-line = Команда для этого сообщества:
dash-run = Выполнить
dash-news = Цифры изменились.
dash-actions = Действия
dash-csv = CSV
dash-as-table = То же в виде таблицы
dash-days = Вопросов в день
dash-day = День
dash-asked = Задано
dash-answered = С ответом
dash-offered = Предложены варианты
dash-unanswered = Без ответа
dash-languages = По языкам
dash-platforms = По платформам
dash-language = Язык
dash-platform = Платформа
dash-share = Доля
dash-answered-share = С ответом
dash-top = Чаще всего показывали
dash-entry = Запись
dash-given = Показано
dash-helpful-share = Помогло
dash-likely-share = Вероятные пределы
dash-votes = Голоса
dash-of-votes = { $votes ->
    [one] из { $votes } голоса
   *[other] из { $votes } голосов
}
dash-correct = Исправить
dash-assign = Отнести
dash-teach = Научить
dash-ignore = Пропустить
dash-unpin = Открепить
dash-undo = Отменить
dash-approve = Одобрить
dash-question = Вопрос
dash-answer = Ответ
dash-people = Сколько спросило
dash-first = Впервые
dash-last = В последний раз
dash-coverage = Что на каком языке написано
dash-coverage-about = По темам: доля записей, у которых есть собственный текст.
dash-topic = Тема
dash-entries = Записи
dash-all-topics = все темы
dash-attention = Просроченное и спорное
dash-attention-none = Ничего спорного, устаревшего или просроченного нет.
dash-reason = Почему
dash-as-of = Данные на
dash-review = Проверить до
dash-disputed = оспаривается
dash-outdated = устарело
dash-overdue = просрочено
dash-pins = Закрепления
dash-who = Кто
dash-when = Когда
dash-number = Номер
dash-command = Команда
dash-what = Что
dash-why = Почему
dash-calibration = Насколько уверенно и насколько полезно
dash-calibration-about = Какая доля ответов с такой уверенностью бота помогла участникам. Если полоска достаёт до линии, бот держит слово; мало голосов — длинная полоска.
dash-calibration-none = За ответы ещё не голосовали.
dash-said = Уверенность

## Names of commands, where the platform shows them in the person's language
command-ask = спросить
command-show = показать
command-topics = темы
command-sources = источники
command-language = язык
command-helpful = помогло
command-privacy = данные
command-help = помощь
command-pin = закрепить
command-pins = закрепления
command-unpin = открепить
command-teach = научить
command-correct = исправить
command-rephrase = формулировки
command-retire = в-архив
command-restore = вернуть
command-history = история
command-undo = отменить
command-approve = одобрить
command-unanswered = без-ответа
command-stats = статистика
command-why = почему
command-settings = настройки
command-reload = перечитать
command-link = связать
command-unlink = отделить

## Forms that are asked question by question
form-by-reply = Спрашиваю по одному: отвечайте на каждый вопрос. «-» оставляет поле пустым, /cancel прекращает.
form-keep = Оставить как есть
form-cancel = Отмена
write-me-first = Это только для вас, а писать вам я пока не могу. Откройте чат со мной, нажмите Start и спросите меня там.
setting-anonymous = Анонимные администраторы
anonymous-yes = администраторы, которые скрывают, кто они, могут модерировать
anonymous-no = кто модерирует, показывает, кто он

## The entry of a new pack
template-question = Как стать участником?
template-phrasings = как вступить | записаться в клуб | где зарегистрироваться
template-answer = Это пример. Напишите здесь свой ответ так, как ответили бы человеку лично: что сделать, сколько это стоит, к кому обратиться. Для каждого следующего вопроса скопируйте этот файл и дайте копии другое имя.

## Answers that only stand in for one
stopgaps = см выше | см ниже | смотри выше | смотрите выше | смотри ниже | смотрите ниже | то же самое | скоро будет | будет дополнено | нет ответа

## Small talk
any-time = Спрашивайте в любое время.
